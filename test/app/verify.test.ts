/** `verify` held against a ledger: slices of it are verbatim, changed words never; who said it, where, and records before reports. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { perform } from '../../src/app/perform.ts'
import type { DocumentEntry, Store } from '../../src/app/ports.ts'
import { verifyDraft } from '../../src/app/verify-draft.ts'
import { type Verdict, verifyQuote } from '../../src/app/verify-quote.ts'
import { wordsOf } from '../../src/core/wording/words-of.ts'
import { readingDeps } from '../../src/runtime/reading.ts'
import { openSqliteStore } from '../../src/store/sqlite.ts'
import { buildEntry } from '../support/build-entry.ts'

const said = '“The harbour tunnel will not be closed to traffic this summer, and 14 crews work there every night,”'
const report = buildEntry({
  document: { url: 'https://example.org/tunnel', publisher: 'The Harbour Post', published: '2026-03-05' },
  blocks: [
    ['headline', 'Tunnel stays open'],
    ['paragraph', `${said} Mira Halvorsen said. The tunnel was built in 1961 by nobody in particular.`],
  ],
  statements: [{ source: ['Mira Halvorsen'], cue: ['said'], content: [said], form: 'direct' }],
})
const spoken =
  'Well, the harbour tunnel will not be closed to traffic this summer, and 14 crews work there every night.'
const briefing = buildEntry({
  document: {
    kind: 'transcript',
    url: 'https://example.org/briefing',
    publisher: 'City Hall',
    published: '2026-03-04',
  },
  blocks: [['paragraph', `MS. HALVORSEN: ${spoken}`]],
  statements: [{ source: ['MS. HALVORSEN'], content: [spoken], form: 'direct' }],
})
const other = buildEntry({
  document: { url: 'https://example.org/ferry', publisher: 'The Tern', published: '2026-03-06' },
  blocks: [['paragraph', 'Jonas Eide said that the ferry would carry twice as many cars in autumn as it does now.']],
  statements: [
    {
      source: ['Jonas Eide'],
      cue: ['said'],
      content: ['that the ferry would carry twice as many cars in autumn as it does now'],
    },
  ],
})

let store: Store
before(async () => {
  store = openSqliteStore(':memory:')
  for (const entry of [report, briefing, other]) assert.equal(await store.putDocument(entry), 'stored')
})
after(() => store.close())

const verdictOf = async (quote: string, asked: object = {}): Promise<Verdict> =>
  (await perform(verifyQuote, { store }, { quote, ...asked })).verdict

test('any slice of four words or more is verbatim, wherever it is cut', async () => {
  const texts: readonly DocumentEntry[] = [report, briefing, other]
  await fc.assert(
    fc.asyncProperty(fc.nat(2), fc.nat(60), fc.integer({ min: 4, max: 30 }), async (which, from, length) => {
      const { text, document } = texts[which]!
      const words = wordsOf(text)
      const first = words[Math.min(from, words.length - 4)]!
      const last = words[Math.min(words.indexOf(first) + length, words.length) - 1]!
      const quote = text.slice(first.start, last.end)
      const answer = await perform(verifyQuote, { store }, { quote, document: document.id })
      assert.equal(answer.verdict, 'verbatim', quote)
      const { span, text: shown } = answer.matches[0]!
      const entry = texts.find((each) => each.document.id === answer.matches[0]!.document)!
      assert.equal(shown, entry.text.slice(span.start, span.end))
    }),
    { numRuns: 60 },
  )
})

test('with one word changed it never is', async () => {
  const words = wordsOf(spoken)
  await fc.assert(
    fc.asyncProperty(fc.nat(words.length - 1), async (at) => {
      const { start, end } = words[at]!
      assert.notEqual(await verdictOf(`${spoken.slice(0, start)}zebra${spoken.slice(end)}`), 'verbatim')
    }),
    { numRuns: 30 },
  )
})

test('what a change changes is named', async () => {
  const changed = async (from: string, to: string) =>
    (await perform(verifyQuote, { store }, { quote: spoken.replace(from, to) })).matches[0]!.altersMeaning
  assert.deepEqual(await changed('not ', ''), ['negation'])
  assert.deepEqual(await changed('14', '40'), ['number'])
  assert.deepEqual(await changed('will', 'may'), ['modality'])
})

test('the record comes before reports of it', async () => {
  const { matches } = await perform(
    verifyQuote,
    { store },
    { quote: 'the harbour tunnel will not be closed to traffic this summer' },
  )
  assert.deepEqual(
    matches.map(({ document }) => document),
    [briefing.document.id, report.document.id],
  )
})

test('of another speaker, in another document, not at all', async () => {
  const quote = 'the ferry would carry twice as many cars in autumn'
  assert.equal(await verdictOf(quote, { speaker: 'Eide' }), 'verbatim')
  assert.equal(await verdictOf(quote, { speaker: 'Mira Halvorsen' }), 'other-speaker')
  assert.equal(await verdictOf(quote.replace('autumn', 'spring'), { speaker: 'Mira Halvorsen' }), 'other-speaker')
  assert.equal(await verdictOf(quote, { document: report.document.id }), 'other-document')
  assert.equal(await verdictOf(quote, { document: 'https://example.org/ferry' }), 'verbatim')
  assert.equal(await verdictOf(quote, { publisher: 'the tern' }), 'verbatim')
  assert.equal(await verdictOf(quote, { publisher: 'The Harbour Post' }), 'other-document')
  assert.equal(await verdictOf('The mayor resigned over the price of bread and went home'), 'not-found')
})

test('words that stand in a document but in no statement are there, and nobody’s', async () => {
  const quote = 'The tunnel was built in 1961 by nobody in particular'
  const { verdict, matches } = await perform(verifyQuote, { store }, { quote })
  assert.deepEqual([verdict, matches[0]!.statement, matches[0]!.speaker], ['verbatim', null, null])
  assert.equal(await verdictOf(quote, { speaker: 'Mira Halvorsen' }), 'other-speaker')
})

test('cuts and an editor’s words', async () => {
  assert.equal(await verdictOf('The harbour tunnel will not be closed … and 14 crews work there'), 'verbatim')
  assert.equal(await verdictOf('[It] will not be closed to traffic this summer'), 'verbatim')
  assert.notEqual(await verdictOf('14 crews work there … The harbour tunnel will not be closed'), 'verbatim')
})

test('nothing, one word, a hundred thousand characters', async () => {
  for (const quote of ['', '  ', '“…”']) await assert.rejects(verdictOf(quote), { code: 'invalid-input' })
  assert.equal(await verdictOf('tunnel'), 'verbatim')
  const started = performance.now()
  assert.notEqual(await verdictOf('the harbour tunnel is closed '.repeat(3500)), 'verbatim')
  assert.ok(performance.now() - started < 3000)
  assert.equal(await verdictOf('NEAR( "AND" * tunnel'), 'not-found')
})

test('every quotation of a draft gets a verdict', async () => {
  const draft =
    'Tunnel news\n\n“The harbour tunnel will be closed to traffic this summer,” Mira Halvorsen said. “The ferry would carry twice as ' +
    'many cars in autumn,” Mira Halvorsen said. The “harbour tunnel” is old.\n'
  const deps = { ...readingDeps({ model: 'rules' }), store }
  const { quotations } = await perform(verifyDraft, deps, { bytes: Buffer.from(draft), file: null })
  assert.deepEqual(
    quotations.map(({ verdict, tooShort }) => [verdict, tooShort]),
    [
      ['altered', false],
      ['other-speaker', false],
      ['verbatim', true],
    ],
  )
  for (const { quote, span } of quotations) assert.equal(draft.slice(span.start, span.end), quote)
})

test('the store has no more than it is asked for', async () => {
  assert.equal((await store.passages({ whole: [], pieces: ['tunnel', 'ferry'], words: ['tunnel'] }, 1)).length, 1)
  assert.deepEqual(await store.passages({ whole: ['"'], pieces: ['*'], words: ['', '"'] }, 5), [])
})

test('a headline with the same words does not cut the passage short', async () => {
  const content = 'The county will not lend ferries to carry cars to Tarn'
  const page = buildEntry({
    blocks: [
      ['headline', 'County lends no ferries to Tarn'],
      ['paragraph', `${content}, Ada Bell told reporters.`],
    ],
    statements: [{ source: ['Ada Bell'], cue: ['told'], content: [content] }],
  })
  const own = openSqliteStore(':memory:')
  try {
    await own.putDocument(page)
    const { verdict, matches } = await perform(
      verifyQuote,
      { store: own },
      { quote: 'The county will lend ferries to carry cars to Tarn' },
    )
    assert.equal(verdict, 'altered')
    assert.equal(matches[0]!.text, content)
    assert.deepEqual(matches[0]!.altersMeaning, ['negation'])
  } finally {
    await own.close()
  }
})
