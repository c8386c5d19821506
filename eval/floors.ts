/** Quality against the floors of `baseline.json`: a change that falls below one of them does not pass. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluateActs } from './acts.ts'
import { evaluateAttribution } from './attribution.ts'
import { pipelineWith } from './attribution-pipelines.ts'
import { evaluateChains } from './chains.ts'
import { evaluateGold } from './gold-set.ts'
import { evaluateStrangers } from './link-strangers.ts'
import { evaluateLinks } from './links.ts'
import { evaluateMentions } from './mentions.ts'
import { shippedLemmas, shippedModels, shippedWords } from './models.ts'
import { evaluateNotNews } from './not-news.ts'
import { evaluatePages } from './pages.ts'
import { evaluateRecordsWith } from './records-reading.ts'
import { evaluateRenderings } from './renderings.ts'
import { evaluateSpeakers } from './speakers.ts'
import { evaluateSubjects, f1Of } from './subjects.ts'
import { evaluateTime } from './time.ts'
import { evaluateUtterances } from './utterances.ts'
import { evaluateWords } from './words.ts'

export interface FloorRow {
  readonly name: string
  readonly value: number
  /** Smallest value that passes, or the largest where `most` is set. */
  readonly limit: number
  readonly most: boolean
}

interface Baseline {
  readonly least: Readonly<Record<string, number>>
  readonly most: Readonly<Record<string, number>>
}

/** Every figure that has a limit; figures whose data is absent are left out and named in `skipped`. */
export async function measureFloors(data: string): Promise<{ rows: FloorRow[]; skipped: string[] }> {
  const baseline = JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as Baseline
  const figures = new Map([
    ...(await goldFigures()),
    ...(await attributionFigures(data)),
    ...pageFigures(data),
    ...wordFigures(data),
    ...(await mentionFigures(data)),
    ...(await chainFigures(data)),
    ...(await utteranceFigures()),
    ...(await subjectFigures()),
    ...(await timeFigures(data)),
    ...(await speakerFigures()),
    ...(await actFigures(data)),
    ...(await recordFigures()),
    ...(await linkFigures()),
    ...(await renderingFigures(data)),
    ['not-news.per2000Words', (await evaluateNotNews()).per2000Words] as const,
  ])
  const rows: FloorRow[] = []
  const skipped: string[] = []
  for (const [limits, most] of [
    [baseline.least, false],
    [baseline.most, true],
  ] as const) {
    for (const [name, limit] of Object.entries(limits)) {
      const value = figures.get(name)
      if (value === undefined) skipped.push(name)
      else rows.push({ name, value, limit, most })
    }
  }
  return { rows, skipped }
}

export const passes = ({ value, limit, most }: FloorRow): boolean => (most ? value <= limit : value >= limit)

export const formatFloors = (rows: readonly FloorRow[], skipped: readonly string[]): string =>
  [
    ...rows.map(
      (row) =>
        `${passes(row) ? 'ok  ' : 'LOW '} ${row.name.padEnd(34)} ${row.value.toFixed(3)}  ${row.most ? 'at most' : 'at least'} ${row.limit}`,
    ),
    ...skipped.map((name) => `skip ${name.padEnd(34)} its data is not there`),
  ].join('\n')

/** On the half that nobody looks at; wrong offers among ten thousand pairs that have nothing to do with one another. */
async function linkFigures(): Promise<[string, number][]> {
  const report = await evaluateLinks(['test'])
  const strangers = await evaluateStrangers('test')
  if (report === null || strangers === null) return []
  const { repeats, conflicts } = report.sets.test!
  const offered = Object.values(strangers.offered).reduce((sum, count) => sum + count, 0)
  return [
    ['links.repeats.f1', repeats.f1 ?? 0],
    ['links.conflicts.precision', conflicts.precision ?? 0],
    ['links.conflicts.recall', conflicts.recall ?? 0],
    ['links.strangers.per10000', (10_000 * offered) / strangers.pairs],
  ]
}

async function renderingFigures(data: string): Promise<[string, number][]> {
  const report = await evaluateRenderings(data)
  return report === null ? [] : [['renderings.fidelity', report.fidelity]]
}

async function recordFigures(): Promise<[string, number][]> {
  if (shippedWords() === null) return []
  const { whole, fields } = await evaluateRecordsWith('full')
  return [
    ['records.whole', whole.right / whole.of],
    ['records.speaker', fields.speaker!.right / fields.speaker!.of],
    ['records.entity', fields.entity!.right / fields.entity!.of],
    ['records.said', fields.said!.right / fields.said!.of],
  ]
}

async function speakerFigures(): Promise<[string, number][]> {
  const network = shippedWords()
  if (network === null) return []
  const { passages, right, fields } = await evaluateSpeakers(network, shippedLemmas())
  return [
    ['speakers.passages', right / passages],
    ['speakers.kind', fields.kind],
  ]
}

async function goldFigures(): Promise<[string, number][]> {
  const rows = await evaluateGold(pipelineWith('full'))
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0)
  const right = sum((row) => row.right)
  return [
    ['gold.precision', right / sum((row) => row.found)],
    ['gold.recall', right / sum((row) => row.gold)],
  ]
}

async function attributionFigures(data: string): Promise<[string, number][]> {
  const pipeline = pipelineWith('full')
  const report = await evaluateAttribution(join(data, 'polnear/dev.jsonl.gz'), () => pipeline).catch(() => null)
  if (report === null) return []
  const figures: [string, number | null][] = [
    ['attribution.source.f1', report.exact.source.f1],
    ['attribution.cue.f1', report.exact.cue.f1],
    ['attribution.content.f1', report.exact.content.f1],
    ['attribution.relations.precision', report.first.lenient.precision],
  ]
  return figures.filter((figure): figure is [string, number] => figure[1] !== null)
}

function pageFigures(data: string): [string, number][] {
  const report = evaluatePages(data)
  if (report === null) return []
  const { dated, dateRight, dateWrong } = report.metadata
  return [
    ['pages.f1', report.articles.body.f1],
    ['pages.date.right', dateRight / dated],
    ['pages.date.wrong', dateWrong / dated],
  ]
}

function wordFigures(data: string): [string, number][] {
  return (evaluateWords(data, shippedWords(), shippedLemmas()) ?? []).flatMap(({ corpus, upos, lemma }) => [
    ...(upos === null ? [] : [[`words.upos.${corpus.toLowerCase()}`, upos] as [string, number]]),
    [`words.lemma.${corpus.toLowerCase()}`, lemma] as [string, number],
  ])
}

async function mentionFigures(data: string): Promise<[string, number][]> {
  const network = shippedWords()
  const report = network && (await evaluateMentions(data, network, shippedLemmas()))
  if (report === null) return []
  return Object.entries(report.kinds).flatMap(([kind, { f1 }]) =>
    f1 === null ? [] : [[`mentions.${kind}.f1`, f1] as [string, number]],
  )
}

async function timeFigures(data: string): Promise<[string, number][]> {
  const report = await evaluateTime(data)
  if (report === null) return []
  return (
    [
      ['tbaq', 'TimeBank and AQUAINT'],
      ['meantime', 'MEANTIME'],
    ] as const
  ).flatMap(([name, corpus]) => {
    const { strict, value } = report.scores[corpus]!.all
    return [
      [`time.${name}.strict`, strict],
      [`time.${name}.value`, value],
    ] as [string, number][]
  })
}

/** With found attributions: what a reader of the records gets. */
async function utteranceFigures(): Promise<[string, number][]> {
  const report = await evaluateUtterances(pipelineWith('full'))
  if (report === null) return []
  const fields = (['addressee', 'medium', 'via'] as const).map((field): [string, number] => {
    const { right, of } = report.found[field]
    return [`utterances.${field}`, right / of]
  })
  return [...fields, ['utterances.given', report.whole.right / report.whole.of]]
}

async function actFigures(data: string): Promise<[string, number][]> {
  const { given, found, plover } = await evaluateActs(data, pipelineWith('full'))
  const figures: [string, number][] = [
    ['acts.macroF1', given.heldOut.scores.macroF1],
    ['acts.found.macroF1', found.heldOut.scores.macroF1],
  ]
  return plover === null ? figures : [...figures, ['acts.plover', plover.all.scores.macroF1]]
}

async function subjectFigures(): Promise<[string, number][]> {
  const report = await evaluateSubjects(pipelineWith('full'))
  return report === null ? [] : [['subjects.test.f1', f1Of(report.halves.test)]]
}

/** Right of what is answered, and of all, by the form of the source. */
async function chainFigures(data: string): Promise<[string, number][]> {
  const models = shippedModels('full')
  const report = models && (await evaluateChains(data, models))
  if (report === null) return []
  const speakers = Object.entries({ gum: report.gumSpeakers, polnear: report.polnearSpeakers })
  return [
    ['chains.gum.news.conll', report.gum.news.heads.conll],
    ...speakers.flatMap(([corpus, { tallies }]) =>
      Object.entries(tallies).flatMap(([form, { right, wrong, open }]): [string, number][] => [
        [`chains.${corpus}.${form}.answered`, right / (right + wrong)],
        [`chains.${corpus}.${form}.all`, right / (right + wrong + open)],
      ]),
    ),
  ]
}
