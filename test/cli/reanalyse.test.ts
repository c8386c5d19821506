/** Tests of `onrecord reanalyse`: what another version read is read anew, what people decided on stays, the rest is told of. */
import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { isNewer } from '../../src/app/reanalyse-ledger.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { fileOf, storyText } from './pages.ts'
import { linesOf, onrecord, valuesOf } from './terminal.ts'

const titles = ['First story', 'Second story', 'Third story']

/** A ledger of three pages, read by the rules. */
async function ledgerOfStories(): Promise<string> {
  const ledger = ledgerPath()
  const files = titles.map((title, number) =>
    fileOf(`${ledger.split('/').at(-1)}-${number}.txt`, storyText(title, `The ferry will sail on day ${number}`)),
  )
  for (const [number, file] of files.entries()) {
    const published = `2024-06-0${number + 1}`
    const { code } = await onrecord(['add', file, '--ledger', ledger, '--model', 'rules', '--published', published])
    assert.equal(code, 0)
  }
  return ledger
}

const reanalyse = (ledger: string, ...args: string[]) =>
  onrecord(['reanalyse', '--ledger', ledger, '--model', 'rules', ...args])

const exported = async (ledger: string): Promise<string> => (await onrecord(['export', '--ledger', ledger])).out

function change(ledger: string, ...statements: string[]): void {
  const db = new DatabaseSync(ledger)
  for (const sql of statements) db.exec(sql)
  db.close()
}

const asReadBy = (pipeline: string): string => `UPDATE document_bodies SET pipeline = '${pipeline}'`

test('what this version read is left alone', async () => {
  const ledger = await ledgerOfStories()
  const before = await exported(ledger)
  assert.deepEqual(await reanalyse(ledger), {
    code: 0,
    out: '0 read anew: 0 statements kept, 0 added, 0 gone\n',
    err: '',
  })
  assert.equal(await exported(ledger), before)
})

test('what another version read is read anew, in the order of storing, and comes out as if it were added now', async () => {
  const ledger = await ledgerOfStories()
  const before = await exported(ledger)
  change(ledger, asReadBy('tokenizer@0'), "UPDATE statements SET act = 'threat'")
  const count = valuesOf<{ statements: unknown[] }>(before).flatMap(({ statements }) => statements).length
  const { code, out, err } = await reanalyse(ledger)
  assert.deepEqual([code, err], [0, ''])
  assert.deepEqual(linesOf(out).slice(0, 1), [`3 read anew: ${count} statements kept, 0 added, 0 gone`])
  assert.match(linesOf(out)[1]!, new RegExp(`^${count} statements linked anew, \\d+ links$`))
  assert.equal(await exported(ledger), before)
  assert.equal((await onrecord(['statements', '--act', 'threat', '--ledger', ledger, '--format', 'jsonl'])).out, '')
})

test('one document by its id, a line for each, and an id that nothing has', async () => {
  const ledger = await ledgerOfStories()
  const [{ document }] = valuesOf<{ document: { id: string } }>(await exported(ledger)) as [
    { document: { id: string } },
  ]
  const { code, out, err } = await reanalyse(ledger, document.id, 'd-0000000000000000', '--format', 'jsonl')
  assert.equal(code, 1)
  const [done, failed] = valuesOf(out)
  assert.deepEqual([done!.id, done!.outcome, done!.gone], [document.id, 'replaced', []])
  assert.deepEqual([failed!.id, failed!.outcome, failed!.code], ['d-0000000000000000', 'failed', 'unknown-id'])
  assert.match(err, /nothing in this ledger has the id "d-0000000000000000"/)
  assert.match(err, /1 read anew: .+, 1 failed/)
})

test('statements that are gone are named; links that people decided on stay where both their statements do', async () => {
  const ledger = await ledgerOfStories()
  const links = valuesOf<{ from: string; to: string; relation: string }>(
    (await onrecord(['links', '--ledger', ledger, '--format', 'jsonl'])).out,
  )
  assert.ok(links.length >= 2, 'the stories repeat each other')
  // A statement that no pipeline finds, with a link that somebody confirmed; and one between statements that stay.
  change(
    ledger,
    asReadBy('tokenizer@0'),
    `UPDATE links SET level = 'rejected'
       WHERE (later, earlier) = (SELECT later, earlier FROM links ORDER BY later, earlier LIMIT 1)`,
    `INSERT INTO statements (seq, document, ord, form, manner, id) SELECT 999, seq, 900, 'direct', 'speech', id || '.0-5' FROM documents WHERE seq = 1`,
    `INSERT INTO statement_bodies (seq, body) SELECT 999, json_set(b.body, '$.id', d.id || '.0-5', '$.content',
       json('{"spans":[{"start":0,"end":5}],"text":"First"}')) FROM statement_bodies b, documents d WHERE b.seq = 1 AND d.seq = 1`,
    `INSERT INTO statement_search (rowid, content, speaker) SELECT 999, 'first', ifnull(json_extract(body, '$.speaker.name'), '') FROM statement_bodies WHERE seq = 999`,
    `INSERT INTO links SELECT 999, earlier, 0, place, weight, relation, type, 'confirmed', confidence, because FROM links LIMIT 1`,
  )
  const { code, out, err } = await reanalyse(ledger, '--format', 'jsonl')
  assert.equal(code, 0)
  const gone = valuesOf<{ id: string; gone: string[]; decisionsLost: number }>(out)
  assert.deepEqual(
    gone.map((line) => [line.gone, line.decisionsLost]),
    [
      [[`${gone[0]!.id}.0-5`], 1],
      [[], 0],
      [[], 0],
    ],
  )
  assert.match(err, /1 gone, 1 confirmed or rejected links gone with them/)
  const left = valuesOf<{ from: string; to: string; relation: string; level: string }>(
    (await onrecord(['links', '--ledger', ledger, '--format', 'jsonl'])).out,
  )
  assert.deepEqual(left.map(({ from, to }) => [from, to]).sort(), links.map(({ from, to }) => [from, to]).sort())
  assert.equal(left.filter(({ level }) => level === 'rejected').length, 1)
})

test('a document that cannot be read is told of, and the rest goes on', async () => {
  const ledger = await ledgerOfStories()
  change(ledger, asReadBy('tokenizer@0'), "UPDATE document_bodies SET record = '{' WHERE seq = 2")
  const { code, out, err } = await reanalyse(ledger, '--no-relink', '--format', 'jsonl')
  assert.equal(code, 1)
  assert.deepEqual(
    valuesOf(out).map((line) => line.outcome),
    ['replaced', 'failed', 'replaced'],
  )
  assert.match(err, /the file is damaged \(/)
  assert.match(err, /^2 read anew: .*, 1 failed$/m)
})

test('--no-relink leaves the links to be found later, and says so', async () => {
  const ledger = await ledgerOfStories()
  change(ledger, asReadBy('tokenizer@0'))
  const { out } = await reanalyse(ledger, '--no-relink')
  assert.equal(linesOf(out)[1], 'links are those of before: run "onrecord relink" to find them anew')
  // Run again it has nothing to read, but the links are still due.
  assert.match((await reanalyse(ledger)).out, /^0 read anew: .*\n\d+ statements linked anew, \d+ links\n$/)
  assert.equal(linesOf((await reanalyse(ledger)).out).length, 1)
})

test('--only-older leaves what a newer version has read', async () => {
  const ledger = await ledgerOfStories()
  change(
    ledger,
    "UPDATE document_bodies SET pipeline = 'tokenizer@99' WHERE seq = 1",
    "UPDATE document_bodies SET pipeline = 'tokenizer@0' WHERE seq = 2",
  )
  assert.match((await reanalyse(ledger, '--only-older')).out, /^1 read anew/)
  assert.match((await reanalyse(ledger)).out, /^1 read anew/)
  assert.equal(isNewer('tokenizer@2 tagger@1+m-2', 'tokenizer@1 tagger@3+m-1'), true)
  assert.equal(isNewer('tokenizer@1 tagger@1+m-2', 'tokenizer@1 tagger@1+m-1'), false)
  assert.equal(isNewer('other@7', 'tokenizer@1'), false)
})

test('stopped between two documents: what is done is done, and the next run goes on', async () => {
  const ledger = await ledgerOfStories()
  const before = await exported(ledger)
  change(ledger, asReadBy('tokenizer@0'))
  const stop = Promise.withResolvers<void>()
  const stopped = await onrecord(['reanalyse', '--ledger', ledger, '--model', 'rules', '--format', 'jsonl'], {
    interrupted: stop.promise,
    onWrite: () => stop.resolve(),
  })
  assert.equal(stopped.code, 130)
  assert.match(stopped.err, /stopped before the end, run it again for the rest/)
  const done = linesOf(stopped.out).length
  assert.ok(done >= 1 && done < 3)
  assert.match((await reanalyse(ledger)).out, new RegExp(`^${3 - done} read anew`))
  assert.equal(await exported(ledger), before)
})
