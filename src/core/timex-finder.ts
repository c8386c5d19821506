/** Finds time expressions and normalises them as TIMEX3 does, by rules alone. */
import type { Doc, Timex } from './doc.ts'
import { firstFrom } from './span.ts'
import type { Stage } from './stage.ts'
import { parseIso } from './timexes/calendar.ts'
import type { Context, Landmark } from './timexes/context.ts'
import { directionOf } from './timexes/direction.ts'
import { daysOf } from './timexes/period.ts'
import { type Piece, piecesOf } from './timexes/pieces.ts'
import { resolve } from './timexes/resolve.ts'
import { type Found, timexAt } from './timexes/rule-table.ts'

export const timexFinder = (): Stage<'blocks' | 'tokens' | 'sentences', 'timexes'> => ({
  name: 'timex-finder',
  version: 1,
  needs: ['blocks', 'tokens', 'sentences'],
  gives: 'timexes',
  run: findTimexes,
})

type Marks = Pick<Context, 'last' | 'lastDay' | 'lastQuarter'>

/** Characters within which "a year earlier" is the same quarter a year earlier. */
const QUARTER_REACH = 800

function findTimexes(doc: Doc<'blocks' | 'tokens' | 'sentences'>): Timex[] {
  const pieces = piecesOf(doc)
  const timexes: Timex[] = []
  const published = parseIso(doc.dct)
  let marks: Marks = { last: null, lastDay: null, lastQuarter: null }
  let quarterEnd = 0
  let dayBlock = -1
  for (let at = 0; at < pieces.length; ) {
    const found = timexAt(pieces, at)
    if (found === null) {
      at++
      continue
    }
    const start = pieces[at]!.start
    const end = pieces[at + found.length - 1]!.end
    const id = `t${timexes.length + 1}`
    const direction = () => clauseDirection(doc, pieces, at, found)
    if (start - quarterEnd > QUARTER_REACH) marks = { ...marks, lastQuarter: null }
    // A time of the clock belongs to a day of its own paragraph, or to that of publication.
    const isApart = found.shape.kind === 'clock' && dayBlock !== pieces[at]!.block
    const lastDay = isApart ? null : marks.lastDay
    const { reading, period } = resolve(found.shape, { published, ...marks, lastDay, direction })
    timexes.push({ id, start, end, ...reading })
    if (period !== null) marks = marked(marks, { id, period }, published)
    if (period?.unit === 'Q') quarterEnd = end
    if (period?.unit === 'D') dayBlock = pieces[at]!.block
    at += found.length
  }
  return timexes
}

function marked(marks: Marks, mark: Landmark, published: number | null): Marks {
  const { unit } = mark.period
  // Nothing is compared with a quarter that is not over.
  const isOver = published === null || daysOf(mark.period).last < published
  return {
    last: mark,
    lastDay: unit === 'D' ? mark : marks.lastDay,
    lastQuarter: unit === 'Q' && isOver ? mark : marks.lastQuarter,
  }
}

function clauseDirection(
  { layers }: Doc<'sentences'>,
  pieces: readonly Piece[],
  at: number,
  { length }: Found,
): ReturnType<typeof directionOf> {
  const index = firstFrom(layers.sentences, pieces[at]!.start + 1) - 1
  const sentence = layers.sentences[index]
  if (sentence === undefined) return directionOf(pieces, at, at + length, at, at + length)
  return directionOf(pieces, at, at + length, firstFrom(pieces, sentence.start), firstFrom(pieces, sentence.end))
}
