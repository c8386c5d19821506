/** Tests of statements: ids, sliced texts, nesting, and two attributions of one content. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Attribution, Doc } from '../../src/core/doc.ts'
import { sliceOf } from '../../src/core/span.ts'
import { statementId, toStatements } from '../../src/core/statement.ts'
import { docOf } from '../support/passages.ts'

const TEXT = 'Lind said that Pohl claimed that the dam, which broke, would hold.'
const at = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length })

const attribution = (given: Partial<Attribution> & Pick<Attribution, 'content'>): Attribution => ({
  id: 'a1',
  form: 'indirect',
  manner: 'speech',
  source: [],
  cue: [],
  by: 'that-clause',
  confidence: 0.5,
  ...given,
})

const statementsOf = (attributions: readonly Attribution[], text = TEXT) =>
  toStatements('d-1', { text, lang: 'en', dct: null, layers: { attributions } } as Doc<'attributions'>)

const outer = attribution({
  source: [at('Lind')],
  cue: [at('said')],
  content: [at('that Pohl claimed that the dam, which broke, would hold')],
})
const inner = attribution({
  source: [at('Pohl')],
  cue: [at('claimed')],
  content: [at('that the dam, which broke, would hold')],
})

describe('statement', () => {
  it('is named by its document and the spans of its content', () => {
    const spans = [at('the dam'), at('would hold')]
    assert.equal(
      statementId('d-1', spans),
      `d-1.${spans[0]!.start}-${spans[0]!.end}_${spans[1]!.start}-${spans[1]!.end}`,
    )
    assert.equal(statementsOf([attribution({ content: spans })])[0]!.id, statementId('d-1', spans))
  })

  it('leaves out the comma that closes an apposition, and the colon after a cue', () => {
    const text = 'Lind, a pilot, said: “No.” And then: “Yes.”'
    const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
    const [first, second] = statementsOf(
      [
        attribution({ source: [span('Lind, a pilot,')], cue: [span('said:')], content: [span('“No.”')] }),
        attribution({ cue: [span(':')], content: [span('“Yes.”')] }),
      ],
      text,
    )
    assert.deepEqual(
      [first!.source.text, first!.speaker!.name, first!.cue.text],
      ['Lind, a pilot', 'Lind, a pilot', 'said'],
    )
    assert.equal(second!.cue.text, ':')
  })

  it('slices its texts, and joins what does not touch', () => {
    const [statement] = statementsOf([
      attribution({ content: [at('the dam'), at('would hold')], cue: [at('claimed')] }),
    ])
    assert.equal(statement!.content.text, 'the dam … would hold')
    assert.equal(statement!.cue.text, 'claimed')
    assert.deepEqual(statement!.source, { spans: [], text: '' })
  })

  it('has a speaker as the text names him, or none', () => {
    const [named, nameless] = statementsOf([outer, attribution({ content: [at('broke')] })])
    assert.equal(named!.speaker?.name, 'Lind')
    assert.equal(nameless!.speaker, null)
  })

  it('has every field of the contract, unknown ones null or empty', () => {
    const [statement] = statementsOf([outer])
    assert.deepEqual(Object.keys(statement!).sort(), [
      'about',
      'act',
      'addressee',
      'confidence',
      'content',
      'cue',
      'form',
      'id',
      'manner',
      'medium',
      'said',
      'source',
      'speaker',
      'via',
      'within',
    ])
    assert.deepEqual(JSON.parse(JSON.stringify(statement)), statement)
  })

  it('keeps the surer of two attributions of one content, and the first of two alike', () => {
    const surer = attribution({ content: outer.content, source: [at('Pohl')], confidence: 0.9 })
    for (const order of [
      [outer, surer],
      [surer, outer],
    ]) {
      const statements = statementsOf(order)
      assert.equal(statements.length, 1)
      assert.equal(statements[0]!.speaker?.name, 'Pohl')
    }
    const alike = attribution({ content: outer.content, source: [at('Pohl')] })
    assert.equal(statementsOf([outer, alike])[0]!.speaker?.name, 'Lind')
  })

  it('comes in text order, whatever the order of the attributions', () => {
    const starts = statementsOf([inner, outer]).map(({ content }) => content.spans[0]!.start)
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    )
  })
})

describe('within', () => {
  const nesting = (attributions: readonly Attribution[], text = TEXT) => {
    const statements = statementsOf(attributions, text)
    const index = new Map(statements.map(({ id }, position) => [id, position]))
    return statements.map(({ within }) => (within === null ? null : index.get(within)))
  }

  it('is the statement whose content holds this one with its cue', () => {
    assert.deepEqual(nesting([outer, inner]), [null, 0])
  })

  it('is the smallest of several', () => {
    const innermost = attribution({ content: [at('would hold')] })
    assert.deepEqual(nesting([outer, inner, innermost]), [null, 0, 1])
  })

  it('is none where the cue stands outside', () => {
    const partly = attribution({ cue: [at('Lind')], content: [at('the dam')] })
    assert.deepEqual(nesting([attribution({ content: inner.content }), partly]), [null, null])
  })

  it('is none where the other content is no larger', () => {
    const same = attribution({ content: [at('would hold')], cue: [] })
    const other = attribution({ content: [at('would hold'), at('Lind')].reverse(), cue: [] })
    assert.deepEqual(nesting([same, other]), [null, null])
  })

  it('looks at each span of a content by itself: what only their hull holds is outside', () => {
    const split = attribution({ content: [at('that Pohl claimed'), at('would hold')] })
    const between = attribution({ content: [at('the dam')] })
    const inFirst = attribution({ content: [at('Pohl')] })
    assert.deepEqual(nesting([split, between, inFirst]), [null, 0, null])
  })

  it('agrees with looking at every pair', async () => {
    const doc = await docOf(
      'Lind said: “Pohl told me that the mayor had said ‘no’ twice. The engineers say that it leaks.”\n\n' +
        'Marek said that Pohl denied that Lind had asked whether the dam would hold, adding that she did not care.',
    )
    const { attributions } = doc.layers
    assert.ok(attributions.length >= 6, String(attributions.length))
    const statements = toStatements('d-1', doc)
    for (const statement of statements) {
      const parts = [...statement.content.spans, ...statement.cue.spans]
      const start = Math.min(...parts.map((part) => part.start))
      const end = Math.max(...parts.map((part) => part.end))
      const holders = statements
        .flatMap((other) => other.content.spans.map((span) => ({ id: other.id, span })))
        .filter(({ span }) => span.start <= start && end <= span.end && span.end - span.start > end - start)
        .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))
      assert.equal(statement.within, holders[0]?.id ?? null, sliceOf(doc.text, { start, end }))
    }
    assert.ok(statements.some(({ within }) => within !== null))
  })
})
