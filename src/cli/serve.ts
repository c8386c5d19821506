/** `onrecord serve`: the web pages and the HTTP API of a ledger, for this machine or for those who have its token. */
import { OnrecordError } from '../core/errors.ts'
import { backgroundExtractor } from '../runtime/background-extractor.ts'
import { lazyReader } from '../runtime/lazy-reader.ts'
import { openStore } from '../runtime/ledger.ts'
import { openRegister } from '../runtime/register.ts'
import { shownLedger } from '../runtime/settings.ts'
import { openSubjects } from '../runtime/subjects.ts'
import { serve as listen, type McpDoor, type ServeOptions } from '../server/serve.ts'
import { type Command, type Terminal, text, type Values } from './command.ts'
import { DONE, SOME_FAILED } from './exit-codes.ts'
import { version } from './main.ts'
import {
  badFlag,
  ledgerOption,
  modelOf,
  modelOption,
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
  details: [
    'Prints the address and runs until it is stopped (Ctrl-C). Pages may be added in the browser, through the API, by assistants ' +
      'over MCP at /mcp, and beside it with "onrecord add". Stopped, it finishes what it accepted, for at most half a minute; Ctrl-C ' +
      'again ends it at once.',
    'Anything but the default address takes a token of 16 characters or more in the environment: ONRECORD_TOKEN for editors, who ' +
      'may read and add, and ONRECORD_READER_TOKEN beside it for readers. docs/serve.md has the rest.',
  ],
  options: [
    { name: 'port', short: 'p', value: 'N', help: 'default 4870; 0 for any free one' },
    { name: 'host', value: 'NAME', help: 'default 127.0.0.1, which only this machine reaches' },
    {
      name: 'public-url',
      value: 'URL',
      help: 'address at which a proxy shows it to others; default $ONRECORD_PUBLIC_URL',
    },
    { name: 'read-only', help: 'nothing can be added through it' },
    { name: 'log', help: 'a line of JSON for each request on standard error; also $ONRECORD_LOG=1' },
    modelOption,
    registerOption,
    subjectsOption,
    ledgerOption,
  ],
  examples: [
    ['onrecord serve', 'at http://127.0.0.1:4870/'],
    ['onrecord serve --ledger archive.db --port 0', 'another ledger, any free port'],
    [
      'ONRECORD_TOKEN="$(cat token)" onrecord serve --public-url https://record.example.org --log',
      'for a newsroom, behind a proxy on the same machine',
    ],
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
  const publicUrl = publicUrlOf(terminal, values)
  const tokens = tokensOf(terminal)
  const readOnly = values['read-only'] === true
  const logs = values.log === true || terminal.env.ONRECORD_LOG === '1'
  const model = modelOf('serve', terminal, values)
  const settings = settingsOf(terminal, values, 'existing')
  const register = openRegister(registerOf(terminal, values), warnOn(terminal))
  const subjects = openSubjects(subjectsOf(terminal, values))
  const reading = { model, warn: warnOn(terminal) }
  const extractor = backgroundExtractor(reading)
  const store = openStore(settings)
  const deps = { store, register, subjects, extractor, ...lazyReader(reading), now: () => new Date() }
  try {
    const address = { web: publicUrl ?? null }
    const serving = await listen(deps, {
      host,
      port,
      publicUrl,
      tokens,
      readOnly,
      ingest: deps,
      mcp: mcpDoor(deps, address),
      log: logs ? (line) => terminal.stderr.write(line) : undefined,
    })
    address.web ??= serving.url
    terminal.stdout.write(`${shownLedger(settings.ledger)} is served at ${serving.url}/\n`)
    await terminal.interrupted
    const pending = serving.pending()
    if (pending > 0) terminal.stderr.write(`finishing what was accepted (${pages(pending)}); Ctrl-C ends it at once\n`)
    const unread = await serving.close()
    if (unread > 0) terminal.stderr.write(`${pages(unread)} that had been accepted could not be read in time\n`)
    return unread > 0 ? SOME_FAILED : DONE
  } finally {
    await extractor.close()
    await store.close()
  }
}

const pages = (count: number): string => `${count} page${count === 1 ? '' : 's'}`

/** The protocol is loaded when the first assistant comes. */
function mcpDoor(
  deps: Parameters<typeof import('../mcp/server.ts')['mcpHandler']>[0],
  address: { readonly web: string | null },
): McpDoor {
  const load = async () => {
    const { isWriteCall, mcpHandler } = await import('../mcp/server.ts')
    const options = { version: version(), web: address.web }
    return { isWriteCall, editor: mcpHandler(deps, options), reader: mcpHandler(deps, { ...options, readOnly: true }) }
  }
  let loaded: ReturnType<typeof load> | null = null
  const mcp = () => {
    loaded ??= load()
    return loaded
  }
  return {
    async writesIn(messages) {
      const { isWriteCall } = await mcp()
      return messages.filter(isWriteCall).length
    },
    answer: async (request, { body, mayWrite }) =>
      (await mcp())[mayWrite ? 'editor' : 'reader'].fetch(request, { parsedBody: body }),
    async close() {
      const opened = await loaded
      await Promise.all([opened?.editor.close(), opened?.reader.close()])
    },
  }
}

/** @throws OnrecordError `token-unusable` for a reader's token without an editor's; what is wrong with one of them, the server tells. */
function tokensOf({ env }: Terminal): ServeOptions['tokens'] {
  const editor = env.ONRECORD_TOKEN || undefined
  const reader = env.ONRECORD_READER_TOKEN || undefined
  if (editor !== undefined) return { editor, reader }
  if (reader === undefined) return undefined
  throw new OnrecordError('token-unusable', {
    name: 'ONRECORD_READER_TOKEN',
    problem: 'it takes an ONRECORD_TOKEN beside it',
  })
}

function publicUrlOf({ env }: Terminal, values: Values): string | undefined {
  const value = text(values, 'public-url') ?? (env.ONRECORD_PUBLIC_URL || undefined)
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : null
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search + url.hash === ''
  if (!isPlain || url.username !== '' || url.password !== '') {
    throw badFlag('serve', 'public-url', value, 'expected an address like https://record.example.org')
  }
  return url.origin
}

function portOf(values: Values): number | undefined {
  const value = text(values, 'port')
  if (value === undefined) return undefined
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (!(port <= 65_535)) throw badFlag('serve', 'port', value, 'expected a number from 0 to 65535')
  return port
}
