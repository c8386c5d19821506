/** Documents by the words that they hold, from the full-text index alone. */
import type { Lookup, Passage } from '../app/ports.ts'
import { searchable } from '../core/fold.ts'
import { groupsOf } from './lookup-groups.ts'
import { readEntry } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'

/** Exported for the test that reads SQLite's plan of it. */
export const passagesSql = `SELECT d.id FROM (SELECT rowid FROM document_search WHERE document_search MATCH ?1 LIMIT ?2) f
  JOIN documents d ON d.seq = f.rowid`

export function passages(prepare: Prepare, lookup: Lookup, limit: number): Passage[] {
  const found = new Set<string>()
  for (const group of groupsOf(lookup)) {
    if (found.size >= limit) break
    const phrases = group.flatMap((words) => phraseOf(words) ?? [])
    if (phrases.length === 0) continue
    for (const { id } of prepare(passagesSql).all(phrases.join(' AND '), limit)) found.add(id as string)
  }
  return [...found].slice(0, limit).flatMap((id) => readEntry(prepare, id) ?? [])
}

/** Always an FTS5 string; null without a letter or digit. */
function phraseOf(words: string): string | null {
  const folded = searchable(words)
  return /[\p{L}\p{N}]/u.test(folded) ? `"${folded.replaceAll('"', ' ').replaceAll('\0', ' ')}"` : null
}
