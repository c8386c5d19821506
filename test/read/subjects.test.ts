/** Tests of reading subjects of one's own: what a file may hold, and files that want to do harm. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { OnrecordError } from '../../src/core/errors.ts'
import { parseSubjects } from '../../src/read/read-subjects.ts'

const parse = (text: string) => parseSubjects(Buffer.from(text), 's.toml')

/** The error's message. */
function faultOf(text: string): string {
  try {
    parse(text)
  } catch (error) {
    assert.ok(error instanceof OnrecordError && error.code === 'subjects-malformed', String(error))
    return error.message
  }
  return ''
}

test('names and queries, in the order of the file; strings of every kind', () => {
  const text = `
# a comment
[[subject]]
name = "Dams"
query = 'dam OR "water wall"'

[[subject]]
query = """
  about:grain
  -wheat
"""
name = 'Grain ❤'
`
  assert.deepEqual(parse(text), [
    {
      name: 'Dams',
      query: {
        kind: 'any',
        of: [
          { kind: 'text', text: 'dam', prefix: false },
          { kind: 'text', text: 'water wall', prefix: false },
        ],
      },
    },
    {
      name: 'Grain ❤',
      query: {
        kind: 'all',
        of: [
          { kind: 'field', field: 'about', values: ['grain'] },
          { kind: 'not', of: { kind: 'text', text: 'wheat', prefix: false } },
        ],
      },
    },
  ])
})

test('an empty file defines nothing', () => {
  assert.deepEqual(parse(''), [])
  assert.deepEqual(parse('# nothing yet\n'), [])
  assert.deepEqual(parse('subject = []\n'), [])
})

test('the character of a fault counts as people count', () => {
  assert.match(faultOf('[[subject]]\nname = "A"\nquery = "𝒹am OR"\n'), /character 7: expected a word after “OR”/)
})

test('values of other kinds, and keys that are none', () => {
  assert.match(faultOf('[[subject]]\nname = 1\nquery = "a"\n'), /line 1: subject 1: name: expected a text/)
  assert.match(faultOf('[[subject]]\nname = "A"\nquery = 2024-01-01\n'), /subject 1 “A”: query: expected a text/)
  assert.match(faultOf('subject = 3\n'), /in double brackets/)
  assert.match(faultOf('[[subject]]\n[subject.__proto__]\nname = "A"\n'), /line/)
})

test('whatever the bytes, there are subjects or a fault with a line, soon', () => {
  const pieces = [
    '[[subject]]\n',
    'name = ',
    'query = ',
    '"a"',
    '"b" OR',
    "'",
    '"""',
    '\n',
    '[',
    ']',
    '{',
    '=',
    '.',
    '\0',
    'é',
  ]
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces)).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const fault = faultOf(text)
      assert.ok(fault === '' || /^s\.toml: line \d+: /.test(fault), fault)
    }),
    { numRuns: 500 },
  )
  for (const unit of ['[', 'a=[', '{a=', 'a.', '"', "'''", '[[subject]]\n', 'a=1\n', '\\', '"\\u']) {
    const start = performance.now()
    faultOf(unit.repeat(Math.floor(200_000 / unit.length)))
    assert.ok(performance.now() - start < 3000, `${unit}: ${performance.now() - start} ms`)
  }
  assert.match(faultOf('#'.repeat(1_000_001)), /more than 1 MB/)
})
