/** Ledgers of every earlier schema: opened, checked, linked and read anew, they answer as one that was made now. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { openSqliteStore } from '../../src/store/index.ts'
import { schemaVersion } from '../../src/store/migrations.ts'
import { linesOf, onrecord } from '../cli/terminal.ts'
import { entryOf } from '../support/entries.ts'
import { ledgerPath } from '../support/ledger-path.ts'

const pages = join(import.meta.dirname, 'upgrade-pages')

/*
 * Each stored ledger was written by the program of its time: the pages of upgrade-pages, and one
 * document put through the store whose strings no UTF-8 text can hold. The one of schema 1 has two pages of its own.
 */
const storedLedger = (schema: number): string => {
  const path = ledgerPath()
  writeFileSync(path, gunzipSync(readFileSync(join(import.meta.dirname, `schema-${schema}.db.gz`))))
  return path
}

const said = 'half \ud83d a pair, and a \0 in it'
const strange = entryOf({
  text: `“${said}” said N\0body.\n\nAnd so on \udc00.`,
  url: 'https://example.org/strange\ud800',
  title: 'Half \ud800 of a pair',
  publisher: 'The \ud800 Tern',
  published: '2024-06-20',
  statements: [{ content: `“${said}”`, speaker: 'N\0body', cue: 'said' }],
})

const run = async (path: string, ...args: string[]): Promise<string> => {
  const { code, out, err } = await onrecord([...args, '--ledger', path])
  assert.equal(code, 0, err)
  return out
}

/**
 * What a ledger tells, without what follows from the order in which it came to know people: ids of entities that it made,
 * and how sure it is of a speaker, which is more where it knew them already.
 */
async function answers(path: string): Promise<Record<string, string[]>> {
  const asked: Readonly<Record<string, readonly string[]>> = {
    documents: ['documents', '--format', 'jsonl'],
    'documents with words': ['documents', '--text', 'spring -ferry', '--format', 'jsonl'],
    'documents in other scripts': ['documents', '--text', '東京 ёлкина', '--format', 'jsonl'],
    statements: ['statements', '--format', 'jsonl'],
    'statements with a phrase': ['statements', '--text', '"open the bridge"', '--format', 'jsonl'],
    'statements by one': ['statements', '--speaker', 'lind', '--format', 'jsonl'],
    'a timeline': ['timeline', 'Bo Lind', '--format', 'jsonl'],
    'by act': ['statements', '--act', 'denial', '--format', 'jsonl'],
    links: ['links', '--format', 'jsonl'],
    sources: ['sources', '--format', 'jsonl'],
  }
  const answered: Record<string, string[]> = {}
  for (const [what, args] of Object.entries(asked)) {
    const lines = linesOf(await run(path, ...args))
    answered[what] = lines.map((line) =>
      line
        .replace(/e-[0-9a-f]{16}/g, 'e-')
        .replace(/"added":"[^"]*",?/, '')
        .replace(/("confidence":\{"relation":[\d.]+,"speaker":)[\d.]+/g, '$1'),
    )
  }
  return answered
}

const fresh = ledgerPath()

before(async () => {
  const here = process.cwd()
  process.chdir(pages)
  try {
    for (const [number, file] of readdirSync('.').sort().entries()) {
      const told = file.startsWith('4-') ? [] : ['--url', `https://example.org/${file}`, '--publisher', 'The_Tern']
      await run(fresh, 'add', file, '--published', `2024-06-1${number + 1}`, ...told)
    }
  } finally {
    process.chdir(here)
  }
  const store = openSqliteStore(fresh)
  await store.putDocument(strange)
  await store.close()
  await run(fresh, 'relink')
  await run(fresh, 'reanalyse', strange.document.id)
})

test('there is a ledger of every earlier schema', () => {
  const stored = readdirSync(import.meta.dirname).filter((name) => /^schema-\d+\.db\.gz$/.test(name))
  assert.equal(stored.length, schemaVersion - 1, 'store one of the schema before the new one')
})

for (let schema = 1; schema < schemaVersion; schema++) {
  test(`a ledger of schema ${schema} is brought up to date, checked, linked and read anew`, async () => {
    const path = storedLedger(schema)
    const { code, out } = await onrecord(['check', '--ledger', path])
    assert.deepEqual([code, out], [0, ''])
    const before = linesOf(await run(path, 'documents', '--format', 'jsonl')).length
    assert.ok(before >= 2)
    await run(path, 'relink')
    assert.match((await onrecord(['check', '--ledger', path])).err, /nothing is wrong\n$/)
    await run(path, 'reanalyse')
    assert.match((await onrecord(['check', '--ledger', path])).err, /nothing is wrong\n$/)
    assert.equal(linesOf(await run(path, 'documents', '--format', 'jsonl')).length, before)
    const db = new DatabaseSync(path)
    assert.equal(db.prepare('PRAGMA user_version').get()!.user_version, schemaVersion)
    db.close()
  })
}

for (let schema = 2; schema < schemaVersion; schema++) {
  test(`a ledger of schema ${schema} keeps its texts, and read anew answers as one of the same pages made now`, async () => {
    const path = storedLedger(schema)
    const store = openSqliteStore(path, { mode: 'existing' })
    const kept = (await store.getDocument(strange.document.id))!
    assert.deepEqual([kept.document, kept.text, kept.blocks], [strange.document, strange.text, strange.blocks])
    assert.equal((await store.listStatements({ limit: 10, speaker: 'N\0body' })).total, 1)
    await store.close()
    // Before anything is read anew: what was found then is found.
    const found = linesOf(await run(path, 'statements', '--text', '"open the bridge"', '--format', 'jsonl'))
    assert.ok(found.length >= 2)
    assert.equal(linesOf(await run(path, 'documents', '--text', '東京 ёлкина', '--format', 'jsonl')).length, 1)
    assert.ok(linesOf(await run(path, 'timeline', 'Bo Lind', '--format', 'jsonl')).length >= 2)
    await run(path, 'reanalyse')
    const [there, here] = [await answers(path), await answers(fresh)]
    for (const [what, lines] of Object.entries(here)) {
      assert.ok(lines.length > 0, what)
      assert.deepEqual(there[what], lines, what)
    }
  })
}
