/** Pairs that are told by several outlets stand together: one conflict, however many pages report its two sides. */
import { components, SAME_UTTERANCE } from '../app/find-utterance.ts'
import type { LinkRow } from '../app/ports.ts'
import type { Link } from '../core/links/link.ts'

export interface PairGroup {
  /** The surest of them. */
  readonly shown: LinkRow
  /** Other reports of the same two utterances. */
  readonly others: readonly LinkRow[]
}

/**
 * In the order of the first pair of each.
 * @param links those of the pairs' statements; of them only same utterances that nobody rejected count.
 */
export function groupPairs(rows: readonly LinkRow[], links: readonly Link[]): PairGroup[] {
  const statements = [...new Set(rows.flatMap(({ link }) => [link.from, link.to]))]
  const standing = links.filter(({ level }) => level !== 'rejected')
  const groups = components({ statements, links: standing, whole: true }, SAME_UTTERANCE)
  const utterance = new Map(groups.flatMap((group) => group.map((id) => [id, group[0]!] as const)))
  const pairs = Map.groupBy(rows, ({ link: { from, to } }) => [utterance.get(from), utterance.get(to)].sort().join(' '))
  return [...pairs.values()].map((same) => {
    const shown = same.reduce((best, row) => (row.link.confidence > best.link.confidence ? row : best))
    return { shown, others: same.filter((row) => row !== shown) }
  })
}
