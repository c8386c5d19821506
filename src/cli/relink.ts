/** `onrecord relink`: all links of the ledger found anew. */
import { perform } from '../app/perform.ts'
import { relinkLedger } from '../app/relink-ledger.ts'
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import type { Command } from './command.ts'
import { DONE } from './exit-codes.ts'
import { ledgerOption, settingsOf } from './options.ts'

/** Between two lines of progress, where they are not written over. */
const LINE_EVERY_MS = 5000

export const relink: Command = {
  name: 'relink',
  usage: '',
  summary: 'find all links between statements anew',
  details: [
    'Links are found as pages are added. This is for ledgers from before there were links, and after an update that links ' +
      'better. It is done whole or not at all; other programs can read meanwhile, and have to wait to write. Links that ' +
      'people confirmed or rejected stay as they are.',
  ],
  options: [ledgerOption],
  examples: [['onrecord relink', 'after an update']],
  async run(terminal, positionals, values) {
    if (positionals.length > 0) {
      throw new OnrecordError('usage', { problem: `unexpected "${positionals[0]}"`, command: 'relink' })
    }
    const { stdout, stderr } = terminal
    const store = openStore(settingsOf(terminal, values, 'existing'))
    const isBar = stderr.isTTY === true
    let last = performance.now()
    const progress = (done: number, total: number): void => {
      const now = performance.now()
      if (total === 0 || now - last < (isBar ? 200 : LINE_EVERY_MS)) return
      last = now
      stderr.write(`${isBar ? '\r\u001b[K' : ''}${Math.floor((100 * done) / total)} % linked${isBar ? '' : '\n'}`)
    }
    try {
      const { statements, links } = await perform(relinkLedger, { store }, { progress })
      if (isBar) stderr.write('\r\u001b[K')
      stdout.write(`${counted(statements, 'statement')}, ${counted(links, 'link')}\n`)
      return DONE
    } finally {
      await store.close()
    }
  },
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
