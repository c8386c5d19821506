/** One statement of the ledger with the document it stands in. */
import { z } from 'zod'
import { OnrecordError } from '../core/errors.ts'
import type { Operation } from './perform.ts'
import type { Deps, StatementRow } from './ports.ts'
import { subjectsOfStatement } from './subjects-of.ts'

/** With subjects of the user's own in use, those it belongs to. */
export interface StatementAnswer extends StatementRow {
  readonly subjects?: readonly string[]
}

const input = z.object({ id: z.string().min(1, 'expected an id').max(2000, 'longer than any id') })

export const getStatement: Operation<typeof input, StatementAnswer, Pick<Deps, 'store' | 'subjects'>> = {
  name: 'getStatement',
  summary: 'Get one statement with its document.',
  input,
  async run({ store, subjects = [] }, { id }) {
    const row = await store.getStatement(id)
    if (row === null) throw new OnrecordError('unknown-id', { id })
    return subjects.length === 0 ? row : { ...row, subjects: await subjectsOfStatement({ store, subjects }, id) }
  },
}
