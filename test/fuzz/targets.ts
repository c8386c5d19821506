/** Every parser of ours as a target of the fuzzer, with the rules that hold for whatever it is given. */
import assert from 'node:assert/strict'
import { importLine } from '../../src/app/import-document.ts'
import type { Block } from '../../src/core/doc.ts'
import { english } from '../../src/core/english.ts'
import { OnrecordError } from '../../src/core/errors.ts'
import { bratAnnotations } from '../../src/core/export/brat.ts'
import { citronDocument } from '../../src/core/export/citron.ts'
import { jsonLd } from '../../src/core/export/json-ld.ts'
import { webAnnotations } from '../../src/core/export/web-annotation.ts'
import { aboutTerms } from '../../src/core/query/about-terms.ts'
import { parseQuery, QueryFault } from '../../src/core/query/parse-query.ts'
import { printQuery } from '../../src/core/query/print-query.ts'
import { readSearchBox } from '../../src/core/query/search-box.ts'
import { searchTerms } from '../../src/core/search-terms.ts'
import type { Span } from '../../src/core/span.ts'
import { toStatements } from '../../src/core/statement.ts'
import { CsvFault, csvRows } from '../../src/read/csv-rows.ts'
import { declaredEncoding, decodeBytes } from '../../src/read/decode-bytes.ts'
import { readLinkedData } from '../../src/read/json-ld.ts'
import { dateInAddress, metadataDate } from '../../src/read/metadata-date.ts'
import { datesIn } from '../../src/read/plain-date.ts'
import { type ReadOutcome, readDocument } from '../../src/read/read-document.ts'
import { parseRegister } from '../../src/read/read-register.ts'
import { parseSubjects } from '../../src/read/read-subjects.ts'
import { prefersJson } from '../../src/server/accept.ts'
import { fromCursor, toCursor } from '../../src/store/cursor.ts'
import { parseSearch } from '../../src/store/search-query.ts'
import type { Target } from './fuzzer.ts'
import { intakeTargets } from './intake-targets.ts'

const NEWS = [
  '“We will sail,” said Ada Wren. ',
  'He said that ',
  'said',
  'told',
  ', according to the mayor',
  'Mr. ',
  'U.S. ',
  'on Monday',
  'yesterday',
  '21 June 2024',
  'from 2019 to 2021',
  'the last three weeks of ',
  'By Jane Doe',
  'Share this article',
  'Q: ',
  'A: ',
  'MS. PSAKI: ',
  '(Laughter.)',
  '\n\n',
  '\n',
  '- ',
  '…',
  '" ',
  ' "',
]
const TAGS =
  '<p>|</p>|<div>|</div>|<br>|<ul><li>|<blockquote>|</blockquote>|<h1>|</h1>|<a href="/x">|</a>|<table><tr><td>|</table>|<script>|</script>|<script type="application/ld+json">|<!--|-->|<b>|</i>|<article>|</article>|<time datetime="2024-06-21">|<meta property="og:title" content="|<meta name="author" content="|<link rel="canonical" href="|<title>|</title>|<template>|<svg>|<noscript>|<![CDATA[|]]>|&amp;|&#x0;|&nbsp|class="byline"|">'.split(
    '|',
  )

/** The result, or the code of the error that a reader is meant to throw. */
function told<Result>(read: () => Result): Result | string {
  try {
    return read()
  } catch (thrown) {
    if (!(thrown instanceof OnrecordError) || thrown.code === 'bug') throw thrown
    assert.ok(thrown.message.length < 2_000, 'a message that can be read')
    return thrown.code
  }
}

const isInside = (text: string, { start, end }: Span): boolean => 0 <= start && start < end && end <= text.length

function checkPage(page: ReadOutcome | string): unknown {
  if (typeof page === 'string') return page
  const { text, blocks, document } = page
  let end = 0
  for (const block of blocks) {
    assert.ok(isInside(text, block) && block.start >= end, `block ${block.start}-${block.end}`)
    const slice = text.slice(block.start, block.end)
    assert.equal(slice, slice.trim())
    end = block.end
  }
  assert.equal(document.chars, text.length)
  assert.deepEqual(JSON.parse(JSON.stringify(page)), page, 'plain JSON')
  return page
}

const page = (file: string, seeds: readonly string[], words: readonly string[], grows = true): Target => ({
  grows,
  seeds,
  words,
  run: (input) => checkPage(told(() => readDocument({ bytes: Buffer.from(input), file }))),
})

const pipeline = english()

/** All stages of the rules over a text, its statements, and the exports of these. */
async function language(input: string): Promise<unknown> {
  const blocks: Block[] = []
  for (const { 0: part, index } of input.matchAll(/[^\n]+/g)) {
    const lead = part.length - part.trimStart().length
    const kind = part.startsWith('- ') ? 'list-item' : 'paragraph'
    if (part.trim() !== '') blocks.push({ start: index + lead, end: index + lead + part.trim().length, kind })
  }
  const doc = await pipeline.run({ text: input, lang: 'en', dct: '2024-06-21', layers: { blocks } })
  let before = 0
  for (const token of doc.layers.tokens) {
    assert.ok(isInside(input, token) && token.start >= before, 'tokens in order')
    before = token.end
  }
  before = 0
  for (const sentence of doc.layers.sentences) {
    assert.ok(isInside(input, sentence) && sentence.start >= before, 'sentences in order')
    before = sentence.end
  }
  for (const { spans } of doc.layers.quotations)
    for (const span of spans) assert.ok(isInside(input, span), 'a quotation')
  for (const timex of doc.layers.timexes) assert.ok(isInside(input, timex), 'a time')
  const statements = toStatements('d-0123456789abcdef', doc)
  for (const { content, cue, source } of statements) {
    assert.ok(content.spans.length > 0)
    for (const { spans, text } of [content, cue, source]) {
      for (const span of spans) assert.ok(isInside(input, span), 'a span of a statement')
      assert.equal(text, spans.map(({ start, end }) => input.slice(start, end)).join(' … '))
    }
  }
  assert.deepEqual(JSON.parse(JSON.stringify(statements)), statements, 'plain JSON')
  const document = { ...EXPORTED, chars: input.length }
  const exported = { document, text: input, statements }
  const citron = citronDocument(exported)
  return [statements, webAnnotations(exported), bratAnnotations(exported), JSON.stringify(citron), jsonLd(exported)]
}

const EXPORTED = readDocument({ bytes: Buffer.from('Somebody said something.'), file: 'a.txt' }).document

function query(input: string): unknown {
  const results: unknown[] = [searchTerms(input), parseSearch(input), aboutTerms(input)]
  for (const read of [parseQuery, readSearchBox]) {
    try {
      const result = read(input)
      if ('kind' in result) assert.deepEqual(parseQuery(printQuery(result)), result, 'printed and read back')
      else if (result.query !== null) assert.equal(printQuery(parseQuery(result.query)), result.query)
      results.push(result)
    } catch (thrown) {
      if (!(thrown instanceof QueryFault)) throw thrown
      assert.ok(thrown.at >= 0 && thrown.at <= input.length, 'a place in the query')
      results.push([thrown.at, thrown.message])
    }
  }
  return results
}

function dates(input: string): unknown {
  for (const dayFirst of [null, true, false]) {
    for (const { iso } of datesIn(input, dayFirst)) assert.match(iso, /^\d{4}-\d{2}-\d{2}$/)
  }
  const { iso } = metadataDate(input)
  const address = dateInAddress(input)
  for (const day of [iso, address]) if (day !== null) assert.ok(!Number.isNaN(Date.parse(day)), day)
  return [datesIn(input), iso, address]
}

function csv(input: string): unknown {
  try {
    const rows = [...csvRows(Buffer.from(input))]
    let line = 0
    for (const row of rows) {
      assert.ok(row.line > line, 'lines in order')
      line = row.line
    }
    return rows
  } catch (thrown) {
    if (!(thrown instanceof CsvFault)) throw thrown
    return thrown.message
  }
}

/** Headers and cursors, as a server gets them. */
function request(input: string): unknown {
  const key = told(() => fromCursor(input, 2, 'listDocuments'))
  if (typeof key !== 'string') assert.equal(toCursor(key), input)
  return [prefersJson(input), key, told(() => fromCursor(input, 3, 'listStatements'))]
}

function json(input: string): unknown {
  try {
    return JSON.parse(input)
  } catch {
    return null
  }
}

export const TARGETS: Readonly<Record<string, Target>> = {
  'plain-text': page(
    'a.txt',
    ['Ferry sails\n\nBy Jane Doe\n\nJune 21, 2024\n\nThe mayor said that it would sail.\n\nShare this article\n'],
    NEWS,
  ),
  html: page(
    'a.html',
    [
      '<html><head><title>Ferry sails</title><meta property="og:title" content="Ferry"></head><body><article><h1>Ferry sails</h1><p>The mayor said that the ferry would sail on Monday, and that nobody should doubt it.</p></article></body></html>',
    ],
    [...TAGS, ...NEWS],
    // Up to the deepest nesting that is kept, 512, each level costs as much as the text within: see docs/reliability.md.
    false,
  ),
  captions: page(
    'a.vtt',
    [
      'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ada Wren>We will sail\n\n',
      '1\n00:00:01,000 --> 00:00:04,000\nWe will sail\n\n2\n00:00:05,000 --> 00:00:06,000\n>> on Monday\n',
    ],
    ['WEBVTT', '00:00:01.000 --> ', ' --> ', '<v Ada>', '</v>', '>> ', 'NOTE ', 'STYLE', '\n\n', '[music]', ...NEWS],
  ),
  bytes: {
    seeds: [
      '<?xml version="1.0" encoding="koi8-r"?>',
      '<meta charset="windows-1251">text',
      '\xff\xfet\0e\0x\0t\0',
      '\xef\xbb\xbftext',
      'caf\xe9',
    ],
    words: [
      '<meta charset=',
      '<meta http-equiv content="text/html; charset=',
      'encoding="',
      'utf-8',
      'utf-16',
      'shift_jis',
      '\xff\xfe',
      '\xfe\xff',
      '\xc3',
      '\x81',
      '\xed\xa0\x80',
      '\0',
    ],
    run(input) {
      const bytes = Buffer.from(input, 'latin1')
      const { text, mismatch } = decodeBytes(bytes)
      assert.ok(text.length <= bytes.length * 2)
      return [text, mismatch, declaredEncoding(bytes), checkPage(told(() => readDocument({ bytes, file: null })))]
    },
  },
  'linked-data': {
    seeds: [
      '{"@type":"NewsArticle","headline":"A","datePublished":"2024-06-21T10:00:00Z","author":{"name":"B"}}',
      '{"@graph":[{"@type":"WebPage"},{"@type":"Article"}]}',
    ],
    words: [
      '{',
      '}',
      '[',
      ']',
      '"@type":',
      '"NewsArticle"',
      '"headline":',
      '"author":',
      '"name":',
      '"@id":',
      '"@graph":',
      ',',
      'null',
      '"\\ud800"',
      '{"@value":',
    ],
    run(input) {
      const data = readLinkedData([input, input], ['A'])
      assert.deepEqual(JSON.parse(JSON.stringify(data)), data)
      return data
    },
  },
  language: {
    seeds: [
      '“We will sail on Monday,” said Ada Wren, the harbour master. “Nobody has to stay.”\n\nHe told the Daily Lantern last week that it would not be closed until 2025.',
      'Q: Will it sail?\n\nMS. WREN: It will. (Laughter.)',
    ],
    words: NEWS,
    run: language,
  },
  query: {
    seeds: ['(troops OR "military personnel") about:Ukraine -act:denial from:2024-01-01', 'speaker:"Ada Wren" ferry*'],
    words: [
      '(',
      ')',
      '-',
      '"',
      '“',
      '*',
      ' OR ',
      ' AND ',
      'NOT ',
      ':',
      'act:',
      'denial',
      'from:',
      '2024-01-01',
      'about:',
      'speaker:',
      ',',
      '""',
    ],
    run: query,
    grows: false,
  },
  dates: {
    seeds: [
      'June 21, 2024 at 10:30 a.m.',
      '2024-06-21T10:00:00+02:00',
      'https://example.org/2024/06/21/ferry',
      '21.06.2024',
      '1718964000',
    ],
    words: [
      '2024',
      '06',
      '/',
      '-',
      '.',
      'June',
      'Juni',
      'juin',
      'T10:00',
      'Z',
      '+02:00',
      'Updated: ',
      '29',
      '31',
      '00',
      ' de ',
    ],
    run: dates,
  },
  csv: {
    seeds: ['id,name\n1,"Ada ""A"" Wren"\n2,Bo\n', 'a,b\r\n"x\ny",z\r\n'],
    words: ['"', '""', ',', '\n', '\r\n', '\ufeff', ';', '"\n"'],
    run: csv,
  },
  register: {
    seeds: ['name,kind,country,aliases,roles\nAda Wren,person,Russia,A. Wren,minister 2020–2024\n'],
    words: ['name', 'kind', 'country', 'person', 'state', 'aliases', '"', ',', '\n', '|', ';', '2020', '–', 'Russia'],
    run: (input) => {
      const register = told(() => parseRegister(Buffer.from(input), 'r.csv'))
      return typeof register === 'string' ? register : 'read'
    },
    grows: false,
  },
  subjects: {
    seeds: ['[[subject]]\nname = "Grain"\nquery = "grain OR wheat"\n', '[grain]\nname = "Grain"\n'],
    words: ['[[subject]]', '[', ']', 'name = ', 'query = ', '"', '"""', '=', '\n', 'grain', 'act:', '[[', '# '],
    run: (input) => told(() => parseSubjects(Buffer.from(input), 's.toml')),
    grows: false,
  },
  'import-line': {
    seeds: [JSON.stringify({ document: EXPORTED, blocks: [], statements: [], text: 'Somebody said something.' })],
    words: [
      '"document":',
      '"statements":',
      '"spans":',
      '[',
      ']',
      '{',
      '}',
      '"start":',
      '-1',
      '1e999',
      'null',
      '"__proto__":',
      ',',
    ],
    run(input) {
      const { success, error } = importLine.safeParse(json(input))
      return [success, error?.issues.length ?? 0]
    },
    grows: false,
  },
  request: {
    seeds: [
      'application/json;q=0.9, text/html;q=0.8, */*;q=0.1',
      toCursor(['2024-06-21', 'd-1']),
      toCursor(['', 'd-1', 3]),
    ],
    words: ['application/json', 'text/html', ';q=', ',', '*/*', '1e9', 'W/"', '"', 'WyIi', 'XQ=='],
    run: request,
  },
  ...intakeTargets,
}
