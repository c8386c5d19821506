/** `main` picks the command, runs it, and turns whatever went wrong into one line and an exit code. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { errorLine } from './add.ts'
import { type Command, parseOptions, type Terminal } from './command.ts'
import { commands } from './commands.ts'
import { DONE, exitCodeOf } from './exit-codes.ts'
import { commandHelp, overview } from './help.ts'

/** @returns the exit code. */
export async function main(args: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  try {
    return await dispatch(args, terminal)
  } catch (thrown) {
    const error = asOnrecordError(thrown)
    terminal.stderr.write(`${errorLine(error)}\n`)
    if (error.code === 'bug' && terminal.env.ONRECORD_DEBUG) terminal.stderr.write(`${(error.cause as Error)?.stack}\n`)
    return exitCodeOf(error)
  }
}

async function dispatch([name, ...rest]: readonly string[], terminal: Terminal): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const topic = commands.find((command) => command.name === rest[0])
    terminal.stdout.write(topic === undefined ? overview(commands) : commandHelp(topic))
    return DONE
  }
  if (name === '--version' || name === '-V') {
    terminal.stdout.write(`${version()}\n`)
    return DONE
  }
  const command = commands.find((each) => each.name === name)
  if (command === undefined) {
    const problem = `there is no command "${name}": expected ${commands.map((each) => each.name).join(', ')}`
    throw new OnrecordError('no-command', { problem })
  }
  const { positionals, values } = parsed(command, rest)
  if (values.help === true) {
    terminal.stdout.write(commandHelp(command))
    return DONE
  }
  return command.run(terminal, positionals, values)
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
    // Node's own message names the flag; its advice on positionals is of no use to our readers.
    const problem = (error as Error).message.split('. To specify')[0]!
    throw new OnrecordError('usage', { problem, command: command.name }, { cause: error })
  }
}

export const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** The real process: its streams, its environment, its signals. */
function processTerminal(): Terminal {
  // "onrecord statements | head" closes the pipe early: that is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(DONE)
    throw error
  })
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  return { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin, env: process.env, interrupted }
}
