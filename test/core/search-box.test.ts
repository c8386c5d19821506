/** Tests of the search box: words stay words, fields become filters, the rest a query. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { QueryFault } from '../../src/core/query/parse-query.ts'
import { readSearchBox } from '../../src/core/query/search-box.ts'

const cases: readonly [string, ReturnType<typeof readSearchBox>][] = [
  ['bridge closed', { text: 'bridge closed', fields: {}, query: null }],
  ['an odd "mark', { text: 'an odd "mark', fields: {}, query: null }],
  ['https://example.org said: no', { text: 'https://example.org said: no', fields: {}, query: null }],
  ['"speaker: unknown"', { text: '"speaker: unknown"', fields: {}, query: null }],
  ['speaker:Kirby', { text: '', fields: { speaker: 'Kirby' }, query: null }],
  [
    'speaker:"John Kirby" troops -"ground war" act:commitment,refusal',
    { text: 'troops -"ground war"', fields: { speaker: 'John Kirby', act: 'commitment,refusal' }, query: null },
  ],
  [
    'from:2024-01-01 to:2024-02-29 said-from:2023-05-01 Patriot*',
    { text: 'Patriot*', fields: { from: '2024-01-01', to: '2024-02-29', 'said-from': '2023-05-01' }, query: null },
  ],
  ['speaker:Kirby OR speaker:Peskov', { text: '', fields: {}, query: 'speaker:Kirby OR speaker:Peskov' }],
  ['troops -speaker:Kirby', { text: '', fields: {}, query: 'troops -speaker:Kirby' }],
  ['about:Patriot about:Kyiv', { text: '', fields: {}, query: 'about:Patriot about:Kyiv' }],
]

for (const [box, expected] of cases) {
  test(`reads ${box}`, () => assert.deepEqual(readSearchBox(box), expected))
}

test('a field that cannot be is told with its place', () => {
  assert.throws(
    () => readSearchBox('act:promise'),
    (thrown) => thrown instanceof QueryFault && thrown.at === 4,
  )
  assert.throws(() => readSearchBox('speaker:Kirby from:yesterday'), QueryFault)
})

test('whatever is typed is read or refused with a place, and what has no colon is never refused', () => {
  fc.assert(
    fc.property(fc.string(), (box) => {
      try {
        const read = readSearchBox(box)
        if (!box.includes(':')) assert.deepEqual(read, { text: box, fields: {}, query: null })
      } catch (thrown) {
        assert.ok(thrown instanceof QueryFault && box.includes(':'))
      }
    }),
  )
})
