/** `onrecord serve`: the web pages and the HTTP API of a ledger, on this machine. */
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import { openRegister } from '../runtime/register.ts'
import { openSubjects } from '../runtime/subjects.ts'
import { serve as listen } from '../server/serve.ts'
import { type Command, type Terminal, text, type Values } from './command.ts'
import { DONE } from './exit-codes.ts'
import {
  badFlag,
  ledgerOption,
  registerOf,
  registerOption,
  settingsOf,
  subjectsOf,
  subjectsOption,
  warnOn,
} from './options.ts'

export const serve: Command = {
  name: 'serve',
  usage: '',
  summary: 'serve the web pages and the HTTP API of the ledger',
  details: ['Prints the address and runs until it is stopped (Ctrl-C). Pages may be added beside it at any time.'],
  options: [
    { name: 'port', short: 'p', value: 'N', help: 'default 4870; 0 for any free one' },
    { name: 'host', value: 'NAME', help: 'default 127.0.0.1, which only this machine reaches' },
    registerOption,
    subjectsOption,
    ledgerOption,
  ],
  examples: [
    ['onrecord serve', 'at http://127.0.0.1:4870/'],
    ['onrecord serve --ledger archive.db --port 0', 'another ledger, any free port'],
  ],
  async run(terminal, positionals, values) {
    if (positionals.length > 0) {
      throw new OnrecordError('usage', { problem: `unexpected "${positionals[0]}"`, command: 'serve' })
    }
    return serveLedger(terminal, values)
  },
}

/** Serves until interrupted. */
async function serveLedger(terminal: Terminal, values: Values): Promise<number> {
  const port = portOf(values)
  const host = text(values, 'host')
  const settings = settingsOf(terminal, values, 'existing')
  const register = openRegister(registerOf(terminal, values), warnOn(terminal))
  const subjects = openSubjects(subjectsOf(terminal, values))
  const deps = { store: openStore(settings), register, subjects }
  try {
    const serving = await listen(deps, {
      ...(port === undefined ? {} : { port }),
      ...(host === undefined ? {} : { host }),
    })
    terminal.stdout.write(`${settings.ledger} is served at ${serving.url}/\n`)
    await terminal.interrupted
    await serving.close()
    return DONE
  } finally {
    await deps.store.close()
  }
}

function portOf(values: Values): number | undefined {
  const value = text(values, 'port')
  if (value === undefined) return undefined
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (!(port <= 65_535)) throw badFlag('serve', 'port', value, 'expected a number from 0 to 65535')
  return port
}
