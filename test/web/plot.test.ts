/** Tests of the timeline's drawing: where marks stand, how unsure times are drawn, what is counted, and what words are told. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { TimelineEntry } from '../../src/app/timeline-entries.ts'
import { dayOf, isoOf, nextPeriod, periodFor, periodStart } from '../../src/web/plot/calendar.ts'
import { actLanes, subjectLanes, timelineFigure } from '../../src/web/plot/figure.ts'
import { periodCounts } from '../../src/web/plot/period-counts.ts'
import { MOST_MARKS, plotOf } from '../../src/web/plot/plot-model.ts'
import { speakersOf } from '../../src/web/plot/speaker-names.ts'
import { cut } from '../../src/web/plot/statement-words.ts'
import { timeScale } from '../../src/web/plot/time-scale.ts'
import { linkedEntry } from '../support/linked-entry.ts'

interface Parts {
  readonly said: readonly [string | null, string | null]
  readonly own?: boolean
  readonly act?: 'denial' | 'threat' | null
  readonly about?: readonly string[]
}

/** Entries as a timeline has them: in the order given. */
function entriesOf(parts: readonly Parts[], words = 'the bridge is shut'): TimelineEntry[] {
  const text = parts.map((_, index) => `Ann said ${words} ${index}.`).join(' ')
  const [{ document, statements }] = linkedEntry({
    text,
    published: '2024-06-21',
    statements: parts.map(({ said }, index) => ({ content: `${words} ${index}`, speaker: 'Ann', said })),
  })
  return statements.map((statement, index) => {
    const { own = true, act = null, about = [] } = parts[index]!
    const kind = { ...statement.act, type: act }
    return { statement: { ...statement, act: kind, about }, document, own, through: own ? [] : ['Ben'], told: null }
  })
}

const day = (iso: string): Parts => ({ said: [iso, iso] })

const figureOf = (dated: readonly TimelineEntry[], undated: readonly TimelineEntry[] = []): string =>
  timelineFigure({
    dated,
    datedTotal: dated.length,
    undated,
    undatedTotal: undated.length,
    choices: [actLanes],
    chosen: actLanes,
    changes: [],
    named: false,
    laneAddress: (name) => `?lanes=${name}`,
    barAddress: ({ first, last }, { name }) => `/?act=${name}&from=${first}&to=${last}`,
    laterAddress: null,
  }).html.toString()

test('every day is in the period that holds it, and periods follow one another without gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 700_000 }), fc.integer({ min: 0, max: 200_000 }), (from, length) => {
      const period = periodFor(from, from + length, 24)
      const start = periodStart(from, period)
      assert.ok(start <= from && from < nextPeriod(start, period))
      assert.equal(periodStart(start, period), start)
      assert.equal(periodStart(nextPeriod(start, period) - 1, period), start)
      const iso = isoOf(from)
      if (/^\d{4}-/.test(iso)) assert.equal(dayOf(iso), from)
    }),
  )
  assert.deepEqual([dayOf('2024'), dayOf('2024-13-01'), dayOf('1970-01-02T10:00')], [null, null, 1])
})

test('a time scale keeps its order inside the drawing, with few ticks inside it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500_000, max: 100_000 }), { minLength: 1, maxLength: 30 }), (days) => {
      const { at, ticks } = timeScale(days)
      const sorted = days.toSorted((a, b) => a - b)
      for (const [index, one] of sorted.entries()) {
        assert.ok(at(one) >= 0 && at(one + 1) <= 100)
        if (index > 0) assert.ok(at(sorted[index - 1]!) <= at(one))
      }
      assert.ok(ticks.length <= 6)
      for (const tick of ticks) assert.ok(tick.at >= 0 && tick.at <= 100)
    }),
  )
  const labels = timeScale([dayOf('2022-11-03')!, dayOf('2023-02-20')!]).ticks.map(({ label }) => label)
  assert.deepEqual(labels, ['Dec 2022', 'Jan 2023', 'Feb'])
})

test('a known day is a dot, an unsure one a bar over all its days, an open one an arrow', () => {
  const plot = plotOf(
    entriesOf([
      day('2024-01-01'),
      { said: ['2024-02-01', '2024-02-29'] },
      { said: [null, '2024-03-01'] },
      day('2024-04-09'),
    ]),
    [],
    actLanes.lanes,
  )!
  const [dot, bar, open] = plot.lanes[0]!.marks
  assert.deepEqual([dot!.isDay, dot!.from === dot!.to], [true, true])
  assert.equal(bar!.isDay, false)
  assert.equal(bar!.from, plot.scale.at(dayOf('2024-02-01')!))
  assert.equal(bar!.to, plot.scale.at(dayOf('2024-03-01')!))
  assert.deepEqual([open!.from, open!.to], [null, plot.scale.at(dayOf('2024-03-02')!)])
  const shown = figureOf(plot.lanes[0]!.marks.map(({ entry }) => entry))
  assert.equal(shown.match(/<circle class="own" cx=/g)?.length, 3, 'two dots and the one of the legend')
  assert.ok(shown.includes('marker-end="url(#plot-arrow)"'))
})

test('marks of one lane never cover one another', () => {
  const parts = fc.record({ from: fc.integer({ min: 19_000, max: 19_200 }), days: fc.integer({ min: 0, max: 60 }) })
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 40 }), (all) => {
      const sorted = all.toSorted((a, b) => a.from - b.from)
      const plot = plotOf(
        entriesOf(sorted.map(({ from, days }) => ({ said: [isoOf(from), isoOf(from + days)] }))),
        [],
        actLanes.lanes,
      )!
      for (const { marks } of plot.lanes) {
        for (const one of marks) {
          for (const other of marks) {
            if (one === other || one.row !== other.row) continue
            assert.ok(one.to! < other.from! || other.to! < one.from!, `${one.number} and ${other.number}`)
          }
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('what others tell is hollow and says so; every mark leads to its statement under a name that says when and what', () => {
  const [own, told] = entriesOf([
    { ...day('2024-05-01'), act: 'denial' },
    { ...day('2024-05-02'), own: false },
  ])
  const shown = figureOf([own!, told!])
  assert.ok(
    shown.includes(
      `<a href="/statements/${own!.statement.id}" data-n="1"><title>1 May 2024, denial, own words: the bridge is shut 0</title><circle class="own"`,
    ),
  )
  assert.ok(shown.includes('<title>2 May 2024, told by Ben: the bridge is shut 1</title><circle class="told"'))
  assert.ok(shown.includes('as told by others</li>'))
  assert.ok(!shown.includes('style='), 'the content security policy would refuse it')
})

test('undated statements are counted and never placed; with nothing else there is no drawing but a reason', () => {
  const [dated, undated] = entriesOf([
    { ...day('2024-05-01'), act: 'denial' },
    { said: [null, null], act: 'denial' },
  ])
  const shown = figureOf([dated!], [undated!])
  assert.ok(shown.includes('>1 + 1 undated</text>'))
  assert.ok(shown.includes('<a href="#undated">1 statement</a> of no known date is not drawn.'))
  assert.ok(!shown.includes(undated!.statement.id))
  const none = figureOf([], [undated!])
  assert.ok(none.includes('has no date of its own') && !none.includes('plot-drawing'))
})

test('very many statements are bars that count each exactly once, with a table of the same counts', () => {
  const parts = Array.from({ length: MOST_MARKS + 20 }, (_, index): Parts => {
    const iso = isoOf(19_000 + index * 9)
    return {
      said: index === 50 ? ['2022-01-01', '2024-01-01'] : [iso, iso],
      own: index % 5 !== 0,
      act: index % 2 ? 'denial' : 'threat',
    }
  })
  const entries = entriesOf(parts)
  const plot = plotOf(entries, [], actLanes.lanes)!
  assert.ok(plot.isCounted)
  const bars = plot.lanes.flatMap((lane) => lane.bars)
  assert.deepEqual([bars.reduce((sum, { own, told }) => sum + own + told, 0), plot.vague], [entries.length - 1, 1])
  const shown = figureOf(entries)
  const counts = [...shown.matchAll(/<td><a href="[^"]+">(\d+)<\/a>/g)].map(([, count]) => Number(count))
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    entries.length - 1,
  )
  assert.ok(shown.includes('1 statement may be of several and stands in no bar.'))
  assert.ok(!shown.includes('data-n='))
})

test('a statement of several subjects stands once, in the lane of the commonest', () => {
  const entries = entriesOf([
    { ...day('2024-05-01'), about: ['dams', 'grain'] },
    { ...day('2024-05-02'), about: ['grain'] },
    { ...day('2024-05-03'), about: [] },
  ])
  const plot = plotOf(entries, [], subjectLanes(entries).lanes)!
  assert.deepEqual(
    plot.lanes.map(({ name, dated }) => [name, dated]),
    [
      ['grain', 2],
      ['no subject read', 1],
    ],
  )
})

test('speakers: an entity once under its commonest name, two of one name apart', () => {
  const names = [
    ['Orlov', 'Q1'],
    ['Sergei Orlov', 'Q1'],
    ['Orlov', 'Q1'],
    ['Orlov', 'Q2'],
    ['a man', null],
  ] as const
  const entries = entriesOf(names.map(() => day('2024-05-01'))).map((entry, index) => {
    const [name, entity] = names[index]!
    return { ...entry, statement: { ...entry.statement, speaker: { ...entry.statement.speaker!, name, entity } } }
  })
  const { counts, nameOf } = speakersOf(entries)
  assert.deepEqual(counts, [
    { name: 'Orlov (Q1)', value: 'Q1', statements: 3 },
    { name: 'Orlov (Q2)', value: 'Q2', statements: 1 },
    { name: 'a man', value: 'a man', statements: 1 },
  ])
  assert.equal(nameOf(entries[1]!.statement.speaker!), 'Orlov (Q1)')
})

test('a lane of undated statements alone is named and counted, the lane of most marks stands first', () => {
  const [dated, ...undated] = entriesOf([
    { ...day('2024-05-01'), act: 'denial' },
    { said: [null, null], act: 'threat' },
    { said: [null, null], act: 'threat' },
  ])
  const shown = figureOf([dated!], undated)
  assert.match(shown, />denial<\/text>[\s\S]*>threat<\/text><text[^>]+>2 undated<\/text>/)
})

test('counts over time: by day of saying and of publication, months without any among them', () => {
  const shown = periodCounts(
    entriesOf([day('2024-02-10'), day('2024-02-11'), { said: ['2024-03-20', '2024-04-02'] }]),
    3,
  )
  const rows = [
    ...String(shown).matchAll(/<th scope="row">([^<]+)<\/th><td class="num">(\d+)<\/td><td class="num">(\d+)/g),
  ]
  assert.deepEqual(
    rows.map(([, ...cells]) => cells),
    [
      ['February 2024', '2', '0'],
      ['March 2024', '0', '0'],
      ['April 2024', '0', '0'],
      ['May 2024', '0', '0'],
      ['June 2024', '0', '3'],
    ],
  )
})

test('words are cut to a slice of themselves, never inside a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (words, most) => {
      const short = cut(words, most)
      assert.ok(short === words || (words.startsWith(short.slice(0, -1)) && short.length <= most + 1))
      assert.equal(short.isWellFormed(), words.isWellFormed())
    }),
  )
})
