/** The words of a statement as a rendering is judged by them: which are quoted, which an editor put in, what each stands for. */
import type { Span } from '../../span.ts'
import { conceptAt } from '../../wording/concepts.ts'
import { type Word, wordsOf } from '../../wording/words-of.ts'
import type { Linkable } from '../link.ts'
import { voiceOf } from '../relate/side.ts'

export interface ToldWords {
  readonly text: string
  readonly words: readonly Word[]
  /** Of each word what it stands for; of one inside "White House" that of the first. */
  readonly concepts: readonly string[]
  /** Of each word how much it tells: little for "the" and "of". */
  readonly weights: readonly number[]
  /** Is the word inside quotation marks, or in a quotation without them? */
  readonly quoted: readonly boolean[]
  /** Did an editor put it in: "(NATO)", "[Ukraine]"? */
  readonly editorial: readonly boolean[]
}

/** Characters that are looked at: a turn longer than this is a speech read out. */
const LOOKED_AT = 40_000
const FUNCTION_WEIGHT = 0.15
const MODAL_WEIGHT = 0.25
const OWN_SIDE_WEIGHT = 0.25

const remembered = new WeakMap<Linkable, ToldWords>()

export function toldWords(item: Linkable): ToldWords {
  const known = remembered.get(item)
  if (known !== undefined) return known
  const { content, form } = item.statement
  const text = content.text.slice(0, LOOKED_AT)
  const words = wordsOf(text)
  const concepts: string[] = []
  const weights: number[] = []
  // Whose side a speaker is on stands in all that they say, and tells none of it from the rest.
  const side = voiceOf(item.statement.speaker)?.side
  for (let at = 0; at < words.length; ) {
    const { name, words: count, weight: telling } = conceptOf(words, at)
    const weight = name === side ? OWN_SIDE_WEIGHT : telling
    for (let taken = 0; taken < count; taken++) {
      concepts.push(name)
      weights.push(weight / count)
    }
    at += count
  }
  const marks = form === 'direct' ? [{ start: 0, end: text.length }] : form === 'mixed' ? quotedRanges(text) : []
  const notes = ranges(text, '(', ')').concat(ranges(text, '[', ']'))
  const told: ToldWords = {
    text,
    words,
    concepts,
    weights,
    quoted: words.map((word) => isIn(marks, word)),
    editorial: words.map((word) => isIn(notes, word)),
  }
  remembered.set(item, told)
  return told
}

function conceptOf(words: readonly Word[], at: number): { name: string; words: number; weight: number } {
  const word = words[at]!
  if (word.kind === 'word' || word.kind === 'name') return conceptAt(words, at)
  const weight =
    word.kind === 'number' || word.kind === 'negation' ? 1 : word.kind === 'modal' ? MODAL_WEIGHT : FUNCTION_WEIGHT
  return { name: word.kind === 'negation' ? 'not' : word.form, words: 1, weight }
}

const isIn = (list: readonly Span[], { start, end }: Span): boolean =>
  list.some((range) => range.start <= start && end <= range.end)

/** A bracket without its partner is none; what is in brackets is short. */
function ranges(text: string, open: string, close: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
    const end = text.indexOf(close, at)
    if (end > 0 && end - at < 80) found.push({ start: at, end })
    if (end < 0) break
  }
  return found
}

const OPENING = '“„«"‘'
const CLOSING = '”“»"’'

/** From an opening mark to the next closing one; without one, to the end. */
function quotedRanges(text: string): Span[] {
  const found: Span[] = []
  for (let at = 0; at < text.length; at++) {
    const kind = OPENING.indexOf(text[at]!)
    if (kind < 0 || (text[at] === '‘' && isLetter(text[at - 1])) || (text[at] === '"' && isLetter(text[at - 1])))
      continue
    let end = at + 1
    while (end < text.length && !(text[end] === CLOSING[kind] && !isApostrophe(text, end))) end++
    found.push({ start: at + 1, end })
    at = end
  }
  return found
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /\p{L}/u.test(character)

const isApostrophe = (text: string, at: number): boolean =>
  text[at] === '’' && isLetter(text[at - 1]) && isLetter(text[at + 1])
