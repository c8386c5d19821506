/** A client of the HTTP API: one method an operation, pages as async iterators, problems as errors; needs nothing but `fetch`. */
import type { Completion } from '../app/complete-search.ts'
import type { ChangesAnswer } from '../app/get-changes.ts'
import type { Claim } from '../app/get-claim.ts'
import type { Passage } from '../app/get-passage.ts'
import type { Relations } from '../app/get-relations.ts'
import type { SourceAnswer } from '../app/get-source.ts'
import type { SpeakerAnswer } from '../app/get-speaker.ts'
import type { StatementAnswer } from '../app/get-statement.ts'
import type { SubjectAnswer } from '../app/get-subject.ts'
import type { TimelineAnswer } from '../app/get-timeline.ts'
import type { Ingestion } from '../app/ingest-document.ts'
import type { ChangeRow } from '../app/list-changes.ts'
import type { ListedSource } from '../app/list-sources.ts'
import type { ListedSubject, SubjectList } from '../app/list-subjects.ts'
import type {
  DocumentEntry,
  DocumentRow,
  Facets,
  LedgerSummary,
  LinkRow,
  Page,
  SpeakerRow,
  StatementRow,
} from '../app/ports.ts'
import type { DraftReport } from '../app/verify-draft.ts'
import type { Verification } from '../app/verify-quote.ts'
import { type ClientOptions, type Connection, connectionTo, type Fields, type RequestOptions } from './request.ts'
import type {
  ChangeQuery,
  DocumentQuery,
  FacetQuery,
  GivenFacts,
  LinkQuery,
  ListQuery,
  QuoteQuery,
  StatementQuery,
  TimelineQuery,
} from './types.ts'

export { OnrecordProblem } from './problem.ts'
export type { ClientOptions, RequestOptions } from './request.ts'
export type * from './types.ts'

/** What every method takes last: a signal, a timeout of its own. */
type Options = RequestOptions

/**
 * @example
 * const client = createClient('http://127.0.0.1:4870')
 * for await (const { statement } of client.allStatements({ speaker: 'Lavrov' })) console.log(statement.content.text)
 */
export function createClient(address: string | URL, options: ClientOptions = {}) {
  const connection: Connection = connectionTo(address, options)
  const get = <Answer>(path: string, query: object = {}, given?: Options): Promise<Answer> =>
    connection.json<Answer>('GET', path, { query: query as Fields, ...given })
  const post = <Answer>(path: string, body: object, given?: Options): Promise<Answer> =>
    connection.json<Answer>('POST', path, { body, ...given })
  const all = <Row>(path: string, query: object, given?: Options): AsyncGenerator<Row, void, undefined> =>
    connection.rows<Row>(path, { query: query as Fields, ...given })
  const part = encodeURIComponent

  return {
    // ── lists: one page, or every row
    statements: (query: StatementQuery = {}, given?: Options) => get<Page<StatementRow>>('/statements', query, given),
    allStatements: (query: StatementQuery = {}, given?: Options) => all<StatementRow>('/statements', query, given),
    documents: (query: DocumentQuery = {}, given?: Options) => get<Page<DocumentRow>>('/documents', query, given),
    allDocuments: (query: DocumentQuery = {}, given?: Options) => all<DocumentRow>('/documents', query, given),
    changes: (query: ChangeQuery = {}, given?: Options) => get<Page<ChangeRow>>('/changes', query, given),
    allChanges: (query: ChangeQuery = {}, given?: Options) => all<ChangeRow>('/changes', query, given),
    speakers: (query: ListQuery = {}, given?: Options) => get<Page<SpeakerRow>>('/speakers', query, given),
    allSpeakers: (query: ListQuery = {}, given?: Options) => all<SpeakerRow>('/speakers', query, given),
    subjects: (query: ListQuery = {}, given?: Options) => get<SubjectList>('/subjects', query, given),
    allSubjects: (query: ListQuery = {}, given?: Options) => all<ListedSubject>('/subjects', query, given),
    sources: (query: ListQuery = {}, given?: Options) => get<Page<ListedSource>>('/sources', query, given),
    allSources: (query: ListQuery = {}, given?: Options) => all<ListedSource>('/sources', query, given),
    links: (query: LinkQuery = {}, given?: Options) => get<Page<LinkRow>>('/links', query, given),
    allLinks: (query: LinkQuery = {}, given?: Options) => all<LinkRow>('/links', query, given),

    // ── one thing
    statement: (id: string, given?: Options) => get<StatementAnswer>(`/statements/${part(id)}`, {}, given),
    relations: (id: string, given?: Options) => get<Relations>(`/statements/${part(id)}/relations`, {}, given),
    claim: (id: string, given?: Options) => get<Claim>(`/claims/${part(id)}`, {}, given),
    document: (id: string, given?: Options) => get<DocumentEntry>(`/documents/${part(id)}`, {}, given),
    /** @param id of a document, or the address of a page. */
    changesOf: (id: string, query: { readonly against?: string } = {}, given?: Options) =>
      get<ChangesAnswer>(`/documents/${part(id)}/changes`, query, given),
    passage: (id: string, query: { readonly start?: number; readonly end?: number } = {}, given?: Options) =>
      get<Passage>(`/documents/${part(id)}/passage`, query, given),
    speaker: (name: string, query: { readonly limit?: number } = {}, given?: Options) =>
      get<SpeakerAnswer>(`/speakers/${part(name)}`, query, given),
    subject: (name: string, query: { readonly limit?: number } = {}, given?: Options) =>
      get<SubjectAnswer>(`/subjects/${part(name)}`, query, given),
    source: (publisher: string, given?: Options) => get<SourceAnswer>(`/sources/${part(publisher)}`, {}, given),

    // ── questions
    timeline: (query: TimelineQuery, given?: Options) => get<TimelineAnswer>('/timeline', query, given),
    facets: (query: FacetQuery = {}, given?: Options) => get<Facets>('/facets', query, given),
    complete: (text: string, given?: Options) => get<Completion>('/complete', { text }, given),
    summary: (given?: Options) => get<LedgerSummary>('/summary', {}, given),
    /** Sent as a body, since a quotation may be long. */
    verify: (query: QuoteQuery, given?: Options) => post<Verification>('/verify', query, given),
    verifyDraft: (text: string, facts: GivenFacts = {}, given?: Options) =>
      post<DraftReport>('/verify-draft', { text, ...facts }, given),

    // ── adding
    /** @param content the page: its text or its HTML. */
    addDocument: (content: string, facts: GivenFacts & { readonly file?: string } = {}, given?: Options) =>
      post<Ingestion>('/documents', { content, ...facts }, given),
  }
}

export type OnrecordClient = ReturnType<typeof createClient>
