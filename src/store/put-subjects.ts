/** What a statement is about → its rows: each subject once, and the statement under it. */
import { foldName, searchable } from '../core/fold.ts'
import { insert, type Name } from './put-rows.ts'
import type { Prepare } from './sqlite.ts'
import { storable } from './storable.ts'

export interface SubjectName extends Name {
  /** As the index of words has it. */
  readonly words: string
}

/** Spellings that differ in case or accents alone are one subject: a statement stands under it once. */
export function subjectNames(names: readonly string[]): SubjectName[] {
  const all = names.map((name) => ({ name: storable(name), compared: foldName(name), words: searchable(name) }))
  return [...new Map(all.toReversed().map((subject) => [subject.compared, subject])).values()].toReversed()
}

export function putSubjects(prepare: Prepare, statement: number, subjects: readonly SubjectName[]): void {
  for (const subject of subjects) {
    insert(prepare, 'INSERT OR IGNORE INTO statement_subjects (subject, statement) VALUES (?, ?)', [
      subjectSeq(prepare, subject),
      statement,
    ])
  }
}

/** Number of the subject, which is added where it is new. */
function subjectSeq(prepare: Prepare, { name, compared, words }: SubjectName): number {
  const known = prepare('SELECT seq FROM subjects WHERE name = ?').get(name)
  if (known !== undefined) return known.seq as number
  const seq = insert(prepare, 'INSERT INTO subjects (name, folded) VALUES (?, ?)', [name, compared])
  insert(prepare, 'INSERT INTO subject_search (rowid, name) VALUES (?, ?)', [seq, words])
  return seq
}
