/** The pass of a check over all documents, one after the other. */
import type { DatabaseSync } from 'node:sqlite'
import type { CheckOptions } from '../../app/ports.ts'
import type { Linker } from '../../core/links/linker.ts'
import { entitySeq } from '../put-entities.ts'
import type { Prepare } from '../sqlite.ts'
import { checkDocument, type Derived } from './document-faults.ts'
import { faultOf, reasonOf, type Tell } from './fault.ts'
import { KeySums } from './keys.ts'
import { type DocumentRows, documentNumbers, readRows } from './read-document.ts'
import { Sums, stirred } from './sums.ts'
import { WordComparison, type WordIndex, wordIndexes } from './words.ts'

/** Documents whose words are held against the indexes at once. */
const BATCH = 100

interface CheckContext {
  readonly linker: Linker | null
  readonly options: CheckOptions
  readonly tell: Tell
}

/** A document whose words have been put and not yet compared. */
interface Pending {
  readonly id: string
  readonly seq: number
  readonly statements: readonly number[]
}

export class DocumentCheck {
  readonly #db: DatabaseSync
  readonly #prepare: Prepare
  readonly #linker: Linker | null
  readonly #options: CheckOptions
  readonly #tell: Tell
  #documentWords: WordComparison | null = null
  #statementWords: WordComparison | null = null
  #keys: KeySums | null = null
  #members = new Sums()
  #pending: Pending[] = []
  readonly #outOfStep: string[] = []
  #outOfStepCount = 0
  documents = 0
  statements = 0
  /** Length of each document's text, by its number. */
  readonly chars = new Map<number, number>()

  constructor(db: DatabaseSync, prepare: Prepare, { linker, options, tell }: CheckContext) {
    this.#db = db
    this.#prepare = prepare
    this.#linker = linker
    this.#options = options
    this.#tell = tell
  }

  /** A ledger from before there were links. */
  get isNeverLinked(): boolean {
    return this.#keys?.isEmpty === true && this.#outOfStepCount > 0
  }

  /** Most keys are others than this version would put: another version put them, and nothing has been lost. */
  get isLinkedOtherwise(): boolean {
    return !this.isNeverLinked && this.#outOfStepCount * 2 > this.statements
  }

  /** @param isRelinkDue keys are known to be those of before. */
  run(isRelinkDue: boolean): void {
    const total = this.#count('documents')
    const statements = this.#count('statements')
    if (this.#options.isDeep) {
      this.#documentWords = this.#wordsOf(wordIndexes.documents, total)
      this.#statementWords = this.#wordsOf(wordIndexes.statements, statements)
      if (this.#linker !== null && !isRelinkDue) this.#keys = new KeySums(this.#prepare, this.#linker, statements)
    }
    this.#members = this.#memberSums(statements)
    const unread = (from: number, to: number): void => {
      const message = `the documents numbered ${from} to ${to} cannot be read`
      this.#tell(faultOf('unreadable', 'table documents', message, 'backup'))
    }
    for (const seq of documentNumbers(this.#prepare, unread)) {
      this.documents++
      this.#check(seq)
      if (this.documents % BATCH === 0) {
        this.#compareWords()
        this.#options.progress?.(this.documents, total)
      }
    }
    this.#compareWords()
    this.#tellLeft()
  }

  #check(seq: number): void {
    const rows = readRows(this.#prepare, seq, this.#tell)
    if (rows === null) return
    this.statements += rows.statements?.length ?? 0
    try {
      const derived = checkDocument(rows, this.#tell)
      if (derived === null) this.#pass(seq, rows)
      else this.#goOn(seq, rows, derived)
    } catch (thrown) {
      const id = String(rows.row.id)
      // JSON of another shape than this program writes.
      const message = `its record is not as it was written (${reasonOf(thrown)})`
      this.#tell(faultOf('unreadable', `document ${id}`, message, 'reanalyse', id))
      this.#pass(seq, rows)
    }
  }

  /** Its words are in the indexes, rightly or not: that is not to be told twice. */
  #pass(seq: number, rows: DocumentRows): void {
    this.#documentWords?.wrong([seq])
    this.#statementWords?.wrong((rows.statements ?? []).map(({ row }) => row.seq as number))
  }

  #goOn(seq: number, rows: DocumentRows, { entry, values }: Derived): void {
    const { id } = entry.document
    this.chars.set(seq, entry.text.length)
    this.#documentWords?.put(seq, values.index as string[])
    const all = rows.statements ?? []
    const readable = all.length === values.statements.length ? all : []
    const unknown = new Set<string>()
    for (const [at, { row }] of readable.entries()) {
      const statement = entry.statements[at]!
      const put = values.statements[at]!
      this.#statementWords?.put(row.seq as number, put.index as string[])
      if (this.#keys?.isInStep(row.seq as number, { statement, document: entry.document }) === false) {
        this.#outOfStepCount++
        if (this.#outOfStep.length < 3) this.#outOfStep.push(statement.id)
      }
      const { speaker, addressee, medium, via } = statement
      const ids = [put.entity, put.principal, ...put.members, addressee?.entity, medium?.entity]
      for (const one of [...ids, ...via.map(({ entity }) => entity)]) {
        if (typeof one === 'string' && entitySeq(this.#prepare, one) === null) unknown.add(one)
      }
      if (!this.#hasMembers(row.seq as number, put.members)) {
        const message = `rows of its members are not those of its record (${speaker?.members.length ?? 0})`
        this.#tell(faultOf('row', `statement ${statement.id}`, message, 'repair', id))
      }
    }
    for (const one of unknown) {
      this.#tell(faultOf('row', `document ${id}`, `names the entity ${one}, which is not there`, 'reanalyse', id))
    }
    this.#pending.push({ id, seq, statements: readable.map(({ row }) => row.seq as number) })
    if (readable.length < all.length) this.#statementWords?.wrong(all.map(({ row }) => row.seq as number))
  }

  #compareWords(): void {
    const wrongDocuments = new Set(this.#documentWords?.wrong(this.#pending.map(({ seq }) => seq)))
    const wrongStatements = new Set(this.#statementWords?.wrong(this.#pending.flatMap(({ statements }) => statements)))
    for (const { id, seq, statements } of this.#pending) {
      const wrong = statements.filter((statement) => wrongStatements.has(statement)).length
      const parts = [
        ...(wrongDocuments.has(seq) ? ['its text'] : []),
        ...(wrong > 0 ? [`${wrong} of its statements`] : []),
      ]
      if (parts.length === 0) continue
      const message = `searching does not find the words of ${parts.join(' and ')} as they are`
      this.#tell(faultOf('words', `document ${id}`, message, 'repair', id))
    }
    this.#pending = []
  }

  #tellLeft(): void {
    for (const [index, words] of [
      [wordIndexes.documents, this.#documentWords],
      [wordIndexes.statements, this.#statementWords],
    ] as const) {
      const left = words?.left() ?? 0
      const message = `${left} of its rows belong to nothing that is there`
      if (left > 0) this.#tell(faultOf('words', `full-text index ${index.table}`, message, 'repair'))
    }
    if (this.#outOfStepCount === 0 || this.isNeverLinked || this.isLinkedOtherwise) return
    const some = this.#outOfStep.join(', ')
    const message = `the keys of ${this.#outOfStepCount} statements are not those that this version would put, so that links are missed (${some})`
    this.#tell(faultOf('keys', 'table link_keys', message, 'repair'))
  }

  /** Null where the index cannot be read; that its pages are not in order has been told. */
  #wordsOf(index: WordIndex, rows: number): WordComparison | null {
    try {
      return new WordComparison(this.#db, index, rows)
    } catch (thrown) {
      const message = `its words cannot be read (${reasonOf(thrown)})`
      this.#tell(faultOf('words', `full-text index ${index.table}`, message, 'repair'))
      return null
    }
  }

  #memberSums(rows: number): Sums {
    const sums = new Sums(rows)
    for (const { entity, statement } of this.#prepare('SELECT entity, statement FROM statement_members').iterate()) {
      addMember(sums, statement as number, entity as number)
    }
    return sums
  }

  #hasMembers(statement: number, members: readonly string[]): boolean {
    const expected = new Sums(0)
    for (const member of new Set(members)) {
      const entity = entitySeq(this.#prepare, member)
      if (entity !== null) addMember(expected, 0, entity)
    }
    return expected.isEqualAt(0, this.#members, statement)
  }

  #count(table: string): number {
    try {
      return this.#prepare(`SELECT count(*) AS total FROM ${table}`).get()!.total as number
    } catch {
      return 0
    }
  }
}

const addMember = (sums: Sums, statement: number, entity: number): void =>
  sums.add(statement, stirred(entity), stirred(entity + 0x5bd1e995))
