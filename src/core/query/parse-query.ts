/** The text of a query → what it asks. */
import { searchable } from '../fold.ts'
import { isCalendarDay } from './calendar-day.ts'
import { QUERY_FIELDS, type Query, type QueryField } from './query.ts'

/** UTF-16 units. */
export const LONGEST_QUERY = 4000
export const DEEPEST_QUERY = 20
/** Words, phrases and values of fields. */
export const MOST_TERMS = 200

/** Why a text is no query. */
export class QueryFault extends Error {
  override readonly name = 'QueryFault'
  /** Where in the text, in UTF-16 units from its beginning. */
  readonly at: number

  constructor(at: number, message: string) {
    super(message)
    this.at = at
  }
}

/**
 * Reads words, "phrases", beginnings*, -exclusions, OR, (parentheses) and field:value.
 *
 * - What stands side by side must all hold; OR binds weaker. AND may be written, and NOT for `-`.
 * - Quotation marks are straight or curly. A word with punctuation inside is a phrase: `U.S.`
 * - A field's value follows its colon at once; names of several words stand in quotation marks; lists part by commas.
 *
 * One pass: time grows with the length, which is bounded, as are depth and number of terms.
 * @throws QueryFault and nothing else.
 */
export function parseQuery(text: string): Query {
  if (text.length > LONGEST_QUERY) throw new QueryFault(LONGEST_QUERY, `longer than ${LONGEST_QUERY} characters`)
  const parser = new Parser(text)
  const query = parser.alternatives(0)
  parser.expectEnd()
  return query
}

/** What the index of words keeps: letters, digits, marks, private-use characters. */
const WORD_CHARACTER = /[\p{L}\p{N}\p{Mn}\p{Mc}\p{Co}]/u
const QUOTATION_MARK = /["“”„]/
const SPACE = /\s/
const FIELD_NAME = /^[A-Za-z]+(?:-[A-Za-z]+)?$/
const LONGEST_FIELD_NAME = 20

class Parser {
  readonly #text: string
  #at = 0
  #terms = 0

  constructor(text: string) {
    this.#text = text
  }

  alternatives(depth: number): Query {
    const of = [this.#conjunction(depth, null)]
    while (this.#takeKeyword('OR')) of.push(this.#conjunction(depth, 'OR'))
    return joined('any', of)
  }

  expectEnd(): void {
    this.#skipSpace()
    if (this.#at < this.#text.length) throw new QueryFault(this.#at, 'this parenthesis closes none')
  }

  #conjunction(depth: number, after: string | null): Query {
    const of = [this.#negation(depth, after)]
    for (;;) {
      if (this.#takeKeyword('AND')) of.push(this.#negation(depth, 'AND'))
      else if (this.#isAtTerm()) of.push(this.#negation(depth, null))
      else return joined('all', of)
    }
  }

  #negation(depth: number, after: string | null): Query {
    this.#skipSpace()
    const isNot = this.#takeKeyword('NOT')
    if (!isNot && this.#text[this.#at] !== '-') return this.#primary(depth, after)
    if (!isNot) this.#at++
    const sign = isNot ? 'NOT' : '-'
    const isApart = !isNot && SPACE.test(this.#text[this.#at] ?? ' ')
    if (isApart || depth >= DEEPEST_QUERY) throw new QueryFault(this.#at, isApart ? expected(sign) : tooDeep)
    return { kind: 'not', of: this.#negation(depth + 1, sign) }
  }

  #primary(depth: number, after: string | null): Query {
    this.#skipSpace()
    const start = this.#at
    if (!this.#isAtTerm()) throw new QueryFault(start, expected(after))
    if (this.#text[start] === '(') return this.#group(depth)
    if (++this.#terms > MOST_TERMS) throw new QueryFault(start, `more than ${MOST_TERMS} words and values`)
    const phrase = this.#quoted()
    if (phrase !== null) return textQuery(phrase, start, this.#takeStar())
    const field = this.#takeField()
    if (field !== null) return this.#value(field)
    const word = this.#takeWord()
    const isPrefix = word.endsWith('*')
    return textQuery(isPrefix ? word.slice(0, -1) : word, start, isPrefix)
  }

  #group(depth: number): Query {
    const start = this.#at
    if (depth >= DEEPEST_QUERY) throw new QueryFault(start, tooDeep)
    this.#at++
    this.#skipSpace()
    if (this.#text[this.#at] === ')') throw new QueryFault(this.#at, 'there is nothing in these parentheses')
    const query = this.alternatives(depth + 1)
    this.#skipSpace()
    if (this.#text[this.#at] !== ')') throw new QueryFault(start, 'this parenthesis is never closed')
    this.#at++
    return query
  }

  /** The name of the field that begins here, with its colon; null for a word. */
  #takeField(): QueryField | null {
    const start = this.#at
    const colon = this.#text.slice(start, start + LONGEST_FIELD_NAME + 1).indexOf(':')
    const name = colon < 0 ? '' : this.#text.slice(start, start + colon)
    if (!FIELD_NAME.test(name)) return null
    const field = name.toLowerCase()
    if (!Object.hasOwn(QUERY_FIELDS, field)) {
      const known = Object.keys(QUERY_FIELDS).join(', ')
      throw new QueryFault(
        start,
        `there is no field “${name}”: expected one of ${known}; a word with a colon goes in quotation marks`,
      )
    }
    this.#at = start + colon + 1
    return field as QueryField
  }

  #value(field: QueryField): Query {
    const kind = QUERY_FIELDS[field]
    const start = this.#at
    const quoted = this.#quoted()
    const value = quoted ?? this.#takeWord()
    if (value.trim() === '') throw new QueryFault(start, `expected ${whatOf(kind)} after “${field}:”`)
    if (kind === 'words') {
      if (!hasWord(value)) throw new QueryFault(start, noLetter(value))
      return { kind: 'field', field, values: [value] }
    }
    if (kind === 'date') {
      if (!isCalendarDay(value)) throw new QueryFault(start, `expected a day like 2024-06-21 after “${field}:”`)
      return { kind: 'field', field, values: [value] }
    }
    return { kind: 'field', field, values: this.#listed(kind, value, quoted === null ? start : start + 1) }
  }

  #listed(choices: readonly string[], list: string, start: number): string[] {
    const values: string[] = []
    let at = start
    for (const item of list.split(',')) {
      const value = item.trim().toLowerCase()
      if (!choices.includes(value)) throw new QueryFault(at, `expected ${choices.join(', ')}`)
      if (!values.includes(value)) values.push(value)
      at += item.length + 1
    }
    return values
  }

  /** What stands between quotation marks here; null where none opens. */
  #quoted(): string | null {
    const start = this.#at
    if (!QUOTATION_MARK.test(this.#text[start] ?? '')) return null
    let end = start + 1
    while (end < this.#text.length && !QUOTATION_MARK.test(this.#text[end]!)) end++
    if (end === this.#text.length) throw new QueryFault(start, 'this quotation mark is never closed')
    this.#at = end + 1
    return this.#text.slice(start + 1, end)
  }

  #takeWord(): string {
    const start = this.#at
    while (this.#at < this.#text.length && !isEndOfWord(this.#text[this.#at]!)) this.#at++
    return this.#text.slice(start, this.#at)
  }

  #takeStar(): boolean {
    if (this.#text[this.#at] !== '*') return false
    this.#at++
    return true
  }

  #takeKeyword(keyword: string): boolean {
    this.#skipSpace()
    const end = this.#at + keyword.length
    if (!this.#text.startsWith(keyword, this.#at) || !isEndOfWord(this.#text[end] ?? ' ')) return false
    this.#at = end
    return true
  }

  /** Whether anything but the end, a closing parenthesis or a joining word stands here. */
  #isAtTerm(): boolean {
    this.#skipSpace()
    const next = this.#text[this.#at]
    if (next === undefined || next === ')') return false
    return !['OR', 'AND'].some(
      (keyword) =>
        this.#text.startsWith(keyword, this.#at) && isEndOfWord(this.#text[this.#at + keyword.length] ?? ' '),
    )
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && SPACE.test(this.#text[this.#at]!)) this.#at++
  }
}

const isEndOfWord = (character: string): boolean =>
  SPACE.test(character) || QUOTATION_MARK.test(character) || character === '(' || character === ')'

const tooDeep = `more than ${DEEPEST_QUERY} parentheses inside one another`

const expected = (after: string | null): string =>
  `expected a word${after === null ? ', a phrase, a field or a parenthesis' : ` after “${after}”`}`

const whatOf = (kind: (typeof QUERY_FIELDS)[QueryField]): string =>
  kind === 'words' ? 'a name or words' : kind === 'date' ? 'a day like 2024-06-21' : kind.join(', ')

export const hasWord = (text: string): boolean => WORD_CHARACTER.test(searchable(text))

const noLetter = (text: string): string => `there is no letter or digit in “${text.slice(0, 20)}”`

function textQuery(text: string, at: number, prefix: boolean): Query {
  if (!hasWord(text)) throw new QueryFault(at, noLetter(text))
  return { kind: 'text', text, prefix }
}

function joined(kind: 'all' | 'any', of: readonly Query[]): Query {
  if (of.length === 1) return of[0]!
  return { kind, of: of.flatMap((part) => (part.kind === kind ? part.of : [part])) }
}
