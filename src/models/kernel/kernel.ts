/** Loads the kernel and hands out its memory. */
import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'

/** The part of the standard that is used here; Node's types leave it to the browser's. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: object }
}

interface Memory {
  readonly buffer: ArrayBuffer
  /** @param pages of 64 KiB. */
  grow(pages: number): number
}

/** What `kernel.wasm` exports; all addresses and steps are bytes. The source tells what each does. */
interface Exports {
  readonly memory: Memory
  pack(
    source: number,
    target: number,
    rows: number,
    columns: number,
    order: number,
    blocks: number,
    pairs: number,
  ): void
  dense(
    vectors: number,
    vectorStep: number,
    units: number,
    count: number,
    weights: number,
    scales: number,
    biases: number,
    blocks: number,
    pairs: number,
    outputs: number,
  ): void
  quantise(source: number, count: number, target: number): number
  rectify(values: number, count: number): void
  widen(source: number, count: number, target: number): void
  recur(
    plan: number,
    steps: number,
    lanes: number,
    units: number,
    weights: number,
    scales: number,
    cells: number,
    zeros: number,
  ): void
  denseFloat(
    vectors: number,
    columns: number,
    count: number,
    weights: number,
    biases: number,
    blocks: number,
    outputs: number,
  ): void
}

export interface Kernel extends Exports {
  /** Address of `bytes` zero bytes that are never given back. Views of the memory made before are void. */
  reserve(bytes: number): number
  /** Address of `bytes` bytes that are free until the next `reserve`. Views of the memory made before are void. */
  scratch(bytes: number): number
}

/** The first bytes are the kernel's own. */
const FIRST_FREE = 2048 + 16 * 1024
const PAGE = 65_536

let compiled: object | null = null

/** The kernel's code, compiled: what other threads need to run it too. */
export function compiledKernel(): object {
  compiled ??= compile(readFileSync(new URL('./kernel.wasm', import.meta.url)))
  return compiled
}

/** Takes over what another thread has compiled. */
export function adoptKernel(module: object): void {
  compiled = module
}

/** A kernel with a memory of its own. */
export function newKernel(): Kernel {
  const exports = new WebAssembly.Instance(compiledKernel()).exports as Exports
  let free = FIRST_FREE
  const grow = (end: number): void => {
    const missing = end - exports.memory.buffer.byteLength
    if (missing > 0) exports.memory.grow(Math.ceil(missing / PAGE))
  }
  return {
    ...exports,
    reserve(bytes) {
      const address = free
      free = inLines(free + bytes)
      grow(free)
      return address
    },
    scratch(bytes) {
      grow(free + bytes)
      return free
    },
  }
}

/** Whole cache lines, so that no vector lies across two. */
const inLines = (bytes: number): number => Math.ceil(bytes / 64) * 64

/** Versions of V8 of which the tests have shown that what comes out is the same with wide vectors. */
const TESTED_WIDE = ['13.6']
/** Joins two operations on 128 bits into one on 256 where the processor has them; at once and for good, not after a while. */
const WIDE = ['--experimental-wasm-revectorize', '--no-liftoff', '--no-wasm-lazy-compilation']
const DEFAULTS = ['--no-experimental-wasm-revectorize', '--liftoff', '--wasm-lazy-compilation']

/** The options are V8's own and stand for the whole process, so they are set for as long as this takes and no longer. */
function compile(bytes: Uint8Array): object {
  const isTested =
    process.arch === 'x64' && TESTED_WIDE.some((version) => process.versions.v8.startsWith(`${version}.`))
  if (!isTested) return new WebAssembly.Module(bytes)
  try {
    for (const option of WIDE) setFlagsFromString(option)
    return new WebAssembly.Module(bytes)
  } finally {
    for (const option of DEFAULTS) setFlagsFromString(option)
  }
}
