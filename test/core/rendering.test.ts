/** Reports beside the turns of an invented briefing: which turn is rendered, how faithfully, and what the evidence names. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Form } from '../../src/core/doc.ts'
import type { Linkable } from '../../src/core/links/link.ts'
import { rendering, statementRenderer } from '../../src/core/links/rendering.ts'
import { NOBODY, type Statement } from '../../src/core/statement.ts'

let made = 0

interface Told {
  readonly text: string
  readonly form?: Form
  readonly speaker?: string
  readonly published?: string | null
  readonly kind?: 'report' | 'transcript'
}

function told({
  text,
  form = 'direct',
  speaker = 'Mira Halvorsen',
  published = '2026-03-04',
  kind = 'report',
}: Told): Linkable {
  made++
  const id = `d-${String(made).padStart(16, '0')}`
  const span = { start: 10, end: 10 + text.length }
  const statement = {
    id: `${id}.${span.start}-${span.end}`,
    form,
    manner: 'speech',
    content: { spans: [span], text },
    cue: { spans: [], text: '' },
    source: { spans: [], text: '' },
    speaker: { ...NOBODY, name: speaker, kind: 'person' },
    addressee: null,
    medium: null,
    said: {
      value: null,
      text: null,
      span: null,
      precision: 'unknown',
      anchor: 'none',
      earliest: null,
      latest: published,
    },
    via: [],
    within: null,
    act: { type: null, polarity: null, condition: { spans: [], text: '' }, deadline: null },
    about: [],
    confidence: { relation: 1, speaker: 1, said: null, act: null },
  } satisfies Statement
  return { statement, document: { id, kind, published, publisher: null, original: null } }
}

const turn = (text: string, published = '2026-03-04'): Linkable => told({ text, published, kind: 'transcript' })

const turns = [
  turn('Good morning. We have a few things at the top, and then we will take your questions.'),
  turn(
    'Well, look, the — the harbour tunnel will not be closed to traffic this summer. You know, we have 14 crews working there every night, and only two of the lanes are affected.',
  ),
  turn(
    'On the ferries: the new timetable begins in May, and nobody has asked us to change it. That is all I have on that.',
  ),
  turn(
    'I am not going to speculate about the budget. The council decides on it in June, and that is where it belongs.',
  ),
]

const found = (report: Linkable) => rendering(report, turns)?.[0] ?? null
const fidelity = (report: Linkable): string | null => found(report)?.relating.type ?? null
const notes = (report: Linkable): string[] => found(report)?.relating.because.map(({ note }) => note) ?? []

test('word for word', () => {
  const report = told({ text: '“nobody has asked us to change it.”' })
  assert.equal(found(report)?.turn, turns[2])
  assert.equal(fidelity(report), 'verbatim')
})

test('without what people say while they look for words, and with an editor’s words: trimmed', () => {
  const text =
    '“The harbour tunnel will not be closed to traffic this summer … we have 14 crews working there every night,”'
  assert.equal(fidelity(told({ text })), 'trimmed')
  assert.equal(
    fidelity(told({ text: '“nobody has asked us to change [the timetable]. That is all I have on that.”' })),
    'trimmed',
  )
})

test('altered: what changes the meaning is named, in both texts', () => {
  const negation = told({ text: '“The harbour tunnel will be closed to traffic this summer,”' })
  assert.equal(fidelity(negation), 'altered')
  assert.ok(notes(negation).includes('negation'))
  const number = told({ text: '“We have 40 crews working there every night, and only two of the lanes are affected,”' })
  assert.ok(notes(number).includes('number'))
  const sides = new Set(found(number)!.relating.because.map(({ of }) => of))
  assert.deepEqual(sides, new Set([number.statement.id, turns[1]!.statement.id]))
  const name = told({
    text: '“On the ferries: the new timetable begins in Oslo, and nobody has asked us to change it.”',
  })
  assert.ok(notes(name).includes('name'))
  const modality = told({ text: '“the harbour tunnel may not be closed to traffic this summer”' })
  assert.ok(notes(modality).includes('modality'))
  const scope = told({ text: '“we have 14 crews working there every night, and all of the lanes are affected.”' })
  assert.ok(notes(scope).includes('scope'))
})

test('in other words', () => {
  const text = 'that the new ferry timetable would start in May and that nobody had asked for a change'
  const report = told({ text, form: 'indirect' })
  assert.equal(found(report)?.turn, turns[2])
  assert.equal(fidelity(report), 'paraphrase')
})

test('of a mixed statement the words in quotation marks decide', () => {
  const text = 'that the council would decide on the budget in June, and “that is where it belongs”'
  assert.equal(fidelity(told({ text, form: 'mixed' })), 'verbatim')
})

test('nothing is offered for what was not said, for another speaker, before the turn or long after', () => {
  const text = '“The harbour tunnel will not be closed to traffic this summer,”'
  assert.equal(found(told({ text: '“The airport will get a third runway before the winter,”' })), null)
  assert.equal(found(told({ text, speaker: 'Jonas Eide' })), null)
  assert.equal(found(told({ text, published: '2026-03-03' })), null)
  assert.equal(found(told({ text, published: '2026-04-01' })), null)
  assert.notEqual(found(told({ text, published: null })), null)
  assert.equal(found(told({ text: '“is”' })), null)
})

test('two turns that fit alike: neither', () => {
  const text = 'The harbour tunnel will not be closed to traffic this summer, whatever others say.'
  assert.equal(rendering(told({ text: `“${text}”` }), [turn(text), turn(text)]), null)
})

test('evidence is a slice of the content', () => {
  const report = told({ text: '“The harbour tunnel will be closed to traffic this summer,”' })
  for (const { span, of } of found(report)!.relating.because) {
    const { content } = [report, ...turns].find(({ statement }) => statement.id === of)!.statement
    assert.ok(content.spans.some(({ start, end }) => start <= span.start && span.end <= end))
  }
})

test('a report finds its turn by a key; long texts take no time', () => {
  const keys = new Set(statementRenderer.turnKeys(turns[1]!))
  const report = told({ text: '“The harbour tunnel will not be closed to traffic this summer,”' })
  assert.ok(statementRenderer.reportKeys(report).some((key) => keys.has(key)))
  const started = performance.now()
  rendering(told({ text: 'a dam '.repeat(240) }), [turn('a dam of dams '.repeat(8000))])
  assert.ok(performance.now() - started < 4000)
})
