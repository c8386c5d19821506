/** Tokens on their way through a network's heads, a chunk at a time. */
import type { Kernel } from './kernel/kernel.ts'

/** Tokens that go through the heads at a time. */
export const CHUNK = 64

/** A table of addresses for a chunk, `step` bytes apart. @returns where it stands. */
export function placeAddresses(kernel: Kernel, first: number, step: number): number {
  const table = kernel.reserve(CHUNK * 4)
  new Int32Array(kernel.memory.buffer, table, CHUNK).set(Array.from({ length: CHUNK }, (_, i) => first + i * step))
  return table
}

/** Columns of scores in the kernel's memory. */
export interface Columns {
  readonly address: number
  /** Floats from row to row. */
  readonly step: number
  /** The first column. */
  readonly column: number
}

/** The first `rows` rows, `width` columns of each, to the rows of `to` from row `at` on. */
export function copyColumns(
  kernel: Kernel,
  { address, step, column }: Columns,
  to: Float32Array,
  width: number,
  at: number,
  rows: number,
): void {
  const from = new Float32Array(kernel.memory.buffer, address)
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < width; i++) to[(at + row) * width + i] = from[row * step + column + i]!
  }
}
