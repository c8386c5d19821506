/** A source phrase cut into noun phrases: what speaks, who else speaks with it, what is said of it between commas. */

import { TITLES } from '../../mention-lexicon.ts'
import type { Span } from '../../span.ts'
import { type NounPhrase, nounPhraseOf } from './noun-phrase.ts'
import { isBody, isPerson, isPlural, isText, lemmaOf } from './nouns.ts'
import { type Separator, segmentsOf } from './phrase-segments.ts'
import type { Unit } from './speaker-view.ts'

export interface SourcePhrase {
  readonly main: NounPhrase
  /** Two or more where several speak: "London and Paris"; empty else. */
  readonly members: readonly NounPhrase[]
  /** "NATO allies" before the names of the allies. */
  readonly label: readonly Unit[]
  /** ", the Danish defence minister,". */
  readonly apposition: NounPhrase | null
  /** The phrase without relative clauses and insertions. */
  readonly core: Span
}

export function sourcePhraseOf(units: readonly Unit[]): SourcePhrase | null {
  const segments = segmentsOf(units)
  const phrases: Cut[] = []
  for (const { separator, units } of segments) {
    const phrase = separator === 'relative' ? null : nounPhraseOf(units)
    const last = phrases.at(-1)
    if (phrase === null) continue
    if (last !== undefined && separator === 'and' && goesOn(last.phrase, phrase)) {
      phrases[phrases.length - 1] = { ...last, phrase: nounPhraseOf([...last.phrase.units, ...units])! }
    } else phrases.push({ separator, phrase })
  }
  const opening = phrases[0]
  if (opening === undefined) return null
  const first =
    phrases.length > 1 && isPairing(opening.phrase) ? { ...opening, phrase: withoutFirst(opening.phrase) } : opening
  const office = officeHolder(first.phrase)
  if (office !== null) return { main: office, members: [], label: [], apposition: null, core: office }
  const titled = titledName(phrases)
  if (titled !== null) return titled
  const rest = phrases.slice(1)
  if (isListOfNamed(first.phrase, rest)) {
    const members = rest.map(({ phrase }) => phrase)
    return {
      main: first.phrase,
      members,
      label: first.phrase.units,
      apposition: null,
      core: { start: first.phrase.start, end: members.at(-1)!.end },
    }
  }
  const others = rest.filter(({ separator, phrase }) => separator === 'and' && isPersonName(phrase))
  if (others.length > 0 && isPersonName(first.phrase) && rest.some(({ separator }) => separator === 'comma')) {
    const all = rest.every(({ phrase }) => isPersonName(phrase)) ? rest : others
    const members = [first, ...all].map(({ phrase }) => phrase)
    const core = { start: first.phrase.start, end: members.at(-1)!.end }
    return { main: first.phrase, members, label: labelOf(first.phrase), apposition: null, core }
  }
  if (rest.some(({ separator }) => separator === 'and') && isList(first.phrase, rest)) {
    const members = [first, ...rest].map(({ phrase }) => phrase)
    return {
      main: first.phrase,
      members,
      label: labelOf(first.phrase),
      apposition: null,
      core: { start: first.phrase.start, end: members.at(-1)!.end },
    }
  }
  const apposed = rest.find(({ separator, phrase }) => separator === 'comma' && !isAside(phrase))?.phrase ?? null
  return {
    main: first.phrase,
    members: [],
    label: [],
    apposition: apposed !== null && describes(apposed) ? apposed : null,
    core: first.phrase,
  }
}

/** "Professor of geology and foreign affairs at Leeds": no second speaker. */
const goesOn = ({ after, head }: NounPhrase, next: NounPhrase): boolean =>
  head !== null &&
  head.mention === null &&
  after[0]?.upos === 'ADP' &&
  next.determiner === null &&
  next.head !== null &&
  next.head.mention === null &&
  next.head.upos === 'NOUN' &&
  !isPerson(next.head) &&
  !isBody(next.head)

/** "Senator and presidential candidate Ann Bo": titles of one person, joined. */
function titledName(cuts: readonly Cut[]): SourcePhrase | null {
  if (cuts[1]?.separator !== 'and') return null
  const phrases = cuts.map(({ phrase }) => phrase)
  const [first, second] = phrases as [NounPhrase, NounPhrase]
  if (first.after.some(({ mention }) => mention !== null) || first.determiner !== null) return null
  const isTitle = first.head === null || (first.head.mention === null && isPerson(first.head) && !isPlural(first.head))
  if (!isTitle || second.head?.mention?.kind !== 'person' || second.determiner !== null || second.before.length === 0)
    return null
  if (first.head !== null && first.head.upos === 'PRON') return null
  const main = {
    ...second,
    start: first.start,
    determiner: null,
    before: [...first.units, ...second.before],
    units: [...first.units, ...second.units],
  }
  return {
    main,
    members: [],
    label: [],
    apposition: phrases[2] !== undefined && describes(phrases[2]) ? phrases[2] : null,
    core: main,
  }
}

const OFFICES = new Set(
  `secretary minister director chief head chairman chairwoman undersecretary under-secretary commissioner chair president premier
  chancellor leader mayor governor ambassador commander speaker spokesman spokeswoman spokesperson`.split(/\s+/),
)

/** "Secretary of Defence Ann Bo", "President of Ukraine Carl Dahl": a name with its office before it, cut at a preposition. */
function officeHolder(phrase: NounPhrase): NounPhrase | null {
  const { head, after, determiner, before } = phrase
  const name = after.at(-1)
  if (determiner !== null || head === null || name?.mention?.kind !== 'person' || after.length < 3) return null
  if (!OFFICES.has(lemmaOf(head)) || (after[0]!.lower !== 'of' && after[0]!.lower !== 'for')) return null
  const middle = after.slice(1, -1)
  const isOffice = middle.every(({ upos, lower, mention }) =>
    mention === null ? (upos === 'PROPN' || OF_OFFICES.has(lower)) && !TITLES.has(lower) : mention.kind !== 'person',
  )
  if (!isOffice) return null
  // A name in it is whose the office is; without one it is all the office.
  const whose = middle.some(({ mention }) => mention !== null)
  const cut = whose ? after.findLastIndex(({ lower }) => lower === 'of' || lower === 'for') : after.length - 1
  return { ...phrase, before: [...before, head, ...after.slice(0, cut)], head: name, after: after.slice(cut, -1) }
}

const BY = new Set(['by', 'from', 'for'])
const OF_OFFICES = new Set(['of', 'for', 'the'])

interface Cut {
  readonly separator: Separator
  readonly phrase: NounPhrase
}

/** "Both Ann Bo and Carl Dahl". */
const isPairing = ({ units }: NounPhrase): boolean =>
  units.length > 1 && ['both', 'either', 'neither'].includes(units[0]!.lower)

const isPersonName = ({ head }: NounPhrase): boolean => head?.mention?.kind === 'person'

const withoutFirst = (phrase: NounPhrase): NounPhrase => nounPhraseOf(phrase.units.slice(1)) ?? phrase

/** "Two objectors, Ann Bo and Carl Dahl". */
const isListOfNamed = (first: NounPhrase, rest: readonly Cut[]): boolean =>
  first.head !== null &&
  first.head.mention === null &&
  isPlural(first.head) &&
  rest.length > 1 &&
  rest[0]!.separator === 'comma' &&
  rest.at(-1)!.separator === 'and' &&
  rest.every(({ phrase }) => phrase.head?.mention != null)

/** Do several speak, and not one whose description has an "and" in it? */
function isList(first: NounPhrase, rest: readonly Cut[]): boolean {
  const { head } = first
  if (first.after[0]?.lower === 'between') return false
  // "A study by Leeds and Durham".
  if (head !== null && head.mention === null && isText(head) && BY.has(first.after[0]?.lower ?? '')) return false
  if (head === null) return first.determiner !== null && rest.every(({ phrase }) => phrase.head !== null)
  return rest.every(({ separator, phrase }) => {
    if (phrase.head === null) return false
    if (head.mention !== null) {
      if (phrase.head.mention !== null) return phrase.after.length === 0 || separator === 'and'
      return (
        separator === 'and' &&
        (phrase.determiner !== null || isPlural(phrase.head) || phrase.before.length > 0 || isPerson(phrase.head))
      )
    }
    // "The Vermont senator and presidential candidate" is one.
    const isOne =
      isPerson(head) &&
      !isPlural(head) &&
      phrase.determiner === null &&
      phrase.head.mention === null &&
      !isPlural(phrase.head)
    if (isOne) return false
    if (first.after.length > 0 && phrase.determiner === null && phrase.head.mention?.kind !== 'person') return false
    return separator === 'and' || phrase.head.mention === null
  })
}

/** "NATO allies" of "NATO allies Germany": plural nouns before a name. */
function labelOf({ before, head }: NounPhrase): readonly Unit[] {
  const last = before.findLastIndex((unit) => unit.mention === null && unit.upos !== 'ADJ' && isPlural(unit))
  return head?.mention == null || last < 0 ? [] : before.slice(0, last + 1)
}

/** An age, a party, the state after a town. */
const isAside = ({ units }: NounPhrase): boolean =>
  units[0]!.upos === 'NUM' || (units.length === 1 && units[0]!.upos === 'PROPN' && units[0]!.mention?.kind !== 'person')

const describes = ({ head }: NounPhrase): boolean =>
  head !== null &&
  head.upos !== 'NUM' &&
  head.upos !== 'PRON' &&
  (head.mention !== null || isPerson(head) || isBody(head))
