/** The arithmetic of the network in WebAssembly SIMD: AssemblyScript, compiled to `kernel.wasm` by `npm run kernel`. */

import { constant, FULL, HALF, HALF_OF_FULL, storeRounded, tanh } from './functions.as.ts'

// Addresses are bytes. Matrices of weights are int16 and packed in blocks of 16 rows: for each pair of columns the two
// weights of row 0, of row 1, … of row 15. One i32x4.dot_i16x8_s then adds a pair of columns to four rows at once, and what
// is multiplied is one load that repeats the same two values. Two vectors of activations go through a block together:
// eight sums, the weights and the activations stay in registers. Sums of integers are exact and every other operation is
// rounded as IEEE 754 says, so results depend neither on the machine nor on what else is computed along.

/** Bytes of a block's 16 rows: one pair of int16 columns, one column of floats, or one float a row. */
const SLICE: i32 = 64
/** Vectors that go through one block of weights before the next block is fetched from further away. */
const TILE: i32 = 16
/** Room for sums: 128 bytes for each of up to 8 lanes that belong to nobody else. */
const SUMS: i32 = 0
/** Bytes of one lane's sums: 32 int32. */
const LANE: i32 = 128
/** Bytes of an entry of a plan. */
const ENTRY: i32 = 12

/** Packs a row-major int8 matrix: `order` has for each packed row the row it is, or `rows` for zeros. */
export function pack(source: i32, target: i32, rows: i32, columns: i32, order: i32, blocks: i32, pairs: i32): void {
  for (let block = 0; block < blocks; block++) {
    for (let slot = 0; slot < 16; slot++) {
      const row = load<i32>(order + (block * 16 + slot) * 4)
      for (let pair = 0; pair < pairs; pair++) {
        const to = target + (block * pairs + pair) * SLICE + slot * 4
        const column = pair * 2
        const from = source + row * columns + column
        store<i16>(to, row < rows && column < columns ? load<i8>(from) : 0)
        store<i16>(to, row < rows && column + 1 < columns ? load<i8>(from, 1) : 0, 2)
      }
    }
  }
}

/** One block of weights times the int16 vectors at `a` and `b`: 16 int32 sums of a at `sums`, those of b a lane further. */
function multiply(a: i32, b: i32, weights: i32, pairs: i32, sums: i32): void {
  let a0 = i32x4.splat(0)
  let a1 = i32x4.splat(0)
  let a2 = i32x4.splat(0)
  let a3 = i32x4.splat(0)
  let b0 = i32x4.splat(0)
  let b1 = i32x4.splat(0)
  let b2 = i32x4.splat(0)
  let b3 = i32x4.splat(0)
  const end = weights + pairs * SLICE
  while (weights < end) {
    const x = v128.load32_splat(a)
    const y = v128.load32_splat(b)
    let w = v128.load(weights)
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(w, x))
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(w, y))
    w = v128.load(weights, 16)
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(w, x))
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(w, y))
    w = v128.load(weights, 32)
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(w, x))
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(w, y))
    w = v128.load(weights, 48)
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(w, x))
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(w, y))
    a += 4
    b += 4
    weights += SLICE
  }
  v128.store(sums, a0)
  v128.store(sums, a1, 16)
  v128.store(sums, a2, 32)
  v128.store(sums, a3, 48)
  v128.store(sums, b0, 128)
  v128.store(sums, b1, 144)
  v128.store(sums, b2, 160)
  v128.store(sums, b3, 176)
}

/**
 * Weights × int16 vectors + bias, as floats.
 * @param vectors the first of `count` vectors of `2 * pairs` values, `vectorStep` bytes apart; one more may be read.
 * @param units for each vector the float that one unit of its values is worth.
 * @param scales for each packed row the float that one unit of its weights is worth; `biases` likewise.
 * @param outputs for each vector the address of its `blocks * 16` results; one more vector's address is used.
 */
export function dense(
  vectors: i32, vectorStep: i32, units: i32, count: i32, weights: i32, scales: i32, biases: i32, blocks: i32,
  pairs: i32, outputs: i32,
): void {
  for (let tile = 0; tile < count; tile += TILE) {
    const last = min(count, tile + TILE)
    for (let block = 0; block < blocks; block++) {
      for (let at = tile; at < last; at += 2) {
        const a = vectors + at * vectorStep
        multiply(a, a + vectorStep, weights + block * pairs * SLICE, pairs, SUMS)
        const rows = block * SLICE
        finish(SUMS, load<f32>(units + at * 4), scales + rows, biases + rows, load<i32>(outputs + at * 4) + rows)
        finish(SUMS + LANE, load<f32>(units + at * 4, 4), scales + rows, biases + rows, load<i32>(outputs + at * 4, 4) + rows)
      }
    }
  }
}

// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function finish(sums: i32, unit: f32, scales: i32, biases: i32, output: i32): void {
  const scale = f32x4.splat(unit)
  for (let group = 0; group < 64; group += 16) {
    const sum = f32x4.mul(f32x4.convert_i32x4_s(v128.load(sums + group)), f32x4.mul(v128.load(scales + group), scale))
    v128.store(output + group, f32x4.add(sum, v128.load(biases + group)))
  }
}

/** `count` floats (a multiple of 4) as int16 such that the largest becomes 32767. @returns what one unit is worth. */
export function quantise(source: i32, count: i32, target: i32): f32 {
  let most = f32x4.splat(0)
  for (let at = 0; at < count; at += 4) most = f32x4.pmax(most, f32x4.abs(v128.load(source + at * 4)))
  const largest = max(
    max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
  )
  const factor = f32x4.splat(largest > 0 ? FULL / largest : 0)
  for (let at = 0; at < count; at += 4) {
    storeRounded(f32x4.mul(v128.load(source + at * 4), factor), target + at * 2)
  }
  return largest / FULL
}

/** Negative floats become 0; `count` is a multiple of 4. */
export function rectify(values: i32, count: i32): void {
  for (let at = 0; at < count; at += 4) {
    v128.store(values + at * 4, f32x4.pmax(f32x4.splat(0), v128.load(values + at * 4)))
  }
}

/** `count` hidden values (a multiple of 4) as floats within ±1. */
export function widen(source: i32, count: i32, target: i32): void {
  const unit = f32x4.splat(1 / FULL)
  for (let at = 0; at < count; at += 4) {
    const integers = v128.load16x4_s(source + at * 2)
    v128.store(target + at * 4, f32x4.mul(f32x4.convert_i32x4_s(integers), unit))
  }
}

/**
 * One LSTM layer in one direction over sequences side by side.
 * `plan` has three addresses for each step and each of `lanes` (an even number): the gates' pre-activations from below, the
 * hidden values before (`zeros` where a sequence begins), and where the new ones go (0: this lane and those after it are done).
 * Two blocks hold the gates of eight units: 8 rows of i, of f, of g, of o, where i, f and o are halved, in weights and
 * pre-activations alike.
 */
export function recur(
  plan: i32, steps: i32, lanes: i32, units: i32, weights: i32, scales: i32, cells: i32, zeros: i32,
): void {
  const pairs = units >> 1
  for (let step = 0; step < steps; step++) {
    const end = plan + lanes * ENTRY
    let done = plan
    for (let cell = cells; done < end && load<i32>(done, 8) != 0; done += 2 * ENTRY, cell += units * 8) {
      if (load<i32>(done, 4) == zeros) memory.fill(cell, 0, units * 4)
      if (load<i32>(done, 4 + ENTRY) == zeros) memory.fill(cell + units * 4, 0, units * 4)
    }
    for (let unit = 0; unit < units; unit += 8) {
      const rows = unit * 16
      const block = weights + pairs * rows
      let sums = SUMS
      for (let lane = plan; lane < done; lane += 2 * ENTRY, sums += 2 * LANE) {
        const a = load<i32>(lane, 4)
        const b = load<i32>(lane, 4 + ENTRY)
        multiply(a, b, block, pairs, sums)
        multiply(a, b, block + pairs * SLICE, pairs, sums + 64)
      }
      sums = SUMS
      let cell = cells + unit * 4
      for (let lane = plan; lane < done; lane += ENTRY, sums += LANE, cell += units * 4) {
        activate(sums, load<i32>(lane) + rows, scales + rows)
        update(sums, cell, load<i32>(lane, 8) + unit * 2)
      }
    }
    plan = end
  }
}

/** The gates of eight units: int32 sums, with what comes from below, become the tanh of what they stand for. */
// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function activate(sums: i32, inputs: i32, scales: i32): void {
  for (let at = 0; at < LANE; at += 32) {
    tanh(
      gate(sums + at, inputs + at, scales + at),
      gate(sums + at + 16, inputs + at + 16, scales + at + 16),
      sums + at,
    )
  }
}

// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function gate(sums: i32, inputs: i32, scales: i32): v128 {
  const sum = f32x4.mul(f32x4.convert_i32x4_s(v128.load(sums)), v128.load(scales))
  return f32x4.add(v128.load(inputs), sum)
}

/** Cells and hidden values of eight units from the tanh of their gates, which is spent. */
// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function update(gates: i32, cell: i32, output: i32): void {
  const a = cellAfter(gates, cell)
  const b = cellAfter(gates + 16, cell + 16)
  v128.store(cell, a)
  v128.store(cell, b, 16)
  tanh(a, b, gates)
  storeHidden(v128.load(gates), v128.load(gates, 96), output)
  storeHidden(v128.load(gates, 16), v128.load(gates, 112), output + 8)
}

/** The sigmoid of 2x is (1 + tanh x) / 2. */
// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function cellAfter(gates: i32, cell: i32): v128 {
  const before = v128.load(cell)
  const i = v128.load(gates)
  const f = v128.load(gates, 32)
  const g = v128.load(gates, 64)
  const twice = f32x4.add(f32x4.add(before, f32x4.mul(f, before)), f32x4.add(g, f32x4.mul(i, g)))
  return f32x4.mul(twice, constant(HALF))
}

// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function storeHidden(cell: v128, gate: v128, output: i32): void {
  const half = f32x4.mul(cell, constant(HALF_OF_FULL))
  storeRounded(f32x4.add(half, f32x4.mul(gate, half)), output)
}

/**
 * Float weights × float vectors + bias; blocks of 16 rows, column by column. Reads and writes one vector more when `count` is
 * odd.
 */
export function denseFloat(
  vectors: i32, columns: i32, count: i32, weights: i32, biases: i32, blocks: i32, outputs: i32,
): void {
  for (let at = 0; at < count; at += 2) {
    for (let block = 0; block < blocks; block++) {
      let a = vectors + at * columns * 4
      let b = a + columns * 4
      let from = weights + block * columns * SLICE
      let a0 = v128.load(biases + block * SLICE)
      let a1 = v128.load(biases + block * SLICE, 16)
      let a2 = v128.load(biases + block * SLICE, 32)
      let a3 = v128.load(biases + block * SLICE, 48)
      let b0 = a0
      let b1 = a1
      let b2 = a2
      let b3 = a3
      const end = from + columns * SLICE
      while (from < end) {
        const x = v128.load32_splat(a)
        const y = v128.load32_splat(b)
        let w = v128.load(from)
        a0 = f32x4.add(a0, f32x4.mul(w, x))
        b0 = f32x4.add(b0, f32x4.mul(w, y))
        w = v128.load(from, 16)
        a1 = f32x4.add(a1, f32x4.mul(w, x))
        b1 = f32x4.add(b1, f32x4.mul(w, y))
        w = v128.load(from, 32)
        a2 = f32x4.add(a2, f32x4.mul(w, x))
        b2 = f32x4.add(b2, f32x4.mul(w, y))
        w = v128.load(from, 48)
        a3 = f32x4.add(a3, f32x4.mul(w, x))
        b3 = f32x4.add(b3, f32x4.mul(w, y))
        a += 4
        b += 4
        from += SLICE
      }
      const to = outputs + (at * blocks + block) * SLICE
      v128.store(to, a0)
      v128.store(to, a1, 16)
      v128.store(to, a2, 32)
      v128.store(to, a3, 48)
      const next = to + blocks * SLICE
      v128.store(next, b0)
      v128.store(next, b1, 16)
      v128.store(next, b2, 32)
      v128.store(next, b3, 48)
    }
  }
}
