/** `onrecord check`: whether everything in the ledger is as it was written, and with --repair what can be made good. */
import { checkLedger, type LedgerCheck } from '../app/check-ledger.ts'
import { perform } from '../app/perform.ts'
import type { Fault, Mend } from '../app/ports.ts'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import { readingDeps } from '../runtime/reading.ts'
import type { Command } from './command.ts'
import { DONE, SOME_FAILED } from './exit-codes.ts'
import { jsonLine } from './json-line.ts'
import { formatOf, formatOption, ledgerOption, settingsOf } from './options.ts'
import { percentOf } from './percent.ts'
import { visible } from './visible.ts'

export const check: Command = {
  name: 'check',
  usage: '',
  summary: 'check that everything in the ledger is as it was written',
  details: [
    'Looks at the pages of the file, then at every document: its digests, the place and the words of its statements, every ' +
      'row that repeats what its record says, the full-text indexes and the keys of the links, word by word. Each fault ' +
      'is a line on standard output, with what makes it good; exit code 1 where there is one. Other programs can go on with ' +
      'the ledger; what is checked is how it was when the check began.',
    '--repair makes good what follows from texts, statements and kept pages, all of it or nothing, and checks again. Of a file with damaged pages ' +
      'nothing is repaired: docs/care.md tells what to do.',
  ],
  options: [
    { name: 'repair', help: 'make good what can be, then check again' },
    { name: 'quick', help: 'leave out full-text indexes and keys of links, the larger part of the time' },
    formatOption(['text', 'jsonl'], 'text'),
    ledgerOption,
  ],
  examples: [
    ['onrecord check', 'all of the ledger'],
    ['onrecord check --repair', 'and make good what can be'],
    ['onrecord check --quick --format jsonl', 'for a script, every night'],
  ],
  async run(terminal, positionals, values) {
    if (positionals.length > 0) {
      throw new OnrecordError('usage', { problem: `unexpected "${positionals[0]}"`, command: 'check' })
    }
    const jsonl = formatOf('check', values, ['text', 'jsonl'], 'text') === 'jsonl'
    const settings = settingsOf(terminal, values, 'existing')
    const { stdout, stderr } = terminal
    const percents = { checked: percentOf(stderr, 'checked'), repaired: percentOf(stderr, 'repaired') }
    const clear = () => percents.checked.done()
    const found = (fault: Fault, isLeft: boolean): void => {
      clear()
      stdout.write(jsonl ? jsonLine({ ...fault, left: isLeft }) : `${isLeft ? 'left: ' : ''}${lineOf(fault)}\n`)
    }
    const store = opened(() => openStore(settings), found)
    if (store === null) return SOME_FAILED
    try {
      const done = await perform(
        checkLedger,
        { store, read: readingDeps().read },
        {
          isDeep: values.quick !== true,
          repair: values.repair === true,
          found,
          progress: (done: number, total: number, what: 'checked' | 'repaired') => percents[what].tell(done, total),
        },
      )
      clear()
      for (const line of summaryOf(done)) stderr.write(`${line}\n`)
      return (done.repaired?.left ?? done).faults > 0 ? SOME_FAILED : DONE
    } catch (thrown) {
      clear()
      const error = asOnrecordError(thrown)
      throw error.code === 'repair-refused' ? new OnrecordError('repair-refused', { ledger: settings.ledger }) : thrown
    } finally {
      await store.close()
    }
  },
}

/** A ledger so damaged that it cannot be opened is a fault, too. */
function opened<Store>(open: () => Store, found: (fault: Fault, isLeft: boolean) => void): Store | null {
  try {
    return open()
  } catch (thrown) {
    const error = asOnrecordError(thrown)
    if (error.code !== 'ledger-damaged') throw thrown
    found({ code: 'structure', place: 'file', message: error.message, mend: 'backup', document: null }, false)
    return null
  }
}

const mendWords: Readonly<Record<Mend, string>> = {
  repair: '--repair makes it good',
  reread: '--repair reads it again from the page that is kept',
  reanalyse: 'found anew by "onrecord reanalyse',
  backup: 'only a copy from before has it',
}

function lineOf({ place, message, mend, document }: Fault): string {
  const words = mend === 'reanalyse' ? `${mendWords.reanalyse} ${document ?? 'ID'}"` : mendWords[mend]
  return visible(`${place}: ${message}; ${words}`)
}

function summaryOf({ documents, statements, faults, due, repaired }: LedgerCheck): string[] {
  const looked = `${counted(documents, 'document')}, ${counted(statements, 'statement')}`
  const lines = [`${looked}: ${faults === 0 ? 'nothing is wrong' : counted(faults, 'fault')}`]
  if (repaired !== null) {
    const { left, removed, reread } = repaired
    const parts = [left.faults === 0 ? 'all made good' : `${counted(left.faults, 'fault')} left`]
    if (reread.length > 0) parts.push(`${counted(reread.length, 'text')} read again`)
    if (removed > 0) parts.push(`${counted(removed, 'row')} that named what is not there removed`)
    lines.push(parts.join(', '))
  }
  return [...lines, ...(repaired?.left ?? { due }).due.map((each) => `due: ${each}`)]
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
