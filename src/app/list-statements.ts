/** The statements of the ledger, newest first, by any filter. */
import { askedQuery } from './asked-query.ts'
import type { Operation } from './perform.ts'
import type { Deps, Page, StatementRow } from './ports.ts'
import { statementFilter } from './schemas.ts'

export const listStatements: Operation<typeof statementFilter, Page<StatementRow>, Pick<Deps, 'store' | 'subjects'>> = {
  name: 'listStatements',
  summary: 'List the statements of the ledger, newest first.',
  input: statementFilter,
  run: (
    { store, subjects },
    { 'speaks-for': speaksFor, 'said-from': saidFrom, 'said-to': saidTo, act, polarity, about, ...filter },
  ) =>
    store.listStatements({
      ...filter,
      speaksFor,
      saidFrom,
      saidTo,
      query: askedQuery({ act, polarity, about }, subjects),
    }),
}
