/** `onrecord import`: documents of an export or of `extract` into the ledger; a bad one is named and the rest goes on. */
import { type Import, importDocument, type ImportDeps as StoringDeps } from '../app/import-document.ts'
import { perform } from '../app/perform.ts'
import type { Deps } from '../app/ports.ts'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { type BulkRecord, bulkRecords } from '../runtime/bulk-input.ts'
import { openStore } from '../runtime/ledger.ts'
import { openRegister } from '../runtime/register.ts'
import type { Command, Terminal } from './command.ts'
import { errorLine } from './error-line.ts'
import { DONE, SOME_FAILED } from './exit-codes.ts'
import { inOrder } from './in-order.ts'
import { ledgerOption, registerOf, registerOption, settingsOf, warnOn } from './options.ts'
import { storingInOrder } from './storing-in-order.ts'
import { clipped, visible } from './visible.ts'

type ImportDeps = Pick<Deps, 'store' | 'register' | 'now'>

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE…',
  summary: 'take in what "onrecord export --format jsonl" or "extract --bulk" wrote',
  details: [
    'FILE as export wrote it, or extract with --bulk or as Parquet, also in gzip; or - for standard input. Documents and statements ' +
      'keep their ids; what is there already stays as it is. An export brings its entities; what extract found is given entities ' +
      'here, as if the pages had been added, in the order in which it comes.',
    'Every id and every slice is held against the text: a line in which they do not agree is refused, and the rest goes on.',
  ],
  options: [registerOption, ledgerOption],
  examples: [
    ['onrecord import record.jsonl --ledger copy.db', 'a second ledger with the same record'],
    ['onrecord export --speaker Pohl | onrecord import - --ledger pohl.db', 'a part of it'],
    ['onrecord import shards/*.parquet --ledger news.db', 'what many machines extracted'],
  ],
  async run(terminal, files, values) {
    if (files.length === 0) {
      throw new OnrecordError('usage', { problem: 'expected a file, or - for standard input', command: 'import' })
    }
    const register = openRegister(registerOf(terminal, values), warnOn(terminal))
    const store = openStore(settingsOf(terminal, values, 'create'))
    const counts = { stored: 0, already: 0, failed: 0, statements: 0 }
    try {
      for (const file of files) await importFile(terminal, { store, register, now: () => new Date() }, file, counts)
    } finally {
      await store.close()
    }
    const { stored, already, failed, statements } = counts
    terminal.stderr.write(`${stored} stored (${statements} statements), ${already} already there, ${failed} failed\n`)
    return failed > 0 ? SOME_FAILED : DONE
  },
}

interface Counts {
  stored: number
  already: number
  failed: number
  statements: number
}

/** Documents in hand: those that are put on disk together. */
const IN_HAND = 16

async function importFile({ stdin, stderr }: Terminal, deps: ImportDeps, file: string, counts: Counts): Promise<void> {
  const storing = storingInOrder(deps.store)
  const imports = inOrder(recordsOf(file, stdin), IN_HAND, async (item) => {
    const place = storing.next()
    try {
      if ('failed' in item) throw item.failed
      await place.turn()
      return await imported({ ...deps, store: place.store }, item)
    } finally {
      place.leave()
    }
  })
  for await (const { item, result } of imports) {
    try {
      const { outcome, statements } = await result
      if (outcome === 'already-stored') counts.already++
      else {
        counts.stored++
        counts.statements += statements
      }
    } catch (thrown) {
      const error =
        'failed' in item ? item.failed : recordError(thrown, file === '-' ? 'standard input' : file, item.number)
      counts.failed++
      stderr.write(`${errorLine(error)}\n`)
    }
  }
}

/** The records of a file, and last of all why there are no more where it cannot be read any further. */
async function* recordsOf(
  file: string,
  stdin: Terminal['stdin'],
): AsyncGenerator<BulkRecord | { readonly failed: OnrecordError }> {
  try {
    yield* bulkRecords(file, stdin)
  } catch (thrown) {
    yield { failed: asOnrecordError(thrown) }
  }
}

function imported(deps: StoringDeps, { record }: BulkRecord): Promise<Import> {
  if ('problem' in record) throw new OnrecordError('invalid-input', { operation: 'importDocument', ...record })
  return perform(importDocument, deps, record.value as never)
}

/** What is wrong with the record itself; an error of the ledger ends the import. */
function recordError(thrown: unknown, file: string, line: number): OnrecordError {
  const error = asOnrecordError(thrown)
  if (error.code !== 'invalid-input') throw error
  return new OnrecordError('bad-line', { file, line, problem: clipped(visible(String(error.details.problem)), 200) })
}
