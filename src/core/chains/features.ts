/** What speaks for and against a noun or pronoun meaning a thing referred to before, as numbers of features. */
import type { ChainView } from './chain-view.ts'
import { type Entity, genderOf } from './entity.ts'
import { type AnaphorClass, numberOf } from './feature-names.ts'
import { type NounMatch, nobodyNounFeatures, nounFeatures } from './noun-features.ts'
import type { Phrase } from './phrase.ts'

/** A pronoun or noun, and what the text around it tells, the same for every candidate. */
export interface Anaphor {
  readonly phrase: Phrase
  readonly class: AnaphorClass
  /**
   * Token from which it looks back: behind one's own words ("…" he said) their first, for a long quotation puts nobody further
   * away.
   */
  readonly from: number
  readonly isSource: boolean
  readonly isSubject: boolean
  readonly isObject: boolean
  readonly isPossessive: boolean
  /** Who spoke last before it. */
  readonly lastSpeaker: Entity | null
  /** Who says what it stands in. */
  readonly speaker: Entity | null
  readonly isQuoted: boolean
  readonly gender: 'female' | 'male' | null
  /** The words of a noun phrase but for its article; empty for pronouns. */
  readonly wording: string
  readonly modifiers: ReadonlySet<string>
  readonly owners: ReadonlySet<string>
  /** Who the noun belongs to, by a possessive: "his spokesman". */
  readonly owner: Entity | null
  /** First thing referred to in the sentence before, and in this one. */
  readonly firstBefore: Entity | null
  readonly firstHere: Entity | null
}

/** How a candidate stands to the others. */
export interface Standing {
  /** How many were referred to later. */
  readonly rank: number
  readonly isMostFrequent: boolean
  /** How its nouns stand to the noun; `none` for pronouns. */
  readonly match: NounMatch
  /** No other in this sentence and the one before. */
  readonly isOnlyOneNear: boolean
  readonly isOnlyOneOfNoun: boolean
  readonly isOnlyOneOfRole: boolean
  /** No other of the kind of the noun in this sentence and the one before. */
  readonly isOnlyOneOfKind: boolean
}

const [s0, s3, s5, s9, s20] = ['s0', 's3', 's5', 's9', 's20'].map(numberOf) as [number, number, number, number, number]
const rank0 = numberOf('rank 0')
const sameBlock = numberOf('same block')
const once = numberOf('once')
const crossed = numberOf('s0, subject, name')
const FORM = { name: 0, nominal: 1, pronoun: 2 } as const
const form0 = numberOf('name')
const kindNumbers = new Map(
  ['person', 'organisation', 'place', 'publication', 'group', 'thing'].map((kind) => [kind, numberOf(kind)]),
)
const otherKind = numberOf('other kind')
const one = numberOf('one')
const many = numberOf('many')
const anyNumber = numberOf('any number')
const named = numberOf('named')
const notNamed = numberOf('not named')
const inHeadline = numberOf('in headline')
const mostFrequent = numberOf('most frequent')
const onlyOneNear = numberOf('only one near')
const subjectHere = numberOf('subject here')
const bothSubjects = numberOf('both subjects')
const insideAnother = numberOf('inside another')
const firstBefore = numberOf('first of sentence before')
const firstHere = numberOf('first of this sentence')
const speakerBeforeSpeaks = numberOf('speaker before, also speaks')
const speakerBefore = numberOf('speaker before')
const source = numberOf('source')
const sourceSpeaks = numberOf('source, also speaks')
const samePronoun = numberOf('same pronoun')
const genderKnown = numberOf('gender known')
const genderOpen = numberOf('gender open')
const genderWeak = numberOf('gender weak')
const genderAgainst = numberOf('gender against')
const ofItself = numberOf('would speak of itself')
const bothQuoted = numberOf('both quoted')
const sameQuotation = numberOf('same quotation')
const quotedHere = numberOf('quoted here')
const quotedThere = numberOf('quoted there')
const nothingQuoted = numberOf('nothing quoted')
const quotedSpeaker = numberOf('quoted speaker')
const reportedSpeaker = numberOf('reported speaker')
const clauseMate = numberOf('clause mate')
const possessiveInClause = numberOf('possessive in clause')
const nobody = numberOf('nobody')
const nobodySource = numberOf('nobody: source')
const nobodyQuoted = numberOf('nobody: quoted')
const nobodyNear = numberOf('nobody: none near')

/** Sentences away → feature. */
const distance = (away: number): number => (away < 3 ? s0 + away : away < 5 ? s3 : away < 9 ? s5 : away < 20 ? s9 : s20)
/** References so far → feature. */
const frequency = (count: number): number => once + (count < 3 ? count - 1 : count < 6 ? 2 : count < 12 ? 3 : 4)

export function featuresOf(view: ChainView, anaphor: Anaphor, entity: Entity, standing: Standing): number[] {
  const { phrase } = anaphor
  const last = entity.last!
  const here = last.head < anaphor.from ? anaphor.from : phrase.head
  const away = view.sentence[here]! - view.sentence[last.head]!
  const blocks = view.block[here]! - view.block[last.head]!
  const isSubject = entity.lastIsSubject
  const form = FORM[last.form]
  const features = [
    distance(away),
    rank0 + Math.min(3, standing.rank),
    sameBlock + Math.min(2, blocks),
    form0 + form,
    frequency(entity.phrases.length),
    entity.names > 0 ? named : notNamed,
    (entity.kind === null ? undefined : kindNumbers.get(entity.kind)) ?? otherKind,
    entity.number === null ? anyNumber : entity.number === 'one' ? one : many,
    crossed + Math.min(2, away) * 6 + (isSubject ? 0 : 3) + form,
  ]
  if (isSubject) {
    features.push(subjectHere + Math.min(2, away))
    if (anaphor.isSubject) features.push(bothSubjects)
  }
  if (standing.isMostFrequent) features.push(mostFrequent)
  if (standing.isOnlyOneNear) features.push(onlyOneNear)
  if (last.inside) features.push(insideAnother)
  if (entity === anaphor.firstBefore) features.push(firstBefore)
  if (entity === anaphor.firstHere) features.push(firstHere)
  if (entity === anaphor.lastSpeaker) features.push(anaphor.isSource ? speakerBeforeSpeaks : speakerBefore)
  else if (view.sourceOf[last.head]! >= 0) features.push(anaphor.isSource ? sourceSpeaks : source)
  if (form === 2 && last.noun === phrase.noun) features.push(samePronoun)
  if (anaphor.gender !== null && entity.kind === 'person') features.push(genderFeature(entity, anaphor.gender))
  if (view.block[entity.phrases[0]!.head] === 0) features.push(inHeadline)
  quoted(view, anaphor, last, features)
  if (entity === anaphor.speaker) features.push(anaphor.isQuoted ? quotedSpeaker : reportedSpeaker)
  if (anaphor.isSource && entity.quotedIn >= 0 && entity.quotedIn === view.sourceOf[phrase.head])
    features.push(ofItself)
  if (away === 0 && isSubject && (anaphor.isObject || anaphor.isPossessive)) {
    if (verbsBetween(view, last.to, phrase.from) === 1)
      features.push(anaphor.isObject ? clauseMate : possessiveInClause)
  }
  if (phrase.form === 'nominal') nounFeatures(anaphor, entity, standing, features)
  return features
}

function genderFeature(entity: Entity, gender: 'female' | 'male'): number {
  if (genderOf(entity) === gender) return genderKnown
  const [own, other] = gender === 'female' ? [entity.female, entity.male] : [entity.male, entity.female]
  return own > other ? genderWeak : own < other ? genderAgainst : genderOpen
}

function quoted(view: ChainView, { phrase, isQuoted }: Anaphor, last: Phrase, features: number[]): void {
  const there = view.quotation[last.head]!
  if (!isQuoted) features.push(there >= 0 ? quotedThere : nothingQuoted)
  else if (there < 0) features.push(quotedHere)
  else features.push(there === view.quotation[phrase.head] ? sameQuotation : bothQuoted)
}

function verbsBetween(view: ChainView, from: number, to: number): number {
  let verbs = 0
  for (let at = from; at < to && at - from < 40; at++) if (view.upos[at] === 'VERB') verbs++
  return verbs
}

/** Features of nobody among the candidates being meant. */
export function nobodyFeatures(view: ChainView, anaphor: Anaphor, nearest: Entity): number[] {
  const { phrase } = anaphor
  const features = [nobody]
  if (anaphor.isSource) features.push(nobodySource)
  if (anaphor.isQuoted) features.push(nobodyQuoted)
  if (view.sentence[anaphor.from]! - view.sentence[nearest.last!.head]! > 2) features.push(nobodyNear)
  if (phrase.form === 'nominal') nobodyNounFeatures(view, anaphor, features)
  return features
}
