/** A terminal for tests: runs the real `main` in this process and keeps what it printed. */
import { main } from '../../src/cli/main.ts'

export interface Setting {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What standard input holds. */
  readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>
  /** Resolves when the user presses Ctrl-C. */
  readonly interrupted?: Promise<void>
  /** Told of every write to standard output as it happens. */
  readonly onWrite?: (text: string) => void
}

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `onrecord ARGS…`. */
export async function onrecord(args: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const written = { out: '', err: '' }
  const output = (name: 'out' | 'err') => ({
    write(text: string) {
      written[name] += text
      if (name === 'out') setting.onWrite?.(text)
    },
    ...(setting.isTTY === undefined ? {} : { isTTY: setting.isTTY }),
    ...(setting.columns === undefined ? {} : { columns: setting.columns }),
  })
  const code = await main(args, {
    stdout: output('out'),
    stderr: output('err'),
    stdin: inputOf(setting.stdin),
    env: setting.env ?? {},
    interrupted: setting.interrupted ?? new Promise(() => {}),
  })
  return { code, ...written }
}

async function* inputOf(given: Setting['stdin'] = ''): AsyncGenerator<Uint8Array> {
  if (typeof given === 'string') yield Buffer.from(given)
  else if (given instanceof Uint8Array) yield given
  else yield* given
}

export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')

export const valuesOf = <T = Record<string, unknown>>(jsonl: string): T[] =>
  linesOf(jsonl).map((line) => JSON.parse(line) as T)
