/** `main` picks the command, runs it, and turns whatever went wrong into one line and an exit code. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { type Command, parseOptions, type Terminal } from './command.ts'
import { commandNames, loadCommand, loadCommands } from './commands.ts'
import { caretOf, errorLine } from './error-line.ts'
import { DONE, exitCodeOf } from './exit-codes.ts'
import { commandHelp, overview } from './help.ts'

/** @returns the exit code. */
export async function main(args: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  try {
    return await dispatch(args, terminal)
  } catch (thrown) {
    const error = asOnrecordError(thrown)
    terminal.stderr.write(`${errorLine(error)}\n`)
    const caret = terminal.stderr.isTTY === true ? caretOf(error) : null
    if (caret !== null) terminal.stderr.write(`${caret}\n`)
    if (error.code === 'bug' && terminal.env.ONRECORD_DEBUG) terminal.stderr.write(`${(error.cause as Error)?.stack}\n`)
    return exitCodeOf(error)
  }
}

async function dispatch([name, ...rest]: readonly string[], terminal: Terminal): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const topic = await loadCommand(rest[0] ?? '')
    terminal.stdout.write(topic === null ? overview(await loadCommands()) : commandHelp(topic))
    return DONE
  }
  if (name === '--version' || name === '-V') {
    terminal.stdout.write(`${version()}\n`)
    return DONE
  }
  const command = await loadCommand(name)
  if (command === null) {
    const problem = `there is no command "${name}": expected ${commandNames.join(', ')}`
    throw new OnrecordError('no-command', { problem })
  }
  const { positionals, values } = parsed(command, rest)
  if (values.help === true) {
    terminal.stdout.write(commandHelp(command))
    return DONE
  }
  try {
    return await command.run(terminal, positionals, values)
  } catch (thrown) {
    throw asUsage(thrown, command)
  }
}

/** What an operation found wrong with its input, in the words of the command line: `--after: …`. */
function asUsage(thrown: unknown, command: Command): unknown {
  if (!(thrown instanceof OnrecordError) || thrown.code !== 'invalid-input') return thrown
  const fault = String(thrown.details.problem)
  const isFlag = command.options.some((option) => fault.startsWith(`${option.name}:`))
  return new OnrecordError(
    'usage',
    { problem: isFlag ? `--${fault}` : fault, command: command.name },
    { cause: thrown },
  )
}

function parsed(command: Command, args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: parseOptions(command),
      allowPositionals: true,
    })
    return { positionals, values: values as Record<string, string | boolean | undefined> }
  } catch (error) {
    throw new OnrecordError('usage', { problem: parsingProblem(error), command: command.name }, { cause: error })
  }
}

/** Node's own message names the flag; its advice, further sentences and lines, is of no use to our readers. */
function parsingProblem(error: unknown): string {
  const first = (error as Error).message.split(/\.(?:\s|$)/)[0]!
  const [, flag] = /^Option '(?:-\w, )?(--[a-z-]+)(?![a-z-]).*' argument is ambiguous/.exec(first) ?? []
  return flag === undefined ? first : `${flag}: a value that begins with a dash is written ${flag}=-…`
}

export const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** The real process: its streams, its environment, its signals. */
function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // "onrecord statements | head" closes the pipe early: that is not an error.
    if (error.code === 'EPIPE') process.exit(DONE)
    const unwritable = new OnrecordError('output-unwritable', { reason: error.code ?? error.message }, { cause: error })
    process.stderr.write(`${errorLine(unwritable)}\n`)
    process.exit(exitCodeOf(unwritable))
  })
  // Nobody listens to the messages any more: the work itself goes on.
  process.stderr.on('error', () => {})
  let interrupted: Promise<void> | undefined
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    get stdin() {
      return process.stdin
    },
    env: process.env,
    // Signals are caught only for a command that asks; any other one dies of them, as programs do.
    get interrupted() {
      interrupted ??= untilSignal()
      return interrupted
    },
  }
}

/** Resolves at the first SIGINT or SIGTERM and gives up waiting for input; a second one ends the process at once. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve()
      process.stdin.destroy()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}
