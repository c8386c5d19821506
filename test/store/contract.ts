/** What every `Store` must do, whatever it is built on: run by each adapter's test file on stores of its own. */
import { describe as suiteOf } from 'node:test'
import type { Store } from '../../src/app/ports.ts'
import { careContract } from './contract-care.ts'
import { entityContract } from './contract-entities.ts'
import { facetsContract } from './contract-facets.ts'
import { followContract } from './contract-follow.ts'
import { keepingContract } from './contract-keeping.ts'
import { linkContract } from './contract-links.ts'
import { listingContract } from './contract-listing.ts'
import { searchContract } from './contract-search.ts'
import { sourceContract } from './contract-sources.ts'
import { subjectContract } from './contract-subjects.ts'
import { versionContract } from './contract-versions.ts'

/**
 * @param open gives a fresh, empty store that links by `plainLinker`; the suite closes it
 * @param skip why the suite cannot run here; null where it can
 */
export function storeContract(name: string, open: () => Promise<Store>, skip: string | null = null): void {
  const describe = (what: string, suite: () => void) => suiteOf(what, { skip: skip ?? false }, suite)
  describe(`${name} keeps what it is given`, () => keepingContract(open))
  describe(`${name} lists by filters and in pages`, () => listingContract(open))
  describe(`${name} sorts, counts facets and keeps the bytes`, () => facetsContract(open))
  describe(`${name} searches`, () => searchContract(open))
  describe(`${name} knows who speaks`, () => entityContract(open))
  describe(`${name} knows acts and subjects`, () => subjectContract(open))
  describe(`${name} links statements`, () => linkContract(open))
  describe(`${name} knows outlets`, () => sourceContract(open))
  describe(`${name} knows versions of pages`, () => versionContract(open))
  describe(`${name} knows what is followed`, () => followContract(open))
  describe(`${name} takes other readings of what it has`, () => careContract(open))
}

/** Runs `use` on a fresh store and closes it, whatever happens. */
export async function withStore<T>(open: () => Promise<Store>, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await open()
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
