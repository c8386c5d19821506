/** Turns: who speaks under which label, what is no label, what stage directions are, and texts made to be slow. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Turn } from '../../src/core/doc.ts'
import { turnsIn } from '../../src/core/turn-finder.ts'
import { labelAt } from '../../src/core/turns/label.ts'
import { DIRECTION_ROWS, directionsIn } from '../../src/core/turns/stage-directions.ts'
import { MEDIUM_ROWS, mediumIn } from '../../src/core/turns/title.ts'
import { readDocument } from '../../src/read/index.ts'

const read = (text: string) => {
  const page = readDocument({ bytes: Buffer.from(text), file: 'page.txt' })
  return { ...page, turns: turnsIn(page.text, page.blocks) }
}
const slice = (text: string, span: { start: number; end: number } | null): string | null =>
  span && text.slice(span.start, span.end)
const shown = ({ text, turns }: { text: string; turns: readonly Turn[] }) =>
  turns.map(({ label, name, spans }) => [
    slice(text, label),
    slice(text, name),
    spans.map((span) => slice(text, span)).join(' | '),
  ])

describe('labels', () => {
  const styleOf = (line: string) => labelAt(line, 0, line.length)?.style ?? null
  const labels: readonly (readonly [string, string])[] = [
    ['MS. JEAN-LUND:\u00a0 Hi.', 'caps'],
    ['THE PRESIDENT: Hi.', 'caps'],
    ['PRIME MINISTER ŠIMKUS: Hi.', 'caps'],
    ['SENIOR ADMINISTRATION OFFICIAL: Hi.', 'caps'],
    ['**MR. McVALE:** Hi.', 'caps'],
    ['Q    And separately, why?', 'letter'],
    ['Q: Why?', 'letter'],
    ['A: Because.', 'letter'],
    ['Sergey van der Lund: Hi.', 'name'],
    ['Mr Vale: Hi.', 'name'],
    ['Senator Pohl: Hi.', 'name'],
    ['The PRESIDENT. Order.', 'point'],
    ['Mr. VALE. Mr. President, I rise.', 'point'],
    ['The CHAIR—Order.', 'point'],
    ['Ana Pohl (Aldermere and Sund) (Ind)', 'line'],
  ]
  for (const [line, style] of labels) it(line, () => assert.equal(styleOf(line), style))
  const none = [
    'Note: it rained.',
    'WHO: the mayor',
    'WHEN: Monday',
    'Location: Town Hall',
    '2:21 P.M. EST',
    'END 3:05 P.M.',
    'Q1 2024 was good.',
    'Q and A with the mayor',
    'A new bridge opens.',
    'My question is: why?',
    'https://example.org: a page',
    '1. First: open the bridge.',
  ]
  for (const line of none) it(`no label: ${line}`, () => assert.equal(styleOf(line), null))
})

describe('rows', () => {
  for (const { opens, example, not } of DIRECTION_ROWS) {
    it(`${opens[0]}`, () => {
      assert.equal(directionsIn(example, { start: 0, end: example.length }, false).length, 1)
      assert.equal(directionsIn(not, { start: 0, end: not.length }, false).length, 0)
    })
  }
  for (const { kind, example, not } of MEDIUM_ROWS) {
    it(example, () => {
      assert.equal(mediumIn(example, { start: 0, end: example.length })?.kind, kind)
      assert.equal(mediumIn(not, { start: 0, end: not.length }), null)
    })
  }
})

describe('who speaks', () => {
  it('a surname goes by the name in the title, an office by who holds it', () => {
    const page = read(
      `Remarks by President Pohl and Prime Minister Vale of France in Joint Press Conference

1:00 P.M.

PRESIDENT POHL: I thank you all. (Applause.)

PRIME MINISTER VALE: (As interpreted.) We thank you.

THE PRESIDENT: You are kind. (Laughter.) We go on.`,
    )
    assert.deepEqual(shown(page), [
      ['PRESIDENT POHL:', 'Pohl', 'I thank you all.'],
      ['PRIME MINISTER VALE:', 'Vale', 'We thank you.'],
      ['THE PRESIDENT:', 'Pohl', 'You are kind. | We go on.'],
    ])
    assert.deepEqual(
      page.turns.map(({ role, of }) => [slice(page.text, role), slice(page.text, of)]),
      [
        ['President', null],
        ['Prime Minister', 'France'],
        ['President', null],
      ],
    )
  })

  it('whom a title is about does not speak; another of the family neither', () => {
    const page = read(
      `Remarks by President Pohl on the Release of Berit Vale

THE PRESIDENT: My wife, Jana Pohl, is here. Berit Vale is free.

MS. VALE: I thank you, Mr. President.`,
    )
    assert.deepEqual(
      shown(page).map(([, name]) => name),
      ['Pohl', 'VALE'],
    )
  })

  it('reports are no transcripts, whatever stands before a colon', () => {
    const said =
      'The mayor said on Tuesday that the bridge would open before the winter, and that nobody would have to pay.'
    const reports = [
      `Pohl: ‘I will not pay’\n\n${said}\n\nPohl: "I will not pay."\n\nVale: "You will."\n\nPohl: "I will not."\n\nVale: "You will."`,
      `Statement by mayor sparks outrage\n\n${said}\n\n${said}`,
      `Statement by Mayor Ana Pohl on the Bridge\n\n${said}\n\n"We open it," Pohl said.`,
      `Town fair\n\nWHO: The mayor\n\nWHAT: You and the bridge\n\nWHEN: Monday\n\nWHERE: Our town hall\n\nWHO: I`,
      `Two phones\n\nPros: I like it, and you will.\n\nCons: We paid a lot.\n\nPros: I like it.\n\nCons: You pay a lot.\n\nPrice: 3`,
    ]
    for (const text of reports) assert.deepEqual(read(text).turns, [], text.slice(0, 40))
  })
})

describe('any text', () => {
  const TEXTS = [
    'MR. A: x\n\n'.repeat(300),
    'Q\n\nQ\n\nQ    I?\n\nMR. POHL: \n\nMR. POHL: (Laughter.)\n\nMR. POHL: I do.',
    `Remarks by Ana Pohl\n\n${'(('.repeat(500)}Thank you all, I mean it.${'))'.repeat(500)}`,
    '>> A: x\n>> \n>> I?\n>> B: you\n',
  ]
  it('turns stand in order, without overlap, inside of the text, their labels outside of what is said', () => {
    for (const input of TEXTS) {
      const { text, turns } = read(input)
      let at = 0
      for (const { label, spans } of turns) {
        assert.ok(spans.length > 0)
        for (const span of label === null ? spans : [label, ...spans]) {
          assert.ok(span.start >= at && span.end > span.start && span.end <= text.length)
          at = span.end
        }
      }
    }
  })

  it('labels without number or end take time in proportion', () => {
    const hostile = [
      'MR. POHL: I do, and you?\n\n'.repeat(50_000),
      `${'A'.repeat(50_000)}: I do.\n\n`.repeat(4),
      `${'Pohl '.repeat(20_000)}: I do.`,
      '('.repeat(100_000),
      'Q '.repeat(50_000),
      `Remarks by ${'President '.repeat(20_000)}`,
      'Mr. '.repeat(50_000),
    ]
    for (const text of hostile) {
      const start = performance.now()
      turnsIn(text, [{ start: 0, end: text.length, kind: 'paragraph' }])
      turnsIn(
        text,
        [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
          start: index,
          end: index + line.length,
          kind: 'paragraph' as const,
        })),
      )
      assert.ok(performance.now() - start < 8_000, `${text.slice(0, 30)}: ${performance.now() - start}`)
    }
  })
})
