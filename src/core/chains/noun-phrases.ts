/** One name with the titles before it, or one noun for somebody with what it belongs to, as a phrase. */
import { countryNamed, countryOfDemonym } from '../countries.ts'
import type { ChainView } from './chain-view.ts'
import type { Phrase, Range, RoleOf } from './phrase.ts'
import { genderOfNoun, HONORIFICS, isCollective, kindOfNoun, type NounKind } from './role-nouns.ts'

const QUANTIFIERS = new Set(
  'some any no each every many most few several both all one two three four five six seven eight nine ten dozens hundreds thousands another other more'.split(
    ' ',
  ),
)

export const nameAt = (view: ChainView, from: number, nameFrom: number, end: number, mention: number): Phrase => ({
  from,
  to: end,
  head: Math.max(nameFrom, end - 1),
  form: 'name',
  mention,
  noun: '',
  kind: view.names[mention]!.kind,
  number: 'one',
  gender: null,
  determiner: view.lower[from] === 'the' ? 'the' : 'none',
  title: null,
  moreTitles: [],
  of: null,
  possessor: null,
  alias: null,
  inside: false,
})

export function namePhrase(
  view: ChainView,
  from: number,
  nameFrom: number,
  head: number,
  mention: number,
  inner: readonly Phrase[],
  possessor: Phrase | null,
): Phrase {
  const name = nameAt(view, from, nameFrom, head + 1, mention)
  if (name.kind !== 'person') {
    // "NATO allies Germany", "eastern Ukraine": only an article belongs to it.
    name.from = view.lower[nameFrom - 1] === 'the' && nameFrom - 1 >= from ? nameFrom - 1 : nameFrom
    return name
  }
  if (nameFrom === from) return name
  const bracketed = inner.find(
    ({ to, kind }) => to === nameFrom - 1 && kind === 'person' && /[)\]]/.test(view.form[nameFrom - 1]!),
  )
  if (bracketed !== undefined) name.alias = bracketed
  const title = titleBefore(view, from, nameFrom, inner, possessor)
  if (title === null) {
    const last = view.lower[nameFrom - 1]!
    if (!HONORIFICS.has(last) && last !== '.') name.from = bracketed === undefined ? nameFrom : bracketed.from - 1
    return name
  }
  name.title = title
  name.possessor = possessor
  if (title.of === null && HONORIFICS.has(view.lower[title.role.to - 1]!)) name.from = title.role.from
  return name
}

/** "Russian Foreign Minister (Minister of Foreign Affairs)" before a name. */
function titleBefore(
  view: ChainView,
  from: number,
  nameFrom: number,
  inner: readonly Phrase[],
  possessor: Phrase | null,
): RoleOf | null {
  let last = -1
  let first = -1
  for (let at = nameFrom - 1, depth = 0; at >= from; at--) {
    const form = view.form[at]!
    if (form === ')' || form === ']') depth++
    else if (form === '(' || form === '[') depth--
    else if (depth === 0 && isRole(view, at)) {
      last = at
      break
    } else if (depth === 0 && /^\p{L}/u.test(form) && view.mention[at]! < 0) return null
  }
  if (last < 0) return null
  first = from
  if (possessor !== null && possessor.to <= last)
    first = view.upos[possessor.to] === 'PART' ? possessor.to + 1 : possessor.to
  while (first < last && (view.upos[first] === 'DET' || /^[([\])]$/.test(view.form[first]!))) first++
  let of: Range | null = possessor === null ? null : { from: possessor.from, to: possessor.to }
  const owner = inner.find((one) => one.from === first && one.to <= last)
  if (owner !== undefined && of === null) {
    const end = isTopic(view, owner) ? owner.from + 1 : owner.to
    of = { from: owner.from, to: end }
    first = end
    while (first < last && /^[([\])]$/.test(view.form[first]!)) first++
  } else if (of === null && first < last && countryAt(view, first) !== null) {
    of = { from: first, to: first + 1 }
    first++
  }
  // "the way Sen. Ann Bo": what is no adjective or capitalised word belongs to no short title.
  if (HONORIFICS.has(view.lower[last]!)) {
    let start = last
    while (start > first && /^(?:ADJ|PROPN)$/.test(view.upos[start - 1]!)) start--
    first = start
  }
  for (let at = first; at < last; at++) if (/^[([]$/.test(view.form[at]!)) return { role: { from: first, to: at }, of }
  return { role: { from: first, to: last + 1 }, of }
}

/** "US National Security Spokesman": a field of work, taken for a body, is the spokesman's own. */
const TOPICS = new Set('security affairs policy trade health energy intelligence communications press'.split(' '))
const isTopic = (view: ChainView, { from, to }: Range): boolean =>
  to - from > 1 && TOPICS.has(view.lower[to - 1]!) && countryAt(view, from) !== null

const isRole = (view: ChainView, at: number): boolean => {
  const upos = view.upos[at]
  if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'ADJ' && upos !== 'VERB') return false
  const lower = view.lower[at]!
  if (HONORIFICS.has(lower)) return true
  const kind = nounKind(view, singular(view, at))
  return (
    (kind === 'person' && upos !== 'ADJ') ||
    lower === 'general' ||
    lower === 'secretary-general' ||
    lower === 'president-elect'
  )
}

export function singular(view: ChainView, at: number): string {
  const lemma = view.lemma[at]!.toLowerCase()
  if (view.upos[at] !== 'PROPN' || lemma !== view.lower[at] || !lemma.endsWith('s') || lemma.endsWith('ss'))
    return lemma
  return lemma.endsWith('ies') ? `${lemma.slice(0, -3)}y` : lemma.slice(0, -1)
}

/** The country that a word is the demonym or the name of. */
export function countryAt({ form, countries }: ChainView, at: number): string | null {
  const word = form[at]!
  const known = countries.get(word)
  if (known !== undefined) return known
  const country = (countryOfDemonym(word) ?? countryNamed(word))?.iso2 ?? null
  countries.set(word, country)
  return country
}

function nounKind({ nounKinds }: ChainView, noun: string): NounKind | null {
  const known = nounKinds.get(noun)
  if (known !== undefined) return known
  const kind = kindOfNoun(noun)
  nounKinds.set(noun, kind)
  return kind
}

export function nominal(
  view: ChainView,
  from: number,
  head: number,
  inner: readonly Phrase[],
  possessor: Phrase | null,
): Phrase | null {
  const noun = singular(view, head)
  const kind = nounKind(view, noun)
  const isSource = view.sourceOf[head]! >= 0
  if (kind === null && !isSource) return null
  const determiner = determinerOf(view, from, possessor)
  const isPlural = view.lower[head] !== noun || isCollective(noun) || noun === 'people'
  let first = from
  if (possessor !== null) first = view.upos[possessor.to] === 'PART' ? possessor.to + 1 : possessor.to
  while (first < head && (view.upos[first] === 'DET' || view.upos[first] === 'NUM')) first++
  let of: Range | null = possessor === null ? null : { from: possessor.from, to: possessor.to }
  const owner = inner.find((one) => one.from === first)
  if (of === null && owner !== undefined) {
    of = { from: owner.from, to: owner.to }
    first = owner.to
  } else if (of === null && first < head && countryAt(view, first) !== null) {
    of = { from: first, to: first + 1 }
    first++
  }
  return {
    from,
    to: head + 1,
    head,
    form: 'nominal',
    mention: -1,
    noun,
    kind,
    number: isPlural ? 'many' : 'one',
    gender: genderOfNoun(noun),
    determiner,
    title: { role: { from: Math.min(first, head), to: head + 1 }, of },
    moreTitles: [],
    of,
    possessor,
    alias: null,
    inside: false,
  }
}

function determinerOf(view: ChainView, from: number, possessor: Phrase | null): Phrase['determiner'] {
  if (possessor !== null) return 'possessive'
  const lower = view.lower[from]!
  if (lower === 'the') return 'the'
  if (lower === 'a' || lower === 'an') return 'a'
  if (lower === 'this' || lower === 'that' || lower === 'these' || lower === 'those') return 'this'
  if (QUANTIFIERS.has(lower) || view.upos[from] === 'NUM') return 'quantifier'
  return 'none'
}
