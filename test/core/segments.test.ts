/** Tests of the segments: worked examples, and properties over any set of marks. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Mark, type MarkRole, toSegments } from '../../src/core/segments.ts'

const mark = (statement: string, role: MarkRole, start: number, end: number): Mark => ({ statement, role, start, end })

test('no marks: one segment, or none for an empty text', () => {
  assert.deepEqual(toSegments(5, []), [{ start: 0, end: 5, marks: [] }])
  assert.deepEqual(toSegments(0, [mark('a', 'cue', 0, 0)]), [])
})

test('nested and overlapping marks are cut where any begins or ends, the outermost first', () => {
  const outer = mark('a', 'content', 2, 10)
  const inner = mark('b', 'content', 4, 8)
  const crossing = mark('c', 'source', 7, 12)
  assert.deepEqual(toSegments(14, [crossing, inner, outer]), [
    { start: 0, end: 2, marks: [] },
    { start: 2, end: 4, marks: [outer] },
    { start: 4, end: 7, marks: [outer, inner] },
    { start: 7, end: 8, marks: [outer, inner, crossing] },
    { start: 8, end: 10, marks: [outer, crossing] },
    { start: 10, end: 12, marks: [crossing] },
    { start: 12, end: 14, marks: [] },
  ])
})

test('a span takes only what lies in it', () => {
  const before = mark('a', 'cue', 0, 5)
  const across = mark('b', 'content', 3, 9)
  assert.deepEqual(toSegments({ start: 5, end: 8 }, [before, across]), [{ start: 5, end: 8, marks: [across] }])
})

const aMark = fc
  .record({
    statement: fc.constantFrom('a', 'b', 'c', 'd'),
    role: fc.constantFrom<MarkRole>('source', 'cue', 'content'),
    ends: fc.tuple(fc.nat(45), fc.nat(45)),
  })
  .map(({ statement, role, ends: [x, y] }) => mark(statement, role, Math.min(x, y), Math.max(x, y)))

test('property: slices joined are the text, and every mark is covered by exactly its own segments', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), fc.array(aMark, { maxLength: 25 }), (text, marks) => {
      const segments = toSegments(text.length, marks)
      assert.equal(segments.map(({ start, end }) => text.slice(start, end)).join(''), text)
      for (const { start, end } of segments) assert.ok(start < end)
      for (let offset = 0; offset < text.length; offset++) {
        const expected = new Set(marks.filter(({ start, end }) => start <= offset && offset < end))
        const covering = segments.find(({ start, end }) => start <= offset && offset < end)!.marks
        assert.equal(covering.length, expected.size)
        assert.deepEqual(new Set(covering), expected)
      }
    }),
  )
})

test('property: marks come outermost first, and neighbours differ', () => {
  fc.assert(
    fc.property(fc.array(aMark, { maxLength: 25 }), (marks) => {
      const segments = toSegments(45, marks)
      for (const { marks: covering } of segments) {
        for (let i = 1; i < covering.length; i++) {
          const [a, b] = [covering[i - 1]!, covering[i]!]
          assert.ok(a.start < b.start || (a.start === b.start && a.end >= b.end))
        }
      }
      for (let i = 1; i < segments.length; i++) {
        assert.notDeepEqual(new Set(segments[i - 1]!.marks), new Set(segments[i]!.marks))
      }
    }),
  )
})
