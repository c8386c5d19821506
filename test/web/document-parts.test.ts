/** Tests of long documents: parts that together are the text and have every statement once, and pages that stay small. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createApp } from '../../src/server/app.ts'
import { partAsked, partsOf } from '../../src/web/document-parts.ts'
import { numbered } from '../../src/web/document-text.ts'
import { buildEntry } from '../support/build-entry.ts'
import { memoryStore } from '../support/memory-store.ts'
import { sampleRegister } from '../support/sample-talks.ts'

const saying = (number: number): string =>
  `that harbour number ${number} would stay open through the winter, whatever the council said about the ice`

/** A briefing of 500 paragraphs with a statement each. */
const long = buildEntry({
  document: { title: 'A long briefing', published: '2026-01-02' },
  blocks: Array.from({ length: 500 }, (_, number) => ['paragraph', `Ada Bell said ${saying(number)}.`] as const),
  statements: Array.from({ length: 500 }, (_, number) => ({ content: [saying(number)], form: 'indirect' as const })),
})
const { id } = long.document
const app = createApp({ store: memoryStore([long]), register: sampleRegister })
const page = async (path: string): Promise<string> => (await app.request(path)).text()

test('parts follow one another to the end, cut between blocks, each statement in one of them', () => {
  const statements = numbered(long.statements)
  const parts = partsOf(long.text, long.blocks, statements)
  assert.ok(parts.length > 5)
  assert.deepEqual([parts[0]!.start, parts.at(-1)!.end], [0, long.text.length])
  for (const [index, part] of parts.entries()) {
    assert.equal(part.start, parts[index - 1]?.end ?? 0)
    assert.ok(index === 0 || long.blocks.some(({ end }) => end === part.start))
  }
  fc.assert(
    fc.property(fc.nat(long.text.length - 1), (at) => {
      const part = partAsked(parts, undefined, String(at))
      assert.ok(part.start <= at && at < part.end)
    }),
  )
  for (const odd of ['0', '-1', '999', 'x', '1e9', '']) assert.equal(partAsked(parts, odd, odd).number, 1)
})

test('every part is a page of less than 150 kB, and all have the whole', async () => {
  const shown: string[] = []
  const count = partsOf(long.text, long.blocks, numbered(long.statements)).length
  for (let number = 1; number <= count; number++) {
    const html = await page(`/documents/${id}?part=${number}`)
    assert.ok(html.length < 150_000, `${html.length}`)
    assert.match(html, new RegExp(`Part ${number} of ${count}`))
    shown.push(...[...html.matchAll(/data-n="(\d+)" data-id="([^"]+)"/g)].map((match) => match[2]!))
  }
  assert.deepEqual(
    shown,
    long.statements.map((statement) => statement.id),
  )
})

test('an offset leads to its part, and the page of a statement leads there', async () => {
  const last = long.statements.at(-1)!
  const at = last.content.spans[0]!.start
  assert.ok((await page(`/documents/${id}?at=${at}`)).includes(`data-id="${last.id}"`))
  assert.ok(!(await page(`/documents/${id}`)).includes(`data-id="${last.id}"`))
  assert.ok((await page(`/statements/${last.id}`)).includes(`/documents/${id}?at=${at}#s=${last.id}`))
})

test('a page of the ledger stays small, however many are asked for', async () => {
  const html = await page('/?limit=1000')
  assert.ok(html.length < 150_000, `${html.length}`)
  assert.equal(html.match(/class="entry"/g)!.length, 60)
  assert.equal((await app.request('/?limit=0')).status, 400)
})
