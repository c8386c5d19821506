/** Tokens a second of the networks alone, one thread, random weights of both tiers' sizes, articles of 935 tokens. */
import type { Network, NetworkInput, QuotationState } from '../src/core/network.ts'
import {
  fastSizes,
  randomAttributionNetwork,
  randomWordNetwork,
  type Sizes,
  standardSizes,
} from '../test/support/random-network.ts'
import { seeded } from './corpus.ts'

interface TierBench {
  readonly tier: string
  readonly sizes: Sizes
  readonly networks: readonly NetworkBench[]
}

interface NetworkBench {
  readonly network: string
  /** Tokens a second in the best and the middle round. */
  readonly best: number
  readonly median: number
}

/** As long as the articles of PolNeAR are on average. */
const TOKENS = 935
const PARAGRAPHS = 30
const WORDS = 20_000
const ROUNDS = 15

export function benchKernel(): TierBench[] {
  const words = Array.from({ length: WORDS }, (_, index) => `word-${index}`)
  return [
    { tier: 'standard', sizes: standardSizes },
    { tier: 'fast', sizes: fastSizes },
  ].map(({ tier, sizes }) => ({
    tier,
    sizes,
    networks: [
      { network: 'words', ...ratesOf(randomWordNetwork(sizes, words), words) },
      { network: 'attribution', ...ratesOf(randomAttributionNetwork(sizes, words), words) },
    ],
  }))
}

function ratesOf(network: Network<unknown>, words: readonly string[]): { best: number; median: number } {
  const articles = Array.from({ length: 600 }, (_, index) => articleOf(index, words))
  const perRound = articles.length / (ROUNDS + 5)
  for (const article of articles.slice(0, perRound * 5)) network.run(article)
  const rates = Array.from({ length: ROUNDS }, (_, round) => {
    const some = articles.slice((round + 5) * perRound, (round + 6) * perRound)
    const start = performance.now()
    for (const article of some) network.run(article)
    return Math.round((some.length * TOKENS * 1000) / (performance.now() - start))
  }).toSorted((a, b) => a - b)
  return { best: rates.at(-1)!, median: rates[ROUNDS >> 1]! }
}

/** How much rarer rare words are than Zipf's law has it: with this, every sixth token is new to the cache, as in news. */
const SKEW = 1.8

function articleOf(seed: number, words: readonly string[]): NetworkInput {
  const random = seeded(seed * 7919 + 17)
  const forms = Array.from({ length: TOKENS }, () => words[Math.floor(words.length ** (random() ** SKEW)) - 1]!)
  const states = forms.map((): QuotationState => (random() < 0.8 ? 'o' : 'i'))
  const cuts = Array.from({ length: PARAGRAPHS - 1 }, () => Math.floor(random() * TOKENS))
  return { forms, states, paragraphs: [0, ...cuts.sort((a, b) => a - b), TOKENS] }
}

export const formatKernel = (tiers: readonly TierBench[]): string =>
  tiers
    .flatMap(({ tier, sizes, networks }) =>
      networks.map(({ network, best, median }) => {
        const units = network === 'words' ? `${sizes.lower}` : `${sizes.lower} and ${sizes.upper}`
        return (
          `${tier.padEnd(9)} ${network.padEnd(12)} ${units} units: ${median} tokens/s, ` +
          `${((1000 * TOKENS) / median).toFixed(1)} ms an article; best round ${best} tokens/s`
        )
      }),
    )
    .join('\n')
