/** `onrecord watch`: follows feeds, politely, and stores what is new and what has changed. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Told, watchFeeds } from '../app/watch-feeds.ts'
import { OnrecordError } from '../core/errors.ts'
import { fetcherOf } from '../runtime/fetched-pages.ts'
import { openSources } from '../runtime/subjects.ts'
import { openDeps } from '../runtime/wire.ts'
import type { Command, Terminal } from './command.ts'
import { errorLine } from './error-line.ts'
import { DONE, SOME_FAILED } from './exit-codes.ts'
import { jsonLine } from './json-line.ts'
import { version } from './main.ts'
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
import { visible } from './visible.ts'

/** However far the next thing is: clocks jump. */
const LONGEST_SLEEP_MS = 60_000
const SHORTEST_SLEEP_MS = 1000

export const watch: Command = {
  name: 'watch',
  usage: 'SOURCES.toml',
  summary: 'follow feeds: store new pages, and changed ones again',
  details: [
    'SOURCES.toml names feeds, sitemaps and how often to ask them; docs/watch.md has all it may hold. Sites are asked as their ' +
      'robots.txt allows, one question at a time; what has not changed is not fetched twice. Stop it at any time: it goes on where it was.',
  ],
  options: [
    { name: 'once', help: 'one round, and end: for a timer of your own' },
    formatOption(['lines', 'jsonl'], 'lines'),
    modelOption,
    registerOption,
    ledgerOption,
  ],
  examples: [
    ['onrecord watch sources.toml', 'until it is stopped'],
    ['onrecord watch sources.toml --once', 'every half hour from cron, say'],
  ],
  async run(terminal, files, values) {
    const [file] = files
    if (file === undefined || files.length > 1)
      throw new OnrecordError('usage', { problem: 'expected one file of sources', command: 'watch' })
    const jsonl = formatOf('watch', values, ['lines', 'jsonl'], 'lines') === 'jsonl'
    const model = modelOf('watch', terminal, values)
    const { sources, contact, delayMs, allowHosts, revisitMs } = openSources(file)
    const settings = settingsOf(terminal, values, 'create')
    const deps = openDeps(settings, { model, warn: warnOn(terminal), register: registerOf(terminal, values) })
    const fetcher = fetcherOf({ version: version(), contact, allow: allowHosts, delayMs })
    let isStopped = false
    const stop = new AbortController()
    terminal.interrupted.then(() => {
      isStopped = true
      stop.abort()
    })
    let failed = 0
    try {
      do {
        const next = await watchFeeds(
          { ...deps, fetcher },
          {
            sources,
            revisitMs,
            isStopped: () => isStopped,
            tell(told) {
              if (told.what === 'failed') failed++
              report(terminal, told, jsonl)
            },
          },
        )
        if (values.once === true || isStopped) break
        const ms = next === null ? LONGEST_SLEEP_MS : Date.parse(next) - deps.now().getTime()
        await wait(Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, ms)), undefined, {
          signal: stop.signal,
        }).catch(() => {})
      } while (!isStopped)
    } finally {
      await deps.extractor.close()
      await deps.store.close()
    }
    return values.once === true && failed > 0 ? SOME_FAILED : DONE
  },
}

function report({ stdout, stderr }: Terminal, told: Told, jsonl: boolean): void {
  if (jsonl) {
    const { what, url, source } = told
    if (told.what === 'failed') {
      const { code, message } = told.error
      stdout.write(jsonLine({ what, source, url, code, message, next: told.next }))
    } else stdout.write(jsonLine({ ...told }))
    return
  }
  if (told.what === 'failed')
    stderr.write(`${errorLine(told.error)}${told.next === null ? '' : ` Asked again after ${told.next}.`}\n`)
  else if (told.what === 'source') stderr.write(`${visible(told.source)}: ${told.fresh} new of ${told.items}\n`)
  else stderr.write(`${told.outcome}: ${visible(told.url)}\n`)
}
