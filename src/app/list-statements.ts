/** The statements of the ledger, newest first unless asked otherwise, by any filter. */
import type { z } from 'zod'
import { askedQuery } from './asked-query.ts'
import type { Operation } from './perform.ts'
import type { Deps, Page, StatementFilter, StatementRow } from './ports.ts'
import { statementFilter } from './schemas.ts'

export const listStatements: Operation<typeof statementFilter, Page<StatementRow>, Pick<Deps, 'store' | 'subjects'>> = {
  name: 'listStatements',
  summary: 'List the statements of the ledger, newest first.',
  input: statementFilter,
  run: ({ store, subjects }, asked) => store.listStatements(storeFilter(asked, subjects)),
}

/** A filter as doors take it → as the store does. */
export function storeFilter(
  {
    'speaks-for': speaksFor,
    'said-from': saidFrom,
    'said-to': saidTo,
    act,
    polarity,
    about,
    query,
    ...filter
  }: z.output<typeof statementFilter>,
  subjects: Deps['subjects'],
): StatementFilter {
  return { ...filter, speaksFor, saidFrom, saidTo, query: askedQuery({ act, polarity, about, query }, subjects) }
}
