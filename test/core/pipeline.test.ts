/** Tests of the pipeline: the order of stages, what they are given, and that the doc stays plain data. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Doc, LayerName, Layers } from '../../src/core/doc.ts'
import { english } from '../../src/core/english.ts'
import { OnrecordError } from '../../src/core/errors.ts'
import { assemble, pipelineOf } from '../../src/core/pipeline.ts'
import type { Stage } from '../../src/core/stage.ts'
import { blocksOf } from '../support/passages.ts'

/** A stage that gives an empty layer and notes that it ran. */
function stage(name: string, needs: readonly LayerName[], gives: LayerName, ran: string[] = []): Stage {
  return {
    name,
    version: 3,
    needs,
    gives,
    run() {
      ran.push(name)
      return [] as unknown as Layers[LayerName]
    },
  }
}

const emptyDoc = (text = ''): Doc<'blocks'> => ({ text, lang: 'en', dct: null, layers: { blocks: blocksOf(text) } })

function faultsOf(build: () => unknown): string {
  try {
    build()
  } catch (error) {
    assert.ok(error instanceof OnrecordError)
    assert.equal(error.code, 'pipeline-order')
    return error.message
  }
  assert.fail('no error was thrown')
}

describe('assemble', () => {
  it('names every missing layer and every layer given twice at once', () => {
    const message = faultsOf(() =>
      assemble(
        'en',
        ['blocks'],
        [
          stage('attributor', ['tokens', 'quotations'], 'attributions'),
          stage('tokenizer', ['blocks'], 'tokens'),
          stage('other-tokenizer', ['blocks'], 'tokens'),
          stage('splitter', ['blocks', 'sentences'], 'sentences'),
        ],
      ),
    )
    assert.match(message, /attributor needs tokens, quotations/)
    assert.match(message, /other-tokenizer gives tokens, which is there already/)
    assert.match(message, /splitter needs sentences/)
  })

  it('refuses a stage that gives what the document arrives with', () => {
    const again = stage('reader', [], 'blocks')
    assert.match(
      faultsOf(() => assemble('en', ['blocks'], [again])),
      /reader gives blocks/,
    )
  })

  it('refuses the same stage twice', () => {
    const one = stage('tokenizer', ['blocks'], 'tokens')
    assert.match(
      faultsOf(() => assemble('en', ['blocks'], [one, one])),
      /tokenizer gives tokens/,
    )
  })

  it('runs stages in order and tells its version by theirs', async () => {
    const ran: string[] = []
    const pipeline = assemble<'blocks', LayerName>(
      'en',
      ['blocks'],
      [stage('a', ['blocks'], 'tokens', ran), stage('b', ['tokens'], 'sentences', ran)],
    )
    assert.equal(pipeline.version, 'a@3 b@3')
    await pipeline.run(emptyDoc())
    assert.deepEqual(ran, ['a', 'b'])
  })
})

describe('run', () => {
  it('awaits a stage that answers later, and shows each step with its duration', async () => {
    const late: Stage<'blocks', 'tokens'> = {
      name: 'late',
      version: 1,
      needs: ['blocks'],
      gives: 'tokens',
      run: async () => [{ start: 0, end: 1 }],
    }
    const seen: string[] = []
    let ticks = 0
    const doc = await pipelineOf('en', ['blocks'])
      .then(late)
      .build()
      .run(
        emptyDoc('x'),
        (step, so, ms) => seen.push(`${step.name} ${ms} ${Object.keys(so.layers)}`),
        () => {
          ticks += 5
          return ticks
        },
      )
    assert.deepEqual(doc.layers.tokens, [{ start: 0, end: 1 }])
    assert.deepEqual(seen, ['late 5 blocks,tokens'])
  })

  it('lets the error of a stage through and leaves the doc it was given as it was', async () => {
    const broken: Stage<'blocks', 'tokens'> = {
      ...stage('broken', ['blocks'], 'tokens'),
      needs: ['blocks'],
      gives: 'tokens',
      run: () => {
        throw new RangeError('no')
      },
    }
    const doc = emptyDoc('x')
    const before = structuredClone(doc)
    await assert.rejects(pipelineOf('en', ['blocks']).then(broken).build().run(doc), RangeError)
    assert.deepEqual(doc, before)
  })
})

const PASSAGES = [
  '# Minister: dam will hold\n\n“The dam is safe,” Ana Pohl said. “Go home.”\n\n“We ask for calm.\n\n“We will be back,” she told the Courier, adding that nobody need leave.',
  'The ministry said on Monday that “all is well”. According to two officials, it is not.',
  '',
]

describe('the English pipeline', () => {
  it('gives a doc that is plain JSON, every layer', async () => {
    for (const text of PASSAGES) {
      const doc = await english().run(emptyDoc(text))
      for (const layer of Object.values(doc.layers)) assert.deepEqual(JSON.parse(JSON.stringify(layer)), layer)
      assert.deepEqual(JSON.parse(JSON.stringify(doc)), doc)
      assert.deepEqual(Object.keys(doc.layers), [
        'blocks',
        'turns',
        'tokens',
        'sentences',
        'quotations',
        'attributions',
        'timexes',
        'utterances',
        'acts',
      ])
    }
  })

  it('changes neither the doc it is given nor the blocks in it, even when they are frozen', async () => {
    for (const text of PASSAGES) {
      const doc = emptyDoc(text)
      for (const block of doc.layers.blocks) Object.freeze(block)
      Object.freeze(doc.layers.blocks)
      Object.freeze(doc.layers)
      const done = await english().run(Object.freeze(doc))
      assert.equal(done.text, text)
      assert.equal(done.layers.blocks, doc.layers.blocks)
    }
  })

  it('runs with every layer frozen as soon as it is given: no stage changes another’s', async () => {
    const stages = english().stages.map((own) => ({
      ...own,
      run: async (doc: Doc<LayerName>) => deepFrozen(await own.run(doc)),
    }))
    const pipeline = assemble<'blocks', LayerName>('en', ['blocks'], stages as unknown as Stage[])
    for (const text of PASSAGES) {
      assert.deepEqual(await pipeline.run(emptyDoc(text)), await english().run(emptyDoc(text)))
    }
  })

  it('copies no text into a layer', async () => {
    const doc = await english().run(emptyDoc(PASSAGES[0]))
    const strings = JSON.stringify(doc.layers)
    for (const word of ['Pohl', 'dam', 'Courier', 'safe']) assert.ok(!strings.includes(word), word)
  })
})

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) deepFrozen(part)
  return Object.freeze(value)
}
