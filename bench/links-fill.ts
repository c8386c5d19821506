/** Fills a ledger for the bench of links, in a process of its own: `node bench/links-fill.ts PATH DOCUMENTS`. */
import { DatabaseSync } from 'node:sqlite'
import { codedKeys } from '../src/core/links/coded-keys.ts'
import { SortedNeighbourhood } from '../src/core/links/sorted-neighbourhood.ts'
import { shippedLinker } from '../src/runtime/linker.ts'
import { openSqliteStore } from '../src/store/sqlite.ts'
import { NewsCorpus } from './links-corpus.ts'

const linker = shippedLinker()

/*
 * Rows and keys as adding the pages would leave them, without the links and the full-text index, which are not looked at
 * when a statement is linked; so that a million statements are there in minutes and not in hours.
 */
const [path, documents] = [process.argv[2]!, Number(process.argv[3])]
await openSqliteStore(path).close()
const db = new DatabaseSync(path)
db.exec(
  'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; PRAGMA locking_mode = EXCLUSIVE',
)
const putDocument = db.prepare(
  'INSERT INTO documents (seq, id, published, language, statements) VALUES (?, ?, ?, ?, ?)',
)
const putBody = db.prepare(
  `INSERT INTO document_bodies (seq, sha256, added, record, notices, blocks, text) VALUES (?, ?, ?, ?, '[]', '[]', ?)`,
)
const putStatement = db.prepare(
  'INSERT INTO statements (seq, id, document, ord, form, manner, said_from, said_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
)
const putStatementBody = db.prepare('INSERT INTO statement_bodies (seq, body) VALUES (?, ?)')
const putKey = db.prepare('INSERT INTO link_keys (key, place, statement) VALUES (?, ?, ?)')

const corpus = new NewsCorpus()
const order = new SortedNeighbourhood()
let seq = 0
db.exec('BEGIN')
for (let number = 1; number <= documents; number++) {
  const { document, statements, text, added } = corpus.next()
  putDocument.run(number, document.id, document.published, document.language, statements.length)
  putBody.run(number, document.sha256, added, JSON.stringify(document), text)
  for (const [ord, statement] of statements.entries()) {
    seq++
    const { earliest, latest } = statement.said
    putStatement.run(seq, statement.id, number, ord, statement.form, statement.manner, earliest, latest)
    putStatementBody.run(seq, JSON.stringify(statement))
    const item = { statement, document }
    const keys = codedKeys(linker.keysOf(linker.viewOf(item)))
    order.add({ place: linker.placeOf(item), statement: seq }, keys)
  }
}
order.sort()
for (const row of order.rows()) putKey.run(...row)
db.exec('COMMIT')
db.close()
