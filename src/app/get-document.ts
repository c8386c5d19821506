/** One document of the ledger, whole: text, blocks, statements, notices. */
import { z } from 'zod'
import { OnrecordError } from '../core/errors.ts'
import { alterations } from './alterations.ts'
import { laterChanges } from './later-versions.ts'
import type { Operation } from './perform.ts'
import type { Deps, DocumentEntry } from './ports.ts'

const input = z.object({ id: z.string().min(1, 'expected an id').max(200, 'longer than any id') })

export const getDocument: Operation<typeof input, DocumentEntry, Pick<Deps, 'store'>> = {
  name: 'getDocument',
  summary: 'Get one document with its text, blocks and statements.',
  input,
  async run({ store }, { id }) {
    const entry = await store.getDocument(id)
    if (entry === null) throw new OnrecordError('unknown-id', { id })
    const [altered, changed] = await Promise.all([alterations(store, entry), laterChanges(store, entry)])
    return { ...entry, notices: [...entry.notices, ...altered, ...changed] }
  },
}
