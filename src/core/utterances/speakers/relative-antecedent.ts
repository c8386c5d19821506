/** What a relative pronoun goes back to: "the senator" in "the senator from Ohio, who said …". */
import { firstFrom, type Span } from '../../span.ts'
import type { SpeakerView } from './speaker-view.ts'

const RELATIVES = new Set(['who', 'which', 'that', 'whose', 'whom'])
/** Tokens looked back over. */
const FARTHEST = 30

/** The phrase before `source`, back to the verb before it; null where `source` is no relative pronoun. */
export function relativeAntecedent({ doc }: SpeakerView, source: Span): Span | null {
  const { text, layers } = doc
  if (source.end - source.start > 5 || !RELATIVES.has(text.slice(source.start, source.end).toLowerCase())) return null
  const { tokens, words, sentences } = layers
  const from = sentences[firstFrom(sentences, source.start + 1) - 1]?.start ?? 0
  const own = firstFrom(tokens, source.start)
  let first = own
  let last = own - 1
  while (last >= 0 && /^[,–—-]$/.test(text.slice(tokens[last]!.start, tokens[last]!.end))) last--
  for (let i = last; i >= 0 && i > own - FARTHEST && tokens[i]!.start >= from; i--) {
    const upos = words.upos[i]!
    if (upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ' || upos === 'PART') {
      if (upos !== 'PART' || text[tokens[i]!.start] === 't') break
    }
    if (/^["“”;:()]$/.test(text.slice(tokens[i]!.start, tokens[i]!.end))) break
    first = i
  }
  while (
    first < last &&
    (words.upos[first] === 'ADP' || words.upos[first] === 'PUNCT' || words.upos[first] === 'CCONJ')
  )
    first++
  return first <= last ? { start: tokens[first]!.start, end: tokens[last]!.end } : null
}
