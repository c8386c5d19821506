/** Documents by the words that they hold, from the full-text index alone. */
import type { Passage } from '../app/verify-ports.ts'
import { searchable } from '../core/fold.ts'
import { readEntry } from './read-entry.ts'
import type { Prepare } from './sqlite.ts'

/** Exported for the test that reads SQLite's plan of it. */
export const passagesSql = `SELECT d.id FROM (SELECT rowid FROM document_search WHERE document_search MATCH ?1 LIMIT ?2) f
  JOIN documents d ON d.seq = f.rowid`

/** Words of a quote that are looked up. */
const MOST_WORDS = 24

/**
 * Documents that hold many of the words: all of the most telling together first, then smaller groups of them.
 * @param words or phrases, the most telling first; nothing in them is an operator
 */
export function passages(prepare: Prepare, words: readonly string[], limit: number): Passage[] {
  const phrases = words.slice(0, MOST_WORDS).flatMap((word) => phraseOf(word) ?? [])
  const found = new Set<string>()
  for (const group of groupsOf(phrases)) {
    if (found.size >= limit) break
    for (const { id } of prepare(passagesSql).all(group.join(' AND '), limit)) found.add(id as string)
  }
  return [...found].slice(0, limit).flatMap((id) => readEntry(prepare, id) ?? [])
}

/** Fewer and fewer words that have to stand together; a quotation that was altered has lost some of them. */
function* groupsOf(phrases: readonly string[]): Generator<readonly string[]> {
  for (const size of [16, 8, 5]) if (phrases.length > size / 2) yield phrases.slice(0, size)
  for (let at = 0; at < Math.min(phrases.length, 12); at += 3) yield phrases.slice(at, at + 3)
  for (let one = 0; one < Math.min(phrases.length, 6); one++)
    for (let other = one + 1; other < Math.min(phrases.length, 6); other++) yield [phrases[one]!, phrases[other]!]
  if (phrases.length > 0) yield phrases.slice(0, 1)
}

/** Always an FTS5 string; null without a letter or digit. */
function phraseOf(words: string): string | null {
  const folded = searchable(words)
  return /[\p{L}\p{N}]/u.test(folded) ? `"${folded.replaceAll('"', ' ').replaceAll('\0', ' ')}"` : null
}
