/** What a person types into the one search box → words, filters that an address can hold, or a query of the language. */
import { parseQuery } from './parse-query.ts'
import { printQuery } from './print-query.ts'
import { QUERY_FIELDS, type Query, type QueryField } from './query.ts'

export interface SearchBox {
  /** Words, "phrases", -exclusions: what is no field. Empty where there are none. */
  readonly text: string
  /** Each field once; lists of values with commas between. */
  readonly fields: Readonly<Partial<Record<QueryField, string>>>
  /** The whole as a query where it cannot be told in words and fields apart: with OR, or an excluded field; else null. */
  readonly query: string | null
}

/**
 * Reads `speaker:Kirby act:commitment,refusal "boots on the ground" -training`. Without a field everything is words, and any input
 * is valid; with one, the language of queries holds.
 * @throws QueryFault where it does not: see `parseQuery`.
 */
export function readSearchBox(box: string): SearchBox {
  if (!hasField(box)) return { text: box, fields: {}, query: null }
  const parsed = parseQuery(box)
  const parts = parsed.kind === 'all' ? parsed.of : [parsed]
  const fields: Partial<Record<QueryField, string>> = {}
  const words: Query[] = []
  for (const part of parts) {
    if (part.kind === 'field' && fields[part.field] === undefined) fields[part.field] = part.values.join(',')
    else if (part.kind === 'text' || (part.kind === 'not' && part.of.kind === 'text')) words.push(part)
    else return { text: '', fields: {}, query: printQuery(parsed) }
  }
  return { text: words.map(printQuery).join(' '), fields, query: null }
}

const FIELDS = Object.keys(QUERY_FIELDS)

/** Does a word outside of quotation marks begin with the name of a field and a colon? */
function hasField(box: string): boolean {
  let isQuoted = false
  for (const word of box.split(/(?=[\s"“”„(])/)) {
    if (/^["“”„]/.test(word)) isQuoted = !isQuoted
    const bare = word.replace(/^[\s"“”„(-]+/, '').toLowerCase()
    if (!isQuoted && FIELDS.some((field) => bare.startsWith(`${field}:`))) return true
  }
  return false
}
