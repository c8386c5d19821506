/** `onrecord import`: lines of an export into the ledger; a bad line is named and the rest goes on. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { type Import, importDocument } from '../app/import-document.ts'
import { perform } from '../app/perform.ts'
import type { Deps } from '../app/ports.ts'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import type { Command, Terminal } from './command.ts'
import { errorLine } from './error-line.ts'
import { DONE, SOME_FAILED } from './exit-codes.ts'
import { ledgerOption, settingsOf } from './options.ts'
import { clipped, visible } from './visible.ts'

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE…',
  summary: 'take in what "onrecord export --format jsonl" wrote',
  details: [
    'FILE as export wrote it, or - for standard input. Documents, statements and entities keep their ids; what is there already ' +
      'stays as it is. Every id and every slice is held against the text: a line in which they do not agree is refused, and the rest goes on.',
  ],
  options: [ledgerOption],
  examples: [
    ['onrecord import record.jsonl --ledger copy.db', 'a second ledger with the same record'],
    ['onrecord export --speaker Pohl | onrecord import - --ledger pohl.db', 'a part of it'],
  ],
  async run(terminal, files, values) {
    if (files.length === 0) {
      throw new OnrecordError('usage', { problem: 'expected a file, or - for standard input', command: 'import' })
    }
    const store = openStore(settingsOf(terminal, values, 'create'))
    const counts = { stored: 0, already: 0, failed: 0, statements: 0 }
    try {
      for (const file of files) await importFile(terminal, { store }, file, counts)
    } finally {
      await store.close()
    }
    const { stored, already, failed, statements } = counts
    terminal.stderr.write(`${stored} stored (${statements} statements), ${already} already there, ${failed} failed\n`)
    return failed > 0 ? SOME_FAILED : DONE
  },
}

async function importFile(
  { stdin, stderr }: Terminal,
  deps: Pick<Deps, 'store'>,
  file: string,
  counts: { stored: number; already: number; failed: number; statements: number },
): Promise<void> {
  const input = file === '-' ? Readable.from(stdin) : createReadStream(file)
  const failed = (error: OnrecordError): void => {
    counts.failed++
    stderr.write(`${errorLine(error)}\n`)
  }
  const shown = file === '-' ? 'standard input' : file
  let number = 0
  try {
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
    // An error of the stream would end the process unless somebody listens; it is told of below.
    input.once('error', () => lines.close())
    for await (const line of lines) {
      number++
      if (line.trim() === '') continue
      try {
        const result = await imported(deps, line)
        if (result.outcome === 'already-stored') counts.already++
        else {
          counts.stored++
          counts.statements += result.statements
        }
      } catch (thrown) {
        failed(lineError(thrown, shown, number))
      }
    }
    if (input.errored) throw input.errored
  } catch (thrown) {
    if (thrown instanceof OnrecordError) throw thrown
    const reason =
      (thrown as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String((thrown as Error).message)
    failed(new OnrecordError('file-unreadable', { file: shown, reason }, { cause: thrown }))
  }
}

function imported(deps: Pick<Deps, 'store'>, line: string): Promise<Import> {
  return perform(importDocument, deps, JSON.parse(line))
}

/** What is wrong with the line itself; an error of the ledger ends the import. */
function lineError(thrown: unknown, file: string, line: number): OnrecordError {
  const isJson = !(thrown instanceof SyntaxError)
  const error = asOnrecordError(thrown)
  if (isJson && error.code !== 'invalid-input') throw error
  const problem = isJson ? clipped(visible(String(error.details.problem)), 200) : 'this is not JSON'
  return new OnrecordError('bad-line', { file, line, problem })
}
