/** Tests of positions: what is one line, what begins another, and where a side said the opposite. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ActType } from '../../src/core/doc.ts'
import type { Link } from '../../src/core/links/link.ts'
import { anchoredIn } from '../../src/core/positions/anchored-words.ts'
import { positionsOf, type Said } from '../../src/core/positions/positions.ts'
import { stanceOf } from '../../src/core/positions/stance.ts'
import type { Anchored, Statement } from '../../src/core/statement.ts'

interface Parts {
  readonly act?: ActType | null
  readonly negative?: boolean | null
  readonly said?: string | null
  readonly published?: string | null
  readonly own?: boolean
  readonly told?: string | null
}

const anchored = (text: string): Anchored => ({ spans: [{ start: 0, end: text.length }], text })

function said(id: string, text: string, parts: Parts = {}): Said {
  const { act = 'commitment', negative = null, said: day = null, published = null, own = true, told = null } = parts
  const polarity = negative === null ? null : negative ? 'negative' : 'positive'
  return {
    statement: {
      id,
      content: anchored(text),
      cue: anchored('said'),
      act: { type: act, polarity, condition: { spans: [], text: '' }, deadline: null },
      said: {
        value: day,
        text: day,
        span: null,
        precision: day === null ? 'unknown' : 'day',
        anchor: 'none',
        earliest: day,
        latest: day,
      },
    } as Pick<Statement, 'id' | 'act' | 'content' | 'cue' | 'said'>,
    document: { id: `d-${id}`, published },
    own,
    told,
  }
}

const link = (from: string, to: string, relation: Link['relation'], parts: Partial<Link> = {}): Link => ({
  from,
  to,
  relation,
  type: null,
  level: 'suggested',
  confidence: 0.9,
  because: [],
  ...parts,
})

const lines = (entries: readonly Said[], links: readonly Link[] = []): string[][] =>
  positionsOf(entries, links).positions.map(({ statements }) => [...statements])

test('the same promise in other words is one line; another deed or another matter is another', () => {
  const entries = [
    said('a', 'Norway will not send ferries to the island', { said: '2022-01-01' }),
    said('b', 'There will be no ferries for the island', { said: '2023-01-01', negative: true }),
    said('c', 'Norway will not repair ferries on the island', { said: '2023-02-01' }),
    said('d', 'Norway will not send doctors to the capital', { said: '2023-03-01' }),
  ]
  assert.deepEqual(lines(entries), [['a', 'b'], ['c'], ['d']])
})

test('who says the opposite ends the line: the first words said again are a third position', () => {
  const entries = [
    said('a', 'Norway will not send ferries to the island', { said: '2022-01-01' }),
    said('b', 'Norway will send ferries to the island', { said: '2023-01-01' }),
    said('c', 'Norway will not send ferries to the island', { said: '2024-01-01' }),
  ]
  const { positions, changes } = positionsOf(entries)
  assert.deepEqual(
    positions.map(({ statements, first, last }) => [...statements, first, last]),
    [
      ['a', '2022-01-01', '2022-01-01'],
      ['b', '2023-01-01', '2023-01-01'],
      ['c', '2024-01-01', '2024-01-01'],
    ],
  )
  assert.deepEqual(
    changes.map(({ from, to, own, before, after }) => [from, to, own, before.text, after.text]),
    [
      ['a', 'b', true, 'will not send', 'will send'],
      ['b', 'c', true, 'will send', 'will not send'],
    ],
  )
})

test('what somebody else tells changes no position', () => {
  const entries = [
    said('a', 'Norway will not send ferries to the island', { said: '2022-01-01' }),
    said('b', 'Norway will send ferries to the island', { said: '2023-01-01', own: false }),
    said('c', 'Norway will not send ferries to the island', { said: '2024-01-01' }),
  ]
  const { positions, changes } = positionsOf(entries)
  assert.deepEqual(
    positions.map(({ statements, own }) => [[...statements], own]),
    [
      [['a', 'c'], 2],
      [['b'], 0],
    ],
  )
  assert.deepEqual(
    changes.map(({ from, to, own }) => [from, to, own]),
    [
      ['a', 'b', false],
      ['b', 'c', false],
    ],
  )
})

test('a denial, then the same as a fact', () => {
  const { changes } = positionsOf([
    said('a', 'that soldiers were on the island', { act: 'denial', negative: true, said: '2022-01-01' }),
    said('b', 'that soldiers were on the island', { act: 'assertion', negative: false, said: '2022-02-01' }),
  ])
  assert.deepEqual(
    changes.map(({ from, to, type }) => [from, to, type]),
    [['a', 'b', 'turned']],
  )
})

test('questions and "no comment" stand alone', () => {
  const entries = [
    said('a', 'whether ferries go to the island', { act: 'question' }),
    said('b', 'whether ferries go to the island', { act: 'question' }),
    said('c', 'whether ferries go to the island', { act: 'no-comment' }),
  ]
  assert.deepEqual(lines(entries), [['a'], ['b'], ['c']])
})

test('links go before words; rejected ones do not count', () => {
  const entries = [
    said('a', 'ferries rot', { act: 'assertion', said: '2022-01-01' }),
    said('b', 'boats decay in port', { act: 'assertion', said: '2022-02-01' }),
    said('c', 'all is well', { act: 'assertion', said: '2022-03-01' }),
  ]
  const because = [
    { span: { start: 0, end: 7 }, of: 'a', note: 'subject' },
    { span: { start: 7, end: 11 }, of: 'c', note: 'word' },
  ]
  const conflict = link('c', 'a', 'conflicts', { type: 'reversal', because })
  assert.deepEqual(lines(entries, [link('b', 'a', 'repeats')]), [['a', 'b'], ['c']])
  assert.deepEqual(lines(entries, [link('b', 'a', 'repeats', { level: 'rejected' })]), [['a'], ['b'], ['c']])
  const [change] = positionsOf(entries, [conflict]).changes
  assert.deepEqual([change!.type, change!.before.text, change!.after.text], ['reversal', 'ferries', 'well'])
  assert.deepEqual(positionsOf(entries, [{ ...conflict, level: 'rejected' }]).changes, [])
})

test('what has no date stands where it was told or published, and is given none', () => {
  const entries = [
    said('d', 'Norway will not send ferries to the island'),
    said('c', 'Norway will not send ferries to the island', { published: '2023-06-01' }),
    said('b', 'Norway will not send ferries to the island', { said: '2023-01-01' }),
    said('a', 'Norway will not send ferries to the island', {
      told: '2022-05-05',
      published: '2024-01-01',
      own: false,
    }),
  ]
  const [position] = positionsOf(entries).positions
  assert.deepEqual(position, {
    id: 'p1',
    statements: ['a', 'b', 'c', 'd'],
    first: '2023-01-01',
    last: '2023-01-01',
    told: '2022-05-05',
    published: ['2023-06-01', '2024-01-01'],
    own: 3,
    documents: 4,
  })
  assert.equal(positionsOf(entries.slice(0, 1)).positions[0]!.first, null)
  assert.deepEqual(positionsOf([]), { positions: [], changes: [] })
})

test('a stance shows the words that it stands on, in the document', () => {
  const content: Anchored = {
    spans: [
      { start: 10, end: 20 },
      { start: 30, end: 48 },
    ],
    text: 'the island … will never get one',
  }
  const stance = stanceOf({
    content,
    cue: anchored(''),
    act: { type: 'assertion', polarity: null, condition: { spans: [], text: '' }, deadline: null },
  })
  assert.deepEqual([stance.mode, stance.isNegative], ['deed', true])
  assert.equal(anchoredIn({ content, cue: anchored('') }, stance.words).text, 'will never')
  assert.deepEqual(anchoredIn({ content, cue: anchored('') }, [{ start: 100, end: 101 }]), { spans: [], text: '' })
})

test('a thousand long statements take little time', () => {
  const text = 'Norway will not send ferries, boats, ships and doctors to the far island in the north '.repeat(4)
  const entries = Array.from({ length: 1000 }, (_, index) =>
    said(String(index), index % 2 === 0 ? text : `${text} number ${index}`, { said: '2022-01-01' }),
  )
  const start = performance.now()
  positionsOf(entries)
  assert.ok(performance.now() - start < 5000, `${performance.now() - start} ms`)
})

test('a page that was changed changes no position and counts once, whatever its versions say', () => {
  const on = (at: number, url: string | null, text: string, negative: boolean): Said => {
    const entry = said(`s${at}`, text, { negative, published: '2026-03-05' })
    return { ...entry, document: { ...entry.document, url } }
  }
  const entriesAt = (first: string | null, second: string | null) => [
    on(1, first, 'we will send tanks to the northern front', false),
    on(2, second, 'we will not send tanks to the northern front', true),
  ]
  assert.equal(positionsOf(entriesAt('https://a.example/1', 'https://a.example/2')).changes.length, 1)
  assert.equal(positionsOf(entriesAt(null, null)).changes.length, 1)
  assert.deepEqual(positionsOf(entriesAt('https://a.example/1', 'https://a.example/1')).changes, [])
  const same = [1, 2].map((at) => on(at, 'https://a.example/1', 'we will send tanks to the northern front', false))
  const [position] = positionsOf(same).positions
  assert.deepEqual([position!.statements.length, position!.documents], [2, 1])
})
