/** Tests of the quotation finder: which marks pair, which are apostrophes, and what an unpaired one means. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block, BlockKind, Quotation } from '../../src/core/doc.ts'
import { quotationFinder } from '../../src/core/quotation-finder.ts'
import { sentenceSplitter } from '../../src/core/sentence-splitter.ts'
import { blocksOf } from '../support/passages.ts'

function quotationsOf(text: string, blocks: readonly Block[] = blocksOf(text)): readonly Quotation[] {
  const doc = { text, lang: 'en', dct: null }
  const sentences = sentenceSplitter('en').run({ ...doc, layers: { blocks } })
  assert.ok(Array.isArray(sentences))
  const found = quotationFinder().run({ ...doc, layers: { blocks, sentences } })
  assert.ok(Array.isArray(found))
  return found
}

const slices = (text: string, quotation: Quotation): string[] =>
  quotation.spans.map(({ start, end }) => text.slice(start, end))

/** `style text`, with `!` behind the style of an unbalanced one and ` / ` between paragraphs. */
const shown = (text: string, blocks?: readonly Block[]): string[] =>
  quotationsOf(text, blocks).map(
    (quotation) => `${quotation.style}${quotation.balanced ? '' : '!'} ${slices(text, quotation).join(' / ')}`,
  )

type Case = readonly [text: string, ...expected: string[]]

const cases: Readonly<Record<string, readonly Case[]>> = {
  'straight marks': [
    ['"We go," he said. "We stay."', 'double "We go,"', 'double "We stay."'],
    ['He said,"We go"and left.', 'double "We go"'],
    ['("Go") ["Stay"] "Go"—he said—"stay"', 'double "Go"', 'double "Stay"', 'double "Go"', 'double "stay"'],
    ["``Go,'' he said. ''Stay,'' she said.", "double ``Go,''", "double ''Stay,''"],
    ['＂Go＂ he said.', 'double ＂Go＂'],
  ],
  'curly marks': [
    ['“We go,” he said, “and stay.”', 'double “We go,”', 'double “and stay.”'],
    ['“Go,”said Lind.“Stay.”', 'double “Go,”', 'double “Stay.”'],
  ],
  'marks of other languages': [
    [
      '„Wir gehen“, sagte er. „Bleibt”, sagte sie. „Gut", sagte er.',
      'low-high „Wir gehen“',
      'low-high „Bleibt”',
      'low-high „Gut"',
    ],
    ['„Er sagte ‚nein‘ zu mir“, sagte sie.', 'low-high „Er sagte ‚nein‘ zu mir“', 'single ‚nein‘'],
    ['«Мы идём», сказал он.', 'guillemet «Мы идём»'],
    ['« Nous partons », dit-il.', 'guillemet « Nous partons »'],
    ['»Wir gehen«, sagte er, »und bleiben.«', 'guillemet »Wir gehen«', 'guillemet »und bleiben.«'],
    ['「行く」と言った。『来る』', 'corner 「行く」', 'corner 『来る』'],
  ],
  'single marks': [
    ["'We go,' he said.", "single 'We go,'"],
    ['‘We go,’ he said. ‘The boys’ ball,’ she said.', 'single ‘We go,’', 'single ‘The boys’ ball,’'],
    ["'The dogs' bowls are empty,' he said.", "single 'The dogs' bowls are empty,'"],
    ["He called it 'theft' and 'fraud'.", "single 'theft'", "single 'fraud'"],
  ],
  'apostrophes, which are no marks': [
    ["The workers' demands and the bosses' answer weren't Lavrov's."],
    ['’Twas the ’90s, and ’em boys rock ’n’ roll.'],
    ["'Twas the '90s, and 'em boys rock 'n' roll, class of '68."],
    ["James' dog and Chris's cat"],
    ["rock 'n' roll, he said, 'is dead.'", "single 'is dead.'"],
  ],
  'feet and inches': [['He is 6\'2" tall, she 5\'11" or 5′10".'], ['The 12" pipe burst, the mayor said.']],
  'nested marks, in text order': [
    ['“He said ‘no’ to me,” she said.', 'double “He said ‘no’ to me,”', 'single ‘no’'],
    ['“‘Go,’ he said,” she said.', 'double “‘Go,’ he said,”', 'single ‘Go,’'],
    ['"She told me "go" and left," he said.', 'double "She told me "go" and left,"', 'double "go"'],
    ['“Open (“nested”) close,” x.', 'double “Open (“nested”) close,”', 'double “nested”'],
  ],
  'several paragraphs': [
    [
      '“First goes on.\n\n“Second goes on.\n\n“Third ends.” He left.',
      'double “First goes on. / “Second goes on. / “Third ends.”',
    ],
    [
      "'First goes on.\n\n'Second goes on.\n\n'Third ends.' He left.",
      "single 'First goes on. / 'Second goes on. / 'Third ends.'",
    ],
    ['"First goes on.\n\n"Second ends," he said.', 'double "First goes on. / "Second ends,"'],
    ['“First ends.”\n\n“Second ends.”', 'double “First ends.”', 'double “Second ends.”'],
    // A paragraph that begins with another kind of mark begins something else.
    ['“First goes on.\n\n‘No’ was the answer.', 'double! “First goes on.', 'single ‘No’'],
  ],
  'marks without a partner': [
    ['Lind said: “We go and stay. Then more.', 'double! “We go and stay. Then more.'],
    ['He left. The plan is bad” and he left.', 'double! The plan is bad”'],
    ['“Good,” he said. The plan is bad,” she said.', 'double “Good,”', 'double! The plan is bad,”'],
    ['“Nobody knows.\n\nHe left.', 'double! “Nobody knows.'],
    // A single closing mark alone is an apostrophe, and a single opening one inside a line a slip.
    ['He left. The plan is bad’ and he left.'],
    ['He wrote ‘ and left.'],
    ['”'],
    ['“'],
    [' “ '],
  ],
  'empty marks': [['“” and ""', 'double “”', 'double ""']],
}

describe('quotation finder', () => {
  for (const [what, passages] of Object.entries(cases)) {
    it(`finds ${what}`, () => {
      for (const [text, ...expected] of passages) assert.deepEqual(shown(text), expected, text)
    })
  }

  it('numbers quotations in text order', () => {
    const found = quotationsOf('“A ‘b’ c” and “d”.\n\n“e')
    assert.deepEqual(
      found.map(({ id }) => id),
      ['q1', 'q2', 'q3', 'q4'],
    )
    for (let next = 1; next < found.length; next++) {
      assert.ok(found[next - 1]!.spans[0]!.start <= found[next]!.spans[0]!.start)
    }
  })
})

/** Blocks of `parts`, one below the other with an empty line between. */
function page(...parts: readonly (readonly [BlockKind, string])[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  let text = ''
  for (const [kind, part] of parts) {
    if (text !== '') text += '\n\n'
    blocks.push({ start: text.length, end: text.length + part.length, kind })
    text += part
  }
  return { text, blocks }
}

describe('quotations and the kinds of blocks', () => {
  it('take a quoted block whole when its own marks open later or never close', () => {
    const { text, blocks } = page(['quote', ' We go and “stay. '], ['paragraph', 'He “left”.'])
    assert.deepEqual(shown(text, blocks), ['block We go and “stay.', 'double “left”'])
  })

  it('take a quoted block whole when one pair of marks holds all of it', () => {
    const { text, blocks } = page(['quote', '“We go and stay.”'])
    assert.deepEqual(shown(text, blocks), ['block “We go and stay.”'])
  })

  it('look inside a quoted block whose marks tell speech from the rest', () => {
    const { text, blocks } = page(['quote', '“It leaks,” said one expert, as the Courier reported.'])
    assert.deepEqual(shown(text, blocks), ['double “It leaks,”'])
  })

  it('find nothing in boilerplate, and do not let it interrupt', () => {
    const { text, blocks } = page(
      ['paragraph', '“First goes on.'],
      ['boilerplate', '“Share” “this'],
      ['paragraph', '“Second ends.”'],
    )
    assert.deepEqual(shown(text, blocks), ['double “First goes on. / “Second ends.”'])
  })

  it('are not interrupted by a caption, and a caption goes on with none', () => {
    const { text, blocks } = page(
      ['paragraph', '“First goes on.'],
      ['caption', '“Lind” on Monday'],
      ['paragraph', '“Second ends.”'],
    )
    assert.deepEqual(shown(text, blocks), ['double “First goes on. / “Second ends.”', 'double “Lind”'])
  })

  it('never pair across blocks', () => {
    const { text, blocks } = page(['list-item', 'one “two'], ['list-item', 'three” four'])
    assert.deepEqual(shown(text, blocks), ['double! “two', 'double! three”'])
  })
})
