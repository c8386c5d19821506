/** A small coverage-guided fuzzer: inputs that reach new blocks are kept and mutated further; what breaks a rule is shrunk. */
import assert from 'node:assert/strict'
import { randomFrom } from '../faults/random.ts'
import { startCoverage } from './coverage.ts'
import { LONGEST, mutated } from './mutate.ts'

export interface Target {
  /** Inputs to begin with. */
  readonly seeds: readonly string[]
  /** What inputs of this kind are made of. */
  readonly words: readonly string[]
  /**
   * Does the work and throws where a rule is broken. What it gives has to be the same each time.
   * An error that the parser is meant to throw is caught here and given as a result.
   */
  run(input: string): unknown
  /** Whether time is held to be in proportion to length; not where a limit on length ends it. */
  readonly grows?: boolean
}

export interface FuzzOptions {
  readonly seconds: number
  readonly seed: number
  /** Inputs that were kept by earlier runs. */
  readonly corpus?: readonly string[]
  /** Part of the address of the files whose coverage guides it. */
  readonly within?: string
}

export interface FuzzResult {
  readonly inputs: number
  readonly kept: number
  readonly blocks: number
  readonly failure: { readonly input: string; readonly error: Error } | null
}

const BATCH = 25
/** An input may take so much of the processor; they are short. */
const SLOWEST_MS = 2_000

export async function fuzz(
  target: Target,
  { seconds, seed, corpus = [], within = '/src/' }: FuzzOptions,
): Promise<FuzzResult> {
  const random = randomFrom(seed)
  const coverage = startCoverage(within)
  const kept: string[] = []
  const blocks = new Set<string>()
  let inputs = 0
  const result = (failure: FuzzResult['failure']): FuzzResult => ({
    inputs,
    kept: kept.length,
    blocks: blocks.size,
    failure,
  })
  const until = performance.now() + seconds * 1000
  try {
    const first = [...new Set([...target.seeds, ...corpus])]
    for (let round = 0; round === 0 || performance.now() < until; round++) {
      const batch =
        round === 0
          ? first
          : Array.from({ length: BATCH }, () =>
              mutated(kept[Math.floor(random() * kept.length)]!, kept, target.words, random),
            )
      for (const input of batch) {
        inputs++
        const error = await faultOf(target, input)
        if (error !== null) return result({ input: await shrunk(target, input), error })
        if (round > 0 && performance.now() > until) break
      }
      if (round > 0 && !hasNew(coverage.take(), blocks, false)) continue
      for (const input of batch) {
        await target.run(input)
        if (!hasNew(coverage.take(), blocks, true) && kept.length > 0) continue
        kept.push(input)
        const error = await closerFault(target, input)
        if (error !== null) return result({ input, error })
        coverage.take()
      }
    }
    return result(null)
  } finally {
    coverage.stop()
  }
}

function hasNew(taken: ReadonlySet<string>, known: Set<string>, learn: boolean): boolean {
  const fresh = [...taken].filter((each) => !known.has(each))
  if (learn) for (const each of fresh) known.add(each)
  return fresh.length > 0
}

/** What is wrong with how the target takes an input, or null. */
export async function faultOf(target: Target, input: string): Promise<Error | null> {
  try {
    const ms = await cpuOf(() => target.run(input))
    assert.ok(ms < SLOWEST_MS, `${Math.round(ms)} ms for ${input.length} characters`)
    return null
  } catch (thrown) {
    return thrown as Error
  }
}

/** For inputs that reached something new: twice the same result, and time in proportion to length. */
async function closerFault(target: Target, input: string): Promise<Error | null> {
  try {
    assert.equal(JSON.stringify(await target.run(input)), JSON.stringify(await target.run(input)), 'another result')
    if (target.grows === false || input.length < 20) return null
    const times = (length: number) => input.repeat(Math.ceil(length / input.length))
    const [short, long] = [times(LONGEST * 4), times(LONGEST * 8)]
    const one = await cpuOf(() => target.run(long))
    if (one < 400) return null
    const half = Math.min(await cpuOf(() => target.run(short)), await cpuOf(() => target.run(short)))
    const whole = Math.min(one, await cpuOf(() => target.run(long)))
    assert.ok(
      whole < half * 3.2,
      `twice as long takes ${(whole / half).toFixed(1)} times as long: ${Math.round(whole)} ms`,
    )
    return null
  } catch (thrown) {
    return thrown as Error
  }
}

/** Milliseconds of the processor: what else the machine does counts less. */
async function cpuOf(work: () => unknown): Promise<number> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return Math.min(performance.now() - began, (user + system) / 1000)
}

/** The shortest input found by leaving parts out that still fails, within a few seconds. */
async function shrunk(target: Target, input: string): Promise<string> {
  let best = input
  const until = performance.now() + 5_000
  for (let size = best.length >> 1; size > 0 && performance.now() < until; ) {
    let isShorter = false
    for (let at = 0; at < best.length && performance.now() < until; at += size) {
      const shorter = best.slice(0, at) + best.slice(at + size)
      if ((await faultOf(target, shorter)) === null) continue
      best = shorter
      isShorter = true
      at -= size
    }
    if (!isShorter) size >>= 1
  }
  return best
}
