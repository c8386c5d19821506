/** What a query asks → its text, which reads back as the same. */
import { QUERY_FIELDS, type Query } from './query.ts'

/** @param query as `parseQuery` gives one. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'text':
      return `${isPlainWord(query.text) ? query.text : `"${query.text}"`}${query.prefix ? '*' : ''}`
    case 'field':
      return `${query.field}:${printedValue(query)}`
    case 'not':
      return `-${query.of.kind === 'all' || query.of.kind === 'any' ? grouped(query.of) : printQuery(query.of)}`
    case 'all':
      return query.of.map((part) => (part.kind === 'any' ? grouped(part) : printQuery(part))).join(' ')
    case 'any':
      return query.of.map(printQuery).join(' OR ')
  }
}

const grouped = (query: Query): string => `(${printQuery(query)})`

function printedValue({ field, values }: Extract<Query, { kind: 'field' }>): string {
  const [value] = values
  if (QUERY_FIELDS[field] !== 'words') return values.join(',')
  return isWholeWord(value!) ? value! : `"${value}"`
}

const isWholeWord = (text: string): boolean => !/[\s"“”„()]/.test(text)

/** What would be read as one word and nothing else. */
const isPlainWord = (text: string): boolean =>
  isWholeWord(text) &&
  !text.startsWith('-') &&
  !text.endsWith('*') &&
  !text.includes(':') &&
  !['OR', 'AND', 'NOT'].includes(text)
