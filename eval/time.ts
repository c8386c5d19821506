/** Time expressions against gold annotation, by TempEval-3's measures. */
import type { Timex } from '../src/core/doc.ts'
import { pipelineOf } from '../src/core/pipeline.ts'
import { sentenceSplitter } from '../src/core/sentence-splitter.ts'
import { equalSpans, overlaps, sliceOf } from '../src/core/span.ts'
import { timexFinder } from '../src/core/timex-finder.ts'
import { tokenizer } from '../src/core/tokenizer.ts'
import { blocksOf } from './attribution-articles.ts'
import { type GoldTimex, readTimeCorpora, type TimeDocument } from './time-corpora.ts'

/** Counts and F1 scores; `value` and `type` count only where the extents overlap, as in TempEval-3. */
export interface TimeScores {
  readonly documents: number
  readonly gold: number
  readonly found: number
  readonly strictPrecision: number
  readonly strictRecall: number
  readonly strict: number
  readonly relaxed: number
  readonly value: number
  readonly type: number
}

type ErrorKind = 'value' | 'extent' | 'missed' | 'added'

export interface TimeReport {
  /** Corpus, and `both` → part → scores. */
  readonly scores: Readonly<Record<string, Readonly<Record<'development' | 'aside' | 'all', TimeScores>>>>
  /** Of the documents that were not put aside: what the gold value names → how many were found, and with this value. */
  readonly classes: Readonly<Record<string, { readonly found: number; readonly right: number }>>
  readonly errors: Readonly<Record<ErrorKind, readonly string[]>>
}

interface Counts {
  documents: number
  gold: number
  found: number
  strict: number
  relaxed: number
  value: number
  type: number
}

/** Null when the data is not there. */
export async function evaluateTime(data: string): Promise<TimeReport | null> {
  const corpora = readTimeCorpora(data)
  if (corpora === null) return null
  const pipeline = pipelineOf('en', ['blocks'])
    .then(tokenizer())
    .then(sentenceSplitter('en'))
    .then(timexFinder())
    .build()
  const scores: Record<string, Record<'development' | 'aside' | 'all', TimeScores>> = {}
  const classes: Record<string, { found: number; right: number }> = {}
  const errors: Record<ErrorKind, string[]> = { value: [], extent: [], missed: [], added: [] }
  const both = emptyParts()
  for (const [corpus, documents] of corpora) {
    const own = emptyParts()
    for (const document of documents) {
      const { text, dct } = document
      const doc = await pipeline.run({ text, lang: 'en', dct, layers: { blocks: blocksOf(text) } })
      const found = doc.layers.timexes.filter(({ end }) => end <= document.end)
      const pairs = pairsOf(found, document.gold)
      for (const parts of [own, both])
        for (const part of ['all', document.isAside ? 'aside' : 'development'] as const)
          addDocument(parts[part], document, found, pairs)
      if (!document.isAside) addErrors(document, found, pairs, classes, errors)
    }
    scores[corpus] = scored(own)
  }
  scores.both = scored(both)
  return { scores, classes, errors }
}

/** Every gold expression belongs to at most one of ours: one of the same extent if there is one, else the first that overlaps. */
function pairsOf(found: readonly Timex[], gold: readonly GoldTimex[]): Map<Timex, GoldTimex> {
  const pairs = new Map<Timex, GoldTimex>()
  const taken = new Set<GoldTimex>()
  for (const isPair of [equalSpans, overlaps]) {
    for (const timex of found) {
      if (pairs.has(timex)) continue
      const match = gold.find((one) => !taken.has(one) && isPair(one, timex))
      if (match === undefined) continue
      pairs.set(timex, match)
      taken.add(match)
    }
  }
  return pairs
}

const emptyParts = () => ({ development: emptyCounts(), aside: emptyCounts(), all: emptyCounts() })

const emptyCounts = (): Counts => ({ documents: 0, gold: 0, found: 0, strict: 0, relaxed: 0, value: 0, type: 0 })

function addDocument(
  counts: Counts,
  { gold }: TimeDocument,
  found: readonly Timex[],
  pairs: ReadonlyMap<Timex, GoldTimex>,
): void {
  counts.documents += 1
  counts.gold += gold.length
  counts.found += found.length
  counts.relaxed += pairs.size
  for (const [timex, match] of pairs) {
    if (equalSpans(timex, match)) counts.strict += 1
    if (timex.value === match.value) counts.value += 1
    if (timex.type === match.type) counts.type += 1
  }
}

const scored = (parts: Record<'development' | 'aside' | 'all', Counts>) => ({
  development: scoresOf(parts.development),
  aside: scoresOf(parts.aside),
  all: scoresOf(parts.all),
})

/** TempEval-3's attribute F1 is the accuracy over the overlapping extents times their F1, which is what remains here. */
function scoresOf({ documents, gold, found, strict, relaxed, value, type }: Counts): TimeScores {
  const f1 = (right: number): number => (2 * right) / (gold + found || 1)
  return {
    documents,
    gold,
    found,
    strictPrecision: strict / (found || 1),
    strictRecall: strict / (gold || 1),
    strict: f1(strict),
    relaxed: f1(relaxed),
    value: f1(value),
    type: f1(type),
  }
}

function addErrors(
  { text, gold, dct }: TimeDocument,
  found: readonly Timex[],
  pairs: ReadonlyMap<Timex, GoldTimex>,
  classes: Record<string, { found: number; right: number }>,
  errors: Record<ErrorKind, string[]>,
): void {
  const shown = (span: { start: number; end: number }): string => sliceOf(text, span).replace(/\s+/g, ' ')
  const matched = new Set(pairs.values())
  for (const timex of found) {
    const match = pairs.get(timex)
    if (match === undefined) {
      errors.added.push(`${shown(timex)} = ${timex.value}`)
      continue
    }
    const name = classOf(match)
    classes[name] ??= { found: 0, right: 0 }
    const tally = classes[name]
    tally.found += 1
    if (timex.value === match.value) tally.right += 1
    else errors.value.push(`${shown(timex)} = ${timex.value}, not ${match.value} (${dct})`)
    if (!equalSpans(timex, match)) errors.extent.push(`${shown(timex)}, not ${shown(match)}`)
  }
  for (const one of gold) if (!matched.has(one)) errors.missed.push(`${shown(one)} = ${one.value}`)
}

/** What a gold value names. */
function classOf({ type, value }: GoldTimex): string {
  if (type === 'SET') return 'set'
  if (value.startsWith('P') && !value.endsWith('REF')) return 'duration'
  if (value.endsWith('REF')) return 'reference'
  if (value.includes('T')) return 'time'
  if (value.includes('-W')) return 'week'
  if (/-(Q|H|S|F|W)/.test(value)) return 'quarter, season'
  if (/^....-..-../.test(value)) return 'day'
  if (/^....-..$/.test(value)) return 'month'
  return value.length === 4 ? 'year' : 'other'
}

const SHOWN = 25

export function formatTime({ scores, classes, errors }: TimeReport): string {
  const percent = (share: number): string => (100 * share).toFixed(1).padStart(6)
  return [
    'corpus                part         docs  gold found  strict P     R    F1  relaxed  value   type',
    ...Object.entries(scores).flatMap(([corpus, parts]) =>
      Object.entries(parts).map(
        ([part, one]) =>
          `${corpus.padEnd(21)} ${part.padEnd(12)} ${String(one.documents).padStart(4)} ${String(one.gold).padStart(5)} ${String(one.found).padStart(5)}    ${percent(one.strictPrecision)}${percent(one.strictRecall)}${percent(one.strict)}  ${percent(one.relaxed)} ${percent(one.value)} ${percent(one.type)}`,
      ),
    ),
    '',
    'value right, by what the gold value names (development)',
    ...Object.entries(classes)
      .sort(([, a], [, b]) => b.found - a.found)
      .map(([name, { found, right }]) => `  ${name.padEnd(16)} ${right} of ${found}`),
    ...Object.entries(errors).flatMap(([kind, rows]) => [
      '',
      `${kind}: ${rows.length}, of which`,
      ...sampled(rows).map((row) => `  ${row}`),
    ]),
  ].join('\n')
}

/** Evenly spread, the same every time. */
const sampled = (rows: readonly string[]): readonly string[] =>
  rows.length <= SHOWN ? rows : Array.from({ length: SHOWN }, (_, i) => rows[Math.floor((i * rows.length) / SHOWN)]!)
