/** Tests of the mentions layer: whole runs of labels, where names begin and end, what their kinds are. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Mention, Words } from '../../src/core/doc.ts'
import { lemmatizer } from '../../src/core/lemmatizer.ts'
import { inAgreement } from '../../src/core/mention-agreement.ts'
import { bestMentions } from '../../src/core/mention-decoding.ts'
import { mentionFinder } from '../../src/core/mention-finder.ts'
import { isOutlet, isProduct } from '../../src/core/mention-lexicon.ts'
import { MENTION_LABELS } from '../../src/core/network.ts'
import { wordTagger } from '../../src/core/word-tagger.ts'
import { readableDoc, scriptedNetwork } from '../support/scripted-network.ts'

/** `kind: name` of each mention in `text`; forms are labelled as `labels` says, and proper nouns unless `upos` says other. */
function mentionsIn(
  text: string,
  labels: Readonly<Record<string, string>>,
  upos: Readonly<Record<string, string>> = {},
) {
  const tags = Object.fromEntries(Object.keys(labels).map((form) => [form, 'PROPN']))
  const network = scriptedNetwork({
    upos: { ...tags, ...upos },
    mentions: Object.fromEntries(Object.entries(labels).map(([form, label]) => [form, { [label]: 2 }])),
  })
  const doc = readableDoc(...text.split('\n\n'))
  const words = wordTagger(network, lemmatizer({ forms: {}, endings: {} })).run(doc) as Words
  const mentions = mentionFinder(network).run({ ...doc, layers: { ...doc.layers, words } }) as Mention[]
  assert.deepEqual(
    mentions.map(({ id }) => id),
    mentions.map((_, i) => `m${i + 1}`),
  )
  return mentions.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)
}

describe('decoding', () => {
  const scores = (...rows: Readonly<Record<string, number>>[]) =>
    Float32Array.from(rows.flatMap((row) => MENTION_LABELS.map((label) => row[label] ?? 0)))

  it('takes the best path on which an inside label follows its own kind', () => {
    const run = bestMentions(scores({ 'B-person': 2 }, { 'I-person': 1, 'I-place': 1.5 }, { O: 1 }), 0, 3)
    assert.deepEqual(run, [{ first: 0, end: 2, kind: 'person' }])
    assert.deepEqual(bestMentions(scores({ O: 5 }, { 'I-event': 3, 'B-event': 1 }), 0, 2), [
      { first: 1, end: 2, kind: 'event' },
    ])
  })

  it('keeps neighbours apart that each begin, and looks at its own tokens only', () => {
    const all = scores({ 'B-place': 2 }, { 'B-place': 2 }, { 'I-place': 2 }, { 'I-place': 2 })
    assert.deepEqual(bestMentions(all, 0, 3), [
      { first: 0, end: 1, kind: 'place' },
      { first: 1, end: 3, kind: 'place' },
    ])
    assert.deepEqual(bestMentions(all, 2, 2), [])
  })
})

describe('bodies', () => {
  const bodies = {
    Grain: 'B-organisation',
    Feed: 'B-organisation',
    Commission: 'I-organisation',
    House: 'B-organisation',
  }

  it('have names of two parts, and acronyms that need no network', () => {
    assert.deepEqual(mentionsIn('Lavrin told the Grain and Feed Commission that the E.U. pays.', bodies), [
      'organisation: Grain and Feed Commission',
      'organisation: E.U.',
    ])
    assert.deepEqual(mentionsIn('It went to the House and Feed Commission.', bodies), [
      'organisation: House',
      'organisation: Feed Commission',
    ])
    assert.deepEqual(mentionsIn('They asked a Commission on Feed.', { ...bodies, Commission: 'B-organisation' }), [
      'organisation: Commission on Feed',
    ])
  })

  it('of a headline are named below it, or end like one', () => {
    const labels = {
      Small: 'B-organisation',
      Farmers: 'I-organisation',
      Marrow: 'B-organisation',
      Feed: 'I-organisation',
    }
    const headline = 'Small Farmers Blame Marrow Feed Over Prices'
    assert.deepEqual(mentionsIn(headline, labels), [])
    assert.deepEqual(mentionsIn(`${headline}\n\nThe prices of Marrow Feed rose.`, labels), [
      'organisation: Marrow Feed',
      'organisation: Marrow Feed',
    ])
  })

  it('are no beliefs, texts or offices', () => {
    assert.deepEqual(mentionsIn('He holds the Constitution dear.', { Constitution: 'B-organisation' }), [])
  })
})

describe('names', () => {
  const lavrin = { Lavrin: 'B-person', Foreign: 'B-person', Minister: 'I-person', Olga: 'I-person' }

  it('begin after titles and end before a trailing ’s', () => {
    assert.deepEqual(
      mentionsIn(
        'Then Foreign Minister Olga Lavrin’s car left.',
        { ...lavrin, Lavrin: 'I-person', '’s': 'I-person' },
        { '’s': 'PART' },
      ),
      ['person: Olga Lavrin'],
    )
    assert.deepEqual(mentionsIn('Then the Minister left.', { Minister: 'B-person' }), [])
    assert.deepEqual(
      mentionsIn('We met Dr. Lavrin.', { Dr: 'B-person', '.': 'I-person', Lavrin: 'I-person' }, { '.': 'PUNCT' }),
      ['person: Lavrin'],
    )
  })

  it('have no conjunction or preposition at their ends', () => {
    const labels = { Harbour: 'B-organisation', Board: 'I-organisation', and: 'I-organisation' }
    assert.deepEqual(mentionsIn('It asked the Harbour Board and left.', labels, { and: 'CCONJ' }), [
      'organisation: Harbour Board',
    ])
  })

  it('never run over the end of a sentence', () => {
    assert.deepEqual(
      mentionsIn(
        'They came to Tromsø. Lavrin left.',
        { Tromsø: 'B-place', '.': 'I-place', Lavrin: 'I-place' },
        { '.': 'PUNCT' },
      ),
      ['place: Tromsø', 'place: Lavrin'].slice(0, 1),
    )
  })

  it('go on after the full stop of an abbreviation', () => {
    assert.deepEqual(mentionsIn('She lives in St. Veit now.', { St: 'B-place', Veit: 'B-place' }), ['place: St. Veit'])
  })

  it('lose what hyphens add to them', () => {
    assert.deepEqual(mentionsIn('It is a Tromsø-based firm.', { 'Tromsø-based': 'B-place' }), ['place: Tromsø'])
    assert.deepEqual(mentionsIn('An anti-Lavrin march.', { 'anti-Lavrin': 'B-person' }), ['person: Lavrin'])
    assert.deepEqual(mentionsIn('We met Kim Bo-ram there.', { Kim: 'B-person', 'Bo-ram': 'I-person' }), [
      'person: Kim Bo-ram',
    ])
  })

  it('need a proper noun in a headline, and stop at its verb', () => {
    const labels = {
      Voters: 'B-organisation',
      Abandon: 'I-organisation',
      Green: 'I-organisation',
      League: 'I-organisation',
    }
    assert.deepEqual(mentionsIn('Voters Abandon Green League', labels, { Voters: 'NOUN', Abandon: 'VERB' }), [
      'organisation: Green League',
    ])
  })

  it('have their article where it is a part of them', () => {
    const economist = { Economist: 'B-organisation', The: 'O' }
    assert.deepEqual(mentionsIn('She told The Economist so.', economist), ['publication: The Economist'])
    assert.deepEqual(mentionsIn('She told the Economist so.', economist), ['publication: Economist'])
    assert.deepEqual(mentionsIn('The Economist has it.', economist), ['publication: The Economist'])
    assert.deepEqual(mentionsIn('It began: “The Hague is calm.”', { Hague: 'B-place', The: 'O' }, { '“': 'PUNCT' }), [
      'place: Hague',
    ])
    assert.deepEqual(mentionsIn('The Reuters office.', { Reuters: 'B-organisation', The: 'O' }), [
      'publication: Reuters',
    ])
  })

  it('are no groups of people, and need a capital', () => {
    assert.deepEqual(mentionsIn('Many Russians and birchers came.', { Russians: 'B-person', birchers: 'B-person' }), [])
  })

  it('have the kind that facts give them, whatever the network thinks', () => {
    assert.deepEqual(
      mentionsIn('A Patriot and an F-16 flew over Ukraine.', {
        Patriot: 'B-organisation',
        'F-16': 'B-person',
        Ukraine: 'B-person',
      }),
      ['product: Patriot', 'product: F-16', 'place: Ukraine'],
    )
    assert.deepEqual(['MIM-104', 'Su-35S', 'Patriots', 'G-20', 'Patriotism'].map(isProduct), [
      true,
      true,
      true,
      false,
      false,
    ])
    assert.deepEqual(['the Guardian', 'TASS', 'Tass Street'].map(isOutlet), [true, true, false])
  })
})

it('a name has one kind in a document: the commonest, to which a surname adds the full names it ends', () => {
  const text = 'Irena Novak, Novak, Novak; Orla, Orla, Orla'
  const spans = ['person', 'organisation', 'person', 'place', 'person', 'place'] as const
  let from = 0
  const mentions = ['Irena Novak', 'Novak', 'Novak', 'Orla', 'Orla', 'Orla'].map((name, i) => {
    const start = text.indexOf(name, from)
    from = start + name.length
    return { start, end: from, kind: spans[i]! }
  })
  const kinds = inAgreement(text, mentions).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['person', 'person', 'person', 'place', 'place', 'place'])
})
