/** The rest of a sentence as the content of a report at its end or its beginning, whatever it holds itself. */
import { cueForms } from '../english/cue-lexicon.ts'
import { firstFrom, hullOf, type Span, sliceOf } from '../span.ts'
import type { AttributableDoc } from './labelled-span.ts'
import type { OpenCue } from './relation.ts'

/** Most tokens after a report that ends its sentence: ", she told reporters on Monday." */
const LONGEST_TAIL = 8
/** Most tokens between speaker and cue. */
const WIDEST_GAP = 1
/** Fewest tokens that are a content. */
const SHORTEST = 4

/**
 * "The mayor wants to resign, *her spokesman said*": a tagger that gives each token one role reads the wish and has nothing
 * left for the spokesman. Null where speaker and cue do not stand together at a comma.
 */
export function sentenceContent({ text, layers }: AttributableDoc, { cue, source }: OpenCue): Span | null {
  const { tokens, sentences } = layers
  if (source === null || source.sentence !== cue.sentence) return null
  const [left, right] = source.first < cue.first ? [source, cue] : [cue, source]
  if (right.first - left.last - 1 > WIDEST_GAP || !saysClauses(sliceOf(text, cue))) return null
  const sentence = sentences[cue.sentence]!
  const first = firstFrom(tokens, sentence.start)
  const last = firstFrom(tokens, sentence.end) - 1
  const wordAt = (at: number): string => (at < first || at > last ? '' : sliceOf(text, tokens[at]!))
  let from = 0
  let to = -1
  if (wordAt(left.first - 1) === ',' && (last - right.last <= LONGEST_TAIL || goesOn(wordAt, right.last + 1))) {
    from = /^(But|And|So|Yet)$/.test(wordAt(first)) ? first + 1 : first
    to = left.first - 2
  } else if (left.first === first && wordAt(right.last + 1) === ',') {
    from = right.last + 2
    to = /^[.!?]$/.test(wordAt(last)) ? last - 1 : last
  } else if (left === source) {
    from = clauseFrom(wordAt, right.last + 1)
    to = from < 0 ? -2 : /^[.!?]$/.test(wordAt(last)) ? last - 1 : last
  }
  return to - from + 1 < SHORTEST ? null : hullOf([tokens[from]!, tokens[to]!])
}

/** "Lind recalled in an interview that": the token of "that"; -1 where something else comes first. */
function clauseFrom(wordAt: (at: number) => string, from: number): number {
  for (let at = from; at < from + LONGEST_TAIL; at++) {
    if (wordAt(at) === 'that') return at
    if (/^[^\p{L}\p{N}]/u.test(wordAt(at))) return -1
  }
  return -1
}

/** "…, she told reporters on Monday, adding that": the report ends where the next one of hers begins. */
function goesOn(wordAt: (at: number) => string, from: number): boolean {
  for (let at = from; at < from + LONGEST_TAIL; at++) {
    if (wordAt(at) === ',') return /^[a-z]{3,}ing$/.test(wordAt(at + 1)) && saysClauses(wordAt(at + 1))
  }
  return false
}

/** Does the cue end in a verb of speech that reports clauses, or is it "according to"? */
function saysClauses(cue: string): boolean {
  const words = cue.toLowerCase().split(/\s/)
  if (words.length === 2 && words[0] === 'according') return true
  const verb = cueForms.get(words.at(-1)!)?.verb
  return verb !== undefined && verb.manner !== 'thought' && /[qtb]/.test(verb.frames)
}
