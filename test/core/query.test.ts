/** Tests of the language of queries: what it reads, how it says where a fault is, that printing reads back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aboutTerms, subjectNames } from '../../src/core/query/about-terms.ts'
import { isCalendarDay } from '../../src/core/query/calendar-day.ts'
import {
  DEEPEST_QUERY,
  hasWord,
  LONGEST_QUERY,
  MOST_TERMS,
  parseQuery,
  QueryFault,
} from '../../src/core/query/parse-query.ts'
import { printQuery } from '../../src/core/query/print-query.ts'
import { ACT_TYPES, QUERY_FIELDS, type Query, type QueryField } from '../../src/core/query/query.ts'

const word = (text: string, prefix = false): Query => ({ kind: 'text', text, prefix })
const field = (name: QueryField, ...values: string[]): Query => ({ kind: 'field', field: name, values })
const not = (of: Query): Query => ({ kind: 'not', of })
const all = (...of: Query[]): Query => ({ kind: 'all', of })
const any = (...of: Query[]): Query => ({ kind: 'any', of })

const readings: readonly (readonly [text: string, query: Query])[] = [
  ['troops', word('troops')],
  ['missile*', word('missile', true)],
  ['"military personnel"', word('military personnel')],
  ['“air defen"*', word('air defen', true)],
  ['troops soldiers', all(word('troops'), word('soldiers'))],
  ['troops AND soldiers', all(word('troops'), word('soldiers'))],
  ['a1 OR b1 c1', any(word('a1'), all(word('b1'), word('c1')))],
  ['(a1 OR b1) c1', all(any(word('a1'), word('b1')), word('c1'))],
  ['(a1 (b1 c1))', all(word('a1'), word('b1'), word('c1'))],
  ['-a1 NOT b1', all(not(word('a1')), not(word('b1')))],
  ['-(a1 OR b1)', not(any(word('a1'), word('b1')))],
  ['or and not', all(word('or'), word('and'), word('not'))],
  ['U.S. 10:30 anti-tank', all(word('U.S.'), word('10:30'), word('anti-tank'))],
  ['act:commitment,refusal,commitment', field('act', 'commitment', 'refusal')],
  ['ACT:Denial', field('act', 'denial')],
  ['about:"North Korea" -about:Kyiv', all(field('about', 'North Korea'), not(field('about', 'Kyiv')))],
  ['said-from:2022-01-01 to:2024-02-29', all(field('said-from', '2022-01-01'), field('to', '2024-02-29'))],
  [
    '(troops OR soldiers OR "military personnel") about:Ukraine speaker:Orlov for:Russia form:direct,mixed manner:speech polarity:negative',
    all(
      any(word('troops'), word('soldiers'), word('military personnel')),
      field('about', 'Ukraine'),
      field('speaker', 'Orlov'),
      field('for', 'Russia'),
      field('form', 'direct', 'mixed'),
      field('manner', 'speech'),
      field('polarity', 'negative'),
    ),
  ],
]

for (const [text, query] of readings) {
  test(`reads: ${text}`, () => assert.deepEqual(parseQuery(text), query))
}

const faults: readonly (readonly [text: string, at: number, message: RegExp])[] = [
  ['', 0, /^expected a word, a phrase, a field or a parenthesis$/],
  ['grain OR', 8, /^expected a word after “OR”$/],
  ['grain OR )', 9, /^expected a word after “OR”$/],
  ['OR grain', 0, /^expected a word, a phrase/],
  ['grain - wheat', 7, /^expected a word after “-”$/],
  ['(grain', 0, /^this parenthesis is never closed$/],
  ['grain)', 5, /^this parenthesis closes none$/],
  ['grain ()', 7, /^there is nothing in these parentheses$/],
  ['grain "wheat', 6, /^this quotation mark is never closed$/],
  ['grain —', 6, /^there is no letter or digit in “—”$/],
  ['grain *', 6, /^there is no letter or digit/],
  ['subject:grain', 0, /^there is no field “subject”: expected one of act, polarity, about/],
  ['act:promise', 4, /^expected assertion, denial/],
  ['act:denial,promise', 11, /^expected assertion, denial/],
  ['act:"denial,promise"', 12, /^expected assertion, denial/],
  ['about: Ukraine', 6, /^expected a name or words after “about:”$/],
  ['about:""', 6, /^expected a name or words/],
  ['from:2023-02-29', 5, /^expected a day like 2024-06-21 after “from:”$/],
  ['to:', 3, /^expected a day like 2024-06-21 after “to:”$/],
  ['form:', 5, /^expected direct, indirect, mixed after “form:”$/],
  [`${'('.repeat(DEEPEST_QUERY + 1)}a`, DEEPEST_QUERY, /^more than 20 parentheses/],
  [`${'-'.repeat(DEEPEST_QUERY + 1)}a`, DEEPEST_QUERY + 1, /^more than 20 parentheses/],
  ['w '.repeat(MOST_TERMS + 1), MOST_TERMS * 2, /^more than 200 words and values$/],
  ['w'.repeat(LONGEST_QUERY + 1), LONGEST_QUERY, /^longer than 4000 characters$/],
]

for (const [text, at, message] of faults) {
  test(`refuses: ${text.slice(0, 40)}`, () => {
    assert.throws(
      () => parseQuery(text),
      (fault) => fault instanceof QueryFault && fault.at === at && message.test(fault.message),
    )
  })
}

const pieces = [
  ...['(', ')', '-', '"', '“', '*', ' ', 'OR', 'AND', 'NOT', ':', 'act:', 'denial', ',', 'from:', '2024-01-01'],
  ...['grain', 'é', '語', '\u0000', '\ud800', 'about:', '—', '\n'],
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces)).map((all) => all.join('')),
)

test('whatever the text, it is a query or a fault with a place inside it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      try {
        const query = parseQuery(text)
        assert.deepEqual(parseQuery(printQuery(query)), query)
      } catch (fault) {
        assert.ok(fault instanceof QueryFault, String(fault))
        assert.ok(fault.at >= 0 && fault.at <= text.length)
      }
    }),
    { numRuns: 2000 },
  )
})

const content = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !/["“”„]/.test(text) && hasWord(text))
const leaf: fc.Arbitrary<Query> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: content, prefix: fc.boolean() }, { noNullPrototype: true }),
  fc.constantFrom(...(Object.keys(QUERY_FIELDS) as QueryField[])).chain((name) => {
    const kind: readonly string[] | string = QUERY_FIELDS[name]
    const values =
      kind === 'words'
        ? content.map((value) => [value])
        : kind === 'date'
          ? fc.constantFrom(['2024-02-29'], ['1999-12-31'])
          : fc.uniqueArray(fc.constantFrom(...(kind as readonly string[])), { minLength: 1 })
    return values.map((list) => field(name, ...list))
  }),
)
const joined = (kind: 'all' | 'any', parts: readonly Query[]): Query => ({
  kind,
  of: parts.flatMap((part) => (part.kind === kind ? part.of : [part])),
})
const queries = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    leaf,
    tie('query').map(not),
    fc.array(tie('query'), { minLength: 2, maxLength: 4 }).map((parts) => joined('all', parts)),
    fc.array(tie('query'), { minLength: 2, maxLength: 4 }).map((parts) => joined('any', parts)),
  ),
}))

test('every query that is printed reads back as the same', () => {
  fc.assert(
    fc.property(queries.query, (query) => assert.deepEqual(parseQuery(printQuery(query)), query)),
    { numRuns: 1000 },
  )
})

test('hostile texts of the greatest length take no time', () => {
  for (const unit of ['(', '"', '-', 'a"', 'OR ', 'act:', '(a)', 'a:', '* ', '""', 'é*', 'about:"']) {
    const text = unit.repeat(LONGEST_QUERY / unit.length)
    const start = performance.now()
    try {
      parseQuery(text)
    } catch (fault) {
      assert.ok(fault instanceof QueryFault)
    }
    assert.ok(performance.now() - start < 100, unit)
  }
})

test('a day is one of the calendar', () => {
  for (const day of ['2024-02-29', '2000-02-29', '2023-12-31']) assert.ok(isCalendarDay(day), day)
  for (const day of [
    '2023-02-29',
    '1900-02-29',
    '2024-00-10',
    '2024-13-01',
    '2024-04-31',
    '2024-6-1',
    '2024-06-21T10:00',
    '',
  ]) {
    assert.ok(!isCalendarDay(day), day)
  }
})

test('words of a subject: those of grammar do not count, number does not either', () => {
  const forms = (text: string) =>
    aboutTerms(text).map((term) => `${term.excluded ? '-' : ''}${term.forms.join('|')}${term.prefix ? '*' : ''}`)
  assert.deepEqual(forms('troops in Ukraine'), ['troops|troop', 'Ukraine|Ukraines'])
  assert.deepEqual(forms('the "air defence of the city" missile* -NATO U.S.'), [
    'air defence of the city',
    'missile*',
    '-NATO|NATOs',
    'U.S.|United States',
  ])
  assert.deepEqual(forms('soldiers'), ['soldiers|soldier|troops'])
  assert.deepEqual(subjectNames('Kharkov'), ['Kharkov', 'Kharkiv'])
  assert.deepEqual(subjectNames(' US '), ['US', 'United States'])
  assert.deepEqual(subjectNames('Patriots'), ['Patriots', 'Patriot'])
  assert.deepEqual(subjectNames('the rain in May'), ['the rain in May'])
  assert.deepEqual(forms('of the'), ['of', 'the'])
  assert.deepEqual(forms(' — '), [])
  assert.equal(ACT_TYPES.length, 13)
})
