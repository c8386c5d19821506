/** How long `onrecord extract` of one text takes from nothing to the last line, and how much memory, as the user starts it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Model } from '../src/runtime/settings.ts'

export interface StartBench {
  readonly model: Model
  /** Milliseconds of the very first start, when no compiled code is kept yet. */
  readonly first: number
  /** Of the best and the middle start after it. */
  readonly best: number
  readonly median: number
  /** Of a Node that does nothing, the best of as many. */
  readonly node: number
}

const ROUNDS = 10

const root = join(import.meta.dirname, '..')
const page = join(root, 'examples/daily-lantern-drezack.txt')

/** @throws Error when the program fails. */
export function benchStart(model: Model): StartBench {
  const cache = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const start = () =>
      timed([join(root, 'bin/onrecord.js'), 'extract', page, '--model', model], { NODE_COMPILE_CACHE: cache })
    const first = start()
    const others = Array.from({ length: ROUNDS }, start).toSorted((a, b) => a - b)
    const bare = Array.from({ length: ROUNDS }, () => timed(['--eval', '0'], {}))
    return { model, first, best: others[0]!, median: others[ROUNDS >> 1]!, node: Math.min(...bare) }
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
}

function timed(args: readonly string[], env: Readonly<Record<string, string>>): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, ...env }, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return Math.round(performance.now() - start)
}

export const formatStart = ({ model, first, best, median, node }: StartBench): string =>
  [
    `onrecord extract of one text, model ${model}: best ${best} ms, middle ${median} ms; Node alone ${node} ms`,
    `the very first start, nothing compiled yet: ${first} ms`,
  ].join('\n')
