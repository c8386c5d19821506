/** Who a label means: the fullest name that the text has, and what it says they are. */
import { genderOfGivenName } from '../chains/given-names.ts'
import { fold } from '../fold.ts'
import { isSpace, type Span, sliceOf } from '../span.ts'
import type { Capitalised } from './capitalised.ts'
import { describedAt, ofBehind } from './described.ts'
import type { Label } from './label.ts'
import { COURTESY_WORDS, namelessKind, OFFICE_NOUNS } from './label-words.ts'
import type { Title } from './title.ts'

export interface Person {
  readonly name: Span
  readonly role: Span | null
  readonly of: Span | null
}

export interface Naming {
  readonly text: string
  readonly capitalised: Capitalised
  readonly title: Title | null
}

/** Null for a label that names nobody: "Q", "MODERATOR". */
export function personOf(naming: Naming, label: Label): Person | null {
  if (namelessKind(label.key) !== null) return null
  const own = partsOf(naming.text, label)
  return own.name === null ? byOffice(naming, own, label) : byName(naming, own, label)
}

interface Parts {
  /** "SECRETARY" of "SECRETARY AUSTIN", "THE PRESIDENT": without article; null for none. */
  readonly office: Span | null
  /** "AUSTIN"; null where the label is an office alone. */
  readonly name: Span | null
}

/** A label's words: article, courtesies and offices first, then the name. */
function partsOf(text: string, { words }: Pick<Label, 'words'>): Parts {
  const found = wordsOf(text, words)
  let at = 0
  if (lowerOf(text, found[at]) === 'the') at++
  const officeFrom = at
  let officeTo = at
  const isArticled = at === 1
  while (at < found.length && (isTitleWord(lowerOf(text, found[at])) || (isArticled && at < found.length))) {
    if (!COURTESY_WORDS.has(lowerOf(text, found[at]))) officeTo = at + 1
    at++
  }
  const first = found.slice(officeFrom, officeTo).find((word) => !COURTESY_WORDS.has(lowerOf(text, word)))
  return {
    office: officeTo > officeFrom && first !== undefined ? { start: first.start, end: found[officeTo - 1]!.end } : null,
    name: at < found.length ? { start: found[at]!.start, end: found.at(-1)!.end } : null,
  }
}

const isTitleWord = (lower: string): boolean =>
  COURTESY_WORDS.has(lower) || OFFICE_NOUNS.has(lower) || lower === 'first'

const lowerOf = (text: string, word: Span | undefined): string =>
  word === undefined
    ? ''
    : sliceOf(text, word)
        .toLowerCase()
        .replace(/(?<![.,])[.,]+$/, '')

export function wordsOf(text: string, span: Span): Span[] {
  const found: Span[] = []
  let at = span.start
  while (at < span.end) {
    while (at < span.end && isSpace(text.charCodeAt(at))) at++
    let end = at
    while (end < span.end && !isSpace(text.charCodeAt(end))) end++
    if (end > at) found.push({ start: at, end })
    at = end
  }
  return found
}

// ── "MS. JEAN-PIERRE", "PRESIDENT MACRON", "Sergey Lavrov"

function byName(naming: Naming, { office, name }: Parts, label: Label): Person {
  const { text } = naming
  const whole = wordsOf(text, name!)
  const bracketed = bracketedName(text, label)
  if (bracketed !== null) return bracketed
  const places = placesOf(naming, whole)
  const best = fullest(naming, places, whole.length, label.words)
  if (best === null) return { name: name!, role: office, of: null }
  const described = places
    .map((place) => describedAt(text, naming.capitalised, place))
    .find(({ role }) => role !== null)
  const own = describedAt(text, naming.capitalised, best)
  const { role, of } = own.role === null && described !== undefined ? described : own
  return { name: best, role: role ?? office, of }
}

/** "The Prime Minister (Ana Pohl)": the name in brackets behind an office. */
function bracketedName(text: string, { words, end }: Label): Person | null {
  const behind = text.slice(words.end, Math.min(end, words.end + 80))
  const match = /^\s?\(((?:\p{Lu}[\p{L}.’'-]* ){1,3}\p{Lu}[\p{L}.’'-]*) ?\)/u.exec(behind)
  if (match === null || !/^the /i.test(sliceOf(text, words))) return null
  const start = words.end + behind.indexOf('(') + 1
  return { name: { start, end: start + match[1]!.trimEnd().length }, role: withoutArticle(text, words), of: null }
}

const withoutArticle = (text: string, span: Span): Span =>
  /^the\s/i.test(text.slice(span.start, span.start + 4)) ? { start: span.start + 4, end: span.end } : span

/** A place of a name in the text: indexes of capitalised words, the last one inclusive. */
export interface Place extends Span {
  readonly from: number
  readonly to: number
  /** Whether a given name stands before what was looked for. */
  readonly grown: boolean
}

/** Where the words of a name stand in the text, each with the given name before it. */
export function placesOf({ text, capitalised, title }: Naming, whole: readonly Span[]): Place[] {
  const wanted = whole.map((word) => fold(sliceOf(text, word)).replace(/(?<![.,])[.,]+$/, ''))
  const places: Place[] = []
  for (const at of capitalised.at(wanted.at(-1)!)) {
    const from = at - wanted.length + 1
    if (from < 0 || wanted.some((word, i) => capitalised.words[from + i]!.word !== word)) continue
    // A label is no place where somebody is named in full.
    if (
      /^[\p{Lu}\p{M}’'‑ -]+$/u.test(text.slice(capitalised.words[at]!.start, capitalised.words[at]!.end)) &&
      !isIn(title, capitalised.words[at]!)
    )
      continue
    const grown = withGivenNames(text, capitalised, from)
    places.push({
      start: capitalised.words[grown]!.start,
      end: capitalised.words[at]!.end,
      from: grown,
      to: at,
      grown: grown < from,
    })
  }
  return places
}

const isIn = (outer: Span | null, inner: Span): boolean =>
  outer !== null && inner.start >= outer.start && inner.end <= outer.end

function withGivenNames(text: string, { words }: Capitalised, from: number): number {
  let at = from
  for (let step = 0; step < 3 && at > 0 && words[at]!.joined; step++) {
    const before = words[at - 1]!
    if (!canBeGiven(text, before)) break
    // A second one is believed where the first is an initial, or where it is a name that many bear.
    if (step > 0 && !isInitial(words[at]!) && genderOfGivenName(sliceOf(text, before)) === null) break
    at--
  }
  return at
}

const isInitial = ({ start, end }: Span): boolean => end - start === 1

function canBeGiven(text: string, word: Span & { readonly word: string }): boolean {
  if (OFFICE_NOUNS.has(word.word) || COURTESY_WORDS.has(word.word) || NEVER_GIVEN.has(word.word)) return false
  const surface = sliceOf(text, word)
  return surface.length === 1 || !/^\p{Lu}{2,}$/u.test(surface)
}

const NEVER_GIVEN: ReadonlySet<string> = new Set(
  `and but so with thank thanks hi hello good as for from by the that this well okay ok yes no now when if in on at of to our
  my your dear excellency former first joint press secretaries presidents today president’s congratulations like because
  house white state national security i we he she they it what where who again also or not asked told said ask`.split(
    /\s+/,
  ),
)

/**
 * The place that names most: in the title first; then where the office stands before it; then, for a label without office, the
 * only given name that the text has for them. Others of a family may be named too, and whom a title is about does not speak.
 */
export function fullest(naming: Naming, places: readonly Place[], length: number, label: Span | null): Place | null {
  const { text, title, capitalised } = naming
  const grown = places.filter((place) => place.grown || length > 1)
  const announced = places.filter((place) => isAnnounced(title, place))
  const inTitle = announced.find((place) => grown.includes(place))
  if (inTitle !== undefined) return inTitle
  const bare = announced[0] ?? places.find((place) => !place.grown) ?? null
  const before = label === null ? [] : wordsOf(text, label).map((word) => lowerOf(text, word))
  const office = before.filter((word) => OFFICE_NOUNS.has(word) && !COURTESY_WORDS.has(word)).at(-1)
  if (office !== undefined)
    return (
      grown.find(({ from }) => capitalised.words[from - 1]?.word === office && capitalised.words[from]!.joined) ?? bare
    )
  if (announced.length > 0 || places.some((place) => isIn(title, place))) return bare
  const fitting = grown.filter((place) => !isOther(text, place, before[0]))
  const givens = new Set(fitting.map((place) => fold(sliceOf(text, place)).replace(/\s+/g, ' ')))
  return givens.size === 1 ? fitting[0]! : bare
}

/** "MS." and "John". */
function isOther(text: string, place: Place, courtesy: string | undefined): boolean {
  const gender = genderOfGivenName(sliceOf(text, place).split(/\s+/)[0]!)
  if (gender === null || courtesy === undefined) return false
  return courtesy === 'mr' ? gender === 'female' : ['ms', 'mrs', 'miss'].includes(courtesy) && gender === 'male'
}

/** In the part of the title that tells who speaks, not in the part that tells about what. */
const isAnnounced = (title: Title | null, span: Span): boolean =>
  title !== null && isIn(title, span) && span.end <= title.topic

// ── "THE PRESIDENT"

function byOffice(naming: Naming, { office }: Parts, label: Label): Person {
  const { text } = naming
  if (office === null) return { name: label.words, role: null, of: null }
  return bracketedName(text, label) ?? holderNamed(naming, office, false) ?? { name: office, role: null, of: null }
}

/** Whom the text names with the office of a phrase like "the President"; null where it is none, or names nobody with it. */
export function holderOf(naming: Naming, phrase: Span): Person | null {
  const { office, name } = partsOf(naming.text, { words: phrase })
  return name !== null || office === null || !isOffice(naming.text, office) ? null : holderNamed(naming, office, true)
}

const isOffice = (text: string, office: Span): boolean =>
  wordsOf(text, office).every((word) => isTitleWord(lowerOf(text, word)) && /^\p{Lu}/u.test(sliceOf(text, word)))

/** @param alone "the Secretary" is no press secretary, and "the President" not the French one. */
function holderNamed(naming: Naming, office: Span, alone: boolean): Person | null {
  const { text, capitalised, title } = naming
  const wanted = wordsOf(text, office).map((word) => fold(sliceOf(text, word)))
  const held = capitalised.at(wanted.at(-1)!).flatMap((at) => {
    const from = at - wanted.length + 1
    if (from < 0 || wanted.some((word, i) => capitalised.words[from + i]!.word !== word)) return []
    const { joined } = capitalised.words[from]!
    if (joined && (alone || QUALIFYING.has(capitalised.words[from - 1]!.word))) return []
    const name = nameBehind(naming, at)
    return name === null ? [] : [{ at, name }]
  })
  const chosen = held.find(({ name }) => isAnnounced(title, name)) ?? (alone ? commonest(naming, held) : held[0])
  if (chosen === undefined) return null
  const surname = capitalised.words[chosen.name.to]!
  const more = chosen.name.from < chosen.name.to ? null : fullest(naming, placesOf(naming, [surname]), 1, office)
  const name = more ?? chosen.name
  const role = {
    start: capitalised.words[chosen.at - wanted.length + 1]!.start,
    end: capitalised.words[chosen.at]!.end,
  }
  return { name: spanOf(name), role, of: ofBehind(text, chosen.name) }
}

/** Where a text names several with one office, "the Secretary" may be any of them, unless it is about one of them above all. */
function commonest<Held extends { readonly name: Place }>(
  { capitalised }: Naming,
  held: readonly Held[],
): Held | undefined {
  const counted = new Map<string, number>()
  for (const { name } of held) {
    const surname = capitalised.words[name.to]!.word
    counted.set(surname, (counted.get(surname) ?? 0) + 1)
  }
  return held.find(({ name }) => 3 * counted.get(capitalised.words[name.to]!.word)! >= 2 * held.length)
}

const QUALIFYING: ReadonlySet<string> = new Set('vice former deputy then acting ex'.split(' '))

/** The words of a name right behind an office. */
export function nameBehind({ text, capitalised: { words } }: Naming, office: number): Place | null {
  let to = office
  while (to + 1 < words.length && to - office < 4 && words[to + 1]!.joined && isPartOfName(text, words[to + 1]!)) to++
  if (to === office) return null
  return { start: words[office + 1]!.start, end: words[to]!.end, from: office + 1, to, grown: to > office + 1 }
}

export const isPartOfName = (text: string, word: Span & { readonly word: string }): boolean =>
  !OFFICE_NOUNS.has(word.word) &&
  !TITLE_ENDS.has(word.word) &&
  !/^\p{Lu}\p{Ll}{2,}ing$/u.test(sliceOf(text, word)) &&
  !/^\p{Lu}{3,}$/u.test(sliceOf(text, word))

/** Words that titles capitalise and that end a name. */
const TITLE_ENDS: ReadonlySet<string> = new Set(
  `and at on in of by from for with to the a an before after during following regarding about as is was will en upon against
  to’s i we has had have said says also’s joint arrival may can does did would announces delivers`.split(/\s+/),
)

export const spanOf = ({ start, end }: Span): Span => ({ start, end })
