/** The exports, each read by a program that we did not write, or against its standard where there is none. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseAtomFeed } from 'feedsmith'
import jsonld from 'jsonld'
import { codePointOffsets } from '../../src/core/code-points.ts'
import { atomFeed } from '../../src/core/export/atom.ts'
import { bratAnnotations } from '../../src/core/export/brat.ts'
import { citronDocument } from '../../src/core/export/citron.ts'
import { CSV_COLUMNS } from '../../src/core/export/csv.ts'
import type { Exported } from '../../src/core/export/exported.ts'
import { jsonLd, VOCABULARY } from '../../src/core/export/json-ld.ts'
import { markdownDossier } from '../../src/core/export/markdown.ts'
import { webAnnotations } from '../../src/core/export/web-annotation.ts'
import type { Statement } from '../../src/core/statement.ts'
import { buildEntry } from '../support/build-entry.ts'

const entry = buildEntry({
  document: { url: 'https://example.org/dam', publisher: 'The Harbour Post', published: '2026-03-02' },
  blocks: [
    ['headline', 'Dam 🌊 is safe, says <b>Pohl</b>'],
    ['paragraph', '“The dam 😀 is safe,” Ana Pohl said on Monday. “It\nwas never & nowhere unsafe.”'],
  ],
  statements: [
    {
      source: ['Ana Pohl'],
      cue: ['said'],
      content: ['“The dam 😀 is safe,”', '“It\nwas never & nowhere unsafe.”'],
      form: 'direct',
    },
    { content: ['Dam 🌊 is safe'], form: 'indirect' },
  ],
})
const relayed: Statement = {
  ...entry.statements[0]!,
  via: [
    { name: 'Harbour Radio', kind: 'publication', entity: 'Q42', span: { start: 0, end: 3 } },
    { name: 'two officials', kind: 'anonymous', entity: null, span: { start: 0, end: 3 } },
  ],
  act: {
    type: 'commitment',
    polarity: 'negative',
    condition: { spans: [], text: 'if it rains' },
    deadline: '2026-04-01',
  },
  about: ['dam'],
}
const exported: Exported = { ...entry, statements: [relayed, entry.statements[1]!] }
const said = exported.statements[1]!

test('code points are counted as other languages count them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const offset = codePointOffsets(text)
      let points = 0
      for (let unit = 0; unit <= text.length; points++) {
        assert.equal(offset(unit), points)
        unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
      }
    }),
  )
})

test('Citron: Python slices give the same words', () => {
  const { text, quotes } = citronDocument(exported)
  const points = [...text]
  for (const { sources, contents, cue } of quotes) {
    for (const span of [...sources, ...contents, ...(cue === null ? [] : [cue])])
      assert.equal(points.slice(span.start, span.end).join(''), span.text)
  }
  assert.deepEqual(
    quotes[1]!.contents.map(({ text }) => text),
    ['“The dam 😀 is safe,”', '“It\nwas never & nowhere unsafe.”'],
  )
})

test('brat: no line break inside an annotation, offsets that give its words, relations between things that are there', () => {
  const points = [...exported.text]
  const lines = bratAnnotations(exported).split('\n').slice(0, -1)
  const ids = new Set(lines.map((line) => line.split('\t')[0]!))
  assert.equal(ids.size, lines.length, 'ids are unique')
  const entities = lines.filter((line) => line.startsWith('T'))
  for (const line of entities) {
    const [, head, words] = line.split('\t')
    const places = head!.slice(head!.indexOf(' ') + 1).split(';')
    const slices = places.map((place) => points.slice(...(place.split(' ').map(Number) as [number, number])).join(''))
    assert.equal(slices.join(' '), words)
  }
  assert.equal(entities.length, 4)
  for (const [, first, second] of lines.join('\n').matchAll(/Arg1:(T\d+) Arg2:(T\d+)/g))
    assert.ok(ids.has(first!) && ids.has(second!))
  assert.match(lines.join('\n'), /^A\d+\tAct T1 commitment$/m)
})

test('Web Annotation: the shape of the model; both selectors point at the words', () => {
  const annotations = webAnnotations(exported) as unknown as Annotation[]
  assert.equal(annotations.length, 2)
  const points = [...exported.text]
  for (const annotation of annotations) {
    assert.equal(annotation['@context'], 'http://www.w3.org/ns/anno.jsonld')
    assert.equal(annotation.type, 'Annotation')
    assert.ok(URL.canParse(annotation.id))
    for (const body of annotation.body) assert.equal(body.type, 'TextualBody')
    for (const { source, selector } of annotation.target) {
      assert.equal(source, 'https://example.org/dam')
      const [quote, position] = selector
      assert.equal(quote.type, 'TextQuoteSelector')
      assert.equal(position.type, 'TextPositionSelector')
      assert.equal(points.slice(position.start, position.end).join(''), quote.exact)
      assert.ok(exported.text.includes(quote.prefix + quote.exact + quote.suffix))
      assert.ok((quote.prefix + quote.suffix).isWellFormed())
    }
  }
})

interface Annotation {
  readonly '@context': string
  readonly id: string
  readonly type: string
  readonly body: readonly { readonly type: string; readonly value: string }[]
  readonly target: readonly {
    readonly source: string
    readonly selector: readonly [
      { readonly type: string; readonly exact: string; readonly prefix: string; readonly suffix: string },
      { readonly type: string; readonly start: number; readonly end: number },
    ]
  }[]
}

test('JSON-LD: a processor expands it without fetching anything and loses no term; the chain is derived hop by hop', async () => {
  const data = jsonLd(exported)
  const documentLoader = () => assert.fail('nothing is to be fetched')
  const expanded = (await jsonld.expand(data as never, { documentLoader, safe: true } as never)) as Record<
    string,
    unknown
  >[]
  const quads = await jsonld.toRDF(data, { documentLoader })
  const own = new Set(
    quads.map(({ predicate }) => predicate.value).filter((value) => value.startsWith('urn:onrecord:ns:')),
  )
  for (const term of own) assert.ok(Object.hasOwn(VOCABULARY, term.slice('urn:onrecord:ns:'.length)), term)
  const byId = new Map(expanded.map((node) => [node['@id'], node]))
  const statement = byId.get(`urn:onrecord:${relayed.id}`)!
  assert.ok((statement['@type'] as string[]).includes('https://schema.org/Claim'))
  assert.ok((byId.get(`urn:onrecord:${said.id}`)!['@type'] as string[]).includes('https://schema.org/Quotation'))
  const derived = 'http://www.w3.org/ns/prov#wasDerivedFrom'
  const first = (statement[derived] as { '@id': string }[])[0]!['@id']
  const second = (byId.get(first)![derived] as { '@id': string }[])[0]!['@id']
  assert.equal(byId.get(second)![derived], undefined)
})

test('Atom: a feed parser finds every entry, whatever stands in the text', () => {
  const feed = atomFeed([{ ...exported, added: '2026-03-02T08:00:00.000Z' }], {
    title: 'dam & <water>\u0000',
    self: 'http://127.0.0.1:4870/statements?text=dam&act=threat',
    statements: 'http://127.0.0.1:4870/statements/',
    updated: '2026-03-02T08:00:00.000Z',
  })
  const parsed = parseAtomFeed(feed)
  assert.equal(parsed.title && textOf(parsed.title), 'dam & <water>\ufffd')
  assert.equal(parsed.entries?.length, 2)
  const entry = parsed.entries![1]!
  assert.equal(textOf(entry.content), said.content.text)
  assert.equal(entry.id, `urn:onrecord:${said.id}`)
  assert.equal(entry.authors?.[0]?.name, 'Ana Pohl')
})

/** The parser gives texts as strings or, with attributes, as objects. */
const textOf = (node: unknown): unknown =>
  typeof node === 'object' && node !== null && 'value' in node ? (node as { value: unknown }).value : node

test('Markdown: a dossier in which nothing of a page is markup', () => {
  const hostile = {
    ...said,
    content: { ...said.content, text: '# no heading\n<script>x</script> [a](javascript:b) `c`' },
  }
  const text = markdownDossier([{ statement: hostile, document: exported.document }], {
    title: 'Ana *Pohl*',
    statements: null,
    made: '2026-03-03',
  })
  assert.match(text, /^# Ana \\\*Pohl\\\*$/m)
  assert.match(text, /^> \\# no heading$/m)
  assert.ok(!text.includes('<script') && !/[^\\]\]\(javascript/.test(text))
  assert.ok(text.includes(said.id))
})

test('docs/exports.md has every column and every term', () => {
  const page = readFileSync(new URL('../../docs/exports.md', import.meta.url), 'utf8')
  for (const [name, holds] of CSV_COLUMNS) assert.ok(page.includes(`| \`${name}\` | ${holds} |`), name)
  for (const [name, says] of Object.entries(VOCABULARY)) assert.ok(page.includes(`| \`${name}\` | ${says} |`), name)
})
