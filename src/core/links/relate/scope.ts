/** Conflicts of scope: "only", "all", "none" on one side, and on the other what they leave no room for. */
import type { Span } from '../../span.ts'
import type { Word } from '../../wording/words-of.ts'
import type { LinkableView, Passage, Unit } from '../linkable-view.ts'
import type { Comparison } from './compare.ts'
import { spanOf } from './guards.ts'
import { countedUnits, quantitiesIn } from './numbers.ts'

/** Words of each that show the clash, `a` those of the one that limits. */
export interface ScopeClash {
  readonly a: readonly Span[]
  readonly b: readonly Span[]
}

const forms = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const ONLY = forms('only solely exclusively sole')
const UNIVERSAL = forms('every all entire entirely whole wholly none anywhere everywhere everyone everybody nobody any')
const PART = forms('only part parts some half most partly partially')
const TOO = forms('also too well even')
const BE = forms('is are was were been be')

/** "The only ships there are ferries" against "Dozens of ships are there"; "only cattle" against "people as well". `a` limits. */
export function limitedByOnly(comparison: Comparison): ScopeClash | null {
  const { a, b, passageA, passageB } = comparison
  if (wordIn(b, passageB, ONLY) !== null) return null
  const at = wordIn(a, passageA, ONLY)
  if (at === null || a.words[at + 1]?.form === 'if' || a.words[at - 1]?.form === 'not') return null
  const verb = beBehind(a, at, passageA)
  return verb === null ? limitedObject(comparison, at) : limitedNoun(comparison, at, verb)
}

/** What stands between "only" and a form of "be" is no more than what stands behind it. */
function limitedNoun(comparison: Comparison, at: number, verb: number): ScopeClash | null {
  const { a, b, passageA, passageB, shared, onlyA, onlyB } = comparison
  const units = [...passageA.units.values()]
  const limited = units.filter(({ from }) => from > at && from < endOfNoun(a.words, at + 1, verb))
  const limit = units.filter(
    ({ from, kind, weight }) => from > verb && from < verb + 12 && kind !== 'place' && weight > 0.5,
  )
  if (limited.length < 2 || limit.length === 0 || limit.some(({ concept }) => passageB.units.has(concept))) return null
  const told: Unit[] = []
  for (const { concept } of limited) {
    const pair = shared.find((each) => each.a.concept === concept)
    if (pair === undefined || pair.b.negated || b.clauses.clauses[pair.b.clause]!.modality !== 'fact') return null
    told.push(pair.b)
  }
  const isPlace = ({ kind }: Unit): boolean => kind === 'place'
  if (onlyA.some(isPlace) && onlyB.some(isPlace)) return null
  const many = b.quantities.find(
    (quantity) =>
      quantity.high > 2 &&
      countedUnits(b, quantity).some(({ concept }) => told.some((unit) => unit.concept === concept)),
  )
  return many === undefined ? null : { a: [wordSpan(a, at), spanOf(a, limit[0]!)], b: [many] }
}

/** "The only ships there ARE …": where a noun is limited, and no object. */
function beBehind({ words }: LinkableView, at: number, { to }: Passage): number | null {
  if (words[at - 1]?.form !== 'the' && words[at]!.form !== 'sole') return null
  for (let verb = at + 1; verb < to && verb < at + 12; verb++) if (BE.has(words[verb]!.form)) return verb
  return null
}

/** The noun phrase alone: what follows its first preposition only places it. */
function endOfNoun(words: readonly Word[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (words[at]!.kind === 'function') return at
  return to
}

/** The same doing, limited to one thing by the one and told of another thing by the other. */
function limitedObject(comparison: Comparison, at: number): ScopeClash | null {
  const { a, b, passageA, passageB, shared, onlyA, onlyB } = comparison
  const near = [...passageA.units.values()].filter(({ from }) => from > at && from < at + 5)
  const limit = near.filter(({ weight, from }) => weight > 0.5 && (from <= at + 2 || weight > 0.9))
  if (limit[0] === undefined || limit[0].from > at + 3 || limit[0].kind === 'time') return null
  const limiting = limit.filter(({ concept }) => !passageB.units.has(concept))
  if (limiting.length === 0) return null
  // All else is the same: what happens, and where.
  const rest = onlyA.filter((unit) => !near.includes(unit) && unit.weight > 0.5).length
  const same = shared.filter(({ a: unit }) => unit.from < at || unit.from >= at + 3)
  const marker = wordIn(b, passageB, TOO)
  if (rest > 1 || same.length < (marker === null ? 2 : 1)) return null
  const contrary = limit.find(({ concept, from }) => passageB.units.has(concept) && a.words[from - 1]?.form === 'non')
  const others = onlyB.filter((unit) => unit.kind === 'word' && unit.weight > 0.3)
  const shown = contrary === undefined ? others[0] : passageB.units.get(contrary.concept)
  if (shown === undefined || shown.negated || others.length > 3) return null
  // "It was struck at night" says nothing of what was struck.
  if (contrary === undefined && marker === null && !isSubject(comparison, shown)) return null
  const spans = [spanOf(b, shown)]
  return { a: [wordSpan(a, at), spanOf(a, limiting[0]!)], b: marker === null ? spans : [...spans, wordSpan(b, marker)] }
}

/** Does it stand before all that they share: "a school was struck"? */
const isSubject = ({ shared }: Comparison, unit: Unit): boolean =>
  shared.every((pair) => pair.b.from > unit.from || pair.weight < 0.5)

/** "the entire province" against "only the eastern part of it", meant alike in all else. `a` is the one that holds for all. */
export function wholeAgainstPart(comparison: Comparison): ScopeClash | null {
  const { a, b, passageA, passageB, coverA, coverB, onlyB } = comparison
  const whole = wordIn(a, passageA, UNIVERSAL)
  const part = wordIn(b, passageB, PART)
  if (whole === null || part === null || a.words[whole]!.form === 'any' || wordIn(b, passageB, UNIVERSAL) !== null)
    return null
  const { form } = b.words[part]!
  if (form !== 'only' && !(wordIn(b, passageB, ONLY) !== null)) return null
  if (Math.min(coverA, coverB) < 0.5) return null
  const limit = onlyB.find(({ from }) => from > part && from < part + 5)
  return {
    a: [wordSpan(a, whole)],
    b: limit === undefined ? [wordSpan(b, part)] : [wordSpan(b, part), spanOf(b, limit)],
  }
}

/** "Some came" and "some did not come" are both true. */
export const bothPartial = ({ a, b, passageA, passageB }: Comparison): boolean =>
  wordIn(a, passageA, SOME) !== null && wordIn(b, passageB, SOME) !== null

const SOME = forms('some many several most few part half other others')

/** Of two that deny each other: does the one speak of all or none, and the other of some alone? */
export function allAgainstSome(comparison: Comparison): ScopeClash | null {
  const { a, b, passageA, passageB, onlyB } = comparison
  const all = wordIn(a, passageA, UNIVERSAL) ?? withoutException(a, passageA)
  const numbers = quantitiesIn(b, passageB).filter(({ unit, high }) => unit === null && high >= 2)
  const none = numbers.length > 0 ? wordIn(a, passageA, NO) : null
  const at = all ?? none
  if (at === null || wordIn(b, passageB, UNIVERSAL) !== null) return null
  const restricting = onlyB.find(({ kind, weight }) => kind !== 'time' && weight >= 0.6)
  const shown = numbers[0] ?? (restricting === undefined ? null : spanOf(b, restricting))
  return shown === null ? null : { a: [wordSpan(a, at)], b: [{ start: shown.start, end: shown.end }] }
}

/** Does one of them alone say "only" of what they share, or one "all" and the other "most"? Then they claim different things. */
export function scopesDiffer({ a, b, clauseA, clauseB, passageA, passageB }: Comparison): boolean {
  const [placeA, placeB] = [clauseA ?? passageA, clauseB ?? passageB]
  const has = (set: ReadonlySet<string>): readonly [boolean, boolean] => [
    wordIn(a, placeA, set) !== null,
    wordIn(b, placeB, set) !== null,
  ]
  const [[onlyA, onlyB], [allA, allB], [someA, someB]] = [has(ONLY), has(ALL), has(FEWER)]
  return onlyA !== onlyB || (allA && !allB && someB && !someA) || (allB && !allA && someA && !someB)
}

export const speaksOfAll = (view: LinkableView, passage: Passage): boolean => wordIn(view, passage, ALL) !== null

const FEWER = forms('some most half part parts partly few several many mostly')
const ALL = forms('every all entire entirely whole wholly everyone everybody everywhere none nobody')
const NO = forms('no')

function withoutException(view: LinkableView, { from, to }: Passage): number | null {
  for (let at = from; at < to - 1; at++) {
    if (view.words[at]!.form === 'without' && view.words[at + 1]!.form.startsWith('exception')) return at
  }
  return null
}

function wordIn(
  view: LinkableView,
  { from, to }: Pick<Passage, 'from' | 'to'>,
  set: ReadonlySet<string>,
): number | null {
  for (let at = from; at < to; at++) if (set.has(view.words[at]!.form)) return at
  return null
}

const wordSpan = (view: LinkableView, at: number): Span => ({ start: view.words[at]!.start, end: view.words[at]!.end })
