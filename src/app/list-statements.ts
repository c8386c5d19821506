/** The statements of the ledger, newest first, by any filter. */
import type { Operation } from './perform.ts'
import type { Deps, Page, StatementRow } from './ports.ts'
import { statementFilter } from './schemas.ts'

export const listStatements: Operation<typeof statementFilter, Page<StatementRow>, Pick<Deps, 'store'>> = {
  name: 'listStatements',
  summary: 'List the statements of the ledger, newest first.',
  input: statementFilter,
  run: ({ store }, { 'speaks-for': speaksFor, 'said-from': saidFrom, 'said-to': saidTo, ...filter }) =>
    store.listStatements({ ...filter, speaksFor, saidFrom, saidTo }),
}
