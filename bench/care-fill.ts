/** Fills a ledger for the bench of its care, all of it through the store: `node bench/care-fill.ts PATH DOCUMENTS`. */
import type { DocumentEntry } from '../src/app/ports.ts'
import { statementId } from '../src/core/statement.ts'
import { documentId, sha256 } from '../src/read/document-id.ts'
import { shippedLinker } from '../src/runtime/linker.ts'
import { openSqliteStore } from '../src/store/sqlite.ts'
import { NewsCorpus } from './links-corpus.ts'

/** Characters of a report, as long as those of the news: what its statements leave of them is told around them. */
const LENGTH = 4000
const filler =
  'The weather held all day, ferries kept their hours and the market on the quay closed at four as it does in winter. '

/** The same news with the ids and bytes that a reader would have given them. */
function readEntry(entry: DocumentEntry): [DocumentEntry, Uint8Array] {
  const text = entry.text + filler.repeat(Math.ceil((LENGTH - entry.text.length) / filler.length))
  const bytes = new TextEncoder().encode(text)
  const id = documentId(null, text)
  const document = { ...entry.document, id, sha256: sha256(bytes), chars: text.length }
  const statements = entry.statements.map((each) => ({ ...each, id: statementId(id, each.content.spans) }))
  return [{ ...entry, document, text, statements, blocks: [{ start: 0, end: text.length, kind: 'paragraph' }] }, bytes]
}

const [path, documents] = [process.argv[2]!, Number(process.argv[3])]
const store = openSqliteStore(path, { linker: shippedLinker() })
const corpus = new NewsCorpus()
for (let number = 1; number <= documents; number++) {
  const [entry, bytes] = readEntry(corpus.next())
  await store.putDocument(entry, { revision: 0, entities: [] }, bytes)
}
await store.close()
