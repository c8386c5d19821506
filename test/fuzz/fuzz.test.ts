/** Every parser of ours is fuzzed for a moment, beginning with what once broke it; `npm run fuzz -- --seconds 600` goes on longer. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { corpusOf } from './corpus.ts'
import { fuzz, type Target } from './fuzzer.ts'
import { TARGETS } from './targets.ts'

const seconds = Number(process.env.ONRECORD_FUZZ_SECONDS ?? 0.5)
const seed = Date.now() % 1e9

describe(`${seconds} s each, seed ${seed}`, () => {
  for (const [name, target] of Object.entries(TARGETS)) {
    test(name, async () => {
      const { failure, kept } = await fuzz(target, { seconds, seed, corpus: corpusOf(name) })
      if (failure !== null) assert.fail(`${JSON.stringify(failure.input)}: ${failure.error.stack}`)
      assert.ok(kept > 0)
    })
  }
})

test('the fuzzer finds what stands behind three conditions, and makes it short', async () => {
  const target: Target = {
    seeds: ['hello'],
    words: ['on', '!', 'record'],
    run(input) {
      // Nobody guesses all of it at once; with coverage each step is found for itself.
      if (input.startsWith('on')) {
        if (input[2] === '!') {
          if (input.endsWith('record')) throw new Error('found')
        }
      }
      return input.length
    },
  }
  const { failure } = await fuzz(target, { seconds: 30, seed: 3, within: '/test/fuzz/fuzz.test' })
  assert.equal(failure?.error.message, 'found')
  assert.equal(failure.input, 'on!record')
})
