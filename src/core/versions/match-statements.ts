/** Which statement of one version is which of the other: by equal words first, then by words enough alike. */
import { comparedForm } from '../compare/word-diff.ts'
import { foldName } from '../fold.ts'
import type { Statement } from '../statement.ts'
import { type Word, wordsOf } from '../wording/words-of.ts'
import { alikePairs } from './alike-statements.ts'
import { type Teller, tellerOf } from './speaker-change.ts'

/** A statement as matching sees it. */
export interface Item {
  readonly statement: Statement
  readonly words: readonly Word[]
  /** Equal for contents of the same words: case, quotation marks and punctuation do not count. */
  readonly key: string
  readonly teller: Teller
  /** The speaker as a key: two names of one person are two keys here, and are brought together later. */
  readonly who: string
}

/** Numbers of statements, in the order given: of the earlier version, of the later one. */
export type Pair = readonly [before: number, after: number]

/** In text order. */
export const itemsOf = (statements: readonly Statement[]): Item[] =>
  statements
    .map((statement, order) => ({ statement, order, start: statement.content.spans[0]?.start ?? 0 }))
    .sort((a, b) => a.start - b.start || a.order - b.order)
    .map(({ statement }) => itemOf(statement))

function itemOf(statement: Statement): Item {
  const words = wordsOf(statement.content.text)
  const { speaker } = statement
  return {
    statement,
    words,
    key: words.length === 0 ? statement.content.text : words.map(comparedForm).join(' '),
    teller: tellerOf(statement),
    who: speaker === null ? '' : (speaker.entity ?? `"${foldName(speaker.name)}`),
  }
}

/** Words that two speakers hardly share by chance; fewer are one statement of another speaker only beside the same neighbours. */
const FEW = 4

/**
 * What has to be equal, from the surest on: the words, the speaker, the statements that stand before and behind. Null where a
 * statement takes no part.
 */
const TIERS: readonly ((item: Item, before: string, behind: string) => readonly string[] | null)[] = [
  ({ key, who }, before, behind) => [key, who, before, behind],
  ({ key, who }, before) => [key, who, 'behind', before],
  ({ key, who }, _, behind) => [key, who, 'before', behind],
  ({ key, who }) => [key, who],
  ({ key }, before, behind) => [key, before, behind],
  ({ key }, before) => [key, 'behind', before],
  ({ key }, _, behind) => [key, 'before', behind],
  ({ key, words }) => (words.length < FEW ? null : [key]),
]

/**
 * One to one, and the same pairs whichever version comes first. Of several statements alike in all that a tier looks at, the
 * first of one version is the first of the other. Linear for equal words; `alikePairs` bounds the rest.
 */
export function matchStatements(before: readonly Item[], after: readonly Item[]): Pair[] {
  const left = { before: new Set(before.keys()), after: new Set(after.keys()) }
  const pairs: Pair[] = []
  const take = (found: Iterable<Pair>): void => {
    for (const [one, other] of found) {
      left.before.delete(one)
      left.after.delete(other)
      pairs.push([one, other])
    }
  }
  for (const tier of TIERS) take(equalPairs(before, after, left, tier))
  take(alikePairs(before, after, left, pairs))
  return pairs.sort((a, b) => a[0] - b[0])
}

export interface Left {
  readonly before: ReadonlySet<number>
  readonly after: ReadonlySet<number>
}

function equalPairs(before: readonly Item[], after: readonly Item[], left: Left, tier: (typeof TIERS)[number]): Pair[] {
  const [ours, theirs] = [grouped(before, left.before, tier), grouped(after, left.after, tier)]
  return [...ours].flatMap(([key, indices]) => {
    const others = theirs.get(key) ?? []
    return indices.slice(0, others.length).map((index, at): Pair => [index, others[at]!])
  })
}

function grouped(
  items: readonly Item[],
  left: ReadonlySet<number>,
  tier: (typeof TIERS)[number],
): ReadonlyMap<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const index of left) {
    const parts = tier(items[index]!, items[index - 1]?.key ?? '', items[index + 1]?.key ?? '')
    if (parts === null) continue
    const key = JSON.stringify(parts)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [index])
    else group.push(index)
  }
  return groups
}
