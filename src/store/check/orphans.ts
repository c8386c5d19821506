/** Rows that name rows which are not there: found by SQLite's own check of its foreign keys, told table by table. */
import type { Prepare } from '../sqlite.ts'
import { faultOf, reasonOf, type Tell } from './fault.ts'

/** A column that names a row of another table. */
interface Reference {
  readonly table: string
  readonly column: string
  readonly parent: string
}

/** References that may be empty: there the column is set anew and the row stays. */
const optional = new Set(['documents.publisher', 'statements.speaker', 'statements.entity', 'statements.principal'])

const isOptional = ({ table, column }: Reference): boolean => optional.has(`${table}.${column}`)

export function checkOrphans(prepare: Prepare, tell: Tell): void {
  for (const reference of references(prepare)) {
    const { table, column, parent } = reference
    try {
      const sql = `SELECT count(*) AS orphans FROM ${table} t WHERE ${orphaned(reference)}`
      const { orphans } = prepare(sql).get()!
      if (orphans === 0) continue
      const rows = `${orphans} ${orphans === 1 ? 'row names one' : 'rows name ones'} of ${parent} that ${orphans === 1 ? 'is' : 'are'} not there`
      tell(faultOf(isOptional(reference) ? 'row' : 'orphan', `table ${table}`, `${rows} (${column})`, 'repair'))
    } catch (thrown) {
      tell(faultOf('unreadable', `table ${table}`, `cannot be read whole (${reasonOf(thrown)})`, 'backup'))
    }
  }
}

/** @returns how many rows were taken away. Documents of which the text is left get their rows again before. */
export function removeOrphans(prepare: Prepare): number {
  let removed = 0
  // What names a row that is taken away is an orphan itself.
  for (let before = -1; before !== removed; ) {
    before = removed
    for (const reference of references(prepare)) {
      const sql = isOptional(reference)
        ? `UPDATE ${reference.table} AS t SET ${reference.column} = NULL WHERE ${orphaned(reference)}`
        : `DELETE FROM ${reference.table} AS t WHERE ${orphaned(reference)}`
      removed += Number(prepare(sql).run().changes)
    }
  }
  return removed
}

const orphaned = ({ column, parent }: Reference): string =>
  `t.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${parent} p WHERE p.seq = t.${column})`

/** All tables are numbered by `seq`, and every reference is to that. */
function references(prepare: Prepare): Reference[] {
  const tables = prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'").all()
  return tables.flatMap(({ name }) =>
    prepare('SELECT "from" AS source, "table" AS parent FROM pragma_foreign_key_list(?)')
      .all(name!)
      .map(({ source, parent }) => ({ table: name as string, column: source as string, parent: parent as string })),
  )
}
