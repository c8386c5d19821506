/** Named mentions against the automatic analysis of PolNeAR dev: F1 by kind, and a sample of disagreements. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { MentionKind } from '../src/core/doc.ts'
import type { Lemmatizer } from '../src/core/lemmatizer.ts'
import { inAgreement } from '../src/core/mention-agreement.ts'
import { mentionFinder } from '../src/core/mention-finder.ts'
import type { WordNetwork } from '../src/core/network.ts'
import { pipelineOf } from '../src/core/pipeline.ts'
import { quotationFinder } from '../src/core/quotation-finder.ts'
import { sentenceSplitter } from '../src/core/sentence-splitter.ts'
import { overlaps, type Span, sliceOf } from '../src/core/span.ts'
import { tokenizer } from '../src/core/tokenizer.ts'
import { wordTagger } from '../src/core/word-tagger.ts'
import { readSilver } from '../train/attribution/silver-mentions.ts'
import { blocksOf } from './attribution-articles.ts'
import { emptyTally, type Score, scoresOf, type Tally } from './attribution-score.ts'

export const mentionsNeeds = ['polnear/dev.jsonl.gz', 'polnear/dev.silver.tsv.gz', 'officials/outlets.csv'] as const

/** The analysis knows no publications, products and events; an outlet is an organisation there. */
type SilverKind = 'person' | 'organisation' | 'place'

type Disagreement = 'kind' | 'extent' | 'missed' | 'added'

interface Example {
  /** A name with its kind, or `–`. */
  readonly silver: string
  readonly ours: string
}

export interface MentionsReport {
  readonly articles: number
  /** Same characters, same kind; what the analysis calls MISC is left out. */
  readonly kinds: Readonly<Record<SilverKind, Score>>
  /** The same, after every name has got the kind that the analysis gives it most often in the article: it contradicts itself. */
  readonly consistent: Readonly<Record<SilverKind, Score>>
  /** Same characters, whatever the kind. */
  readonly names: Score
  readonly disagreements: Readonly<Record<Disagreement, readonly Example[]>>
}

interface Named extends Span {
  readonly kind: SilverKind | 'other'
}

/** Null when a file is not there. */
export async function evaluateMentions(
  data: string,
  network: WordNetwork,
  lemmaOf: Lemmatizer,
): Promise<MentionsReport | null> {
  if (!mentionsNeeds.every((name) => existsSync(join(data, name)))) return null
  const [articlesFile, silverFile, outletsFile] = mentionsNeeds.map((name) => join(data, name)) as [
    string,
    string,
    string,
  ]
  const silver = readSilver(silverFile, outletsFile)
  const pipeline = pipelineOf('en', ['blocks'])
    .then(tokenizer())
    .then(sentenceSplitter('en'))
    .then(quotationFinder())
    .then(wordTagger(network, lemmaOf))
    .then(mentionFinder(network))
    .build()
  const sums = emptySums()
  for (const line of gunzipSync(readFileSync(articlesFile)).toString('utf8').trim().split('\n')) {
    const { name, text } = JSON.parse(line) as { name: string; text: string }
    const theirs = silver.get(name)
    if (theirs === undefined) continue
    const doc = await pipeline.run({ text, lang: 'en', dct: null, layers: { blocks: blocksOf(text) } })
    addArticle(sums, text, namedIn(text, doc.layers.mentions), namedIn(text, theirs))
  }
  const { names, ...kinds } = scoresOf(sums.tallies)
  const { names: _, ...consistent } = scoresOf(sums.consistent)
  return { articles: sums.articles, kinds, consistent, names, disagreements: sums.disagreements }
}

/** Kinds as the analysis has them; without an article or the stop of an abbreviation, which the two cut differently. */
function namedIn(text: string, mentions: readonly (Span & { kind: MentionKind | 'other' })[]): Named[] {
  return mentions.map(({ start, end, kind }) => {
    const article = /^the /i.exec(text.slice(start, end))?.[0].length ?? 0
    const stop = text[end - 1] === '.' ? 1 : 0
    const silverKind = kind === 'publication' ? 'organisation' : kind === 'product' || kind === 'event' ? 'other' : kind
    return { start: start + article, end: end - stop, kind: silverKind }
  })
}

type Tallies = Readonly<Record<SilverKind | 'names', Tally>>

const emptyTallies = (): Tallies => ({
  person: emptyTally(),
  organisation: emptyTally(),
  place: emptyTally(),
  names: emptyTally(),
})

interface Sums {
  articles: number
  readonly tallies: Tallies
  readonly consistent: Tallies
  readonly disagreements: Readonly<Record<Disagreement, Example[]>>
}

const emptySums = (): Sums => ({
  articles: 0,
  tallies: emptyTallies(),
  consistent: emptyTallies(),
  disagreements: { kind: [], extent: [], missed: [], added: [] },
})

function addArticle(sums: Sums, text: string, ours: readonly Named[], theirs: readonly Named[]): void {
  sums.articles += 1
  addTallies(sums.tallies, ours, theirs)
  addTallies(sums.consistent, ours, consistently(text, theirs))
  addDisagreements(sums.disagreements, text, ours, theirs)
}

function consistently(text: string, theirs: readonly Named[]): Named[] {
  const named = theirs.filter((one): one is Named & { kind: SilverKind } => one.kind !== 'other')
  const others = theirs.filter(({ kind }) => kind === 'other')
  return [...(inAgreement(text, named) as Named[]), ...others]
}

function addTallies(tallies: Tallies, ours: readonly Named[], theirs: readonly Named[]): void {
  const isJudged = (one: Named, others: readonly Named[]): boolean =>
    one.kind !== 'other' && !others.some((other) => other.kind === 'other' && overlaps(one, other))
  addSide(
    tallies,
    ours.filter((one) => isJudged(one, theirs)),
    theirs,
    'found',
  )
  addSide(
    tallies,
    theirs.filter((one) => isJudged(one, ours)),
    ours,
    'gold',
  )
}

function addSide(tallies: Tallies, side: readonly Named[], others: readonly Named[], name: 'found' | 'gold'): void {
  for (const one of side) {
    const same = others.find(({ start, end }) => start === one.start && end === one.end)
    for (const [tally, isRight] of [
      [tallies[one.kind as SilverKind], same?.kind === one.kind],
      [tallies.names, same !== undefined],
    ] as const) {
      tally[name] += 1
      if (isRight) tally[`${name}Right`] += 1
    }
  }
}

function addDisagreements(
  into: Sums['disagreements'],
  text: string,
  ours: readonly Named[],
  theirs: readonly Named[],
): void {
  const shown = (one: Named): string => `${sliceOf(text, one).replace(/\s+/g, ' ')} (${one.kind})`
  for (const one of ours) {
    const others = theirs.filter((other) => overlaps(one, other))
    if (one.kind === 'other' || others.some(({ kind }) => kind === 'other')) continue
    const same = others.find(({ start, end }) => start === one.start && end === one.end)
    if (same?.kind === one.kind) continue
    const what = same !== undefined ? 'kind' : others.length > 0 ? 'extent' : 'added'
    into[what].push({ silver: others.map(shown).join(' + ') || '–', ours: shown(one) })
  }
  for (const other of theirs) {
    if (other.kind === 'other' || ours.some((one) => overlaps(one, other))) continue
    into.missed.push({ silver: shown(other), ours: '–' })
  }
}

const SHOWN = 25

export function formatMentions({ articles, kinds, consistent, names, disagreements }: MentionsReport): string {
  return [
    `${articles} articles; the reference is an automatic analysis, which errs`,
    '',
    'kind            silver  found   precision  recall    F1',
    ...Object.entries({
      ...kinds,
      'any, extent': names,
      'person *': consistent.person,
      'organisation *': consistent.organisation,
      'place *': consistent.place,
    }).map(
      ([name, { gold, found, precision, recall, f1 }]) =>
        `${name.padEnd(14)} ${String(gold).padStart(7)} ${String(found).padStart(6)}   ${percent(precision).padStart(9)}  ${percent(recall).padStart(6)}  ${percent(f1).padStart(4)}`,
    ),
    '* every name with the kind that the analysis gives it most often in its article',
    ...Object.entries(disagreements).flatMap(([what, examples]) => [
      '',
      `${what}: ${examples.length}, of which`,
      ...sampled(examples).map(({ silver, ours }) => `  ${silver.padEnd(48)} ${ours}`),
    ]),
  ].join('\n')
}

/** Evenly spread over the corpus, the same every time. */
const sampled = <Row>(rows: readonly Row[]): Row[] =>
  rows.length <= SHOWN
    ? [...rows]
    : Array.from({ length: SHOWN }, (_, i) => rows[Math.floor((i * rows.length) / SHOWN)]!)

const percent = (share: number | null): string => (share === null ? '–' : (100 * share).toFixed(1))
