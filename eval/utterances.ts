/** Addressee, medium and relays against our own passages: accuracy of each field, with given attributions and with found ones. */
import { readFileSync } from 'node:fs'
import type { Attribution, Doc } from '../src/core/doc.ts'
import { overlaps, type Span, sliceOf } from '../src/core/span.ts'
import { addresseeOf } from '../src/core/utterances/addressee-of.ts'
import { mediumOf } from '../src/core/utterances/medium-of.ts'
import { type ReportDoc, reportView } from '../src/core/utterances/via/report-view.ts'
import { citedSpeaker, viaOf } from '../src/core/utterances/via-of.ts'
import type { ArticlePipeline } from './attribution-articles.ts'
import { blocksOf } from './attribution-articles.ts'
import { parseGold } from './gold.ts'

type Field = 'addressee' | 'medium' | 'via' | 'cited'
const FIELDS: readonly Field[] = ['addressee', 'medium', 'via', 'cited']

interface Expected {
  readonly addressee: readonly [name: string, kind: string | null] | null
  readonly medium: readonly [name: string, kind: string] | null
  /** Names, outermost first. */
  readonly via: readonly string[]
  /** Who is cited by the outlet that the attribution names. */
  readonly cited: string | null
}

interface Row {
  readonly phenomenon: string
  /** 1: written before any output was seen on it. */
  readonly half: 1 | 2
  /** Marked as the gold set is. */
  readonly passage: string
  /** By the number of the relation. */
  readonly expected: Readonly<Record<string, Expected>>
}

interface Count {
  right: number
  of: number
}

export interface UtterancesReport {
  readonly passages: number
  /** With the attributions that the passages mark. */
  readonly given: Readonly<Record<Field, Count>>
  /** With those that the pipeline finds; an attribution that is not found is wrong in every field. */
  readonly found: Readonly<Record<Field, Count>>
  /** Attributions with every field right, given ones. */
  readonly whole: Count
  readonly half: Readonly<Record<1 | 2, Count>>
  readonly faults: readonly string[]
}

const counts = (): Record<Field, Count> => ({
  addressee: { right: 0, of: 0 },
  medium: { right: 0, of: 0 },
  via: { right: 0, of: 0 },
  cited: { right: 0, of: 0 },
})

/** Null where the pipeline reads no words and names: the rules alone do neither. */
export async function evaluateUtterances(pipeline: ArticlePipeline): Promise<UtterancesReport | null> {
  const rows = readRows()
  const given = counts()
  const found = counts()
  const whole = { right: 0, of: 0 }
  const half = { 1: { right: 0, of: 0 }, 2: { right: 0, of: 0 } }
  const faults: string[] = []
  for (const { passage, expected, half: which } of rows) {
    const [{ text, relations }] = parseGold(passage) as [ReturnType<typeof parseGold>[number]]
    const doc = (await pipeline.run({ text, lang: 'en', dct: null, layers: { blocks: blocksOf(text) } })) as ReportDoc
    if (doc.layers.words === undefined) return null
    const marked = relations.map(({ id, source, cue, content }): Attribution => {
      const manner = 'speech'
      return { id: `a${id}`, form: 'indirect', manner, source, cue, content, by: 'gold', confidence: 1 }
    })
    const byHand = { ...doc, layers: { ...doc.layers, attributions: marked } } as ReportDoc
    for (const [id, wanted] of Object.entries(expected)) {
      const gold = marked.find((attribution) => attribution.id === `a${id}`)!
      const verdicts = compare(readingOf(byHand, gold), wanted)
      const best = bestMatch(doc.layers.attributions, gold)
      const full = best === null ? null : compare(readingOf(doc, best), wanted)
      for (const [field, isRight, fault] of verdicts) {
        count(given[field], isRight)
        if (!isRight) faults.push(`${text.slice(0, 90)} [${id}]: ${fault}`)
      }
      for (const field of FIELDS)
        count(found[field], full?.some(([name, isRight]) => name === field && isRight) ?? false)
      const isWhole = verdicts.every(([, isRight]) => isRight)
      count(whole, isWhole)
      count(half[which], isWhole)
    }
  }
  return { passages: rows.length, given, found, whole, half, faults }
}

const readRows = (): Row[] =>
  readFileSync(new URL('./gold/utterances.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

function count(into: Count, isRight: boolean): void {
  into.of += 1
  if (isRight) into.right += 1
}

interface Reading {
  readonly addressee: readonly [string, string | null] | null
  readonly medium: readonly [string, string] | null
  readonly via: readonly string[]
  readonly cited: string | null
}

function readingOf(doc: ReportDoc, attribution: Attribution): Reading {
  const view = reportView(doc)
  const addressee = addresseeOf(doc, attribution, view)
  const medium = mediumOf(doc, attribution, view)
  const cited = citedSpeaker(doc, attribution, view)
  const slice = (span: Span): string => sliceOf(doc.text, span)
  return {
    addressee: addressee && [slice(addressee.span), addressee.kind],
    medium: medium && [slice(medium.span), medium.kind],
    via: viaOf(doc, attribution, view).map(({ span }) => slice(span)),
    cited: cited && slice(cited),
  }
}

const compare = (given: Reading, wanted: Expected): [Field, boolean, string][] =>
  FIELDS.map((field) => {
    const is = JSON.stringify(given[field])
    const should = JSON.stringify(wanted[field])
    return [field, is === should, `${field} is ${is}, should be ${should}`]
  })

/** The found attribution that shares most of its content with a given one, and a cue or source with it. */
function bestMatch(attributions: Doc<'attributions'>['layers']['attributions'], gold: Attribution): Attribution | null {
  let best: Attribution | null = null
  let most = 0
  for (const one of attributions) {
    const touches = (a: readonly Span[], b: readonly Span[]): boolean => a.some((x) => b.some((y) => overlaps(x, y)))
    if (!touches(one.cue, gold.cue) && !touches(one.source, gold.source)) continue
    const shared = sharedOf(one.content, gold.content) / Math.max(sizeOf(one.content), sizeOf(gold.content))
    if (shared > most) {
      best = one
      most = shared
    }
  }
  return best
}

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)
const sharedOf = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce(
    (sum, x) => sum + b.reduce((part, y) => part + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0),
    0,
  )

const percent = ({ right, of }: Count): string => (of === 0 ? '    –' : ((100 * right) / of).toFixed(1).padStart(5))

export function formatUtterances({ passages, given, found, whole, half, faults }: UtterancesReport): string {
  const line = (name: string, a: Count, b: Count | null) =>
    `${name.padEnd(24)} ${percent(a)} (${a.right} of ${a.of})${b === null ? '' : `   ${percent(b)} (${b.right} of ${b.of})`}`
  return [
    `${passages} passages; percent right      given attributions   found attributions`,
    ...FIELDS.map((field) => line(field, given[field], found[field])),
    line('all fields', whole, null),
    line('half written unseen', half[1], null),
    line('the other half', half[2], null),
    ...faults,
  ].join('\n')
}
