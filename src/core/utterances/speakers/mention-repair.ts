/** Cuts from a mention what is no part of the name: "US National Security Spokesman", "Defence Colin Marwick", "Ohio Democrat". */
import { countryNamed, countryOfMetonym } from '../../countries.ts'
import type { Mention } from '../../doc.ts'
import { PEOPLES, SPOKESPEOPLE } from './noun-classes.ts'
import type { SpeakerDoc } from './speaker-view.ts'

/** Fields of policy: part of a role's name, of no body's by themselves. */
const FIELDS = new Set(
  'national security foreign defense defence interior trade finance economic affairs policy health climate justice energy state home transport agriculture education labour labor environment culture housing'.split(
    ' ',
  ),
)
const NATION = /^(?:U\.?S\.?|U\.?K\.?|EU|E\.U\.|UN|U\.N\.)$/

/** The tokens from `first` on that are the name; `end` is exclusive, and may leave none. */
export function nameTokens(
  { text, layers: { tokens } }: SpeakerDoc,
  first: number,
  mention: Mention,
): { from: number; to: number } {
  let to = first
  while (to < tokens.length && tokens[to]!.start < mention.end) to++
  const word = (i: number): string => text.slice(tokens[i]!.start, tokens[i]!.end)
  let from = first
  while (to > from && isRole(word(to - 1).toLowerCase())) to--
  // "National Security" by itself is no body.
  if (isFields(word, from, to)) return { from, to: from }
  if (mention.kind === 'person') {
    while (to - from > 2 && (FIELDS.has(word(from).toLowerCase()) || isState(word(from)))) from++
  } else if (to - from > 2 && opensWithField(word, from, to)) {
    while (FIELDS.has(word(from).toLowerCase())) from++
    from++
  } else if (to - from > 1 && NATION.test(word(from))) {
    let fields = from + 1
    while (fields < to && FIELDS.has(word(fields).toLowerCase())) fields++
    if (fields === to) to = from + 1
  }
  return { from, to }
}

const isFields = (word: (i: number) => string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!FIELDS.has(word(i).toLowerCase())) return false
  return to > from
}

/** "Foreign Affairs of Serbia". */
function opensWithField(word: (i: number) => string, from: number, to: number): boolean {
  let at = from
  while (at < to && FIELDS.has(word(at).toLowerCase())) at++
  return at > from && at + 1 < to && (word(at) === 'of' || word(at) === 'for')
}

/** Countries and buildings, but for those whose names people bear. */
export const isState = (word: string): boolean =>
  !BORNE.has(word) && (countryNamed(word) !== null || countryOfMetonym(word) !== null)

const BORNE = new Set([
  'Jordan',
  'Chad',
  'Georgia',
  'Israel',
  'India',
  'Kenya',
  'Cuba',
  'Ireland',
  'France',
  'England',
  'Dominica',
  'Holland',
])

/** "Democrat", "Spokeswoman", "Candidates". */
const isRole = (word: string): boolean =>
  PEOPLES.has(word) || PEOPLES.has(`${word}s`) || SPOKESPEOPLE.has(word) || PARTS.has(word)

/** "Candidates", and the "Minority" of "Senate Minority Leader". */
const PARTS = new Set(['candidates', 'candidate', 'minority', 'majority'])
