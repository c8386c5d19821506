/** Everything that a ledger holds, held against itself: under one snapshot, in memory that does not grow with it. */
import type { DatabaseSync } from 'node:sqlite'
import type { Checked, CheckOptions } from '../../app/ports.ts'
import type { Linker } from '../../core/links/linker.ts'
import { markOf, RELINK } from '../marks.ts'
import type { Prepare } from '../sqlite.ts'
import { DocumentCheck } from './document-check.ts'
import { faultOf, reasonOf, type Tell } from './fault.ts'
import { checkLinks } from './keys.ts'
import { checkEntities, checkNames, subjectWords } from './names.ts'
import { checkOrphans } from './orphans.ts'
import { checkStructure } from './structure.ts'
import { WordComparison, wordIndexes } from './words.ts'

/** Call inside a read transaction: what others write meanwhile is not part of it. */
export function checkAll(db: DatabaseSync, prepare: Prepare, linker: Linker | null, options: CheckOptions): Checked {
  let faults = 0
  const tell: Tell = (fault) => {
    faults++
    options.found(fault)
  }
  /** A table that cannot be read whole is told of, and the others are looked at all the same. */
  const each = (place: string, check: () => void): void => {
    try {
      check()
    } catch (thrown) {
      tell(faultOf('unreadable', place, `cannot be read whole (${reasonOf(thrown)})`, 'backup'))
    }
  }
  const due: string[] = []
  const isSound = checkStructure(db, tell)
  // With damaged pages SQLite writes nothing, not even tables of its own beside the ledger.
  const isDeep = options.isDeep && isSound
  each('table marks', () => {
    if (markOf(prepare, RELINK) !== null) due.push(REPLACED)
  })
  each('tables that name others', () => checkOrphans(prepare, tell))
  each('tables of names', () => checkNames(prepare, tell))
  each('tables of entities', () => checkEntities(prepare, tell))
  if (isDeep) each('full-text index subject_search', () => checkSubjectWords(db, prepare, tell))
  const documents = new DocumentCheck(db, prepare, { linker, options: { ...options, isDeep }, tell })
  each('table documents', () => documents.run(due.length > 0))
  if (documents.isNeverLinked) due.push(NEVER_LINKED)
  if (documents.isLinkedOtherwise) due.push(LINKED_OTHERWISE)
  each('table links', () => checkLinks(prepare, documents.chars, tell))
  return { documents: documents.documents, statements: documents.statements, faults, due, isSound }
}

const REPLACED = 'statements have been read anew since all links were found: run "onrecord relink"'
const NEVER_LINKED = 'no statement has been linked yet: run "onrecord relink"'
const LINKED_OTHERWISE = 'statements have been linked by another version: run "onrecord relink"'

function checkSubjectWords(db: DatabaseSync, prepare: Prepare, tell: Tell): void {
  const words = new WordComparison(db, wordIndexes.subjects, 0)
  const rows: number[] = []
  for (const [seq, name] of subjectWords(prepare)) {
    words.put(seq, [name])
    rows.push(seq)
  }
  const wrong = words.wrong(rows).length + words.left()
  if (wrong > 0) {
    tell(
      faultOf(
        'words',
        'full-text index subject_search',
        `${wrong} of its rows are not those of the subjects`,
        'repair',
      ),
    )
  }
}
