/** What the wording itself ties together: complements, appositions, short forms in brackets, "X is the …", "X and Y". */

import { firstToken } from '../token-columns.ts'
import type { ChainView } from './chain-view.ts'
import type { Phrase } from './phrase.ts'

/** Two phrases that the wording says are one. */
export interface Tie {
  readonly a: Phrase
  readonly b: Phrase
}

/** "X and Y": a thing of several. */
export interface Group {
  readonly phrase: Phrase
  readonly members: readonly Phrase[]
}

export interface Structure {
  readonly phrases: readonly Phrase[]
  readonly ties: readonly Tie[]
  readonly groups: readonly Group[]
}

/** Prepositions after any noun for somebody, after nouns for people, and inside a source only. */
const OF = new Set(['of'])
const FOR = new Set(['of', 'for', 'from', 'at', 'to'])
const ANY = new Set([
  'of',
  'for',
  'from',
  'at',
  'to',
  'in',
  'with',
  'on',
  'near',
  'by',
  'within',
  'inside',
  'close',
  'about',
  'against',
])
const MOST_MEMBERS = 12

export function structureOf(view: ChainView, found: readonly Phrase[]): Structure {
  const dropped = new Set<Phrase>()
  const opening = new Map<number, Phrase>()
  for (const phrase of found) {
    const known = opening.get(phrase.from)
    if (known === undefined || known.to <= phrase.to) opening.set(phrase.from, phrase)
  }
  const at = (token: number): Phrase | undefined => {
    const phrase = opening.get(token)
    return phrase !== undefined && dropped.has(phrase) ? undefined : phrase
  }
  for (let i = found.length - 1; i >= 0; i--) complement(view, found[i]!, at, dropped, opening, found, i)
  const phrases = found.filter((phrase) => !dropped.has(phrase))
  const ties: Tie[] = []
  for (const phrase of phrases) {
    const other = apposition(view, phrase, at) ?? predicate(view, phrase, at)
    if (other !== null) ties.push({ a: phrase, b: other })
    if (phrase.alias !== null) ties.push({ a: phrase, b: phrase.alias })
  }
  return { phrases, ties, groups: groupsOf(view, phrases, at, ties) }
}

/** "spokesman for the ministry"; and "Foreign Minister of Russia Sergei Lavrov", where the noun is the title of a name. */
function complement(
  view: ChainView,
  phrase: Phrase,
  at: (token: number) => Phrase | undefined,
  dropped: Set<Phrase>,
  opening: Map<number, Phrase>,
  found: readonly Phrase[],
  index: number,
): void {
  if (phrase.form !== 'nominal' || phrase.to >= view.count) return
  const preposition = view.lower[phrase.to]!
  const source = view.sourceOf[phrase.head]!
  const inSource = source >= 0 && view.sourceOf[phrase.to] === source && view.sourceOf[phrase.to + 1] === source
  const allowed = inSource ? ANY : phrase.kind === 'person' ? FOR : OF
  if (!allowed.has(preposition) || view.sentence[phrase.to] !== view.sentence[phrase.from]) return
  const begin = phrase.to + 1
  const owner = at(begin) ?? (view.lower[begin] === 'the' ? at(begin + 1) : undefined)
  if (owner === undefined) {
    if (!inSource) return
    // "a person with knowledge of the talks": what is nobody belongs to the phrase too.
    let end = begin
    while (end < view.count && view.sourceOf[end] === source && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(view.upos[end]!))
      end++
    if (end > begin) phrase.to = end
    return
  }
  if (FOR.has(preposition) && phrase.of === null) {
    const of = { from: owner.from, to: owner.to }
    phrase.of = of
    if (phrase.title !== null) phrase.title = { role: phrase.title.role, of }
  }
  phrase.to = owner.to
  owner.inside = true
  const person = found[index + 1] === owner ? found[index + 2] : undefined
  const carries =
    person !== undefined &&
    person.form === 'name' &&
    person.kind === 'person' &&
    person.from === owner.to &&
    person.title === null
  if (
    !carries ||
    phrase.kind !== 'person' ||
    phrase.number !== 'one' ||
    owner.kind === 'person' ||
    owner.form !== 'name'
  )
    return
  person.title = phrase.title
  person.from = phrase.from
  dropped.add(phrase)
  opening.set(phrase.from, person)
}

const ends = (view: ChainView, token: number, sentence: number): boolean =>
  token >= view.count || view.sentence[token] !== sentence || /^[.,;:!?)\]—–”"]$/.test(view.form[token]!)

/** The second half of "Hugh Hill, a doctor," and "the Foreign Minister, Ann Bo,". */
function apposition(view: ChainView, phrase: Phrase, at: (token: number) => Phrase | undefined): Phrase | null {
  if (phrase.form === 'pronoun' || phrase.number === 'many') return null
  const sentence = view.sentence[phrase.head]!
  let next = phrase.to
  if (next >= view.count || view.sentence[next] !== sentence) return null
  if (view.form[next] === '(') return bracketed(view, phrase, at(next + 1))
  if (view.form[next] !== ',') return null
  next++
  // "Hugh Hill, 45, a doctor,"
  if (view.upos[next] === 'NUM' && view.form[next + 1] === ',') next += 2
  const other = at(next)
  if (
    other === undefined ||
    view.sentence[other.head] !== sentence ||
    other.number === 'many' ||
    !ends(view, other.to, sentence)
  )
    return null
  if (other.form === 'pronoun' || other.kind !== phrase.kind) return null
  if (phrase.form === other.form && phrase.form === 'name') return null
  if (other.form === 'nominal') {
    if (other.determiner === 'quantifier' || other.determiner === 'this') return null
    if (phrase.form === 'nominal' && (phrase.kind !== 'person' || other.determiner === 'none')) return null
    const joins = view.form[other.to] === ',' && /^(?:and|or)$/.test(view.lower[other.to + 1] ?? '')
    return phrase.form === 'nominal' && joins ? null : other
  }
  // A name behind a noun: only where a comma or the sentence's end closes it.
  if (phrase.kind !== 'person' || phrase.determiner === 'quantifier') return null
  const joins = view.form[other.to] === ',' && /^(?:and|or)$/.test(view.lower[other.to + 1] ?? '')
  return joins ? null : other
}

/** "Kennedy Space Center (KSC)". */
function bracketed(view: ChainView, phrase: Phrase, other: Phrase | undefined): Phrase | null {
  if (other === undefined || view.form[other.to] !== ')' || other.form !== 'name' || phrase.form !== 'name') return null
  const short = view.form[other.head]!
  return other.head === other.from && /^\p{Lu}{2,7}s?$/u.test(short) && isAcronym(short, namesOf(view, phrase))
    ? other
    : null
}

export const namesOf = (view: ChainView, phrase: Phrase): string[] => {
  const mention = view.names[phrase.mention]!
  const words: string[] = []
  for (let at = firstToken(view, mention); at < view.count && view.mention[at] === phrase.mention; at++)
    words.push(view.form[at]!)
  return words
}

/** Whether `short` is made of the first letters of `words`, with or without the small ones. */
export function isAcronym(short: string, words: readonly string[]): boolean {
  const letters = short.replaceAll('.', '').toUpperCase()
  if (letters.length < 2 || words.length < 2) return false
  const pieces = words.flatMap((word) => word.split('-')).filter((word) => /^\p{L}/u.test(word))
  const initials = (kept: readonly string[]): string => kept.map((word) => word[0]!.toUpperCase()).join('')
  return letters === initials(pieces) || letters === initials(pieces.filter((word) => /^\p{Lu}/u.test(word)))
}

/** The second half of "Hill is the president" and "he was a doctor". */
function predicate(view: ChainView, phrase: Phrase, at: (token: number) => Phrase | undefined): Phrase | null {
  const is = phrase.to
  if (phrase.form === 'nominal' || phrase.number === 'many' || phrase.kind !== 'person' || is + 1 >= view.count)
    return null
  if (!/^(?:is|was|'s)$/.test(view.lower[is]!) || view.upos[is] === 'PART') return null
  const other = at(is + 1)
  if (other === undefined || other.form !== 'nominal' || other.kind !== 'person' || other.number === 'many') return null
  return other.determiner === 'the' || other.determiner === 'a' || other.determiner === 'possessive' ? other : null
}

/** "Germany, Britain and Italy". */
function groupsOf(
  view: ChainView,
  phrases: readonly Phrase[],
  at: (token: number) => Phrase | undefined,
  ties: readonly Tie[],
): Group[] {
  const tied = new Set(ties.flatMap(({ a, b }) => [`${a.from} ${b.from}`]))
  const groups: Group[] = []
  let done = -1
  for (const first of phrases) {
    if (first.from < done || at(first.from) !== first || first.kind === 'thing') continue
    const members = [first]
    let hasAnd = false
    while (members.length < MOST_MEMBERS && !hasAnd) {
      let next = members.at(-1)!.to
      if (next >= view.count || view.sentence[next] !== view.sentence[first.from]) break
      const isComma = view.form[next] === ','
      if (isComma) next++
      const isAnd = view.lower[next] === 'and' || view.lower[next] === '&'
      if (isAnd) next++
      if (!isComma && !isAnd) break
      const other = at(next)
      if (other === undefined || other.kind !== first.kind || tied.has(`${members.at(-1)!.from} ${other.from}`)) break
      if (other.form === 'pronoun' && !isAnd) break
      members.push(other)
      hasAnd = isAnd
    }
    if (!hasAnd || members.length < 2) continue
    const last = members.at(-1)!
    done = last.to
    groups.push({ phrase: groupPhrase(first, last), members })
  }
  return groups
}

const groupPhrase = (first: Phrase, last: Phrase): Phrase => ({
  from: first.from,
  to: last.to,
  head: first.head,
  form: 'nominal',
  mention: -1,
  noun: '',
  kind: first.kind,
  number: 'many',
  gender: null,
  determiner: 'none',
  title: null,
  moreTitles: [],
  of: null,
  possessor: null,
  alias: null,
  inside: false,
})
