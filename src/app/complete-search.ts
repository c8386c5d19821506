/** What may be meant by a search that somebody is still typing: fields, and names of speakers, subjects and publishers. */
import { z } from 'zod'
import { foldName } from '../core/fold.ts'
import { QUERY_FIELDS, type QueryField } from '../core/query/query.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'

export interface Suggestion {
  /** What takes the place of the text from `from` on; ends in a space or, of a field, in its colon. */
  readonly insert: string
  /** To show: the name itself. */
  readonly words: string
  readonly field: QueryField
  /** Null of what is not counted: fields, acts, forms. */
  readonly statements: number | null
}

export interface Completion {
  /** Where the last word begins, in UTF-16 units. */
  readonly from: number
  readonly suggestions: readonly Suggestion[]
}

const input = z.object({ text: z.string().max(500, 'at most 500 characters').default('') })

/** More to choose from is slower than typing on. */
const MOST = 8

export const completeSearch: Operation<typeof input, Completion, Pick<Deps, 'store'>> = {
  name: 'completeSearch',
  summary: 'Complete the last word of a search: a field, a speaker, a subject, a publisher.',
  input,
  async run({ store }, { text }) {
    const { from, field, part } = lastWord(text)
    if (field !== null) return { from, suggestions: (await valuesOf(store, field, part)).slice(0, MOST) }
    if (foldName(part).length < 2) return { from, suggestions: [] }
    const fields = FIELDS.filter((name) => name.startsWith(part.toLowerCase())).map(fieldSuggestion)
    const values = await Promise.all(
      (['speaker', 'about', 'publisher'] as const).map((each) => valuesOf(store, each, part)),
    )
    const counted = values.flatMap((each) => each.slice(0, 3))
    return { from, suggestions: [...fields.slice(0, 2), ...counted].slice(0, MOST) }
  },
}

const FIELDS = Object.keys(QUERY_FIELDS) as readonly QueryField[]

const fieldSuggestion = (field: QueryField): Suggestion => ({
  insert: `${field}:`,
  words: `${field}:`,
  field,
  statements: null,
})

interface LastWord {
  readonly from: number
  readonly field: QueryField | null
  readonly part: string
}

/** The word at the end, with a field it may belong to; a value in quotation marks may have spaces. */
function lastWord(text: string): LastWord {
  let from = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    if (/["“”„]/.test(text[at]!)) isQuoted = !isQuoted
    else if (!isQuoted && /[\s(]/.test(text[at]!)) from = at + 1
  }
  if (text[from] === '-') from++
  const word = text.slice(from)
  const colon = word.indexOf(':')
  const name = word.slice(0, Math.max(0, colon)).toLowerCase()
  const field = FIELDS.find((each) => each === name) ?? null
  const part = (field === null ? word : word.slice(colon + 1)).replace(/^["“”„]/, '')
  return { from, field, part }
}

async function valuesOf(store: Deps['store'], field: QueryField, part: string): Promise<readonly Suggestion[]> {
  const kind = QUERY_FIELDS[field]
  const begins = (name: string): boolean => ` ${foldName(name)}`.includes(` ${foldName(part)}`)
  if (kind === 'date') return []
  if (kind !== 'words') {
    const written = part.slice(0, part.lastIndexOf(',') + 1)
    return kind
      .filter((value) => value.startsWith(part.slice(written.length).toLowerCase()))
      .map((value) => ({ insert: `${field}:${written}${value} `, words: value, field, statements: null }))
  }
  const rows =
    field === 'about'
      ? (await store.listSubjects({ text: part.trim() === '' ? undefined : `${part}*`, limit: MOST })).rows
      : field === 'publisher'
        ? (await store.summary()).publishers
        : (await store.summary()).speakers
  return rows
    .filter(({ name }) => field === 'about' || begins(name))
    .slice(0, MOST)
    .map(({ name, statements }) => ({ insert: `${field}:${inQuotes(name)} `, words: name, field, statements }))
}

const inQuotes = (name: string): string =>
  /[\s"“”„()]/.test(name) ? `"${name.replaceAll(/["“”„]/g, ' ').trim()}"` : name
