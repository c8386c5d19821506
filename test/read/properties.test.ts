/** What must hold for any input: blocks are ordered, trimmed, non-empty spans; reading twice gives the same. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { OnrecordError } from '../../src/core/errors.ts'
import { type ReadOutcome, readDocument } from '../../src/read/index.ts'

const piece = fc.constantFrom(
  'The mayor said that the bridge would open before the winter. ',
  'Share this article',
  'By Jane Doe',
  'June 21, 2024',
  '“Yes,” she said. ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '\u00a0',
  '\u0085',
  '\u2028',
  'Related articles',
  'Міст відкриють до зими. ',
  '😀',
  '\ud800',
)
const tag = fc.constantFrom(
  ...'<p> </p> <div> </div> <br> <ul><li> <blockquote> </blockquote> <h1> </h1> <a%href=x> </a> <table><tr><td> </table> <script> </script> <!-- --> <b> </i> <article> </article> <time%datetime=2024-06-21> <span%class=date> &amp; &#x0; < >'
    .split(' ')
    .map((text) => text.replace('%', ' ')),
)
const plain = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
const html = fc.array(fc.oneof(piece, tag), { maxLength: 60 }).map((pieces) => `<html><body>${pieces.join('')}`)

function tryRead(bytes: Uint8Array, file: string): ReadOutcome | null {
  try {
    return readDocument({ bytes, file })
  } catch (error) {
    if (error instanceof OnrecordError && ['no-text', 'not-text', 'empty-file'].includes(error.code)) return null
    throw error
  }
}

function checkBlocks({ text, blocks, document }: ReadOutcome): void {
  assert.ok(blocks.length > 0)
  assert.equal(document.chars, text.length)
  let end = 0
  for (const block of blocks) {
    const slice = text.slice(block.start, block.end)
    assert.ok(block.start >= end, 'blocks in order, none overlapping')
    assert.ok(slice.length > 0 && slice === slice.trim(), `trimmed and not empty: ${JSON.stringify(slice)}`)
    end = block.end
  }
  assert.ok(end <= text.length)
}

test('blocks of any plain text are ordered, trimmed spans, and the text is the input', () => {
  fc.assert(
    fc.property(plain, (text) => {
      const bytes = Buffer.from(text)
      const outcome = tryRead(bytes, 'a.txt')
      if (outcome === null) return
      assert.equal(outcome.text, bytes.toString('utf8'))
      checkBlocks(outcome)
    }),
    { numRuns: 300 },
  )
})

test('blocks of any HTML are ordered, trimmed spans, and cover all of the text but the gaps', () => {
  fc.assert(
    fc.property(html, (text) => {
      const outcome = tryRead(Buffer.from(text), 'a.html')
      if (outcome === null) return
      checkBlocks(outcome)
      const joined = outcome.blocks.map(({ start, end }) => outcome.text.slice(start, end)).join('')
      assert.equal(joined.replace(/\s/g, ''), outcome.text.replace(/\s/g, ''))
    }),
    { numRuns: 200 },
  )
})

test('any bytes are read or refused, never worse, and twice the same', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      assert.deepEqual(tryRead(bytes, 'a'), tryRead(bytes, 'a'))
    }),
    { numRuns: 300 },
  )
})

test('the id is made of address and text, the digest of the bytes', () => {
  const bytes = Buffer.from('The mayor said that the bridge would open before the winter.')
  const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
  const plainly = readDocument({ bytes, file: 'a.txt' }).document
  assert.equal(plainly.id, `d-${hash(`\0${bytes.toString()}`).slice(0, 16)}`)
  assert.equal(plainly.sha256, hash(bytes))
  const placed = readDocument({ bytes, file: 'b.txt', url: 'https://example.org/a' }).document
  assert.equal(placed.id, `d-${hash(`https://example.org/a\0${bytes.toString()}`).slice(0, 16)}`)
})
