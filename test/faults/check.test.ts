/** A ledger changed behind the program's back: each change is found and named, and made good where that can be. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, copyFileSync, openSync, readFileSync, readSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { before, test } from 'node:test'
import type { Fault } from '../../src/app/ports.ts'
import { linesOf, onrecord, valuesOf } from '../cli/terminal.ts'
import { ledgerPath } from '../support/ledger-path.ts'

const sound = ledgerPath()
const examples = join(import.meta.dirname, '../../examples')

before(async () => {
  assert.equal((await onrecord(['add', examples, '--ledger', sound, '--model', 'rules'])).code, 0)
})

function changed(...statements: readonly string[]): string {
  const path = ledgerPath()
  copyFileSync(sound, path)
  const db = new DatabaseSync(path)
  db.exec('PRAGMA foreign_keys = OFF')
  for (const sql of statements) db.exec(sql)
  db.close()
  return path
}

const check = (path: string, ...args: string[]) => onrecord(['check', '--ledger', path, ...args])

const faultsOf = async (path: string, ...args: string[]): Promise<(Fault & { left: boolean })[]> =>
  valuesOf((await check(path, '--format', 'jsonl', ...args)).out)

/** All that the ledger tells, for comparing one with another. */
async function answers(path: string): Promise<string[]> {
  const asked = [
    ['export', '--format', 'jsonl'],
    ['links', '--format', 'jsonl', '--limit', '1000'],
    ['statements', '--text', 'said OR bridge', '--format', 'jsonl'],
    ['statements', '--text', 'the', '--limit', '1000', '--format', 'jsonl'],
    ['documents', '--text', 'the', '--format', 'jsonl'],
    ['subjects', '--format', 'jsonl', '--limit', '1000'],
    ['sources', '--format', 'jsonl', '--limit', '1000'],
  ]
  const said: string[] = []
  for (const args of asked) said.push((await onrecord([...args, '--ledger', path])).out)
  return said
}

/** The statement of which a number is the `nth`. */
const nth = (count: number): string => `(SELECT seq FROM statements ORDER BY seq LIMIT 1 OFFSET ${count})`

test('a sound ledger: nothing is wrong, exit 0, nothing on standard output', async () => {
  for (const args of [[], ['--quick'], ['--repair']]) {
    const { code, out, err } = await check(sound, ...args)
    assert.deepEqual([code, out], [0, ''])
    assert.match(err, /^14 documents, \d+ statements: nothing is wrong\n$/)
  }
})

interface Change {
  readonly sql: readonly string[]
  /** Kinds of faults that are found, and no others. */
  readonly codes: readonly Fault['code'][]
  /** Also in what `--quick` looks at. */
  readonly isQuick?: false
  readonly mends?: readonly Fault['mend'][]
}

/** What a repair makes good: afterwards the ledger answers as it did before. */
const mendable: Readonly<Record<string, Change>> = {
  'columns of a statement': {
    sql: [`UPDATE statements SET act = 'threat', said_from = '1999-01-01', form = 'mixed' WHERE seq = ${nth(4)}`],
    codes: ['row'],
  },
  'the speaker, entity and order of a statement': {
    sql: [
      `UPDATE statements SET speaker = NULL, entity = NULL, principal = NULL, ord = ord + 500 WHERE seq = ${nth(9)}`,
    ],
    codes: ['row'],
  },
  'columns of a document': {
    sql: [
      "UPDATE documents SET statements = 77, published = '2000-01-01', publisher = NULL, language = 'fr' WHERE seq = 3",
      "UPDATE document_bodies SET url = 'https://example.org/other' WHERE seq = 3",
    ],
    codes: ['row'],
  },
  'a copy that is none, and a sketch of another text': {
    sql: [
      "INSERT INTO document_copies SELECT seq, 'x' FROM documents WHERE seq = 5 ON CONFLICT DO UPDATE SET original = 'x'",
      'UPDATE document_sketches SET sketch = zeroblob(length(sketch)) WHERE document = 6',
    ],
    codes: ['row'],
  },
  'subjects and outlets of statements': {
    sql: [
      'INSERT INTO statement_outlets (outlet, statement) SELECT o.seq, s.seq FROM outlets o, statements s WHERE true ON CONFLICT DO NOTHING',
      `INSERT INTO subjects (name, folded) VALUES ('Moon', 'moon')`,
      "INSERT INTO subject_search (rowid, name) SELECT seq, 'moon' FROM subjects WHERE name = 'Moon'",
      `INSERT INTO statement_subjects SELECT seq, ${nth(2)} FROM subjects WHERE name = 'Moon'`,
    ],
    codes: ['row'],
  },
  'members of a group that it does not have': {
    sql: [`INSERT INTO statement_members SELECT seq, ${nth(3)} FROM entities`],
    codes: ['row'],
  },
  'words of a document and of a statement that the index has forgotten': {
    sql: [
      "INSERT INTO statement_search (statement_search) VALUES ('delete-all')",
      "INSERT INTO document_search (document_search) VALUES ('delete-all')",
      "INSERT INTO document_search (rowid, title, text) SELECT seq, '', 'the' FROM documents",
    ],
    codes: ['words'],
    isQuick: false,
  },
  'words of something that is not there': {
    sql: ["INSERT INTO statement_search (rowid, content, speaker) VALUES (99999, 'the moon', 'nobody')"],
    codes: ['words'],
    isQuick: false,
  },
  'one word too many': {
    sql: [`INSERT INTO statement_search (rowid, content, speaker) SELECT ${nth(7)}, '', 'zebra'`],
    codes: ['words'],
    isQuick: false,
  },
  'keys of a statement that are gone, and others': {
    sql: [`DELETE FROM link_keys WHERE statement = ${nth(11)}`, `INSERT INTO turn_keys VALUES (17, ${nth(12)})`],
    codes: ['keys'],
    isQuick: false,
  },
  'links that rest on nothing': {
    sql: [`UPDATE links SET because = '[[1,0,9999999,"words"]]' WHERE later = (SELECT later FROM links LIMIT 1)`],
    codes: ['link'],
  },
  'how names are compared': {
    sql: [
      "UPDATE speakers SET folded = 'x' WHERE seq = 2",
      "UPDATE publishers SET caseless = 'x'",
      "UPDATE subjects SET folded = 'x'",
    ],
    codes: ['name'],
  },
  'keys of an entity': { sql: ['DELETE FROM entity_keys WHERE entity = 1'], codes: ['entity'] },
  'keys of names that no entity has': {
    sql: ["INSERT INTO entity_keys (key, entity) SELECT 'nmoon', seq FROM entities LIMIT 1"],
    codes: ['entity'],
  },
  'a document without its row': {
    sql: ['DELETE FROM documents WHERE seq = 4'],
    codes: ['orphan', 'words'],
  },
  'rows of a statement that is not there': {
    sql: [
      'INSERT INTO statement_subjects SELECT seq, 88888 FROM subjects LIMIT 1',
      'INSERT INTO link_keys VALUES (1, 2, 88888)',
      "INSERT INTO statement_bodies VALUES (88888, '{}')",
      'INSERT INTO links SELECT 88888, earlier, 0, place, weight, relation, type, level, confidence, because FROM links LIMIT 1',
      'INSERT INTO document_sketches VALUES (777, zeroblob(4))',
      'INSERT INTO document_originals VALUES (777, zeroblob(4))',
      'INSERT INTO entity_names SELECT 1, 777',
    ],
    codes: ['orphan'],
  },
  'a publisher, a speaker that are not there': {
    sql: [
      'UPDATE documents SET publisher = 777 WHERE seq = 2',
      `UPDATE statements SET speaker = 777 WHERE seq = ${nth(6)}`,
    ],
    codes: ['row'],
  },
  'a text': {
    sql: ["UPDATE document_bodies SET text = replace(text, 'the', 'teh') WHERE seq = 2"],
    codes: ['digest'],
    mends: ['reread'],
  },
  'the address in the record of a page': {
    sql: ["UPDATE document_bodies SET record = json_set(record, '$.url', 'https://example.org/flipped') WHERE seq = 1"],
    codes: ['digest'],
    mends: ['reread'],
  },
}

for (const [what, { sql, codes, isQuick = true, mends = ['repair'] }] of Object.entries(mendable)) {
  test(`changed and made good: ${what}`, async () => {
    const expected = await answers(sound)
    const path = changed(...sql)
    const faults = await faultsOf(path)
    assert.deepEqual([...new Set(faults.map(({ code }) => code))].sort(), codes.toSorted())
    assert.deepEqual([...new Set(faults.map(({ mend }) => mend))], mends)
    assert.equal((await check(path, '--quick')).code, isQuick ? 1 : 0)
    const { code, out, err } = await check(path, '--repair')
    assert.deepEqual([code, linesOf(out).length], [0, faults.length], out + err)
    assert.match(err, /all made good/)
    assert.deepEqual(await faultsOf(path), [])
    const after = await answers(path)
    for (const [at, said] of expected.entries()) assert.equal(after[at], said)
  })
}

/** What a repair cannot make good: it says what can. */
const unmendable: Readonly<Record<string, Change & { readonly says: RegExp }>> = {
  'the words of a statement': {
    sql: [`UPDATE statement_bodies SET body = json_set(body, '$.content.text', 'Moon.') WHERE seq = ${nth(5)}`],
    codes: ['keys', 'slice', 'words'],
    says: /^statement d-[0-9a-f]{16}\.\S+: its words are not what the text has there; found anew by "onrecord reanalyse d-[0-9a-f]{16}"$/m,
  },
  'a span beyond the text': {
    sql: [
      `UPDATE statement_bodies SET body = json_set(body, '$.cue', json('{"spans":[{"start":3,"end":999999}],"text":"x"}')) WHERE seq = ${nth(5)}`,
    ],
    codes: ['slice'],
    says: /a span of it reaches beyond the text/,
  },
  'the record of a statement': {
    sql: [`UPDATE statement_bodies SET body = '{' WHERE seq = ${nth(5)}`],
    codes: ['unreadable'],
    says: /its statement d-\S+ has no record that can be read; found anew by "onrecord reanalyse d-/,
  },
  'a record of another shape': {
    sql: [`UPDATE statement_bodies SET body = '{"id":"x"}' WHERE seq = ${nth(5)}`],
    codes: ['unreadable'],
    says: /its record is not as it was written \(.+\); found anew by "onrecord reanalyse d-/,
  },
}

for (const [what, { sql, codes, says }] of Object.entries(unmendable)) {
  test(`changed, named, and found anew by reanalyse: ${what}`, async () => {
    const path = changed(...sql)
    const faults = await faultsOf(path)
    assert.deepEqual([...new Set(faults.map(({ code }) => code))].sort(), codes)
    const { code, out } = await check(path)
    assert.equal(code, 1)
    assert.match(out, says)
    const id = faults.find(({ mend }) => mend === 'reanalyse')!.document!
    assert.equal((await onrecord(['reanalyse', id, '--model', 'rules', '--ledger', path])).code, 0)
    const repaired = await check(path, '--repair')
    assert.equal(repaired.code, 0, repaired.out)
    assert.deepEqual(await faultsOf(path), [])
    assert.equal((await answers(path))[0], (await answers(sound))[0])
  })
}

test('a text whose page is not kept, and kept bytes of another page: only a copy has them', async () => {
  const path = changed(
    "UPDATE document_bodies SET text = replace(text, 'the', 'teh') WHERE seq = 2",
    'DELETE FROM document_originals WHERE document = 2',
    "UPDATE document_originals SET bytes = x'0011' WHERE document = 5",
  )
  const faults = await faultsOf(path)
  assert.deepEqual(
    faults.map(({ code, mend }) => [code, mend]),
    [
      ['digest', 'backup'],
      ['original', 'backup'],
    ],
  )
  const { code, out } = await check(path, '--repair')
  assert.equal(code, 1)
  assert.match(
    out,
    /its id is not the digest of its address and text: one of them was changed; only a copy from before has it/,
  )
})

test('a repair that leaves something says what is left, and exits with 1', async () => {
  const path = changed(
    "UPDATE document_bodies SET text = replace(text, 'the', 'teh') WHERE seq = 2",
    'DELETE FROM document_originals WHERE document = 2',
    'UPDATE documents SET statements = 77 WHERE seq = 3',
  )
  const { code, out, err } = await check(path, '--repair')
  assert.equal(code, 1)
  assert.equal(linesOf(out).length, 3)
  assert.match(linesOf(out)[2]!, /^left: document d-.+: its id is not the digest/)
  assert.match(err, /: 2 faults\n1 fault left\n$/)
})

/** Overwrites the middle of the first page of a table that has more than one. */
function damagePageOf(table: string): { readonly path: string; readonly page: number } {
  const path = changed()
  const db = new DatabaseSync(path)
  db.exec('CREATE VIRTUAL TABLE temp.pages USING dbstat(main)')
  const row = db
    .prepare("SELECT pageno FROM temp.pages WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno")
    .get(table)
  db.close()
  const page = row!.pageno as number
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(200, 0xa5), 0, 200, (page - 1) * 4096)
  closeSync(file)
  return { path, page }
}

for (const table of ['document_bodies', 'statement_bodies', 'statements_in_order', 'link_keys']) {
  test(`a damaged page of ${table} is named; nothing is repaired, and nothing crashes`, async () => {
    const { path } = damagePageOf(table)
    const { code, out } = await check(path)
    assert.equal(code, 1)
    const owner = table === 'statements_in_order' ? /statements/ : new RegExp(table)
    assert.ok(
      linesOf(out).some((line) => owner.test(line) && line.includes('only a copy from before has it')),
      out,
    )
    if (table.endsWith('_bodies')) assert.match(out, /^document d-[0-9a-f]{16}: its rows in \w+ cannot be read/m)
    const refused = await check(path, '--repair')
    assert.ok(refused.code === 69 || refused.code === 1)
    assert.doesNotMatch(refused.err, /made good/)
  })
}

test('what can be read of a damaged file is saved as docs/care.md tells', async (context) => {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return context.skip('there is no sqlite3 here')
  const { path } = damagePageOf('document_bodies')
  const saved = ledgerPath()
  const lines = /```\n( *sqlite3 [^`]+?) *```/.exec(readFileSync(join(examples, '../docs/care.md'), 'utf8'))![1]!
  const commands = lines.split('\n').filter((line) => line.includes('sqlite3'))
  assert.equal(commands.length, 2)
  const script = commands.join('\n').replaceAll('onrecord.db', path).replaceAll('saved.db', saved)
  assert.equal(spawnSync('bash', ['-c', script]).status, 0)
  const faults = await faultsOf(saved, '--repair')
  const lost = faults.filter(({ left }) => left || faults.every((each) => !each.left))
  assert.ok(lost.length >= 1 && lost.length < 5)
  for (const { message, document } of lost) {
    assert.equal(message, 'its text is not there')
    spawnSync('sqlite3', [saved, `DELETE FROM documents WHERE id = '${document}'`])
  }
  assert.equal((await check(saved, '--repair')).code, 0)
  const again = await onrecord(['add', examples, '--ledger', saved, '--model', 'rules'])
  assert.match(again.err, new RegExp(`^${lost.length} stored .*, ${14 - lost.length} there already$`, 'm'))
  assert.deepEqual(await faultsOf(saved), [])
  const withoutDay = (said: string): string => said.replace(/"added":"[^"]*"/g, '')
  const [after, expected] = [await answers(saved), await answers(sound)]
  for (const [at, said] of expected.entries()) {
    // The export tells documents in the order of storing, and of each what was known of entities then.
    if (at > 0) assert.equal(withoutDay(after[at]!), withoutDay(said))
  }
})

test('a damaged page of a full-text index', async () => {
  const { path } = damagePageOf('statement_search_data')
  const { code, out } = await check(path)
  assert.equal(code, 1)
  assert.match(out, /statement_search/)
})

test('a flipped byte inside a text that keeps the structure is found, wherever it is', async () => {
  const bytes = Buffer.alloc(4096)
  const source = openSync(sound, 'r')
  let found = 0
  for (let page = 60; found < 3; page++) {
    if (readSync(source, bytes, 0, 4096, page * 4096) < 4096) break
    const at = bytes.indexOf(' said that ')
    if (at < 0) continue
    const path = changed()
    const file = openSync(path, 'r+')
    writeSync(file, Buffer.from(' sais that '), 0, 11, page * 4096 + at)
    closeSync(file)
    assert.equal((await check(path)).code, 1, `page ${page}`)
    found++
  }
  closeSync(source)
  assert.equal(found, 3)
})

test('a file cut off, a file that is no ledger, none at all', async () => {
  const cut = changed()
  truncateSync(cut, 200_000)
  const { code, out } = await check(cut)
  assert.equal(code, 1)
  assert.match(out, /only a copy from before has it/)
  const none = ledgerPath()
  assert.equal((await check(none)).code, 66)
  rmSync(none, { force: true })
  assert.equal((await check(join(examples, 'README.md'))).code, 78)
  assert.equal((await onrecord(['check', 'x', '--ledger', sound])).code, 2)
})

test('links that have still to be found are no fault, and are told of', async () => {
  for (const sql of [
    "INSERT INTO marks VALUES ('relink', 'due')",
    'DELETE FROM links; DELETE FROM link_keys; DELETE FROM turn_keys; DELETE FROM document_sketches',
  ]) {
    const path = changed(sql)
    const { code, out, err } = await check(path)
    assert.deepEqual([code, out], [0, ''])
    assert.match(err, /\ndue: .+ run "onrecord relink"\n$/)
    assert.equal((await onrecord(['relink', '--ledger', path])).code, 0)
    assert.doesNotMatch((await check(path)).err, /due:/)
  }
})
