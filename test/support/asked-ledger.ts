/** A ledger in a file that has something for every operation, and what to ask each of them. */
import type { Store } from '../../src/app/ports.ts'
import { openSqliteStore } from '../../src/store/sqlite.ts'
import { entryOf } from './entries.ts'
import { plainLinker } from './plain-linker.ts'
import { sampleEntries, samples } from './sample-ledger.ts'
import { quayWall } from './sample-versions.ts'
import { turn, voices } from './sample-voices.ts'

const linked = ['the bridge stays shut', 'the bridge not stays shut', 'the bridge stays shut'].map((content, index) =>
  entryOf({
    text: `Ana Pohl said that ${content}${index === 2 ? ', too' : ''}.`,
    statements: [{ content, speaker: 'Ana Pohl' }],
  }),
)

/** Fills the ledger at a path and leaves it open. */
export async function askedLedger(path: string): Promise<Store> {
  const store = openSqliteStore(path, { linker: plainLinker })
  for (const entry of [...sampleEntries, ...linked, ...quayWall]) await store.putDocument(entry)
  for (const [entry, links] of [...voices(40), ...turn]) {
    const { revision } = await store.knownEntities([])
    await store.putDocument(entry, { ...links, revision })
  }
  return store
}

const harbour = samples.harbour.document.id
const statement = samples.harbour.statements[3]!
const first = linked[0]!.statements[0]!.id

/** By operation: inputs that have an answer. What is posted is asked for elsewhere. */
export const questions: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  listStatements: [{}, { speaker: 'Orlova', limit: '3' }, { text: 'bridge', form: 'indirect', sort: 'said' }],
  getStatement: [{ id: statement.id }, { id: first }],
  getRelations: [{ id: first }, { id: statement.id }],
  getClaim: [{ id: `c-${first}` }],
  listFacets: [{}, { speaker: 'Orlova' }],
  completeSearch: [{ text: 'Orl' }, { text: 'fo' }],
  listDocuments: [{}, { text: 'bridge', limit: '2' }],
  getDocument: [{ id: harbour }],
  listChanges: [{}, { from: '2026-03-06', limit: '1' }, { publisher: 'nobody' }],
  getChanges: [
    { id: quayWall[1]!.document.id },
    { id: quayWall[2]!.document.id, against: quayWall[0]!.document.id },
    { id: quayWall[0]!.document.url! },
    { id: harbour },
  ],
  getPassage: [{ document: harbour, start: '0', end: '300' }, { document: harbour }],
  listSpeakers: [{}, { text: 'orl' }],
  getSpeaker: [{ speaker: 'Q501' }, { speaker: 'Ana Pohl', limit: '1' }],
  getTimeline: [{ speaker: 'Q501', about: 'ferries' }, { about: 'ferries', limit: '5' }, { speaker: 'Orlova' }],
  listSubjects: [{}, { text: 'grain' }],
  getSubject: [{ subject: 'ferries' }],
  listSources: [{}, { text: 'radio' }],
  getSource: [{ publisher: 'Island Radio' }],
  listLinks: [{}, { relation: 'conflicts', limit: '2' }],
  verifyQuote: [{ quote: statement.content.text }, { quote: 'nothing of the kind was ever written here' }],
  summarizeLedger: [{}],
}
