/** What `about` asks where no subject has just that name: words that each have to be met. */
import { foldName } from '../fold.ts'
import { searchTerms } from '../search-terms.ts'
import { conceptOf } from '../subjects/concepts.ts'
import { listedName } from '../subjects/named-subjects.ts'
import { FUNCTION_WORDS } from '../wording/word-lists.ts'
import { hasWord } from './parse-query.ts'

export interface AboutTerm {
  /** Any of these will do: the word as it stands, with or without the s of the plural, and what the ledger lists it under. */
  readonly forms: readonly string[]
  readonly prefix: boolean
  readonly excluded: boolean
}

/** More words than anybody names a subject by. */
const MOST = 30

/** Words of grammar are left out unless there are no others; `"a phrase"`, `-without` and `begin*` as in a search. */
export function aboutTerms(text: string): AboutTerm[] {
  const terms = searchTerms(text).filter((term) => hasWord(term.text))
  const content = terms.filter((term) => !FUNCTION_WORDS.has(foldName(term.text)))
  return (content.length > 0 ? content : terms).slice(0, MOST).map(({ text, prefix, excluded }) => ({
    forms: prefix ? [text.replace(/\*+$/, '')] : formsOf(text),
    prefix,
    excluded,
  }))
}

function formsOf(text: string): string[] {
  const isPlainWord = /^\p{L}{4,}$/u.test(text)
  const number = !isPlainWord ? [] : text.endsWith('s') && !text.endsWith('ss') ? [text.slice(0, -1)] : [`${text}s`]
  return [...new Set([text, ...number, ...listedNames(text)])]
}

/** The name and those that the ledger may have for it: "Kharkov" is listed under "Kharkiv", "US" under "United States", "soldiers" under "troops". */
export const subjectNames = (text: string): string[] => [...new Set([text.trim(), ...listedNames(text.trim())])]

function listedNames(text: string): string[] {
  const words = text.toLowerCase().split(/\s+/)
  const concept = conceptOf(words, 0)
  const listed = listedName(null, text)?.name
  return [
    ...(concept !== null && concept.length === words.length ? [concept.name] : []),
    ...(listed === undefined ? [] : [listed]),
  ]
}
