/** Properties of tables and CSV: whatever the cells hold, CSV gives it back and a table keeps to one line a row. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvOf, tableOf } from '../../src/cli/table.ts'
import { clipped, paintFor, visible } from '../../src/cli/visible.ts'
import { parseCsv } from './csv.ts'

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', "'", ';', '\t') }),
)
const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 })
type Row = [string, string, string]

const plain = paintFor(false, {})
const layout = [
  { title: 'first', value: (row: Row) => row[0], width: 12, least: 6 },
  { title: 'second', value: (row: Row) => row[1] },
  { title: 'third', value: (row: Row) => row[2], width: 9, spare: true as const },
  { title: 'id', value: () => 'd-0123456789abcdef', width: 18 },
]

test('CSV: every cell comes back as it was', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const [head, ...cells] = parseCsv(csvOf(given, layout))
      assert.deepEqual(head, ['first', 'second', 'third', 'id'])
      assert.deepEqual(
        cells,
        given.map((row) => [...row, 'd-0123456789abcdef']),
      )
    }),
  )
})

test('CSV: what is not known is an empty cell', () => {
  assert.equal(
    csvOf(
      [[null, 0]],
      [0, 1].map((index) => ({ title: 'x', value: (row) => row[index]! })),
    ),
    'x,x\r\n,0\r\n',
  )
})

test('a table: one line a row, none wider than the terminal, no control character', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 60, max: 160 }), (given, columns) => {
      const table = tableOf(given, layout, plain, columns)
      const lines = table.split('\n')
      assert.equal(lines.pop(), '')
      assert.equal(lines.length, given.length + 1)
      for (const line of lines) {
        assert.ok(line.length <= columns)
        assert.ok(line.endsWith('  id') || line.endsWith('  d-0123456789abcdef'))
        assert.doesNotMatch(line, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
      }
    }),
  )
})

test('visible: as long as the text, and nothing left that a terminal obeys', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = visible(text)
      assert.equal(shown.length, text.length)
      assert.doesNotMatch(shown, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
      assert.equal(visible(shown), shown)
    }),
  )
  assert.equal(visible('a\u001b[31mb\tc\nd\u0000é\u009b\u202ex'), 'a␛[31mb c d␀é��x')
})

test('clipped: never wider than asked, never half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, width) => {
      const shown = clipped(text, width)
      assert.ok(shown.length <= width)
      assert.ok(shown.isWellFormed())
      if (text.length <= width) assert.equal(shown, text)
      else assert.ok(shown.endsWith('…') && text.startsWith(shown.slice(0, -1)))
    }),
  )
})
