/** What a command of the command line is: its words, options, examples and what it does. */
import type { ParseArgsConfig } from 'node:util'

export interface Option {
  readonly name: string
  readonly short?: string
  /** Placeholder of its value; a flag has none. */
  readonly value?: string
  readonly help: string
}

/** The outside world of a command; tests pass their own. */
export interface Terminal {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: AsyncIterable<Uint8Array>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Resolves when the user asks to stop (Ctrl-C, SIGTERM). */
  readonly interrupted: Promise<void>
}

export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

export type Values = Readonly<Record<string, string | boolean | undefined>>

export interface Command {
  readonly name: string
  /** Positional arguments as the help shows them. */
  readonly usage: string
  readonly summary: string
  /** Further paragraphs of the help. */
  readonly details?: readonly string[]
  readonly options: readonly Option[]
  readonly examples: readonly (readonly [command: string, what: string])[]
  /** @returns the exit code. */
  run(terminal: Terminal, positionals: readonly string[], values: Values): Promise<number>
}

/** The options as `util.parseArgs` wants them, with `--help`. */
export function parseOptions(command: Command): NonNullable<ParseArgsConfig['options']> {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } }
  for (const { name, short, value } of command.options) {
    options[name] = { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) }
  }
  return options
}

/** The value of a text option, or undefined. */
export const text = (values: Values, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
