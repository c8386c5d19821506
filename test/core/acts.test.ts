/** Tests of acts: every row on its example and its look-alike, and what the stage gives for whole passages. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { givenOf } from '../../eval/acts-data.ts'
import { readingOf } from '../../src/core/act-reader.ts'
import type { ActDoc } from '../../src/core/acts/act-view.ts'
import { CONDITION_ROWS } from '../../src/core/acts/condition-rows.ts'
import { CONTENT_ROWS } from '../../src/core/acts/content-rows.ts'
import { CUE_ROWS } from '../../src/core/acts/cue-rows.ts'
import { matchAt, patternsOf } from '../../src/core/acts/word-patterns.ts'
import { english } from '../../src/core/english.ts'
import { toStatements } from '../../src/core/statement.ts'
import { blocksOf } from '../support/passages.ts'

/** The reading of a marked passage and what it rests on, without any other layer than the stage needs. */
async function read(passage: string, dct: string | null = null) {
  const { text, attribution } = givenOf(passage, 'test')
  const doc = await english().run({ text, lang: 'en', dct, layers: { blocks: blocksOf(text) } })
  const given = { ...doc, layers: { ...doc.layers, attributions: [attribution] } } as unknown as ActDoc
  const { reading, by } = readingOf(given, attribution)
  const timex = given.layers.timexes.find(({ id }) => id === reading.deadline)
  const condition = reading.condition.map(({ start, end }) => text.slice(start, end))
  return { ...reading, by, condition, deadline: timex?.value ?? null }
}

describe('rows', () => {
  for (const { name, act, example, not } of CUE_ROWS) {
    it(`cue: ${name}`, async () => {
      const told = await read(example)
      if (act === 'by content') assert.match(told.by, /^(cue: warns|content|own|other)/)
      else {
        assert.equal(told.by, `cue: ${name}`)
        assert.equal(told.type, act)
      }
      assert.notEqual((await read(not)).by, `cue: ${name}`)
    })
  }

  for (const { name, act, example, not } of CONTENT_ROWS) {
    it(`content: ${name}`, async () => {
      const told = await read(example)
      assert.equal(told.by, `content: ${name}`)
      assert.equal(told.type, act)
      assert.notEqual((await read(not)).by, `content: ${name}`)
    })
  }

  for (const { name, example, not } of CONDITION_ROWS) {
    it(`condition: ${name}`, async () => {
      const at = example.indexOf('|')
      const told = await read(`[S1 She] [C1 said] [Q1 ${example.replace('|', '')}].`)
      assert.deepEqual(told.condition, [example.slice(at + 1)])
      assert.deepEqual((await read(`[S1 She] [C1 said] [Q1 ${not}].`)).condition, [])
    })
  }
})

describe('patterns', () => {
  const matches = (pattern: string, words: string): boolean =>
    matchAt(patternsOf(pattern)[0]!, words.split(' '), 0) >= 0

  it('know forms, gaps and words that may be missing', () => {
    assert.ok(matches('ban+', 'banned'))
    assert.ok(matches('give+ ~2 light', 'gave the green light'))
    assert.ok(!matches('give+ ~1 light', 'gave the green light'))
    assert.ok(matches('rule+ § out', 'ruled § out'))
    assert.ok(matches('call+ §? for|on', 'called on'))
    assert.ok(matches('call+ §? for|on', 'called § for'))
    assert.ok(!matches('call+ for', 'call'))
  })
})

describe('readings', () => {
  const cases: [string, string, string, string[], string | null][] = [
    ['[S1 Paris] [C1 promised] [Q1 not to send the ships by Friday].', 'commitment', 'negative', [], '2024-03-15'],
    ['[Q1 "Stop the trains,"] [S1 the widow] [C1 said].', 'demand', 'negative', [], null],
    ['[S1 The king] [C1 warned] [Q1 that it would rain].', 'prediction', 'positive', [], null],
    [
      '[S1 The king] [C1 said] [Q1 the ships would be a legitimate target if they sail].',
      'threat',
      'positive',
      ['if they sail'],
      null,
    ],
    ['[S1 The king] [C1 denied] [Q1 that he would refuse].', 'denial', 'positive', [], null],
    ['[S1 The king] [C1 asked] [Q1 if anyone was hurt].', 'question', 'positive', [], null],
    [
      '[S1 The king] [C1 threatened] [Q1 war unless they leave within 10 days].',
      'threat',
      'positive',
      ['unless they leave within 10 days'],
      'P10D',
    ],
    ['If they leave, [S1 the king] [C1 said], [Q1 he would pay].', 'commitment', 'positive', ['If they leave'], null],
    ['[S1 The shop] [C1 said] [Q1 it is closed until Friday].', 'assertion', 'positive', [], null],
  ]
  for (const [passage, type, polarity, condition, deadline] of cases) {
    it(passage, async () => {
      const told = await read(passage, '2024-03-11')
      assert.deepEqual(
        { type: told.type, polarity: told.polarity, condition: told.condition, deadline: told.deadline },
        { type, polarity, condition, deadline },
      )
      assert.ok(told.confidence > 0 && told.confidence < 1)
    })
  }

  it('give one act for every attribution, and none to what somebody else is told to have said', async () => {
    const text = 'The envoy said that Oslo had promised that it would not send troops. "Thank you," she said.'
    const doc = await english().run({ text, lang: 'en', dct: null, layers: { blocks: blocksOf(text) } })
    assert.deepEqual(
      doc.layers.acts.map(({ attribution }) => attribution),
      doc.layers.attributions.map(({ id }) => id),
    )
    const acts = toStatements('d-1', doc).map(({ act, content }) => [act.type, act.polarity, content.text.slice(0, 20)])
    assert.ok(acts.some(([type]) => type === 'support'))
    assert.ok(acts.every(([type]) => type !== null))
  })

  it('work on texts without words, and on very long contents in time', async () => {
    const text = `"${'if they go to the and we will not until '.repeat(2500)}" she said.`
    const doc = await english().run({ text, lang: 'en', dct: null, layers: { blocks: blocksOf(text) } })
    assert.equal(doc.layers.acts.length, doc.layers.attributions.length)
  })
})
