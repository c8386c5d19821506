/** Tests of the span helpers: half-open ranges, text order, white space. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  contains,
  equalSpans,
  hullOf,
  inTextOrder,
  isSpace,
  joinedText,
  lengthOf,
  overlaps,
  sliceOf,
  trimmed,
} from '../../src/core/span.ts'

const span = (start: number, end: number) => ({ start, end })

describe('spans', () => {
  it('are half-open: touching spans do not overlap', () => {
    assert.equal(overlaps(span(0, 3), span(3, 5)), false)
    assert.equal(overlaps(span(0, 4), span(3, 5)), true)
    assert.equal(lengthOf(span(3, 5)), 2)
    assert.equal(sliceOf('abcdef', span(3, 5)), 'de')
  })

  it('contain themselves and what lies inside, not what sticks out', () => {
    assert.equal(contains(span(2, 8), span(2, 8)), true)
    assert.equal(contains(span(2, 8), span(2, 3)), true)
    assert.equal(contains(span(2, 8), span(1, 3)), false)
    assert.equal(contains(span(2, 8), span(7, 9)), false)
  })

  it('are equal by both ends', () => {
    assert.equal(equalSpans(span(1, 2), span(1, 2)), true)
    assert.equal(equalSpans(span(1, 2), span(1, 3)), false)
  })

  it('sort by start, of two that start together the longer first', () => {
    const sorted = [span(4, 5), span(0, 2), span(0, 9), span(2, 3)].sort(inTextOrder)
    assert.deepEqual(sorted, [span(0, 9), span(0, 2), span(2, 3), span(4, 5)])
  })

  it('have a hull, whatever their order; none of none', () => {
    assert.deepEqual(hullOf([span(7, 9), span(2, 4), span(3, 5)]), span(2, 9))
    assert.equal(hullOf([]), null)
  })

  it('have a hull also where they are many', () => {
    const many = Array.from({ length: 300_000 }, (_, index) => span(index, index + 1))
    assert.deepEqual(hullOf(many), span(0, 300_000))
  })

  it('lose white space at their ends, all of them when there is nothing else', () => {
    assert.deepEqual(trimmed(' \n\u00a0a b\u2028\t', span(0, 8)), span(3, 6))
    assert.equal(lengthOf(trimmed('a   b', span(1, 4))), 0)
  })

  it('join their texts with an ellipsis between', () => {
    assert.equal(joinedText('one two three', [span(0, 3), span(8, 13)]), 'one … three')
    assert.equal(joinedText('one two three', []), '')
  })
})

describe('white space', () => {
  it('is what ECMAScript says, for every code unit', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      assert.equal(isSpace(unit), /\s/.test(String.fromCharCode(unit)), `U+${unit.toString(16)}`)
    }
  })

  it('property: a trimmed span is the trimmed slice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(sliceOf(text, trimmed(text, span(0, text.length))), text.trim())
      }),
    )
  })
})
