/** Tests of the words layer: best parts of speech, dictionary forms, and what capitals and contractions do to them. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Upos, Words } from '../../src/core/doc.ts'
import { lemmatizer } from '../../src/core/lemmatizer.ts'
import { capitalsIn, lemmasOf, wordTagger } from '../../src/core/word-tagger.ts'
import { loadLemmas } from '../../src/models/load-lemmas.ts'
import { modelsFolder } from '../../src/models/load-networks.ts'
import { readableDoc, scriptedNetwork } from '../support/scripted-network.ts'

const english = loadLemmas(join(modelsFolder, 'en/lemmas'))

/** `form/UPOS` pairs of one sentence → lemmas, joined by spaces. */
function lemmas(tagged: string): string {
  const pairs = tagged.split(' ').map((pair) => pair.split('/') as [string, Upos])
  return lemmasOf(
    pairs.map(([form]) => form),
    pairs.map(([, upos]) => upos),
    english,
  ).join(' ')
}

describe('the lemmatizer', () => {
  it('undoes the longest ending it knows, and lists exceptions', () => {
    const lemmaOf = lemmatizer({
      endings: { VERB: { '': '0|', ed: '2|', ied: '3|y' }, NOUN: { s: '1|' } },
      forms: { VERB: { said: 'say' } },
    })
    const verbs = ['said', 'Denied', 'walked', 'ed', 'go'].map((form) => lemmaOf(form, 'VERB', 'inner'))
    assert.deepEqual(verbs, ['say', 'deny', 'walk', 'ed', 'go'])
    assert.equal(lemmaOf('s', 'NOUN', 'all'), 's')
    assert.equal(lemmaOf('Treaties', 'ADJ', 'none'), 'treaties', 'a class that the table does not have')
  })

  it('knows English verbs, nouns and adjectives', () => {
    assert.equal(
      lemmas(
        'ministers/NOUN said/VERB they/PRON were/AUX denying/VERB the/DET earlier/ADJ stories/NOUN and/CCONJ refusing/VERB',
      ),
      'minister say they be deny the early story and refuse',
    )
    assert.equal(lemmas('wives/NOUN planned/VERB bigger/ADJ knives/NOUN'), 'wife plan big knife')
  })

  it('knows contractions, whatever the apostrophe', () => {
    assert.equal(lemmas("I/PRON do/AUX n't/PART know/VERB"), 'I do not know')
    assert.equal(lemmas('we/PRON ca/AUX n’t/PART go/VERB ,/PUNCT I/PRON ’m/AUX told/VERB'), 'we can not go , I be tell')
    assert.equal(lemmas('she/PRON wo/AUX n’t/PART and/CCONJ they/PRON ’ll/AUX'), 'she will not and they will')
    assert.equal(lemmas("the/DET mayor/NOUN 's/PART car/NOUN"), "the mayor 's car")
  })

  it('tells "would" from "had" and "is" from "has" by the verb that follows', () => {
    assert.equal(lemmas("he/PRON 'd/AUX leave/VERB"), 'he would leave')
    assert.equal(lemmas("he/PRON 'd/AUX never/ADV left/VERB"), 'he have never leave')
    assert.equal(lemmas("you/PRON 'd/AUX better/ADV go/VERB"), 'you have well go')
    assert.equal(lemmas("it/PRON 's/AUX been/AUX cold/ADJ"), 'it have be cold')
    assert.equal(lemmas("it/PRON 's/AUX made/VERB of/ADP tin/NOUN"), 'it be make of tin')
  })

  it('keeps the capitals that mean something', () => {
    const headless = 'Talks/NOUN with/ADP the/DET NATO/PROPN envoys/NOUN and/CCONJ CEOs/NOUN in/ADP Tromsø/PROPN'
    assert.equal(lemmas(headless), 'talk with the NATO envoy and CEO in Tromsø')
    assert.equal(lemmas('HUGE/ADJ FIRES/NOUN RAGED/VERB'), 'huge fire rage')
  })
})

it('capitals tell less at the start of a sentence, in title case, and nothing where all are capitals', () => {
  assert.deepEqual(capitalsIn(['“', 'Rain', 'in', 'Oslo', '”']), ['inner', 'inner', 'all', 'all', 'all'])
  assert.deepEqual(capitalsIn(['RAIN', 'IN', 'OSLO', '!']), ['none', 'none', 'none', 'none'])
  assert.deepEqual(new Set(capitalsIn('Minister Orders Longer Winter Holiday for All'.split(' '))), new Set(['inner']))
})

describe('the word tagger', () => {
  const stage = wordTagger(scriptedNetwork({ upos: { said: 'VERB', '.': 'PUNCT', Alma: 'PROPN' } }), english)

  it('gives one part of speech and one lemma a token, sentence by sentence', () => {
    const doc = readableDoc('Alma said things. Things were said.', 'Alma.')
    const { upos, lemma } = stage.run(doc) as Words
    assert.equal(upos.length, doc.layers.tokens.length)
    assert.equal(lemma.join(' '), 'Alma say thing . thing were say . Alma .')
    assert.deepEqual(upos.slice(0, 4), ['PROPN', 'VERB', 'NOUN', 'PUNCT'])
  })

  it('gives plain JSON, and nothing for nothing', () => {
    const words = stage.run(readableDoc('Alma said no.'))
    assert.deepEqual(JSON.parse(JSON.stringify(words)), words)
    assert.deepEqual(stage.run(readableDoc('')), { upos: [], lemma: [] })
  })
})
