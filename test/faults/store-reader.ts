/** A process that reads a ledger again and again until its input ends, then says how often and how long the slowest took. */
import assert from 'node:assert/strict'
import { openSqliteStore } from '../../src/store/index.ts'
import { numbered } from './store-processes.ts'

const [path] = process.argv.slice(2) as [string]
const store = openSqliteStore(path)
let [reads, slowest, total, ended] = [0, 0, 0, false]
process.stdin.on('end', () => {
  ended = true
})
process.stdin.resume()

while (!ended) {
  const started = performance.now()
  const page = await store.listDocuments({ limit: 5 })
  assert.ok(page.total >= total, 'what was there stays there')
  total = page.total
  for (const { document } of page.rows) {
    const [writer, number] = document.url!.split('/').slice(-2)
    assert.deepEqual(await store.getDocument(document.id), numbered(writer!, Number(number)))
  }
  const found = await store.listStatements({ limit: 1, text: 'common' })
  assert.equal(found.total % 15, 0, 'a document is there with all its statements or not at all')
  slowest = Math.max(slowest, performance.now() - started)
  reads++
  await new Promise(setImmediate)
}
await store.close()
console.log(JSON.stringify({ reads, slowest: Math.round(slowest), total }))
