/** Operations as requests ask for them: one function each, used by a page and by its twin in the API. */
import type { Context } from 'hono'
import { getDocument } from '../app/get-document.ts'
import { getSpeaker } from '../app/get-speaker.ts'
import { getStatement } from '../app/get-statement.ts'
import { getSubject } from '../app/get-subject.ts'
import { listDocuments } from '../app/list-documents.ts'
import { listStatements } from '../app/list-statements.ts'
import { perform } from '../app/perform.ts'
import { documentQueryNames, queryOf, statementQueryNames } from '../web/query.ts'
import { paramsOf, type ServerDeps } from './routes.ts'

export const asked = (deps: ServerDeps) => ({
  statements: (c: Context) => perform(listStatements, deps, queryOf(paramsOf(c), statementQueryNames)),
  documents: (c: Context) => perform(listDocuments, deps, queryOf(paramsOf(c), documentQueryNames)),
  document: (c: Context) => perform(getDocument, deps, { id: c.req.param('id') }),
  statement: (c: Context) => perform(getStatement, deps, { id: c.req.param('id') }),
  subject: (c: Context) =>
    perform(getSubject, deps, { subject: c.req.param('name'), ...queryOf(paramsOf(c), ['limit']) }),
  speaker: (c: Context) =>
    perform(getSpeaker, deps, { speaker: c.req.param('id'), ...queryOf(paramsOf(c), ['limit']) }),
})
