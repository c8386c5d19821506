/** Prints a digest of what a random network gives; with `narrow` as its argument, as on a processor of another make. */
import { createHash } from 'node:crypto'
import type { QuotationState } from '../../src/core/network.ts'

if (process.argv[2] === 'narrow') Object.defineProperty(process, 'arch', { value: 'another' })
const { randomNetwork, standardSizes } = await import('../support/random-network.ts')

const words = Array.from({ length: 300 }, (_, index) => `word-${index}`)
const network = randomNetwork(standardSizes, words)
const forms = Array.from({ length: 5000 }, (_, i) => words[(i * i * 31 + i) % 300]!)
const states = forms.map((_, i): QuotationState => (['o', 'b', 'i', 'u'] as const)[(i >> 3) % 4]!)
const paragraphs = Array.from({ length: 101 }, (_, i) => (i * i) / 2 - ((i * i) % 2) / 2)
const { upos, mentions, attribution } = network.run({ forms, states, paragraphs })
const digest = createHash('sha256')
for (const scores of [upos, mentions, attribution]) digest.update(new Uint8Array(scores.buffer))
console.log(digest.digest('hex'))
