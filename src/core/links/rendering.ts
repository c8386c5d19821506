/** Which turn of a transcript a report's statement renders, and how faithfully. */
import type { Alteration } from '../compare/altered-meaning.ts'
import type { Span } from '../span.ts'
import type { Word } from '../wording/words-of.ts'
import type { Fidelity, Linkable, LinkEvidence, Relating } from './link.ts'
import { dayOf } from './linkable-view.ts'
import { speakersAgree, voiceOf } from './relate/side.ts'
import { isVersionOf } from './relate-versions.ts'
import type { Renderer } from './renderer.ts'
import { type Alignment, align } from './rendering/align.ts'
import { type Coverage, coverageIn } from './rendering/coverage.ts'
import { type QuotedReading, quotedReading } from './rendering/fidelity.ts'
import { type ToldWords, toldWords } from './rendering/told-words.ts'
import { reportKeys, turnKeys } from './turn-keys.ts'

/** A report comes after the turn, within so many days. */
const DAYS = 7
/** Of a quotation and of a report in its own words: the least that the turn has to have of it. */
const LEAST_QUOTED = 0.65
const LEAST_TOLD = 0.43
/** Of a quotation: the least that stands in one stretch of the turn, in whatever order, before it is aligned. */
const LEAST_SHARED = 0.35
/** What a report may be about to be one of a turn: two words would fit many turns. */
const LEAST_WEIGHT = 2
/** Of a report in its own words as much has to stand in the turn. */
const LEAST_WEIGHT_TOLD = 1.6
/** By how much the best turn is better than the next. */
const MARGIN = 0.04
const MARGIN_TOLD = 0.08
/** Words of a report that are looked for; longer ones are speeches printed whole. */
const LONGEST = 500
/** Pieces of evidence that a link keeps. */
const MOST_EVIDENCE = 24

/** How often such a rendering is right, as measured on our own reports: `npm run evaluate -- renderings`. */
const CONFIDENCE: Readonly<Record<Fidelity, number>> = { verbatim: 0.95, trimmed: 0.9, altered: 0.85, paraphrase: 0.75 }

interface Judged {
  readonly turn: Linkable
  readonly fidelity: Fidelity
  readonly score: number
  readonly alterations: readonly Alteration[]
  readonly reading: QuotedReading | null
}

/**
 * The one turn of `turns` that `report` renders; null for none, and where two fit alike.
 * @param report a statement of a report
 * @param turns statements of transcripts or releases
 */
export function rendering(
  report: Linkable,
  turns: readonly Linkable[],
): readonly { readonly turn: Linkable; readonly relating: Relating }[] | null {
  const told = toldWords(report)
  if (told.words.length === 0 || told.words.length > LONGEST) return null
  const judged = turns
    .filter((turn) => canRender(report, turn))
    .map((turn) => judge(told, turn))
    .filter((each) => each !== null)
    .sort((a, b) => b.score - a.score || (a.turn.statement.id < b.turn.statement.id ? -1 : 1))
  const [best] = judged
  if (best === undefined) return null
  // The same turn in another version of the transcript is no rival.
  const next = judged.find((other) => other !== best && !isVersionOf(paged(best.turn), paged(other.turn)))
  const margin = best.fidelity === 'paraphrase' ? MARGIN_TOLD : MARGIN
  if (next !== undefined && best.score - next.score < margin) return null
  return [{ turn: best.turn, relating: relatingOf(report, best) }]
}

const paged = ({ document }: Linkable) => ({ document: document.id, url: document.url ?? null })

function canRender(report: Linkable, turn: Linkable): boolean {
  const agree = speakersAgree(voiceOf(report.statement.speaker), voiceOf(turn.statement.speaker))
  if (agree === null) return false
  const day = dayOf(turn.statement.said.earliest ?? turn.document.published)
  const { said } = report.statement
  const latest = dayOf(said.latest ?? report.document.published)
  const earliest = dayOf(said.earliest)
  if (day === null) return true
  if (latest !== null && latest < day) return false
  if (earliest !== null) return earliest <= day
  return latest === null || latest - day <= DAYS
}

function judge(told: ToldWords, turn: Linkable): Judged | null {
  const words = toldWords(turn)
  const coverage = coverageIn(told, words)
  const parts = quotedParts(told)
  if (parts.length === 0) return judgedTold(told, turn, coverage)
  // Aligning costs; what has half of its words nowhere in the turn is not worth it.
  if (coverage.share < LEAST_SHARED) return null
  const aligned = parts.map((part) => ({ part, alignment: align(told, part, words) }))
  const weight = (part: readonly number[]): number => part.reduce((sum, word) => sum + told.weights[word]!, 0)
  const all = aligned.reduce((sum, { part }) => sum + weight(part), 0)
  const quoted = aligned.reduce((sum, { part, alignment }) => sum + alignment.share * weight(part), 0) / all
  // Words in order and words near one another: either alone is found in turns on the same matter.
  const inOrder = (quoted + coverage.share) / 2
  const score = (inOrder * all + coverage.share * outside(told)) / (all + outside(told))
  if (all + outside(told) < LEAST_WEIGHT || score < LEAST_QUOTED) return null
  const readings = aligned.map(({ part, alignment }) => quotedReading(told, part, words, alignment as Alignment))
  const fidelity = worst(readings)
  return { turn, fidelity, score, alterations: readings.flatMap((one) => one.alterations), reading: merged(readings) }
}

const outside = (told: ToldWords): number =>
  told.weights.reduce((sum, weight, at) => (told.quoted[at] || weight < 0.3 ? sum : sum + weight), 0)

function judgedTold(told: ToldWords, turn: Linkable, { share }: Coverage): Judged | null {
  if (share < LEAST_TOLD || share * outside(told) < LEAST_WEIGHT_TOLD) return null
  return { turn, fidelity: 'paraphrase', score: share, alterations: [], reading: null }
}

/** Runs of words between quotation marks; single words are scare quotes as often as not. */
function quotedParts({ quoted, words, text }: ToldWords): number[][] {
  const parts: number[][] = []
  let open: number[] = []
  quoted.forEach((is, at) => {
    const apart = at > 0 && /["“”„«»…]|\.\.\.|\[/.test(text.slice(words[at - 1]!.end, words[at]!.start))
    if (open.length > 0 && (!is || (apart && !isCut(text.slice(words[at - 1]!.end, words[at]!.start))))) {
      parts.push(open)
      open = []
    }
    if (is) open.push(at)
  })
  if (open.length > 0) parts.push(open)
  const long = parts.filter((part) => part.length > 1)
  return long.length > 0
    ? long
    : parts.filter((part) => part.length > 0 && parts.length === 1 && quoted.every((is) => is))
}

/** "… for years … and" inside one quotation: a cut, and words of one turn still. */
const isCut = (between: string): boolean => /^[^"“”„«»]*(?:…|\.\.\.|\[)[^"“”„«»]*$/.test(between)

const ORDER: readonly QuotedReading['fidelity'][] = ['verbatim', 'trimmed', 'altered']

const worst = (readings: readonly QuotedReading[]): QuotedReading['fidelity'] =>
  readings.map(({ fidelity }) => fidelity).reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'verbatim')

const merged = (readings: readonly QuotedReading[]): QuotedReading => ({
  fidelity: worst(readings),
  alterations: readings.flatMap(({ alterations }) => alterations),
  putIn: readings.flatMap(({ putIn }) => putIn),
  leftOut: readings.flatMap(({ leftOut }) => leftOut),
})

function relatingOf(report: Linkable, { turn, fidelity, score, alterations, reading }: Judged): Relating {
  const telling = alterations.map(({ kind, word, side }) => evidence(side === 'record' ? turn : report, word, kind))
  const known = new Set(alterations.map(({ word, side }) => `${side}${word.start}`))
  const unknown = (words: readonly Word[], side: string): Span[] =>
    runs(words.filter(({ start }) => !known.has(`${side}${start}`)))
  const rest = [
    ...unknown(reading?.putIn ?? [], 'rendering').map((span) => evidence(report, span, 'put in')),
    ...unknown(reading?.leftOut ?? [], 'record').map((span) => evidence(turn, span, 'left out')),
  ]
  const confidence = Math.round(CONFIDENCE[fidelity] * Math.min(1, 0.7 + score * 0.3) * 100) / 100
  const because = [...telling, ...rest].filter((one) => one !== null).slice(0, MOST_EVIDENCE)
  return { relation: 'renders', type: fidelity, confidence, because }
}

/** Words that stand side by side are one change. */
function runs(words: readonly Word[]): Span[] {
  const found: { start: number; end: number }[] = []
  for (const { start, end } of words) {
    const last = found.at(-1)
    if (last !== undefined && start >= last.end && start - last.end <= 2) last.end = end
    else found.push({ start, end })
  }
  return found
}

/** @param word of the joined text of the statement's content, as is a run of words. */
function evidence({ statement }: Linkable, word: Span, note: string): LinkEvidence | null {
  let offset = 0
  for (const span of statement.content.spans) {
    const length = span.end - span.start
    if (word.start >= offset && word.end <= offset + length) {
      const start = span.start + word.start - offset
      return { span: { start, end: start + word.end - word.start }, of: statement.id, note }
    }
    offset += length + GAP
  }
  return null
}

/** What `joinedText` puts between spans. */
const GAP = ' … '.length

/** The renderer of this program. */
export const statementRenderer: Renderer = { turnKeys, reportKeys, rendering }
