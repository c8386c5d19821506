/** Blocks → sentences: `Intl.Segmenter` (UAX #29), mended where news prose defeats it. */
import { isLetter, isUpper } from './characters.ts'
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
  for (let from = block.start; from < block.end; from += LONGEST_PIECE) {
    const piece = text.slice(from, Math.min(block.end, from + LONGEST_PIECE))
    for (const { index, segment } of segmenter.segment(piece)) {
      const span: Span = { start: from + index, end: from + index + segment.length }
      if (pending === null) pending = span
      else if (goesOn(text, pending, span)) pending = { start: pending.start, end: span.end }
      else {
        push(text, pending, sentences)
        pending = span
      }
    }
  }
  if (pending !== null) push(text, pending, sentences)
  return sentences
}

function push(text: string, span: Span, into: Sentence[]): void {
  const sentence = trimmed(text, span)
  if (sentence.end > sentence.start) into.push(sentence)
}

/** Always followed by a name or number: never the end of a sentence. */
const TITLES = new Set(
  (
    'mr mrs ms mx dr prof st gen lt col capt cpt cmdr adm maj sgt cpl pvt sen rep gov pres hon rev fr msgr sr jr supt insp ' +
    'amb atty mme mlle vs no nos vol fig figs art sec para pp ed eds approx est ca cf e.g i.e viz al г ул им св'
  ).split(' '),
)

/** May end a sentence or not: the next word decides. */
const ABBREVIATIONS = new Set(
  (
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp co ltd llc bros plc ' +
    'dept univ assn ave blvd rd ft mt oz lb lbs in u.s u.k u.n u.s.a e.u d.c a.m p.m ph.d m.d b.a m.a ret etc ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m n.y n.c ' +
    'n.d okla ore pa r.i s.c s.d tenn tex vt va wash w.va wis wyo'
  ).split(' '),
)

const MONTHS = new Set('jan feb mar apr jun jul aug sep sept oct nov dec no'.split(' '))

/** Words that begin a sentence far more often than they follow an abbreviation. */
const OPENERS = new Set(
  'the a an he she it they we i you this that these those but and in on at for as if when while however meanwhile there his her their its'.split(
    ' ',
  ),
)

/** Did the segmenter cut `before` from `after` inside one sentence? */
function goesOn(text: string, before: Span, after: Span): boolean {
  const left = trimmed(text, before)
  const right = trimmed(text, after)
  if (right.start === right.end || left.start === left.end) return true
  const first = text.codePointAt(right.start)!
  const last = text.charCodeAt(left.end - 1)

  if (isLowerCase(first)) return true
  if (hasOnlyLineBreak(text, left.end, right.start) && !endsSentence(last)) return true
  if (isCloser(last)) return false
  if (last !== 0x2e) return false

  const word = lastWord(text, left).toLowerCase()
  if (isInitial(text, left, word)) return !OPENERS.has(firstWord(text, right).toLowerCase())
  if (TITLES.has(word)) return true
  if (!ABBREVIATIONS.has(word)) return false
  if (MONTHS.has(word)) return first >= 0x30 && first <= 0x39
  return !OPENERS.has(firstWord(text, right).toLowerCase()) && isUpper(first) && word.includes('.')
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
