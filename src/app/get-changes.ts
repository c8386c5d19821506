/** What changed on a page: all its versions, and the statements that differ between two of them. */
import { z } from 'zod'
import { OnrecordError } from '../core/errors.ts'
import { compareVersions } from '../core/versions/compare-versions.ts'
import type { VersionChanges } from '../core/versions/version-changes.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'
import type { VersionRow } from './version-ports.ts'

/** The changes from one version to a later one. */
export interface Comparison extends VersionChanges {
  /** Ids of documents: the earlier version, the later one. */
  readonly from: string
  readonly to: string
  /** Were both read by one version of the pipeline? Where not, statements may differ that did not change. */
  readonly samePipeline: boolean
}

export interface ChangesAnswer {
  /** The address that the versions have in common; null for a page without one. */
  readonly url: string | null
  /** Id of the version that is asked for; of an address, the latest. */
  readonly document: string
  /** In the order in which they were added. */
  readonly versions: readonly VersionRow[]
  /** Null for a page that has one version. */
  readonly comparison: Comparison | null
}

const input = z.object({
  id: z.string().min(1, 'expected an id or an address').max(4000, 'longer than any address'),
  against: z.string().max(200, 'longer than any id').optional(),
})

type Store = Pick<Deps['store'], 'versionsOf' | 'getDocument'>

export const getChanges: Operation<typeof input, ChangesAnswer, { readonly store: Store }> = {
  name: 'getChanges',
  summary: 'Get the versions of a page, and which statements were added, removed, reworded or reattributed.',
  input,
  async run({ store }, { id, against }) {
    const versions = await store.versionsOf(id)
    if (versions.length === 0) throw new OnrecordError('unknown-id', { id })
    const given = versions.findIndex(({ document }) => document.id === id)
    const own = given < 0 ? versions.length - 1 : given
    const other = against ? versions.findIndex(({ document }) => document.id === against) : own === 0 ? 1 : own - 1
    if (other < 0 || (against && other === own)) {
      throw new OnrecordError('invalid-input', {
        operation: 'getChanges',
        problem: `against: expected the id of another version of the page, not "${against}"`,
      })
    }
    const { document } = versions[own]!
    const [from, to] = [Math.min(own, other), Math.max(own, other)].map((at) => versions[at]?.document.id)
    return {
      url: document.url,
      document: document.id,
      versions,
      comparison: from === undefined || to === undefined ? null : await comparisonOf(store, from, to),
    }
  },
}

/** Null where one of them is gone. @param from,to ids of documents, the earlier one first */
export async function comparisonOf(
  store: Pick<Store, 'getDocument'>,
  from: string,
  to: string,
): Promise<Comparison | null> {
  const [before, after] = await Promise.all([store.getDocument(from), store.getDocument(to)])
  if (before === null || after === null) return null
  return { from, to, samePipeline: before.pipeline === after.pipeline, ...compareVersions(before, after) }
}
