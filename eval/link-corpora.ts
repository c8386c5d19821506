/** The scorer on sentence pairs of others: contradictions and entailments of SICK, paraphrases of MSR, likeness of STS. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Relating } from '../src/core/links/link.ts'
import { areaUnder, formatScore, percent, type Score, scoreOf } from './link-measures.ts'
import { markedText } from './link-pairs.ts'
import { type GivenPage, type PairReader, pairReader } from './link-reading.ts'
import { shippedModels } from './models.ts'
import { relate } from './shipped-linker.ts'

export interface CorporaReport {
  /** Contradictions as conflicts, entailment (of one by the other) as repeats. */
  readonly sick: Readonly<Record<string, { readonly contradiction: Score; readonly entailment: Score }>>
  readonly msr: Readonly<Record<string, Score>>
  /** How often a pair of at least 4 of 5 is surer to repeat than one of at most 2. */
  readonly sts: Readonly<Record<string, { readonly pairs: number; readonly area: number | null }>>
}

interface SentencePair {
  readonly a: string
  readonly b: string
}

const SICK = ['train', 'trial'].map((part) => ({ part, file: `link/sick2014-SICK_${part}.txt.gz` }))
const MSR = ['train', 'val'].map((part) => ({ part, file: `link/msr-msr-para-${part}.tsv.gz` }))
const STS = ['2013-headlines', '2014-headlines', '2014-deft-news'].map((part) => ({
  part,
  file: `link/${part}.test.tsv.gz`,
}))

export const corporaNeeds: readonly string[] = [...SICK, ...MSR, ...STS].map(({ file }) => file)

/** Null where the data or the trained networks are absent. */
export async function evaluateCorpora(data: string): Promise<CorporaReport | null> {
  const models = shippedModels('full')
  if (models === null || !corporaNeeds.every((file) => existsSync(join(data, file)))) return null
  const read = pairReader(models)
  const rows = (file: string): string[][] =>
    gunzipSync(readFileSync(join(data, file)))
      .toString('utf8')
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
  const report: CorporaReport & Record<keyof CorporaReport, Record<string, unknown>> = { sick: {}, msr: {}, sts: {} }
  for (const { part, file } of SICK) {
    const items = rows(file).slice(1)
    const found = await relations(
      items.map(([, a, b]) => ({ a: a!, b: b! })),
      read,
    )
    const score = (label: string, is: (one: Relating | null) => boolean): Score =>
      scored(
        items.map((row) => row[4] === label),
        found.map(is),
      )
    report.sick[part] = {
      contradiction: score('CONTRADICTION', (one) => one?.relation === 'conflicts'),
      entailment: score('ENTAILMENT', isRepeat),
    }
  }
  for (const { part, file } of MSR) {
    const items = rows(file).slice(1)
    const found = await relations(
      items.map(([, , , a, b]) => ({ a: a!, b: b! })),
      read,
    )
    report.msr[part] = scored(
      items.map(([quality]) => quality === '1'),
      found.map(isRepeat),
    )
  }
  for (const { part, file } of STS) {
    const items = rows(file).filter((row) => row.length >= 3)
    const found = await relations(
      items.map(([, a, b]) => ({ a: a!, b: b! })),
      read,
    )
    const sure = found.map((one) => (isRepeat(one) ? one!.confidence : 0))
    const of = (is: (score: number) => boolean): number[] => sure.filter((_, index) => is(Number(items[index]![0])))
    report.sts[part] = {
      pairs: items.length,
      area: areaUnder(
        of((score) => score >= 4),
        of((score) => score <= 2),
      ),
    }
  }
  return report
}

const isRepeat = (one: Relating | null): boolean => one?.relation === 'repeats' || one?.relation === 'same-utterance'

const scored = (gold: readonly boolean[], found: readonly boolean[]): Score =>
  scoreOf(
    found.filter((is, index) => is && gold[index]).length,
    found.filter(Boolean).length,
    gold.filter(Boolean).length,
  )

/** The sentences have no speaker: both are read as the words of one, on one day. */
async function relations(pairs: readonly SentencePair[], read: PairReader): Promise<(Relating | null)[]> {
  const found: (Relating | null)[] = []
  for (const { a, b } of pairs) {
    const [one, other] = await read(pageOf(a, 'a'), pageOf(b, 'b'))
    found.push(relate(one, other))
  }
  return found
}

function pageOf(sentence: string, name: string): GivenPage {
  const side = { published: '2024-03-05', publisher: name === 'a' ? 'Northern Wire' : 'Osk Times' }
  const content = sentence.trim().replace(/\s*\.$/, '')
  return { ...markedText({ ...side, source: 'Ana Pohl', cue: 'said', content }), ...side, name }
}

export function formatCorpora({ sick, msr, sts }: CorporaReport): string {
  const row = (name: string, text: string): string => `${name.padEnd(34)} ${text}`
  return [
    'sentence pairs of others, both sides read as one speaker on one day',
    ...Object.entries(sick).flatMap(([part, { contradiction, entailment }]) => [
      row(`SICK ${part}, contradiction`, formatScore(contradiction)),
      row(`SICK ${part}, entailment as repeats`, formatScore(entailment)),
    ]),
    ...Object.entries(msr).map(([part, score]) => row(`MSR ${part}, paraphrase as repeats`, formatScore(score))),
    ...Object.entries(sts).map(([part, { pairs, area }]) =>
      row(`STS ${part}`, `area under the curve ${percent(area)}, repeats at 4 to 5 against 0 to 2 (${pairs} pairs)`),
    ),
  ].join('\n')
}
