/** `onrecord worker`: reads the pages that wait in a ledger's queue, beside any number of others of its kind on other machines. */
import { setTimeout as pause } from 'node:timers/promises'
import { workQueue } from '../app/work-queue.ts'
import type { OnrecordError } from '../core/errors.ts'
import { openQueue } from '../runtime/queue.ts'
import { openDeps } from '../runtime/wire.ts'
import type { Command } from './command.ts'
import { errorLine } from './error-line.ts'
import { DONE, SOME_FAILED } from './exit-codes.ts'
import { jsonLine } from './json-line.ts'
import {
  formatOf,
  formatOption,
  ledgerOption,
  modelOf,
  modelOption,
  registerOf,
  registerOption,
  settingsOf,
  warnOn,
} from './options.ts'
import { pageTimeoutOf, timeoutOption } from './page-options.ts'
import { visible } from './visible.ts'

export const worker: Command = {
  name: 'worker',
  usage: '',
  summary: 'read the pages that wait in a ledger’s queue, beside other workers',
  details: [
    'Start as many as you like, on as many machines as reach the database; "onrecord add … --queue" fills the queue. A page whose worker ' +
      'is not heard of for 20 seconds is given to another one; a page is in the ledger once, however often it was read. Ctrl-C ' +
      'finishes what is in hand.',
  ],
  options: [
    { name: 'until-empty', help: 'end when nothing waits and nobody works any more' },
    formatOption(['lines', 'jsonl'], 'lines'),
    timeoutOption,
    modelOption,
    registerOption,
    ledgerOption,
  ],
  examples: [
    ['onrecord worker --ledger postgres://db.example.org/news', 'until it is stopped'],
    ['onrecord worker --until-empty', 'in a script; the ledger is $ONRECORD_LEDGER'],
  ],
  async run(terminal, _positionals, values) {
    const jsonl = formatOf('worker', values, ['lines', 'jsonl'], 'lines') === 'jsonl'
    const slowestMs = pageTimeoutOf('worker', values)
    const settings = settingsOf(terminal, values, 'create')
    const model = modelOf('worker', terminal, values)
    const queue = await openQueue(settings)
    const register = registerOf(terminal, values)
    const deps = openDeps(settings, {
      model,
      pages: Number.POSITIVE_INFINITY,
      slowestMs,
      warn: warnOn(terminal),
      register,
    })
    const counts = { stored: 0, already: 0, failed: 0 }
    let isDown = false
    try {
      await workQueue(
        { ...deps, queue },
        {
          untilEmpty: values['until-empty'] === true,
          stopped: terminal.interrupted,
          pause: (ms) => pause(ms),
          report(page, outcome) {
            isDown = false
            const name = String(page.told.name ?? page.told.url ?? page.told.file ?? 'a page')
            if ('failed' in outcome) {
              const { failed, again } = outcome
              if (!again) counts.failed++
              if (jsonl)
                terminal.stdout.write(
                  jsonLine({
                    page: name,
                    outcome: again ? 'again' : 'failed',
                    code: failed.code,
                    message: failed.message,
                  }),
                )
              else terminal.stderr.write(`${errorLine(failed)}${again ? ' It is tried again.' : ''}\n`)
              return
            }
            if (outcome.outcome === 'stored') counts.stored++
            else counts.already++
            if (jsonl) terminal.stdout.write(jsonLine({ page: name, outcome: outcome.outcome, id: outcome.id }))
            else if (outcome.outcome === 'stored')
              terminal.stderr.write(`${outcome.id} ${outcome.statements} statements: ${visible(name)}\n`)
          },
          waiting(error: OnrecordError) {
            // Once for each time that it goes away.
            if (!isDown) terminal.stderr.write(`${errorLine(error)} Waiting for it.\n`)
            isDown = true
          },
        },
      )
    } finally {
      await deps.extractor.close()
      await queue.close()
      await deps.store.close()
    }
    terminal.stderr.write(`${counts.stored} stored, ${counts.already} there already, ${counts.failed} given up\n`)
    return counts.failed > 0 ? SOME_FAILED : DONE
  },
}
