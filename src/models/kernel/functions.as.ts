/** Functions of a few vectors that the kernel uses inside its loops: tanh, and rounding to int16. */

/** The largest activation as int16. */
export const FULL: f32 = 32767

/**
 * tanh as a rational function of degree 7 over 6, fitted to ±7 for the least absolute error, 2e-6 with what lies beyond: the
 * coefficients of the numerator, then the denominator's, highest first. In memory, as other constants here, because
 * compilers build a vector of constants from several instructions where a load is one.
 */
const CONSTANTS = memory.data<f32>([
  3.929953579652237e-6, 2.2769765823483245e-3, 0.12302169246647617, 0.9999956869169379, 1.4234949448747462e-4,
  2.1072122661886912e-2, 0.4563401758969302, 1, -7, 7, 0.5, FULL / 2, 12582912,
])
const LEAST: i32 = 8
const MOST: i32 = 9
export const HALF: i32 = 10
export const HALF_OF_FULL: i32 = 11
const SHIFT: i32 = 12

// @ts-ignore: top-level decorators are AssemblyScript's
@inline
export function constant(index: i32): v128 {
  return v128.load32_splat(CONSTANTS + index * 4)
}

/** tanh of four vectors: a and b one after the other at `to`, c and d at `then`; at once, so that each constant is loaded once. */
// @ts-ignore: top-level decorators are AssemblyScript's
@inline
export function tanh(a: v128, b: v128, c: v128, d: v128, to: i32, then: i32): void {
  let k = constant(LEAST)
  let x0 = f32x4.pmax(k, a)
  let x1 = f32x4.pmax(k, b)
  let x2 = f32x4.pmax(k, c)
  let x3 = f32x4.pmax(k, d)
  k = constant(MOST)
  x0 = f32x4.pmin(k, x0)
  x1 = f32x4.pmin(k, x1)
  x2 = f32x4.pmin(k, x2)
  x3 = f32x4.pmin(k, x3)
  const s0 = f32x4.mul(x0, x0)
  const s1 = f32x4.mul(x1, x1)
  const s2 = f32x4.mul(x2, x2)
  const s3 = f32x4.mul(x3, x3)
  k = constant(0)
  let p0 = f32x4.mul(s0, k)
  let p1 = f32x4.mul(s1, k)
  let p2 = f32x4.mul(s2, k)
  let p3 = f32x4.mul(s3, k)
  k = constant(1)
  p0 = f32x4.mul(s0, f32x4.add(p0, k))
  p1 = f32x4.mul(s1, f32x4.add(p1, k))
  p2 = f32x4.mul(s2, f32x4.add(p2, k))
  p3 = f32x4.mul(s3, f32x4.add(p3, k))
  k = constant(2)
  p0 = f32x4.mul(s0, f32x4.add(p0, k))
  p1 = f32x4.mul(s1, f32x4.add(p1, k))
  p2 = f32x4.mul(s2, f32x4.add(p2, k))
  p3 = f32x4.mul(s3, f32x4.add(p3, k))
  k = constant(3)
  p0 = f32x4.add(p0, k)
  p1 = f32x4.add(p1, k)
  p2 = f32x4.add(p2, k)
  p3 = f32x4.add(p3, k)
  k = constant(4)
  let q0 = f32x4.mul(s0, k)
  let q1 = f32x4.mul(s1, k)
  let q2 = f32x4.mul(s2, k)
  let q3 = f32x4.mul(s3, k)
  k = constant(5)
  q0 = f32x4.mul(s0, f32x4.add(q0, k))
  q1 = f32x4.mul(s1, f32x4.add(q1, k))
  q2 = f32x4.mul(s2, f32x4.add(q2, k))
  q3 = f32x4.mul(s3, f32x4.add(q3, k))
  k = constant(6)
  q0 = f32x4.mul(s0, f32x4.add(q0, k))
  q1 = f32x4.mul(s1, f32x4.add(q1, k))
  q2 = f32x4.mul(s2, f32x4.add(q2, k))
  q3 = f32x4.mul(s3, f32x4.add(q3, k))
  k = constant(7)
  q0 = f32x4.add(q0, k)
  q1 = f32x4.add(q1, k)
  q2 = f32x4.add(q2, k)
  q3 = f32x4.add(q3, k)
  v128.store(to, f32x4.div(f32x4.mul(x0, p0), q0))
  v128.store(to, f32x4.div(f32x4.mul(x1, p1), q1), 16)
  v128.store(then, f32x4.div(f32x4.mul(x2, p2), q2))
  v128.store(then, f32x4.div(f32x4.mul(x3, p3), q3), 16)
}

/** Four floats within ±32767 to the nearest int16, ties to even. */
// @ts-ignore: top-level decorators are AssemblyScript's
@inline
export function storeRounded(values: v128, target: i32): void {
  // Adding 1.5 · 2^23 leaves the rounded integer in the lowest bits of the float; as integers, what is added is taken off.
  const shift = constant(SHIFT)
  const integers = i32x4.sub(f32x4.add(values, shift), shift)
  v128.store64_lane(target, i16x8.narrow_i32x4_s(integers, integers), 0)
}
