/** Tests of the document page: the text is exactly the text, the marks exactly the spans. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import type { DocumentEntry } from '../../src/app/ports.ts'
import type { BlockKind } from '../../src/core/doc.ts'
import { documentPage } from '../../src/web/document-page.ts'
import { buildEntry } from '../support/build-entry.ts'
import { sampleEntries, samples } from '../support/sample-ledger.ts'

const parse = (entry: DocumentEntry) => parseHTML(documentPage(entry)).document

/** Every element that stands for a slice, checked against it; returns the slices. */
function assertSlices(entry: DocumentEntry): string[] {
  const slices: string[] = []
  for (const element of parse(entry).querySelectorAll('.text [data-start]')) {
    const start = Number(element.getAttribute('data-start'))
    const end = Number(element.getAttribute('data-end'))
    const slice = entry.text.slice(start, end)
    assert.equal(element.textContent, slice)
    slices.push(slice)
  }
  return slices
}

for (const entry of sampleEntries) {
  test(`"${entry.document.title?.slice(0, 30)}": every block shows exactly its slice, in order`, () => {
    const slices = assertSlices(entry)
    assert.deepEqual(
      slices,
      entry.blocks.map(({ start, end }) => entry.text.slice(start, end)),
    )
  })
}

test('the marks of a statement, joined, are its source, cue and content', () => {
  for (const entry of sampleEntries) {
    const document = parse(entry)
    for (const item of document.querySelectorAll('.statement-list > li')) {
      const number = item.getAttribute('data-n')
      const statement = entry.statements.find(({ id }) => id === item.getAttribute('data-id'))!
      for (const [code, role] of [
        ['s', 'source'],
        ['v', 'cue'],
        ['c', 'content'],
      ] as const) {
        const marks = [...document.querySelectorAll('mark')].filter((mark) =>
          mark.getAttribute('data-m')!.split(' ').includes(`${number}${code}`),
        )
        const expected = statement[role].spans.map(({ start, end }) => entry.text.slice(start, end)).join('')
        assert.equal(marks.map((mark) => mark.textContent).join(''), expected)
      }
    }
  }
})

test('a content that goes on in the next block, text that no block holds, and blocks that overlap', () => {
  const built = buildEntry({
    blocks: [
      ['paragraph', '“One,” she said, “and'],
      ['paragraph', 'two.” The end.'],
    ],
    statements: [{ source: ['she'], cue: ['said'], content: ['“One,”', '“and\n\ntwo.”'] }],
  })
  assert.deepEqual(assertSlices(built), ['“One,” she said, “and', 'two.” The end.'])

  const gap = { ...built, blocks: [{ start: 7, end: 21, kind: 'paragraph' as const }] }
  assert.deepEqual(assertSlices(gap), ['“One,”', 'she said, “and', 'two.” The end.'])

  const overlapping = {
    ...built,
    blocks: [
      { start: 0, end: 10, kind: 'paragraph' as const },
      { start: 5, end: 21, kind: 'quote' as const },
    ],
  }
  assert.deepEqual(assertSlices(overlapping), ['“One,” she', ' said, “and', 'two.” The end.'])
})

test('property: whatever the text, the blocks and the statements, no character is lost or made', () => {
  const piece = fc.constantFrom('a', '<b>', '&amp;', '"', "'", '🙂', 'é', ' ', '\n', '\r\n', '\t', '</p>', 'ש', '-->')
  const kind = fc.constantFrom<BlockKind>('headline', 'paragraph', 'quote', 'list-item', 'boilerplate', 'caption')
  const ends = fc.tuple(fc.nat(60), fc.nat(60))
  const shape = fc.record({
    words: fc.array(piece, { minLength: 1, maxLength: 40 }),
    blocks: fc.array(fc.tuple(kind, ends), { maxLength: 6 }),
    contents: fc.array(fc.tuple(ends, ends), { maxLength: 6 }),
  })
  fc.assert(
    fc.property(shape, ({ words, blocks, contents }) => {
      const text = words.join('')
      const clip = ([x, y]: readonly [number, number]) => {
        const span = { start: Math.min(x, y, text.length), end: Math.min(Math.max(x, y), text.length) }
        return { start: unsplit(text, span.start), end: unsplit(text, span.end) }
      }
      const [model] = samples.leaflet.statements
      const entry: DocumentEntry = {
        ...samples.leaflet,
        text,
        blocks: blocks.map(([kind, at]) => ({ kind, ...clip(at) })),
        statements: contents.map(([content, source], index) => ({
          ...model!,
          id: `d-x.${index}`,
          content: { spans: [clip(content)], text: '' },
          source: { spans: [clip(source)], text: '' },
        })),
      }
      const shown = assertSlices(entry).join('')
      assert.equal(shown.replace(/\s/g, ''), text.replace(/\s/g, ''))
    }),
    { numRuns: 300 },
  )
})

/** An offset that is not inside a surrogate pair. */
const unsplit = (text: string, at: number): number => (/^[\udc00-\udfff]/.test(text.slice(at)) ? at + 1 : at)

test('a mark that tears an emoji apart does not break it', () => {
  const [model] = samples.leaflet.statements
  const entry: DocumentEntry = {
    ...samples.leaflet,
    text: 'a🙂b',
    blocks: [{ start: 0, end: 4, kind: 'paragraph' }],
    statements: [
      {
        ...model!,
        content: { spans: [{ start: 0, end: 2 }], text: '' },
        cue: { spans: [], text: '' },
        source: { spans: [], text: '' },
      },
    ],
  }
  assert.deepEqual(assertSlices(entry), ['a🙂b'])
  assert.equal(parse(entry).querySelector('mark')!.textContent, 'a🙂')
})

test('overlapping contents are drawn on different lines, and the innermost is the one pointed at', () => {
  const document = parse(samples.harbour)
  const innermost = [...document.querySelectorAll('mark')].find(
    (mark) => mark.textContent === 'that ‘the ferries will run all night’',
  )!
  assert.deepEqual([...innermost.classList], ['lane-1', 'lane-2', 'lane-3'])
  assert.equal(innermost.getAttribute('data-m'), '8c 7c 6c')
})

test('furniture is folded, in its place; the headline is the one h1; lists are lists; a block has its language', () => {
  const document = parse(samples.harbour)
  assert.equal(document.querySelectorAll('h1').length, 1)
  assert.equal(document.querySelector('h1')!.textContent, samples.harbour.document.title)
  assert.equal(document.querySelectorAll('details.furniture').length, 2)
  assert.equal(document.querySelectorAll('details.furniture')[1]!.querySelectorAll('p').length, 3)
  assert.equal(document.querySelectorAll('.text ul').length, 1)
  const german = parse(samples.german)
  assert.equal(german.querySelector('blockquote')!.getAttribute('lang'), 'en')
  assert.equal(german.querySelector('.text p')!.getAttribute('lang'), 'de')
  assert.equal(german.querySelector('.notices')!.textContent!.trim(), samples.german.notices[0]!.message)
})

test('a document without a headline block still has a heading', () => {
  assert.equal(parse(samples.leaflet).querySelector('h1')!.textContent, 'leaflet.txt')
})
