/** Reads a label of a speaker where a line begins: "MR. KIRBY:", "Q", "Senator Wong:", "The PRESIDENT.", "Ana Pohl (Aldermere) (Ind)". */
import { isSpace, type Span } from '../span.ts'
import { ASKING, COURTESY_WORDS, FIELDS, namelessKind, OFFICE_NOUNS } from './label-words.ts'

/**
 * How a label is set: in capitals, as a name, as the letter Q or A, as an office with a full stop ("The President."), or as
 * a line of its own with what the speaker stands for in brackets.
 */
export type LabelStyle = 'caps' | 'name' | 'letter' | 'point' | 'line'

/** The span holds the label with its mark, and asterisks that make it bold. */
export interface Label extends Span {
  readonly style: LabelStyle
  /** The words alone: without mark, asterisks and what stands in brackets. */
  readonly words: Span
  /** The same for all labels of one speaker: lower case, one space between words, no full stops. */
  readonly key: string
  /** Whether it can hardly be anything else: a courtesy or an office before a name, a part in a conversation. */
  readonly certain: boolean
}

/** In code units: "The Parliamentary Under-Secretary of State for … (Name Surname)". */
const LONGEST = 160
const MOST_WORDS = 12

/**
 * The label at `start`, or null. Looks at no more than 160 code units, each a bounded number of times.
 * @param end of the block: nothing behind it is read.
 */
export function labelAt(text: string, start: number, end: number): Label | null {
  const limit = Math.min(end, start + LONGEST)
  let from = start
  while (from < limit && from < start + 8 && isDecoration(text, from)) from++
  return (
    changeMark(text, start, from, limit) ??
    letterLabel(text, start, from, limit) ??
    colonLabel(text, start, from, limit) ??
    pointLabel(text, start, from, limit) ??
    lineLabel(text, start, from, end)
  )
}

/** "**", "__", ">> ", "- ": bold type and what captions put before a new speaker. */
const isDecoration = (text: string, at: number): boolean => '*_>- \u00a0'.includes(text[at]!)

/** ">>" of captions: somebody else speaks, and nobody says who. */
function changeMark(text: string, start: number, from: number, limit: number): Label | null {
  if (text[start] !== '>' || text[start + 1] !== '>' || colonLabel(text, start, from, limit) !== null) return null
  return { start, end: start + 2, style: 'caps', words: { start, end: start + 2 }, key: '>>', certain: true }
}

// ── Q, A

/** "Q  And", "Q. And", "Q: And", "**Q** And"; A needs a mark or a gap, for it is a word as well. */
function letterLabel(text: string, start: number, from: number, limit: number): Label | null {
  const letter = text[from]
  if (letter !== 'Q' && letter !== 'A') return null
  let at = from + 1
  const hasMark = text[at] === '.' || text[at] === ':'
  if (hasMark) at++
  let bold = 0
  while (at < limit && (text[at] === '*' || text[at] === '_')) {
    at++
    bold++
  }
  let gap = 0
  while (at + gap < limit && isSpace(text.charCodeAt(at + gap))) gap++
  if (gap === 0 && at < limit) return null
  if (letter === 'A' && !hasMark && gap < 2 && bold === 0) return null
  const next = text.slice(at + gap, at + gap + 5)
  if (/^(?:\d|&|and a)/i.test(next)) return null
  return {
    start,
    end: at,
    style: 'letter',
    words: { start: from, end: from + 1 },
    key: letter.toLowerCase(),
    certain: letter === 'Q',
  }
}

// ── words before a colon

function colonLabel(text: string, start: number, from: number, limit: number): Label | null {
  const colon = colonIn(text, from, limit)
  if (colon === -1) return null
  let end = colon + 1
  while (end < limit && (text[end] === '*' || text[end] === '_')) end++
  // "12:30", "https://…", "Bonn:based".
  if (end < limit && !isSpace(text.charCodeAt(end)) && !'“"(['.includes(text[end]!)) return null
  const words = wordsIn(text, from, colon)
  if (words === null) return null
  return labelOf(text, { start, end }, words)
}

/** The colon that ends the label: outside of brackets, in the same paragraph; -1 for none. */
function colonIn(text: string, from: number, limit: number): number {
  let depth = 0
  let breaks = 0
  for (let at = from; at < limit; at++) {
    const char = text[at]!
    if (char === '(' || char === '[') depth++
    else if (char === ')' || char === ']') depth--
    else if (char === '\n' && ++breaks > 1) return -1
    else if (depth === 0 && char === ':') return at
    // What no name holds ends the search, so that most lines cost a few characters.
    else if (depth === 0 && ';!?“”"=<>{}|/'.includes(char)) return -1
  }
  return -1
}

/** Without asterisks and brackets at the ends; null where nothing is left. */
function wordsIn(text: string, from: number, to: number): Span | null {
  let end = to
  for (;;) {
    while (end > from && (isSpace(text.charCodeAt(end - 1)) || text[end - 1] === '*' || text[end - 1] === '_')) end--
    if (end === from || (text[end - 1] !== ')' && text[end - 1] !== ']')) break
    const before = text.slice(from, end)
    const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('['))
    if (open <= 0) return null
    end = from + open
  }
  return end === from ? null : { start: from, end }
}

function labelOf(text: string, span: Span, words: Span): Label | null {
  const surface = text.slice(words.start, words.end)
  const parts = surface.split(/\s+/)
  if (parts.length > MOST_WORDS) return null
  const key = keyOf(parts)
  if (FIELDS.has(key) || FIELDS.has(key.split(' ')[0]!) || !/\p{L}/u.test(key)) return null
  const style = parts.every(isCapitals) && /\p{Lu}{2}/u.test(surface) ? 'caps' : parts.every(isNamePart) ? 'name' : null
  if (style === null || !/^\p{Lu}/u.test(surface)) return null
  return { ...span, style, words, key, certain: isCertain(key) }
}

export const keyOf = (parts: readonly string[]): string =>
  parts
    .map((part) => part.toLowerCase().replace(/(?<![.,])[.,]+$/, ''))
    .filter((part) => part !== '')
    .join(' ')

/** A courtesy, an office or a part in the conversation: "ms jean-pierre", "the president", "senator wong", "moderator". */
function isCertain(key: string): boolean {
  if (namelessKind(key) !== null || ASKING.has(key)) return true
  const parts = key.split(' ')
  const first = parts[0] === 'the' ? parts[1] : parts[0]
  if (first === undefined) return false
  if (COURTESY_WORDS.has(first)) return parts.length > 1
  return OFFICE_NOUNS.has(first) || (parts[0] === 'the' && OFFICE_NOUNS.has(parts.at(-1)!))
}

/** "KIRBY", "JEAN-PIERRE", "McCARTHY", "O’NEILL", "MR.", "2"; "of" and "the" between them. */
const isCapitals = (word: string): boolean =>
  /^(?:Mc|Mac|De|Di|La|Le|Van|d[’']|al-|el-)?[\p{Lu}\p{M}\d][\p{Lu}\p{M}\d.’'‑–#&-]*,?$/u.test(word) ||
  /^(?:Mr|Mrs|Ms|Dr|St)\.?$/.test(word)

const isNamePart = (word: string): boolean =>
  /^(?:\p{Lu}[\p{L}\p{M}\d.’'‑-]*,?|d[’']\p{Lu}[\p{L}\p{M}’'‑-]*|al-\p{Lu}[\p{L}\p{M}’'‑-]*|\d{1,2})$/u.test(word) ||
  PARTICLES.has(word)

const PARTICLES: ReadonlySet<string> = new Set(
  'de da di du des del della der den van von zu la le el al bin ibn bint of the and for to'.split(' '),
)

// ── an office with a full stop or a dash: "The President.", "Mr. KAINE.", "The CHAIR—"

function pointLabel(text: string, start: number, from: number, limit: number): Label | null {
  let at = from
  let parts = 0
  const surface: string[] = []
  while (parts < 5 && at < limit) {
    let end = at
    while (end < limit && !isSpace(text.charCodeAt(end)) && text[end] !== '—') end++
    const word = text.slice(at, end)
    if (!/^\p{Lu}[\p{L}\p{M}’'.-]*$/u.test(word)) return null
    surface.push(word)
    parts++
    const ends = text[end] === '—' || (word.endsWith('.') && !(parts === 1 && COURTESY_WORDS.has(keyOf([word]))))
    if (ends) return pointed(text, { start, end: text[end] === '—' ? end + 1 : end }, from, end, surface)
    at = end
    while (at < limit && isSpace(text.charCodeAt(at)) && text[at] !== '\n') at++
    if (at === end) return null
  }
  return null
}

function pointed(text: string, span: Span, from: number, end: number, surface: readonly string[]): Label | null {
  const key = keyOf(surface)
  const first = surface[0]!.replace('.', '').toLowerCase()
  const opens = first === 'the' || COURTESY_WORDS.has(first) || OFFICE_NOUNS.has(first)
  const isOffice = first === 'the' ? OFFICE_NOUNS.has(key.split(' ').at(-1)!) : surface.length > 1
  const capitals = surface.some((word) => /^(?:Mc|Mac)?\p{Lu}{3}/u.test(word))
  if (!opens || surface.length < 2 || (!isOffice && !capitals)) return null
  const words = { start: from, end: text[end - 1] === '.' ? end - 1 : end }
  return { ...span, style: 'point', words, key, certain: capitals }
}

// ── a line of its own: "Ana Pohl (Aldermere and Sund) (Ind)"

function lineLabel(text: string, start: number, from: number, end: number): Label | null {
  if (end - from > LONGEST || text[end - 1] !== ')') return null
  const open = text.indexOf('(', from)
  if (open <= from || open >= end) return null
  const words = wordsIn(text, from, open)
  if (words === null) return null
  const surface = text.slice(words.start, words.end)
  const parts = surface.split(/\s+/)
  if (parts.length < 2 || parts.length > MOST_WORDS || !parts.every(isNamePart) || !/^\p{Lu}/u.test(surface))
    return null
  if (!/^[^\n.!?;“”"]+$/.test(text.slice(open, end).replace(/\b[A-Z]\./g, ''))) return null
  return { start, end, style: 'line', words, key: keyOf(parts), certain: false }
}

/** A line that is nothing but a name or an office, as parliaments set speakers named before; null for any other. */
export function bareNameLine(text: string, span: Span): Label | null {
  if (span.end - span.start > 60) return null
  const surface = text.slice(span.start, span.end)
  const parts = surface.split(/\s+/)
  if (parts.length > 6 || !parts.every(isNamePart) || !/^\p{Lu}/u.test(surface)) return null
  const key = keyOf(parts)
  return FIELDS.has(key) ? null : { ...span, style: 'line', words: span, key, certain: isCertain(key) }
}
