/** Tests of the joint network: it gives what PyTorch gives, to the last bit the same however paragraphs are put together. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { NetworkInput, NetworkOutput, QuotationState } from '../../src/core/network.ts'
import { loadNetwork } from '../../src/models/load-network.ts'
import { fastSizes, randomNetwork } from '../support/random-network.ts'

const folder = join(import.meta.dirname, '../fixtures/network')

interface Expected {
  readonly tokens: readonly string[]
  readonly quotes: string
  readonly upos: readonly (readonly number[])[]
  readonly mentions: readonly (readonly number[])[]
  readonly attribution: readonly (readonly number[])[]
}

interface Paragraph {
  readonly forms: readonly string[]
  readonly states: readonly QuotationState[]
}

const inputOf = (paragraphs: readonly Paragraph[]): NetworkInput => {
  const starts = [0]
  for (const { forms } of paragraphs) starts.push(starts.at(-1)! + forms.length)
  return {
    forms: paragraphs.flatMap(({ forms }) => forms),
    states: paragraphs.flatMap(({ states }) => states),
    paragraphs: starts,
  }
}

const paragraphOf = (length: number, seed: number): Paragraph => ({
  forms: Array.from({ length }, (_, i) => `word-${(seed * 31 + i * i * 7) % 97}`),
  states: Array.from({ length }, (_, i): QuotationState => (['o', 'b', 'i', 'u'] as const)[(seed + i) % 4]!),
})

const matrices = ['upos', 'mentions', 'attribution'] as const

describe('joint network', () => {
  it('gives the scores that PyTorch gives, feature by feature', () => {
    const expected = JSON.parse(readFileSync(join(folder, 'paragraphs.json'), 'utf8')) as Expected[]
    const network = loadNetwork(folder, folder)
    const output = network.run(
      inputOf(expected.map(({ tokens, quotes }) => ({ forms: tokens, states: [...quotes] as QuotationState[] }))),
    )
    for (const key of matrices) {
      const scores = expected.flatMap((paragraph) => paragraph[key].flat())
      assert.equal(output[key].length, scores.length)
      scores.forEach((score, index) => {
        assert.ok(Math.abs(score - output[key][index]!) < 2e-4, `${key} ${index}: ${output[key][index]}, not ${score}`)
      })
    }
  })

  const words = Array.from({ length: 80 }, (_, index) => `word-${index}`)
  const alone = (paragraph: Paragraph): NetworkOutput => randomNetwork(fastSizes, words).run(inputOf([paragraph]))

  it('reads a paragraph as if it were alone, whatever else there is and was', () => {
    const paragraphs = [40, 3, 1, 0, 17, 17, 90, 2, 61, 5, 33, 8, 1].map(paragraphOf)
    const network = randomNetwork(fastSizes, words)
    for (const some of [paragraphs, paragraphs.slice(2, 7), paragraphs.slice(0, 1), paragraphs.toReversed()]) {
      const together = network.run(inputOf(some))
      let row = 0
      for (const paragraph of some) {
        const single = alone(paragraph)
        const length = paragraph.forms.length
        for (const key of matrices) {
          const width = together[key].length / some.reduce((sum, { forms }) => sum + forms.length, 0)
          assert.deepEqual(together[key].slice(row * width, (row + length) * width), single[key])
        }
        row += length
      }
    }
  })

  it('reads a document that is longer than what is in memory at once', () => {
    const paragraphs = Array.from({ length: 9 }, (_, seed) => paragraphOf(500 + seed, seed))
    const together = randomNetwork(fastSizes, words).run(inputOf(paragraphs))
    assert.deepEqual(together.upos.slice(-508 * 17), alone(paragraphs[8]!).upos)
    assert.deepEqual(together.upos.slice(0, 500 * 17), alone(paragraphs[0]!).upos)
  })

  it('reads forms of any length, and none at all', () => {
    const network = randomNetwork(fastSizes, words)
    const long = { forms: ['x'.repeat(100_000), 'word-1', '-'.repeat(5000)], states: ['o', 'o', 'o'] as const }
    assert.deepEqual(network.run(inputOf([long])), network.run(inputOf([long])))
    assert.equal(network.run(inputOf([])).upos.length, 0)
    assert.throws(() => network.run(inputOf([paragraphOf(1001, 1)])), RangeError)
  })
})
