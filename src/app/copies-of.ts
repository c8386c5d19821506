/** Whose pages an outlet copies, and who copies its own: as pages say themselves, and as their texts show. */
import type { CopyPair } from './first-reports.ts'
import { sourceKey } from './list-sources.ts'
import type { CopyRow, OutletTallies } from './ports.ts'

export interface CopyTally {
  /** The other outlet; the host of an address where the ledger does not have its page, null where a page names no publisher. */
  readonly name: string | null
  /** Copies. */
  readonly documents: number
  /** Of them, those that say so themselves; the others have much of the text of a page that came out before. */
  readonly told: number
}

/** @param pairs pages that have a text in common; where it is not known which was first, neither counts. */
export function copyTallies(
  { copies, copiedBy }: Pick<OutletTallies, 'copies' | 'copiedBy'>,
  pairs: readonly CopyPair[],
  nameOf: ReadonlyMap<string, string>,
): { readonly copies: CopyTally[]; readonly copiedBy: CopyTally[] } {
  const [from, by] = [new Counts(nameOf), new Counts(nameOf)]
  for (const { document, original, publisher } of copies) from.add(publisher ?? hostOf(original), document, true)
  for (const { document, publisher } of copiedBy) by.add(publisher, document, true)
  for (const { own, other, order } of pairs) {
    if (order > 0) from.add(other.publisher, own.id, false)
    if (order < 0) by.add(other.publisher, other.id, false)
  }
  return { copies: from.tallies(), copiedBy: by.tallies() }
}

/** Documents by outlet. */
class Counts {
  readonly #nameOf: ReadonlyMap<string, string>
  readonly #outlets = new Map<string | null, { name: string | null; told: Set<string>; found: Set<string> }>()

  constructor(nameOf: ReadonlyMap<string, string>) {
    this.#nameOf = nameOf
  }

  add(name: string | null, document: string, told: boolean): void {
    const key = name === null ? null : sourceKey(name)
    const known = this.#outlets.get(key) ?? {
      name: key === null ? null : (this.#nameOf.get(key) ?? name),
      told: new Set<string>(),
      found: new Set<string>(),
    }
    this.#outlets.set(key, known)
    known.found.add(document)
    if (told) known.told.add(document)
  }

  tallies(): CopyTally[] {
    return [...this.#outlets.values()]
      .map(({ name, told, found }) => ({ name, documents: found.size, told: told.size }))
      .sort((a, b) => b.documents - a.documents || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
  }
}

/** `https://www.tass.com/world/1` and `tass.com/world/1` → `tass.com`; a name stays a name. */
function hostOf(original: CopyRow['original']): string {
  const [, host] = /^(?:https?:\/\/)?(?:www\.|m\.)?([^\s/?#]+\.[^\s/?#]+)/i.exec(original) ?? []
  return host === undefined ? original : host.toLowerCase()
}
