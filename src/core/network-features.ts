/** What the network looks at in a token's form: folded form, shape, endings; the same as in train/network/features.py. */

const MARKS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  "''": '"',
  '``': '"',
  '’': "'",
  '‘': "'",
}

/** The form in which a token is looked up: lower case, one kind of quotation mark. */
export const folded = (form: string): string =>
  Object.hasOwn(MARKS, form) ? MARKS[form]! : form.replaceAll('’', "'").toLowerCase()

const LONGEST_SHAPE = 8

/** Xxxx-like: upper case X, lower case x, digits 9, all else as it is; runs longer than two are cut, at most eight code points. */
export function shapeOf(form: string): string {
  const kinds: string[] = []
  for (const char of form) {
    const kind = kindOf(char)
    if (kinds.at(-1) === kind && kinds.at(-2) === kind) continue
    kinds.push(kind)
    if (kinds.length === LONGEST_SHAPE) break
  }
  return kinds.join('')
}

function kindOf(char: string): string {
  if (char >= 'a' && char <= 'z') return 'x'
  if (char >= 'A' && char <= 'Z') return 'X'
  if (/^\p{Uppercase}/u.test(char)) return 'X'
  if (/^\p{Lowercase}/u.test(char)) return 'x'
  return isPythonDigit(char) ? '9' : char
}

/** Digits that are not decimal ones but that Python's `isdigit` counts (Numeric_Type=Digit): ², ①, ⑴, … */
const OTHER_DIGITS =
  /^[\xb2\xb3\xb9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]/u

const isPythonDigit = (char: string): boolean => /^\p{Nd}/u.test(char) || OTHER_DIGITS.test(char)

/** The last `count` code points. */
export function endOf(word: string, count: number): string {
  let from = word.length
  for (let taken = 0; taken < count && from > 0; taken++) from -= isPairBefore(word, from) ? 2 : 1
  return word.slice(from)
}

/** The first `count` code points. */
export function beginningOf(word: string, count: number): string {
  let to = 0
  for (let taken = 0; taken < count && to < word.length; taken++) to += word.codePointAt(to)! > 0xffff ? 2 : 1
  return word.slice(0, to)
}

const isPairBefore = (word: string, index: number): boolean =>
  index > 1 && word.codePointAt(index - 2)! > 0xffff && (word.charCodeAt(index - 1) & 0xfc00) === 0xdc00

/** After the last hyphen of a folded form, which stands in for a hyphenated word without a vector; null without a hyphen. */
export function lastPartOf(word: string): string | null {
  const hyphen = word.lastIndexOf('-')
  return hyphen === -1 ? null : word.slice(hyphen + 1)
}
