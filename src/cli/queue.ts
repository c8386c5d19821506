/** `onrecord queue`: what waits for workers, what they have in hand, and what they gave up. */
import { openQueue } from '../runtime/queue.ts'
import type { Command } from './command.ts'
import { DONE } from './exit-codes.ts'
import { jsonLine } from './json-line.ts'
import { formatOf, formatOption, ledgerOption, settingsOf } from './options.ts'
import { visible } from './visible.ts'

export const queueCommand: Command = {
  name: 'queue',
  usage: '',
  summary: 'show what waits for workers, and what they gave up',
  options: [
    { name: 'retry', help: 'put what was given up into the queue again' },
    formatOption(['lines', 'json'], 'lines'),
    ledgerOption,
  ],
  examples: [
    ['onrecord queue --ledger postgres://db.example.org/news', 'how far the workers are'],
    ['onrecord queue --retry', 'after what went wrong has been mended'],
  ],
  async run(terminal, _positionals, values) {
    const json = formatOf('queue', values, ['lines', 'json'], 'lines') === 'json'
    const queue = await openQueue(settingsOf(terminal, values, 'existing'))
    try {
      const again = values.retry === true ? await queue.retry() : 0
      const state = await queue.state()
      if (json) {
        terminal.stdout.write(jsonLine(state))
        return DONE
      }
      if (values.retry === true) terminal.stderr.write(`${again} put into the queue again\n`)
      const { waiting, running, failed, failures } = state
      terminal.stdout.write(`${waiting} waiting, ${running} in work, ${failed} given up\n`)
      for (const { page, reason } of failures) terminal.stdout.write(`${visible(page)}: ${visible(reason)}\n`)
      if (failed > failures.length) terminal.stdout.write(`and ${failed - failures.length} more\n`)
      return DONE
    } finally {
      await queue.close()
    }
  },
}
