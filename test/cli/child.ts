/** The program as people start it: a process of its own, with what it printed and how it ended. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const program = new URL('../../bin/onrecord.js', import.meta.url).pathname

export interface Child {
  readonly process: ChildProcess
  /** What it has printed so far. */
  readonly out: () => string
  readonly err: () => string
  /** Resolves when it is over and all it printed has been read; the exit code, or the signal it died of. */
  readonly ended: Promise<number | string>
}

/** Starts `onrecord ARGS…`. */
export const started = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Child =>
  watched(spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } }))

/** Runs a line of shell in which `onrecord` is the program. */
export const shell = (line: string): Child =>
  watched(spawn('bash', ['-c', `onrecord() { "${process.execPath}" "${program}" "$@"; }\n${line}`]))

function watched(child: ChildProcess): Child {
  const printed = { out: '', err: '' }
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
    printed.out += chunk
  })
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    printed.err += chunk
  })
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  return { process: child, out: () => printed.out, err: () => printed.err, ended }
}

/** Resolves once `holds`; rejects when the program ends before, or after 20 s. */
export async function until(child: Child, holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!holds()) {
    const over = await Promise.race([child.ended, new Promise((resolve) => setTimeout(resolve, 5, 'waiting'))])
    if (holds()) return
    if (over !== 'waiting' || performance.now() > deadline) {
      throw new Error(`ended with ${over} too soon:\n${child.out()}\n${child.err()}`)
    }
  }
}
