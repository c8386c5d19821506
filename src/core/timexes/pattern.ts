/** Patterns over pieces: words, classes of words and named groups of rows, compiled once and matched longest first. */
import { isDigit } from '../characters.ts'
import type { Captured } from './captured.ts'
import type { Piece } from './pieces.ts'

/** What classes and groups have read, by their names or aliases; of several of one name the first. */
export type Captures = Readonly<Record<string, unknown>>

export interface Match<Value = unknown> {
  /** Number of pieces, at least 1. */
  readonly length: number
  readonly value: Value
}

/** A class of pieces: "a month", "a number". */
export interface PieceClass {
  /** Null where none begins at `at`. */
  readonly match: (pieces: readonly Piece[], at: number) => Match | null
  /** All words that one may begin with. */
  readonly words: readonly string[]
  /** May one begin with a digit? */
  readonly digits: boolean
}

/** One line of a rule table. */
export interface Row<Value> {
  /**
   * Elements with spaces between: a word in lower case, the name of a class or group in capitals, several of these with `|`
   * between; `?` after it makes an element optional, `~` before it forbids white space before it. What `NN:day` reads is
   * called `day`.
   */
  readonly pattern: string
  readonly read: (captures: Captured) => Value | null
  /** The word before must be one of these (`^` is the start of a block). */
  readonly after?: ReadonlySet<string>
  readonly notAfter?: ReadonlySet<string>
  /** The word behind must be one of these (`¶` is the end of a block). */
  readonly before?: ReadonlySet<string>
  readonly notBefore?: ReadonlySet<string>
  /** The first letter must be a capital. */
  readonly capitalised?: boolean
  /** A passage with what is found between brackets. */
  readonly example: string
  /** A passage in which this row must find nothing. */
  readonly not?: string
  /** Value that the example has on Friday, 21 June 2024. */
  readonly value: string
}

interface Element {
  readonly words: ReadonlySet<string>
  readonly names: readonly { readonly name: string; readonly alias: string }[]
  readonly isOptional: boolean
  readonly isGlued: boolean
}

interface Compiled {
  readonly elements: readonly Element[]
  readonly row: Row<unknown>
}

interface Found extends Match {
  readonly row: Row<unknown>
}

export interface Grammar {
  /** The longest match of a group that begins at `at`; of equally long ones the first row's. */
  match(group: string, pieces: readonly Piece[], at: number): Found | null
}

/** @throws Error where a pattern names a class or group that is not there: a mistake in the table. */
export function grammarOf(
  classes: Readonly<Record<string, PieceClass>>,
  groups: Readonly<Record<string, readonly Row<unknown>[]>>,
): Grammar {
  const compiled = new Map(Object.entries(groups).map(([name, rows]) => [name, rows.map(compile)]))
  for (const { elements, row } of [...compiled.values()].flat()) {
    for (const { name } of elements.flatMap(({ names }) => names))
      if (!compiled.has(name) && !Object.hasOwn(classes, name)) throw new Error(`no ${name}, in ${row.pattern}`)
  }
  const beginnings = new Map([...compiled].map(([name, rows]) => [name, beginningsOf(rows, classes, compiled)]))

  const vocabulary = vocabularyOf(classes, [...compiled.values()].flat())
  const isKnown = (piece: Piece | undefined): boolean =>
    piece !== undefined && (vocabulary.has(piece.lower) || isDigit(piece.lower.charCodeAt(0)))

  function match(group: string, pieces: readonly Piece[], at: number): Found | null {
    const piece = pieces[at]
    if (piece === undefined) return null
    const { byWord, byDigit, unfinished } = beginnings.get(group)!
    const isNumber = isDigit(piece.lower.charCodeAt(0))
    const candidates = isNumber ? byDigit : byWord.get(piece.lower)
    if (candidates === undefined) return null
    if ((isNumber ? isBare(piece.lower) : unfinished.has(piece.lower)) && !isKnown(pieces[at + 1])) return null
    let best: Found | null = null
    for (const candidate of candidates) {
      const { row } = candidate
      if (row.capitalised === true && !piece.isCapitalised) continue
      if (row.after !== undefined && !row.after.has(wordBefore(pieces, at))) continue
      if (row.notAfter?.has(wordBefore(pieces, at))) continue
      const end = follow(candidate, 0, pieces, at, at, {})
      if (end === null || end.at - at <= (best?.length ?? 0)) continue
      if (row.before !== undefined && !row.before.has(wordAfter(pieces, end.at))) continue
      if (row.notBefore?.has(wordAfter(pieces, end.at))) continue
      const value = row.read(end.captures as Captured)
      if (value !== null) best = { length: end.at - at, value, row }
    }
    return best
  }

  /** Many rows ask for the same group at the same place: the last answer of each is kept. */
  const answers = new Map<string, { readonly piece: Piece | undefined; readonly found: Found | null }>()

  function matchOnce(group: string, pieces: readonly Piece[], at: number): Found | null {
    const last = answers.get(group)
    if (last !== undefined && last.piece === pieces[at]) return last.found
    const found = match(group, pieces, at)
    answers.set(group, { piece: pieces[at], found })
    return found
  }

  /** Follows the elements from `index` on: the longest of several alternatives, and optional ones before they are left out. */
  function follow(
    candidate: Compiled,
    index: number,
    pieces: readonly Piece[],
    at: number,
    start: number,
    captures: Captures,
  ): { at: number; captures: Captures } | null {
    const element = candidate.elements[index]
    if (element === undefined) return { at, captures }
    const piece = pieces[at]
    let best: { at: number; captures: Captures } | null = null
    if (
      piece !== undefined &&
      (at === start || piece.block === pieces[start]!.block) &&
      (!element.isGlued || piece.isGlued)
    ) {
      if (element.words.has(piece.lower)) best = follow(candidate, index + 1, pieces, at + 1, start, captures)
      for (const { name, alias } of element.names) {
        const found = Object.hasOwn(classes, name) ? classes[name]!.match(pieces, at) : matchOnce(name, pieces, at)
        if (found === null) continue
        const seen = Object.hasOwn(captures, alias) ? captures : { ...captures, [alias]: found.value }
        const rest = follow(candidate, index + 1, pieces, at + found.length, start, seen)
        if (rest !== null && rest.at > (best?.at ?? at)) best = rest
      }
    }
    if (best !== null) return best
    return element.isOptional ? follow(candidate, index + 1, pieces, at, start, captures) : null
  }

  return { match }
}

/** `^` at the start of a block. */
export const wordBefore = (pieces: readonly Piece[], at: number): string => {
  const before = pieces[at - 1]
  return before === undefined || before.block !== pieces[at]!.block ? '^' : before.lower
}

/** Of the piece at `at`, seen from the one before; `¶` at the end of a block. */
export const wordAfter = (pieces: readonly Piece[], at: number): string => {
  const after = pieces[at]
  if (after === undefined || after.block !== pieces[at - 1]!.block) return '¶'
  // A hyphen that stands apart is a dash.
  return after.lower === '-' && !after.isGlued ? '–' : after.lower
}

function compile(row: Row<unknown>): Compiled {
  const elements = row.pattern.split(' ').map((written) => {
    const isOptional = written.endsWith('?')
    const isGlued = written.startsWith('~')
    const alternatives = written.slice(isGlued ? 1 : 0, isOptional ? -1 : undefined).split('|')
    const isName = (one: string): boolean => /^[A-Z]/.test(one)
    return {
      words: new Set(alternatives.filter((one) => !isName(one))),
      names: alternatives.filter(isName).map((one) => {
        const [name, alias] = one.split(':') as [string, string?]
        return { name, alias: alias ?? name }
      }),
      isOptional,
      isGlued,
    }
  })
  return { elements, row }
}

interface Beginnings {
  readonly byWord: ReadonlyMap<string, readonly Compiled[]>
  readonly byDigit: readonly Compiled[]
  /** Words that are nothing without a word of the table behind them: "the", "last". */
  readonly unfinished: ReadonlySet<string>
}

/** Rows by what they may begin with: most pieces of a text begin nothing and cost one look-up. */
function beginningsOf(
  rows: readonly Compiled[],
  classes: Readonly<Record<string, PieceClass>>,
  groups: ReadonlyMap<string, readonly Compiled[]>,
): Beginnings {
  const byWord = new Map<string, Compiled[]>()
  const byDigit: Compiled[] = []
  for (const candidate of rows) {
    const { words, digits } = firstsOf(candidate, classes, groups)
    for (const word of words) {
      const list = byWord.get(word)
      if (list === undefined) byWord.set(word, [candidate])
      else list.push(candidate)
    }
    if (digits) byDigit.push(candidate)
  }
  const isLong = ({ elements }: Compiled): boolean => elements.filter(({ isOptional }) => !isOptional).length > 1
  const unfinished = new Set([...byWord].flatMap(([word, list]) => (list.every(isLong) ? [word] : [])))
  return { byWord, byDigit, unfinished }
}

/** "20", "1,000": no time without a unit or month; "2024" and "14:00" may be one. */
const isBare = (number: string): boolean => number.length !== 4 && /^[\d,]+$/.test(number)

/** What classes read behind their first words. */
const CONTINUATIONS = "hundred thousand dozen and . - / a.m. p.m. a.m p.m am pm o'clock".split(' ')

function vocabularyOf(classes: Readonly<Record<string, PieceClass>>, rows: readonly Compiled[]): ReadonlySet<string> {
  const words = rows.flatMap(({ elements }) => elements.flatMap((element) => [...element.words]))
  return new Set([...CONTINUATIONS, ...words, ...Object.values(classes).flatMap((one) => one.words)])
}

function firstsOf(
  { elements }: Compiled,
  classes: Readonly<Record<string, PieceClass>>,
  groups: ReadonlyMap<string, readonly Compiled[]>,
): { words: Set<string>; digits: boolean } {
  const words = new Set<string>()
  let digits = false
  for (const element of elements) {
    for (const word of element.words) {
      words.add(word)
      if (isDigit(word.charCodeAt(0))) digits = true
    }
    for (const { name } of element.names) {
      const own = groups.get(name)
      const firsts = own === undefined ? [classes[name]!] : own.map((row) => firstsOf(row, classes, groups))
      for (const first of firsts) {
        for (const word of first.words) words.add(word)
        if (first.digits) digits = true
      }
    }
    if (!element.isOptional) break
  }
  return { words, digits }
}
