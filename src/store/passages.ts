/** Documents by the words that they hold, from the full-text index alone. */
import type { Lookup, Passage } from '../app/ports.ts'
import { searchable } from '../core/fold.ts'
import { readEntry } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'

/** Exported for the test that reads SQLite's plan of it. */
export const passagesSql = `SELECT d.id FROM (SELECT rowid FROM document_search WHERE document_search MATCH ?1 LIMIT ?2) f
  JOIN documents d ON d.seq = f.rowid`

/** Words of a quotation that are looked up. */
const MOST_WORDS = 24

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

/** What stands together where nothing was changed; then less and less of it. */
function* groupsOf({ whole, pieces, words }: Lookup): Generator<readonly string[]> {
  const telling = words.slice(0, MOST_WORDS)
  if (whole.length > 0) yield whole
  for (const size of [16, 8, 5]) if (telling.length > size / 2) yield telling.slice(0, size)
  for (let at = 0; at + 1 < pieces.length; at++) yield [pieces[at]!, pieces[at + 1]!]
  for (let at = 0; at < Math.min(telling.length, 12); at += 3) yield telling.slice(at, at + 3)
  for (const piece of pieces) yield [piece]
  for (let one = 0; one < Math.min(telling.length, 6); one++)
    for (let other = one + 1; other < Math.min(telling.length, 6); other++) yield [telling[one]!, telling[other]!]
  if (telling.length > 0) yield telling.slice(0, 1)
}

/** Always an FTS5 string; null without a letter or digit. */
function phraseOf(words: string): string | null {
  const folded = searchable(words)
  return /[\p{L}\p{N}]/u.test(folded) ? `"${folded.replaceAll('"', ' ').replaceAll('\0', ' ')}"` : null
}
