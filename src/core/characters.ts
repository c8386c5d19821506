/** Character classes by code point, each looked up once, so that scanners stay linear and regex-free. */

export const LETTER = 1
export const DIGIT = 2
export const MARK = 4
export const SPACE = 8
export const UPPER = 16

const KNOWN = 128
const classes = new Uint8Array(0x110000)

/** Bit set of the classes of a code point; 0 for punctuation, symbols and emoji. */
export function classOf(codePoint: number): number {
  let found = classes[codePoint]!
  if (found === 0) {
    found = classify(codePoint) | KNOWN
    classes[codePoint] = found
  }
  return found & ~KNOWN
}

function classify(codePoint: number): number {
  const char = String.fromCodePoint(codePoint)
  if (/^\p{Lu}|^\p{Lt}/u.test(char)) return LETTER | UPPER
  if (/^\p{L}/u.test(char)) return LETTER
  if (/^\p{N}/u.test(char)) return DIGIT
  if (/^\p{M}/u.test(char) || codePoint === 0x200d) return MARK
  if (/^\s/u.test(char)) return SPACE
  return 0
}

export const isLetter = (codePoint: number): boolean => (classOf(codePoint) & LETTER) !== 0
export const isUpper = (codePoint: number): boolean => (classOf(codePoint) & UPPER) !== 0
export const isDigit = (codePoint: number): boolean => (classOf(codePoint) & DIGIT) !== 0
export const isWordPart = (codePoint: number): boolean => (classOf(codePoint) & (LETTER | DIGIT | MARK)) !== 0

/** Code units a code point takes. */
export const widthOf = (codePoint: number): 1 | 2 => (codePoint > 0xffff ? 2 : 1)

/** Code point that ends before `index`, or -1 at the start of the text. */
export function codePointBefore(text: string, index: number): number {
  if (index <= 0) return -1
  const unit = text.charCodeAt(index - 1)
  const isLow = unit >= 0xdc00 && unit <= 0xdfff
  return isLow && index > 1 ? (text.codePointAt(index - 2) ?? unit) : unit
}
