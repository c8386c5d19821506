/** Word vectors for comparing words: what is near, what is not listed, and folders that lack them. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { OnrecordError } from '../../src/core/errors.ts'
import { lazyWordVectors } from '../../src/models/load-word-vectors.ts'
import { modelsFolder } from '../../src/models/model-files.ts'

const folder = join(modelsFolder, 'en/word-vectors')
const skip = existsSync(folder) ? false : 'no word vectors in this checkout'

test('words of one use are near, a word is nearest to itself, and common words come first', { skip }, () => {
  const { numberOf, cosine } = lazyWordVectors(folder)()
  const of = (one: string, other: string): number => cosine(numberOf(one), numberOf(other))
  assert.ok(Math.abs(of('doctor', 'doctor') - 1) < 1e-9)
  assert.equal(of('doctor', 'hospital'), of('hospital', 'doctor'))
  assert.ok(of('rich', 'wealthy') > 0.6)
  assert.ok(of('doctor', 'hospital') > of('doctor', 'asphalt') + 0.2)
  assert.equal(numberOf('the'), 0)
  assert.ok(numberOf('hospital') < numberOf('asphalt'))
  assert.equal(numberOf('qqqxzz'), -1)
})

test('nothing is read before it is asked for; a folder without vectors is told then', () => {
  const load = lazyWordVectors(join(folder, 'nowhere'))
  assert.throws(load, (error: unknown) => error instanceof OnrecordError && error.code === 'model-missing')
})
