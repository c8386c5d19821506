/** Outlets by their names where a text has them and no mention does, or a shorter one. */
import type { Mention } from '../../doc.ts'
import type { Span } from '../../span.ts'
import type { Name } from '../via/report-view.ts'
import { isKnownOutlet } from './outlet-kind.ts'

/** Names that are words, people or bodies too: they count where a mention says so. */
const AMBIGUOUS = new Set(
  `time people today fox sun mirror metro signal threads medium trend petra dr pa tt kan mena apa sana this week wired vogue fortune forbes
  slate salon vox dawn nation hill times post independent guardian observer spectator insider conversation diplomat verge rai trust sky wam
  pap nan gna bta dw hina fars tv espreso hannity x esquire variety atlantic monitor star telegraph economist hindu scotsman`
    .trim()
    .split(/\s+/),
)
/** Most tokens of a name. */
const LONGEST = 4

/**
 * Finds them, and marks their tokens in `mention` with indexes that follow those of `mentions`.
 * @param mention index of the mention of each token, -1 for none.
 */
export function addOutlets(
  text: string,
  tokens: readonly Span[],
  mentions: readonly Mention[],
  mention: Int32Array,
): Name[] {
  const found: Name[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (
      !isCapital(text.charCodeAt(tokens[at]!.start)) ||
      (at > 0 && mention[at]! >= 0 && mention[at] === mention[at - 1])
    )
      continue
    const length = lengthAt(text, tokens, mentions, mention, at)
    if (length === 0) continue
    mention.fill(mentions.length + found.length, at, at + length)
    found.push({ start: tokens[at]!.start, end: tokens[at + length - 1]!.end, kind: 'publication' })
    at += length - 1
  }
  return found
}

/** "BBC Radio Four", "Kanal 5 Television": bodies that call themselves outlets. */
export const namedAsOutlet = (text: string, one: Mention): Name =>
  one.kind === 'organisation' && BROADCASTS.test(text.slice(one.start, one.end))
    ? { start: one.start, end: one.end, kind: 'publication' }
    : one
const BROADCASTS = /(?:^| )(?:Radio|TV|Television)(?: (?:\p{Lu}\p{L}*|\d+))?$/u

const isCapital = (unit: number): boolean =>
  (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0xde) || unit >= 0x400

/** Number of tokens of the longest outlet at a token, 0 for none and for what a mention has as long. */
function lengthAt(
  text: string,
  tokens: readonly Span[],
  mentions: readonly Mention[],
  mention: Int32Array,
  at: number,
): number {
  const { start } = tokens[at]!
  const own = mentions[mention[at]!]
  for (let length = longestFrom(text, tokens, at); length > 0; length--) {
    const { end } = tokens[at + length - 1]!
    if (end - start > LONGEST_NAME || cutsName(mention, at + length)) continue
    const name = text.slice(start, end)
    if (own !== undefined && !mayReplace(own, end, name)) return 0
    if (!NUMBERED.test(name) && (!isKnownOutlet(name) || (AMBIGUOUS.has(name.toLowerCase()) && length === 1))) continue
    if (ENDS_IN_DAY.test(name) && text.slice(Math.max(0, start - 3), start) !== 'on ') continue
    return length
  }
  return 0
}
/** "Channel 6", "Radio 4": no list has them all. */
const NUMBERED = /^(?:Channel|Kanal|Canal|Radio|TV) \d{1,3}$/
/** Surnames too. */
const PEOPLE = new Set(['bloomberg', 'breitbart', 'fox', 'reuter', 'hearst'])

/** May an outlet's name that ends at `end` stand for a mention: longer than it, or the same and of another kind? */
function mayReplace(own: Mention, end: number, name: string): boolean {
  if (own.kind === 'publication' || end < own.end) return end > own.end
  return own.kind !== 'person' || (end === own.end && !PEOPLE.has(name.toLowerCase()))
}

const LONGEST_NAME = 40

/** Tokens up to the first that cannot go on with a name. */
function longestFrom(text: string, tokens: readonly Span[], at: number): number {
  let length = 1
  while (length < LONGEST && at + length < tokens.length && goesOn(text.charCodeAt(tokens[at + length]!.start)))
    length++
  return length
}

/** A capital, a digit, or one of "Fox & Friends", "1+1", "60 Minutes", "Agence France-Presse", "Yahoo! News". */
const goesOn = (unit: number): boolean =>
  isCapital(unit) ||
  (unit >= 0x30 && unit <= 0x39) ||
  unit === 0x26 ||
  unit === 0x2b ||
  unit === 0x2d ||
  unit === 0x2f ||
  unit === 0x21

/** "told Fox News Sunday that": the day; "on Fox News Sunday": the programme. */
const ENDS_IN_DAY = / (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/

const cutsName = (mention: Int32Array, end: number): boolean =>
  end < mention.length && mention[end]! >= 0 && mention[end] === mention[end - 1]
