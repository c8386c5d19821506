/** Which time is that of the saying, and how the record keeps it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sliceOf } from '../../src/core/span.ts'
import { saidOf } from '../../src/core/utterances/said-of.ts'
import { sayingTime } from '../../src/core/utterances/saying-time.ts'
import { sayingView } from '../../src/core/utterances/saying-time-view.ts'
import { timedDoc } from './timex-doc.ts'

/** A Friday. */
const PUBLISHED = '2024-06-21'

/** The words of the time that belongs to the saying of an attribution. */
function told(marked: string, attribution = 0): string | null {
  const doc = timedDoc(marked, PUBLISHED)
  const reading = sayingTime(doc, doc.layers.attributions[attribution]!)
  const timex = doc.layers.timexes.find(({ id }) => id === reading?.timex)
  return timex === undefined ? null : sliceOf(doc.text, timex)
}

const SAYINGS: readonly (readonly [string, string])[] = [
  ['{s1:Lund} {c1:said} on Friday {q1:that troops would leave in May}.', 'Friday'],
  ['{s1:Lund} {c1:told} reporters today {q1:that it would end by 2030}.', 'today'],
  ['{s1:He} {c1:told} The Harbour Gazette last week {q1:that all was lost}.', 'last week'],
  ['Last week, {s1:the Gazette} {c1:reported}, citing officials, {q1:that ships would come in July}.', 'Last week'],
  ['On Tuesday {s1:the minister} {c1:denied} {q1:that she had left on Monday}.', 'Tuesday'],
  ['{s1:Lund} on Wednesday {c1:said} {q1:the talks of Monday had failed}.', 'Wednesday'],
  ['{q1:“We were in Rome on Monday,”} {s1:Lund} {c1:said} in a statement on Thursday.', 'Thursday'],
  ['Asked today whether ships would sail on Sunday, {s1:Lund} {c1:told} reporters: {q1:“No.”}', 'today'],
  ['In a speech in the harbour town on Tuesday, {s1:Lund} {c1:promised} {q1:new ships by 2030}.', 'Tuesday'],
  ['On The Harbour Morning Show on Tuesday, {s1:Lund} {c1:promised} {q1:new ships}.', 'Tuesday'],
  ['{s1:A 2014 study by a school in Rome} {c1:found} {q1:that ships are old}.', '2014'],
  ['{s1:A report released on Monday} {c1:said} {q1:that it fell in 2019}.', 'Monday'],
  [
    '{s1:The ministry} {c1:said this} to the Gazette on Wednesday (June 19, 2024): {q1:all is lost}.',
    'Wednesday (June 19, 2024)',
  ],
  ['At Tuesday’s briefing, {s1:Lund} {c1:said} {q1:all was lost}.', 'Tuesday'],
  ['{s1:Lund} {c1:called} {q1:“him a liar”} on Tuesday.', 'Tuesday'],
  ['{s1:Lund} {c1:previously said} {q1:that all was lost}.', 'previously'],
]

for (const [marked, time] of SAYINGS) test(`Said: ${marked}`, () => assert.equal(told(marked), time))

const OTHERS: readonly string[] = [
  '{s1:Lund} {c1:said} {q1:that troops would leave on Friday}.',
  '{q1:Troops would leave on Friday}, {s1:Lund} {c1:said}.',
  '{s1:Lund, appointed in 2004,} {c1:said} {q1:all was lost}.',
  '{s1:Lund}, who came to Rome on Monday, {c1:said} {q1:all was lost}.',
  '{s1:Lund} {c1:said} for two weeks {q1:that all was lost}.',
  '{s1:Lund} {c1:says} every Friday {q1:that all is lost}.',
  '{s1:Lund} {c1:has said} since 2014 {q1:that all is lost}.',
  '{s1:Mr Lund, an engineer who has held the office since 2022}, {c1:said} {q1:that all is lost}.',
  '{s1:Lund} {c1:called} Friday’s vote {q1:“a shame”}.',
  '{s1:Lund} now {c1:says} {q1:that all is lost}.',
  'He left on Monday because {s1:Lund} {c1:said} {q1:all was lost}.',
  'They came on Monday. {s1:Lund} {c1:said} {q1:all was lost}.',
]

for (const marked of OTHERS) test(`Not said: ${marked}`, () => assert.equal(told(marked), null))

test('What goes on with a saying is said then too', () => {
  const marked =
    '{s1:Lund} {c1:told} reporters on Friday {q1:that all was lost}, {c2:adding} {q2:that he would leave in May}.'
  assert.equal(told(marked, 1), 'Friday')
})

test('Each of two sayings has its own time', () => {
  const marked =
    '{s1:Lund} {c1:said} on Monday {q1:that all was lost}; {s2:Berg} {c2:replied} on Tuesday {q2:that it was not}.'
  assert.equal(told(marked, 0), 'Monday')
  assert.equal(told(marked, 1), 'Tuesday')
})

test('A saying within a saying has the time that stands in it', () => {
  const marked = '{s1:Lund} {c1:said} on Friday {q1:that {s2:Berg} had {c2:assured} him on Monday {q2:of peace}}.'
  assert.equal(told(marked, 0), 'Friday')
  assert.equal(told(marked, 1), 'Monday')
})

function said(marked: string, dct: string | null) {
  const doc = timedDoc(marked, dct)
  const reading = sayingTime(doc, doc.layers.attributions[0]!, sayingView(doc))
  return { doc, said: saidOf(doc, reading) }
}

test('The record has value, precision, anchor and bounds, and the phrase with its preposition', () => {
  const { doc, said: friday } = said('{s1:Lund} {c1:said} on Friday {q1:that all was lost}.', PUBLISHED)
  assert.deepEqual(friday, {
    text: 'on Friday',
    span: { start: 10, end: 19 },
    value: '2024-06-21',
    precision: 'day',
    anchor: 'published',
    earliest: '2024-06-21',
    latest: '2024-06-21',
  })
  assert.equal(sliceOf(doc.text, friday.span!), 'on Friday')
})

test('A report cannot tell of what is said later: its day bounds the time', () => {
  const { said: week } = said('{s1:Lund} {c1:said} this week {q1:that all was lost}.', '2024-06-19')
  assert.deepEqual([week.value, week.earliest, week.latest], ['2024-W25', '2024-06-17', '2024-06-19'])
})

test('What the text does not tell stays null, with the day of publication as its bound', () => {
  const { said: nothing } = said('{s1:Lund} {c1:said} {q1:that all was lost on Friday}.', PUBLISHED)
  assert.deepEqual(nothing, {
    value: null,
    text: null,
    span: null,
    precision: 'unknown',
    anchor: 'published',
    earliest: null,
    latest: PUBLISHED,
  })
  const { said: timeless } = said('{s1:Lund} {c1:said} {q1:that all was lost on Friday}.', null)
  assert.deepEqual([timeless.value, timeless.anchor, timeless.latest], [null, 'none', null])
})

test('“Previously” has words but no value', () => {
  const { said: before } = said('{s1:Lund} {c1:previously said} {q1:that all was lost}.', PUBLISHED)
  assert.deepEqual(
    [before.text, before.value, before.precision, before.earliest, before.latest],
    ['previously', null, 'unknown', null, PUBLISHED],
  )
})

test('Without a day of publication a date without a year stays without one', () => {
  const { said: february } = said('{s1:Lund} {c1:said} on February 9 {q1:that all was lost}.', null)
  assert.deepEqual(
    [february.value, february.precision, february.anchor, february.earliest, february.latest],
    ['--02-09', 'day', 'none', null, null],
  )
})

test('What is counted from another date is as sure as that one', () => {
  const marked = 'They met on 26 February 2024. The day before, {s1:Lund} {c1:said} {q1:that all was lost}.'
  const { said: before } = said(marked, PUBLISHED)
  assert.deepEqual([before.value, before.anchor], ['2024-02-25', 'explicit'])
})
