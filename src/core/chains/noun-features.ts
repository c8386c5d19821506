/** What speaks for and against a noun ("the minister") meaning a thing referred to before. */
import type { ChainView } from './chain-view.ts'
import type { Entity } from './entity.ts'
import { numberOf } from './feature-names.ts'
import type { Anaphor, Standing } from './features.ts'
import type { Phrase } from './phrase.ts'
import { sameRole } from './role-nouns.ts'

/** How the nouns of a thing stand to a noun. */
export type NounMatch = 'same' | 'role' | 'other' | 'none'

/** @param office of two words that the noun ends; null where it does not. */
export function nounMatch(entity: Entity, noun: string, office: string | null): NounMatch {
  if (entity.nouns.has(noun)) return 'same'
  const own = office ?? noun
  for (const other of entity.nouns) if (sameRole(other, own)) return 'role'
  for (const other of entity.offices) if (sameRole(other, own)) return 'role'
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

/** Looked up once: every candidate of every noun asks. */
const N = {
  'noun in name': numberOf('noun in name'),
  'modifier shared': numberOf('modifier shared'),
  'modifier differs': numberOf('modifier differs'),
  'owner shared': numberOf('owner shared'),
  'owner differs': numberOf('owner differs'),
  'owner on one side': numberOf('owner on one side'),
  'same role, nothing differs': numberOf('same role, nothing differs'),
  'no role, definite': numberOf('no role, definite'),
  'same words': numberOf('same words'),
  'same noun, same owner': numberOf('same noun, same owner'),
  'only one of the noun': numberOf('only one of the noun'),
  'only one of the role': numberOf('only one of the role'),
  'only one of the kind near': numberOf('only one of the kind near'),
  'owned by itself': numberOf('owned by itself'),
  'any body': numberOf('any body'),
  'any outlet': numberOf('any outlet'),
  'nobody: plural': numberOf('nobody: plural'),
  'nobody: owner': numberOf('nobody: owner'),
  'nobody: modifier': numberOf('nobody: modifier'),
  'nobody: headline': numberOf('nobody: headline'),
  'same kind': numberOf('same kind'),
  'different kind': numberOf('different kind'),
  'same noun, nothing differs': numberOf('same noun, nothing differs'),
  'same noun, differs': numberOf('same noun, differs'),
  'country for a country': numberOf('country for a country'),
  'country for another': numberOf('country for another'),
  'town for a country': numberOf('town for a country'),
  'town for a place': numberOf('town for a place'),
}
const DETERMINER_NUMBERS = {
  the: numberOf('the'),
  this: numberOf('this'),
  possessive: numberOf('possessive'),
  none: numberOf('bare'),
  a: numberOf('bare'),
  quantifier: numberOf('bare'),
}

export function nounFeatures(
  { phrase, wording, modifiers, owners, owner }: Anaphor,
  entity: Entity,
  standing: Standing,
  features: number[],
): void {
  const { match } = standing
  features.push(MATCH[match])
  const inName = entity.nameWords.has(phrase.noun)
  if (inName) features.push(N['noun in name'])
  const known = (word: string): boolean =>
    entity.modifiers.has(word) || entity.nameWords.has(word) || entity.owners.has(word)
  const shares = some(modifiers, known)
  const differs = modifiers.size > 0 && !shares && entity.modifiers.size > 0
  if (shares) features.push(N['modifier shared'])
  if (differs) features.push(N['modifier differs'])
  const ownerShared = some(owners, (word) => entity.owners.has(word) || entity.nameWords.has(word))
  const ownerDiffers = owners.size > 0 && entity.owners.size > 0 && !ownerShared
  if (ownerShared) features.push(N['owner shared'])
  else if (ownerDiffers) features.push(N['owner differs'])
  else if (owners.size > 0) features.push(N['owner on one side'])
  features.push(entity.kind === phrase.kind ? N['same kind'] : N['different kind'])
  features.push(DETERMINER_NUMBERS[phrase.determiner])
  const nothingDiffers = !differs && !ownerDiffers
  if (match === 'same') features.push(nothingDiffers ? N['same noun, nothing differs'] : N['same noun, differs'])
  else if (match === 'role' && nothingDiffers) features.push(N['same role, nothing differs'])
  else if (match !== 'role' && !inName && phrase.determiner === 'the') features.push(N['no role, definite'])
  if (match === 'same' && entity.wordings.has(wording)) features.push(N['same words'])
  if (match === 'same' && ownerShared) features.push(N['same noun, same owner'])
  if (standing.isOnlyOneOfNoun) features.push(N['only one of the noun'])
  if (standing.isOnlyOneOfRole) features.push(N['only one of the role'])
  kindFeatures(phrase, entity, features)
  if (standing.isOnlyOneOfKind) features.push(N['only one of the kind near'])
  if (owner === entity) features.push(N['owned by itself'])
}

const COUNTRY_NOUNS = new Set(['country', 'nation', 'state', 'republic'])
const TOWN_NOUNS = new Set(['city', 'town', 'capital', 'village'])
/** Nouns that any body may go by. */
const BODY_NOUNS = new Set(
  'organisation organization group body agency company firm party government team institution'.split(' '),
)

function kindFeatures({ noun, kind }: Phrase, entity: Entity, features: number[]): void {
  if (entity.names === 0) return
  if (COUNTRY_NOUNS.has(noun)) features.push(entity.isCountry ? N['country for a country'] : N['country for another'])
  else if (TOWN_NOUNS.has(noun) && entity.kind === 'place') {
    features.push(entity.isCountry ? N['town for a country'] : N['town for a place'])
  } else if (BODY_NOUNS.has(noun) && entity.kind === 'organisation') features.push(N['any body'])
  else if (kind === 'publication' && entity.kind === 'publication') features.push(N['any outlet'])
}

const some = (set: ReadonlySet<string>, test: (word: string) => boolean): boolean => {
  for (const word of set) if (test(word)) return true
  return false
}

export function nobodyNounFeatures(view: ChainView, { phrase, modifiers, owners }: Anaphor, features: number[]): void {
  if (phrase.number === 'many') features.push(N['nobody: plural'])
  if (owners.size > 0) features.push(N['nobody: owner'])
  if (modifiers.size > 0) features.push(N['nobody: modifier'])
  if (view.block[phrase.head] === 0) features.push(N['nobody: headline'])
  features.push(numberOf(`nobody: ${DETERMINER[phrase.determiner]}`))
  const { kind } = phrase
  if (kind !== null && kind !== 'product' && kind !== 'event') features.push(numberOf(`nobody: ${kind}`))
}
