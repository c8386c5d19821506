/** `kill -9` while a ledger is brought up to date, read anew or repaired: it is as before or as after, never between. */
import assert from 'node:assert/strict'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { openSqliteStore } from '../../src/store/index.ts'
import { schemaVersion } from '../../src/store/migrations.ts'
import { started } from '../cli/child.ts'
import { fileOf, storyText } from '../cli/pages.ts'
import { linesOf, onrecord } from '../cli/terminal.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { pause, said, start } from './store-processes.ts'

/** `ONRECORD_FAULT_ROUNDS=20` makes twenty times as many of all kills. */
const rounds = (count: number): number => count * Number(process.env.ONRECORD_FAULT_ROUNDS ?? 1)

const opened = <T>(path: string, use: (db: DatabaseSync) => T): T => {
  const db = new DatabaseSync(path)
  try {
    return use(db)
  } finally {
    db.close()
  }
}

// ── brought up to date

interface State {
  readonly version: number
  readonly schema: string
  readonly rows: number
}

const stateOf = (path: string): State =>
  opened(path, (db) => {
    assert.equal(db.prepare('PRAGMA integrity_check').get()!.integrity_check, 'ok')
    return {
      version: db.prepare('PRAGMA user_version').get()!.user_version as number,
      schema: JSON.stringify(db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all()),
      rows: db.prepare('SELECT count(*) AS rows FROM statement_bodies').get()!.rows as number,
    }
  })

/** A stored ledger with so many copies of each statement that bringing it up to date takes a while. */
function manyOf(schema: number): string {
  // The ledger of schema 1 has a fifth of the statements of the others.
  const copies = schema === 1 ? 1500 : 300
  const path = ledgerPath()
  writeFileSync(path, gunzipSync(readFileSync(join(import.meta.dirname, `../store/schema-${schema}.db.gz`))))
  opened(path, (db) => {
    db.exec(`PRAGMA foreign_keys = OFF; PRAGMA journal_mode = WAL;
      CREATE TEMP TABLE copies AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${copies}) SELECT i FROM n;
      INSERT INTO statement_bodies (seq, body) SELECT b.seq + i * 1000, b.body FROM statement_bodies b, copies;
      INSERT INTO statements (seq, document, ord, form, manner, id)
        SELECT s.seq + i * 1000, s.document, s.ord + i * 1000, s.form, s.manner, s.id || '_' || i FROM statements s, copies`)
  })
  return path
}

for (const schema of [1, 2, 4]) {
  test(`killed while a ledger of schema ${schema} is brought up to date`, async () => {
    const source = manyOf(schema)
    const old = stateOf(source)
    const whole = ledgerPath()
    copyFileSync(source, whole)
    const begun = performance.now()
    openSqliteStore(whole).close()
    const takes = performance.now() - begun
    const migrated = stateOf(whole)
    assert.deepEqual([old.version, migrated.version, migrated.rows], [schema, schemaVersion, old.rows])
    const seen = { old: 0, migrated: 0 }
    for (let round = 0; round < rounds(2); round++) {
      const path = ledgerPath()
      copyFileSync(source, path)
      // Killed again and again, then left alone.
      for (let kill = 0; kill < 2; kill++) {
        const opener = start('store-opener.ts', [path])
        await said(opener, 'opening')
        await pause(Math.random() * takes * (kill === 0 ? 0.5 : 1.5))
        opener.process.kill('SIGKILL')
        await opener.ended
        const state = stateOf(path)
        assert.ok(
          [old, migrated].some((one) => JSON.stringify(one) === JSON.stringify(state)),
          'neither old nor new',
        )
        seen[state.version === schema ? 'old' : 'migrated']++
      }
      openSqliteStore(path).close()
      assert.deepEqual(stateOf(path), migrated)
    }
    // On a busy machine two rounds may come too late.
    if (seen.old + seen.migrated >= 20) assert.ok(seen.old > 0, 'never killed in time')
  })
}

test('a reader that has a ledger open while it is brought up to date goes on with what it saw', async () => {
  const path = manyOf(3)
  const reader = new DatabaseSync(path)
  reader.exec('BEGIN')
  const count = () => reader.prepare('SELECT count(*) AS rows FROM statements').get()!.rows
  const rows = count()
  const store = openSqliteStore(path, { mode: 'existing' })
  assert.equal(reader.prepare('PRAGMA user_version').get()!.user_version, 3)
  assert.equal(count(), rows)
  reader.exec('COMMIT')
  assert.equal(reader.prepare('PRAGMA user_version').get()!.user_version, schemaVersion)
  assert.equal(count(), rows)
  reader.close()
  await store.close()
})

// ── read anew and repaired

const stories = ledgerPath()
const PAGES = 30
let answer = ''

const exported = async (path: string): Promise<string> => {
  const links = await onrecord(['links', '--format', 'jsonl', '--limit', '1000', '--ledger', path])
  return (await onrecord(['export', '--ledger', path])).out + links.out
}

const faultsOf = async (path: string): Promise<string[]> => linesOf((await onrecord(['check', '--ledger', path])).out)

before(async () => {
  const files = Array.from({ length: PAGES }, (_, number) =>
    fileOf(`killed/${String(number).padStart(2, '0')}.txt`, storyText(`Story ${number}`, `Ferry ${number} will sail`)),
  )
  const { code } = await onrecord(['add', ...files, '--ledger', stories, '--model', 'rules'])
  assert.equal(code, 0)
  answer = await exported(stories)
})

test('killed while documents are read anew: run again, it goes on, and ends as if it had never been killed', async () => {
  let kills = 0
  for (let round = 0; round < rounds(1); round++) {
    const path = ledgerPath()
    copyFileSync(stories, path)
    opened(path, (db) =>
      db.exec("UPDATE document_bodies SET pipeline = 'tokenizer@0'; UPDATE statements SET act = 'threat'"),
    )
    let done = 0
    for (let kill = 0; kill < 5; kill++) {
      const running = started(['reanalyse', '--ledger', path, '--model', 'rules', '--format', 'jsonl'])
      // Starting takes the first part of it; from the first document on, any moment will do.
      while (running.out() === '' && running.process.exitCode === null) await pause(2)
      await pause(Math.random() * 40)
      running.process.kill('SIGKILL')
      if ((await running.ended) === 'SIGKILL') kills++
      const lines = linesOf(running.out())
      const acknowledged = running.out().endsWith('\n') ? lines.length : Math.max(0, lines.length - 1)
      assert.deepEqual(await faultsOf(path), await withoutDue(path))
      const now = opened(
        path,
        (db) => db.prepare("SELECT count(*) AS done FROM document_bodies WHERE pipeline <> 'tokenizer@0'").get()!.done,
      ) as number
      assert.ok(now >= done + acknowledged, 'what was acknowledged is done')
      done = now
    }
    const last = await onrecord(['reanalyse', '--ledger', path, '--model', 'rules'])
    assert.equal(last.code, 0)
    assert.match(last.out, new RegExp(`^${PAGES - done} read anew`))
    assert.equal(await exported(path), answer)
    assert.deepEqual(await faultsOf(path), [])
    assert.doesNotMatch((await onrecord(['check', '--ledger', path])).err, /due:/)
  }
  assert.ok(kills > 0)
})

/** Faults that documents not yet read anew have by what the test changed in them, and no others. */
async function withoutDue(path: string): Promise<string[]> {
  const left = opened(path, (db) =>
    db
      .prepare(
        `SELECT d.id FROM documents d JOIN document_bodies b ON b.seq = d.seq
         WHERE b.pipeline = 'tokenizer@0' AND d.statements > 0 ORDER BY d.seq`,
      )
      .all()
      .map(({ id }) => id as string),
  )
  return left.map(
    (id) => `document ${id}: columns that do not say what its record and statements say: act; --repair makes it good`,
  )
}

test('killed while it is repaired: it has all of its faults or none', async () => {
  const faulty = ledgerPath()
  copyFileSync(stories, faulty)
  opened(faulty, (db) =>
    db.exec(`UPDATE documents SET statements = 99; UPDATE statements SET act = 'threat';
      INSERT INTO statement_search (statement_search) VALUES ('delete-all')`),
  )
  const faults = await faultsOf(faulty)
  assert.ok(faults.length >= PAGES)
  for (let round = 0; round < rounds(2); round++) {
    const path = ledgerPath()
    copyFileSync(faulty, path)
    const running = started(['check', '--repair', '--ledger', path])
    while (running.out() === '' && running.process.exitCode === null) await pause(2)
    await pause(Math.random() * 600)
    running.process.kill('SIGKILL')
    await running.ended
    const left = await faultsOf(path)
    assert.ok(left.length === 0 || left.length === faults.length, `${left.length} of ${faults.length} are left`)
    assert.equal((await onrecord(['check', '--repair', '--ledger', path])).code, 0)
    assert.equal(await exported(path), answer)
  }
})
