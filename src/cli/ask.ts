/** `onrecord ask`: any operation that reads, with the answer that the HTTP API and the assistants' tools give. */
import { operations } from '../app/operations.ts'
import { perform } from '../app/perform.ts'
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import { openRegister } from '../runtime/register.ts'
import { openSubjects } from '../runtime/subjects.ts'
import type { Command } from './command.ts'
import { DONE } from './exit-codes.ts'
import { jsonBlock } from './json-line.ts'
import { ledgerOption, registerOf, registerOption, settingsOf, subjectsOf, subjectsOption, warnOn } from './options.ts'

/** Those that need no page. */
const asked = operations.filter(({ method }) => method === 'GET')

export const ask: Command = {
  name: 'ask',
  usage: 'OPERATION [FIELDS]',
  summary: 'ask for any answer of the HTTP API, as JSON',
  details: [
    'For scripts: the answer is the one that a server gives for the same operation, to the last field. FIELDS is a JSON object ' +
      'with what the operation takes; docs/api.md has the names.',
    `OPERATION is one of ${asked.map(({ name }) => name).join(', ')}.`,
  ],
  options: [registerOption, subjectsOption, ledgerOption],
  examples: [
    ['onrecord ask summarizeLedger', 'what the ledger holds'],
    [`onrecord ask getPassage '{"document":"d-0123456789abcdef","end":400}'`, 'the beginning of a document'],
    [`onrecord ask listFacets '{"speaker":"Lavrov"}' | jq .facets.year`, 'how much he said, by year'],
  ],
  async run(terminal, positionals, values) {
    const [name, fields = '{}', ...rest] = positionals
    const offered = asked.find((each) => each.name === name)
    if (offered === undefined || rest.length > 0) {
      const problem = name === undefined ? 'no operation was named' : `there is no operation "${name}" to ask`
      throw new OnrecordError('usage', {
        problem: rest.length > 0 ? `unexpected "${rest[0]}"` : problem,
        command: 'ask',
      })
    }
    const input = objectOf(fields)
    const register = openRegister(registerOf(terminal, values), warnOn(terminal))
    const subjects = openSubjects(subjectsOf(terminal, values))
    const deps = { store: openStore(settingsOf(terminal, values, 'existing')), register, subjects }
    try {
      terminal.stdout.write(jsonBlock(await perform(offered.operation, deps as never, input)))
      return DONE
    } finally {
      await deps.store.close()
    }
  },
}

function objectOf(json: string): object {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Told below, whatever is wrong with it.
  }
  const problem = `expected the fields as a JSON object, like '{"speaker":"Lavrov"}'`
  throw new OnrecordError('usage', { problem, command: 'ask' })
}
