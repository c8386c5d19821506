/** The gold set parses, keeps its own conventions, and its parser names file and line of every fault. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { type GoldPassage, parseGold } from '../../eval/gold.ts'
import { OnrecordError } from '../../src/core/errors.ts'
import { type Span, sliceOf } from '../../src/core/span.ts'

const folder = new URL('../../eval/gold/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.gold.txt'))
const read = (file: string): GoldPassage[] => parseGold(readFileSync(new URL(file, folder), 'utf8'), file)
const slices = (passage: GoldPassage, spans: readonly Span[]): string[] =>
  spans.map((span) => sliceOf(passage.text, span))

test('the set has at least 90 passages with relations and 15 without', () => {
  const passages = files.flatMap(read)
  assert.ok(passages.filter((passage) => passage.relations.length > 0).length >= 90)
  assert.ok(read('none.gold.txt').length >= 15)
})

for (const file of files) {
  test(`${file}: every relation has content, every slice is trimmed and in bounds`, () => {
    for (const passage of read(file)) {
      assert.equal(passage.text, passage.text.trim(), passage.name)
      for (const relation of passage.relations) {
        assert.ok(relation.content.length > 0, passage.name)
        for (const span of [...relation.source, ...relation.cue, ...relation.content]) {
          const slice = sliceOf(passage.text, span)
          assert.ok(span.start >= 0 && span.end <= passage.text.length && slice.length > 0, passage.name)
          assert.equal(slice, slice.trim(), passage.name)
        }
      }
    }
  })

  test(`${file}: sources and cues end without punctuation, contents without a full stop of the reporting sentence`, () => {
    for (const passage of read(file)) {
      for (const relation of passage.relations) {
        for (const slice of slices(passage, [...relation.source, ...relation.cue])) {
          assert.doesNotMatch(slice, /[,;:]$/, `${passage.name}: ${slice}`)
        }
        for (const [index, slice] of slices(passage, relation.content).entries()) {
          const goesOn = index < relation.content.length - 1 && /^[“‘"]/.test(slice)
          const abbreviated = /(?:\b[A-Za-z]|\b(?:Jr|Co|Ltd|Inc|etc))\.$/.test(slice)
          if (!abbreviated && !goesOn) assert.doesNotMatch(slice, /[,;]$|[^.]\.$/, `${passage.name}: ${slice}`)
        }
      }
    }
  })
}

test('none.gold.txt holds no relation, every other file at least one a passage', () => {
  for (const file of files) {
    for (const passage of read(file)) {
      assert.equal(passage.relations.length === 0, file === 'none.gold.txt', `${file}: ${passage.name}`)
    }
  }
})

test('roles, nesting, shared spans, several spans and escapes', () => {
  const [passage] = parseGold(
    '--- all\n[Q1 “[S2+S3 Ann] [C2 said] [Q2 no],”] [S1 Bo \\[x\\]] [C1 said], [C3 adding] [Q3 “yes.”] [Q1 “So.”]',
  )
  assert.ok(passage)
  assert.equal(passage.text, '“Ann said no,” Bo [x] said, adding “yes.” “So.”')
  const [one, two, three] = passage.relations
  assert.deepEqual(slices(passage, one!.content), ['“Ann said no,”', '“So.”'])
  assert.deepEqual(slices(passage, one!.source), ['Bo [x]'])
  assert.deepEqual(slices(passage, two!.source), slices(passage, three!.source))
  assert.deepEqual(slices(passage, three!.cue), ['adding'])
})

test('offsets are UTF-16 code units, comments and separators are no text', () => {
  const passages = parseGold('# a comment\n😀 [S1 Ann] [C1 said] [Q1 so].\n--- two\n\nA.\n# within\n\nB.\n')
  assert.deepEqual(
    passages.map(({ name, text }) => [name, text]),
    [
      ['1', '😀 Ann said so.'],
      ['two', 'A.\n\n\nB.'],
    ],
  )
  assert.deepEqual(passages[0]!.relations[0]!.source, [{ start: 3, end: 6 }])
})

const faults: readonly (readonly [source: string, message: RegExp])[] = [
  ['ok\n[S1 Ann', /^x\.gold\.txt:2: a "\[" that is never closed/],
  ['ok\n\nAnn]', /^x\.gold\.txt:3: a "\]" that closes nothing/],
  ['[X1 Ann]', /^x\.gold\.txt:1: "\[X1" is no label/],
  ['[S0 Ann]', /is no label/],
  ['[sic] he said', /^x\.gold\.txt:1: "\[sic\]" is no label/],
  ['[Q1 ]', /:1: the content of relation 1 is empty/],
  ['[Q1  so]', /begins or ends with white space/],
  ['[Q1 a\n\nb]', /:3: the content of relation 1 runs over a blank line/],
  ['--- lonely\n[S1 Ann] [C1 said] so.', /:2: relation 1 of "lonely" has no content/],
  ['[Q1 a [Q1 b]]', /two content spans of relation 1 overlap/],
  ['a\n---\n---\nb', /:3: a passage without text/],
  ['--- n\na\n--- n\nb', /:4: a second passage named "n"/],
]

for (const [source, message] of faults) {
  test(`a fault names file and line: ${JSON.stringify(source)}`, () => {
    assert.throws(
      () => parseGold(source, 'x.gold.txt'),
      (error: unknown) =>
        error instanceof OnrecordError && error.code === 'invalid-input' && message.test(error.message),
    )
  })
}

test('property: text of any kind, escaped, comes back unchanged and without relations', () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => `.${text.replace(/[\r\n]/g, ' ')}.`)
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const text = lines.join('\n')
      const [passage] = parseGold(text.replace(/[\\[\]]/g, '\\$&'))
      assert.equal(passage!.text, text)
      assert.deepEqual(passage!.relations, [])
    }),
  )
})
