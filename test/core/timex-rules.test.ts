/** Every row of the time rules on its example and its look-alike. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Doc, Timex } from '../../src/core/doc.ts'
import { sentenceSplitter } from '../../src/core/sentence-splitter.ts'
import { sliceOf } from '../../src/core/span.ts'
import { timexFinder } from '../../src/core/timex-finder.ts'
import { grammarOf } from '../../src/core/timexes/pattern.ts'
import { CLASSES } from '../../src/core/timexes/piece-classes.ts'
import { piecesOf } from '../../src/core/timexes/pieces.ts'
import { TIMEX_ROWS } from '../../src/core/timexes/rule-table.ts'
import { tokenize } from '../../src/core/tokenizer.ts'

/** A Friday. */
const PUBLISHED = '2024-06-21'

function docOf(text: string, dct: string | null): Doc<'blocks' | 'tokens' | 'sentences'> {
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const }]
  const tokens: { start: number; end: number }[] = []
  tokenize(text, 0, text.length, tokens)
  const doc = { text, lang: 'en', dct, layers: { blocks, tokens } }
  const sentences = sentenceSplitter('en').run(doc as never) as { start: number; end: number }[]
  return { ...doc, layers: { ...doc.layers, sentences } }
}

for (const [group, rows] of Object.entries(TIMEX_ROWS)) {
  for (const row of rows) {
    test(`${group}: ${row.pattern}`, () => {
      const start = row.example.indexOf('[')
      const end = row.example.indexOf(']') - 1
      const text = row.example.replace('[', '').replace(']', '')
      const timexes = timexFinder().run(docOf(text, PUBLISHED)) as Timex[]
      const found = timexes.map((timex) => `${sliceOf(text, timex)} = ${timex.value}`)
      assert.ok(found.includes(`${text.slice(start, end)} = ${row.value}`), `${row.example} → ${found.join('; ')}`)
    })
    if (row.not === undefined) continue
    test(`${group}: ${row.pattern}, not in: ${row.not}`, () => {
      const pieces = piecesOf(docOf(row.not!, PUBLISHED))
      const grammar = grammarOf(CLASSES, { ...TIMEX_ROWS, ROW: [row] })
      const found = pieces.filter((_, at) => grammar.match('ROW', pieces, at) !== null)
      assert.deepEqual(
        found.map(({ lower }) => lower),
        [],
      )
    })
  }
}
