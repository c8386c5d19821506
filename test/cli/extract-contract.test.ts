/** The contract of `onrecord extract --format jsonl`: names and order of every field, on pages of every kind. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractShape } from '../../scripts/extract-shape.ts'
import type { Statement } from '../../src/core/statement.ts'
import { fileOf, storyHtml, storyText } from './pages.ts'
import { onrecord, valuesOf } from './terminal.ts'

const keys = {
  line: ['document', 'blocks', 'statements', 'notices'],
  document: [
    'id',
    'kind',
    'file',
    'url',
    'title',
    'publisher',
    'authors',
    'published',
    'publishedFrom',
    'modified',
    'language',
    'original',
    'sha256',
    'chars',
  ],
  statement: [
    'id',
    'form',
    'manner',
    'content',
    'cue',
    'source',
    'speaker',
    'addressee',
    'medium',
    'said',
    'via',
    'within',
    'act',
    'about',
    'confidence',
  ],
  anchored: ['spans', 'text'],
  span: ['start', 'end'],
  speaker: ['name', 'entity', 'kind', 'role', 'of', 'count', 'speaksFor', 'members', 'reason', 'candidates'],
  speaksFor: ['name', 'entity'],
  member: ['name', 'entity', 'kind'],
  candidate: ['name', 'weight'],
  party: ['name', 'kind', 'entity', 'span'],
  relay: ['name', 'kind', 'span', 'entity'],
  said: ['value', 'text', 'span', 'precision', 'anchor', 'earliest', 'latest'],
  act: ['type', 'polarity', 'condition', 'deadline'],
  confidence: ['relation', 'speaker', 'said', 'act'],
  notice: ['code', 'message', 'span', 'statement'],
}

/** Every field filled, as few statements of a page are. */
const whole: Statement = {
  id: 'd-0000000000000000.0-1',
  form: 'direct',
  manner: 'speech',
  content: { spans: [{ start: 0, end: 1 }], text: 'x' },
  cue: { spans: [], text: '' },
  source: { spans: [], text: '' },
  speaker: {
    name: 'Ilse Marten',
    entity: 'e-0000000000000001',
    kind: 'person',
    role: 'spokeswoman',
    of: 'Harbour Board',
    count: null,
    speaksFor: { name: 'Harbour Board', entity: null },
    members: [{ name: 'Ilse Marten', entity: null, kind: 'person' }],
    reason: null,
    candidates: [{ name: 'Pia Holm', weight: 0.4 }],
  },
  addressee: { name: 'Daily Lantern', kind: 'publication', entity: null, span: { start: 0, end: 1 } },
  medium: { name: 'an interview', kind: 'interview', entity: null, span: { start: 0, end: 1 } },
  said: {
    value: '2024-06-20',
    text: 'on Thursday',
    span: { start: 0, end: 1 },
    precision: 'day',
    anchor: 'published',
    earliest: '2024-06-20',
    latest: '2024-06-20',
  },
  via: [{ name: 'Harbour News', kind: 'publication', span: { start: 0, end: 1 }, entity: null }],
  within: null,
  act: { type: null, polarity: null, condition: { spans: [], text: '' }, deadline: null },
  about: [],
  confidence: { relation: 1, speaker: 1, said: 1, act: null },
}

// biome-ignore lint/suspicious/noExplicitAny: what a script without our types gets
type Json = any

const pages = [
  'examples',
  fileOf('contract/plain.txt', storyText('Ferry to sail again')),
  fileOf('contract/page.html', storyHtml('“We will sail”: harbour master')),
  fileOf('contract/windows.txt', storyText('Line ends').replaceAll('\n', '\r\n')),
  fileOf('contract/astral.txt', storyText('Ferry 🛳️ back', '🛳️ will sail, 𝔣erry and all')),
  fileOf('contract/bom.txt', `\ufeff${storyText('Byte order')}`),
  fileOf('contract/mislabelled.html', Buffer.from(storyHtml('Caf\u00e9').replace('utf-8', 'us-ascii'), 'utf8')),
]

const lines: Json[] = valuesOf((await onrecord(['extract', ...pages, '--format', 'jsonl', '--text'])).out)

test('every object has exactly its keys, in the order of the contract', () => {
  assert.ok(lines.length >= 18)
  for (const line of lines) {
    assertKeys(line, [...keys.line, 'text'])
    assertKeys(line.document, keys.document)
    for (const block of line.blocks) assertKeys(block, ['start', 'end', 'kind', ...('lang' in block ? ['lang'] : [])])
    for (const notice of line.notices) {
      assertKeys(notice, keys.notice)
      if (notice.span !== null) assertKeys(notice.span, keys.span)
    }
    for (const statement of line.statements) {
      assertKeys(statement, keys.statement)
      for (const part of ['content', 'cue', 'source']) {
        assertKeys(statement[part], keys.anchored)
        for (const span of statement[part].spans) assertKeys(span, keys.span)
      }
      assertParts(statement)
      assertKeys(statement.said, keys.said)
      assertKeys(statement.act, keys.act)
      assertKeys(statement.act.condition, keys.anchored)
      assertKeys(statement.confidence, keys.confidence)
    }
  }
})

test('a statement of which everything is known has the same keys', () => {
  assertKeys(whole, keys.statement)
  assertParts(whole)
})

function assertParts({ speaker, addressee, medium, via }: Json): void {
  if (speaker !== null) {
    assertKeys(speaker, keys.speaker)
    if (speaker.speaksFor !== null) assertKeys(speaker.speaksFor, keys.speaksFor)
    for (const member of speaker.members) assertKeys(member, keys.member)
    for (const candidate of speaker.candidates) assertKeys(candidate, keys.candidate)
  }
  for (const party of [addressee, medium]) if (party !== null) assertKeys(party, keys.party)
  for (const relay of via) assertKeys(relay, keys.relay)
}

test('without --text the line ends with the notices', async () => {
  const [line] = valuesOf((await onrecord(['extract', pages[1]!])).out)
  assertKeys(line, keys.line)
})

test('values are of the kinds the contract names', () => {
  const dates = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/
  for (const { document, statements, blocks, notices } of lines) {
    assert.match(document.id, /^d-[0-9a-f]{16}$/)
    assert.match(document.sha256, /^[0-9a-f]{64}$/)
    assert.ok(['report', 'transcript', 'release'].includes(document.kind))
    assert.ok([null, 'json-ld', 'meta', 'text', 'url', 'given'].includes(document.publishedFrom))
    assert.equal(document.published === null, document.publishedFrom === null)
    for (const name of ['published', 'modified']) if (document[name] !== null) assert.match(document[name], dates)
    for (const name of ['file', 'url', 'title', 'publisher', 'original']) {
      assert.ok(document[name] === null || (typeof document[name] === 'string' && document[name] !== ''), name)
    }
    assert.ok(document.authors.every((author: Json) => typeof author === 'string' && author !== ''))
    assert.equal(Intl.getCanonicalLocales(document.language)[0], document.language)
    for (const { kind } of blocks) assert.ok(blockKinds.has(kind), kind)
    for (const { code, message } of notices) assert.ok(typeof code === 'string' && message.length > 20)
    for (const statement of statements) {
      assert.ok(['direct', 'indirect', 'mixed'].includes(statement.form))
      assert.ok(['speech', 'writing', 'thought'].includes(statement.manner))
      assert.ok(Array.isArray(statement.via) && Array.isArray(statement.about))
      assert.ok(statement.confidence.relation > 0 && statement.confidence.relation <= 1)
      // "Reports say": a source may be nobody's.
      if (statement.source.spans.length === 0) assert.equal(statement.speaker, null)
    }
  }
})

const blockKinds = new Set(
  'headline standfirst byline dateline paragraph quote list-item caption boilerplate'.split(' '),
)

test('every offset slices to what the line says', () => {
  let count = 0
  for (const { document, blocks, statements, notices, text } of lines) {
    assert.equal(text.length, document.chars)
    for (const span of [...blocks, ...notices.flatMap(({ span }: Json) => span ?? [])]) assertInside(span, text)
    for (const statement of statements) {
      for (const part of ['content', 'cue', 'source']) {
        const { spans, text: said } = statement[part]
        for (const span of spans) assertInside(span, text)
        assert.equal(said, spans.map(({ start, end }: Json) => text.slice(start, end)).join(' … '))
        count += spans.length
      }
      assert.ok(statement.content.spans.length > 0)
    }
  }
  assert.ok(count > 500, `${count} spans`)
})

test('ids: the document and the spans of the content; within names a statement of the same line that holds it', () => {
  const documents = new Set<string>()
  for (const { document, statements } of lines) {
    assert.ok(!documents.has(document.id), document.file)
    documents.add(document.id)
    const byId = new Map<string, Json>(statements.map((statement: Json) => [statement.id, statement]))
    assert.equal(byId.size, statements.length)
    let last = 0
    for (const { id, content, within } of statements) {
      assert.equal(id, `${document.id}.${content.spans.map(({ start, end }: Json) => `${start}-${end}`).join('_')}`)
      assert.ok(content.spans[0].start >= last, 'in text order')
      last = content.spans[0].start
      if (within === null) continue
      const holds = byId
        .get(within)
        .content.spans.some(
          ({ start, end }: Json) => start <= content.spans[0].start && content.spans.at(-1).end <= end,
        )
      assert.ok(holds, `${id} within ${within}`)
    }
  }
})

test('the documentation lists exactly the fields there are, in their order', () => {
  const documented = extractShape.map(([path]) => path)
  assert.equal(new Set(documented).size, documented.length)
  const seen = new Set([...lines, { statements: [whole] }].flatMap((line) => pathsOf(line, '')))
  // Spans are written out once.
  const alike = /^statements\[\]\.(cue|source|act\.condition)\.|\.span\./
  assert.deepEqual(
    [...seen].filter((path) => !documented.includes(path) && !alike.test(path)),
    [],
    'fields without a row',
  )
  assert.deepEqual(
    documented.filter((path) => !seen.has(path)),
    [],
    'rows without a field',
  )
  const parents = (order: readonly string[], parent: string) =>
    order.filter((path) => path.startsWith(parent) && !path.slice(parent.length).includes('.'))
  for (const [parent, names] of [
    ['document.', keys.document],
    ['statements[].', keys.statement],
    ['statements[].speaker.', keys.speaker],
    ['statements[].speaker.speaksFor.', keys.speaksFor],
    ['statements[].speaker.members[].', keys.member],
    ['statements[].speaker.candidates[].', keys.candidate],
    ['statements[].addressee.', keys.party],
    ['statements[].medium.', keys.party],
    ['statements[].via[].', keys.relay],
    ['statements[].said.', keys.said],
    ['statements[].act.', keys.act],
    ['statements[].confidence.', keys.confidence],
    ['notices[].', keys.notice],
  ] as const) {
    assert.deepEqual(
      parents(documented, parent).map((path) => path.slice(parent.length).replace('[]', '')),
      names,
    )
  }
})

/** Lists of objects that may have none. */
const emptied = new Set(['blocks', 'statements', 'notices', 'spans', 'via', 'members', 'candidates'])

/** `statements[].content.spans[].start`, and so on; a list of plain values counts as one. */
function pathsOf(value: Json, path: string): string[] {
  if (Array.isArray(value)) {
    const objects = value.filter((item) => typeof item === 'object')
    return objects.length === 0 ? [] : objects.flatMap((item) => [`${path}[]`, ...pathsOf(item, `${path}[]`)])
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = path === '' ? key : `${path}.${key}`
    const isList = Array.isArray(inner) && inner.some((item) => typeof item === 'object')
    const emptyList = Array.isArray(inner) && emptied.has(key)
    return [...(isList || emptyList ? [] : [name]), ...pathsOf(inner, name)]
  })
}

function assertKeys(value: object | undefined, expected: readonly string[]): void {
  assert.deepEqual(Object.keys(value!), expected)
}

function assertInside({ start, end }: { start: number; end: number }, text: string): void {
  assert.ok(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length)
  for (const at of [start, end]) assert.ok(!/^[\udc00-\udfff]/.test(text.slice(at, at + 1)), 'not inside a pair')
}
