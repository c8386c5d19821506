/** Why a source stays unnamed, in the words of the text: "who was not authorised to speak publicly". */
import type { Chain } from '../../doc.ts'
import { firstFrom, type Span } from '../../span.ts'
import type { SpeakerView, Unit } from './speaker-view.ts'
import { unitsIn } from './speaker-view.ts'

/** What a stated reason is about. */
const TELLING = new Set(
  `anonymity anonymous anonymously unnamed unidentified authorised authorized unauthorised unauthorized authorisation authorization permitted
  cleared sensitive sensitivity confidential fear feared fears fearing retaliation reprisals repercussions background`.split(
    /\s+/,
  ),
)
/** "to be named", "not to be identified", "declined to give her name". */
const NAMING = new Set('named identified name names identity quoted'.split(' '))
const OPENING = new Set(
  'who speaking talking requesting asking insisting declining citing granted because on under'.split(' '),
)
const SAYING = new Set(
  'speak speaks spoke asked requested insisted declined wished wanted demanded refused not talk talked condition'.split(
    ' ',
  ),
)

/** Reasons stand near their source: so many code units are looked through. */
const FARTHEST = 500

/** @param from first character that can belong to it; @param to the character after the last. */
export function statedReason(view: SpeakerView, from: number, to: number): Span | null {
  const units = unitsIn(view, { start: from, end: Math.min(to, from + FARTHEST) })
  for (let i = 0; i < units.length; i++) {
    if (!OPENING.has(units[i]!.lower)) continue
    const end = clauseEnd(units, i)
    if (isTelling(units.slice(i, end))) return { start: units[i]!.start, end: units[end - 1]!.end }
    if (units[i]!.lower === 'who') i = end - 1
  }
  return null
}

/** "They asked not to be named": references looked through after the source. */
const LATER = 8

/** The reason in a later sentence that begins with the same people: "The officials spoke on condition of anonymity because …". */
export function laterReason(view: SpeakerView, { references }: Chain, after: number): Span | null {
  const first = firstFrom(references, after)
  for (const reference of references.slice(first, first + LATER)) {
    const end = sentenceEnd(view, reference.start)
    const begin = view.doc.layers.sentences[firstFrom(view.doc.layers.sentences, reference.start + 1) - 1]?.start
    if (begin !== reference.start) continue
    const units = unitsIn(view, { start: reference.end, end: Math.min(end, reference.end + FARTHEST) })
    const verb = units[0]
    if (verb === undefined || !(SAYING.has(verb.lower) || verb.upos === 'AUX')) continue
    const clause = units.slice(0, clauseEnd(units, 0))
    if (isTelling(clause)) return { start: verb.start, end: clause.at(-1)!.end }
  }
  return null
}

const isTelling = (clause: readonly Unit[]): boolean =>
  (clause[0]!.lower !== 'on' && clause[0]!.lower !== 'under'
    ? true
    : clause.slice(1, 4).some(({ lower }) => lower === 'condition' || lower === 'background')) &&
  clause.some(
    ({ lower }) =>
      TELLING.has(lower) || (NAMING.has(lower) && clause.some((unit) => SAYING.has(unit.lower) || unit.lower === 'be')),
  )

/** To the end of the sentence, or to a comma that no further reason follows. */
function clauseEnd(units: readonly Unit[], first: number): number {
  for (let i = first + 1; i < units.length; i++) {
    const { form } = units[i]!
    if (/^[.;:!?"“”–—()]$/.test(form)) return i
    if (form === ',' && !['citing', 'because', 'as', 'since', 'given', 'for'].includes(units[i + 1]?.lower ?? ''))
      return i
  }
  return units.length
}

/** The end of the sentence that `at` stands in. */
export function sentenceEnd({ doc }: SpeakerView, at: number): number {
  const { sentences } = doc.layers
  return sentences[firstFrom(sentences, at + 1) - 1]?.end ?? at
}
