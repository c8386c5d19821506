/** What speaks for and against a noun ("the minister") meaning a thing referred to before. */
import type { ChainView } from './chain-view.ts'
import type { Entity } from './entity.ts'
import { numberOf } from './feature-names.ts'
import type { Anaphor, Standing } from './features.ts'
import type { Phrase } from './phrase.ts'
import { sameRole } from './role-nouns.ts'

/** How the nouns of a thing stand to a noun. */
export type NounMatch = 'same' | 'role' | 'other' | 'none'

export function nounMatch(entity: Entity, noun: string): NounMatch {
  if (entity.nouns.has(noun)) return 'same'
  for (const other of entity.nouns) if (sameRole(other, noun)) return 'role'
  return entity.nouns.size > 0 ? 'other' : 'none'
}

const MATCH = {
  same: numberOf('same noun'),
  role: numberOf('same role'),
  other: numberOf('other role'),
  none: numberOf('no role'),
} as const
const DETERMINER: Readonly<Record<Phrase['determiner'], string>> = {
  the: 'the',
  this: 'this',
  possessive: 'possessive',
  none: 'bare',
  a: 'bare',
  quantifier: 'bare',
}

export function nounFeatures(
  { phrase, wording, modifiers, owners, owner }: Anaphor,
  entity: Entity,
  standing: Standing,
  features: number[],
): void {
  const match = nounMatch(entity, phrase.noun)
  features.push(MATCH[match])
  const inName = entity.nameWords.has(phrase.noun)
  if (inName) features.push(numberOf('noun in name'))
  const known = (word: string): boolean =>
    entity.modifiers.has(word) || entity.nameWords.has(word) || entity.owners.has(word)
  const shares = some(modifiers, known)
  const differs = modifiers.size > 0 && !shares && entity.modifiers.size > 0
  if (shares) features.push(numberOf('modifier shared'))
  if (differs) features.push(numberOf('modifier differs'))
  const ownerShared = some(owners, (word) => entity.owners.has(word) || entity.nameWords.has(word))
  const ownerDiffers = owners.size > 0 && entity.owners.size > 0 && !ownerShared
  if (ownerShared) features.push(numberOf('owner shared'))
  else if (ownerDiffers) features.push(numberOf('owner differs'))
  else if (owners.size > 0) features.push(numberOf('owner on one side'))
  features.push(numberOf(entity.kind === phrase.kind ? 'same kind' : 'different kind'))
  features.push(numberOf(DETERMINER[phrase.determiner]))
  const nothingDiffers = !differs && !ownerDiffers
  if (match === 'same') features.push(numberOf(nothingDiffers ? 'same noun, nothing differs' : 'same noun, differs'))
  else if (match === 'role' && nothingDiffers) features.push(numberOf('same role, nothing differs'))
  else if (match !== 'role' && !inName && phrase.determiner === 'the') features.push(numberOf('no role, definite'))
  if (match === 'same' && entity.wordings.has(wording)) features.push(numberOf('same words'))
  if (match === 'same' && ownerShared) features.push(numberOf('same noun, same owner'))
  if (standing.isOnlyOneOfNoun) features.push(numberOf('only one of the noun'))
  if (standing.isOnlyOneOfRole) features.push(numberOf('only one of the role'))
  kindFeatures(phrase, entity, features)
  if (standing.isOnlyOneOfKind) features.push(numberOf('only one of the kind near'))
  if (owner === entity) features.push(numberOf('owned by itself'))
}

const COUNTRY_NOUNS = new Set(['country', 'nation', 'state', 'republic'])
const TOWN_NOUNS = new Set(['city', 'town', 'capital', 'village'])
/** Nouns that any body may go by. */
const BODY_NOUNS = new Set(
  'organisation organization group body agency company firm party government team institution'.split(' '),
)

function kindFeatures({ noun, kind }: Phrase, entity: Entity, features: number[]): void {
  if (entity.names === 0) return
  if (COUNTRY_NOUNS.has(noun))
    features.push(numberOf(entity.isCountry ? 'country for a country' : 'country for another'))
  else if (TOWN_NOUNS.has(noun) && entity.kind === 'place') {
    features.push(numberOf(entity.isCountry ? 'town for a country' : 'town for a place'))
  } else if (BODY_NOUNS.has(noun) && entity.kind === 'organisation') features.push(numberOf('any body'))
  else if (kind === 'publication' && entity.kind === 'publication') features.push(numberOf('any outlet'))
}

const some = (set: ReadonlySet<string>, test: (word: string) => boolean): boolean => {
  for (const word of set) if (test(word)) return true
  return false
}

export function nobodyNounFeatures(view: ChainView, { phrase, modifiers, owners }: Anaphor, features: number[]): void {
  if (phrase.number === 'many') features.push(numberOf('nobody: plural'))
  if (owners.size > 0) features.push(numberOf('nobody: owner'))
  if (modifiers.size > 0) features.push(numberOf('nobody: modifier'))
  if (view.block[phrase.head] === 0) features.push(numberOf('nobody: headline'))
  features.push(numberOf(`nobody: ${DETERMINER[phrase.determiner]}`))
  const { kind } = phrase
  if (kind !== null && kind !== 'product' && kind !== 'event') features.push(numberOf(`nobody: ${kind}`))
}
