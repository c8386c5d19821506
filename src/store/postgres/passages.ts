/** Documents by the words that they hold, from the index of words alone. */
import type { Lookup, Passage } from '../../app/ports.ts'
import { groupsOf } from '../lookup-groups.ts'
import type { Sql } from './database.ts'
import { readEntry } from './read-entry.ts'
import { phraseOf } from './words.ts'

export async function passages(sql: Sql, lookup: Lookup, limit: number): Promise<Passage[]> {
  const found = new Set<string>()
  for (const group of groupsOf(lookup)) {
    if (found.size >= limit) break
    const phrases = group.flatMap((words) => phraseOf(words, false) ?? [])
    if (phrases.length === 0) continue
    const rows = await sql(
      'SELECT DISTINCT document FROM (SELECT document FROM document_words WHERE words @@ $1::tsquery LIMIT $2) w',
      [phrases.join(' & '), limit],
    )
    for (const { document } of rows) found.add(document as string)
  }
  const entries: Passage[] = []
  for (const id of [...found].slice(0, limit)) {
    const entry = await readEntry(sql, id)
    if (entry !== null) entries.push(entry)
  }
  return entries
}
