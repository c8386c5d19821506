/** Tests of the table of concepts: every row's example and look-alike, forms, and long input. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CONCEPT_ROWS } from '../../src/core/subjects/concept-rows.ts'
import { conceptOf, conceptsIn } from '../../src/core/subjects/concepts.ts'

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? []
const namesIn = (text: string): string[] => conceptsIn(wordsOf(text)).map(({ name }) => name)

describe('the table of concepts', () => {
  for (const { name, example, not } of CONCEPT_ROWS) {
    it(`${name}: has its example, lacks its look-alike`, () => {
      assert.ok(namesIn(example).includes(name), `${example}: ${namesIn(example)}`)
      assert.ok(!namesIn(not).includes(name), not)
    })
  }

  it('lists every concept once, and no form under two', () => {
    const names = CONCEPT_ROWS.map(({ name }) => name)
    assert.equal(new Set(names).size, names.length)
    const owners = new Map<string, string>()
    const twice: string[] = []
    for (const { name, forms } of CONCEPT_ROWS) {
      for (const form of forms) {
        if (owners.has(form)) twice.push(`${form}: ${owners.get(form)}, ${name}`)
        owners.set(form, name)
      }
    }
    assert.deepEqual(twice, [])
  })
})

describe('conceptOf', () => {
  it('is the longest that begins there', () => {
    assert.deepEqual(conceptOf(['long-range', 'missiles', 'hit'], 0), { name: 'long-range weapons', length: 2 })
    assert.deepEqual(conceptOf(['air', 'defense', 'systems'], 0), { name: 'air defence', length: 3 })
    assert.deepEqual(conceptOf(['american', 'servicemen'], 1), { name: 'troops', length: 1 })
  })

  it('is one for words that mean one thing', () => {
    for (const form of ['ceasefire', 'cease-fire', 'truce', 'cease fire'])
      assert.equal(conceptOf(form.split(' '), 0)?.name, 'ceasefire')
    for (const form of ['soldiers', 'troops', 'military personnel', 'forces on the ground', 'servicewomen'])
      assert.equal(conceptOf(form.split(' '), 0)?.name, 'troops')
  })

  it('is null for what only looks like one, for other words and past the end', () => {
    for (const words of [['think', 'tanks'], ['green'], []]) assert.equal(conceptOf(words, 0), null)
    assert.equal(conceptOf(['troops'], 4), null)
    assert.equal(conceptOf(['constructor'], 0), null)
  })

  it('reads 100,000 characters of one word, of hyphens and of beginnings of forms at once', () => {
    const started = performance.now()
    for (const word of ['air', 'military', 'a-', 'long-range', '-', 'x'.repeat(100_000)])
      conceptsIn(Array.from({ length: Math.ceil(100_000 / (word.length + 1)) }, () => word))
    conceptsIn([Array.from({ length: 20_000 }, () => 'air').join('-')])
    assert.ok(performance.now() - started < 2000)
  })
})
