/** One statement of the ledger with the document it stands in. */
import { z } from 'zod'
import { OnrecordError } from '../core/errors.ts'
import type { Operation } from './perform.ts'
import type { Deps, StatementRow } from './ports.ts'

const input = z.object({ id: z.string().min(1, 'expected an id').max(2000, 'longer than any id') })

export const getStatement: Operation<typeof input, StatementRow, Pick<Deps, 'store'>> = {
  name: 'getStatement',
  summary: 'Get one statement with its document.',
  input,
  async run({ store }, { id }) {
    const row = await store.getStatement(id)
    if (row === null) throw new OnrecordError('unknown-id', { id })
    return row
  },
}
