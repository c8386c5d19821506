/** `onrecord reanalyse`: the pipeline of now over documents that another one read; killed at any moment, it goes on. */
import { performance } from 'node:perf_hooks'
import { perform } from '../app/perform.ts'
import { type Reanalysed, type Reanalysis, reanalyseLedger } from '../app/reanalyse-ledger.ts'
import { openStore } from '../runtime/ledger.ts'
import { readingDeps } from '../runtime/reading.ts'
import type { Command, Terminal } from './command.ts'
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
import { percentOf } from './percent.ts'
import { type Progress, progressOf } from './progress.ts'

export const reanalyse: Command = {
  name: 'reanalyse',
  usage: '[ID…]',
  summary: 'find statements anew in documents that an older version read',
  details: [
    'Takes the texts that the ledger has, not the pages they came from: a text never changes. Without ID, all documents that ' +
      'another version of the pipeline read, in the order in which they were stored; ID is a document’s, whichever read it. ' +
      'Statements keep their ids, and with them links that people confirmed or rejected, where the new version finds them ' +
      'too; those that it does not find are gone, and told of with --format jsonl. Stopped or killed at any moment, it goes on ' +
      'where it was when it is run again. At the end all links are found anew.',
  ],
  options: [
    { name: 'only-older', help: 'leave documents that a newer version of the pipeline has read' },
    { name: 'no-relink', help: 'leave finding the links anew to "onrecord relink"' },
    formatOption(['summary', 'jsonl'], 'summary'),
    modelOption,
    registerOption,
    ledgerOption,
  ],
  examples: [
    ['onrecord reanalyse', 'after an update that finds more'],
    ['onrecord reanalyse d-0123456789abcdef', 'one document'],
    ['onrecord reanalyse --only-older --no-relink --format jsonl', 'a line for each document, links later'],
  ],
  async run(terminal, ids, values) {
    const jsonl = formatOf('reanalyse', values, ['summary', 'jsonl'], 'summary') === 'jsonl'
    const model = modelOf('reanalyse', terminal, values)
    const register = registerOf(terminal, values)
    const store = openStore(settingsOf(terminal, values, 'existing'))
    let isStopped = false
    try {
      const pages = ids.length > 0 ? ids.length : (await store.listDocuments({ limit: 1 })).total
      const deps = { ...readingDeps({ model, pages, register, warn: warnOn(terminal) }), store }
      terminal.interrupted.then(() => {
        isStopped = true
        return deps.extractor.close()
      })
      const report = reporting(terminal, jsonl)
      try {
        const done = await perform(reanalyseLedger, deps, {
          ...(ids.length > 0 ? { documents: [...ids] } : {}),
          onlyOlder: values['only-older'] === true,
          relink: values['no-relink'] !== true,
          begin: report.begin,
          told: (document: Reanalysed) => !isStopped && report.told(document),
          linked: report.linked,
          isStopped: () => isStopped,
        })
        report.end(done, isStopped)
        if (isStopped) return 130
        return done.failed > 0 ? SOME_FAILED : DONE
      } finally {
        report.clear()
        await deps.extractor.close()
      }
    } finally {
      await store.close()
    }
  },
}

function reporting({ stdout, stderr }: Terminal, jsonl: boolean) {
  let progress: Progress | null = null
  const percent = percentOf(stderr, 'linked', () => performance.now())
  return {
    begin(documents: number) {
      progress = progressOf(documents, stderr)
    },
    told(document: Reanalysed) {
      if (jsonl) stdout.write(jsonLine(lineOf(document)))
      if (document.outcome === 'failed') progress?.line(errorLine(document.error))
      progress?.step()
    },
    linked: percent.tell,
    clear() {
      progress?.done()
      percent.done()
    },
    end(done: Reanalysis, isStopped: boolean) {
      this.clear()
      const output = jsonl ? stderr : stdout
      for (const line of summaryOf(done, isStopped)) output.write(`${line}\n`)
    },
  }
}

function lineOf(document: Reanalysed) {
  if (document.outcome !== 'failed') return document
  const { id, outcome, error } = document
  return { id, outcome, code: error.code, message: error.message }
}

function summaryOf(done: Reanalysis, isStopped: boolean): string[] {
  const { documents, failed, kept, added, gone, decisionsLost, relinked, isRelinkDue } = done
  const parts = [`${documents} read anew: ${kept} statements kept, ${added} added, ${gone} gone`]
  if (decisionsLost > 0) parts.push(`${decisionsLost} confirmed or rejected links gone with them`)
  if (failed > 0) parts.push(`${failed} failed`)
  const lines = [`${parts.join(', ')}${isStopped ? '; stopped before the end, run it again for the rest' : ''}`]
  if (relinked !== null) lines.push(`${relinked.statements} statements linked anew, ${relinked.links} links`)
  else if (isRelinkDue && !isStopped) lines.push('links are those of before: run "onrecord relink" to find them anew')
  return lines
}
