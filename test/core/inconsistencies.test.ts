/** Tests of what does not fit inside one document: who the headline names, open quotations, dates that cannot be. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Attribution, Block, Chain, Doc, Quotation, Timex, Utterance } from '../../src/core/doc.ts'
import type { DocumentRecord, Notice } from '../../src/core/document.ts'
import { inconsistenciesIn } from '../../src/core/inconsistencies.ts'
import { sliceOf } from '../../src/core/span.ts'
import { toStatements } from '../../src/core/statement.ts'
import { tokenizer } from '../../src/core/tokenizer.ts'

const HEADLINE = 'Rabinski says the quarry will close'
const BODY = 'Mayor Tomas Radek said on Tuesday (May 3, 2024) that the old quarry would close "by winter.'
const TEXT = `${HEADLINE}\n\n${BODY}`
const at = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length })

interface Parts {
  readonly headlineSpeaker?: string
  readonly bodyContent?: string
  readonly quotations?: readonly Quotation[]
  readonly timexes?: readonly Timex[]
}

function noticesOf({ headlineSpeaker = 'Rabinski', bodyContent, quotations = [], timexes = [] }: Parts): Notice[] {
  const attribution = (id: string, source: string, content: string): Attribution => ({
    id,
    form: 'indirect',
    manner: 'speech',
    source: [at(source)],
    cue: [],
    content: [at(content)],
    by: 'hand',
    confidence: 1,
  })
  const named = (id: string, name: string, ...references: readonly { start: number; end: number }[]): Chain => ({
    id,
    kind: 'person',
    references: references.map((span) => ({ ...span, form: 'name' as const, mention: null })),
    name: at(name),
    titles: [],
    gender: null,
    number: null,
    candidates: [],
    confidence: 1,
  })
  const utterance = (attribution: string, chain: string, name: string): Utterance => ({
    attribution,
    speaker: {
      name: at(name),
      chain,
      kind: 'person',
      role: null,
      of: null,
      count: null,
      speaksFor: null,
      members: [],
      reason: null,
      candidates: [],
      confidence: 1,
    },
    addressee: null,
    medium: null,
    said: timexes[0] === undefined || attribution === 'a1' ? null : { timex: 't1', confidence: 1 },
    via: [],
  })
  const blocks: Block[] = [
    { ...at(HEADLINE), kind: 'headline' },
    { ...at(BODY), kind: 'paragraph' },
  ]
  const empty = { text: TEXT, lang: 'en', dct: '2024-05-06', layers: { blocks } } as unknown as Doc<'blocks'>
  const doc = {
    ...empty,
    layers: {
      blocks,
      tokens: tokenizer().run(empty),
      quotations,
      timexes,
      attributions: [
        attribution('a1', headlineSpeaker, 'the quarry will close'),
        attribution('a2', 'Tomas Radek', bodyContent ?? 'that the old quarry would close "by winter.'),
      ],
      chains: [named('c1', headlineSpeaker, at(headlineSpeaker)), named('c2', 'Tomas Radek', at('Tomas Radek'))],
      utterances: [utterance('a1', 'c1', headlineSpeaker), utterance('a2', 'c2', 'Tomas Radek')],
    },
  } as unknown as Doc<'attributions'>
  return inconsistenciesIn({ id: 'd-1' } as DocumentRecord, doc, toStatements('d-1', doc))
}

const told = (notices: readonly Notice[]) =>
  notices.map(({ code, span }) => `${code}: ${span === null ? '' : sliceOf(TEXT, span)}`)

const MAY_3: Timex = {
  id: 't1',
  ...at('Tuesday (May 3, 2024)'),
  type: 'DATE',
  value: '2024-05-03',
  mod: null,
  precision: 'day',
  anchor: 'explicit',
  from: null,
  earliest: '2024-05-03',
  latest: '2024-05-03',
}

describe('a headline', () => {
  it('that gives a statement of the text to somebody whom the text never names is told, on the statement', () => {
    const [notice, ...others] = noticesOf({})
    assert.deepEqual(told([notice!]), ['headline-names-other-speaker: Rabinski'])
    assert.match(notice!.message, /“Rabinski”.*“Tomas Radek”/)
    assert.equal(notice!.statement, `d-1.${at('the quarry will close').start}-${at('the quarry will close').end}`)
    assert.deepEqual(others, [])
  })

  it('is left alone where the text has no statement like it', () => {
    assert.deepEqual(noticesOf({ bodyContent: 'by winter' }), [])
  })
})

describe('a quotation without an end', () => {
  const open: Quotation = { id: 'q1', spans: [at('"by winter.')], style: 'double', balanced: false }

  it('is told with the statement it stands in', () => {
    const found = noticesOf({ quotations: [open] }).filter(({ code }) => code === 'quotation-unbalanced')
    assert.deepEqual(told(found), ['quotation-unbalanced: "by winter.'])
    assert.equal(found[0]!.statement, `d-1.${at('that the old').start}-${TEXT.length}`)
  })

  it('is nothing to tell where its marks are a pair', () => {
    assert.deepEqual(told(noticesOf({ quotations: [{ ...open, balanced: true }] })), [
      'headline-names-other-speaker: Rabinski',
    ])
  })
})

describe('a day of saying', () => {
  it('that was no such weekday is told', () => {
    const found = noticesOf({ timexes: [MAY_3] }).filter(({ code }) => code === 'weekday-mismatch')
    assert.deepEqual(told(found), ['weekday-mismatch: Tuesday (May 3, 2024)'])
    assert.match(found[0]!.statement!, /^d-1\./)
  })

  it('after the publication is questioned', () => {
    const late = { ...MAY_3, value: '2024-06-03', earliest: '2024-06-03', latest: '2024-06-03' }
    assert.ok(noticesOf({ timexes: [late] }).some(({ code }) => code === 'date-questionable'))
  })
})
