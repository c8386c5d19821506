/** Arbitrary texts for properties: anything at all, and news-like fragments in random order. */
import fc from 'fast-check'
import type { Block, BlockKind } from '../../src/core/doc.ts'

/** A text and the blocks a reader might have cut it into. */
export interface Page {
  readonly text: string
  readonly blocks: readonly Block[]
}

const NASTY = [
  '\u0000',
  '\r\n',
  '\r',
  '\n',
  '\n\n',
  '\u2028',
  '\u2029',
  '\u0085',
  '\ufeff',
  '\u00a0',
  '\u200b',
  '\u200d',
  '\ud800',
  '\udc00',
  '👍🏽',
  '👩‍🚒',
  '🇺🇦',
  'e\u0301',
  '\u0301',
  '\u0489',
  '𝒜',
  '𝟙',
  'ﬁ',
  'ß',
  'İ',
  '日本',
  'הַ',
  '٣',
  'ǅ',
  '"',
  '""',
  '"""',
  '“',
  '”',
  '„',
  '‟',
  '‘',
  '’',
  "'",
  "''",
  '`',
  '``',
  '«',
  '»',
  '‹',
  '›',
  '「',
  '」',
  '‚',
  '＂',
  '(',
  ')',
  '[',
  ']',
  '{',
  '<b>',
  '-',
  '--',
  '—',
  '–',
  '…',
  '...',
  '.',
  ',',
  ':',
  ';',
  '!',
  '?',
  '&',
  '@',
  '#',
  '%',
  '$',
  '_',
  '/',
  '\\',
  '*',
  '•',
]

const PHRASES = [
  'Lind',
  'Ana Pohl',
  'the harbour minister',
  'Gen. Lee',
  'U.S. officials',
  'the Foreign Ministry',
  'he',
  'She',
  'who',
  'it',
  'they',
  'Reuters',
  'a doctor at the clinic',
  'two people briefed on the talks',
  'Pohl’s',
  "the minister's",
  'said',
  'Said',
  'says',
  'told',
  'told reporters',
  'asked',
  'added',
  'adding',
  'saying',
  'according to',
  'According to',
  'claimed',
  'denied',
  'declined to say',
  'refused to comment',
  'called',
  'was asked',
  'was told by',
  'has said',
  'did not say',
  'would not comment on',
  'believes',
  'wrote',
  'tweeted',
  'warned',
  'promised to',
  'urged',
  'made it clear',
  'quoted as saying',
  'that',
  'whether',
  'if',
  'to',
  'not',
  'and',
  'but',
  'while',
  'on Monday',
  'in Geneva',
  'last week',
  'in an interview with',
  'in a statement',
  'Friday',
  'the dam',
  'would hold',
  'is safe',
  'had been',
  'a gift to thieves',
  'claim',
  'warning',
  'This',
  'this',
  'by',
  'reply',
  'No. 5',
  'Feb. 3',
  'e.g.',
  '2024',
  '1',
  'MERRIN (Agency) —',
]

const anyText = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...NASTY), fc.constantFrom('a', 'B', ' ', '1', "n't", 's')), { maxLength: 60 })
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((units) => String.fromCharCode(...units)),
  },
)

/** Reports that are nearly whole, so that the rules find something to do. */
const REPORTS = [
  'Lind said',
  'said Ana Pohl',
  'said the harbour minister, a doctor at the clinic,',
  'Ana Pohl, the harbour minister, told reporters in Geneva',
  'according to two officials',
  'According to the Foreign Ministry,',
  'the dam would hold, Lind said',
  'the dam, engineers say, would hold',
  'she said that the dam would hold',
  'he added, denying that it was safe',
  'the ministry denied any role',
  'officials declined to say whether it was safe',
  'it was reported that the dam had burst',
  'adding that he hoped nobody would leave',
  'Lind called the plan “a gift to thieves”',
  '“We will rebuild the bridge by spring,”',
  '“We will rebuild every house in the valley.”',
  'promised to rebuild the bridge',
  'his claim that the dam would hold',
  'This was stated by Ana Pohl',
  '- Lind said',
]

const GLUE = [
  ' ',
  ' ',
  ' ',
  ' ',
  ', ',
  ', ',
  '. ',
  ' “',
  '” ',
  ',” ',
  '.” ',
  ' "',
  '" ',
  '," ',
  " '",
  "' ",
  ' ‘',
  '’ ',
  ': ',
  ' — ',
  ' - ',
  '; ',
  '? ',
  '\n',
  '\n\n',
  ' (',
  ') ',
  ' „',
  '“ ',
]

const newsLike = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...PHRASES) },
        { weight: 8, arbitrary: fc.constantFrom(...REPORTS) },
        { weight: 1, arbitrary: fc.constantFrom(...NASTY) },
      ),
      fc.constantFrom(...GLUE),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.flat().join(''))

const KINDS: readonly BlockKind[] = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'paragraph',
  'paragraph',
  'paragraph',
  'quote',
  'list-item',
  'caption',
  'boilerplate',
]

/** Cuts a text at random places, or at its empty lines; some of it may be in no block. */
const pageOf = (texts: fc.Arbitrary<string>): fc.Arbitrary<Page> =>
  fc
    .record({
      text: texts,
      cuts: fc.array(fc.nat(10_000), { maxLength: 6 }),
      kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 8, maxLength: 8 }),
      foreign: fc.nat(12),
      atLines: fc.boolean(),
    })
    .map(({ text, cuts, kinds, foreign, atLines }) => {
      const places = atLines
        ? [...text.matchAll(/\n\n/g)].flatMap(({ index }) => [index, index + 2])
        : cuts.map((cut) => cut % (text.length + 1))
      const ends = [...new Set([0, ...places, text.length])].sort((a, b) => a - b)
      const blocks: Block[] = []
      for (let next = 1; next < ends.length; next++) {
        const span = { start: ends[next - 1]!, end: ends[next]! }
        const kind = atLines && next === 1 ? 'headline' : kinds[next % kinds.length]!
        if (atLines && text.slice(span.start, span.end) === '\n\n') continue
        if (kind === 'caption' && next % 2 === 0) continue
        blocks.push(next === foreign ? { ...span, kind, lang: 'de' } : { ...span, kind })
      }
      return { text, blocks }
    })

/** Pages of any characters at all, lone surrogates and control characters among them. */
export const anyPage: fc.Arbitrary<Page> = pageOf(anyText)

/** Pages of names, cue verbs and quotation marks in an order that no journalist would write. */
export const newsPage: fc.Arbitrary<Page> = pageOf(newsLike)
