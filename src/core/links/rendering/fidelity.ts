/** How faithfully words in quotation marks render a turn: word for word, shortened, or with words that the record does not have. */
import { type Alteration, alterationsIn } from '../../compare/altered-meaning.ts'
import type { Word } from '../../wording/words-of.ts'
import type { Fidelity } from '../link.ts'
import type { Alignment } from './align.ts'
import type { ToldWords } from './told-words.ts'

export interface QuotedReading {
  readonly fidelity: Exclude<Fidelity, 'paraphrase'>
  readonly alterations: readonly Alteration[]
  /** Words of the report that the record does not have there. */
  readonly putIn: readonly Word[]
  /** Words of the record, between those that are rendered, which the report does not have; hesitations aside. */
  readonly leftOut: readonly Word[]
}

/** What people say while they look for words. */
const HESITATIONS = new Set('uh um er ah eh hmm well so look okay ok right yeah'.split(' '))
/** Phrases of the same kind. */
const FILLERS = [
  ['you', 'know'],
  ['i', 'mean'],
  ['kind', 'of'],
  ['sort', 'of'],
]

/** @param part indices of the report's words that stand between quotation marks and were aligned. */
export function quotedReading(
  report: ToldWords,
  part: readonly number[],
  turn: ToldWords,
  { at, from, to }: Alignment,
): QuotedReading {
  const rendered = new Set(at.filter((index) => index >= 0))
  const changed: Word[] = []
  const replaced = new Set<number>()
  let editor = false
  part.forEach((word, index) => {
    const other = at[index]!
    if (report.editorial[word]) editor = true
    else if (other < 0) changed.push(report.words[word]!)
    else if (report.words[word]!.form !== turn.words[other]!.form) {
      changed.push(report.words[word]!)
      replaced.add(other)
    }
  })
  const missing = indices(from, to).filter((index) => !rendered.has(index) || replaced.has(index))
  const hesitant = hesitations(
    turn,
    missing.filter((index) => !replaced.has(index)),
  )
  const leftOut = missing.filter((index) => !hesitant.has(index)).map((index) => turn.words[index]!)
  const record = turn.words.slice(from, to)
  const rendering = part.map((word) => report.words[word]!)
  const alterations = alterationsIn(record, rendering, leftOut, changed)
  const isAltered = changed.length > 0 || alterations.some(({ kind }) => kind === 'negation')
  // "this — this process": what was begun again just before the first word.
  const isBegunAgain = from > 0 && turn.words[from - 1]!.form === turn.words[from]!.form
  const isCut = editor || isBegunAgain || leftOut.length + hesitant.size > 0
  const fidelity = isAltered ? 'altered' : isCut ? 'trimmed' : 'verbatim'
  return { fidelity, alterations, putIn: changed, leftOut }
}

const indices = (from: number, to: number): number[] =>
  from < 0 ? [] : Array.from({ length: to - from }, (_, index) => from + index)

/** "uh", "you know", and beginnings that are begun again: "would have to — would have to". */
function hesitations(turn: ToldWords, missing: readonly number[]): Set<number> {
  const found = new Set<number>()
  const form = (index: number): string => turn.words[index]?.form ?? ''
  for (const index of missing) {
    if (HESITATIONS.has(form(index))) found.add(index)
    for (const [first, second] of FILLERS) {
      if (form(index) !== first || form(index + 1) !== second) continue
      found.add(index)
      found.add(index + 1)
    }
  }
  const is = new Set(missing)
  for (let at = 0; at < missing.length; ) {
    let length = 1
    while (is.has(missing[at]! + length)) length++
    const start = missing[at]!
    for (let size = Math.min(length, 8); size > 0; size--) {
      const again = indices(start, start + size).every(
        (index) => form(index) === form(index + length) || form(index) === form(index - size),
      )
      if (!again) continue
      for (const index of indices(start, start + size)) found.add(index)
      break
    }
    at += length
  }
  return found
}
