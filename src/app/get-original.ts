/** The bytes a document was read from, as they came. */
import { z } from 'zod'
import type { DocumentRecord } from '../core/document.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'

export interface Original {
  readonly document: DocumentRecord
  readonly bytes: Uint8Array
}

const input = z.object({ id: z.string().max(40, 'expected an id like d-0123456789abcdef') })

export const getOriginal: Operation<typeof input, Original, Pick<Deps, 'store'>> = {
  name: 'getOriginal',
  summary: 'Give the bytes that a document was read from.',
  input,
  async run({ store }, { id }) {
    const [entry, bytes] = await Promise.all([store.getDocument(id), store.getOriginal(id)])
    if (entry === null || bytes === null) throw new OnrecordError('unknown-id', { id })
    return { document: entry.document, bytes }
  },
}
