/** Lines that tell how the lines around them came here: "His words are quoted by Reuters, UNN reports", "Lund said this to NTV". */
import type { Attribution } from '../../doc.ts'
import { firstToken } from '../../token-columns.ts'
import { type Hop, hopOf, proofOf } from './hop.ts'
import { isOutletPhrase, relayKindOf } from './party-kind.ts'
import { type Phrase, phraseAt } from './phrase-at.ts'
import { REPORTS } from './relay-verbs.ts'
import { chainAt, type ReportView } from './report-view.ts'

/** Nouns for what somebody said, which a sentence may be about. */
const SAYINGS = new Set('word statement remark comment speech quote quotation post message interview'.split(' '))
const OWNERS = new Set('his her their its the these those this'.split(' '))
const PASSED_ON = new Set('quoted cited reported carried published relayed shared'.split(' '))

/** A sentence about what is said beside it. */
interface Line {
  readonly from: number
  readonly to: number
  readonly hops: readonly Hop[]
  /** Whether it speaks of his words, before and after it, or only of this, which stands before. */
  readonly both: boolean
}

/** Relays by the index of the attribution that they belong to. */
export function laterRelays(view: ReportView): Map<number, Hop[]> {
  const relays = new Map<number, Hop[]>()
  const lines = linesOf(view)
  if (lines.length === 0) return relays
  const order = inOrder(view)
  for (const line of lines) {
    for (const index of attributionsBeside(view, order, line)) {
      relays.set(index, [...(relays.get(index) ?? []), ...line.hops])
    }
  }
  return relays
}

function linesOf(view: ReportView): Line[] {
  const lines: Line[] = []
  const { sentenceFrom } = view
  for (let sentence = 0; sentence + 1 < sentenceFrom.length; sentence++) {
    const from = sentenceFrom[sentence]!
    const to = Math.min(sentenceFrom[sentence + 1]!, from + LONGEST)
    const line = wordsLine(view, from, to) ?? thisLine(view, from, to)
    if (line !== null) lines.push(line)
  }
  return lines
}

/** Longest line about others, in tokens. */
const LONGEST = 40

/** "His words are quoted by Reuters, UNN reports"; "The statement was carried by TASS"; "This was reported by Ukrinform". */
function wordsLine(view: ReportView, from: number, to: number): Line | null {
  const { lower, lemma } = view
  const isSaying = OWNERS.has(lower[from]!) && SAYINGS.has(lemma[from + 1] ?? '')
  const isThis = lower[from] === 'this' || lower[from] === 'it'
  if (!isSaying && !isThis) return null
  let at = from + (isSaying ? 2 : 1)
  if (lemma[at] !== 'be' && lemma[at] !== 'have') return null
  while (at < to && (view.upos[at] === 'AUX' || view.upos[at] === 'ADV')) at++
  if (!PASSED_ON.has(lower[at] ?? '') || lower[at + 1] !== 'by') return null
  const inner = phraseAt(view, at + 2, to)
  if (inner === null || !isOutletPhrase(view, inner)) return null
  const hop = hopOf(view, inner, proofOf(view, at, inner.to), 'publication')
  if (hop === null) return null
  const outer = asideAt(view, inner.end, to)
  return { from, to, hops: outer === null ? [hop] : [outer, hop], both: isSaying }
}

/** ", UNN reports": the outlet that says so. */
function asideAt(view: ReportView, at: number, to: number): Hop | null {
  if (view.lower[at] !== ',') return null
  const phrase = phraseAt(view, at + 1, to)
  if (phrase === null || !isOutletPhrase(view, phrase) || !REPORTS.has(view.lemma[phrase.end] ?? '')) return null
  return hopOf(view, phrase, proofOf(view, phrase.from, phrase.end + 1), 'publication')
}

const SAID_THIS = new Set('say state announce report write'.split(' '))

/** "Lund said this to NTV on Friday": what stands before is known from him. */
function thisLine(view: ReportView, from: number, to: number): Line | null {
  const speaker = phraseBeforeSaid(view, from, to)
  if (speaker === null) return null
  const { phrase, verb } = speaker
  for (let at = verb + 2; at < to; at++)
    if (view.lower[at] === ':' || view.lower[at] === '"' || view.lower[at] === '“') return null
  const hop = hopOf(view, phrase, proofOf(view, phrase.from, verb + 2), relayKindOf(view, phrase) ?? 'organisation')
  return hop && { from, to, hops: [hop], both: false }
}

function phraseBeforeSaid(view: ReportView, from: number, to: number): { phrase: Phrase; verb: number } | null {
  for (let verb = from + 1; verb + 1 < to; verb++) {
    if (!SAID_THIS.has(view.lemma[verb]!) || view.lower[verb + 1] !== 'this') continue
    if (view.upos[verb + 2] === 'NOUN' || view.upos[verb + 2] === 'ADJ') return null
    for (let start = from; start < verb; start++) {
      const phrase = phraseAt(view, start, verb)
      if (phrase !== null && phrase.to === verb) return { phrase, verb }
    }
    return null
  }
  return null
}

interface Placed {
  readonly index: number
  readonly attribution: Attribution
  readonly at: number
}

/** Attributions by where they begin. */
function inOrder(view: ReportView): Placed[] {
  return view.doc.layers.attributions
    .map((attribution, index) => ({ index, attribution, at: firstToken(view, attribution.content[0]!) }))
    .sort((a, b) => a.at - b.at)
}

/** How many sentences may stand between a line and what it speaks of. */
const FARTHEST = 2

/** The last saying before the line; behind it what the same speaker goes on with. */
function attributionsBeside(view: ReportView, order: readonly Placed[], line: Line): number[] {
  const here = view.sentence[line.from]!
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (order[middle]!.at < line.from) low = middle + 1
    else high = middle
  }
  while (low > 0 && isOf(view, order[low - 1]!, line)) low--
  const before = order[low - 1]
  if (before === undefined || here - view.sentence[before.at]! > FARTHEST + 2) return []
  const sentence = view.sentence[before.at]!
  const found = order.slice(Math.max(0, low - 6), low).filter(({ at }) => view.sentence[at] === sentence)
  const indexes = found.map(({ index }) => index)
  if (!line.both) return indexes
  for (let i = low; i < order.length && i < low + 4; i++) {
    const next = order[i]!
    if (next.at < line.to) continue
    if (view.sentence[next.at]! - here > FARTHEST || !isSameSource(view, before.attribution, next.attribution)) break
    indexes.push(next.index)
    break
  }
  return indexes
}

/** Is the line itself its cue or its source? */
function isOf(view: ReportView, { attribution }: Placed, { from, to }: Line): boolean {
  const anchor = attribution.cue[0] ?? attribution.source[0]
  const at = anchor === undefined ? -1 : firstToken(view, anchor)
  return at >= from && at < to
}

/** One chain, or one surname. */
function isSameSource(view: ReportView, a: Attribution, b: Attribution): boolean {
  const [one] = a.source
  const [other] = b.source
  if (one === undefined || other === undefined) return false
  const chain = chainAt(view, one)
  if (chain !== null && chain.id === chainAt(view, other)?.id) return true
  const { text } = view.doc
  const name = text.slice(other.start, other.end)
  const last = name.slice(name.lastIndexOf(' ') + 1)
  return (
    /^\p{Lu}/u.test(last) &&
    text
      .slice(one.start, one.end)
      .split(/[\s,]+/)
      .includes(last)
  )
}
