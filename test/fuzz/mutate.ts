/** Inputs made from others: cut, doubled, spliced, with words of the target's own and characters that are often forgotten. */

type Random = () => number

export const LONGEST = 4_000

const NASTY = [
  ...[
    '\0',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '\u00a0',
    '\u0085',
    '\u2028',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\ud800',
    '\udc00',
  ],
  ...[
    '😀',
    '👩‍🚒',
    'e\u0301',
    'İ',
    'ß',
    'ﬁ',
    '日本',
    '٣',
    'ǅ',
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    '«',
    '»',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '<',
    '>',
    '&',
    ';',
    ':',
    ',',
    '.',
    '-',
    '–',
    '—',
    '*',
    '\\',
    '/',
    '=',
    '#',
    '%',
    '0',
    '9',
    '99999999999999999999',
    '-1',
    '1e999',
  ],
]

const pick = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)]!

/** One to four changes to `input`. */
export function mutated(input: string, corpus: readonly string[], words: readonly string[], random: Random): string {
  let text = input
  for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes--) text = changed(text, corpus, words, random)
  return text.slice(0, LONGEST)
}

function changed(text: string, corpus: readonly string[], words: readonly string[], random: Random): string {
  const at = Math.floor(random() * (text.length + 1))
  const end = Math.min(text.length, at + Math.floor(random() ** 3 * 80))
  const [before, part, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)]
  switch (Math.floor(random() * 9)) {
    case 0:
      return before + after
    case 1:
      return before + part + part + after
    case 2:
      return before + pick(NASTY, random) + part + after
    case 3:
    case 4:
      return before + pick(words, random) + (random() < 0.5 ? '' : part) + after
    case 5: {
      const other = pick(corpus, random)
      return before + other.slice(Math.floor(random() * other.length))
    }
    case 6:
      return before + part.repeat(1 + Math.floor(random() ** 2 * 60)) + after
    case 7:
      return after + part + before
    default: {
      const unit = text.charCodeAt(at)
      return Number.isNaN(unit)
        ? text
        : before + String.fromCharCode(unit ^ (1 << Math.floor(random() * 8))) + text.slice(at + 1)
    }
  }
}
