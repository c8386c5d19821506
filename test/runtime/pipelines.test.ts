/** Tests of which pipeline reads what: models by name, the rules where one is missing or damaged, and what the record says of it. */
import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { OnrecordError } from '../../src/core/errors.ts'
import { modelsFolder } from '../../src/models/load-networks.ts'
import { pipelinesFor } from '../../src/runtime/pipelines.ts'
import { scratchFolder } from '../support/ledger-path.ts'

const unexpected = (error: OnrecordError) => assert.fail(error)

test('rules need no model, and the version of the pipeline names none', () => {
  const { version, notices } = pipelinesFor('rules', unexpected, 'nowhere')('en')!
  assert.equal(notices, undefined)
  assert.match(version, /^turn-finder@\d+ tokenizer@\d+ .*rule-attributor@\d+ timex-finder@\d+ .*act-reader@\d+/)
  assert.doesNotMatch(version, /\+/)
})

test('a model: named in the version, loaded once', (context) => {
  if (!existsSync(join(modelsFolder, 'en/attribution'))) return context.skip('no trained network in this checkout')
  const pipeline = pipelinesFor('full', unexpected)('en-GB')!
  assert.match(
    pipeline.version,
    /word-tagger@\d+\+words-[0-9a-f]{8} .*network-attributor@\d+\+attribution-[0-9a-f]{8} timex-finder@\d+ chain-finder@\d+ utterance-reader@\d+ act-reader@\d+/,
  )
  assert.equal(pipelinesFor('full', unexpected)('en'), pipeline)
})

test('no model in the folder: told once, and the rules stand in', () => {
  const folder = join(scratchFolder(), 'no-models')
  for (const model of ['full', 'fast'] as const) {
    const warnings: string[] = []
    const pipelineFor = pipelinesFor(model, (error) => warnings.push(`${error.code} ${error.message}`), folder)
    const pipeline = pipelineFor('en')!
    assert.equal(pipelineFor('en'), pipeline)
    assert.equal(pipeline.version, pipelinesFor('rules', unexpected)('en')!.version)
    assert.deepEqual(
      pipeline.notices?.map(({ code, message }) => [code, message]),
      [['model-missing', 'Read by rules alone, which find less: a file of the model was missing.']],
    )
    assert.equal(warnings.length, 1)
    assert.match(warnings[0]!, /^model-missing .*words.*meta\.json: .*ENOENT/)
  }
})

test('a file with another digest: told once, and the rules stand in', (context) => {
  if (!existsSync(join(modelsFolder, 'en/lemmas'))) return context.skip('no lemmas in this checkout')
  const folder = join(scratchFolder(), 'damaged-models')
  mkdirSync(folder)
  cpSync(join(modelsFolder, 'en'), join(folder, 'en'), { recursive: true })
  writeFileSync(join(folder, 'en/lemmas/lemmas.json'), '{}')
  const warnings: string[] = []
  const { version } = pipelinesFor('full', (error) => warnings.push(error.code), folder)('en')!
  assert.match(version, /rule-attributor@\d+ timex-finder@\d+ .*act-reader@\d+/)
  assert.deepEqual(warnings, ['model-damaged'])
})

test('a language without a pipeline has none, with any model', () => {
  for (const model of ['full', 'rules'] as const) {
    for (const language of ['de', 'und', 'constructor']) {
      assert.equal(pipelinesFor(model, unexpected)(language), null)
    }
  }
})
