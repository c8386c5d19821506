/** The outlets of the ledger: those whose pages it has, and those that its pages have something from. */
import type { z } from 'zod'
import { OnrecordError } from '../core/errors.ts'
import { fold } from '../core/fold.ts'
import { outletKey } from '../core/links/origins.ts'
import type { Operation } from './perform.ts'
import type { Deps, Page, PublisherRow, RelayRow } from './ports.ts'
import { subjectFilter } from './schemas.ts'

/** One outlet under all its names: "AP" and "The Associated Press" are one. */
export interface ListedSource {
  /** The one of its names that most statements have. */
  readonly name: string
  /** All of them, as documents and texts have them. */
  readonly names: readonly string[]
  /** Pages of its own; none where others only name it. */
  readonly documents: number
  readonly statements: number
  /** First and last publication date known. */
  readonly first: string | null
  readonly last: string | null
  /** Statements that came through it, as the texts say. */
  readonly relayed: number
}

type Store = Pick<Deps['store'], 'publishers' | 'relays'>

export const listSources: Operation<typeof subjectFilter, Page<ListedSource>, { readonly store: Store }> = {
  name: 'listSources',
  summary: 'List outlets: their pages and statements, over what time, and how much others have from them.',
  input: subjectFilter,
  async run({ store }, filter) {
    const asked = fold(filter.text ?? '').match(/[\p{L}\p{N}]+/gu) ?? []
    const rows = (await allSources(store)).filter(({ names }) =>
      names.some((name) => asked.every((word) => fold(name).includes(word))),
    )
    const from = filter.after === undefined ? 0 : startAfter(rows, filter)
    const shown = rows.slice(from, from + filter.limit)
    return {
      rows: shown,
      total: rows.length,
      next: from + shown.length < rows.length ? sourceKey(shown.at(-1)!.name) : null,
    }
  },
}

/** What two names of one outlet have in common. */
export const sourceKey = (name: string): string => outletKey(name) ?? name

/** All of them, those with most statements first; every ledger has few beside its pages. */
export async function allSources(store: Store): Promise<ListedSource[]> {
  const [publishers, relays] = await Promise.all([store.publishers(), store.relays()])
  const own = Map.groupBy(publishers, ({ name }) => sourceKey(name))
  const named = Map.groupBy(relays, ({ name }) => sourceKey(name))
  return [...new Set([...own.keys(), ...named.keys()])]
    .map((key) => sourceOf(own.get(key) ?? [], named.get(key) ?? []))
    .sort((a, b) => b.statements - a.statements || b.relayed - a.relayed || (a.name < b.name ? -1 : 1))
}

/** @param publishers, relays those with most statements first. */
function sourceOf(publishers: readonly PublisherRow[], relays: readonly RelayRow[]): ListedSource {
  const names = [...new Set([...publishers, ...relays].map(({ name }) => name))]
  return {
    name: names[0]!,
    names,
    documents: sum(publishers.map(({ documents }) => documents)),
    statements: sum(publishers.map(({ statements }) => statements)),
    first: publishers.flatMap(({ first }) => first ?? []).sort()[0] ?? null,
    last:
      publishers
        .flatMap(({ last }) => last ?? [])
        .sort()
        .at(-1) ?? null,
    relayed: sum(relays.map(({ statements }) => statements)),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

function startAfter(rows: readonly ListedSource[], { after }: z.output<typeof subjectFilter>): number {
  const at = rows.findIndex(({ name }) => sourceKey(name) === after)
  if (at >= 0) return at + 1
  throw new OnrecordError('invalid-input', {
    operation: 'listSources',
    problem: 'after: expected the "next" of the page before, unchanged',
  })
}
