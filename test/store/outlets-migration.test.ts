/** A ledger from before outlets had tables: what its statements tell of relays and its pages of originals is found again. */
import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { openSqliteStore } from '../../src/store/index.ts'
import { entryOf } from '../support/entries.ts'
import { ledgerPath } from '../support/ledger-path.ts'

/** The schema that has no outlets yet. */
const BEFORE = 4

test('outlets and copies of a ledger that is brought up to date', async () => {
  const path = ledgerPath()
  const relay = { kind: 'publication', span: { start: 0, end: 1 }, entity: null } as const
  const entry = entryOf({
    text: '“Yes,” she said. “No,” she said.',
    publisher: 'The Tern',
    original: 'https://example.org/first',
    statements: [
      { content: '“Yes,”', speaker: 'she' },
      { content: '“No,”', speaker: 'she' },
    ],
  })
  const [yes, no] = entry.statements
  const via = [
    { name: 'Reuters', ...relay },
    { name: 'Reuters', ...relay },
    { ...relay, name: 'Lars', kind: 'person' as const },
  ]
  const told = { ...entry, statements: [{ ...yes!, via }, no!] }
  const store = openSqliteStore(path)
  await store.putDocument(told)
  const names = { publishers: ['The Tern'], relays: ['Reuters'] }
  const before = [await store.relays(), await store.outletTallies(names, 10)]
  assert.deepEqual(before[0], [{ name: 'Reuters', statements: 1 }])
  await store.close()

  const db = new DatabaseSync(path)
  db.exec(`DROP TABLE statement_outlets; DROP TABLE outlets; DROP TABLE document_copies;
    DROP INDEX document_bodies_by_url; DROP TABLE feeds; DROP TABLE marks; DROP INDEX document_bodies_by_pipeline;
    PRAGMA user_version = ${BEFORE}`)
  db.close()
  const again = openSqliteStore(path, { mode: 'existing' })
  assert.deepEqual([await again.relays(), await again.outletTallies(names, 10)], before)
  assert.equal(before.length, 2)
  await again.close()
})
