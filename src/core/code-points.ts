/** Offsets for the outside world: Web Annotation, Python and SQL count code points where JavaScript counts code units. */

/**
 * The number of code points before an offset in UTF-16 code units, for any offset from 0 to the text's length, inclusive.
 * An offset inside a surrogate pair counts as the pair's start. Texts without such pairs cost nothing.
 */
export function codePointOffsets(text: string): (unit: number) => number {
  const seconds: number[] = []
  for (let at = 0; at + 1 < text.length; at++) {
    if (isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1))) seconds.push(++at)
  }
  return (unit) => unit - countUpTo(seconds, unit)
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** How many of `sorted` are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}
