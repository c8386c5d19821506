/** Noun phrases that may refer to somebody: names with their titles, nouns for people and bodies, pronouns. */
import type { ChainView } from './chain-view.ts'
import { nameAt, namePhrase, nominal } from './noun-phrases.ts'
import { type Phrase, PRONOUNS } from './phrase.ts'
import { ABBREVIATIONS, HONORIFICS } from './role-nouns.ts'

const POSSESSIVES = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your', 'whose'])
/** Longest chunk in tokens, longest bracket inside one. */
const LONGEST = 30
const BRACKET = 6

const isPossessiveMark = (view: ChainView, at: number): boolean =>
  view.upos[at] === 'PART' && (view.lower[at] === "'s" || view.lower[at] === "'")

const isNominal = (view: ChainView, at: number): boolean => {
  const upos = view.upos[at]
  return upos === 'NOUN' || upos === 'PROPN' || view.mention[at]! >= 0
}

/** All phrases in the order of their heads. */
export function phrasesOf(view: ChainView): Phrase[] {
  const phrases: Phrase[] = []
  let at = 0
  while (at < view.count) at = readChunk(view, at, phrases)
  return phrases
}

/** Appends the phrases that begin at `at`; where to read on. */
function readChunk(view: ChainView, at: number, into: Phrase[]): number {
  const pronoun = view.upos[at] === 'PRON' || view.upos[at] === 'DET' ? pronounAt(view, at) : null
  if (pronoun !== null) {
    into.push(pronoun)
    if (!POSSESSIVES.has(view.lower[at]!) || !continues(view, at + 1, at + 1)) return at + 1
  } else if (!opens(view, at)) return at + 1
  let end = at + 1
  let head = pronoun === null && isNominal(view, at) ? at : -1
  let start = at
  let possessor: Phrase | null = pronoun
  while (end < view.count && end - at < LONGEST && view.sentence[end] === view.sentence[at]) {
    if (isPossessiveMark(view, end) && head === end - 1 && view.mention[end]! < 0) {
      const owner = closed(view, start, head, possessor, into)
      if (owner !== null) possessor = owner
      start = end + 1
      head = -1
      end++
      continue
    }
    const bracket = bracketEnd(view, end, head)
    if (bracket > 0) {
      end = bracket
      continue
    }
    if (!continues(view, end, at)) break
    if (isNominal(view, end)) head = end
    end++
  }
  if (head < 0) return Math.max(at + 1, start)
  closed(view, possessor === null ? start : possessor.from, head, possessor, into)
  return head + 1
}

function opens(view: ChainView, at: number): boolean {
  if (view.mention[at]! >= 0) return true
  const upos = view.upos[at]!
  if (upos === 'DET' || upos === 'ADJ' || upos === 'NUM' || upos === 'NOUN' || upos === 'PROPN') return true
  return HONORIFICS.has(view.lower[at]!) && view.lower[at + 1] === '.'
}

function continues(view: ChainView, at: number, start: number): boolean {
  if (at >= view.count || view.sentence[at] !== view.sentence[start]) return false
  if (view.mention[at]! >= 0) return true
  const upos = view.upos[at]!
  if (upos === 'ADJ' || upos === 'NUM' || upos === 'NOUN' || upos === 'PROPN') return true
  if (upos === 'DET') return view.upos[at - 1] === 'DET' && at - 1 === start
  if (view.lower[at] === '.') return ABBREVIATIONS.has(view.lower[at - 1]!) && isNominal(view, at + 1)
  if (upos === 'VERB' || upos === 'ADV') {
    const isParticiple = /(?:ed|ing)$/.test(view.lower[at]!) || upos === 'ADV'
    const before = view.upos[at - 1]
    const next = view.upos[at + 1]
    return (
      isParticiple && (before === 'DET' || before === 'ADJ') && (next === 'NOUN' || next === 'ADJ' || next === 'PROPN')
    )
  }
  return false
}

/** "the (NATO) Secretary General (Jens) Stoltenberg": where a bracket that stands inside a phrase ends; 0 for none. */
function bracketEnd(view: ChainView, at: number, head: number): number {
  const mark = view.form[at]
  if (mark !== '(' && mark !== '[') return 0
  for (let end = at + 1; end < view.count && end - at <= BRACKET; end++) {
    if (view.form[end] === ')' || view.form[end] === ']') {
      if (end === at + 1 || !/^\p{Lu}/u.test(view.form[end + 1] ?? '') || !isNominal(view, end + 1)) return 0
      // "Biden (Delaware) Trump": two names with a bracket between are two.
      const isName = head >= 0 && view.mention[head]! >= 0
      return isName ? 0 : end + 1
    }
    const upos = view.upos[end]!
    if (upos === 'PUNCT' || upos === 'VERB' || upos === 'AUX' || upos === 'PRON' || upos === 'NUM') return 0
  }
  return 0
}

function pronounAt(view: ChainView, at: number): Phrase | null {
  const lower = view.lower[at]!
  const pronoun = Object.hasOwn(PRONOUNS, lower) ? PRONOUNS[lower]! : null
  if (pronoun === null || view.mention[at]! >= 0 || view.form[at] === 'US' || view.form[at] === 'IT') return null
  return {
    from: at,
    to: at + 1,
    head: at,
    form: 'pronoun',
    mention: -1,
    noun: pronoun,
    kind: pronoun === 'he' || pronoun === 'she' || pronoun === 'I' || pronoun === 'who' ? 'person' : null,
    number: pronoun === 'they' || pronoun === 'we' ? 'many' : pronoun === 'who' ? null : 'one',
    gender: pronoun === 'he' ? 'male' : pronoun === 'she' ? 'female' : null,
    determiner: 'none',
    title: null,
    moreTitles: [],
    of: null,
    possessor: null,
    alias: null,
    inside: false,
  }
}

/** The phrase from `from` to `head`, with the names inside it before it; null where it may be nobody. */
function closed(view: ChainView, from: number, head: number, possessor: Phrase | null, into: Phrase[]): Phrase | null {
  const mention = view.mention[head]!
  const nameFrom = mention < 0 ? head + 1 : firstOf(view, mention, head)
  const inner: Phrase[] = []
  for (let at = possessor === null ? from : Math.max(from, possessor.to); at < nameFrom; at++) {
    const nested = view.mention[at]!
    if (nested < 0) continue
    const end = endOf(view, nested, at)
    if (end <= nameFrom) inner.push(nameAt(view, at, at, end, nested))
    at = end - 1
  }
  for (const one of inner) one.inside = true
  if (possessor !== null) possessor.inside = true
  into.push(...inner)
  const made =
    mention >= 0
      ? namePhrase(view, from, nameFrom, head, mention, inner, possessor)
      : nominal(view, from, head, inner, possessor)
  if (made !== null) into.push(made)
  return made
}

const firstOf = (view: ChainView, mention: number, at: number): number => {
  let first = at
  while (first > 0 && view.mention[first - 1] === mention) first--
  return first
}
const endOf = (view: ChainView, mention: number, at: number): number => {
  let end = at + 1
  while (end < view.count && view.mention[end] === mention) end++
  return end
}
