/** `onrecord mcp`: the ledger for an assistant, over standard input and output. */
import { OnrecordError } from '../core/errors.ts'
import { serveMcpOnStdio } from '../mcp/server.ts'
import { openDeps } from '../runtime/wire.ts'
import { type Command, text } from './command.ts'
import { DONE } from './exit-codes.ts'
import { version } from './main.ts'
import {
  badFlag,
  ledgerOption,
  modelOf,
  modelOption,
  registerOf,
  registerOption,
  settingsOf,
  warnOn,
} from './options.ts'

export const mcp: Command = {
  name: 'mcp',
  usage: '',
  summary: 'serve the ledger to an assistant over MCP (standard input and output)',
  details: [
    'Speaks the Model Context Protocol until the client hangs up: tools search_statements, get_statement, get_document_passage, ' +
      'speaker_timeline, find_conflicts, verify_quote, page_changes, add_document, and every document and statement as a resource. Every answer has the ' +
      'exact words and where they stand.',
  ],
  options: [
    {
      name: 'web',
      value: 'URL',
      help: 'address at which "onrecord serve" shows the same ledger; answers then link to it',
    },
    modelOption,
    registerOption,
    ledgerOption,
  ],
  examples: [
    ['onrecord mcp --ledger archive.db', 'what to give a client as the command to start'],
    ['onrecord mcp --web http://127.0.0.1:4870', 'with links to the pages'],
  ],
  async run(terminal, positionals, values) {
    if (positionals.length > 0) {
      throw new OnrecordError('usage', { problem: `unexpected "${positionals[0]}"`, command: 'mcp' })
    }
    const web = text(values, 'web')?.replace(/(?<!\/)\/+$/, '') ?? null
    if (web !== null && !/^https?:\/\/[^\s]+$/.test(web)) {
      throw badFlag('mcp', 'web', web, 'expected an address like http://127.0.0.1:4870')
    }
    const model = modelOf('mcp', terminal, values)
    const register = registerOf(terminal, values)
    const settings = settingsOf(terminal, values, 'create')
    const deps = openDeps(settings, { model, pages: 1, warn: warnOn(terminal), register })
    const serving = serveMcpOnStdio(deps, { version: version(), web })
    try {
      const hungUp = new Promise<void>((resolve) => process.stdin.once('end', resolve).once('close', resolve))
      await Promise.race([hungUp, terminal.interrupted])
      return DONE
    } finally {
      await serving.close()
      await deps.extractor.close()
      await deps.store.close()
    }
  },
}
