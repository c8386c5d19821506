/** What a relative pronoun goes back to: "the senator" in "the senator from Ohio, who said …". */
import { firstFrom, type Span } from '../../span.ts'
import { type PhraseReading, phraseReading } from './phrase-reading.ts'
import { hull } from './phrase-title.ts'
import { type SpeakerView, type Unit, unitsIn } from './speaker-view.ts'

const RELATIVES = new Set(['who', 'which', 'that', 'whose', 'whom'])
/** Tokens looked back over. */
const FARTHEST = 30

export interface Antecedent {
  readonly span: Span
  readonly reading: PhraseReading
}

/** Null where `source` is no relative pronoun, or nothing before it can be what it goes back to. */
export function antecedentOfRelative(view: SpeakerView, source: Span): Antecedent | null {
  if (source.end - source.start > 5) return null
  const form = view.doc.text.slice(source.start, source.end).toLowerCase()
  if (!RELATIVES.has(form)) return null
  const units = unitsBefore(view, source)
  for (let from = 0; from < units.length; from = nextPhrase(units, from)) {
    const rest = units.slice(from)
    const reading = phraseReading(rest)
    if (reading !== null && !reading.pronoun && suits(form, reading)) return { span: hull(rest), reading }
  }
  return null
}

/** People say "who", all others "which"; what has no kind is no antecedent. */
function suits(form: string, { kind, members }: PhraseReading): boolean {
  if (kind === null || members.length > 0) return false
  const isHuman = kind === 'person' || kind === 'anonymous' || kind === 'group'
  return form === 'who' || form === 'whom'
    ? isHuman
    : form === 'which'
      ? kind !== 'person' && kind !== 'anonymous'
      : true
}

/** "The ire of lawmakers, who": where the whole phrase does not suit, what stands after its preposition may. */
function nextPhrase(units: readonly Unit[], from: number): number {
  for (let i = from + 1; i < units.length; i++) if (units[i - 1]!.upos === 'ADP') return i
  return units.length
}

/** Back to the verb, mark or beginning of the sentence before the pronoun. */
function unitsBefore(view: SpeakerView, source: Span): Unit[] {
  const { tokens, sentences } = view.doc.layers
  const sentence = sentences[firstFrom(sentences, source.start + 1) - 1]
  const near = tokens[Math.max(0, firstFrom(tokens, source.start) - FARTHEST)]
  if (sentence === undefined || near === undefined) return []
  const units = unitsIn(view, { start: Math.max(sentence.start, near.start), end: source.start })
  while (units.length > 0 && /^[,–—-]$/.test(units.at(-1)!.form)) units.pop()
  const verb = units.findLastIndex(
    ({ upos, form, mention }) =>
      mention === null && (upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ' || /^(?:to|["“”;:()])$/.test(form)),
  )
  const rest = units.slice(verb + 1)
  const first = rest.findIndex(({ upos }) => upos !== 'ADP' && upos !== 'PUNCT' && upos !== 'CCONJ' && upos !== 'ADV')
  return first < 0 ? [] : rest.slice(first)
}
