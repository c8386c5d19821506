/** Statements of two versions that are one in other words: how much of their words they share, who says them, where they stand. */
import { comparedForm } from '../compare/word-diff.ts'
import type { Word } from '../wording/words-of.ts'
import type { Item, Left, Pair } from './match-statements.ts'
import { speakerChange } from './speaker-change.ts'

/** What a word counts, in whole numbers so that sums come out the same in any order. */
const WORD = 10
const FUNCTION_WORD = 3

/**
 * Likeness is the mean of Dice's coefficient and of the share of the shorter one: 1 for the same words, 0.75 for a third of a long
 * sentence. The thresholds were set on invented pairs: docs/versions.md has them.
 */
const LIKE = { sameSpeaker: 0.55, inPlace: 0.45, otherSpeaker: 0.8 } as const
/** What two must share, in words that tell something. */
const SHARED = { sameSpeaker: 1.5 * WORD, inPlace: WORD, otherSpeaker: 4 * WORD } as const

/** Pairs that are looked at, those with the rarest words in common first: bounds the work for pages that say one thing over and over. */
const MOST_PAIRS = 200_000

/** How much two contents share, 0 to 1; 1 for the same words in whatever order. */
export const wordsAlike = (a: readonly Word[], b: readonly Word[]): number => likeness(bagOf(a), bagOf(b)).share

interface Bag {
  readonly counts: ReadonlyMap<string, number>
  readonly weights: ReadonlyMap<string, number>
  readonly total: number
}

interface Candidate {
  readonly pair: Pair
  readonly score: number
}

/** @param matched pairs by equal words: what stands between the same two of them stands in the same place. */
export function alikePairs(
  before: readonly Item[],
  after: readonly Item[],
  left: Left,
  matched: readonly Pair[],
): Pair[] {
  if (left.before.size === 0 || left.after.size === 0) return []
  const bags = { before: bagsOf(before, left.before), after: bagsOf(after, left.after) }
  const places = placesOf(before, after, matched)
  const candidates: Candidate[] = []
  for (const [one, other] of pairsSharingWords(bags.before, bags.after)) {
    const alike = likeness(bags.before.get(one)!, bags.after.get(other)!)
    if (alike.share < LIKE.inPlace) continue
    const isSame = speakerChange(before[one]!.teller, after[other]!.teller) !== 'other'
    const place = inPlace(places.before[one]!, places.after[other]!)
    if (!isEnough(alike, isSame, place)) continue
    candidates.push({ pair: [one, other], score: alike.share + (isSame ? 0.15 : 0) + 0.1 * place })
  }
  return bestFirst(candidates)
}

function isEnough({ share, common }: Likeness, isSame: boolean, place: number): boolean {
  if (!isSame) return share >= LIKE.otherSpeaker && common >= SHARED.otherSpeaker
  if (share >= LIKE.sameSpeaker && common >= SHARED.sameSpeaker) return true
  return place === 1 && common >= SHARED.inPlace
}

/**
 * The best pair, then the best of what is left. Ties go to those nearest to one another in number and earliest in both texts,
 * told so that it does not matter which version comes first.
 */
function bestFirst(candidates: Candidate[]): Pair[] {
  const taken = { before: new Set<number>(), after: new Set<number>() }
  const apart = ([one, other]: Pair): number => Math.abs(one - other)
  candidates.sort(
    (a, b) => b.score - a.score || apart(a.pair) - apart(b.pair) || a.pair[0] + a.pair[1] - b.pair[0] - b.pair[1],
  )
  return candidates.flatMap(({ pair }) => {
    const [one, other] = pair
    if (taken.before.has(one) || taken.after.has(other)) return []
    taken.before.add(one)
    taken.after.add(other)
    return [pair]
  })
}

function bagsOf(items: readonly Item[], left: ReadonlySet<number>): ReadonlyMap<number, Bag> {
  return new Map([...left].map((index) => [index, bagOf(items[index]!.words)]))
}

function bagOf(words: readonly Word[]): Bag {
  const counts = new Map<string, number>()
  const weights = new Map<string, number>()
  let total = 0
  for (const word of words) {
    const form = comparedForm(word)
    // A word has one weight in both versions, wherever it stands: told by its form alone.
    const weight = weights.get(form) ?? weightOf(word)
    counts.set(form, (counts.get(form) ?? 0) + 1)
    weights.set(form, weight)
    total += weight
  }
  return { counts, weights, total }
}

const weightOf = ({ kind }: Word): number => (kind === 'function' || kind === 'modal' ? FUNCTION_WORD : WORD)

interface Likeness {
  readonly share: number
  readonly common: number
}

function likeness(a: Bag, b: Bag): Likeness {
  const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a]
  let common = 0
  for (const [form, count] of few.counts) {
    const other = many.counts.get(form)
    if (other !== undefined)
      common += Math.min(count, other) * Math.min(few.weights.get(form)!, many.weights.get(form)!)
  }
  const share = common / Math.max(1, a.total + b.total) + common / (2 * Math.max(1, Math.min(a.total, b.total)))
  return { share, common }
}

function* pairsSharingWords(
  before: ReadonlyMap<number, Bag>,
  after: ReadonlyMap<number, Bag>,
): Generator<Pair, void, undefined> {
  const [ours, theirs] = [indexOf(before), indexOf(after)]
  const shared = [...ours.keys()]
    .filter((form) => theirs.has(form))
    .map((form) => ({ form, pairs: ours.get(form)!.length * theirs.get(form)!.length }))
    .sort((a, b) => a.pairs - b.pairs || (a.form < b.form ? -1 : 1))
  const seen = new Set<number>()
  let looked = 0
  for (const { form, pairs } of shared) {
    looked += pairs
    if (looked > MOST_PAIRS) return
    for (const one of ours.get(form)!) {
      for (const other of theirs.get(form)!) {
        const pair = one * 2 ** 26 + other
        if (seen.has(pair)) continue
        seen.add(pair)
        yield [one, other]
      }
    }
  }
}

/** Words that tell something → who has them. */
function indexOf(bags: ReadonlyMap<number, Bag>): ReadonlyMap<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [item, { weights }] of bags) {
    for (const [form, weight] of weights) {
      if (weight < WORD) continue
      const items = index.get(form)
      if (items === undefined) index.set(form, [item])
      else items.push(item)
    }
  }
  return index
}

/** The number of the pair that stands before a statement and of the one behind it; -1 for the beginning and the end. */
type Place = readonly [before: number, behind: number]

function placesOf(
  before: readonly Item[],
  after: readonly Item[],
  matched: readonly Pair[],
): { readonly before: readonly Place[]; readonly after: readonly Place[] } {
  const numbers = (side: 0 | 1): ReadonlyMap<number, number> => new Map(matched.map((pair, at) => [pair[side], at]))
  return { before: placed(before.length, numbers(0)), after: placed(after.length, numbers(1)) }
}

function placed(length: number, numbers: ReadonlyMap<number, number>): Place[] {
  const behind = new Array<number>(length).fill(-1)
  for (let at = length - 2; at >= 0; at--) behind[at] = numbers.get(at + 1) ?? behind[at + 1]!
  const places: Place[] = []
  let last = -1
  for (let at = 0; at < length; at++) {
    places.push([last, behind[at]!])
    last = numbers.get(at) ?? last
  }
  return places
}

const inPlace = (a: Place, b: Place): number => (Number(a[0] === b[0]) + Number(a[1] === b[1])) / 2
