/** Every operation that the doors offer: its input and answer, and where the HTTP API has it. */
import type { z } from 'zod'
import * as answers from './answers.ts'
import * as changes from './answers-changes.ts'
import * as checked from './answers-checked.ts'
import { completeSearch } from './complete-search.ts'
import { getChanges } from './get-changes.ts'
import { getClaim } from './get-claim.ts'
import { getDocument } from './get-document.ts'
import { getPassage } from './get-passage.ts'
import { getRelations } from './get-relations.ts'
import { getSource } from './get-source.ts'
import { getSpeaker } from './get-speaker.ts'
import { getStatement } from './get-statement.ts'
import { getSubject } from './get-subject.ts'
import { getTimeline } from './get-timeline.ts'
import { ingestDocument } from './ingest-document.ts'
import { listChanges } from './list-changes.ts'
import { listDocuments } from './list-documents.ts'
import { listFacets } from './list-facets.ts'
import { listLinks } from './list-links.ts'
import { listSources } from './list-sources.ts'
import { listSpeakers } from './list-speakers.ts'
import { listStatements } from './list-statements.ts'
import { listSubjects } from './list-subjects.ts'
import type { Operation } from './perform.ts'
import { summarizeLedger } from './summarize-ledger.ts'
import { verifyDraft } from './verify-draft.ts'
import { verifyQuote } from './verify-quote.ts'

export interface Offered {
  readonly name: string
  readonly summary: string
  readonly operation: Operation<z.ZodType, unknown, never>
  readonly output: z.ZodType
  readonly method: 'GET' | 'POST'
  /** Under `/api/v1`, with parameters in braces: `/statements/{id}`. */
  readonly path: string
  /** Names in the path → fields of the input. */
  readonly inPath: Readonly<Record<string, string>>
  readonly writes: boolean
  /** A list in pages, which can be had whole as lines of JSON. */
  readonly pages: boolean
  /** Group of the readable page. */
  readonly about: 'Statements' | 'Documents' | 'Speakers' | 'Subjects' | 'Sources' | 'Links' | 'Checking' | 'Ledger'
  /** Can be asked with a POST and a JSON body too, where the input may be long. */
  readonly byBody?: true
  /** Body of a POST that is not the operation's input as it stands: `page` is a text or HTML page. */
  readonly body?: 'page' | 'draft'
}

interface Place extends Partial<Pick<Offered, 'method' | 'inPath' | 'writes' | 'pages' | 'body' | 'byBody'>> {
  readonly path: string
  readonly about: Offered['about']
}

const offer = <Schema extends z.ZodType, Output, D>(
  operation: Operation<Schema, Output, D>,
  output: z.ZodType,
  place: Place,
): Offered => ({
  name: operation.name,
  summary: operation.summary,
  operation: operation as unknown as Operation<z.ZodType, unknown, never>,
  output,
  method: 'GET',
  inPath: {},
  writes: false,
  pages: false,
  ...place,
})

export const operations: readonly Offered[] = [
  offer(listStatements, answers.statementPageSchema, { path: '/statements', about: 'Statements', pages: true }),
  offer(getStatement, answers.statementAnswerSchema, {
    path: '/statements/{id}',
    about: 'Statements',
    inPath: { id: 'id' },
  }),
  offer(getRelations, answers.relationsSchema, {
    path: '/statements/{id}/relations',
    about: 'Statements',
    inPath: { id: 'id' },
  }),
  offer(getClaim, answers.claimSchema, { path: '/claims/{id}', about: 'Statements', inPath: { id: 'id' } }),
  offer(listFacets, checked.facetsSchema, { path: '/facets', about: 'Statements' }),
  offer(completeSearch, checked.completionSchema, { path: '/complete', about: 'Statements' }),
  offer(listDocuments, answers.documentPageSchema, { path: '/documents', about: 'Documents', pages: true }),
  offer(ingestDocument, checked.ingestionSchema, {
    path: '/documents',
    about: 'Documents',
    method: 'POST',
    writes: true,
    body: 'page',
  }),
  offer(getDocument, answers.documentEntrySchema, {
    path: '/documents/{id}',
    about: 'Documents',
    inPath: { id: 'id' },
  }),
  offer(getPassage, answers.passageSchema, {
    path: '/documents/{id}/passage',
    about: 'Documents',
    inPath: { id: 'document' },
  }),
  offer(listChanges, changes.changePageSchema, { path: '/changes', about: 'Documents', pages: true }),
  offer(getChanges, changes.changesAnswerSchema, {
    path: '/documents/{id}/changes',
    about: 'Documents',
    inPath: { id: 'id' },
  }),
  offer(listSpeakers, answers.speakerPageSchema, { path: '/speakers', about: 'Speakers', pages: true }),
  offer(getSpeaker, answers.speakerAnswerSchema, {
    path: '/speakers/{id}',
    about: 'Speakers',
    inPath: { id: 'speaker' },
  }),
  offer(getTimeline, answers.timelineSchema, { path: '/timeline', about: 'Speakers' }),
  offer(listSubjects, answers.subjectPageSchema, { path: '/subjects', about: 'Subjects', pages: true }),
  offer(getSubject, answers.subjectAnswerSchema, {
    path: '/subjects/{name}',
    about: 'Subjects',
    inPath: { name: 'subject' },
  }),
  offer(listSources, answers.sourcePageSchema, { path: '/sources', about: 'Sources', pages: true }),
  offer(getSource, checked.sourceAnswerSchema, {
    path: '/sources/{publisher}',
    about: 'Sources',
    inPath: { publisher: 'publisher' },
  }),
  offer(listLinks, answers.linkPageSchema, { path: '/links', about: 'Links', pages: true }),
  offer(verifyQuote, checked.verificationSchema, { path: '/verify', about: 'Checking', byBody: true }),
  offer(verifyDraft, checked.draftReportSchema, {
    path: '/verify-draft',
    about: 'Checking',
    method: 'POST',
    body: 'draft',
  }),
  offer(summarizeLedger, checked.summarySchema, { path: '/summary', about: 'Ledger' }),
]
