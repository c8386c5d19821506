/** Tests of the networks: they give what PyTorch gives, to the last bit the same however paragraphs are put together. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import {
  MENTION_LABELS,
  type Network,
  type NetworkInput,
  type QuotationState,
  UPOS_LABELS,
  WORD_TAGS,
  wordTags,
} from '../../src/core/network.ts'
import { loadAttributionNetwork, loadWordNetwork } from '../../src/models/load-networks.ts'
import { fastSizes, randomAttributionNetwork, randomWordNetwork } from '../support/random-network.ts'

const folder = join(import.meta.dirname, '../fixtures/network')

/** Each paragraph's tokens, and its scores as rows. */
interface Expected {
  readonly tokens: readonly string[]
  readonly quotes: string
  readonly [scores: string]: unknown
}

type Scores = Readonly<Record<string, Float32Array>>

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

const load = {
  words: loadWordNetwork as (folder: string, vectors: string) => Network<unknown>,
  attribution: (folder: string, vectors: string) => loadAttributionNetwork(folder, vectors, null) as Network<unknown>,
}

describe('networks give the scores that PyTorch gives, feature by feature', () => {
  for (const task of ['words', 'attribution'] as const) {
    it(task, () => {
      const json = readFileSync(join(folder, task, 'paragraphs.json'), 'utf8')
      const paragraphs = JSON.parse(json) as Expected[]
      const network = load[task](join(folder, task), join(folder, 'word-vectors'))
      const given = paragraphs.map(({ tokens, quotes }) => ({ forms: tokens, states: [...quotes] as QuotationState[] }))
      for (const [matrix, scores] of Object.entries(network.run(inputOf(given)) as Scores)) {
        const expected = paragraphs.flatMap((paragraph) => (paragraph[matrix] as number[][]).flat())
        assert.equal(scores.length, expected.length)
        expected.forEach((score, index) => {
          assert.ok(Math.abs(score - scores[index]!) < 2e-4, `${matrix} ${index}: ${scores[index]}, not ${score}`)
        })
      }
    })
  }
})

const vocabulary = Array.from({ length: 80 }, (_, index) => `word-${index}`)

for (const [task, make] of [
  ['words', () => randomWordNetwork(fastSizes, vocabulary) as Network<unknown>],
  ['attribution', () => randomAttributionNetwork(fastSizes, vocabulary) as Network<unknown>],
] as const) {
  describe(`the network of ${task}`, () => {
    const read = (network: Network<unknown>, paragraphs: readonly Paragraph[]) =>
      network.run(inputOf(paragraphs)) as Scores
    const alone = (paragraph: Paragraph): Scores => read(make(), [paragraph])
    const countTokens = (paragraphs: readonly Paragraph[]) =>
      paragraphs.reduce((sum, { forms }) => sum + forms.length, 0)

    it('reads a paragraph as if it were alone, whatever else there is and was', () => {
      const paragraphs = [40, 3, 1, 0, 17, 17, 90, 2, 61, 5, 33, 8, 1].map(paragraphOf)
      const network = make()
      for (const some of [paragraphs, paragraphs.slice(2, 7), paragraphs.slice(0, 1), paragraphs.toReversed()]) {
        const together = read(network, some)
        let row = 0
        for (const paragraph of some) {
          const length = paragraph.forms.length
          for (const [matrix, scores] of Object.entries(alone(paragraph))) {
            const width = together[matrix]!.length / countTokens(some)
            assert.deepEqual(together[matrix]!.slice(row * width, (row + length) * width), scores)
          }
          row += length
        }
      }
    })

    it('reads a document that is longer than what is in memory at once', () => {
      const paragraphs = Array.from({ length: 9 }, (_, seed) => paragraphOf(500 + seed, seed))
      for (const [matrix, scores] of Object.entries(read(make(), paragraphs))) {
        const width = scores.length / countTokens(paragraphs)
        assert.deepEqual(scores.slice(-508 * width), alone(paragraphs[8]!)[matrix])
        assert.deepEqual(scores.slice(0, 500 * width), alone(paragraphs[0]!)[matrix])
      }
    })

    it('reads forms of any length, and none at all', () => {
      const network = make()
      const long = { forms: ['x'.repeat(100_000), 'word-1', '-'.repeat(5000)], states: ['o', 'o', 'o'] as const }
      assert.deepEqual(read(network, [long]), read(network, [long]))
      for (const scores of Object.values(read(network, []))) assert.equal(scores.length, 0)
      assert.throws(() => read(network, [paragraphOf(1001, 1)]), RangeError)
    })
  })
}

describe('a network that reads the tags of words', () => {
  const network = randomAttributionNetwork(fastSizes, vocabulary, 1, 24)
  const input = inputOf([paragraphOf(20, 1), paragraphOf(5, 2)])
  const tagged = (tag: (token: number) => number) =>
    network.run({ ...input, tags: Uint8Array.from(input.forms, (_, token) => tag(token)) }).attribution

  it('says so, and tells tags apart, whatever it has read before', () => {
    assert.equal(network.readsTags, true)
    assert.equal(randomAttributionNetwork(fastSizes, vocabulary).readsTags, false)
    const first = tagged(() => 0)
    const second = tagged((token) => (token === 3 ? WORD_TAGS - 1 : 0))
    assert.notDeepEqual(second.slice(3 * 7, 4 * 7), first.slice(3 * 7, 4 * 7))
    assert.deepEqual(second.slice(20 * 7), first.slice(20 * 7), 'the other paragraph is as before')
    assert.deepEqual(
      tagged(() => 0),
      first,
    )
  })

  it('does not guess them', () => assert.throws(() => network.run(input), /tags/))
})

describe('wordTags', () => {
  it('joins the best part of speech and the best mention label', () => {
    const upos = new Float32Array(2 * UPOS_LABELS.length)
    const mentions = new Float32Array(2 * MENTION_LABELS.length)
    upos[7] = 1
    mentions[2] = 0.5
    upos[UPOS_LABELS.length + 1] = -1
    assert.deepEqual([...wordTags({ upos, mentions })], [7 * MENTION_LABELS.length + 2, 0])
  })
})
