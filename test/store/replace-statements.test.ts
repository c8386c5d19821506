/** Statements replaced in SQLite by one program while another has the same ledger open and remembers what they were. */
import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import type { Store } from '../../src/app/ports.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { storyOf } from '../support/readings.ts'

const linksOf = async (store: Store): Promise<string[]> =>
  (await store.links({ limit: 1000 })).rows.map(({ link }) => JSON.stringify(link)).sort()

test('numbers of statements that are gone may be given to others: nobody links what they were', async () => {
  const path = ledgerPath()
  const [one, other] = [openSqliteStore(path, { linker: plainLinker }), openSqliteStore(path, { linker: plainLinker })]
  try {
    const numbers = (): number[] => {
      const db = new DatabaseSync(path)
      const seqs = db.prepare('SELECT seq FROM statements ORDER BY seq').all()
      db.close()
      return seqs.map(({ seq }) => seq as number)
    }
    // The first program remembers all statements of both stories.
    for (const number of [0, 1]) await one.putDocument(...storyOf(number, [0, 1, 2, 3]))
    assert.deepEqual(numbers(), [1, 2, 3, 4, 5, 6, 7, 8])
    await other.replaceStatements(...storyOf(1, [4], 'later@2'))
    await other.putDocument(...storyOf(2, [3, 0]))
    assert.deepEqual(numbers(), [1, 2, 3, 4, 5, 6, 7], 'numbers are given again')
    await other.relink()
    await one.putDocument(...storyOf(3, [0, 1, 2, 3, 4]))
    const links = await linksOf(one)
    assert.ok(links.length > 3)
    await one.relink()
    assert.deepEqual(await linksOf(one), links)
  } finally {
    await one.close()
    await other.close()
  }
})

test('keys that another linker left behind stand for nothing', async () => {
  const path = ledgerPath()
  const store = openSqliteStore(path, { linker: plainLinker })
  try {
    await store.putDocument(...storyOf(0, [0, 1, 2]))
    // As an older version would have put them: the one that goes leaves its keys.
    const db = new DatabaseSync(path)
    db.exec(
      'UPDATE link_keys SET place = place + 7 WHERE statement = 2; UPDATE turn_keys SET key = key + 1 WHERE statement = 2',
    )
    db.close()
    assert.deepEqual((await store.replaceStatements(...storyOf(0, [0, 2], 'later@2'))).outcome, 'replaced')
    for (const number of [1, 2]) assert.equal(await store.putDocument(...storyOf(number, [0, 1, 2, 3])), 'stored')
    await store.relink()
    const faults: unknown[] = []
    await store.check({ isDeep: true, found: (fault) => faults.push(fault) })
    assert.deepEqual(faults, [])
  } finally {
    await store.close()
  }
})
