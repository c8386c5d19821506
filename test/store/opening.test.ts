/** Opening a ledger: what is begun, what is refused, and that a refusal leaves everything as it was. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { OnrecordError } from '../../src/core/errors.ts'
import { NOBODY } from '../../src/core/statement.ts'
import { openSqliteStore, type SqliteOptions } from '../../src/store/index.ts'
import { entryOf } from '../support/entries.ts'
import { ledgerPath, scratchFolder } from '../support/ledger-path.ts'
import { entityOf, linkedEntry, linkOf } from '../support/linked-entry.ts'

const report = entryOf({ text: '“Yes,” she said.', statements: [{ content: '“Yes,”', speaker: 'she' }] })

test('a ledger keeps what it has from one opening to the next', async () => {
  const path = ledgerPath()
  const first = openSqliteStore(path)
  await first.putDocument(report)
  await first.close()
  const second = openSqliteStore(path, { mode: 'existing' })
  assert.deepEqual(await second.getDocument(report.document.id), report)
  await second.close()
})

test('a closed ledger is one file', async () => {
  const path = await closedLedger(ledgerPath())
  assert.deepEqual(besides(path), [])
})

test('a path that looks like an address or an option is a path', async () => {
  for (const name of ['a?mode=ro#x.db', 'file:b.db', '100%.db', "quote'.db", 'ледгер 東京.db']) {
    const path = join(scratchFolder(), name)
    await closedLedger(path)
    assert.ok(statSync(path).size > 0, name)
  }
})

test(':memory: is a ledger without a file', async () => {
  const store = openSqliteStore(':memory:')
  await store.putDocument(report)
  assert.deepEqual(await store.getDocument(report.document.id), report)
  await store.close()
})

test('an empty file is a ledger not begun yet', async () => {
  const path = ledgerPath()
  writeFileSync(path, '')
  refused(path, 'ledger-missing', { mode: 'existing' })
  await closedLedger(path)
})

test('no file: begun, or missing when it has to be there', () => {
  refused(ledgerPath(), 'ledger-missing', { mode: 'existing' })
})

test('a folder, a folder that is not there, a file for a folder', () => {
  refused(scratchFolder(), 'ledger-unopenable')
  refused(join(scratchFolder(), 'absent', 'ledger.db'), 'ledger-unopenable')
  const file = ledgerPath()
  writeFileSync(file, 'x')
  refused(join(file, 'ledger.db'), 'ledger-unopenable')
  refused('/dev/null', 'ledger-unopenable')
})

test('files that are something else', async () => {
  const contents: Record<string, Buffer> = {
    'one byte': Buffer.from('S'),
    'a text': Buffer.from('Dear diary, '.repeat(1000)),
    'the first half of a header': Buffer.from('SQLite format 3\0'),
    'a header and nothing after it, of zeros': Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(84)]),
    zeros: Buffer.alloc(8192),
  }
  for (const content of Object.values(contents)) {
    const path = ledgerPath()
    writeFileSync(path, content)
    refused(path, 'not-a-ledger')
    refused(path, 'not-a-ledger', { mode: 'existing' })
  }
})

test("another program's database, also one with changes beside it", () => {
  for (const journal of ['DELETE', 'WAL']) {
    const path = ledgerPath()
    const other = new DatabaseSync(path)
    other.exec(`PRAGMA journal_mode = ${journal}; CREATE TABLE documents (id TEXT); INSERT INTO documents VALUES ('x')`)
    refused(path, 'not-a-ledger')
    other.close()
    refused(path, 'not-a-ledger')
  }
})

test('a ledger of a newer schema', async () => {
  const path = await closedLedger(ledgerPath())
  rewrite(path, 'PRAGMA user_version = 99')
  const error = refused(path, 'ledger-newer')
  assert.match(error.message, /schema 99, this one knows \d+\)$/)
})

test('a ledger of the first schema is brought up to date, and what it has gets the fields it lacks', async () => {
  const path = ledgerPath()
  writeFileSync(path, gunzipSync(readFileSync(join(import.meta.dirname, 'schema-1.db.gz'))))
  const store = openSqliteStore(path, { mode: 'existing' })
  const { rows, total } = await store.listStatements({ limit: 10 })
  assert.equal(total, 4)
  const [{ statement, document }] = rows as [(typeof rows)[number]]
  assert.deepEqual(statement.speaker, { name: 'Ilse Marten', ...NOBODY })
  assert.deepEqual(Object.keys(statement.speaker!), ['name', ...Object.keys(NOBODY)])
  assert.equal(rows.at(-1)!.statement.speaker, null)
  assert.equal((await store.getDocument(document.id))!.notices[0]!.statement, null)
  assert.equal((await store.listStatements({ limit: 10, speaker: 'marten', text: 'bridge' })).total, 1)
  assert.deepEqual(
    (await store.speakersNamed('ilse marten')).map(({ entity, statements }) => [entity, statements]),
    [[null, 1]],
  )
  assert.equal((await store.timeline({ speaker: { name: 'Ilse Marten' }, limit: 10 })).undatedTotal, 1)
  const marten = entityOf({ id: 'e-0000000000000001', name: 'Ilse Marten' })
  const more = linkedEntry({
    text: 'Ilse Marten said go.',
    statements: [
      { content: 'go', speaker: 'Ilse Marten', who: { entity: marten.id }, said: ['2024-03-04', '2024-03-04'] },
    ],
    links: [linkOf(marten, { names: ['Ilse Marten'] })],
  })
  assert.equal(await store.putDocument(...more), 'stored')
  assert.equal((await store.listStatements({ limit: 10, speaker: 'marten' })).total, 2)
  await store.close()
  const db = new DatabaseSync(path)
  assert.equal(db.prepare('PRAGMA integrity_check').get()!.integrity_check, 'ok')
  assert.deepEqual(db.prepare('PRAGMA foreign_key_check').all(), [])
  db.close()
})

test('the schema of a ledger brought up to date is that of a new one', () => {
  const schemaOf = (path: string): unknown[] => {
    openSqliteStore(path).close()
    const db = new DatabaseSync(path)
    const rows = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all()
    db.close()
    return rows
  }
  const old = ledgerPath()
  writeFileSync(old, gunzipSync(readFileSync(join(import.meta.dirname, 'schema-1.db.gz'))))
  assert.deepEqual(schemaOf(old), schemaOf(ledgerPath()))
})

test('a ledger that a newer program migrates while it is open is written no more', async () => {
  const path = ledgerPath()
  const store = openSqliteStore(path)
  rewrite(path, 'PRAGMA user_version = 99')
  await assert.rejects(store.putDocument(report), { code: 'ledger-newer' })
  await store.close()
  refused(path, 'ledger-newer')
})

test('a ledger whose records are not what onrecord wrote', async () => {
  const path = ledgerPath()
  const store = openSqliteStore(path)
  await store.putDocument(report)
  rewrite(path, "UPDATE statement_bodies SET body = '{'")
  await assert.rejects(store.getDocument(report.document.id), { code: 'ledger-damaged' })
  await store.close()
})

test('a folder and a ledger that may not be written', async (context) => {
  const folder = join(scratchFolder(), 'locked')
  mkdirSync(folder)
  const path = await closedLedger(join(folder, 'ledger.db'))
  chmodSync(path, 0o444)
  chmodSync(folder, 0o555)
  chmodSync(scratchFolder(), 0o755)
  const codes = codesSeenByNobody(join(folder, 'new.db'), path)
  if (codes === null) return context.skip('this user may write anywhere and cannot become another')
  chmodSync(folder, 0o755)
  assert.deepEqual(codes, ['ledger-unopenable', 'ledger-unopenable'])
  assert.deepEqual(readdirSync(folder), ['ledger.db'])
})

test('a ledger that another connection keeps locked', async () => {
  const path = ledgerPath()
  const store = openSqliteStore(path, { busySeconds: 0.2 })
  const other = new DatabaseSync(path)
  other.exec('BEGIN IMMEDIATE')
  const started = performance.now()
  await assert.rejects(store.putDocument(report), { code: 'ledger-busy', message: /for 0\.2 s$/ })
  assert.ok(performance.now() - started >= 190)
  assert.equal((await store.listDocuments({ limit: 1 })).total, 0, 'reading goes on meanwhile')
  other.exec('COMMIT')
  assert.equal(await store.putDocument(report), 'stored')
  other.close()
  await store.close()
})

async function closedLedger(path: string): Promise<string> {
  const store = openSqliteStore(path)
  await store.putDocument(report)
  await store.close()
  return path
}

/** Checks that opening fails with `code` and changes neither the file nor what lies beside it. */
function refused(path: string, code: string, options: SqliteOptions = {}): OnrecordError {
  const before = seen(path)
  let caught: OnrecordError | undefined
  assert.throws(
    () => openSqliteStore(path, options),
    (thrown) => {
      caught = thrown as OnrecordError
      return caught.code === code && caught.message.startsWith(path)
    },
  )
  assert.deepEqual(seen(path), before)
  return caught!
}

/** Content and time of the file at `path` and of all that begins with its name. */
function seen(path: string): unknown {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isFile() !== true) return { file: stat !== undefined, besides: readdirSync(scratchFolder()) }
  return { bytes: readFileSync(path), changed: stat.mtimeMs, besides: besides(path) }
}

const besides = (path: string): string[] =>
  readdirSync(scratchFolder()).filter(
    (name) => path.endsWith(name) === false && join(scratchFolder(), name).startsWith(path),
  )

function rewrite(path: string, sql: string): void {
  const db = new DatabaseSync(path)
  db.exec(sql)
  db.close()
}

/** Error codes of opening each path as a user without rights; null when this user writes anywhere and cannot change. */
function codesSeenByNobody(...paths: string[]): string[] | null {
  const isRoot = process.getuid?.() === 0
  const script = `
    const { openSqliteStore } = await import(${JSON.stringify(import.meta.resolve('../../src/store/index.ts'))})
    ${isRoot ? 'process.setgid(65534); process.setuid(65534)' : ''}
    const codes = []
    for (const path of ${JSON.stringify(paths)}) {
      try { openSqliteStore(path); codes.push('opened') } catch (error) { codes.push(error.code) }
    }
    console.log(JSON.stringify(codes))`
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })
  if (child.status !== 0) return null
  return JSON.parse(child.stdout) as string[]
}

test('the revision of a ledger changes with every write, of this program or another, and with nothing else', async () => {
  const path = ledgerPath()
  const [one, other] = [openSqliteStore(path), openSqliteStore(path)]
  try {
    const seen = [await one.revision()]
    await one.listStatements({ limit: 10 })
    await one.summary()
    assert.equal(await one.revision(), seen[0])
    await one.putDocument(entryOf({ text: 'One.' }))
    seen.push(await one.revision())
    await other.putDocument(entryOf({ text: 'Two.' }))
    seen.push(await one.revision())
    await other.putDocument(entryOf({ text: 'Three.' }))
    seen.push(await one.revision())
    assert.equal(new Set(seen).size, 4)
    assert.equal((await one.summary()).documents, 3)
  } finally {
    await one.close()
    await other.close()
  }
})
