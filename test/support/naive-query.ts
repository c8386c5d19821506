/** Whether a statement answers a query, worked out the slow and obvious way. */
import type { DocumentRecord } from '../../src/core/document.ts'
import { isDated } from '../../src/core/is-dated.ts'
import type { Query, QueryField } from '../../src/core/query/query.ts'
import type { Statement } from '../../src/core/statement.ts'
import { FUNCTION_WORDS } from '../../src/core/wording/word-lists.ts'

/** What the answer depends on besides the statement. */
export interface NaiveLedger {
  readonly statements: readonly Statement[]
  /** Ids of the entities that a name may mean. */
  readonly meant: (name: string) => readonly string[]
}

export function answers(statement: Statement, document: DocumentRecord, query: Query, ledger: NaiveLedger): boolean {
  const ask = (part: Query): boolean => answers(statement, document, part, ledger)
  switch (query.kind) {
    case 'text':
      return hasWords(statement.content.text, query.text, query.prefix)
    case 'not':
      return !ask(query.of)
    case 'all':
      return query.of.every(ask)
    case 'any':
      return query.of.some(ask)
    case 'field':
      return query.values.some((value) => hasField(statement, document, query.field, value, ledger))
  }
}

function hasField(
  { act, form, manner, speaker, said, about, content }: Statement,
  document: DocumentRecord,
  field: QueryField,
  value: string,
  { statements, meant }: NaiveLedger,
): boolean {
  const day = document.published?.slice(0, 10) ?? null
  switch (field) {
    case 'act':
      return act.type === value
    case 'polarity':
      return act.polarity === value
    case 'form':
      return form === value
    case 'manner':
      return manner === value
    case 'speaker':
      return (
        plain(speaker?.name ?? '').includes(plain(value)) ||
        [speaker?.entity, ...(speaker?.members ?? []).map(({ entity }) => entity)].some((id) =>
          meant(value).includes(id ?? ''),
        )
      )
    case 'for':
      return meant(value).includes(speaker?.speaksFor?.entity ?? '')
    case 'publisher':
      return document.publisher?.toLowerCase() === value.toLowerCase()
    case 'from':
      return day !== null && day >= value
    case 'to':
      return day !== null && day <= value
    case 'said-from':
      return isDated(said) && (said.latest ?? '~') >= value
    case 'said-to':
      return isDated(said) && (said.earliest ?? '') <= value
    case 'about': {
      const isKnown = statements.some((other) => other.about.some((name) => plain(name) === plain(value)))
      if (isKnown) return about.some((name) => plain(name) === plain(value))
      return meetsWords([...about, content.text], value)
    }
  }
}

/** "a phrase", -without and begin* as in a search; a plain word also with or without an s. */
function meetsWords(texts: readonly string[], asked: string): boolean {
  const terms = [...asked.matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)]
    .map(([, minus, phrase, word]) => ({ minus: minus === '-', word: phrase ?? word!, isPhrase: phrase !== undefined }))
    .filter(({ word }) => /[\p{L}\p{N}]/u.test(word))
  const content = terms.filter(({ word }) => !FUNCTION_WORDS.has(plain(word)))
  const used = content.length > 0 ? content : terms
  return (
    used.length > 0 &&
    used.every(({ minus, word, isPhrase }) => {
      const isPrefix = !isPhrase && word.endsWith('*')
      const bare = word.replace(/\*+$/, '')
      const others = /^\p{L}{4,}$/u.test(bare) && !isPrefix ? [bare.replace(/([^s])s$/, '$1'), `${bare}s`] : []
      const isMet = [bare, ...others].some((form) => texts.some((text) => hasWords(text, form, isPrefix)))
      return isMet !== minus
    })
  )
}

function hasWords(text: string, words: string, prefix: boolean): boolean {
  const asked = wordsOf(words).join(' ')
  return ` ${wordsOf(text).join(' ')} `.includes(` ${asked}${prefix ? '' : ' '}`)
}

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
