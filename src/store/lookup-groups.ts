/** In which groups the words of a quotation are looked up, the surest first: the same on every store. */
import type { Lookup } from '../app/ports.ts'

/** Words of a quotation that are looked up. */
const MOST_WORDS = 24

/** What stands together where nothing was changed; then less and less of it. */
export function* groupsOf({ whole, pieces, words }: Lookup): Generator<readonly string[]> {
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
