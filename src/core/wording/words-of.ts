/** The words of a short text as comparisons see them: where each stands, its folded form, its stem, and what sort of word it is. */
import { fold } from '../fold.ts'
import { isSpace, type Span } from '../span.ts'
import { stemOf } from './stem.ts'
import { FUNCTION_WORDS, HEDGES, MODALS, NEGATIONS } from './word-lists.ts'

/**
 * `name`: capitalised where no sentence starts, or written in capitals; `number`: digits, or a word for a number;
 * `symbol`: a sign that is read aloud (%, $, €, £). Everything that is none of the others is a `word`.
 */
export type WordKind = 'word' | 'number' | 'name' | 'negation' | 'modal' | 'function' | 'symbol'

export interface Word extends Span {
  /** Folded, with straight apostrophes and without points: "u.s." is `us`, and "won't" is `will` and `not`. */
  readonly form: string
  readonly stem: string
  readonly kind: WordKind
  /** Does it begin with a capital letter? */
  readonly capital: boolean
  /** Does it begin a sentence? */
  readonly first: boolean
}

/** Longer runs of letters are cut: they are no words. */
const LONGEST = 60

/**
 * All words of `text`, in order; punctuation is none. "won't" is two words, "F-16" is one, "US-made" two. Linear in the length.
 * @param offset of `text` in the document: added to the spans.
 */
export function wordsOf(text: string, offset = 0): readonly Word[] {
  const pieces = piecesOf(text)
  const titled = isTitled(text, pieces)
  const words: Word[] = []
  let first = true
  let end = 0
  for (const piece of pieces) {
    first ||= endsSentence(text, end, piece.start)
    for (const word of split(text, piece)) {
      words.push(toWord(text, word, first, titled, offset))
      first = false
    }
    end = piece.end
  }
  return words
}

interface Piece extends Span {
  /** What it stands for where its letters do not tell: the "wo" of "won't" is "will". */
  readonly as?: string
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < text.length) {
    if (isSymbol(text.charCodeAt(at))) {
      pieces.push({ start: at, end: at + 1 })
      at++
      continue
    }
    if (!isWordUnit(text.charCodeAt(at))) {
      at++
      continue
    }
    const end = endOfPiece(text, at)
    pieces.push({ start: at, end })
    at = end
  }
  return pieces
}

function endOfPiece(text: string, start: number): number {
  let at = start
  const limit = Math.min(text.length, start + LONGEST)
  const numeric = isDigit(text.charCodeAt(start))
  while (at < limit) {
    const unit = text.charCodeAt(at)
    if (isWordUnit(unit)) {
      at++
      continue
    }
    const next = at + 1 < limit ? text.charCodeAt(at + 1) : 0
    if (isApostrophe(unit) && isLetter(next)) at++
    else if (numeric && (unit === COMMA || unit === POINT) && isDigit(next) && isDigit(text.charCodeAt(at - 1))) at++
    else if (unit === HYPHEN && isDigit(next) && isUpper(text.charCodeAt(start)) && at - start < 6) at++
    else if (unit === POINT && isAbbreviation(text, start, at, next)) at++
    else break
  }
  return at
}

/** "U.S." and "a.m.": single letters, each with its point. */
function isAbbreviation(text: string, start: number, point: number, next: number): boolean {
  if (!isLetter(text.charCodeAt(point - 1))) return false
  if (point - 1 > start && text.charCodeAt(point - 2) !== POINT) return false
  if (isLetter(next)) return text.charCodeAt(point + 2) === POINT
  return point - 1 > start
}

const CLITICS: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'],
  ["'s", "'s"],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", "'d"],
  ["'m", 'am'],
])
const CUT_AUXILIARIES: ReadonlyMap<string, string> = new Map([
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
])

/** "won't" → will, not; "Biden's" → Biden, 's; "cannot" → can, not; "15bn" → 15, bn. */
function split(text: string, piece: Piece): readonly Piece[] {
  const { start, end } = piece
  const length = end - start
  if (isDigit(text.charCodeAt(start))) {
    let at = end
    while (at > start && isLetter(text.charCodeAt(at - 1))) at--
    return at === end || at === start
      ? [piece]
      : [
          { start, end: at },
          { start: at, end },
        ]
  }
  if (length === 6 && text.slice(start, end).toLowerCase() === 'cannot') {
    return [
      { start, end: start + 3 },
      { start: start + 3, end, as: 'not' },
    ]
  }
  let apostrophe = end - 1
  while (apostrophe > start && apostrophe > end - 4 && !isApostrophe(text.charCodeAt(apostrophe))) apostrophe--
  if (apostrophe <= start || !isApostrophe(text.charCodeAt(apostrophe))) return [piece]
  const tail = `'${text.slice(apostrophe + 1, end).toLowerCase()}`
  const isNot = tail === "'t" && apostrophe - start > 1 && /[nN]/.test(text[apostrophe - 1]!)
  const cut = isNot ? apostrophe - 1 : apostrophe
  const as = CLITICS.get(isNot ? "n't" : tail)
  if (as === undefined) return [piece]
  const head = CUT_AUXILIARIES.get(text.slice(start, cut).toLowerCase())
  return [isNot && head !== undefined ? { start, end: cut, as: head } : { start, end: cut }, { start: cut, end, as }]
}

/** Of numbers in words, by folded form; "one" is as often no number. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  (
    'zero:0 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 fifteen:15 sixteen:16 ' +
    'seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90 dozen:12 ' +
    'hundred:100 thousand:1e3 million:1e6 billion:1e9 trillion:1e12 k:1e3 m:1e6 mn:1e6 bn:1e9 tn:1e12 ' +
    'tens:10 dozens:12 scores:20 hundreds:100 thousands:1e3 millions:1e6 billions:1e9 trillions:1e12'
  )
    .split(' ')
    .map((row) => [row.slice(0, row.indexOf(':')), Number(row.slice(row.indexOf(':') + 1))] as const),
)

function toWord(text: string, piece: Piece, first: boolean, titled: boolean, offset: number): Word {
  const { start, end } = piece
  const unit = text.charCodeAt(start)
  const capital = isUpper(unit)
  const form = piece.as ?? formOf(text, start, end)
  const kind = kindOf(text, piece, form, capital, first, titled)
  const stem = kind === 'word' || kind === 'name' ? stemOf(form) : form
  return { start: start + offset, end: end + offset, form, stem, kind, capital, first }
}

function formOf(text: string, start: number, end: number): string {
  const folded = fold(text.slice(start, end)).replaceAll('’', "'")
  return folded.includes('.') && !isDigit(text.charCodeAt(start)) ? folded.replaceAll('.', '') : folded
}

function kindOf(
  text: string,
  { start, end, as }: Piece,
  form: string,
  capital: boolean,
  first: boolean,
  titled: boolean,
): WordKind {
  const unit = text.charCodeAt(start)
  if (isSymbol(unit)) return 'symbol'
  if (isDigit(unit)) return 'number'
  if (NEGATIONS.has(form)) return 'negation'
  const acronym = capital && end - start > 1 && as === undefined && isAcronym(text, start, end) && !titled
  // "US" beside "us", "IT" beside "it", "WHO" beside "who".
  if (acronym) return 'name'
  if (MODALS.has(form) && !(form === 'may' && capital && !first)) return 'modal'
  if (HEDGES.has(form)) return 'modal'
  if (FUNCTION_WORDS.has(form) || form === "'s") return 'function'
  // The "m" of "15m" stands right behind its digits.
  if (NUMBER_WORDS.has(form) && (form.length > 2 || (start > 0 && isDigit(text.charCodeAt(start - 1))))) return 'number'
  return capital && !first && !titled ? 'name' : 'word'
}

function isAcronym(text: string, start: number, end: number): boolean {
  let letters = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (isUpper(unit)) letters++
    else if (isLetter(unit)) return false
  }
  return letters > 1
}

/** A headline in capitals, or with a capital on every long word: there capitals tell nothing. */
function isTitled(text: string, pieces: readonly Piece[]): boolean {
  let long = 0
  let capitals = 0
  for (const { start, end } of pieces) {
    if (end - start < 4 || !isLetter(text.charCodeAt(start))) continue
    long++
    if (isUpper(text.charCodeAt(start))) capitals++
  }
  return long > 4 && capitals > long * 0.75
}

function endsSentence(text: string, from: number, to: number): boolean {
  for (let at = from; at < to && at < from + 8; at++) {
    const unit = text.charCodeAt(at)
    if (unit === POINT || unit === 0x21 || unit === 0x3f || unit === 0x3a) return true
  }
  return false
}

const [COMMA, POINT, HYPHEN] = [0x2c, 0x2e, 0x2d]
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39
const isUpper = (unit: number): boolean => {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a
  const letter = String.fromCharCode(unit)
  return letter !== letter.toLowerCase()
}
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019
/** % $ € £ ¥ ₴ ₽: read aloud as words are. */
const isSymbol = (unit: number): boolean =>
  unit === 0x25 || unit === 0x24 || unit === 0xa3 || unit === 0xa5 || (unit >= 0x20a0 && unit <= 0x20bf)
function isLetter(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
  if (unit < 0xc0) return unit === 0xaa || unit === 0xb5 || unit === 0xba || unit === 0xad
  if (unit === 0xd7 || unit === 0xf7 || isSpace(unit)) return false
  return !(
    (unit >= 0x2000 && unit <= 0x206f) ||
    (unit >= 0x20a0 && unit <= 0x20ff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    unit === 0xfffd
  )
}
const isWordUnit = (unit: number): boolean => isLetter(unit) || isDigit(unit)
