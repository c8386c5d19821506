/** What speaks for and against a noun or pronoun meaning a thing named before, as numbers into one table of weights. */
import type { ChainView } from './chain-view.ts'
import { type Entity, genderOf } from './entity.ts'
import type { Phrase } from './phrase.ts'
import { sameRole } from './role-nouns.ts'

export const CLASSES = ['he', 'they', 'it', 'noun'] as const
export type AnaphorClass = (typeof CLASSES)[number]

/** In the order of their numbers. */
export const FEATURES = [
  ...['s0', 's1', 's2', 's3', 's5', 's9', 's20'],
  ...['rank 0', 'rank 1', 'rank 2', 'rank 3'],
  ...['same block', 'block before', 'far block'],
  ...['subject here', 'subject before', 'subject further', 'first of sentence before', 'first of this sentence'],
  ...['speaker before, also speaks', 'speaker before', 'source', 'source, also speaks'],
  ...['name', 'nominal', 'pronoun', 'same pronoun'],
  ...['gender known', 'gender open', 'gender weak'],
  ...['once', 'twice', 'some', 'often', 'most'],
  ...['named', 'not named', 'in headline'],
  ...['person', 'organisation', 'place', 'publication', 'group', 'thing', 'other kind'],
  ...['one', 'many', 'any number'],
  ...['both quoted', 'quoted here', 'quoted there', 'nothing quoted'],
  ...['quoted speaker', 'reported speaker'],
  ...['clause mate', 'possessive in clause'],
  ...['same noun', 'same role', 'other role', 'no role', 'noun in name'],
  ...['modifier shared', 'modifier differs'],
  ...['owner shared', 'owner differs', 'owner on one side'],
  ...['same kind', 'different kind'],
  ...['the', 'this', 'possessive', 'bare'],
  ...['same noun, nothing differs', 'same role, nothing differs', 'same noun, differs', 'no role, definite'],
  ...['owned by itself'],
  ...[
    'nobody',
    'nobody: source',
    'nobody: none near',
    'nobody: quoted',
    'nobody: plural',
    'nobody: owner',
    'nobody: modifier',
    'nobody: headline',
  ],
  ...['nobody: the', 'nobody: this', 'nobody: possessive', 'nobody: bare'],
  ...['nobody: person', 'nobody: organisation', 'nobody: publication', 'nobody: place', 'nobody: thing'],
] as const
type Feature = (typeof FEATURES)[number]

const numbers = new Map<string, number>(FEATURES.map((name, index) => [name, index]))
const N = Object.fromEntries(numbers) as Readonly<Record<Feature, number>>

/** What the text around an anaphor tells, the same for every candidate. */
export interface Anaphor {
  readonly phrase: Phrase
  readonly class: AnaphorClass
  readonly isSource: boolean
  readonly isObject: boolean
  readonly isPossessive: boolean
  /** Who spoke last before it. */
  readonly lastSpeaker: Entity | null
  /** Who says what it stands in. */
  readonly speaker: Entity | null
  readonly isQuoted: boolean
  readonly gender: 'female' | 'male' | null
  readonly modifiers: ReadonlySet<string>
  readonly owners: ReadonlySet<string>
  /** Who the noun belongs to, by a possessive: "his spokesman". */
  readonly owner: Entity | null
  /** First thing referred to in the sentence before, and in this one. */
  readonly firstBefore: Entity | null
  readonly firstHere: Entity | null
}

/** Sentences away → feature. */
const distance = (away: number): number =>
  away < 3 ? N.s0 + away : away < 5 ? N.s3 : away < 9 ? N.s5 : away < 20 ? N.s9 : N.s20

export function featuresOf(
  view: ChainView,
  anaphor: Anaphor,
  entity: Entity,
  rank: number,
  isSubject: (phrase: Phrase) => boolean,
): number[] {
  const { phrase } = anaphor
  const last = entity.last!
  const away = view.sentence[phrase.head]! - view.sentence[last.head]!
  const blocks = view.block[phrase.head]! - view.block[last.head]!
  const subject = isSubject(last)
  const features = [
    distance(away),
    N['rank 0'] + Math.min(3, rank),
    N['same block'] + Math.min(2, blocks),
    N[last.form],
    N.once +
      (entity.phrases.length < 3
        ? entity.phrases.length - 1
        : entity.phrases.length < 6
          ? 2
          : entity.phrases.length < 12
            ? 3
            : 4),
    entity.names > 0 ? N.named : N['not named'],
    kindFeature(entity),
    entity.number === null ? N['any number'] : N[entity.number],
  ]
  if (subject) features.push(away === 0 ? N['subject here'] : away === 1 ? N['subject before'] : N['subject further'])
  if (entity === anaphor.firstBefore) features.push(N['first of sentence before'])
  if (entity === anaphor.firstHere) features.push(N['first of this sentence'])
  const spoke = entity === anaphor.lastSpeaker
  if (spoke) features.push(anaphor.isSource ? N['speaker before, also speaks'] : N['speaker before'])
  else if (view.sourceOf[last.head]! >= 0) features.push(anaphor.isSource ? N['source, also speaks'] : N.source)
  if (last.form === 'pronoun' && last.noun === phrase.noun) features.push(N['same pronoun'])
  if (anaphor.gender !== null && entity.kind === 'person') {
    const weight = anaphor.gender === 'female' ? entity.female : entity.male
    features.push(genderOf(entity) === null ? N['gender open'] : weight >= 1 ? N['gender known'] : N['gender weak'])
  }
  if (view.block[entity.phrases[0]!.head] === 0) features.push(N['in headline'])
  const quotedThere = view.quotation[last.head]! >= 0
  features.push(
    anaphor.isQuoted
      ? quotedThere
        ? N['both quoted']
        : N['quoted here']
      : quotedThere
        ? N['quoted there']
        : N['nothing quoted'],
  )
  if (entity === anaphor.speaker) features.push(anaphor.isQuoted ? N['quoted speaker'] : N['reported speaker'])
  if (away === 0 && subject && verbsBetween(view, last.to, phrase.from) === 1) {
    if (anaphor.isObject) features.push(N['clause mate'])
    else if (anaphor.isPossessive) features.push(N['possessive in clause'])
  }
  if (phrase.form === 'nominal') nominalFeatures(anaphor, entity, features)
  return features
}

function kindFeature({ kind }: Entity): number {
  return kind !== null && kind in N ? N[kind as Feature] : N['other kind']
}

function nominalFeatures({ phrase, modifiers, owners, owner }: Anaphor, entity: Entity, features: number[]): void {
  const same = entity.nouns.has(phrase.noun)
  const role = same || some(entity.nouns, (noun) => sameRole(noun, phrase.noun))
  const inName = entity.nameWords.has(phrase.noun)
  features.push(same ? N['same noun'] : role ? N['same role'] : entity.nouns.size > 0 ? N['other role'] : N['no role'])
  if (inName) features.push(N['noun in name'])
  const known = (word: string): boolean =>
    entity.modifiers.has(word) || entity.nameWords.has(word) || entity.owners.has(word)
  const shares = modifiers.size > 0 && some(modifiers, known)
  const differs = modifiers.size > 0 && !shares && entity.modifiers.size > 0
  if (shares) features.push(N['modifier shared'])
  if (differs) features.push(N['modifier differs'])
  const ownerShared = some(owners, (owner) => entity.owners.has(owner) || entity.nameWords.has(owner))
  const ownerDiffers = owners.size > 0 && entity.owners.size > 0 && !ownerShared
  if (ownerShared) features.push(N['owner shared'])
  else if (ownerDiffers) features.push(N['owner differs'])
  else if (owners.size > 0) features.push(N['owner on one side'])
  const sameKind = entity.kind === phrase.kind
  features.push(sameKind ? N['same kind'] : N['different kind'])
  features.push(
    phrase.determiner === 'the'
      ? N.the
      : phrase.determiner === 'this'
        ? N.this
        : phrase.determiner === 'possessive'
          ? N.possessive
          : N.bare,
  )
  const nothingDiffers = !differs && !ownerDiffers
  if (same) features.push(nothingDiffers ? N['same noun, nothing differs'] : N['same noun, differs'])
  else if (role && nothingDiffers) features.push(N['same role, nothing differs'])
  else if (!role && !inName && phrase.determiner === 'the') features.push(N['no role, definite'])
  if (owner === entity) features.push(N['owned by itself'])
}

const some = (set: ReadonlySet<string>, test: (word: string) => boolean): boolean => {
  for (const word of set) if (test(word)) return true
  return false
}

function verbsBetween(view: ChainView, from: number, to: number): number {
  let verbs = 0
  for (let at = from; at < to && at - from < 40; at++) if (view.upos[at] === 'VERB') verbs++
  return verbs
}

/** Features of nobody among the candidates being meant. */
export function nobodyFeatures(
  view: ChainView,
  { phrase, isSource, isQuoted, modifiers, owners }: Anaphor,
  nearest: Entity | null,
): number[] {
  const features = [N.nobody]
  if (isSource) features.push(N['nobody: source'])
  if (isQuoted) features.push(N['nobody: quoted'])
  if (nearest === null || view.sentence[phrase.head]! - view.sentence[nearest.last!.head]! > 2)
    features.push(N['nobody: none near'])
  if (phrase.form !== 'nominal') return features
  if (phrase.number === 'many') features.push(N['nobody: plural'])
  if (owners.size > 0) features.push(N['nobody: owner'])
  if (modifiers.size > 0) features.push(N['nobody: modifier'])
  if (view.block[phrase.head] === 0) features.push(N['nobody: headline'])
  features.push(
    phrase.determiner === 'the'
      ? N['nobody: the']
      : phrase.determiner === 'this'
        ? N['nobody: this']
        : phrase.determiner === 'possessive'
          ? N['nobody: possessive']
          : N['nobody: bare'],
  )
  const kind = phrase.kind
  if (kind === 'person' || kind === 'organisation' || kind === 'publication' || kind === 'place' || kind === 'thing')
    features.push(N[`nobody: ${kind}`])
  return features
}
