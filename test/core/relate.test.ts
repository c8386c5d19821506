/** How two statements relate: pairs for each relation and type, look-alikes, symmetry, hostile lengths, and the keys by which they meet. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Linkable, Relating } from '../../src/core/links/link.ts'
import { linkKeys, linkPlace, MOST_KEYS } from '../../src/core/links/link-keys.ts'
import { linkableView, placeOf } from '../../src/core/links/linkable-view.ts'
import { relate } from '../../src/core/links/relate.ts'
import { NOBODY, type Speaker } from '../../src/core/statement.ts'
import type { WordVectors } from '../../src/core/wording/likeness.ts'

interface Given {
  readonly who?: Partial<Speaker> & { readonly name: string }
  readonly cue?: string
  readonly on?: string | null
  readonly in?: string
  readonly start?: number
}

const COASTLAND = { name: 'Coastland Foreign Ministry', kind: 'organisation' } as const
const MINISTER = { name: 'Ana Pohl', entity: 'e-1', kind: 'person', role: 'Energy Minister', of: 'Norway' } as const
const SPOKESMAN = { name: 'Ola Berg', entity: 'e-2', kind: 'person', role: 'spokesman', of: 'Norway' } as const
const MAYOR = { name: 'Rui Leal', entity: 'e-3', kind: 'person', role: null, of: null } as const
const POLAND = { name: 'Poland', entity: 'Q36', kind: 'state' } as const

let made = 0
function saying(
  content: string,
  { who = MINISTER, cue = 'said', on = '2024-03-01', in: document, start = 0 }: Given = {},
): Linkable {
  made++
  const id = document ?? `d-${String(made).padStart(4, '0')}`
  const span = { start, end: start + content.length }
  const behind = { start: span.end + 1, end: span.end + 1 + cue.length }
  return {
    document: { id, kind: 'report', published: on, publisher: null, original: null },
    statement: {
      id: `${id}.${span.start}-${span.end}`,
      form: 'indirect',
      manner: 'speech',
      content: { spans: [span], text: content },
      cue: { spans: [behind], text: cue },
      source: { spans: [], text: '' },
      speaker: { ...NOBODY, ...who },
      addressee: null,
      medium: null,
      said: { value: on, text: null, span: null, precision: 'day', anchor: 'explicit', earliest: on, latest: on },
      via: [],
      within: null,
      act: { type: null, polarity: null, condition: { spans: [], text: '' }, deadline: null },
      about: [],
      confidence: { relation: 1, speaker: 1, said: 1, act: null },
    },
  }
}

const LATER = '2024-09-12'
const name = (found: Relating | null): string => (found === null ? 'none' : (found.type ?? found.relation))

// biome-ignore format: a row a pair
const PAIRS: readonly (readonly [is: string, a: string, of: Given, b: string, of: Given])[] = [
  // One saying
  ['same-utterance', 'that Norway would buy 54 tanks from South Korea', {}, 'the purchase of 54 South Korean tanks', { cue: 'announced' }],
  ['same-utterance', '“We will not close the mine before the summer.”', {}, 'that the mine would not be shut before summer', {}],
  ['same-utterance', 'that the ferry would stay in port', {}, 'the ferry would not leave the harbour', {}],
  ['none', 'that the ferry would sail', {}, 'that the pipeline leaked', {}],
  // The same claim
  ['repeats', 'that the bridge over the Lind had collapsed', { who: MAYOR }, 'the bridge over the Lind had collapsed at noon', { who: COASTLAND }],
  ['repeats', 'that Norway would never recognise the province', {}, 'Norway would not recognise the province', { on: LATER }],
  ['none', 'that the bridge had collapsed', { who: MAYOR }, 'that the bridge could have collapsed', { who: COASTLAND }],
  ['none', 'that Poland attacked Norway at sea', { who: MAYOR }, 'that Norway attacked Poland at sea', { who: COASTLAND }],
  ['none', 'that exports grew by 8 percent in January', { who: MAYOR }, 'that wages grew by 8 percent in January', { who: COASTLAND }],
  ['none', 'whether Norway would send troops to Mali', { who: MAYOR, cue: 'asked' }, 'that Norway would send troops to Mali', {}],
  // A series
  ['series', 'that Norway would send tanks to Mali', {}, 'that Norway would send missiles to Mali', { on: LATER }],
  ['series', 'that it would close the strait if its ships were seized', {}, 'that it would close the strait if its ports were shelled', { on: LATER }],
  ['none', 'that Norway would send tanks to Mali', {}, 'that Poland would send missiles to Mali', { who: POLAND, on: LATER }],
  // denies
  ['denies', 'that Norway had sent troops to Mali', { who: POLAND }, 'that Norway had not sent troops to Mali', {}],
  ['denies', 'that Norway had sent troops to Mali', { who: POLAND }, 'that Norway had sent troops to Mali', { cue: 'denied' }],
  ['denies', 'that unemployment was rising in the north', { who: MAYOR }, 'unemployment was falling in the north', {}],
  ['none', 'that Norway had sent troops to Mali', { who: POLAND }, 'that Norway had not sent missiles to Mali', {}],
  ['none', 'that some drivers had been hurt', { who: POLAND }, 'that some drivers had not been hurt', {}],
  ['none', 'that Norway would send troops if Mali asked for them', { who: POLAND }, 'that Norway would not send troops', {}],
  ['none', 'having used a banned drug', { who: MAYOR, cue: 'denied' }, 'that he had used a banned drug', {}],
  ['none', 'that shells had hit the eastern market hall', { who: POLAND }, 'that shells had hit the western market hall', {}],
  // number-differs
  ['number-differs', 'that 500 volunteers were in the town', { who: POLAND }, 'that there were no more than 50 volunteers in the town', {}],
  ['number-differs', 'that two thirds of nurses had been vaccinated', { who: POLAND }, 'only 40 percent of nurses were vaccinated', {}],
  ['none', 'that 12 people were killed in the fire', { who: POLAND }, 'that 14 people were killed in the fire', { on: '2024-03-02' }],
  ['none', 'that the reserves stood at $35 billion', {}, 'that the reserves stood at $38 billion', { on: LATER }],
  // scope-differs
  ['scope-differs', 'that the only foreign soldiers in Mali are instructors of the embassy', {}, 'that dozens of foreign soldiers are in Mali', { who: POLAND }],
  ['scope-differs', 'that the strain infected only cattle', {}, 'that the strain infected people as well', { who: POLAND }],
  ['scope-differs', 'that his army controlled the entire province', { who: MAYOR }, 'that his army controlled only the eastern part of the province', { who: MAYOR, on: LATER }],
  ['none', 'that the port will only open in May', {}, 'that the port will open the new pier', { who: POLAND }],
  // reversal, admission, commitment
  ['reversal', 'that the retirement age would not be raised', {}, 'that the retirement age would rise', { on: LATER }],
  ['admission-after-denial', 'having fired at the fishing boat', { cue: 'denied' }, 'that a helicopter had fired at the fishing boat', { cue: 'admitted', on: LATER }],
  ['commitment-broken-by-report', 'that Norway would not share the data', { cue: 'promised' }, 'that Norway had shared the data', { who: POLAND, on: LATER }],
  ['none', 'that Norway would not send soldiers to Mali', { cue: 'promised' }, 'that the only Norwegian soldiers in Mali were at the embassy, where they counted the weapons that had been delivered', { who: POLAND, on: LATER }],
  ['none', 'that prices would fall', { cue: 'predicted' }, 'that prices had risen', { who: POLAND, on: LATER }],
]

test('pairs relate as they should, whichever comes first', () => {
  for (const [is, contentA, a, contentB, b] of PAIRS) {
    const [one, other] = [saying(contentA, a), saying(contentB, b)]
    assert.equal(name(relate(one, other)), is, `${contentA} / ${contentB}`)
    assert.deepEqual(relate(other, one), relate(one, other), `${contentA} / ${contentB}`)
  }
})

test('a spokesman and the state for which he speaks are one side, two states are not', () => {
  const content = 'that the gas field would be opened in the spring'
  const state = { name: 'Norway', entity: 'Q20', kind: 'state' } as const
  assert.equal(relate(saying(content, { who: SPOKESMAN }), saying(content, { who: state }))?.relation, 'same-utterance')
  assert.equal(relate(saying(content, { who: SPOKESMAN }), saying(content, { who: POLAND }))?.relation, 'repeats')
})

test('spellings of one name are one speaker; a registered other of the same surname is not', () => {
  const content = 'that the ships would be back before the winter storms'
  const who = (speaker: string, entity: string | null = null): Given => ({
    who: { name: speaker, entity, kind: 'person' },
  })
  const relationOf = (a: Given, b: Given): unknown => relate(saying(content, a), saying(content, b))?.relation
  assert.equal(relationOf(who('Volodymyr Zelensky'), who('Zelenskyy')), 'same-utterance')
  assert.equal(relationOf(who('Ana Vink', 'Q1'), who('Vink', 'Q2')), 'repeats')
})

test('a saying has its time: months apart it is said again, without any date only one document tells', () => {
  const content = 'that the northern mine would be closed for good'
  assert.equal(relate(saying(content), saying(content, { on: LATER }))?.relation, 'repeats')
  assert.equal(relate(saying(content, { on: null }), saying(content, { on: null }))?.relation, 'repeats')
  const inOne = { on: null, in: 'd-one' }
  assert.equal(relate(saying(content, inOne), saying(content, { ...inOne, start: 500 }))?.relation, 'same-utterance')
})

/** Vectors of a few words: those of one row are near, all others have nothing to do with each other. */
const near = [
  ['beds', 'patients', 'room'],
  ['run', 'left'],
]
const listed = near.flat()
const VECTORS: WordVectors = {
  numberOf: (form) => listed.indexOf(form),
  cosine: (one, other) => (near.some((row) => row.includes(listed[one]!) && row.includes(listed[other]!)) ? 0.9 : 0),
}

test('with word vectors a claim is found again in other words, whichever comes first, and guards stay', () => {
  const first = 'that the clinic had run out of beds'
  const relationOf = (content: string, vectors: WordVectors | null, given: Given = {}): unknown => {
    const [one, other] = [saying(first), saying(content, given)]
    const found = relate(one, other, vectors)
    assert.deepEqual(relate(other, one, vectors), found)
    return found?.relation
  }
  const reworded = 'that there was no room left for patients in the clinic'
  assert.equal(relationOf(reworded, null), undefined)
  assert.equal(relationOf(reworded, VECTORS), 'same-utterance')
  assert.equal(relationOf(reworded, VECTORS, { who: MAYOR, on: LATER }), undefined)
  assert.equal(relationOf('that there was no room left for only the patients in the clinic', VECTORS), undefined)
  assert.equal(relationOf('that there would have been no room left for patients in the clinic', VECTORS), undefined)
  assert.equal(relationOf('whether there was no room left for patients in the clinic', VECTORS), undefined)
})

test('statements that share their words are not compared', () => {
  const [outer, inner] = ['that he had told them that the mine would close', 'that the mine would close']
  assert.equal(relate(saying(outer, { in: 'd-two' }), saying(inner, { in: 'd-two', start: 22 })), null)
})

test('evidence lies inside the content or cue of the statement that it is of, on both sides of a conflict', () => {
  for (const [is, contentA, a, contentB, b] of PAIRS) {
    const items = [saying(contentA, { ...a, start: 40 }), saying(contentB, { ...b, start: 7 })]
    const found = relate(items[0]!, items[1]!)
    if (found === null) continue
    for (const { span, of } of found.because) {
      const item = items.find(({ statement }) => statement.id === of)!
      const [from, to] = [item.statement.content.spans[0]!.start, item.statement.cue.spans[0]!.end]
      assert.ok(from <= span.start && span.start < span.end && span.end <= to, `${is}: ${contentA}`)
    }
    if (found.relation === 'conflicts') assert.equal(new Set(found.because.map(({ of }) => of)).size, 2, contentA)
  }
})

test('words of a content in several spans are placed in the document', () => {
  const item = saying('the mine … would close', {})
  const spans = [
    { start: 10, end: 18 },
    { start: 30, end: 41 },
  ]
  const view = linkableView({
    ...item,
    statement: { ...item.statement, content: { spans, text: item.statement.content.text } },
  })
  assert.deepEqual(placeOf(view, 4, 8), { start: 14, end: 18 })
  assert.deepEqual(placeOf(view, 11, 16), { start: 30, end: 35 })
})

const WORDS =
  'Norway Poland troops tanks will not would only if send deny rose fell 15 fifty percent , . the of and we its “ ” may had closed'.split(
    ' ',
  )

test('any two contents relate alike from both sides', () => {
  const content = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }).map((words) => words.join(' '))
  const given = fc.record({
    who: fc.constantFrom(MINISTER, SPOKESMAN, MAYOR, POLAND, COASTLAND),
    cue: fc.constantFrom('said', 'denied', 'promised', 'asked', ''),
    on: fc.constantFrom('2024-03-01', '2024-03-02', LATER, null),
  })
  fc.assert(
    fc.property(content, given, content, given, (a, ofA, b, ofB) => {
      const [one, other] = [saying(a, ofA), saying(b, ofB)]
      assert.deepEqual(relate(one, other), relate(other, one))
    }),
    { numRuns: 400 },
  )
})

test('contents of any length are compared in time', () => {
  for (const content of [
    'not '.repeat(25_000),
    'Norway will send tanks. '.repeat(4000),
    '“'.repeat(100_000),
    'a'.repeat(100_000),
    '',
  ]) {
    const [one, other] = [saying(content), saying(content, { on: LATER })]
    const start = performance.now()
    relate(one, other)
    linkKeys(linkableView(one))
    assert.ok(performance.now() - start < 1000, content.slice(0, 10))
  }
})

test('a sentence of a long quotation is found', () => {
  const long = `“${'We have talked of many things today, and of the weather too. '.repeat(3)}Norway will not send any troops to Mali. ${'The harbour fair was a pleasure to see again after the long winter. '.repeat(2)}”`
  assert.equal(
    relate(saying(long, { who: SPOKESMAN }), saying('that Norway would not send troops to Mali', { on: LATER }))
      ?.relation,
    'repeats',
  )
})

test('related statements share a key; keys are few, whole and the same every time', () => {
  let [met, related] = [0, 0]
  for (const [is, contentA, a, contentB, b] of PAIRS) {
    const [keysA, keysB] = [saying(contentA, a), saying(contentB, b)].map((item) => linkKeys(linkableView(item)))
    for (const { key, weight } of [...keysA!, ...keysB!]) {
      assert.ok(Number.isSafeInteger(key) && key >= 0 && weight > 0 && weight <= 1)
    }
    assert.ok(keysA!.length <= MOST_KEYS && keysB!.length <= MOST_KEYS)
    assert.deepEqual(linkKeys(linkableView(saying(contentA, a))), keysA)
    if (is === 'none') continue
    related++
    const shared = keysA!.filter(({ key }) => keysB!.some((other) => other.key === key))
    if (shared.reduce((sum, { weight }) => sum + weight, 0) >= 1) met++
  }
  assert.ok(met >= related * 0.95, `${met} of ${related}`)
})

test('places order statements by day', () => {
  const [early, late, undated] = [saying('a b'), saying('a b', { on: LATER }), saying('a b', { on: null })]
  assert.ok(linkPlace(undated) < linkPlace(early) && linkPlace(early) < linkPlace(late))
  assert.ok(Number.isSafeInteger(linkPlace(late)))
})
