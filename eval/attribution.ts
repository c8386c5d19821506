/** Attributions against annotated articles: exact spans by role, whole relations, and how often each rule agrees. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Attribution, Block } from '../src/core/doc.ts'
import { english } from '../src/core/english.ts'
import type { Span } from '../src/core/span.ts'

type Pairs = readonly (readonly [number, number])[]

interface Article {
  readonly text: string
  readonly annotations: readonly {
    readonly attributions: readonly { readonly source: Pairs; readonly cue: Pairs; readonly content: Pairs }[]
  }[]
}

interface Relation {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

interface Count {
  right: number
  found: number
  gold: number
}

export interface AttributionReport {
  readonly articles: number
  /** Exact spans, one count a span. */
  readonly exact: Readonly<Record<'source' | 'cue' | 'content', Count>>
  /** Content overlaps by half (Jaccard, characters) and the sources touch or are both absent. */
  readonly relations: Count
  readonly rules: Readonly<Record<string, { found: number; agreed: number }>>
}

const pipeline = english()

/** @param file a `.jsonl.gz` in the layout of the corpus readme; the first annotator of each article counts. */
export async function evaluateAttribution(file: string): Promise<AttributionReport> {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
  const exact = { source: count(), cue: count(), content: count() }
  const relations = count()
  const rules: Record<string, { found: number; agreed: number }> = {}
  for (const line of lines) {
    const article = JSON.parse(line) as Article
    const gold = (article.annotations[0]?.attributions ?? []).map(relationOf).filter((each) => each.content.length > 0)
    const doc = await pipeline.run({
      text: article.text,
      lang: 'en',
      dct: null,
      layers: { blocks: blocksOf(article.text) },
    })
    const found = doc.layers.attributions
    for (const role of ['source', 'cue', 'content'] as const) addExact(exact[role], found, gold, role)
    addRelations(relations, rules, found, gold)
  }
  return { articles: lines.length, exact, relations, rules }
}

export function formatAttribution(report: AttributionReport): string {
  const rows = Object.entries(report.exact).map(([role, each]) => `${role.padEnd(10)} ${scores(each)}`)
  const rules = Object.entries(report.rules).sort(([, a], [, b]) => b.found - a.found)
  return [
    `${report.articles} articles, first annotator`,
    'exact spans  precision  recall  F1',
    ...rows,
    `relations  ${scores(report.relations)}   (content overlap of a half, sources touch)`,
    '',
    'rule                found  agrees',
    ...rules.map(
      ([rule, { found, agreed }]) => `${rule.padEnd(18)} ${String(found).padStart(6)}  ${(agreed / found).toFixed(2)}`,
    ),
  ].join('\n')
}

const count = (): Count => ({ right: 0, found: 0, gold: 0 })

const scores = ({ right, found, gold }: Count): string =>
  [right / found, right / gold, (2 * right) / (found + gold)]
    .map((value) => (100 * value).toFixed(1).padStart(8))
    .join('')

const spansOf = (pairs: Pairs): Span[] => pairs.map(([start, end]) => ({ start, end }))

const relationOf = (raw: { source: Pairs; cue: Pairs; content: Pairs }): Relation => ({
  source: spansOf(raw.source),
  cue: spansOf(raw.cue),
  content: spansOf(raw.content),
})

/** Paragraphs at empty lines; the first is the headline. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const part of text.split('\n\n')) {
    if (part.trim() !== '')
      blocks.push({ start, end: start + part.length, kind: blocks.length === 0 ? 'headline' : 'paragraph' })
    start += part.length + 2
  }
  return blocks
}

function addExact(total: Count, found: readonly Attribution[], gold: readonly Relation[], role: keyof Relation): void {
  const keys = (relations: readonly Relation[]) =>
    new Set(relations.flatMap((relation) => relation[role].map((span) => `${span.start}-${span.end}`)))
  const mine = keys(found)
  const theirs = keys(gold)
  total.found += mine.size
  total.gold += theirs.size
  for (const key of mine) if (theirs.has(key)) total.right += 1
}

function addRelations(
  total: Count,
  rules: Record<string, { found: number; agreed: number }>,
  found: readonly Attribution[],
  gold: readonly Relation[],
): void {
  const matched = new Set<Relation>()
  for (const attribution of found) {
    rules[attribution.by] ??= { found: 0, agreed: 0 }
    const rule = rules[attribution.by]!
    rule.found += 1
    const match = gold.find((each) => agrees(attribution, each))
    if (match === undefined) continue
    rule.agreed += 1
    matched.add(match)
  }
  total.found += found.length
  total.gold += gold.length
  total.right += matched.size
}

/** Do two relations mean the same: contents overlap by half, and the sources touch or both are missing? */
export function agrees(a: Relation, b: Relation): boolean {
  const shared = sharedCharacters(a.content, b.content)
  const all = characters(a.content) + characters(b.content) - shared
  if (shared / all < 0.5) return false
  return (a.source.length === 0 && b.source.length === 0) || sharedCharacters(a.source, b.source) > 0
}

const characters = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0)

function sharedCharacters(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
  return sum
}
