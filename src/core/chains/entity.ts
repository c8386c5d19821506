/** One thing of a document while its chain grows, and what is known of it so far. */
import { countryNamed, countryOfMetonym } from '../countries.ts'
import { spanOf } from '../token-columns.ts'
import type { ChainView } from './chain-view.ts'
import { countryAt } from './noun-phrases.ts'
import type { Phrase, Range } from './phrase.ts'
import { GENERIC_MODIFIERS, isCollective, isOffice } from './role-nouns.ts'

export interface Entity {
  readonly index: number
  readonly phrases: Phrase[]
  /** Mention kind, `group`, `thing`, or null. */
  kind: string | null
  number: 'one' | 'many' | null
  /** Evidence for each gender, by weight: 1 for a word that has it, less for what may err. */
  female: number
  male: number
  /** Words of its names in lower case. */
  readonly nameWords: Set<string>
  /** Nouns that the text uses of it: "minister". */
  readonly nouns: Set<string>
  /** Offices of two words among them: "prime minister". */
  readonly offices: Set<string>
  /** The words of its noun phrases but for their articles. */
  readonly wordings: Set<string>
  /** What else stands with these nouns: "foreign". */
  readonly modifiers: Set<string>
  /** Countries and names that the nouns belong to: `=RU`, "nato". */
  readonly owners: Set<string>
  names: number
  /** A country by one of its names. */
  isCountry: boolean
  last: Phrase | null
  lastIsSubject: boolean
  /** The attribution in whose quoted words it was referred to last, but for "I"; -1 for none. */
  quotedIn: number
  /** Set for "X and Y". */
  readonly members: readonly Entity[]
  /** 0 to 1: how sure the least sure link is. */
  confidence: number
}

export const emptyEntity = (index: number, members: readonly Entity[] = []): Entity => ({
  index,
  phrases: [],
  kind: null,
  number: null,
  female: 0,
  male: 0,
  nameWords: new Set(),
  nouns: new Set(),
  offices: new Set(),
  wordings: new Set(),
  modifiers: new Set(),
  owners: new Set(),
  names: 0,
  isCountry: false,
  last: null,
  lastIsSubject: false,
  quotedIn: -1,
  members,
  confidence: 1,
})

/** Most different words kept of one thing. */
const MOST_WORDS = 60

/** Takes in what a phrase tells of the thing it refers to. */
export function tell(view: ChainView, entity: Entity, phrase: Phrase): void {
  entity.phrases.push(phrase)
  entity.last = phrase
  if (view.quotation[phrase.head]! >= 0) entity.quotedIn = view.contentOf[phrase.head]!
  if (phrase.form === 'name') {
    if (entity.names++ === 0 && phrase.kind === 'place') {
      const { start, end } = view.names[phrase.mention]!
      entity.isCountry = countryNamed(view.doc.text.slice(start, end)) !== null
    }
    entity.kind ??= phrase.kind
    entity.number ??= 'one'
    for (let at = phrase.head; at >= phrase.from && view.mention[at] === phrase.mention; at--)
      add(entity.nameWords, view.lower[at]!)
  } else if (phrase.form === 'nominal') {
    entity.kind ??= phrase.kind
    entity.number ??= isCollective(phrase.noun) ? null : phrase.number
    if (phrase.noun !== '') {
      add(entity.nouns, phrase.noun)
      add(entity.wordings, wordingOf(view, phrase))
    }
  }
  if (phrase.gender !== null && phrase.form === 'nominal') entity[phrase.gender] += 1
  for (const title of phrase.title === null ? [] : [phrase.title, ...phrase.moreTitles]) {
    modifiersOf(view, title.role, entity.modifiers)
    if (phrase.form === 'name') add(entity.nouns, view.lower[title.role.to - 1]!)
    const office = officeOf(view, title.role)
    if (office !== null) add(entity.offices, office)
    if (title.of !== null) ownersOf(view, title.of, entity.owners)
  }
}

const add = (set: Set<string>, word: string): void => {
  if (set.size < MOST_WORDS) set.add(word)
}

/** "prime minister"; null for a role of one word, and where the two are no office. */
export function officeOf(view: ChainView, { from, to }: Range): string | null {
  const words = to - from > 1 ? `${view.lower[to - 2]!} ${view.lower[to - 1]!}` : ''
  return isOffice(words) ? words : null
}

/** The words up to the noun, without a, the, some. */
export function wordingOf(view: ChainView, { from, head, form }: Phrase): string {
  if (form !== 'nominal') return ''
  let words = ''
  for (let at = from; at <= head; at++) {
    const isArticle = view.upos[at] === 'DET'
    if (!isArticle) words += ` ${view.lower[at]!}`
  }
  return words
}

/** Words before the noun that say which office it is. */
export function modifiersOf(view: ChainView, role: Range, into: Set<string>): Set<string> {
  for (let at = role.from; at < role.to - 1; at++) {
    const word = view.lower[at]!
    if (!GENERIC_MODIFIERS.has(word) && /^\p{L}/u.test(word) && into.size < MOST_WORDS) into.add(word)
  }
  return into
}

export function ownersOf(view: ChainView, of: Range, into: Set<string>): Set<string> {
  const metonym = countryOfMetonym(
    view.doc.text.slice(spanOf(view, of.from, of.to).start, spanOf(view, of.from, of.to).end),
  )
  if (metonym !== null) into.add(`=${metonym.iso2}`)
  for (let at = of.from; at < of.to && at - of.from < 12; at++) {
    const country = countryAt(view, at)
    const upos = view.upos[at]
    if (into.size >= MOST_WORDS) break
    if (country !== null) into.add(`=${country}`)
    else if (upos === 'NOUN' || upos === 'PROPN' || view.mention[at]! >= 0) into.add(view.lower[at]!)
  }
  return into
}

/** Evidence that is enough to speak of a gender, and how much more of it than of the other there has to be. */
const ENOUGH = 0.8
const CLEARLY = 4

/** The gender that the evidence speaks for, if it speaks clearly. */
export function genderOf({ female, male }: Entity): 'female' | 'male' | null {
  if (female >= ENOUGH && female >= CLEARLY * male) return 'female'
  return male >= ENOUGH && male >= CLEARLY * female ? 'male' : null
}
