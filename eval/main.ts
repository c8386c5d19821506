/** `evaluate TASK [--data PATH] [--format json] [--required] [--model NAME]`: picks the evaluation and prints its report. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { evaluateActs } from './acts.ts'
import { formatActs } from './acts-report.ts'
import { evaluateAttribution } from './attribution.ts'
import type { ArticlePipeline } from './attribution-articles.ts'
import { type Model, pipelinesOverDump, pipelineWith } from './attribution-pipelines.ts'
import { formatAttribution } from './attribution-report.ts'
import { chainsNeeds, evaluateChains, formatChains } from './chains.ts'
import { formatFloors, measureFloors, passes } from './floors.ts'
import { evaluateGold, formatGold } from './gold-set.ts'
import { evaluateCorpora, formatCorpora } from './link-corpora.ts'
import { evaluateOffered, formatOffered } from './link-pages.ts'
import { HALVES, type Half } from './link-pairs.ts'
import { evaluateStrangers, formatStrangers } from './link-strangers.ts'
import { evaluateLinks } from './links.ts'
import { formatLinks } from './links-report.ts'
import { evaluateMentions, formatMentions, mentionsNeeds } from './mentions.ts'
import { shippedLemmas, shippedModels, shippedWords } from './models.ts'
import { evaluateNotNews, formatNotNews } from './not-news.ts'
import { evaluatePages, formatPages, pagesNeeds } from './pages.ts'
import { writeQuality } from './quality.ts'
import { formatRecords } from './records.ts'
import { evaluateRecordsWith } from './records-reading.ts'
import { evaluateRenderings, formatRenderings } from './renderings.ts'
import { renderingsNeeds } from './renderings-reading.ts'
import { evaluateSpeakers, formatSpeakers } from './speakers.ts'
import { evaluateSubjects, formatSubjects } from './subjects.ts'
import { evaluateTime, formatTime } from './time.ts'
import { timeNeeds } from './time-corpora.ts'
import { evaluateUtterances, formatUtterances } from './utterances.ts'
import { evaluateWords, formatWords, wordsNeeds } from './words.ts'

interface Outcome {
  /** Set when the figures are not good enough. */
  readonly failed?: boolean
  readonly report: object
  readonly text: string
}

interface Task {
  /** Files of the data folder it cannot do without. */
  readonly needs: readonly string[]
  /** The report, or null when the data is not there. */
  readonly run: (data: string) => Outcome | null | Promise<Outcome | null>
}

const tasks: Readonly<Record<string, Task>> = {
  pages: {
    needs: pagesNeeds,
    run(dataFolder) {
      const report = evaluatePages(dataFolder)
      return report && { report, text: formatPages(report) }
    },
  },
  attribution: {
    needs: ['polnear/dev.jsonl.gz'],
    async run(data) {
      const file = existsSync(data) && statSync(data).isFile() ? data : join(data, 'polnear/dev.jsonl.gz')
      if (!existsSync(file)) return null
      const report = await evaluateAttribution(file, spanPipelines())
      return { report, text: formatAttribution(report) }
    },
  },
  acts: {
    needs: [],
    async run(data) {
      const report = await evaluateActs(data, pipelineWith(chosenModel()))
      return { report, text: formatActs(report) }
    },
  },
  speakers: {
    needs: [],
    async run() {
      const network = shippedWords()
      const report = network && (await evaluateSpeakers(network, shippedLemmas()))
      return report && { report, text: formatSpeakers(report) }
    },
  },
  words: {
    needs: wordsNeeds,
    run(data) {
      const report = evaluateWords(data, shippedWords(), shippedLemmas())
      return report && { report, text: formatWords(report) }
    },
  },
  mentions: {
    needs: mentionsNeeds,
    async run(data) {
      const network = shippedWords()
      const report = network && (await evaluateMentions(data, network, shippedLemmas()))
      return report && { report, text: formatMentions(report) }
    },
  },
  utterances: {
    needs: ['words and names read by a network'],
    async run() {
      const report = await evaluateUtterances(pipelineWith(chosenModel()))
      return report && { report, text: formatUtterances(report) }
    },
  },
  subjects: {
    needs: ['words and names read by a network'],
    async run() {
      const report = await evaluateSubjects(pipelineWith(chosenModel()))
      return report && { report, text: formatSubjects(report) }
    },
  },
  time: {
    needs: timeNeeds,
    async run(data) {
      const report = await evaluateTime(data)
      return report && { report, text: formatTime(report) }
    },
  },
  records: {
    needs: [],
    async run() {
      const report = await evaluateRecordsWith(chosenModel())
      return { report, text: formatRecords(report) }
    },
  },
  chains: {
    needs: chainsNeeds,
    async run(data) {
      const models = shippedModels('full')
      const report = models && (await evaluateChains(data, models))
      return report && { report, text: formatChains(report) }
    },
  },
  'not-news': {
    needs: [],
    async run() {
      const report = await evaluateNotNews()
      return { report, text: formatNotNews(report) }
    },
  },
  floors: {
    needs: [...new Set([...mentionsNeeds, ...timeNeeds, ...pagesNeeds, ...wordsNeeds])],
    async run(data) {
      const { rows, skipped } = await measureFloors(data)
      const failed = rows.some((row) => !passes(row)) || (values.required && skipped.length > 0)
      return { report: { rows, skipped }, text: formatFloors(rows, skipped), failed }
    },
  },
  links: {
    needs: ['trained networks'],
    async run(data) {
      if (values.pages !== undefined) {
        const report = await evaluateOffered(values.pages)
        return report && { report, text: formatOffered(report) }
      }
      const halves = values.half === undefined ? HALVES : [values.half as Half]
      const pairs = await evaluateLinks(halves.flatMap((half) => (half === 'dev' ? ['dev', 'more'] : [half])))
      if (pairs === null) return null
      const texts = [formatLinks(pairs, values.faults)]
      const strangers = await Promise.all(halves.map(evaluateStrangers))
      for (const report of strangers) if (report !== null) texts.push(formatStrangers(report, values.faults))
      const corpora = values.half === undefined ? await evaluateCorpora(data) : null
      if (corpora !== null) texts.push(formatCorpora(corpora))
      else if (values.half === undefined) texts.push(`SICK, MSR and STS: skipped, no link/ in ${data}`)
      return { report: { ...pairs, strangers, corpora }, text: texts.join('\n\n') }
    },
  },
  renderings: {
    needs: [...renderingsNeeds, 'what finds renderings'],
    async run(data) {
      const report = await evaluateRenderings(data)
      return report && { report, text: formatRenderings(report, values.faults) }
    },
  },
  quality: {
    needs: [],
    async run(data) {
      const reportOf = async (task: string) => (Object.hasOwn(tasks, task) ? await tasks[task]!.run(data) : null)
      const page = await writeQuality(reportOf, new Date().toISOString().slice(0, 10))
      return { report: { page: 'docs/quality.md' }, text: page }
    },
  },
  gold: {
    needs: [],
    async run() {
      const report = await evaluateGold(pipelineWith(chosenModel()))
      return { report, text: formatGold(report) }
    },
  },
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: '../shared/data' },
    format: { type: 'string', default: 'text' },
    required: { type: 'boolean', default: false },
    model: { type: 'string', default: 'full' },
    spans: { type: 'string' },
    half: { type: 'string' },
    pages: { type: 'string' },
    faults: { type: 'boolean', default: false },
  },
})

/** What finds attributions: `--model full|fast|rules`. */
const chosenModel = (): Model => values.model as Model

/** `--spans FILE`: a network's spans as its training wrote them, in place of a model. */
function spanPipelines(): (name: string) => ArticlePipeline | null {
  if (values.spans !== undefined) return pipelinesOverDump(values.spans)
  const pipeline = pipelineWith(chosenModel())
  return () => pipeline
}

const name = positionals[0] ?? ''
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
const understood =
  ['text', 'json'].includes(values.format) &&
  ['full', 'fast', 'rules'].includes(values.model) &&
  (values.half === undefined || HALVES.includes(values.half as Half))
if (task === undefined || !understood) {
  console.error(
    `usage: evaluate ${Object.keys(tasks).join('|')} [--data PATH] [--format text|json] [--required] [--model full|fast|rules] [--spans FILE] [--half dev|test] [--faults] [--pages PATH]`,
  )
  process.exitCode = 2
} else {
  const done = await task.run(values.data)
  if (done !== null) {
    console.log(values.format === 'json' ? JSON.stringify(done.report, null, 2) : done.text)
    if (done.failed === true) process.exitCode = 1
  } else {
    const reason = `no ${task.needs.join(' or ')} in ${values.data}`
    console.log(
      values.format === 'json' ? JSON.stringify({ task: name, skipped: reason }) : `${name}: skipped, ${reason}`,
    )
    if (values.required) process.exitCode = 1
  }
}
