/** Does a clause speak of what was or of what will be? Decides between last and next Friday. */
import type { Piece } from './pieces.ts'

/** `was`: the verb right beside it is of the past; `past` and `future`: the nearest verb is; `ahead`: by then something is to be done. */
export type Direction = 'was' | 'past' | 'future' | 'ahead' | null

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const FUTURE = words(
  "will 'll ’ll wo shall would may might could should must can scheduled expected due planned planning slated payable upcoming ahead deadline starting beginning effective expire expires expected begins plans hopes aims intends wants tomorrow soon going",
)

const PAST = words(
  'said told was were had did met took came went began held made found left became gave got saw won lost fell rose sold bought killed died wrote spoke brought sent led ran put set kept broke hit struck paid thought felt knew heard grew drew shot flew stood sat met chose swore resigned has have been',
)

/** Pasts that go on with an infinitive which has already happened. */
const DONE_TO = words(
  'had used forced managed failed refused able declined began started went came seemed appeared helped continued',
)

const NOT_BASE = words('the a an his her its their this that these those our your my him them us me each all some any')

/** What is demanded, promised or threatened "by Friday" is to come, though the verb is of the past. */
const SPOKE_AHEAD = words(
  'demanded threatened asked urged called promised pledged vowed ordered requested offered agreed guaranteed instructed insisted gave giving predicted forecast',
)

/** "will attend Monday's debate", "ahead of Monday's debate", "said at Monday's debate". */
const OF_EVENTS = words("will 'll ’ll ahead before upcoming said told was were")

const REACH = 14

/**
 * Looks to the left of an expression for the verb that it belongs to, and then, for one that opens its clause, to the right.
 * @param from first and @param to last piece (exclusive) of its sentence.
 */
export function directionOf(pieces: readonly Piece[], start: number, end: number, from: number, to: number): Direction {
  if (end < to && isOwnVerb(pieces, end) && tenseAt(pieces, end) === 'past') return 'was'
  const beside = start > from ? pieces[start - 1]!.lower : ''
  if (beside === 'since') return 'past'
  // "ways to get around Monday's ruling": hardly a verb makes an event with a date one to come.
  const isPossessive = /^['’]s$/.test(pieces[end]?.lower ?? '')
  for (let at = start - 1; at >= Math.max(from, start - REACH); at--) {
    if (isPossessive && !OF_EVENTS.has(pieces[at]!.lower)) continue
    const told = tenseAt(pieces, at)
    if (isLimit(pieces, beside, at) && (told === 'future' || SPOKE_AHEAD.has(pieces[at]!.lower))) return 'ahead'
    if (told === 'past' && at >= start - 2 && isOwnVerb(pieces, at) && beside !== 'to') return 'was'
    if (told !== null) return told
  }
  for (let at = end; at < Math.min(to, end + REACH); at++) {
    const told = tenseAt(pieces, at)
    if (told !== null) return told
  }
  return beside === 'by' || beside === 'until' ? 'future' : null
}

const isLimit = (pieces: readonly Piece[], beside: string, verb: number): boolean =>
  beside === 'by' || (beside === 'until' && /^g[ai]v/.test(pieces[verb]!.lower))

/** "has a June 1 deadline": these go with dates of any time. */
const NO_VERBS = words('set put has have been kept')

const isOwnVerb = (pieces: readonly Piece[], at: number): boolean => !NO_VERBS.has(pieces[at]!.lower)

function tenseAt(pieces: readonly Piece[], at: number): Direction {
  const { lower, isCapitalised } = pieces[at]!
  if (lower === 'may' && isCapitalised) return null
  if (lower === 'to') return infinitiveAt(pieces, at)
  const before = pieces[at - 1]?.lower
  if (before === 'be' && (PAST.has(lower) || lower.endsWith('ed'))) return 'future'
  // "is heard in May", "are expected": the auxiliary does not tell.
  if ((before === 'is' || before === 'are') && (PAST.has(lower) || lower.endsWith('ed')) && !FUTURE.has(lower))
    return null
  if (lower === 'set' && /^(?:to|for)$/.test(pieces[at + 1]?.lower ?? '')) return 'future'
  if (FUTURE.has(lower)) return 'future'
  if (PAST.has(lower)) return 'past'
  return lower.length > 4 && lower.endsWith('ed') && !isCapitalised && lower !== 'united' ? 'past' : null
}

const NOT_VERBS = /(?:ing|[^e]ed|ly|ers|ists|ions|ies|ments|cials|ors|men|people)$|^(?:more|less|about|over|up|date)$/

/** "agreed to meet on Friday" looks ahead; "had to leave on Friday", "to the city" do not. */
function infinitiveAt(pieces: readonly Piece[], at: number): Direction {
  const next = pieces[at + 1]
  if (next === undefined || next.isCapitalised || NOT_BASE.has(next.lower) || !/^[a-z]{2,}$/.test(next.lower))
    return null
  if (NOT_VERBS.test(next.lower)) return null
  const before = pieces[at - 1]
  return before !== undefined && DONE_TO.has(before.lower) ? 'past' : 'future'
}
