/** The pairs of statements keep the conventions that a program can check, and the harness reads and counts them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areStrangers, mattersOf } from '../../eval/link-matters.ts'
import { areaUnder, calibrationOf, curveOf, scoreOf } from '../../eval/link-measures.ts'
import { HALVES, type LinkPair, markedText, readPairs } from '../../eval/link-pairs.ts'
import { CONFLICT_TYPES } from '../../src/core/links/link.ts'
import { sliceOf } from '../../src/core/span.ts'

const pairs = HALVES.flatMap(readPairs)
const tally = (rows: readonly LinkPair[], of: (row: LinkPair) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1)
  return counts
}

test('three hundred pairs, every type of conflict at least twenty times, no id and no pair twice', () => {
  assert.equal(pairs.length, 300)
  assert.equal(new Set(pairs.map(({ id }) => id)).size, 300)
  assert.equal(new Set(pairs.map(({ a, b }) => JSON.stringify([a, b]))).size, 300)
  const types = tally(pairs, ({ type }) => type ?? 'none')
  for (const type of CONFLICT_TYPES) assert.ok(types.get(type)! >= 20, type)
})

test('both halves are alike: in each category they differ by one pair at most', () => {
  const [dev, test] = HALVES.map((half) =>
    tally(readPairs(half), ({ relation, category }) => `${relation} ${category}`),
  )
  for (const category of new Set([...dev!.keys(), ...test!.keys()])) {
    assert.ok(Math.abs((dev!.get(category) ?? 0) - (test!.get(category) ?? 0)) <= 1, category)
  }
})

test('conflicts have a type and words of both sides that clash, the others neither', () => {
  for (const { id, relation, type, clash, a, b } of pairs) {
    assert.equal(type !== null, relation === 'conflicts', id)
    assert.equal(clash !== null, relation === 'conflicts', id)
    for (const [index, side] of [a, b].entries()) {
      for (const words of clash?.[index] ?? []) assert.ok(markedText(side).text.includes(words), `${id}: ${words}`)
    }
  }
})

test('a side is a sentence with one source, cue and content, dated', () => {
  for (const { id, a, b } of pairs) {
    for (const side of [a, b]) {
      const { text, source, cue, content } = markedText(side)
      assert.match(side.published, /^20\d\d-\d\d-\d\d$/, id)
      assert.match(text, /^[A-Z“].*[.”]$/, id)
      for (const spans of [source, cue, content]) {
        assert.equal(spans.length, 1, id)
        assert.equal(sliceOf(text, spans[0]!), sliceOf(text, spans[0]!).trim(), id)
      }
    }
  }
})

test('an utterance is reported within a day, a reversal or an admission comes later', () => {
  for (const { id, relation, type, a, b } of pairs) {
    const days = (Date.parse(b.published) - Date.parse(a.published)) / 86_400_000
    if (relation === 'same-utterance') assert.ok(days >= 0 && days <= 1, id)
    if (type === 'reversal' || type === 'admission-after-denial') assert.ok(days > 0, id)
  }
})

test('scores, calibration, curves and areas on cases counted by hand', () => {
  assert.deepEqual(scoreOf(3, 4, 6), { right: 3, found: 4, gold: 6, precision: 0.75, recall: 0.5, f1: 0.6 })
  assert.equal(scoreOf(0, 0, 0).f1, null)
  const decisions = [
    { confidence: 0.95, isRight: true },
    { confidence: 0.85, isRight: true },
    { confidence: 0.82, isRight: false },
  ]
  const { bins, ece } = calibrationOf(decisions)
  assert.deepEqual(
    bins.map(({ from, decisions: many, right }) => [from, many, right]),
    [
      [0.8, 2, 0.5],
      [0.9, 1, 1],
    ],
  )
  assert.ok(Math.abs(ece! - (2 * 0.335 + 0.05) / 3) < 1e-9)
  assert.deepEqual(
    curveOf(decisions, 4).map(({ from, precision, recall }) => [from, precision, recall]),
    [
      [0, 2 / 3, 0.5],
      [0.85, 1, 0.5],
      [0.9, 1, 0.25],
    ],
  )
  assert.equal(areaUnder([3, 4], [1, 2]), 1)
  assert.equal(areaUnder([1, 2], [1, 2]), 0.5)
  assert.equal(areaUnder([1, 1], [1]), 0.5)
  assert.equal(areaUnder([], [1]), null)
})

test('statements are strangers where each names a matter and they share none', () => {
  const [lisk, lumora, lumoraToo, nothing] = [
    'The city of Lisk said the water was safe.',
    "Lumora's founder said so.",
    'He sold his shares of Lumora.',
    'It was said that it rained.',
  ].map(mattersOf)
  assert.ok(areStrangers(lisk!, lumora!))
  assert.ok(!areStrangers(lumora!, lumoraToo!))
  assert.ok(!areStrangers(lisk!, nothing!))
})

test('the sides of a pair are never strangers', () => {
  for (const { id, relation, a, b } of pairs) {
    if (relation === 'none') continue
    assert.ok(!areStrangers(mattersOf(markedText(a).text), mattersOf(markedText(b).text)), id)
  }
})
