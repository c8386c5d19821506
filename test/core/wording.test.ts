/** Words, numbers, negation and modality of short texts, and the rows of words that stand for one another. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BOUND_ROWS } from '../../src/core/wording/bound-rows.ts'
import { clausesOf, FALSE_NEGATION_ROWS } from '../../src/core/wording/clauses.ts'
import { ANTONYM_ROWS, SYNONYM_ROWS } from '../../src/core/wording/concept-rows.ts'
import { areAntonyms, conceptAt } from '../../src/core/wording/concepts.ts'
import { agree, type Quantity, quantitiesOf } from '../../src/core/wording/quantities.ts'
import { stemOf } from '../../src/core/wording/stem.ts'
import { areSynonyms, oppositionOf } from '../../src/core/wording/synonyms.ts'
import { wordsOf } from '../../src/core/wording/words-of.ts'

const conceptsOf = (text: string): string[] => {
  const words = wordsOf(text)
  return words.map((_, at) => conceptAt(words, at).name)
}
const numberIn = (text: string): Quantity => quantitiesOf(wordsOf(text))[0]!
const deniedIn = (text: string): string[] => {
  const words = wordsOf(text)
  const { negated } = clausesOf(text, words)
  return words.filter(({ kind }, at) => negated[at] && kind !== 'function').map(({ form }) => form)
}
const modalityIn = (text: string): string | undefined => {
  const words = wordsOf(text)
  return clausesOf(text, words).clauses[0]?.modality
}

test('words stand where they stand, contractions and points taken apart', () => {
  const text = 'The U.S. won’t send 15bn F-16s'
  const words = wordsOf(text, 100)
  assert.deepEqual(
    words.map(({ form }) => form),
    ['the', 'us', 'will', 'not', 'send', '15', 'bn', 'f-16s'],
  )
  assert.deepEqual(
    words.map(({ start, end }) => text.slice(start - 100, end - 100)),
    ['The', 'U.S.', 'wo', 'n’t', 'send', '15', 'bn', 'F-16s'],
  )
  assert.deepEqual(
    words.map(({ kind }) => kind),
    ['function', 'name', 'modal', 'negation', 'word', 'number', 'number', 'name'],
  )
})

test('"US" is no pronoun, "us" is one, and capitals of a headline tell nothing', () => {
  assert.deepEqual(
    wordsOf('The US told us').map(({ kind }) => kind),
    ['function', 'name', 'word', 'function'],
  )
  assert.ok(wordsOf('Minister Rejects Plan For Northern Harbour').every(({ kind }) => kind !== 'name'))
})

test('forms of one word have one stem, and other words another', () => {
  for (const group of [
    ['plan', 'plans', 'planned', 'planning'],
    ['plane', 'planes'],
    ['approve', 'approved', 'approving', 'approval'],
    ['send', 'sent', 'sends', 'sending'],
    ['withdraw', 'withdrew', 'withdrawal'],
    ['deliver', 'delivery', 'deliveries', 'delivered'],
    ['mobilise', 'mobilize', 'mobilisation'],
    ['serviceman', 'servicemen'],
  ]) {
    assert.equal(new Set(group.map(stemOf)).size, 1, group.join(' '))
  }
  assert.notEqual(stemOf('plan'), stemOf('plane'))
  assert.notEqual(stemOf('note'), stemOf('not'))
})

test('numbers are read with their bound, unit and what they count', () => {
  const read = (text: string): unknown[] => {
    const { low, high, bound, unit } = numberIn(text)
    return [low, high, bound, unit]
  }
  assert.deepEqual(read('15,000 people'), [15_000, 15_000, 'exact', null])
  assert.deepEqual(read('15 thousand people'), [15_000, 15_000, 'exact', null])
  assert.deepEqual(read('fifteen thousand five hundred and six cars'), [15_506, 15_506, 'exact', null])
  assert.deepEqual(read('$19.3 billion'), [19.3e9, 19.3e9, 'exact', 'dollar'])
  assert.deepEqual(read('15bn euros'), [15e9, 15e9, 'exact', 'euro'])
  assert.deepEqual(read('50 per cent'), [50, 50, 'exact', 'percent'])
  assert.deepEqual(read('50%'), [50, 50, 'exact', 'percent'])
  assert.deepEqual(read('two thirds of them'), [200 / 3, 200 / 3, 'exact', 'percent'])
  assert.deepEqual(read('tens or even hundreds of soldiers'), [20, 1000, 'range', null])
  assert.deepEqual(read('10 to 20 million people'), [10e6, 20e6, 'range', null])
  assert.deepEqual(read('up to 40 people'), [0, 40, 'at-most', null])
  assert.deepEqual(read('more than 40 people'), [40, Number.POSITIVE_INFINITY, 'at-least', null])
  assert.deepEqual(read('two years'), [730, 730, 'exact', 'day'])
  assert.deepEqual(read('in 2022'), [2022, 2022, 'exact', 'date'])
  const words = wordsOf('about 15,000 military personnel')
  assert.equal(words[quantitiesOf(words)[0]!.counted]!.form, 'military')
  assert.deepEqual(quantitiesOf(wordsOf('the third quarter and the first half')), [])
})

test('numbers agree where both can be true, rounding granted', () => {
  for (const [one, other, is] of [
    ['1.98 billion euros', 'almost 2 billion euros', true],
    ['10,412 people', 'more than 10,000 people', true],
    ['about 500 people', '480 people', true],
    ['500 people', 'no more than 50 people', false],
    ['8 percent', '2.5 percent', false],
    ['two years', 'six months', false],
    ['40 people', '41 people', false],
  ] as const) {
    assert.equal(agree(numberIn(one), numberIn(other)), is, `${one} / ${other}`)
    assert.equal(agree(numberIn(other), numberIn(one)), is, `${other} / ${one}`)
  }
})

test('every row of bounds reads its example and leaves its look-alike', () => {
  for (const { words, bound, example, not } of BOUND_ROWS) {
    assert.equal(numberIn(example).bound, bound, words)
    assert.notEqual(numberIn(not).bound, bound, words)
  }
})

test('a negation reaches its clause and no other', () => {
  assert.deepEqual(deniedIn('It will not send troops, but it sends money'), ['will', 'send', 'troops'])
  assert.deepEqual(deniedIn('The wolf was back and nobody had been hurt'), ['hurt'])
  assert.deepEqual(deniedIn('It ruled out sending troops'), ['sending', 'troops'])
  assert.deepEqual(deniedIn('It never refused to talk'), ['refused'])
})

test('every row of false negations denies nothing, and its look-alike something', () => {
  for (const { words, example, not } of FALSE_NEGATION_ROWS) {
    assert.deepEqual(deniedIn(example), [], words)
    if (not !== '') assert.notDeepEqual(deniedIn(not), [], words)
  }
})

test('modality of a clause', () => {
  for (const [text, modality] of [
    ['It has sent troops', 'fact'],
    ['It would send troops', 'future'],
    ['It plans to send troops', 'future'],
    ['It is to send troops', 'future'],
    ['It may send troops', 'possible'],
    ['It will probably send troops', 'possible'],
    ['It must send troops', 'obliged'],
    ['It would have sent troops', 'unreal'],
  ]) {
    assert.equal(modalityIn(text!), modality, text)
  }
})

test('words of one row are one concept, however long they are', () => {
  for (const row of SYNONYM_ROWS.trim().split(/ \/ |\n/)) assert.ok(row.split(' ').length > 1, row)
  assert.equal(conceptsOf('pull out')[0], conceptsOf('withdraw')[0])
  assert.equal(conceptsOf('shoot it down')[0], conceptsOf('intercept')[0])
  assert.equal(conceptsOf('American')[0], conceptsOf('Washington')[0])
  assert.notEqual(conceptsOf('tanks')[0], conceptsOf('missiles')[0])
})

test('every row of opposites excludes in its example and not in its look-alike', () => {
  const exclude = (pair: string): boolean => {
    const [one, other] = pair
      .split(' / ')
      .map((text) => wordsOf(text).map((word, at, all) => [word.stem, conceptAt(all, at).name]))
    return one!.some(([stemA, a]) =>
      other!.some(([stemB, b]) => areAntonyms(a!, b!) || oppositionOf(stemA!, stemB!) !== null),
    )
  }
  for (const { one, other, example, not } of ANTONYM_ROWS) {
    assert.ok(exclude(example), `${one} ${other}: ${example}`)
    assert.ok(!exclude(not), `${one} ${other}: ${not}`)
  }
})

test('synonyms of the dictionary', () => {
  assert.ok(areSynonyms(stemOf('ignore'), stemOf('disregard')))
  assert.ok(!areSynonyms(stemOf('ignore'), stemOf('ignore')))
  assert.ok(!areSynonyms(stemOf('measles'), stemOf('malaria')))
  assert.equal(oppositionOf(stemOf('accept'), stemOf('reject')), 'doing')
  assert.equal(oppositionOf(stemOf('safe'), stemOf('dangerous')), 'being')
  assert.equal(oppositionOf('man', 'woman'), null)
})

test('hostile texts are read in time', () => {
  for (const text of [
    'a'.repeat(100_000),
    '1,'.repeat(50_000),
    "'".repeat(100_000),
    'A.'.repeat(50_000),
    'not '.repeat(25_000),
  ]) {
    const start = performance.now()
    const words = wordsOf(text)
    quantitiesOf(words)
    clausesOf(text, words)
    assert.ok(performance.now() - start < 3000, text.slice(0, 8))
  }
})
