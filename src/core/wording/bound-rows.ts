/** Words that soften a number: "about 40", "up to 40", "more than 40". */

/** `about`: the text rounds; `at-least` and `at-most` include their value. */
export type Bound = 'exact' | 'about' | 'at-least' | 'at-most' | 'range'

/** One row for each way to soften a number: the words before it, in order. */
export interface BoundRow {
  readonly words: string
  readonly bound: Exclude<Bound, 'exact' | 'range'>
  readonly example: string
  readonly not: string
}

export const BOUND_ROWS: readonly BoundRow[] = [
  { words: 'about', bound: 'about', example: 'about 40 people', not: 'exactly 40 people' },
  { words: 'around', bound: 'about', example: 'around 40 people', not: '40 people around him' },
  { words: 'some', bound: 'about', example: 'some 40 people', not: '40 people' },
  { words: 'roughly', bound: 'about', example: 'roughly 40 people', not: '40 people' },
  { words: 'approximately', bound: 'about', example: 'approximately 40 people', not: '40 people' },
  { words: 'nearly', bound: 'about', example: 'nearly 40 people', not: '40 people nearby' },
  { words: 'almost', bound: 'about', example: 'almost 40 people', not: '40 people' },
  { words: 'close to', bound: 'about', example: 'close to 40 people', not: 'close, 40 people' },
  { words: 'more than', bound: 'at-least', example: 'more than 40 people', not: 'more, 40 people' },
  { words: 'no fewer than', bound: 'at-least', example: 'no fewer than 40 people', not: '40 people' },
  { words: 'no less than', bound: 'at-least', example: 'no less than 40 people', not: '40 people' },
  { words: 'over', bound: 'at-least', example: 'over 40 people', not: '40 people over there' },
  { words: 'at least', bound: 'at-least', example: 'at least 40 people', not: 'at 40 people' },
  { words: 'above', bound: 'at-least', example: 'above 40 percent', not: '40 percent above it' },
  { words: 'up to', bound: 'at-most', example: 'up to 40 people', not: 'down to 40 people' },
  { words: 'as many as', bound: 'at-most', example: 'as many as 40 people', not: '40 people' },
  { words: 'as much as', bound: 'at-most', example: 'as much as 40 tonnes', not: '40 tonnes' },
  { words: 'no more than', bound: 'at-most', example: 'no more than 40 people', not: '40 people' },
  { words: 'at most', bound: 'at-most', example: 'at most 40 people', not: 'at 40 people' },
  { words: 'fewer than', bound: 'at-most', example: 'fewer than 40 people', not: 'fewer, 40 people' },
  { words: 'less than', bound: 'at-most', example: 'less than 40 percent', not: 'less, 40 percent' },
  { words: 'under', bound: 'at-most', example: 'under 40 people', not: '40 people under him' },
  { words: 'below', bound: 'at-most', example: 'below 40 percent', not: '40 percent below' },
]
