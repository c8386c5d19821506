/** Prints a digest of what random networks give; with `narrow` as its argument, as on a processor of another make. */
import { createHash } from 'node:crypto'
import type { QuotationState } from '../../src/core/network.ts'

if (process.argv[2] === 'narrow') Object.defineProperty(process, 'arch', { value: 'another' })
const { randomAttributionNetwork, randomWordNetwork, standardSizes } = await import('../support/random-network.ts')

const words = Array.from({ length: 300 }, (_, index) => `word-${index}`)
const forms = Array.from({ length: 5000 }, (_, i) => words[(i * i * 31 + i) % 300]!)
const states = forms.map((_, i): QuotationState => (['o', 'b', 'i', 'u'] as const)[(i >> 3) % 4]!)
const paragraphs = Array.from({ length: 101 }, (_, i) => (i * i) / 2 - ((i * i) % 2) / 2)
const input = { forms, states, paragraphs }
const { upos, mentions } = randomWordNetwork(standardSizes, words).run(input)
const { attribution } = randomAttributionNetwork(standardSizes, words).run(input)
const digest = createHash('sha256')
for (const scores of [upos, mentions, attribution]) digest.update(new Uint8Array(scores.buffer))
console.log(digest.digest('hex'))
