/** What SQLite itself finds wrong with the pages of the file, with the tables that they belong to. */
import type { DatabaseSync } from 'node:sqlite'
import { faultOf, reasonOf, type Tell } from './fault.ts'

/** Complaints of one table that are told. */
const MOST = 20

interface Tree {
  readonly name: string
  readonly table: string
  readonly isIndex: boolean
}

/** @returns whether the pages can be relied on: where not, nothing is to be written. */
export function checkStructure(db: DatabaseSync, tell: Tell): boolean {
  const whole = complaints(db, 'PRAGMA integrity_check')
  if (whole.isComplete && whole.lines.length === 0) return true
  const trees = treesOf(db)
  const lines = new Set(whole.lines)
  // A page that cannot be read ends the check: table by table, it goes on behind it.
  const unread = new Map<string, string>()
  if (!whole.isComplete) {
    for (const table of new Set([...trees.values()].map((tree) => tree.table))) {
      const { lines: more, isComplete, reason } = complaints(db, `PRAGMA integrity_check("${table}")`)
      for (const line of more) lines.add(line)
      if (!isComplete) unread.set(table, reason)
    }
    if (lines.size === 0 && unread.size === 0) unread.set('file', whole.reason)
  }
  let isSound = true
  for (const line of lines) {
    const { place, message, isMendable } = told(line, trees)
    isSound &&= isMendable
    tell(faultOf('structure', place, message, isMendable ? 'repair' : 'backup'))
  }
  for (const [table, reason] of unread) {
    tell(faultOf('structure', placeOf(table), `SQLite cannot read all of it (${reason})`, 'backup'))
  }
  return isSound && unread.size === 0
}

/** Rows come one by one: what was found before the check itself fails is not lost. */
function complaints(
  db: DatabaseSync,
  sql: string,
): { readonly lines: readonly string[]; readonly isComplete: boolean; readonly reason: string } {
  const lines: string[] = []
  try {
    for (const row of db.prepare(sql).iterate()) {
      for (const line of String(row.integrity_check).split('\n')) {
        if (line !== 'ok' && !line.startsWith('*** ') && line !== '' && lines.length < MOST) lines.push(line)
      }
    }
    return { lines, isComplete: true, reason: '' }
  } catch (thrown) {
    return { lines, isComplete: false, reason: reasonOf(thrown) }
  }
}

/** Tables and indexes by the page that their tree begins with. */
function treesOf(db: DatabaseSync): ReadonlyMap<number, Tree> {
  const trees = new Map<number, Tree>()
  try {
    const sql = 'SELECT name, tbl_name, type, rootpage FROM sqlite_schema WHERE rootpage > 0'
    for (const { name, tbl_name: table, type, rootpage } of db.prepare(sql).all()) {
      trees.set(rootpage as number, { name: name as string, table: table as string, isIndex: type === 'index' })
    }
  } catch {
    // Then its pages have no names, and are told of by their numbers.
  }
  return trees
}

const placeOf = (table: string): string => (table === 'file' ? 'file' : `table ${table}`)

/** What an index has too much or too little is made good from its table; anything else is a page that is not what it was. */
function told(line: string, trees: ReadonlyMap<number, Tree>) {
  const ofIndex = /\b(?:missing from|entries in|entry in) index (\S+)/.exec(line)
  if (ofIndex !== null)
    return { place: `index ${ofIndex[1]}`, message: `not in step with its table (${line})`, isMendable: true }
  const ofWords = /^malformed inverted index for FTS5 table (?:main\.)?(\S+)/.exec(line)
  if (ofWords !== null) {
    const message = 'its words are not as the full-text index wrote them: searches fail or find too little'
    return { place: `full-text index ${ofWords[1]}`, message, isMendable: true }
  }
  const [, root, page] = /^Tree (\d+)(?: page (\d+))?/.exec(line) ?? []
  const tree = root === undefined ? undefined : trees.get(Number(root))
  const place =
    tree === undefined ? 'file' : tree.isIndex ? `index ${tree.name} of table ${tree.table}` : `table ${tree.table}`
  const where = page === undefined ? '' : `page ${page} of the file is damaged: `
  return { place, message: `${where}${line}`, isMendable: false }
}
