/** The arithmetic of the network in WebAssembly SIMD: AssemblyScript, compiled to `kernel.wasm` by `npm run kernel`. */

import { constant, FULL, HALF, HALF_OF_FULL, storeRounded, tanh } from './functions.as.ts'
import { interleave, LANE, multiply, SLICE } from './multiply.as.ts'

/** Vectors that go through one block of weights before the next block is fetched from further away. */
const TILE: i32 = 16
/** Room for sums: 128 bytes for each of up to 8 lanes that belong to nobody else. */
const SUMS: i32 = 0
/** Room for a tile of activations side by side, vectors of up to 512 values. */
const SIDE_BY_SIDE: i32 = 2048
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

/**
 * Weights × int16 vectors + bias, as floats.
 * @param vectors the first of `count` vectors of `2 * pairs` values, `vectorStep` bytes apart; three more may be read.
 * @param units for each vector the float that one unit of its values is worth.
 * @param scales for each packed row the float that one unit of its weights is worth; `biases` likewise.
 * @param outputs for each vector the address of its `blocks * 16` results.
 */
export function dense(
  vectors: i32, vectorStep: i32, units: i32, count: i32, weights: i32, scales: i32, biases: i32, blocks: i32,
  pairs: i32, outputs: i32,
): void {
  for (let tile = 0; tile < count; tile += TILE) {
    const last = min(count, tile + TILE)
    for (let at = tile; at < last; at += 4) {
      const a = vectors + at * vectorStep
      const target = SIDE_BY_SIDE + (at - tile) * pairs * 4
      interleave(a, a + vectorStep, a + 2 * vectorStep, a + 3 * vectorStep, pairs, target)
    }
    for (let block = 0; block < blocks; block++) {
      const rows = block * SLICE
      for (let at = tile; at < last; at += 4) {
        multiply(SIDE_BY_SIDE + (at - tile) * pairs * 4, weights + pairs * rows, pairs, SUMS)
        for (let each = at, sums = SUMS; each < min(last, at + 4); each++, sums += LANE) {
          finish(sums, load<f32>(units + each * 4), scales + rows, biases + rows, load<i32>(outputs + each * 4) + rows)
        }
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
 * `plan` has three addresses for each step and each of `lanes` (a multiple of 4): the gates' pre-activations from below, the
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
    let vectors = SIDE_BY_SIDE
    for (let cell = cells; done < end && load<i32>(done, 8) != 0; cell += units * 16) {
      for (let lane = 0; lane < 4; lane++) {
        if (load<i32>(done + lane * ENTRY, 4) == zeros) memory.fill(cell + lane * units * 4, 0, units * 4)
      }
      const b = load<i32>(done, 4 + ENTRY)
      const c = load<i32>(done, 4 + 2 * ENTRY)
      interleave(load<i32>(done, 4), b, c, load<i32>(done, 4 + 3 * ENTRY), pairs, vectors)
      vectors += pairs * 16
      done += 4 * ENTRY
    }
    for (let unit = 0; unit < units; unit += 8) {
      const rows = unit * 16
      const block = weights + pairs * rows
      let sums = SUMS
      let vectors = SIDE_BY_SIDE
      for (let lane = plan; lane < done; lane += 4 * ENTRY, sums += 4 * LANE) {
        multiply(vectors, block, pairs, sums)
        multiply(vectors, block + pairs * SLICE, pairs, sums + 64)
        vectors += pairs * 16
      }
      sums = SUMS
      let cell = cells + unit * 4
      for (let lane = plan; lane < done; lane += 2 * ENTRY, sums += 2 * LANE, cell += units * 8) {
        activate(sums, load<i32>(lane) + rows, scales + rows)
        activate(sums + LANE, load<i32>(lane, ENTRY) + rows, scales + rows)
        const next = cell + units * 4
        update(sums, cell, next, load<i32>(lane, 8) + unit * 2, load<i32>(lane, 8 + ENTRY) + unit * 2)
      }
    }
    plan = end
  }
}

/** The gates of eight units: int32 sums, with what comes from below, become the tanh of what they stand for. */
// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function activate(sums: i32, inputs: i32, scales: i32): void {
  for (let at = 0; at < LANE; at += 64) {
    tanh(
      gate(sums + at, inputs + at, scales + at),
      gate(sums + at + 16, inputs + at + 16, scales + at + 16),
      gate(sums + at + 32, inputs + at + 32, scales + at + 32),
      gate(sums + at + 48, inputs + at + 48, scales + at + 48),
      sums + at,
      sums + at + 32,
    )
  }
}

// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function gate(sums: i32, inputs: i32, scales: i32): v128 {
  const sum = f32x4.mul(f32x4.convert_i32x4_s(v128.load(sums)), v128.load(scales))
  return f32x4.add(v128.load(inputs), sum)
}

/** Cells and hidden values of eight units in two lanes, from the tanh of their gates, which is spent. */
// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function update(gates: i32, cell: i32, nextCell: i32, output: i32, nextOutput: i32): void {
  const next = gates + LANE
  const a = cellAfter(gates, cell)
  const b = cellAfter(gates + 16, cell + 16)
  v128.store(cell, a)
  v128.store(cell, b, 16)
  const c = cellAfter(next, nextCell)
  const d = cellAfter(next + 16, nextCell + 16)
  v128.store(nextCell, c)
  v128.store(nextCell, d, 16)
  tanh(a, b, c, d, gates, next)
  storeHidden(gates, output)
  storeHidden(next, nextOutput)
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

/** Eight hidden values: the tanh of the cells, which stands where that of the gate i was, times the gate o. */
// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function storeHidden(gates: i32, output: i32): void {
  for (let half = 0; half < 32; half += 16) {
    const cell = f32x4.mul(v128.load(gates + half), constant(HALF_OF_FULL))
    storeRounded(f32x4.add(cell, f32x4.mul(v128.load(gates + half, 96), cell)), output + (half >> 1))
  }
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
