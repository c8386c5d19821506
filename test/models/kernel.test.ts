/** Tests that the kernel is what its source says, and that lanes and cache do what the network counts on. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, it, test } from 'node:test'
import { formCache } from '../../src/models/form-cache.ts'
import { lanesOf, stepsOf } from '../../src/models/lanes.ts'
import { wordIndex } from '../../src/models/word-index.ts'

test('kernel.wasm is what kernel.as.ts compiles to', () => {
  const script = join(import.meta.dirname, '../../scripts/kernel.ts')
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
})

test('scores are the same to the last bit with and without wide vectors', () => {
  const script = join(import.meta.dirname, 'score-digest.ts')
  const digestOf = (...options: string[]): string =>
    spawnSync(process.execPath, [script, ...options], { encoding: 'utf8' }).stdout
  const digest = digestOf()
  assert.match(digest, /^[0-9a-f]{64}\n$/)
  assert.equal(digestOf('narrow'), digest)
})

describe('lanes', () => {
  const stretches = (...lengths: number[]) => {
    let first = 0
    return lengths.map((length) => {
      const stretch = { first, last: first + length }
      first += length
      return stretch
    })
  }

  it('share the work evenly, the longest lane first', () => {
    const paragraphs = stretches(60, 10, 30, 20, 50, 40, 25, 35, 15, 5, 45, 55)
    const lanes = lanesOf(paragraphs)
    assert.equal(lanes.length, 8)
    assert.deepEqual(new Set(lanes.flat()), new Set(paragraphs))
    const lengths = lanes.map((lane) => lane.reduce((sum, { first, last }) => sum + last - first, 0))
    assert.deepEqual(
      lengths,
      lengths.toSorted((a, b) => b - a),
    )
    assert.equal(stepsOf(lanes), lengths[0])
    assert.equal(lengths[0], 60)
  })

  it('are four or eight', () => {
    assert.equal(lanesOf(stretches(7)).length, 4)
    assert.equal(lanesOf(stretches(7, 8, 9, 1, 2)).length, 8)
  })
})

describe('word index', () => {
  it('tells the line of every word, and -1 for others', () => {
    const words = Array.from({ length: 3000 }, (_, i) => `${i % 7 === 0 ? 'é' : 'w'}${i.toString(36)}`)
    const index = wordIndex(words.map((word) => `${word}\n`).join(''))
    assert.equal(index.size, words.length)
    for (const [line, word] of words.entries()) assert.equal(index.lineOf(word), line)
    for (const other of ['', 'w', 'W1', 'w1\n', 'wzzzz', 'x'.repeat(1e6)]) assert.equal(index.lineOf(other), -1)
  })

  it('may be empty, and the last line open', () => {
    assert.equal(wordIndex('').lineOf('a'), -1)
    assert.deepEqual([wordIndex('a\nb').size, wordIndex('a\nb').lineOf('b')], [2, 1])
  })
})

describe('form cache', () => {
  it('finds what was taken, by form and state, until the slot is needed', () => {
    const cache = formCache(4)
    cache.beginBatch()
    const a = cache.take('a', 0)
    assert.equal(cache.find('a', 0), a)
    assert.equal(cache.find('a', 1), -1)
    assert.equal(new Set([a, cache.take('a', 1), cache.take('b', 0), cache.take('c', 0)]).size, 4)
    cache.beginBatch()
    assert.equal(cache.find('a', 0), a)
    const others = ['d', 'e', 'f'].map((form) => cache.take(form, 0))
    assert.ok(!others.includes(a), 'a is in use')
    assert.equal(cache.find('b', 0), -1)
    assert.equal(cache.find('d', 0), others[0])
  })

  it('does not keep long forms', () => {
    const cache = formCache(4)
    cache.beginBatch()
    cache.take('x'.repeat(23), 0)
    assert.equal(cache.find('x'.repeat(23), 0), -1)
  })
})
