/** Tests of the extraction pool: the same statements as in one thread, and what a page does that brings its thread down. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Extraction } from '../../src/app/extract-document.ts'
import type { Extractor } from '../../src/app/ports.ts'
import { OnrecordError } from '../../src/core/errors.ts'
import { modelsFolder } from '../../src/models/load-networks.ts'
import { extractionPool, type PoolOptions } from '../../src/runtime/extraction-pool.ts'
import { growingExtractor } from '../../src/runtime/growing-extractor.ts'
import { readingDeps } from '../../src/runtime/reading.ts'
import { storyHtml, storyText } from '../cli/pages.ts'

const misbehaving = new URL('./misbehaving-worker.ts', import.meta.url)

function poolFor(context: TestContext, options: Partial<PoolOptions>) {
  const pool = extractionPool({ workers: 2, model: 'rules', warn: () => {}, ...options })
  context.after(() => pool.close())
  return pool
}

const page = (text: string, file: string) => ({ bytes: new TextEncoder().encode(text), file })
const named = (file: string) => page('', file)

const failure = (extraction: Promise<unknown>): Promise<OnrecordError> =>
  extraction.then(
    () => assert.fail('was extracted'),
    (error) => {
      assert.ok(error instanceof OnrecordError)
      return error
    },
  )

test('the pool finds what one thread finds, and refuses what it refuses', async (context) => {
  const model = existsSync(join(modelsFolder, 'en/attribution')) ? 'full' : 'rules'
  const pool = poolFor(context, { model })
  const { extractor } = readingDeps({ model })
  const pages = [
    ...Array.from({ length: 6 }, (_, number) => page(storyText(`Story ${number}`), `${number}.txt`)),
    page(storyHtml('Page'), 'page.html'),
  ]
  const both = await Promise.all(pages.map((each) => Promise.all([pool.extract(each), extractor.extract(each)])))
  for (const [there, here] of both) assert.deepEqual(there, here)
  assert.ok(both[0]![0].statements.length > 0)
  assert.equal(both[0]![0].pipeline!.includes('+attribution'), model === 'full')
  const empty = await failure(pool.extract(page('', 'empty.txt')))
  assert.deepEqual([empty.code, empty.message], ['empty-file', 'empty.txt: the file is empty'])
})

test('a page that was read before gives the same statements, from its text alone', async (context) => {
  const pool = poolFor(context, {})
  const { extractor, read } = readingDeps({ model: 'rules' })
  for (const source of [page(storyText('Story'), 'story.txt'), page(storyHtml('Page'), 'page.html')]) {
    const extraction = await pool.extract(source)
    assert.ok(extraction.statements.length > 0)
    assert.deepEqual(await pool.analyse(read(source)), extraction)
    assert.deepEqual(await extractor.analyse(read(source)), extraction)
  }
  assert.match(
    (await failure(poolFor(context, { slowestMs: 0 }).analyse(read(page('Text.', 'x.txt'))))).message,
    /^x\.txt: /,
  )
})

test('a page that brings its thread down, or never ends, costs itself only', async (context) => {
  const pool = poolFor(context, { entry: misbehaving, slowestMs: 1_000 })
  const files = ['a', 'throws', 'b', 'exits', 'c', 'hangs', 'd', 'e', 'f']
  const outcomes = await Promise.allSettled(files.map((file) => pool.extract(named(file))))
  const said = outcomes.map((each) => (each.status === 'fulfilled' ? each.value.text : each.reason.message))
  assert.deepEqual(said, [
    'a',
    'something went wrong inside onrecord: throws: the sky fell',
    'b',
    'something went wrong inside onrecord: exits: its thread ended with 3',
    'c',
    'hangs: not read within 1 s, and given up',
    'd',
    'e',
    'f',
  ])
})

test('a page that takes more memory than a thread may have is told of by its name, and the rest goes on', async (context) => {
  const pool = poolFor(context, { entry: misbehaving, workers: 1, heapMb: 32, slowestMs: 30_000 })
  const outcomes = await Promise.allSettled(['a', 'swells', 'b'].map((file) => pool.extract(named(file))))
  const said = outcomes.map((each) => (each.status === 'fulfilled' ? each.value.text : each.reason.code))
  assert.deepEqual(said, ['a', 'out-of-memory', 'b'])
  assert.match((outcomes[1] as PromiseRejectedResult).reason.message, /^swells: /)
})

test('few small pages are read here; a large one, or one with a time limit of its own, can be stopped', async (context) => {
  const here: Extractor = {
    atOnce: 1,
    extract: async () => ({ text: 'here' }) as Extraction,
    analyse: async () => ({ text: 'here' }) as Extraction,
    close: async () => {},
  }
  const options = { entry: misbehaving, workers: 1, model: 'rules', warn: () => {}, slowestMs: 500, atOnce: 1 } as const
  const growing = growingExtractor(here, { ...options, here: 2, slowestMsAMegabyte: 0 })
  context.after(() => growing.close())
  const large = { bytes: new Uint8Array(300_000), file: 'hangs' }
  assert.equal((await growing.extract(named('hangs'))).text, 'here')
  assert.equal((await failure(growing.extract(large))).message, 'hangs: not read within 0.5 s, and given up')
  assert.deepEqual([(await growing.extract(named('a'))).text, (await growing.extract(named('b'))).text], ['here', 'b'])
})

test('a model that is missing is told of once, whichever threads miss it', async (context) => {
  const warnings: string[] = []
  const pool = poolFor(context, { entry: misbehaving, warn: ({ message }) => warnings.push(message) })
  await Promise.all(['warns', 'warns', 'warns', 'warns'].map((file) => pool.extract(named(file))))
  assert.deepEqual(warnings, ['x.bin: this file of a model cannot be read (ENOENT)'])
})

test('close: what is being read and what waits is rejected, and nothing is begun', async (context) => {
  const pool = poolFor(context, { entry: misbehaving })
  const failures = ['slow', 'hangs', 'waits'].map((file) => failure(pool.extract(named(file))))
  await wait(50)
  await pool.close()
  for (const { code } of await Promise.all(failures)) assert.equal(code, 'bug')
  assert.equal((await failure(pool.extract(named('late')))).code, 'bug')
})
