/** The titles of a chain that tell who somebody is: offices and callings, not "Mr", "a woman" or what else stood beside the name. */

import type { Chain, Title } from '../../doc.ts'
import { OFFICES } from '../../mention-lexicon.ts'
import { firstFrom, type Span } from '../../span.ts'
import { HONORIFICS, SPOKESPEOPLE } from './noun-classes.ts'
import { isPossessive } from './noun-phrase.ts'
import { isPerson, isPlural, lemmaOf } from './nouns.ts'
import { phraseReading } from './phrase-reading.ts'
import { type SpeakerView, type ToldTitles, type Unit, unitsIn } from './speaker-view.ts'

/** True of anybody, or of the moment only. */
const PASSING = new Set(
  `man woman boy girl person child student rival opponent victim winner loser questioner widow reader caller speaker-
  suspect witness guest passenger buyer favourite favorite name hero self people other one`.split(/\s+/),
)

/** The nearest title before `at`, else the first after it; null where none tells anything. */
export function nearestTitle(view: SpeakerView, chain: Chain, at: number): Title | null {
  const { titles, roles } = tellingTitles(view, chain)
  const after = firstFrom(roles, at)
  return titles[after - 1] ?? titles[0] ?? null
}

/** The nearest before `at` with the same last word and an owner: "minister" after "Danish Foreign Minister". */
export function sameTitle(view: SpeakerView, chain: Chain, role: Span, at: number): Title | null {
  const last = lastWord(view, role)
  return (
    tellingTitles(view, chain).titles.findLast(
      (title) => title.of !== null && title.role.start < at && lastWord(view, title.role) === last,
    ) ?? null
  )
}

const lastWord = ({ doc }: SpeakerView, { start, end }: Span): string =>
  doc.text.slice(start, end).toLowerCase().split(/[\s-]/).at(-1)!

function tellingTitles(view: SpeakerView, chain: Chain): ToldTitles {
  const known = view.titles.get(chain.id)
  if (known !== undefined) return known
  const titles = chain.titles
    .flatMap((title) => attached(view, chain, title) ?? [])
    .filter(({ role }) => tells(unitsIn(view, role), chain))
    .map((title) =>
      title.of !== null && isPossessive(unitsIn(view, title.of)[0] ?? null) ? { ...title, of: null } : title,
    )
    .sort((a, b) => a.role.start - b.role.start)
  const telling = { titles, roles: titles.map(({ role }) => role) }
  view.titles.set(chain.id, telling)
  return telling
}

/** "Ann Bo, the minister", "the minister Ann Bo". */
const BESIDE = /^[,(]?\s?\(?$/
/** From a name to the description after its comma. */
const NEAR = 40

/**
 * The title as its own phrase has it, where it stands with the name; what a noun phrase elsewhere says rests on the chain
 * alone, and is no title of a named person. Null for those.
 */
function attached(view: SpeakerView, chain: Chain, title: Title): Title | null {
  if (chain.name === null) return title
  const { references } = chain
  const at = firstFrom(references, title.role.start + 1) - 1
  const reference = references[at]
  if (reference === undefined) return null
  if (title.role.end <= reference.end) {
    const { role, of } = phraseReading(unitsIn(view, reference)) ?? { role: null, of: null }
    const own = role === null ? null : { role, of }
    if (reference.form === 'name') return own
    const before = references[at - 1]
    const after = references[at + 1]
    const { text } = view.doc
    const isBeside =
      (before?.form === 'name' && BESIDE.test(text.slice(before.end, Math.min(reference.start, before.end + 4)))) ||
      (after?.form === 'name' && BESIDE.test(text.slice(reference.end, Math.min(after.start, reference.end + 4))))
    return isBeside ? (own ?? title) : null
  }
  const between = view.doc.text.slice(reference.end, Math.min(title.role.start, reference.end + NEAR + 1))
  return reference.form === 'name' && between.length <= NEAR && /^[,(]/.test(between) ? title : null
}

function tells(units: readonly Unit[], { kind, number }: Chain): boolean {
  const head = units.findLast(({ form }) => form !== '.')
  if (head === undefined || HONORIFICS.has(head.lower)) return false
  const noun = headOf(units) ?? head
  const lemma = lemmaOf(noun)
  if (PASSING.has(lemma)) return false
  if (isPlural(noun) && kind === 'person' && number !== 'many') return false
  return isPerson(noun) || OFFICES.has(noun.lower) || SPOKESPEOPLE.has(lemma)
}

/** "Secretary" of "Secretary of State". */
function headOf(units: readonly Unit[]): Unit | null {
  const preposition = units.findIndex(({ upos }) => upos === 'ADP')
  return preposition > 0 ? units[preposition - 1]! : null
}
