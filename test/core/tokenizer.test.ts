/** Tests of the tokenizer: what is one token, and what is two. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block, Token } from '../../src/core/doc.ts'
import { tokenize, tokenizer } from '../../src/core/tokenizer.ts'

function tokensOf(text: string): string[] {
  const tokens: Token[] = []
  tokenize(text, 0, text.length, tokens)
  return tokens.map(({ start, end }) => text.slice(start, end))
}

/** Text → its tokens, written with a bar between. */
const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  clitics: [
    ['Lavrov’s plan', 'Lavrov|’s|plan'],
    ["don't", "do|n't"],
    ['DON’T', 'DO|N’T'],
    ["we'll", "we|'ll"],
    ['they’ve', 'they|’ve'],
    ["I'm he'd you're", "I|'m|he|'d|you|'re"],
    ["can't won't", "ca|n't|wo|n't"],
    ["the workers' pay", "the|workers|'|pay"],
  ],
  'apostrophes that are no clitics': [
    ["O'Neill o’clock", "O'Neill|o’clock"],
    ["rock'n'roll", "rock'n'roll"],
    ["'90s", "'|90s"],
    ["'s", "'|s"],
    ["ant's", "ant|'s"],
    // "t" is a clitic only behind an n that stands behind something.
    ["n't t't", "n't|t't"],
  ],
  abbreviations: [
    ['the U.S. Army', 'the|U.S.|Army'],
    ['at 5 p.m.', 'at|5|p.m.'],
    ['e.g. this, i.e. that', 'e.g.|this|,|i.e.|that'],
    ['J.K. Rowling', 'J.K.|Rowling'],
    ['a Ph.D. from', 'a|Ph.D.|from'],
    ['Gen. Lee', 'Gen|.|Lee'],
    ['AT&T and R&D', 'AT&T|and|R&D'],
  ],
  'full stops': [
    ['The end.', 'The|end|.'],
    ['the end.Then', 'the|end|.|Then'],
    ['wait... what', 'wait|...|what'],
    ['wait… what', 'wait|…|what'],
    ['example.org', 'example.org'],
  ],
  numbers: [
    ['$19.3 billion', '$|19.3|billion'],
    ['13.5%', '13.5|%'],
    ['1,200, 3,5', '1,200|,|3,5'],
    ['at 10:30', 'at|10:30'],
    ['in 2024.', 'in|2024|.'],
    ['2022-2023', '2022-2023'],
    ['12kg 5G', '12kg|5G'],
    ['€5m', '€|5m'],
    ['٣٤ items', '٣٤|items'],
  ],
  'hyphens and dashes': [
    ['well-known T-72', 'well-known|T-72'],
    ['non‑proliferation', 'non‑proliferation'],
    ['end- -start', 'end|-|-|start'],
    ['yes -- no', 'yes|--|no'],
    ['yes—no – maybe', 'yes|—|no|–|maybe'],
  ],
  'runs of marks': [
    ['What?! No!!', 'What|?|!|No|!!'],
    ['((a))', '(|(|a|)|)'],
    ['“‘a’”', '“|‘|a|’|”'],
    ["``go,'' he said", "``|go|,|''|he|said"],
  ],
  'letters of all scripts': [
    ['naïve e\u0301te\u0301', 'naïve|e\u0301te\u0301'],
    ['привет, мир', 'привет|,|мир'],
    ['הַבַּיִת', 'הַבַּיִת'],
    ['𝒜bc', '𝒜bc'],
    ['日本', '日本'],
  ],
  'emoji and symbols': [
    ['ok👍', 'ok|👍'],
    ['👍🏽!', '👍|🏽|!'],
    ['❤\ufe0f a', '❤\ufe0f|a'],
    ['a\u200bb', 'a|\u200b|b'],
    ['100°C', '100|°|C'],
  ],
  addresses: [
    ['mail j.doe@example.org.', 'mail|j.doe@example.org|.'],
    ['@lind_m #dam', '@|lind_m|#|dam'],
    ['see www.example.org/a', 'see|www.example.org|/|a'],
  ],
  'white space': [
    ['a\u00a0b\u2028c\r\nd\u3000e', 'a|b|c|d|e'],
    [' \n\t ', ''],
    ['', ''],
  ],
}

describe('tokenizer', () => {
  for (const [what, pairs] of Object.entries(cases)) {
    it(`handles ${what}`, () => {
      for (const [text, expected] of pairs) assert.equal(tokensOf(text).join('|'), expected, JSON.stringify(text))
    })
  }

  it('takes nothing from outside its block, even inside a word or a surrogate pair', () => {
    const tokens: Token[] = []
    tokenize('abc👍def', 1, 4, tokens)
    assert.deepEqual(tokens, [
      { start: 1, end: 3 },
      { start: 3, end: 4 },
    ])
  })

  it('goes block by block: a word never runs from one into the next', () => {
    const blocks: Block[] = [
      { start: 0, end: 3, kind: 'headline' },
      { start: 3, end: 6, kind: 'paragraph' },
    ]
    const tokens = tokenizer().run({ text: 'abcdefghi', lang: 'en', dct: null, layers: { blocks } })
    assert.deepEqual(tokens, [
      { start: 0, end: 3 },
      { start: 3, end: 6 },
    ])
  })
})
