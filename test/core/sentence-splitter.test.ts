/** Tests of the sentence splitter: where news prose defeats the segmenter, and where a stop is the end after all. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentenceSplitter } from '../../src/core/sentence-splitter.ts'

const splitter = sentenceSplitter('en')

function sentencesOf(text: string): string[] {
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const }]
  const sentences = splitter.run({ text, lang: 'en', dct: null, layers: { blocks } })
  assert.ok(Array.isArray(sentences))
  return sentences.map(({ start, end }) => text.slice(start, end))
}

/** Passages with a bar where a sentence ends; the bar and the space behind it are taken out first. */
const cases: Readonly<Record<string, readonly string[]>> = {
  'titles before names': [
    'He met Gen. Lee and Col. Marsh.|Dr. No came too.',
    'Mr. Smith v. Mrs. Jones, said Prof. A. B. Cee.|Nobody won.',
    'Sen. Bob Ray (R., Tex.) spoke.|He left.',
  ],
  initials: [
    'J. Edgar Hoover met George W. Bush.|They talked.',
    'They read J.K. Rowling.|Then they slept.',
    'It was about you and I.|Nobody else came.',
    'They need a Plan B.|Then they can go.',
  ],
  'months and numbers': [
    'It began on Feb. 3 and ended on Nov. 12.|Nobody came.',
    'It began in Feb.|Nobody came.',
    'He took the No. 5 bus, see Fig. 3 and Art. IV.|It was late.',
    'He was asked twice.|No.|That was all he said.',
    'She studied art.|It paid little.',
  ],
  'abbreviations at the end': [
    'He left the U.S. Army in May.|He lives in the U.S.|The army did not mind.',
    'At 5 p.m. Friday he left.|It was 6 p.m.|He was late.',
    'He works for Acme Inc.|The firm pays well.',
    'Acme Inc. said so.|Others did not.',
    'It was born in Mass. on a Sunday.|It died there.',
  ],
  'names that begin with an abbreviation': [
    'They climbed Mt. Everest and sailed to St. Helena.|It rained.',
    'He lives on Main St.|The house is blue.',
  ],
  'questions and exclamations in quotation marks': [
    '“Why?” he asked.|“Go!” she said.|He went.',
    '“Is it so?” asked Lind.|“It is.”',
    'He cried “never!” and left.|Nobody followed.',
  ],
  'quotation marks and brackets': [
    '“We go.”|Lind left.|(He stayed.)|She did too.',
    'He said: “We go.|We stay.”|Then he left.',
    '“Stop.”|“Go.”|‘No.’|They went.',
  ],
  dots: ['Yes… he said so.|Yes...|He said so.', 'It cost $3.5 million, 13.5% more.|Nobody paid.'],
  marks: ['Is it so?!|It is!|Well.'],
}

describe('sentence splitter', () => {
  for (const [what, passages] of Object.entries(cases)) {
    it(`handles ${what}`, () => {
      for (const passage of passages) {
        const expected = passage.split('|')
        assert.deepEqual(sentencesOf(expected.join(' ')), expected)
      }
    })
  }

  it('joins hard-wrapped lines, unless a line ends like a sentence', () => {
    assert.deepEqual(sentencesOf('The dam near\nUpper Merrin will\r\nHold, he said.\nA new one begins.'), [
      'The dam near\nUpper Merrin will\r\nHold, he said.',
      'A new one begins.',
    ])
  })

  it('keeps lines apart that an empty line parts', () => {
    assert.deepEqual(sentencesOf('The dam\n\nUpper Merrin'), ['The dam', 'Upper Merrin'])
  })

  it('gives nothing for white space, and leaves it out at both ends', () => {
    assert.deepEqual(sentencesOf(' \n\u2028\u00a0 '), [])
    assert.deepEqual(sentencesOf('\n\n  He left. \u00a0\n\n She stayed. '), ['He left.', 'She stayed.'])
  })

  it('does not end a sentence because a piece of the text is full', () => {
    // The segmenter sees 100,000 characters at a time.
    for (const filler of ['x'.repeat(99_990), 'x '.repeat(49_995)]) {
      for (const tail of [
        'USA1945USA1945USA1945 and on.',
        '👍👍👍👍👍👍👍👍👍👍 and on.',
        'Ann Lee Ann Lee Ann Lee go.',
      ]) {
        assert.deepEqual(sentencesOf(`${filler}${tail} He left.`), [`${filler}${tail}`, 'He left.'])
      }
    }
  })

  it('splits a text of many pieces like the same text in parts', () => {
    const sentence = 'The dam of Merrin will hold until May. '
    const found = sentencesOf(sentence.repeat(9_000))
    assert.equal(found.length, 9_000)
    assert.ok(found.every((one) => one === sentence.trim()))
  })
})
