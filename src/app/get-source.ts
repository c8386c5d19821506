/** One outlet: whom it quotes, from whom it has its statements and who has theirs from it, what it reported first, copies. */
import { z } from 'zod'
import { OnrecordError } from '../core/errors.ts'
import { type CopyTally, copyTallies } from './copies-of.ts'
import { type SharedReports, sharedReports } from './first-reports.ts'
import { allSources, type ListedSource, sourceKey } from './list-sources.ts'
import type { Operation } from './perform.ts'
import type { Deps, OutletTallies } from './ports.ts'

/** How many statements, under the outlet's commonest name; null for pages that name no publisher. */
export interface OutletTally {
  readonly name: string | null
  readonly statements: number
}

export interface SourceAnswer {
  readonly source: ListedSource
  /** Whom its pages quote most. */
  readonly quoted: OutletTallies['quoted']
  /** Outlets through which its statements came, as its texts say. */
  readonly through: readonly OutletTally[]
  /** Publishers elsewhere whose texts say that they have statements from it. */
  readonly relayedBy: readonly OutletTally[]
  /** What it reports as others do, and where it was first. */
  readonly shared: SharedReports
  /** Outlets whose pages it copies, and those that copy its own. */
  readonly copies: readonly CopyTally[]
  readonly copiedBy: readonly CopyTally[]
}

/** Rows of each list. */
const MOST = 20
/** Rows that are asked for: several names may be one outlet. */
const MOST_ROWS = 200

const input = z.object({
  publisher: z
    .string()
    .max(500, 'at most 500 characters')
    .refine((name) => name.trim() !== '', 'expected the name of an outlet'),
})

type Store = Pick<
  Deps['store'],
  'publishers' | 'relays' | 'outletTallies' | 'sharedStatements' | 'linksOf' | 'getStatement' | 'sketches'
>

export const getSource: Operation<typeof input, SourceAnswer, { readonly store: Store }> = {
  name: 'getSource',
  summary: 'Get an outlet: whom it quotes, what it takes from whom, what it reported first, copies.',
  input,
  async run({ store }, { publisher }) {
    const key = sourceKey(publisher)
    const sources = await allSources(store)
    const source = sources.find(({ name }) => sourceKey(name) === key)
    if (source === undefined) throw new OnrecordError('unknown-source', { source: publisher })
    const nameOf = new Map(sources.map(({ name }) => [sourceKey(name), name]))
    const tallies = await store.outletTallies({ publishers: source.names, relays: source.names }, MOST_ROWS)
    const { pairs, ...shared } = await sharedReports(store, source.names)
    return {
      source,
      quoted: tallies.quoted.slice(0, MOST),
      through: byOutlet(tallies.through, nameOf, key),
      relayedBy: byOutlet(tallies.relayedBy, nameOf, key),
      shared,
      ...copyTallies(tallies, pairs, nameOf),
    }
  },
}

/** Names of one outlet together, the outlet itself left out. */
function byOutlet(rows: readonly OutletTally[], nameOf: ReadonlyMap<string, string>, own: string): OutletTally[] {
  const groups = Map.groupBy(rows, ({ name }) => (name === null ? null : sourceKey(name)))
  return [...groups]
    .filter(([key]) => key !== own)
    .map(([key, same]) => ({
      name: key === null ? null : (nameOf.get(key) ?? same[0]!.name),
      statements: same.reduce((sum, { statements }) => sum + statements, 0),
    }))
    .sort((a, b) => b.statements - a.statements || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
    .slice(0, MOST)
}
