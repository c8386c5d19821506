/** Blocks → sentences: `Intl.Segmenter` (UAX #29), mended where news prose defeats it. */
import { isDigit, isLetter, isUpper } from './characters.ts'
import type { Sentence } from './doc.ts'
import { isSpace, type Span, trimmed } from './span.ts'
import type { Stage } from './stage.ts'

export const sentenceSplitter = (lang = 'en'): Stage<'blocks', 'sentences'> => {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' })
  return {
    name: 'sentence-splitter',
    version: 1,
    needs: ['blocks'],
    gives: 'sentences',
    run: (doc) => doc.layers.blocks.flatMap((block) => sentencesOf(doc.text, block, segmenter)),
  }
}

/** Longest piece handed to the segmenter at once; text without any boundary is cut there rather than held in memory. */
const LONGEST_PIECE = 100_000

function sentencesOf(text: string, block: Span, segmenter: Intl.Segmenter): Sentence[] {
  const sentences: Sentence[] = []
  let pending: Span | null = null
  for (const { span, cutBefore } of segmentsOf(text, block, segmenter)) {
    // White space alone is no sentence; trimmed here, so that a long run of it is looked at once.
    const next = trimmed(text, span)
    if (next.start === next.end) continue
    if (pending !== null && (cutBefore || goesOn(text, pending, next))) {
      pending = { start: pending.start, end: next.end }
      continue
    }
    if (pending !== null) sentences.push(pending)
    pending = next
  }
  if (pending !== null) sentences.push(pending)
  return sentences
}

interface Segment {
  readonly span: Span
  /** True where the text was cut only because a piece was full: no boundary at all. */
  readonly cutBefore: boolean
}

/** The segmenter's sentences, piece by piece; a piece's last one is looked at again with what follows it. */
function* segmentsOf(text: string, block: Span, segmenter: Intl.Segmenter): Generator<Segment> {
  let from = block.start
  let cutBefore = false
  while (from < block.end) {
    const end = Math.min(block.end, from + LONGEST_PIECE)
    let next = from
    for (const { index, segment } of segmenter.segment(text.slice(from, end))) {
      const span = { start: from + index, end: from + index + segment.length }
      const isLast = span.end === end && end < block.end
      if (isLast && index > 0) break
      yield { span, cutBefore: index === 0 && cutBefore }
      if (index === 0) cutBefore = isLast
      next = span.end
    }
    from = next
  }
}

/** Always followed by a name or number: never the end of a sentence. */
const TITLES = new Set(
  (
    'mr mrs ms mx dr prof gen lt col capt cpt cmdr adm maj sgt cpl pvt sen rep gov pres hon rev fr msgr sr jr supt insp ' +
    'amb atty mme mlle v vs cf e.g i.e viz al г ул им св'
  ).split(' '),
)

/** Before a number no end of a sentence ("Feb. 3", "No. 5"); before anything else the stop ends one ("No. He left."). */
const BEFORE_NUMBERS = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec no nos vol fig figs art sec para pp ed eds approx est ca'.split(
    ' ',
  ),
)

/** Begins a name ("St. John", "Mt. Etna"), but ends an address or a measure too: the next word decides. */
const NAME_HEADS = new Set('st mt ft'.split(' '))

/** "U.S", "J.K", "p.m": letters with stops between; the next word decides whether the last one ends the sentence. */
const isDotted = (word: string): boolean =>
  word.length >= 3 && word.length <= 7 && /^\p{L}{1,2}(\.\p{L}{1,2})+$/u.test(word)

/** Words that begin a sentence far more often than they follow an abbreviation. */
const OPENERS = new Set(
  'the a an he she it they we i you this that these those but and in on at for as if when while then however meanwhile there his her their its'.split(
    ' ',
  ),
)

/** Did the segmenter cut `left` from `right`, both without white space at their ends, inside one sentence? */
function goesOn(text: string, left: Span, right: Span): boolean {
  const first = text.codePointAt(right.start)!
  const last = text.charCodeAt(left.end - 1)

  if (isLowerCase(first)) return true
  if (hasOnlyLineBreak(text, left.end, right.start) && !endsSentence(last)) return true
  if (isCloser(last)) return false
  if (last !== 0x2e) return false

  const word = lastWord(text, left).toLowerCase()
  if (isInitial(text, left, word)) return !OPENERS.has(firstWord(text, right).toLowerCase())
  if (TITLES.has(word)) return true
  if (BEFORE_NUMBERS.has(word)) return isDigit(first) || /^([VX]|[IVXLC]{2,})$/.test(firstWord(text, right))
  if (!NAME_HEADS.has(word) && !isDotted(word)) return false
  return !OPENERS.has(firstWord(text, right).toLowerCase()) && isUpper(first)
}

const isLowerCase = (codePoint: number): boolean => isLetter(codePoint) && !isUpper(codePoint) && hasCase(codePoint)

const hasCase = (codePoint: number): boolean => {
  const char = String.fromCodePoint(codePoint)
  return char.toUpperCase() !== char
}

const endsSentence = (unit: number): boolean => '.!?…:;'.includes(String.fromCharCode(unit)) || isCloser(unit)

const isCloser = (unit: number): boolean => '"”’»)]\''.includes(String.fromCharCode(unit))

/** Hard-wrapped text: one line break and no empty line between the two. */
function hasOnlyLineBreak(text: string, from: number, to: number): boolean {
  let breaks = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) breaks++
  }
  return breaks === 1
}

/** "J. Edgar", "George W. Bush": one capital before the stop, and not the pronoun at the end of "you and I." */
const isInitial = (text: string, span: Span, word: string): boolean =>
  word.length === 1 && word !== 'i' && isUpper(text.codePointAt(span.end - 2) ?? 0)

/** Last word before the final stop, at most 20 characters long. */
function lastWord(text: string, span: Span): string {
  let at = span.end - 1
  const limit = Math.max(span.start, span.end - 21)
  while (at > limit && !isSpace(text.charCodeAt(at - 1)) && !'("“‘[—–-'.includes(text[at - 1]!)) at--
  return text.slice(at, span.end - 1)
}

function firstWord(text: string, span: Span): string {
  let at = span.start
  const limit = Math.min(span.end, span.start + 20)
  while (at < limit && isLetter(text.charCodeAt(at))) at++
  return text.slice(span.start, at)
}
