/** What holds of every layer and every statement, whatever the text: checked on arbitrary pages. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Doc } from '../../src/core/doc.ts'
import { english } from '../../src/core/english.ts'
import { contains, isSpace, overlaps, type Span, sliceOf } from '../../src/core/span.ts'
import { toStatements } from '../../src/core/statement.ts'
import { anyPage, newsPage, type Page } from '../support/news-like.ts'

type Done = Doc<'blocks' | 'tokens' | 'sentences' | 'quotations' | 'attributions'>

const pipeline = english()

const run = ({ text, blocks }: Page): Promise<Done> => pipeline.run({ text, lang: 'en', dct: null, layers: { blocks } })

/** Each property takes a page and what the pipeline made of it. */
const properties: Readonly<Record<string, (doc: Done, page: Page) => void>> = {
  'every span is inside the text, not empty, and inside one block': ({ text, layers }) => {
    const spans = [
      ...layers.tokens,
      ...layers.sentences,
      ...layers.quotations.flatMap((quotation) => quotation.spans),
      ...layers.attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
    ]
    for (const span of spans) {
      assert.ok(Number.isInteger(span.start) && Number.isInteger(span.end))
      assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length, show(text, span))
      assert.equal(layers.blocks.filter((block) => contains(block, span)).length, 1, show(text, span))
    }
  },

  'tokens are in order, do not overlap, and cut no pair of surrogates': ({ text, layers }) => {
    const edges = new Set(layers.blocks.flatMap(({ start, end }) => [start, end]))
    let before = 0
    for (const token of layers.tokens) {
      assert.ok(before <= token.start, show(text, token))
      before = token.end
      // Only a block that itself begins or ends inside a pair may make a token do so.
      for (const end of [token.start, token.end]) assert.ok(edges.has(end) || !insidePair(text, end), show(text, token))
    }
  },

  'every letter and digit of a block is in a token': ({ text, layers }) => {
    const covered = new Uint8Array(text.length)
    for (const { start, end } of layers.tokens) covered.fill(1, start, end)
    for (const block of layers.blocks) {
      for (let at = block.start; at < block.end; at++) {
        const character = String.fromCodePoint(text.codePointAt(at)!)
        if (/[\p{L}\p{N}]/u.test(character)) assert.equal(covered[at], 1, show(text, { start: at, end: at + 1 }))
      }
    }
  },

  'sentences are in order, do not overlap, and cover all that is visible in the blocks': ({ text, layers }) => {
    const covered = new Uint8Array(text.length)
    let before = 0
    for (const { start, end } of layers.sentences) {
      assert.ok(before <= start)
      before = end
      covered.fill(1, start, end)
      assert.ok(!isSpace(text.charCodeAt(start)) && !isSpace(text.charCodeAt(end - 1)))
    }
    for (const block of layers.blocks) {
      for (let at = block.start; at < block.end; at++) {
        if (!isSpace(text.charCodeAt(at))) assert.equal(covered[at], 1, show(text, { start: at, end: at + 1 }))
      }
    }
  },

  'quotations have one span a block, in order, and none stands in boilerplate': ({ layers }) => {
    for (const [index, { id, spans, balanced, style }] of layers.quotations.entries()) {
      assert.equal(id, `q${index + 1}`)
      assert.ok(spans.length > 0)
      assert.equal(typeof balanced, 'boolean')
      const blocks = spans.map((span) => layers.blocks.findIndex((block) => contains(block, span)))
      for (let next = 1; next < blocks.length; next++) assert.ok(blocks[next - 1]! < blocks[next]!)
      for (const block of blocks) {
        assert.notEqual(layers.blocks[block]!.kind, 'boilerplate')
        if (style === 'block') assert.equal(layers.blocks[block]!.kind, 'quote')
      }
    }
  },

  'a balanced quotation begins and ends with a mark': ({ text, layers }) => {
    for (const { spans, style, balanced } of layers.quotations) {
      if (!balanced || style === 'block') continue
      assert.match(text[spans[0]!.start]!, MARK)
      assert.match(text[spans.at(-1)!.end - 1]!, MARK)
    }
  },

  'quotations of one block nest or lie apart': ({ text, layers }) => {
    const spans = layers.quotations.filter(({ balanced }) => balanced).flatMap((quotation) => quotation.spans)
    for (const [index, one] of spans.entries()) {
      for (const other of spans.slice(index + 1)) {
        assert.ok(!overlaps(one, other) || contains(one, other) || contains(other, one), show(text, one, other))
      }
    }
  },

  'every attribution says something, in text order, and no part of it overlaps another': ({ text, layers }) => {
    for (const [index, { id, source, cue, content, confidence }] of layers.attributions.entries()) {
      assert.equal(id, `a${index + 1}`)
      assert.ok(content.length > 0)
      assert.ok(confidence > 0 && confidence <= 1)
      for (const spans of [source, cue, content]) apart(text, spans)
      apart(
        text,
        [...source, ...cue, ...content].sort((a, b) => a.start - b.start),
      )
    }
  },

  'content is more than marks': ({ text, layers }) => {
    for (const { content } of layers.attributions) {
      assert.match(content.map((span) => sliceOf(text, span)).join(' '), /[\p{L}\p{N}]/u)
    }
  },

  // A quotation may run on into a paragraph that only looks like another language; none begins there.
  'no attribution begins or has its cue in boilerplate or in a block of another language': ({ layers }) => {
    for (const { content, cue } of layers.attributions) {
      for (const span of [content[0]!, ...cue]) {
        const block = layers.blocks.find((one) => contains(one, span))!
        assert.ok(block.kind !== 'boilerplate' && block.lang === undefined)
      }
    }
  },

  'statements have ids of their own, sliced texts, and hold or are held without a circle': (doc) => {
    const statements = toStatements('d-1', doc)
    const byId = new Map(statements.map((statement) => [statement.id, statement]))
    assert.equal(byId.size, statements.length)
    for (const { content, cue, source, within } of statements) {
      for (const { spans, text } of [content, cue, source]) {
        assert.equal(text, spans.map((span) => sliceOf(doc.text, span)).join(' … '))
      }
      let steps = 0
      for (let holder = within; holder !== null; holder = byId.get(holder)!.within) {
        assert.ok(byId.has(holder))
        assert.ok(++steps <= statements.length, 'a circle')
      }
    }
  },

  'the doc is plain JSON, and the text and blocks are as they came': (doc, page) => {
    assert.deepEqual(JSON.parse(JSON.stringify(doc.layers)), doc.layers)
    assert.equal(doc.text, page.text)
    assert.deepEqual(doc.layers.blocks, page.blocks)
  },
}

const MARK = /["“”„‟‘’'`«»‹›「」『』‚＂]/

/** Spans in order that share no character. */
function apart(text: string, spans: readonly Span[]): void {
  for (let next = 1; next < spans.length; next++) {
    assert.ok(spans[next - 1]!.end <= spans[next]!.start, show(text, spans[next - 1]!, spans[next]!))
  }
}

function insidePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

const show = (text: string, ...spans: readonly Span[]): string =>
  spans.map((span) => `${span.start}-${span.end} ${JSON.stringify(sliceOf(text, span))}`).join(', ')

for (const [kind, pages, runs] of [
  ['any characters', anyPage, 400],
  ['news-like fragments', newsPage, 800],
] as const) {
  describe(`pages of ${kind}`, () => {
    for (const [name, holds] of Object.entries(properties)) {
      it(name, () =>
        fc.assert(
          fc.asyncProperty(pages, async (page) => holds(await run(page), page)),
          { numRuns: runs },
        ),
      )
    }

    it('give the same again', () =>
      fc.assert(
        fc.asyncProperty(pages, async (page) => assert.deepEqual(await run(page), await run(page))),
        { numRuns: runs / 4 },
      ))
  })
}
