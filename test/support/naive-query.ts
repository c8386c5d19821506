/** Whether a statement answers a query, worked out the slow and obvious way. */
import type { DocumentRecord } from '../../src/core/document.ts'
import { isDated } from '../../src/core/is-dated.ts'
import { type AboutTerm, aboutTerms, subjectNames } from '../../src/core/query/about-terms.ts'
import type { Query, QueryField } from '../../src/core/query/query.ts'
import type { Statement } from '../../src/core/statement.ts'

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
      const names = subjectNames(value).map(plain)
      const isKnown = statements.some((other) => other.about.some((name) => names.includes(plain(name))))
      if (isKnown) return about.some((name) => names.includes(plain(name)))
      return meetsWords([...about, content.text], value)
    }
  }
}

const meetsWords = (texts: readonly string[], asked: string): boolean => {
  const terms = aboutTerms(asked)
  const isMet = ({ forms, prefix }: AboutTerm): boolean =>
    forms.some((form) => texts.some((text) => hasWords(text, form, prefix)))
  return terms.length > 0 && terms.every((term) => isMet(term) !== term.excluded)
}

function hasWords(text: string, words: string, prefix: boolean): boolean {
  const asked = wordsOf(words).join(' ')
  return ` ${wordsOf(text).join(' ')} `.includes(` ${asked}${prefix ? '' : ' '}`)
}

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
