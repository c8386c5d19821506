/** Invented news for the bench of search: statements with people of the ledger's, acts, subjects and words as uneven as those of news. */
import { createHash } from 'node:crypto'
import type { DocumentEntry, EntityLinks, LinkedEntity } from '../src/app/ports.ts'
import { ACT_TYPES } from '../src/core/query/query.ts'
import type { Statement } from '../src/core/statement.ts'
import { NewsCorpus } from './links-corpus.ts'
import { wordOf, zipf } from './zipf-words.ts'

/** Words that a statement has besides those of its plain sentence, which are some hundred in all. */
const MORE_WORDS = 8

export interface Searchable {
  readonly entry: DocumentEntry
  readonly links: EntityLinks
}

/** The news of the bench of links; the same at every run. */
export class SearchCorpus {
  readonly #entries = new NewsCorpus(1, 'many')
  /** The same once more: it tells the topics. */
  readonly #reports = new NewsCorpus(1, 'many')
  #number = 0

  next(): Searchable {
    const number = this.#number++
    const entry = this.#entries.next()
    const { said } = this.#reports.report()
    const statements = entry.statements.map((statement, at): Statement => {
      const { content, speaker, act } = statement
      const words = Array.from({ length: MORE_WORDS }, (_, word) => wordOf(zipf(number * 1009 + at * 31 + word)))
      return {
        ...statement,
        content: { ...content, text: `${content.text} ${words.join(' ')}` },
        speaker: { ...speaker!, entity: idOf(speaker!.name) },
        act: {
          ...act,
          type: ACT_TYPES[zipf(number * 17 + at, ACT_TYPES.length + 1) - 1] ?? 'assertion',
          polarity: polarityOf(content.text),
        },
        about: [said[at]!.topic, said[at]!.of],
      }
    })
    return { entry: { ...entry, statements }, links: { revision: 0, entities: peopleOf(statements) } }
  }
}

const polarityOf = (content: string): 'positive' | 'negative' =>
  / not | refuses /.test(content) ? 'negative' : 'positive'

/** As of a register: who is known beforehand has not to be told apart from others. */
const idOf = (name: string): string => `Q${createHash('sha256').update(name).digest('hex').slice(0, 12)}`

const peopleOf = (statements: readonly Statement[]): LinkedEntity[] =>
  [...new Set(statements.map(({ speaker }) => speaker!.name))].map((name) => ({
    entity: { id: idOf(name), kind: 'person', name, names: [], gender: null, country: null, speaksFor: null },
    names: [name],
    roles: [],
  }))
