/** The innermost loop of the kernel: a block of weights times four vectors. */

// Addresses are bytes. Matrices of weights are int16 and packed in blocks of 16 rows: for each pair of columns the two
// weights of row 0, of row 1, … of row 15. One i32x4.dot_i16x8_s then adds a pair of columns to four rows at once, and what
// is multiplied is one load that repeats the same two values. Four vectors of activations go through a block together: with
// vectors of 256 bits eight sums, the weights and the activations stay in registers. Sums of integers are exact and every other
// operation is rounded as IEEE 754 says, so results depend neither on the machine nor on what else is computed along.

/** Bytes of a block's 16 rows: one pair of int16 columns, one column of floats, or one float a row. */
export const SLICE: i32 = 64
/** Bytes of one lane's sums: 32 int32. */
export const LANE: i32 = 128

/** Puts the same pair of columns of four int16 vectors side by side: what `multiply` reads. */
export function interleave(a: i32, b: i32, c: i32, d: i32, pairs: i32, target: i32): void {
  for (let at = 0; at < pairs * 4; at += 4) {
    store<i32>(target, load<i32>(a + at))
    store<i32>(target, load<i32>(b + at), 4)
    store<i32>(target, load<i32>(c + at), 8)
    store<i32>(target, load<i32>(d + at), 12)
    target += 16
  }
}

/** One block of weights times four int16 vectors, interleaved at `vectors`: 16 int32 sums of each at `sums`, a lane apart. */
export function multiply(vectors: i32, weights: i32, pairs: i32, sums: i32): void {
  let a0 = i32x4.splat(0)
  let a1 = i32x4.splat(0)
  let a2 = i32x4.splat(0)
  let a3 = i32x4.splat(0)
  let b0 = i32x4.splat(0)
  let b1 = i32x4.splat(0)
  let b2 = i32x4.splat(0)
  let b3 = i32x4.splat(0)
  let c0 = i32x4.splat(0)
  let c1 = i32x4.splat(0)
  let c2 = i32x4.splat(0)
  let c3 = i32x4.splat(0)
  let d0 = i32x4.splat(0)
  let d1 = i32x4.splat(0)
  let d2 = i32x4.splat(0)
  let d3 = i32x4.splat(0)
  const end = weights + pairs * SLICE
  while (weights < end) {
    const w0 = v128.load(weights)
    const w1 = v128.load(weights, 16)
    const w2 = v128.load(weights, 32)
    const w3 = v128.load(weights, 48)
    let x = v128.load32_splat(vectors)
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(w0, x))
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(w1, x))
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(w2, x))
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(w3, x))
    x = v128.load32_splat(vectors, 4)
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(w0, x))
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(w1, x))
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(w2, x))
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(w3, x))
    x = v128.load32_splat(vectors, 8)
    c0 = i32x4.add(c0, i32x4.dot_i16x8_s(w0, x))
    c1 = i32x4.add(c1, i32x4.dot_i16x8_s(w1, x))
    c2 = i32x4.add(c2, i32x4.dot_i16x8_s(w2, x))
    c3 = i32x4.add(c3, i32x4.dot_i16x8_s(w3, x))
    x = v128.load32_splat(vectors, 12)
    d0 = i32x4.add(d0, i32x4.dot_i16x8_s(w0, x))
    d1 = i32x4.add(d1, i32x4.dot_i16x8_s(w1, x))
    d2 = i32x4.add(d2, i32x4.dot_i16x8_s(w2, x))
    d3 = i32x4.add(d3, i32x4.dot_i16x8_s(w3, x))
    vectors += 16
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
  v128.store(sums, c0, 256)
  v128.store(sums, c1, 272)
  v128.store(sums, c2, 288)
  v128.store(sums, c3, 304)
  v128.store(sums, d0, 384)
  v128.store(sums, d1, 400)
  v128.store(sums, d2, 416)
  v128.store(sums, d3, 432)
}
