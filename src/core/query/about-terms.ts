/** What `about` asks where no subject has just that name: words that each have to be met. */
import { foldName } from '../fold.ts'
import { searchTerms } from '../search-terms.ts'
import { FUNCTION_WORDS } from '../wording/word-lists.ts'
import { hasWord } from './parse-query.ts'

export interface AboutTerm {
  /** Any of these will do: the word as it stands, and with or without the s of the plural. */
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
  if (!isPlainWord) return [text]
  return text.endsWith('s') && !text.endsWith('ss') ? [text, text.slice(0, -1)] : [text, `${text}s`]
}
