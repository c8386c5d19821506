/** The words of the full-text indexes, held against the texts: every word of every row, at its place. */
import type { DatabaseSync } from 'node:sqlite'
import { tokenizer } from '../migrations.ts'
import { hashesOf, Sums, stirred } from './sums.ts'

/** An index without content, and its two columns. */
export interface WordIndex {
  readonly table: 'document_search' | 'statement_search' | 'subject_search'
  readonly columns: readonly [string, string?]
}

export const wordIndexes = {
  documents: { table: 'document_search', columns: ['title', 'text'] },
  statements: { table: 'statement_search', columns: ['content', 'speaker'] },
  subjects: { table: 'subject_search', columns: ['name'] },
} as const satisfies Record<string, WordIndex>

/** Sums of all that the index of the ledger has. */
export function wordsOf(db: DatabaseSync, index: WordIndex, rows: number): Sums {
  const sums = new Sums(rows)
  const name = `kept_${index.table}`
  db.exec(
    `DROP TABLE IF EXISTS temp.${name}; CREATE VIRTUAL TABLE temp.${name} USING fts5vocab(main, '${index.table}', 'instance')`,
  )
  addWords(db, name, index, sums)
  db.exec(`DROP TABLE temp.${name}`)
  return sums
}

/**
 * What the index would have of some texts, by SQLite's own reckoning: an index of the same kind, filled and emptied again,
 * so that memory does not grow with the ledger.
 */
export class DerivedWords {
  readonly #db: DatabaseSync
  readonly #index: WordIndex
  readonly #name: string

  constructor(db: DatabaseSync, index: WordIndex) {
    this.#db = db
    this.#index = index
    this.#name = `derived_${index.table}`
    const columns = index.columns.join(', ')
    this.close()
    db.exec(`CREATE VIRTUAL TABLE temp.${this.#name} USING fts5(${columns}, content = '', columnsize = 0, ${tokenizer});
      CREATE VIRTUAL TABLE temp.words_${this.#name} USING fts5vocab(temp, '${this.#name}', 'instance')`)
  }

  close(): void {
    this.#db.exec(`DROP TABLE IF EXISTS temp.words_${this.#name}; DROP TABLE IF EXISTS temp.${this.#name}`)
  }

  put(row: number, texts: readonly string[]): void {
    const { columns } = this.#index
    const sql = `INSERT INTO temp.${this.#name} (rowid, ${columns.join(', ')}) VALUES (?, ${columns.map(() => '?').join(', ')})`
    this.#insert ??= this.#db.prepare(sql)
    this.#insert.run(row, ...texts)
  }
  #insert: ReturnType<DatabaseSync['prepare']> | null = null

  /** Adds what has been put since the last time. */
  addTo(sums: Sums): void {
    addWords(this.#db, `words_${this.#name}`, this.#index, sums)
    this.#db.exec(`INSERT INTO temp.${this.#name} (${this.#name}) VALUES ('delete-all')`)
  }
}

function addWords(db: DatabaseSync, vocabulary: string, { columns }: WordIndex, sums: Sums): void {
  const second = columns[1] ?? ''
  const query = db.prepare(`SELECT term, doc, "offset" * 2 + (col = '${second}') + 1 FROM temp.${vocabulary}`)
  // Called for every word of the ledger.
  query.setReturnArrays(true)
  let last: string | null = null
  let [one, other] = [0, 0]
  // One word after the other, each with all its places.
  for (const row of query.iterate() as unknown as Iterable<[string, number, number]>) {
    if (row[0] !== last) {
      last = row[0]
      ;[one, other] = hashesOf(last)
    }
    const place = stirred(row[2])
    sums.add(row[1], stirred(one ^ place), stirred(other + place))
  }
}

/** An index beside what it should have: rows are put as their texts are read, and compared now and then. */
export class WordComparison {
  readonly #kept: Sums
  readonly #derived: Sums
  readonly #words: DerivedWords

  /** @throws SQLite's error where the index cannot be read whole. */
  constructor(db: DatabaseSync, index: WordIndex, rows: number) {
    this.#kept = wordsOf(db, index, rows)
    this.#derived = new Sums(rows)
    this.#words = new DerivedWords(db, index)
  }

  put(row: number, texts: readonly string[]): void {
    this.#words.put(row, texts)
  }

  /** Those of `rows`, all put since the last time, that the index has otherwise. */
  wrong(rows: readonly number[]): number[] {
    this.#words.addTo(this.#derived)
    const wrong = rows.filter((row) => !this.#derived.isEqual(row, this.#kept))
    for (const row of rows) {
      this.#kept.clear(row)
      this.#derived.clear(row)
    }
    return wrong
  }

  /** At the end: how many rows it has that were never put. */
  left(): number {
    this.#words.close()
    return [...this.#kept.rows()].length
  }
}
