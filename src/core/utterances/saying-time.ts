/** Which time expression is the time of a saying, and which is of what is said: decided by where it stands. */
import type { Attribution, Timex, Utterance } from '../doc.ts'
import { contains, firstFrom, overlaps, type Span } from '../span.ts'
import { type SayingDoc, type SayingView, sayingView, sentenceAt, timexesIn } from './saying-time-view.ts'
import {
  BEFORE_OPENING,
  CONTINUING,
  LIMITS,
  NO_PARTICIPLES,
  OCCASION_LINKS,
  OPENING,
  PUBLISHING,
  SPEECH_NOUNS,
  SUBORDINATING,
} from './saying-time-words.ts'

type Reading = NonNullable<Utterance['said']> & { readonly timex: string }

/** How often a time in each place is the time of the saying: read by hand, see docs/time.md. */
const CONFIDENCE = {
  beside: 0.97,
  adjunct: 0.93,
  opening: 0.93,
  document: 0.88,
  occasion: 0.75,
  participle: 0.7,
  continued: 0.85,
  contentStart: 0.8,
  behindContent: 0.88,
} as const

/**
 * The time of the saying behind an attribution: outside what is said, in the clause of its cue or opening its sentence. Null
 * where the sentence gives none; durations and what repeats are never one.
 * @param view of the same document, made once for all of its attributions.
 */
export function sayingTime(
  doc: SayingDoc,
  attribution: Attribution,
  view: SayingView = sayingView(doc),
): Utterance['said'] {
  const anchor = attribution.cue[0] ?? attribution.source[0]
  if (anchor === undefined) return null
  const own = timeBeside(view, attribution, anchor)
  if (own !== null) return own
  const before = continuedSaying(view, attribution, anchor)
  const time = before === null ? null : timeBeside(view, before, before.cue[0]!)
  return time === null ? null : { timex: time.timex, confidence: time.confidence * CONFIDENCE.continued }
}

function timeBeside(view: SayingView, attribution: Attribution, anchor: Span): Reading | null {
  const sentence = sentenceAt(view, anchor.start)
  const level = view.levelAt(anchor.start)
  let best: Reading | null = null
  let bestRank = Number.NEGATIVE_INFINITY
  let bestGap = Number.POSITIVE_INFINITY
  for (const timex of timexesIn(view, sentence)) {
    if (timex.type === 'DURATION' || timex.type === 'SET' || /^(PRESENT|FUTURE)_REF$/.test(timex.value)) continue
    const placed = fit(view, attribution, anchor, sentence, timex, level)
    const confidence = isToCome(view.doc, timex) ? placed * TO_COME : placed
    if (confidence === 0) continue
    const gap = timex.start > anchor.start ? timex.start - anchor.end : anchor.start - timex.end
    // "More recently, prosecutors said in April": a date tells more than a word.
    const rank = timex.value.endsWith('_REF') ? confidence - 1 : confidence
    if (rank < bestRank || (rank === bestRank && gap >= bestGap)) continue
    bestRank = rank
    best = { timex: timex.id, confidence }
    bestGap = gap
  }
  return best
}

/** "I hope in 2030 they say": what is reported has been said, as a rule. */
const TO_COME = 0.5

const isToCome = ({ dct }: SayingDoc, { earliest }: Timex): boolean =>
  dct !== null && earliest !== null && earliest > dct.slice(0, 10)

/** 0 for a time of something else. */
function fit(
  view: SayingView,
  attribution: Attribution,
  anchor: Span,
  sentence: Span,
  timex: Timex,
  level: number,
): number {
  if (attribution.content.some((span) => overlaps(span, timex))) return atContentStart(view, attribution, timex)
  if (view.levelAt(timex.start) !== level) return 0
  if (attribution.source.some((span) => contains(span, timex))) return inSource(view, attribution, timex)
  if (isOther(view, attribution, anchor, timex)) return 0
  const modified = asModifier(view, timex)
  if (modified !== null) return modified
  return timex.start > anchor.start
    ? behindCue(view, attribution, anchor, timex)
    : beforeCue(view, attribution, anchor, sentence, timex)
}

// ── places

/** "said *Friday* he would go": the network may take the day for the beginning of what is said. */
function atContentStart(view: SayingView, { content, cue }: Attribution, timex: Timex): number {
  const { tokens } = view.doc.layers
  const held = content.find((span) => overlaps(span, timex))!
  const first = firstFrom(tokens, held.start)
  const at = firstFrom(tokens, timex.start)
  const isFirst = at === first || (at === first + 1 && view.lowerOf(first) === 'on')
  const last = cue.at(-1)
  if (!isFirst || last === undefined || firstFrom(tokens, last.end) !== first) return 0
  return view.lowerOf(firstFrom(tokens, timex.end)) === 'that' ? CONFIDENCE.contentStart : 0
}

/** "a report released on Monday said", "the court in April ruled", but not "Lavrov, appointed in 2004, said". */
function inSource(view: SayingView, { source, cue }: Attribution, timex: Timex): number {
  const { tokens } = view.doc.layers
  const held = source.find((span) => contains(span, timex))!
  const at = firstFrom(tokens, timex.start)
  if (timex.end === held.end && cue.some(({ start }) => firstFrom(tokens, start) === firstFrom(tokens, timex.end)))
    return LIMITS.has(view.lowerOf(at - 1)) ? 0 : CONFIDENCE.document
  const modified = asModifier(view, timex)
  if (modified !== null) return modified
  // "The minister, who has held the office since 2022, said": a stretch of time up to now is no time of saying.
  if (LIMITS.has(view.lowerOf(at - 1))) return 0
  const first = Math.max(firstFrom(tokens, held.start), at - LONGEST_ADJUNCT)
  for (let i = at - 1; i >= first && view.lowerOf(i) !== ',' && view.lowerOf(i) !== 'who'; i--)
    if (PUBLISHING.has(view.lowerOf(i))) return CONFIDENCE.document
  return 0
}

/** "Tuesday's briefing", "a Friday interview" are sayings, "Tuesday's vote" and "a 2014 law" are not; null for a time that stands alone. */
function asModifier(view: SayingView, timex: Timex): number | null {
  const { tokens } = view.doc.layers
  const before = firstFrom(tokens, timex.start) - 1
  const after = firstFrom(tokens, timex.end)
  const isPossessive = view.lowerOf(after) === "'s"
  const isAttributive = /^(a|an|his|her|their|its|'s)$/.test(view.lowerOf(before))
  if (!isPossessive && !isAttributive) return null
  if (LIMITS.has(view.lowerOf(before)) || LIMITS.has(view.lowerOf(before - 1))) return 0
  const from = isPossessive ? after + 1 : after
  for (let at = from; at < from + 3; at++) if (SPEECH_NOUNS.has(view.lowerOf(at))) return CONFIDENCE.document
  return 0
}

/** Behind the cue: "said on Tuesday that", "told reporters in Rome today". */
function behindCue(view: SayingView, attribution: Attribution, anchor: Span, timex: Timex): number {
  const { tokens } = view.doc.layers
  const cueEnd = (attribution.cue.findLast((span) => span.end <= timex.start) ?? anchor).end
  const content = attribution.content.findLast((span) => span.start >= cueEnd && span.end <= timex.start)
  const confidence = between(
    view,
    attribution,
    firstFrom(tokens, content?.end ?? cueEnd),
    firstFrom(tokens, timex.start),
  )
  return content === undefined ? confidence : Math.min(confidence, CONFIDENCE.behindContent)
}

/** Before the cue: "Lavrov on Tuesday said", "On Tuesday, Lavrov said", "Asked on Tuesday whether …, Lavrov said". */
function beforeCue(view: SayingView, attribution: Attribution, anchor: Span, sentence: Span, timex: Timex): number {
  const { tokens } = view.doc.layers
  const first = firstFrom(tokens, sentence.start)
  const at = firstFrom(tokens, timex.start)
  const source = attribution.source.find((span) => span.start < anchor.start)
  if (attribution.content.some((span) => span.start < anchor.start && span.start > timex.end)) {
    return opensSentence(view, first, at) && OPENING.has(view.lowerOf(first)) ? CONFIDENCE.opening : 0
  }
  if (source !== undefined && timex.start >= source.end)
    return between(view, attribution, firstFrom(tokens, source.end), at)
  if (!opensSentence(view, first, at)) return 0
  const to = firstFrom(tokens, (source ?? anchor).start)
  if (OPENING.has(view.lowerOf(first)) && view.lowerOf(to - 1) === ',') return CONFIDENCE.opening
  return opensWith(view, firstFrom(tokens, timex.end), to)
}

/** "On Tuesday,", "Asked in Rome on Tuesday", "In a speech in Rome on Tuesday": nothing before it with a clause of its own. */
function opensSentence(view: SayingView, first: number, at: number): boolean {
  let from = first
  while (from < at && from < first + 3 && BEFORE_OPENING.has(view.lowerOf(from))) from++
  if (from === at) return at === first || !LIMITS.has(view.lowerOf(at - 1))
  if (at - first > LONGEST_OPENING || LIMITS.has(view.lowerOf(at - 1))) return false
  const isOpening = OPENING.has(view.lowerOf(from)) || hasPlacing(view, first, from)
  return isOpening && !hasClause(view, from + 1, at)
}

const LONGEST_OPENING = 14
const PLACING = new Set(['in', 'on', 'at', 'during'])

function hasPlacing(view: SayingView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (PLACING.has(view.lowerOf(at))) return true
  return false
}

/** What stands between an opening time and who says: nothing, a comma, an adjunct; no clause of its own. */
function opensWith(view: SayingView, from: number, to: number): number {
  if (to - from <= 1) return CONFIDENCE.opening
  if (to - from > LONGEST_ADJUNCT || hasClause(view, from, to)) return 0
  const isApart = view.lowerOf(from) === ',' && view.lowerOf(to - 1) === ','
  if (isApart || to - from <= 5) return CONFIDENCE.adjunct
  return PLACING.has(view.lowerOf(from)) ? CONFIDENCE.document : 0
}

function hasClause(view: SayingView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const word = view.lowerOf(at)
    if (SUBORDINATING.has(word) || word === 'and' || word === ';') return true
  }
  return false
}

/** How well a time belongs to a cue or source with these tokens between. */
function between(view: SayingView, { cue }: Attribution, from: number, to: number): number {
  if (to - from > LONGEST_ADJUNCT) return 0
  let confidence: number = to - from <= 1 ? CONFIDENCE.beside : CONFIDENCE.adjunct
  const preposition = view.lowerOf(to - 1)
  if (to > from && LIMITS.has(preposition)) return 0
  for (let at = from; at < to; at++) {
    const word = view.lowerOf(at)
    if (SUBORDINATING.has(word) || word === ';' || word === 'and') return 0
    if (PUBLISHING.has(word)) confidence = Math.min(confidence, CONFIDENCE.document)
    else if (isParticiple(word)) confidence = Math.min(confidence, CONFIDENCE.participle)
    else if (isLink(word, at, to, cue.length > 0)) confidence = Math.min(confidence, CONFIDENCE.occasion)
  }
  return confidence
}

const LONGEST_ADJUNCT = 18

const isParticiple = (word: string): boolean => word.length > 4 && /(?:ed|ing)$/.test(word) && !NO_PARTICIPLES.has(word)

/** "to reporters" is whom it is said to. */
const isLink = (word: string, at: number, to: number, hasCue: boolean): boolean =>
  hasCue && at < to - 1 && OCCASION_LINKS.has(word) && word !== 'to' && word !== 'with'

// ── whose

/** Is there another cue between the time and this attribution? Then the time is that one's. */
function isOther(view: SayingView, attribution: Attribution, anchor: Span, timex: Timex): boolean {
  const from = Math.min(anchor.end, timex.end)
  const to = Math.max(anchor.start, timex.start)
  for (let at = firstFrom(view.cues, from); at < view.cues.length && view.cues[at]!.start < to; at++) {
    const other = view.cues[at]!
    if (other.attribution !== attribution && other.end <= to) return true
  }
  return false
}

/** "told reporters on Tuesday …, adding that …": the attribution of the same sentence and source that this one goes on with. */
function continuedSaying(view: SayingView, attribution: Attribution, anchor: Span): Attribution | null {
  const word = view.lowerOf(firstFrom(view.doc.layers.tokens, anchor.start))
  if (attribution.cue.length === 0 || !CONTINUING.has(word)) return null
  const sentence = sentenceAt(view, anchor.start)
  const [source] = attribution.source
  for (let at = firstFrom(view.cues, anchor.start) - 1; at >= 0 && view.cues[at]!.start >= sentence.start; at--) {
    const other = view.cues[at]!.attribution
    if (other === attribution) continue
    const [first] = other.source
    if (source === undefined || (first?.start === source.start && first.end === source.end)) return other
  }
  return null
}
