/** One noun phrase cut into its parts: article, owner, what stands before the head, the head, what stands after it. */
import type { Span } from '../../span.ts'
import { BOUNDS } from './noun-classes.ts'
import { isPerson, isPlural } from './nouns.ts'
import type { Unit } from './speaker-view.ts'

export interface NounPhrase extends Span {
  readonly units: readonly Unit[]
  /** Article, demonstrative, possessive pronoun or quantifier. */
  readonly determiner: Unit | null
  /** "the ministry" in "the ministry's spokeswoman". */
  readonly owner: readonly Unit[]
  readonly before: readonly Unit[]
  /** Null for "some" and "the former". */
  readonly head: Unit | null
  /** Prepositions and adjectives with all that hangs on them. */
  readonly after: readonly Unit[]
}

const POSSESSIVES = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their', 'whose'])
/** In the list of people, but adjectives after a noun: "people responsible for it". */
const KNOWN_ADJECTIVES = new Set(
  'able responsible ill sick able present concerned involved eligible interested available familiar close public critical'.split(
    ' ',
  ),
)
const QUANTIFIERS = new Set(
  'some many several few most all both any each every no another various numerous other others'.split(' '),
)
/** Participles that go with people who know. */
const KNOWING = new Set('briefed involved informed acquainted privy'.split(' '))

export const isPossessive = (unit: Unit | null): boolean => unit !== null && POSSESSIVES.has(unit.lower)

/** @param units of one segment; brackets, commas and relative clauses are cut off before. */
export function nounPhraseOf(units: readonly Unit[]): NounPhrase | null {
  if (units.length === 0) return null
  let from = 0
  const first = units[0]!
  const isDeterminer =
    first.mention === null && (first.upos === 'DET' || isPossessive(first) || QUANTIFIERS.has(first.lower))
  if (isDeterminer && units.length > 1) from = 1
  let owner: readonly Unit[] = []
  let ownerFrom = 0
  let head = -1
  let at = from
  for (; at < units.length; at++) {
    const unit = units[at]!
    if (isGenitive(unit) && at > 0) {
      if (at + 1 >= units.length) break
      owner = units.slice(ownerFrom, at)
      ownerFrom = at + 1
      from = at + 1
      head = -1
      continue
    }
    if (unit.upos === 'NUM' && unit.mention === null && head >= 0 && units[head]!.upos === 'PROPN') continue
    if (head >= 0 && unit.upos === 'PRON' && unit.mention === null && !isPossessive(unit)) break
    if (
      (canHead(unit) || isNominalised(unit, units[at + 1])) &&
      !(head >= 0 && unit.upos === 'NUM' && units[head]!.upos !== 'NUM')
    )
      head = at
    else if (head >= 0 && endsBase(units, at)) break
    else if (head < 0 && unit.upos === 'ADP' && at > 0 && !BOUNDS.has(unit.lower)) break
  }
  return {
    start: first.start,
    end: units.at(-1)!.end,
    units,
    determiner: isDeterminer ? first : null,
    owner,
    before: units.slice(from, head < 0 ? at : head),
    head: head < 0 ? null : units[head]!,
    after: units.slice(head < 0 ? at : head + 1),
  }
}

const isGenitive = ({ form, upos }: Unit): boolean =>
  (form === "'s" || form === '’s' || form === "'" || form === '’') && (upos === 'PART' || upos === 'PUNCT')

export const canHead = ({ upos, mention }: Unit): boolean =>
  mention !== null || upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM'

/** "A Carrier executive": adjectives that are people where no noun follows. */
const isNominalised = (unit: Unit, next: Unit | undefined): boolean =>
  unit.upos === 'ADJ' &&
  (next === undefined || !(canHead(next) || next.upos === 'ADJ')) &&
  isPerson(unit) &&
  !KNOWN_ADJECTIVES.has(unit.lower)

/** Is the head behind us? Full stops of abbreviations, hyphens and adjectives before further nouns are not the end. */
function endsBase(units: readonly Unit[], at: number): boolean {
  const { form, upos } = units[at]!
  if (form === '.' || form === '-' || form === '/' || form === '&') return at + 1 >= units.length
  if (upos === 'VERB') return !isModifier(units, at)
  if (upos !== 'ADJ' && upos !== 'CCONJ') return true
  let next = at + 1
  while (next < units.length && (units[next]!.upos === 'ADJ' || units[next]!.upos === 'CCONJ')) next++
  return next >= units.length || !canHead(units[next]!)
}

/** "Registered voters", "press secretary", "lobbying records", whatever their first word is taken for. */
export function isModifier(units: readonly Unit[], at: number): boolean {
  const last = units[at - 1]
  const next = units[at + 1]
  if (next === undefined || next.upos !== 'NOUN' || next.mention !== null || last === undefined) return false
  return last.upos !== 'PRON' && !(last.mention === null && last.upos === 'NOUN' && isPlural(last))
}

export const isKnowing = ({ lower }: Unit): boolean => KNOWING.has(lower)
