/** A claim: all statements that say the same, by utterance, with pages, independent reports and what may conflict with it. */
import { z } from 'zod'
import { OnrecordError } from '../core/errors.ts'
import type { Link } from '../core/links/link.ts'
import {
  components,
  inOrderOfSaying,
  rowsOf,
  SAME_CLAIM,
  SAME_UTTERANCE,
  type Utterance,
  utteranceOf,
  walk,
} from './find-utterance.ts'
import { claimId, type LinkTo, linksTo } from './get-relations.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'

export interface Claim {
  /** `c-` and the id of the statement that was made first; changes where an earlier one comes in. */
  readonly id: string
  /** In order of saying. */
  readonly utterances: readonly Utterance[]
  /** All of its statements as one: how many pages and independent reports the claim has. */
  readonly all: Utterance
  /** The surest link of each kind to each statement outside: possible conflicts first. */
  readonly links: readonly LinkTo[]
}

const input = z.object({
  id: z.string().startsWith('c-', 'expected an id like c-d-0123456789abcdef.120-186').max(2000, 'longer than any id'),
})

export const getClaim: Operation<typeof input, Claim, Pick<Deps, 'store'>> = {
  name: 'getClaim',
  summary: 'Get a claim: the statements that say the same, by utterance, and what may conflict with it.',
  input,
  async run({ store }, { id }) {
    const start = id.slice('c-'.length)
    if ((await store.getStatement(start)) === null) throw new OnrecordError('unknown-id', { id })
    const found = await walk(store, [start], SAME_CLAIM)
    const rows = await rowsOf(store, found.statements)
    const byId = new Map(rows.map((row) => [row.statement.id, row]))
    const groups = components(found, SAME_UTTERANCE).map((group) =>
      group.flatMap((member) => byId.get(member) ?? []).sort(inOrderOfSaying),
    )
    const utterances = await Promise.all(groups.map((group) => utteranceOf(store, group, found.whole)))
    const own = new Set(found.statements)
    const outward = found.links.filter(({ from, to }) => !own.has(from) || !own.has(to))
    return {
      id: claimId(rows),
      utterances: utterances.sort((a, b) => inOrderOfSaying(a.statements[0]!, b.statements[0]!)),
      all: await utteranceOf(store, rows, found.whole),
      links: await linksTo(store, own, surest(outward, own)),
    }
  },
}

function surest(links: readonly Link[], own: ReadonlySet<string>): Link[] {
  const byFarEnd = Map.groupBy(links, ({ from, to, relation }) => `${own.has(from) ? to : from} ${relation}`)
  return [...byFarEnd.values()].map((group) =>
    group.reduce((best, link) => {
      if (link.confidence !== best.confidence) return link.confidence > best.confidence ? link : best
      return `${link.from} ${link.to}` < `${best.from} ${best.to}` ? link : best
    }),
  )
}
