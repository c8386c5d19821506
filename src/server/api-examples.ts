/** An address for every operation that works on this very ledger, for the page that shows the API. */
import { listDocuments } from '../app/list-documents.ts'
import { listSources } from '../app/list-sources.ts'
import { listSpeakers } from '../app/list-speakers.ts'
import { listStatements } from '../app/list-statements.ts'
import { listSubjects } from '../app/list-subjects.ts'
import { operations } from '../app/operations.ts'
import { perform } from '../app/perform.ts'
import type { ApiExample } from '../web/api-page.ts'
import type { ServerDeps } from './routes.ts'

/** Characters of an answer that are shown. */
const SHOWN = 900

/** By operation; none for what this ledger is too empty to be asked, and for what is asked with a body. */
export async function examplesOf(deps: ServerDeps): Promise<ReadonlyMap<string, ApiExample>> {
  const one = { limit: 1 }
  const [statements, documents, speakers, subjects, sources] = await Promise.all([
    perform(listStatements, deps, one),
    perform(listDocuments, deps, one),
    perform(listSpeakers, deps, one),
    perform(listSubjects, deps, one),
    perform(listSources, deps, one),
  ])
  const row = statements.rows[0]
  const statement = row?.statement.id
  const speaker = speakers.rows[0]
  const subject = subjects.rows[0]?.name
  const given: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
    listStatements: { speaker: speaker?.name, limit: '1' },
    getStatement: { id: statement },
    getRelations: { id: statement },
    getClaim: { id: statement === undefined ? undefined : `c-${statement}` },
    listFacets: {},
    completeSearch: { text: speaker?.name.slice(0, 3) },
    listDocuments: { limit: '1' },
    getDocument: { id: documents.rows[0]?.document.id },
    listChanges: { limit: '1' },
    getChanges: { id: documents.rows[0]?.document.id },
    getPassage: { document: row?.document.id, start: '0', end: '200' },
    listSpeakers: { limit: '1' },
    getSpeaker: { speaker: speaker?.entity?.id ?? speaker?.name, limit: '1' },
    getTimeline: { speaker: speaker?.entity?.id ?? speaker?.name, limit: '1' },
    listSubjects: { limit: '1' },
    getSubject: { subject, limit: '1' },
    listSources: { limit: '1' },
    getSource: { publisher: sources.rows[0]?.name },
    listLinks: { limit: '1' },
    verifyQuote: { quote: row?.statement.content.text.slice(0, 300) },
    summarizeLedger: {},
  }
  const found = new Map<string, ApiExample>()
  for (const { name, method, path, inPath, operation } of operations) {
    const input = given[name]
    if (method !== 'GET' || input === undefined || Object.values(input).includes(undefined)) continue
    try {
      const answer = JSON.stringify(await perform(operation, deps as never, input), null, 1)
      const cut = answer.length > SHOWN ? `${answer.slice(0, SHOWN)}\n…` : answer
      found.set(name, { address: addressOf(path, inPath, input as Record<string, string>), answer: cut })
    } catch {
      // The ledger has nothing to ask this one for; the page does without the example.
    }
  }
  return found
}

function addressOf(
  path: string,
  inPath: Readonly<Record<string, string>>,
  input: Readonly<Record<string, string>>,
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(input[inPath[name]!]!))
  const inAddress = new Set(Object.values(inPath))
  const search = new URLSearchParams(Object.entries(input).filter(([field]) => !inAddress.has(field))).toString()
  return `/api/v1${filled}${search === '' ? '' : `?${search}`}`
}
