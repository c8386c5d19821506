/** Time expressions in running text: what they are counted from, what stays open, and hostile input. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sliceOf } from '../../src/core/span.ts'
import { parseIso } from '../../src/core/timexes/calendar.ts'
import { questionableSaying, questionableTimexes } from '../../src/core/timexes/questionable.ts'
import { timedDoc } from './timex-doc.ts'

/** `expression = value` of all. */
function values(text: string, dct: string | null): string[] {
  const doc = timedDoc(text, dct)
  return doc.layers.timexes.map((timex) => `${sliceOf(doc.text, timex)} = ${timex.value}`)
}

function only(text: string, dct: string | null) {
  const doc = timedDoc(text, dct)
  assert.equal(doc.layers.timexes.length, 1, text)
  return { ...doc.layers.timexes[0]!, text: sliceOf(doc.text, doc.layers.timexes[0]!) }
}

test('A partial date takes the year that fits the clause', () => {
  assert.equal(only('He said on February 9 that it was over.', '2024-01-12').value, '2023-02-09')
  assert.equal(only('They will meet on February 9 in Rome.', '2024-01-12').value, '2024-02-09')
  assert.equal(only('The payment is due by December 7, it wrote.', '2023-10-26').value, '2023-12-07')
  assert.equal(only('It began on Thursday, February 9, he said.', '2024-01-12').value, '2023-02-09')
})

test('A weekday is the last one, the day itself included, or the coming one', () => {
  assert.equal(only('He said on Friday that it was over.', '2024-06-21').value, '2024-06-21')
  assert.equal(only('He said on Saturday that it was over.', '2024-06-21').value, '2024-06-15')
  assert.equal(only('They will meet on Saturday in Rome.', '2024-06-21').value, '2024-06-22')
  assert.equal(only('They agreed to meet on Saturday.', '2024-06-21').value, '2024-06-22')
})

test('Weekends are those of their week, counted from Monday', () => {
  assert.equal(only('They met last weekend in Rome.', '2004-11-15').value, '2004-W46-WE')
  assert.equal(only('They met this weekend in Rome.', '2004-11-15').value, '2004-W46-WE')
  assert.equal(only('They will meet this weekend in Rome.', '2004-11-15').value, '2004-W47-WE')
})

test('Without a date of publication what is relative stays open', () => {
  assert.deepEqual(
    values(
      'On February 9 he left. Last week, on Wednesday, he came. He comes tomorrow, in two months or next year.',
      null,
    ),
    [
      'February 9 = --02-09',
      'Last week = XXXX-WXX',
      'Wednesday = XXXX-WXX-3',
      'tomorrow = XXXX-XX-XX',
      'two months = P2M',
      'next year = XXXX',
    ],
  )
  for (const timex of timedDoc('On February 9 he left. Last week he came.', null).layers.timexes) {
    assert.equal(timex.anchor, 'none')
    assert.equal(timex.earliest, null)
    assert.equal(timex.latest, null)
  }
})

test('Ranges follow the calendar: weeks from Monday to Sunday, this week up to today', () => {
  const week = only('He said last week that it was over.', '2024-06-21')
  assert.deepEqual([week.value, week.earliest, week.latest], ['2024-W24', '2024-06-10', '2024-06-16'])
  const earlier = only('He said earlier this week that it was over.', '2022-12-14')
  assert.deepEqual([earlier.value, earlier.earliest, earlier.latest], ['2022-W50', '2022-12-12', '2022-12-14'])
  const early = only('It began in early 2023, he said.', '2024-06-21')
  assert.deepEqual(
    [early.value, early.mod, early.earliest, early.latest],
    ['2023', 'START', '2023-01-01', '2023-04-30'],
  )
  const months = only('It began nearly 10 months ago.', '2022-12-14')
  assert.deepEqual(
    [months.value, months.mod, months.earliest, months.latest],
    ['2022-02', 'APPROX', '2022-01-01', '2022-03-31'],
  )
  const decade = only('It stood in the late 1990s.', null)
  assert.deepEqual([decade.value, decade.earliest, decade.latest], ['199', '1997-01-01', '1999-12-31'])
})

test('What is told before is what "the day before" is counted from', () => {
  const doc = timedDoc(
    'They met on 26 February 2024. The day before, he had left. Five years later he came back.',
    null,
  )
  const [met, before] = doc.layers.timexes
  assert.equal(before!.value, '2024-02-25')
  assert.deepEqual([before!.anchor, before!.from, met!.anchor], ['narrative', met!.id, 'explicit'])
  assert.equal(only('The day before, they had met in Rome.', '2024-02-27').value, 'XXXX-XX-XX')
})

test('A weekday with its date in brackets is one expression', () => {
  const timex = only('She said this on Wednesday (December 28, 2022).', null)
  assert.deepEqual([timex.text, timex.value, timex.anchor], ['Wednesday (December 28, 2022)', '2022-12-28', 'explicit'])
})

test('Names are no times', () => {
  assert.deepEqual(
    values('Theresa May told USA Today and CBS This Morning. The Daily News ran it. April Lund left.', '2024-06-21'),
    [],
  )
})

test('Weekdays that do not fit and days before 1900 are questioned, nothing is changed', () => {
  const doc = timedDoc(
    'It began on Tuesday, December 28, 2022, not on 3 May 1022, in 1812 or on Wednesday, December 28, 2022.',
    null,
  )
  assert.deepEqual(
    questionableTimexes(doc).map(({ why, timex }) => [why, timex]),
    [
      ['weekday-mismatch', 't1'],
      ['before-1900', 't2'],
    ],
  )
  assert.equal(
    questionableTimexes(doc)[0]!.message,
    '"Tuesday, December 28, 2022" names Tuesday; 2022-12-28 is a Wednesday',
  )
})

test('A saying after publication is questioned', () => {
  const doc = timedDoc('He said on 28 December 2022 that it was over.', '2022-12-20')
  assert.equal(questionableSaying(doc, doc.layers.timexes[0]!)?.why, 'after-publication')
  const right = timedDoc('He said on 28 December 2022 that it was over.', '2022-12-28T10:00:00Z')
  assert.equal(questionableSaying(right, right.layers.timexes[0]!), null)
})

test('There is no 30 February and no 29 February 2023', () => {
  assert.deepEqual(
    values('On 29 February 2023 nothing was said.', null).includes('29 February 2023 = 2023-02-29'),
    false,
  )
  assert.equal(only('He said on February 29 that it was over.', '2023-06-01').value, '2020-02-29')
  assert.equal(parseIso('2023-02-29'), null)
  assert.equal(parseIso('June'), null)
})

for (const word of ['two to two or the ', 'late the first half of May 9, 2024 '])
  test(`a megabyte of "${word}" on one line takes no more than a few seconds`, () => {
    const before = performance.now()
    timedDoc(word.repeat(Math.ceil(1_000_000 / word.length)), '2024-06-21')
    assert.ok(performance.now() - before < 20_000)
  })
