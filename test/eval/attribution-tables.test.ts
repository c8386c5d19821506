/** Runs of tokens, forms, phenomena, agreement between people and reliability, each on numbers worked out by hand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measureAttribution } from '../../eval/attribution.ts'
import { articleOf } from '../../eval/attribution-articles.ts'
import { reliabilityOf } from '../../eval/attribution-reliability.ts'
import { formatAttribution } from '../../eval/attribution-report.ts'
import type { Rates } from '../../eval/attribution-score.ts'
import { runsOf, tokenIndexOf } from '../../eval/attribution-spans.ts'
import { english } from '../../src/core/english.ts'
import { articleFrom, EVERY_PHENOMENON, findsOf, relationsOf } from './attribution-articles.ts'

test('a span becomes one run a paragraph, with its punctuation; a token it touches is in it', async () => {
  // Pia 0 wrote 1 : 2 | “ 3 We 4 go 5 . 6 | We 7 stay 8 . 9 ” 10
  const text = 'Pia wrote:\n\n“We go.\n\nWe stay.”'
  const { tokens, blocks } = await articleOf(text, [], english())
  const index = tokenIndexOf(tokens, blocks)
  const runs = (start: number, end: number) => runsOf(index, { start, end }).map(({ first, last }) => [first, last])
  assert.deepEqual(runs(text.indexOf('“'), text.length), [
    [3, 6],
    [7, 10],
  ])
  assert.deepEqual(runs(0, text.length), [
    [0, 2],
    [3, 6],
    [7, 10],
  ])
  assert.deepEqual(runs(text.indexOf('rote'), text.indexOf('rote') + 2), [[1, 1]])
  assert.deepEqual(runs(text.indexOf('\n'), text.indexOf('“')), [])
})

test('a content over two paragraphs is right by paragraph', async () => {
  const text = 'Pia wrote:\n\n“We go.\n\nWe stay.”'
  const spans = (start: number, end: number) => [{ source: [], cue: [], content: [{ start, end }] }]
  const begin = text.indexOf('“')
  const article = await articleOf(text, [{ annotator: 'A', relations: spans(begin, text.length) }], english())
  const found = findsOf(spans(begin, text.indexOf('go.') + 3))
  const { exact, phenomena } = await measureAttribution([{ ...article, found }])
  const { found: mine, foundRight, gold } = exact.content
  assert.deepEqual([mine, foundRight, gold], [1, 1, 2])
  assert.deepEqual(phenomena['multi-paragraph'], { relations: 1, relationsFound: 0, contents: 2, contentsFound: 1 })
  assert.equal(phenomena.split.relations, 0)
})

/** Finds the relations 2 and 5, and of 7 the first paragraph. */
const SOME_FOUND = EVERY_PHENOMENON.replaceAll(/\[[SCQ][13468] ((?:[^[\]]|\[[SCQ]\d [^\]]*\])*)\]/g, '$1').replace(
  '[Q7 And another.]',
  'And another.',
)

test('the rows of the table of phenomena', async () => {
  assert.deepEqual(
    relationsOf(SOME_FOUND).map(({ content }) => content.length),
    [2, 1, 1],
  )
  const { phenomena } = await measureAttribution([await articleFrom(SOME_FOUND, EVERY_PHENOMENON)])
  const rows = Object.entries(phenomena).map(([name, row]) => [
    name,
    row.relations,
    row.relationsFound,
    row.contents,
    row.contentsFound,
  ])
  assert.deepEqual(rows, [
    ['all', 8, 2, 10, 4],
    ['direct', 2, 1, 3, 2],
    ['indirect', 5, 1, 6, 2],
    ['mixed', 1, 0, 1, 0],
    ['split', 2, 1, 4, 3],
    ['multi-paragraph', 1, 0, 2, 1],
    ['no source', 1, 0, 1, 0],
    ['no cue', 1, 0, 1, 0],
    ['nested', 1, 1, 1, 1],
    ['according to', 1, 0, 1, 0],
    ['headline', 1, 0, 1, 0],
    ['thought', 2, 1, 2, 1],
  ])
})

test('exact content by form, of what is found and of what is annotated', async () => {
  const { forms } = await measureAttribution([await articleFrom(SOME_FOUND, EVERY_PHENOMENON)])
  const counts = Object.entries(forms).map(([form, { found, foundRight, gold, goldRight }]) => [
    form,
    found,
    foundRight,
    gold,
    goldRight,
  ])
  assert.deepEqual(counts, [
    ['direct', 2, 2, 3, 2],
    ['indirect', 2, 2, 6, 2],
    ['mixed', 0, 0, 1, 0],
  ])
})

const weather = {
  both: '[S1 Ana] [C1 said] [Q1 it rains]. [S2 Bo] [C2 said] [Q2 it snows].',
  first: '[S1 Ana] [C1 said] [Q1 it rains]. Bo said it snows.',
  second: 'Ana said it rains. [S2 Bo] [C2 said] [Q2 it snows].',
}

test('people against one another: the mean of the ordered pairs, beside the finds on the same articles', async () => {
  const alone = await articleFrom(weather.both, weather.both)
  const shared = await articleFrom(weather.second, weather.both, weather.first)
  const report = await measureAttribution([alone, shared])
  const humans = report.humans!
  assert.deepEqual([humans.articles, humans.pairs], [1, 2])
  // A against B: one of two is right, one of one found; B against A the other way round.
  const pairs = [
    humans.between.exact.content,
    humans.between.exact.micro,
    humans.between.overlap.content80,
    humans.between.relations.exact,
    humans.between.relations.lenient,
  ]
  for (const rates of pairs) assertRates(rates, 3 / 4, 3 / 4, 2 / 3)
  // The find is one of A's two and none of B's one.
  assertRates(humans.ours.exact.content, 1 / 2, 1 / 3, 2 / 5)
  assert.deepEqual(humans.phenomena.all, { relations: 3, relationsFound: 2, contents: 3, contentsFound: 2 })
  assert.deepEqual(humans.support.all, { relations: 2, found: 0 })
  assert.deepEqual(humans.support.none, { relations: 1, found: 1 })
  const printed = formatAttribution(report)
  assert.match(printed, /mean of 2 ordered pairs, 1 articles/)
  assert.match(printed, /\nexact content +75\.0 +75\.0 +66\.7 +50\.0 +33\.3 +40\.0\n/)
})

function assertRates({ precision, recall, f1 }: Rates, ...expected: readonly number[]): void {
  for (const [index, value] of [precision, recall, f1].entries())
    assert.ok(value !== null && Math.abs(value - expected[index]!) < 1e-12, `${value} is not ${expected[index]}`)
}

test('annotated relations by how many of the three other annotators have them', async () => {
  const whole =
    '[S1 A] [C1 said] [Q1 one]. [S2 B] [C2 said] [Q2 two]. [S3 C] [C3 said] [Q3 three]. [S4 D] [C4 said] [Q4 four].'
  const only = (ids: string) => whole.replaceAll(new RegExp(`\\[[SCQ][^${ids} ] ([^\\]]*)\\]`, 'g'), '$1')
  // One is everybody's, two is A's, B's and C's, three A's and D's, four A's alone.
  const article = await articleFrom(only('23'), only('1234'), only('12'), only('12'), only('13'))
  const { support } = (await measureAttribution([article])).humans!
  assert.deepEqual(support, {
    none: { relations: 1, found: 0 },
    'fewer than half': { relations: 2, found: 2 },
    'half or more': { relations: 3, found: 3 },
    all: { relations: 4, found: 0 },
  })
})

test('confidence against the share that is right', () => {
  const { bins, error } = reliabilityOf([
    { confidence: 0.25, right: false },
    { confidence: 0.75, right: true },
    { confidence: 0.75, right: false },
    { confidence: 1, right: true },
  ])
  assert.deepEqual(
    bins.map(({ found, confidence, right }) => [found, confidence, right]),
    [
      [1, 0.25, 0],
      [0, null, null],
      [0, null, null],
      [2, 0.75, 0.5],
      [0, null, null],
      [1, 1, 1],
    ],
  )
  // One find a quarter off, two finds a quarter off, one find exact.
  assert.equal(error, 0.1875)
})

test('a confidence on an edge belongs to the bin above it; no finds are no error', () => {
  const { bins } = reliabilityOf([0.3, 0.5, 0.7, 0.8, 0.9].map((confidence) => ({ confidence, right: true })))
  assert.deepEqual(
    bins.map(({ found }) => found),
    [0, 1, 1, 1, 1, 1],
  )
  assert.equal(reliabilityOf([]).error, null)
})
