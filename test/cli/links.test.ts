/** Tests of `onrecord links` and `onrecord relink`: every filter, both formats, what is marked, and what nobody claims. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Link } from '../../src/core/links/link.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { entryOf } from '../support/entries.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { onrecord, valuesOf } from './terminal.ts'

const ledger = ledgerPath()
const run = (args: readonly string[], setting = {}) => onrecord([...args, '--ledger', ledger], setting)
const linesOf = async (...args: string[]): Promise<Link[]> =>
  valuesOf<Link>((await run(['links', ...args, '--format', 'jsonl'])).out)

const pages = [
  entryOf({
    text: '“The bridge stays shut,” said Ana Pohl.',
    published: '2024-02-01',
    publisher: 'The Gull',
    statements: [{ content: 'The bridge stays shut', speaker: 'Ana Pohl' }],
  }),
  entryOf({
    text: 'Nils Ostrow: the bridge not stays shut\u001b[31m.',
    published: '2024-03-09',
    statements: [{ content: 'the bridge not stays shut', speaker: 'Nils Ostrow' }],
  }),
  entryOf({
    text: 'Ana Pohl said that ferries run at night.',
    published: '2024-03-10',
    statements: [{ content: 'ferries run at night', speaker: 'Ana Pohl' }],
  }),
  entryOf({
    text: 'At night ferries run, said Ana Pohl.',
    published: '2024-03-12',
    statements: [{ content: 'At night ferries run', speaker: 'Ana Pohl' }],
  }),
]

before(async () => {
  const store = openSqliteStore(ledger, { linker: plainLinker })
  for (const page of pages) await store.putDocument(page)
  await store.close()
})

test('links as JSON lines have the fields of the contract and no others', async () => {
  const links = await linesOf()
  assert.equal(links.length, 2)
  for (const link of links) {
    assert.deepEqual(Object.keys(link), ['from', 'to', 'relation', 'type', 'level', 'confidence', 'because'])
    for (const evidence of link.because) assert.deepEqual(Object.keys(evidence), ['span', 'of', 'note'])
  }
  const [repeat, conflict] = links
  assert.deepEqual([repeat!.relation, repeat!.type], ['repeats', null])
  assert.deepEqual([conflict!.from, conflict!.to], [pages[1]!.statements[0]!.id, pages[0]!.statements[0]!.id])
})

test('links by every filter', async () => {
  const relations = async (...args: string[]) => (await linesOf(...args)).map(({ relation }) => relation)
  assert.deepEqual(await relations('--relation', 'conflicts'), ['conflicts'])
  assert.deepEqual(await relations('--type', 'denies'), ['conflicts'])
  assert.deepEqual(await relations('--level', 'confirmed'), [])
  assert.deepEqual(await relations('--speaker', 'ostrow'), ['conflicts'])
  assert.deepEqual(await relations('--speaker', 'ana'), ['repeats', 'conflicts'])
  assert.deepEqual(await relations('--statement', pages[2]!.statements[0]!.id), ['repeats'])
  assert.deepEqual(await relations('--document', pages[0]!.document.id), ['conflicts'])
  const { out, err } = await run(['links', '--limit', '1', '--format', 'jsonl'])
  const cursor = /--after (\S+)/.exec(err)![1]!
  assert.deepEqual([...valuesOf(out), ...(await linesOf('--after', cursor))], await linesOf())
})

test('a table shows both passages with the words marked, and claims no more than "may"', async () => {
  const { code, out } = await run(['links', '--relation', 'conflicts'])
  assert.equal(code, 0)
  assert.match(out, /Nils Ostrow/)
  assert.match(out, /may conflict with .*suggested, 70 %/)
  assert.match(out, /\[The bridge stays shut\]/)
  assert.match(out, /The Gull · d-/)
  assert.doesNotMatch(out, /[^y] conflicts? with/)
})

test('what cannot be asked names the flag and what was expected', async () => {
  for (const [args, problem] of [
    [['--relation', 'hates'], /--relation hates: expected same-utterance, renders, repeats, series or conflicts/],
    [['--type', 'big'], /--type big: expected denies/],
    [['--level', 'x'], /--level x: expected suggested, confirmed, rejected or standing/],
    [['--limit', '0'], /--limit 0: at least 1/],
    [['--after', 'nonsense'], /--after: expected the "next"/],
    [['d-0'], /unexpected "d-0"/],
  ] as const) {
    const { code, err } = await run(['links', ...args])
    assert.equal(code, 2)
    assert.match(err, problem)
  }
  const { code, out, err } = await run(['links', '--speaker', 'nobody'])
  assert.deepEqual([code, out, err], [0, '', 'nothing matches\n'])
})

test('relink tells how much it found, and needs a ledger', async () => {
  const path = ledgerPath()
  const store = openSqliteStore(path, { linker: plainLinker })
  for (const page of pages) await store.putDocument(page)
  await store.close()
  const { code, out } = await onrecord(['relink', '--ledger', path])
  assert.equal(code, 0)
  assert.match(out, /^4 statements, \d+ links?\n$/)
  const missing = await onrecord(['relink', '--ledger', `${path}.none`])
  assert.match(missing.err, /there is no ledger here yet/)
  assert.notEqual(missing.code, 0)
})
