/** Relays: every row of their tables, chains of several hops with their proofs, whole pages, and texts made to hang. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Attribution } from '../../src/core/doc.ts'
import { sliceOf } from '../../src/core/span.ts'
import { addresseeOf } from '../../src/core/utterances/addressee-of.ts'
import { mediumOf } from '../../src/core/utterances/medium-of.ts'
import { originalRelay } from '../../src/core/utterances/via/page-relays.ts'
import { RELAY_ROWS } from '../../src/core/utterances/via/relay-verbs.ts'
import { type ReportDoc, reportView } from '../../src/core/utterances/via/report-view.ts'
import { citedSpeaker, viaOf } from '../../src/core/utterances/via-of.ts'
import { markedDoc } from './via-doc.ts'

/** Relays of the last attribution of a passage: names with their proofs. */
function relays(passage: string): [string, string][] {
  const { doc, attributions } = markedDoc(passage)
  return viaOf(doc, attributions.at(-1)!).map(({ span, proof }) => [sliceOf(doc.text, span), sliceOf(doc.text, proof)])
}
const names = (passage: string): string[] => relays(passage).map(([name]) => name)
const cited = (passage: string): string | null => {
  const { doc, attributions } = markedDoc(passage)
  const span = citedSpeaker(doc, attributions.at(-1)!)
  return span && sliceOf(doc.text, span)
}

describe('tables of relays', () => {
  for (const [name, { example, not }] of Object.entries(RELAY_ROWS)) {
    it(`${name}: ${example}`, () => {
      assert.deepEqual(names(example), markedDoc(example).marked.V)
      assert.equal(cited(example), markedDoc(example).marked.P[0] ?? null)
    })
    it(`${name}, not: ${not}`, () => assert.deepEqual(names(not), []))
  }
})

describe('relays of one saying', () => {
  const cases: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['[Q The mine will close], [S two officials] [C told] Reuters.', [['Reuters', 'told Reuters']]],
    ['[Q The mine will close], [S two officials] [C told] CNN.', [['CNN', 'told CNN']]],
    ['[S Ivo Lund] [C told] CNN [Q that the mine would close].', []],
    ['[S Ivo Lund] [C told] TASS [Q that the mine would close].', [['TASS', 'told TASS']]],
    [
      '[Q “We will stay,”] [S Lund] [C said]. His words are quoted by Reuters, UNN reports.',
      [
        ['UNN', 'UNN reports'],
        ['Reuters', 'quoted by Reuters'],
      ],
    ],
    [
      '[S Russia] has [C informed] Denmark [Q that nobody would come]. Lund said this to NTV.',
      [['Lund', 'Lund said this']],
    ],
    ['[S Politico] [C reported] [Q that the mine would close].', []],
    ['[S Lund], who was quoted by TASS, [C said] [Q that the mine would close].', []],
  ]
  for (const [passage, wanted] of cases) it(passage, () => assert.deepEqual(relays(passage), wanted))

  it('puts the outermost first', () => {
    const nested =
      '[S1 Politico] [C1 reported] [Q1 that [S2 Lund] had [C2 said] [Q2 that [S3 Lavrin] [C3 promised] [Q3 to stay]]].'
    assert.deepEqual(names(nested), ['Politico', 'Lund'])
  })

  it('names who is cited, and nobody where a thing is', () => {
    assert.equal(
      cited('[S Politico] [C reported], citing several officials, [Q that the mine would close].'),
      'several officials',
    )
    assert.equal(cited('[S TASS] [C quoted] Igor Lapin as saying [Q the mine was safe].'), 'Igor Lapin')
    assert.equal(cited('[S Politico] [C reported], citing two accidents, [Q that the mine would close].'), null)
  })

  it('takes the name of a chain for a pronoun', () => {
    const { doc, attributions, text } = markedDoc(
      'Lavrin was here. [S1 He] [C1 said] [Q1 that [S2 Washington] had [C2 promised] [Q2 to stay]].',
    )
    const name = { start: 0, end: 6 }
    const he = { start: text.indexOf('He '), end: text.indexOf('He ') + 2 }
    const chain = {
      id: 'c1',
      kind: 'person' as const,
      references: [
        { ...name, form: 'name' as const, mention: 'm1' },
        { ...he, form: 'pronoun' as const, mention: null },
      ],
      name,
      titles: [],
      gender: null,
      number: 'one' as const,
      candidates: [],
      confidence: 1,
    }
    const chained = { ...doc, layers: { ...doc.layers, chains: [chain] } } as ReportDoc
    const [hop] = viaOf(chained, attributions[1]!)
    assert.equal(hop && sliceOf(text, hop.span), 'Lavrin')
    assert.equal(hop?.chain, 'c1')
  })
})

describe('relays of a page', () => {
  const said = '[S The bank] [C said] [Q that it was safe].'
  it('reads datelines', () => {
    assert.deepEqual(relays(`OSLO (Reuters) - ${said}`), [['Reuters', 'OSLO (Reuters)']])
    assert.deepEqual(names(`KYIV, Ukraine (AP) — ${said}`), ['AP'])
    assert.deepEqual(relays(`MOSCOW, March 3. /TASS/. ${said}`), [['TASS', 'MOSCOW, March 3. /TASS/']])
    assert.deepEqual(names(`Trains and /or buses - ${said}`), [])
    assert.deepEqual(names(`The boat (Reuters was told) - ${said}`), [])
    assert.deepEqual(names(`The (small) - ${said}`), [])
  })
  it('reads bylines', () => {
    assert.deepEqual(names(`By Agence France-Presse\n\n${said}`), ['Agence France-Presse'])
    assert.deepEqual(names(`By Ida Moe, Associated Press\n\n${said}`), ['Associated Press'])
    assert.deepEqual(relays(`By Reuters Staff\n\n${said}`), [['Reuters', 'By Reuters Staff']])
    assert.deepEqual(relays(`By the Associated Press\n\n${said}`), [['Associated Press', 'By the Associated Press']])
    assert.deepEqual(names(`Ida Moe/AP\n\n${said}`), [])
    assert.deepEqual(names(`REUTERS\n\n${said}`), [])
    assert.deepEqual(names(`By Ida Moe, Postwire editor\n\n${said}`), [])
  })
  it('reads notes of the source', () => {
    assert.deepEqual(relays(`${said}\n\nSource: TASS`), [['TASS', 'Source: TASS']])
    assert.deepEqual(names(`${said}\n\nSource: a friend of mine`), [])
  })
  it('gives each part of a page its own', () => {
    const second = '[S2 The bank] [C2 said] [Q2 that it was safe].'
    assert.deepEqual(names(`OSLO (Reuters) - ${said}\n\nROME (AP) - ${second}`), ['AP'])
    assert.deepEqual(names(`OSLO (AP) - ${said}\n\nROME (AP) - ${second}`), ['AP'])
  })
  it('names an agency once', () => {
    assert.deepEqual(relays('OSLO (Reuters) - [S Lund] [C told] Reuters [Q that it was safe].'), [
      ['Reuters', 'told Reuters'],
    ])
  })
  it('proves the original by a line of the text', () => {
    const { doc, text } = markedDoc(`${said}\n\nOriginal: toplines.example/article/18/`)
    const hop = originalRelay(doc, 'https://www.toplines.example/article/18/')
    assert.equal(hop && sliceOf(text, hop.span), 'toplines.example')
    assert.equal(hop && sliceOf(text, hop.proof), 'Original: toplines.example/article/18/')
    assert.equal(originalRelay(doc, 'https://elsewhere.example/'), null)
    assert.equal(originalRelay(doc, null), null)
  })
})

describe('long texts', () => {
  const times = (part: string, length: number): number => {
    const count = Math.ceil(length / part.length)
    const text = part.repeat(count)
    const step = part.length
    const tokens = [...part.matchAll(/[\p{L}\d]+|[^\s\p{L}\d]/gu)].map(({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
    }))
    const all = Array.from({ length: count }, (_, i) =>
      tokens.map(({ start, end }) => ({ start: start + i * step, end: end + i * step })),
    ).flat()
    const forms = tokens.map(({ start, end }) => part.slice(start, end))
    const upos = Array.from({ length: count }, () =>
      forms.map((form) => (form === 'told' || form === 'citing' ? 'VERB' : /\w/.test(form) ? 'PROPN' : 'PUNCT')),
    ).flat()
    const lemma = Array.from({ length: count }, () => forms.map((form) => (form === 'told' ? 'tell' : form))).flat()
    const attributions = Array.from({ length: Math.min(count, 4000) }, (_, i): Attribution => {
      const at = (index: number) => ({ start: tokens[index]!.start + i * step, end: tokens[index]!.end + i * step })
      return {
        id: `a${i + 1}`,
        form: 'indirect',
        manner: 'speech',
        source: [at(0)],
        cue: [at(1)],
        content: [at(tokens.length - 1)],
        by: 'hand',
        confidence: 1,
      }
    })
    const doc = {
      text,
      lang: 'en',
      dct: null,
      layers: {
        tokens: all,
        sentences: [{ start: 0, end: text.length }],
        words: { upos, lemma },
        mentions: [],
        attributions,
      },
    } as unknown as ReportDoc
    const start = performance.now()
    const view = reportView(doc)
    for (const attribution of attributions) {
      addresseeOf(doc, attribution, view)
      mediumOf(doc, attribution, view)
      viaOf(doc, attribution, view)
    }
    return performance.now() - start
  }
  for (const part of [
    'Lund told Reuters x ',
    'A told , citing B , and C ',
    'of of of of of ',
    '(((((( ',
    'A , A , A , A , A , ',
  ]) {
    it(`a megabyte of ${JSON.stringify(part)} in one sentence`, () => {
      times(part, 20_000)
      assert.ok(times(part, 1_000_000) < 5000)
    })
  }
})
