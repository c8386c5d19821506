/** Two passages side by side: what they share, what one of them has alone, and how the shared part is meant in each. */
import { soundOf } from '../../register/sound-of.ts'
import type { Clause, Modality } from '../../wording/clauses.ts'
import { antonymsOf } from '../../wording/concepts.ts'
import { type Opposition, oppositesOf, sensesOf, shareSense } from '../../wording/synonyms.ts'
import type { Word } from '../../wording/words-of.ts'
import type { LinkableView, Passage, Unit } from '../linkable-view.ts'
import { type NumberPair, numberPairs, quantitiesIn } from './numbers.ts'

export interface Shared {
  readonly a: Unit
  readonly b: Unit
  readonly weight: number
}

export interface Comparison {
  readonly a: LinkableView
  readonly b: LinkableView
  readonly passageA: Passage
  readonly passageB: Passage
  readonly shared: readonly Shared[]
  readonly onlyA: readonly Unit[]
  readonly onlyB: readonly Unit[]
  /** Weight of what is shared. */
  readonly weight: number
  /** Share of each that the other has too, 0 to 1. */
  readonly coverA: number
  readonly coverB: number
  /** The clauses that share most. */
  readonly clauseA: Clause | null
  readonly clauseB: Clause | null
  /** Words that exclude each other: "rose", "fell". */
  readonly opposites: readonly Shared[]
  readonly numbers: readonly NumberPair[]
  readonly polarity: Polarity
}

/** Weight of common words without which two statements have nothing to do with each other. */
const LEAST_SHARED = 0.3

/**
 * Null where what they share weighs less than `least`. Most pairs of candidates end here: what costs more comes behind. Compares the
 * wholes or, of long contents, the sentences that fit best.
 */
export function compare(a: LinkableView, b: LinkableView, least: number): Comparison | null {
  const [passageA, passageB] = bestPassages(a, b)
  const shared: Shared[] = []
  const onlyA: Unit[] = []
  let onlyB: Unit[] = []
  let weight = 0
  for (const [concept, unit] of passageA.units) {
    const other = passageB.units.get(concept)
    if (other === undefined) onlyA.push(unit)
    else {
      const worth = Math.min(unit.weight, other.weight)
      shared.push({ a: unit, b: other, weight: worth })
      weight += worth
    }
  }
  for (const [concept, unit] of passageB.units) if (!passageA.units.has(concept)) onlyB.push(unit)
  if (weight < LEAST_SHARED && (a.quantities.length === 0 || b.quantities.length === 0)) return null
  const alike = likenesses(a, b, onlyA, onlyB)
  for (const pair of alike) {
    shared.push(pair)
    weight += pair.weight
  }
  const restA = alike.length === 0 ? onlyA : onlyA.filter((unit) => !alike.some((pair) => pair.a === unit))
  if (alike.length > 0) onlyB = onlyB.filter((unit) => !alike.some((pair) => pair.b === unit))
  const opposites = oppositesIn(a, b, restA, onlyB)
  // Opposites tell of one matter: which way each has it, `polarityOf` tells.
  for (const pair of opposites) weight += pair.weight
  const numbers = numberPairs(a, b, passageA, passageB)
  weight += numbers.filter(({ agree, a: one }) => agree && one.unit !== 'date').length * NUMBER_WEIGHT
  if (weight < least) return null
  const [clauseA, clauseB] = mainClauses(a, b, [...shared, ...opposites])
  return {
    a,
    b,
    passageA,
    passageB,
    shared,
    onlyA: restA,
    onlyB,
    weight,
    coverA: Math.min(1, weight / (weightOf(a, passageA) || 1)),
    coverB: Math.min(1, weight / (weightOf(b, passageB) || 1)),
    numbers,
    clauseA,
    clauseB,
    opposites,
    polarity: polarityOf(a, b, shared, opposites, clauseA, clauseB),
  }
}

/** What a number counts beside words. */
const NUMBER_WEIGHT = 0.8

/** Of a passage, its numbers included. */
export const weightOf = (view: LinkableView, passage: Passage): number =>
  passage.weight + quantitiesIn(view, passage).filter(({ unit }) => unit !== 'date').length * NUMBER_WEIGHT

/** The whole of both unless a sentence of a long one fits clearly better. */
function bestPassages(a: LinkableView, b: LinkableView): readonly [Passage, Passage] {
  const whole: readonly [Passage, Passage] = [a.passages[0]!, b.passages[0]!]
  if (a.passages.length === 1 && b.passages.length === 1) return whole
  let best = whole
  let bestFit = fit(whole[0], whole[1]) + 0.1
  for (const one of a.passages) {
    for (const other of b.passages) {
      if (one === whole[0] && other === whole[1]) continue
      const fits = fit(one, other)
      if (fits > bestFit) {
        bestFit = fits
        best = [one, other]
      }
    }
  }
  return best
}

/** Share of the smaller of both, less for what is said in a few words. */
function fit(one: Passage, other: Passage): number {
  const [few, many] = one.units.size <= other.units.size ? [one, other] : [other, one]
  let weight = 0
  for (const [concept, unit] of few.units) if (many.units.has(concept)) weight += unit.weight
  if (weight < 2) return 0
  return (2 * weight) / (few.weight + many.weight + 1)
}

/** What a dictionary's synonym is worth beside the same word. */
const SYNONYM = 0.8

/** Names that nothing but their spelling parts ("Zelensky", "Zelenskyy"), and words that a dictionary has for one another. */
function likenesses(a: LinkableView, b: LinkableView, onlyA: readonly Unit[], onlyB: readonly Unit[]): Shared[] {
  const found: Shared[] = []
  const taken = new Set<Unit>()
  for (const one of onlyA) {
    if (one.kind === 'place' || one.kind === 'time') continue
    const word = a.words[one.from]!
    const senses = sensesOf(word.stem)
    if (senses === undefined && !word.capital) continue
    for (const other of onlyB) {
      if (other.kind === 'place' || other.kind === 'time' || taken.has(other)) continue
      const match = b.words[other.from]!
      const areAlike = senses !== undefined && word.stem !== match.stem && shareSense(senses, sensesOf(match.stem))
      const worth = areSpellings(word, match) ? 1 : areAlike ? SYNONYM : 0
      if (worth === 0) continue
      found.push({ a: one, b: other, weight: Math.max(one.weight, other.weight) * worth })
      taken.add(other)
      break
    }
  }
  return found
}

const areSpellings = (one: Word, other: Word): boolean =>
  one.capital &&
  other.capital &&
  one.form[0] === other.form[0] &&
  one.form.length > 3 &&
  other.form.length > 3 &&
  soundOf(one.form)[0] === soundOf(other.form)[0]

function mainClauses(
  a: LinkableView,
  b: LinkableView,
  shared: readonly Shared[],
): readonly [Clause | null, Clause | null] {
  const weights = new Map<number, number>()
  let best = -1
  let bestWeight = 0
  for (const pair of shared) {
    const key = pair.a.clause * 1000 + pair.b.clause
    // What holds under a condition is the matter, not the condition.
    const isCondition = a.clauses.clauses[pair.a.clause]!.conditional || b.clauses.clauses[pair.b.clause]!.conditional
    const weight = (weights.get(key) ?? 0) + pair.weight * (isCondition ? 0.2 : 1)
    weights.set(key, weight)
    if (weight > bestWeight) {
      bestWeight = weight
      best = key
    }
  }
  if (best === -1) return [null, null]
  return [a.clauses.clauses[Math.floor(best / 1000)]!, b.clauses.clauses[best % 1000]!]
}

function oppositesIn(a: LinkableView, b: LinkableView, onlyA: readonly Unit[], onlyB: readonly Unit[]): Shared[] {
  const found: Shared[] = []
  for (const one of onlyA) {
    const antonyms = antonymsOf(one.concept)
    const opposites = oppositesOf(a.words[one.from]!.stem)
    if (antonyms === undefined && opposites === undefined) continue
    for (const other of onlyB) {
      const opposition = opposites?.get(b.words[other.from]!.stem)
      if (antonyms?.has(other.concept) !== true && !exclude(opposition, a, one, b, other)) continue
      found.push({ a: one, b: other, weight: Math.min(one.weight, other.weight) })
    }
  }
  return found
}

/** By the dictionary. "The eastern front" and "the western front" are two things, as are all that an adjective stands before. */
function exclude(
  opposition: Opposition | undefined,
  a: LinkableView,
  one: Unit,
  b: LinkableView,
  other: Unit,
): boolean {
  if (opposition !== 'being') return opposition === 'doing'
  return !isBeforeNoun(a, one) && !isBeforeNoun(b, other)
}

function isBeforeNoun({ words, clauses }: LinkableView, { to }: Unit): boolean {
  const next = words[to]
  return (
    next !== undefined &&
    clauses.clauseOf[to] === clauses.clauseOf[to - 1] &&
    (next.kind === 'word' || next.kind === 'name')
  )
}

/** How the clause is meant, the cue of the statement included; null where no verb tells: "the purchase of 54 tanks". */
export function modalityOf(view: LinkableView, clause: Clause | null): Modality | null {
  if (clause === null) return null
  if (clause.conditional) return 'unreal'
  if (clause.modality !== 'fact') return clause.modality
  const { infinitive } = view.stance
  if (infinitive !== null && (view.stance.stance === 'demand' || isInfinitive(view, clause))) return infinitive
  return isNominal(view, clause) ? null : 'fact'
}

const isInfinitive = (view: LinkableView, clause: Clause): boolean => {
  if (clause.from !== 0) return false
  if (view.words[0]!.form === 'to') return true
  for (let at = 0; at < clause.to; at++) if (view.words[at]!.form === 'to') return !hasFiniteVerb(view, clause)
  return false
}

const FINITE: ReadonlySet<string> = new Set(
  "is are was were am be been has had have having do does did 've 're 'm 'll 'd".split(' '),
)
const BEFORE_NOUNS: ReadonlySet<string> = new Set('the a an of for its his her their no any with'.split(' '))

/** No verb that tells a time, as far as forms show it. */
const isNominal = (view: LinkableView, clause: Clause): boolean =>
  view.words[0]!.form !== 'that' && !hasFiniteVerb(view, clause)

function hasFiniteVerb({ words }: LinkableView, { from, to }: Clause): boolean {
  for (let at = from; at < to; at++) {
    const { form, kind } = words[at]!
    if (FINITE.has(form) || kind === 'modal') return true
    if (kind === 'word' && form.endsWith('ed') && at > from && !BEFORE_NOUNS.has(words[at - 1]!.form)) return true
  }
  return false
}

export type Polarity = 'same' | 'opposite' | 'mixed'

/** Is what they share denied by one of them alone? What stands in their main clauses counts. */
function polarityOf(
  a: LinkableView,
  b: LinkableView,
  shared: readonly Shared[],
  opposites: readonly Shared[],
  clauseA: Clause | null,
  clauseB: Clause | null,
): Polarity {
  // "Stays closed" and "opens" are opposites once, however many words tell so.
  const turned = (a.stance.denies !== b.stance.denies ? 1 : 0) + Math.min(1, opposites.length)
  let [same, opposite] = [0, 0]
  for (const pair of [...shared, ...opposites]) {
    const inMain = a.clauses.clauses[pair.a.clause] === clauseA && b.clauses.clauses[pair.b.clause] === clauseB
    const weight = pair.weight * (inMain ? 1 : 0.2)
    if (pair.a.negated === pair.b.negated) same += weight
    else opposite += weight
  }
  const [agree, differ] = turned % 2 === 0 ? [same, opposite] : [opposite, same]
  if (differ <= agree * 0.35) return 'same'
  return agree <= differ * 0.35 ? 'opposite' : 'mixed'
}
