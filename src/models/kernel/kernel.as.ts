/** The arithmetic of the network in WebAssembly SIMD: AssemblyScript, compiled to `kernel.wasm` by `npm run kernel`. */

// Addresses are bytes. Matrices of weights are int16 and packed in blocks of 16 rows: for each pair of columns the two
// weights of row 0, of row 1, … of row 15. One i32x4.dot_i16x8_s then adds a pair of columns to four rows at once, and what
// is multiplied is one load that repeats the same two values. Two vectors of activations go through a block together:
// eight sums, the weights and the activations stay in registers. Sums of integers are exact and every other operation is
// rounded as IEEE 754 says, so results depend neither on the machine nor on what else is computed along.

/** Bytes of a block's 16 rows: one pair of int16 columns, one column of floats, or one float a row. */
const SLICE: i32 = 64
/** Vectors that go through one block of weights before the next block is fetched from further away. */
const TILE: i32 = 16
/** Where `multiply` leaves its sums: 128 bytes that belong to nobody else. */
const SUMS: i32 = 0
/** The largest activation as int16. */
const FULL: f32 = 32767

/**
 * Packs a row-major int8 matrix.
 * Row `lane` of group `group` (four of each) of block `block` is row `block * blockStep + group * groupStep + lane`; rows and
 * columns beyond the matrix are zero.
 */
export function pack(
  source: i32, target: i32, rows: i32, columns: i32, blocks: i32, pairs: i32, blockStep: i32, groupStep: i32,
): void {
  for (let block = 0; block < blocks; block++) {
    for (let slot = 0; slot < 16; slot++) {
      const row = block * blockStep + (slot >> 2) * groupStep + (slot & 3)
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

/** One block of weights times the int16 vectors at `a` and `b`: 16 int32 sums for each, at `SUMS`. */
function multiply(a: i32, b: i32, weights: i32, pairs: i32): void {
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
    let x = v128.load32_splat(a)
    let y = v128.load32_splat(b)
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
    x = v128.load32_splat(a, 4)
    y = v128.load32_splat(b, 4)
    w = v128.load(weights, 64)
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(w, x))
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(w, y))
    w = v128.load(weights, 80)
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(w, x))
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(w, y))
    w = v128.load(weights, 96)
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(w, x))
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(w, y))
    w = v128.load(weights, 112)
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(w, x))
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(w, y))
    a += 8
    b += 8
    weights += 2 * SLICE
  }
  v128.store(SUMS, a0)
  v128.store(SUMS, a1, 16)
  v128.store(SUMS, a2, 32)
  v128.store(SUMS, a3, 48)
  v128.store(SUMS, b0, 64)
  v128.store(SUMS, b1, 80)
  v128.store(SUMS, b2, 96)
  v128.store(SUMS, b3, 112)
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
        multiply(a, a + vectorStep, weights + block * pairs * SLICE, pairs)
        const rows = block * SLICE
        finish(SUMS, load<f32>(units + at * 4), scales + rows, biases + rows, load<i32>(outputs + at * 4) + rows)
        finish(SUMS + 64, load<f32>(units + at * 4, 4), scales + rows, biases + rows, load<i32>(outputs + at * 4, 4) + rows)
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

/** Four floats within ±32767 to the nearest int16, ties to even. */
// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function storeRounded(values: v128, target: i32): void {
  // Adding 1.5 · 2^23 leaves the rounded integer in the lowest bits of the float.
  const shifted = f32x4.add(values, f32x4.splat(12582912))
  const integers = i32x4.sub(shifted, i32x4.splat(0x4b400000))
  v128.store64_lane(target, i16x8.narrow_i32x4_s(integers, integers), 0)
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
 * A block's 16 rows are the gates i, f, g, o of four units, i, f and o halved, in weights and pre-activations alike.
 */
export function recur(
  plan: i32, steps: i32, lanes: i32, units: i32, weights: i32, scales: i32, cells: i32, zeros: i32,
): void {
  const blocks = units >> 2
  const pairs = units >> 1
  for (let step = 0; step < steps; step++) {
    let active = 0
    for (; active < lanes && load<i32>(plan + active * 12, 8) != 0; active += 2) {
      const cell = cells + active * units * 4
      if (load<i32>(plan + active * 12, 4) == zeros) memory.fill(cell, 0, units * 4)
      if (load<i32>(plan + active * 12, 16) == zeros) memory.fill(cell + units * 4, 0, units * 4)
    }
    for (let block = 0; block < blocks; block++) {
      const rows = block * SLICE
      for (let lane = 0; lane < active; lane += 2) {
        const entry = plan + lane * 12
        multiply(load<i32>(entry, 4), load<i32>(entry, 16), weights + pairs * rows, pairs)
        const cell = cells + (lane * units + block * 4) * 4
        update(SUMS, load<i32>(entry) + rows, scales + rows, cell, load<i32>(entry, 8) + block * 8)
        update(SUMS + 64, load<i32>(entry, 12) + rows, scales + rows, cell + units * 4, load<i32>(entry, 20) + block * 8)
      }
    }
    plan += lanes * 12
  }
}

/** Gates, cell and hidden values of four units. */
// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function update(sums: i32, inputs: i32, scales: i32, cell: i32, output: i32): void {
  const i = sigmoidOfTwice(gate(sums, inputs, scales))
  const f = sigmoidOfTwice(gate(sums + 16, inputs + 16, scales + 16))
  const g = tanh(gate(sums + 32, inputs + 32, scales + 32))
  const o = sigmoidOfTwice(gate(sums + 48, inputs + 48, scales + 48))
  const c = f32x4.add(f32x4.mul(f, v128.load(cell)), f32x4.mul(i, g))
  v128.store(cell, c)
  storeRounded(f32x4.mul(f32x4.mul(o, tanh(c)), f32x4.splat(FULL)), output)
}

// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function gate(sums: i32, inputs: i32, scales: i32): v128 {
  return f32x4.add(v128.load(inputs), f32x4.mul(f32x4.convert_i32x4_s(v128.load(sums)), v128.load(scales)))
}

// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function sigmoidOfTwice(x: v128): v128 {
  return f32x4.add(f32x4.splat(0.5), f32x4.mul(f32x4.splat(0.5), tanh(x)))
}

/** A rational function of degree 7 over 6, fitted for the least absolute error (2e-6) and constant beyond ±7. */
// @ts-ignore: top-level decorators are AssemblyScript's
@inline
function tanh(argument: v128): v128 {
  const x = f32x4.pmin(f32x4.splat(7), f32x4.pmax(f32x4.splat(-7), argument))
  const s = f32x4.mul(x, x)
  let p = f32x4.add(f32x4.mul(s, f32x4.splat(3.929953579652237e-6)), f32x4.splat(2.2769765823483245e-3))
  p = f32x4.add(f32x4.mul(s, p), f32x4.splat(0.12302169246647617))
  p = f32x4.add(f32x4.mul(s, p), f32x4.splat(0.9999956869169379))
  let q = f32x4.add(f32x4.mul(s, f32x4.splat(1.4234949448747462e-4)), f32x4.splat(2.1072122661886912e-2))
  q = f32x4.add(f32x4.mul(s, q), f32x4.splat(0.4563401758969302))
  q = f32x4.add(f32x4.mul(s, q), f32x4.splat(1))
  return f32x4.div(f32x4.mul(x, p), q)
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
