/** Tests of the words a search lights in a text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openSqliteStore } from '../../src/store/index.ts'
import { searchHits } from '../../src/web/search-hits.ts'
import { sampleEntries } from '../support/sample-ledger.ts'

const found = (text: string, query: string): string[] =>
  searchHits(text, query).map(({ start, end }) => text.slice(start, end))

const cases: readonly (readonly [text: string, query: string, hits: readonly string[]])[] = [
  ['The bridge, the bridges, a BRIDGE.', 'bridge', ['bridge', 'BRIDGE']],
  ['The bridge, the bridges.', 'bridge*', ['bridge', 'bridges']],
  ['Café au lait; CAFE\u0301 noir', 'cafe', ['Café', 'CAFE\u0301']],
  ['not now, not ever, now not', '"not ever"', ['not ever']],
  ['one two three', 'two -three', ['two']],
  ['one two three', '"one two" two three', ['one two', 'three']],
  ['Straße und Strasse', 'straße', ['Straße', 'Strasse']],
  ['Łódź', 'lodz', ['Łódź']],
  ['co\u00ADopera\u00ADtion', 'cooperation', ['co\u00ADopera\u00ADtion']],
  ['東京都知事は言った', '知事', ['知事']],
  ['said “not ever” again', '“not ever”', ['not ever']],
  ['the U.S. side', 'u.s.', ['U.S']],
  ['🙂 smile 🙂', 'smile', ['smile']],
  ['anything', '', []],
  ['anything', '" - * "" -', []],
  ['the unclosed phrase', '"unclosed phrase', ['unclosed', 'phrase']],
  ['<b>bold</b>', '<b>', ['b', 'b']],
]

for (const [text, query, hits] of cases) {
  test(`${JSON.stringify(query)} in ${JSON.stringify(text)}`, () => assert.deepEqual(found(text, query), hits))
}

test('property: hits are in order, apart and never empty, whatever is asked', () => {
  const words = fc.array(fc.constantFrom('a', 'Ä', 'b*', '-a', '"a b"', '"', '*', '🙂', ' '), { maxLength: 12 })
  fc.assert(
    fc.property(words, words, (text, query) => {
      let at = 0
      for (const { start, end } of searchHits(text.join(' '), query.join(''))) {
        assert.ok(start >= at && end > start)
        at = end
      }
    }),
  )
})

test('every statement the store finds has a word lit, so that a reader sees why it is there', async () => {
  const store = openSqliteStore(':memory:')
  try {
    for (const entry of sampleEntries) await store.putDocument(entry)
    const queries = [
      'bridge',
      'orlova',
      '"all night"',
      'cra* OR frost',
      'the -bridge',
      'one’s',
      'لن',
      '“night”',
      'LATE*',
    ]
    for (const text of queries) {
      const { rows } = await store.listStatements({ text, limit: 100 })
      for (const { statement } of rows) {
        const shown = `${statement.speaker?.name ?? ''}\n${statement.content.text}`
        assert.notDeepEqual(searchHits(shown, text), [], `${text} in ${shown}`)
      }
    }
  } finally {
    await store.close()
  }
})
