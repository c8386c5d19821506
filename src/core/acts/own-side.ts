/** Whose side a subject is on: "we", "his government", and "the US" where the White House speaks. */
import {
  type Country,
  countryByCode,
  countryNamed,
  countryOfCapital,
  countryOfDemonym,
  countryOfMetonym,
} from '../countries.ts'
import type { Span } from '../span.ts'
import type { ActDoc, ActView, Word } from './act-view.ts'

export interface OwnSide {
  readonly countries: ReadonlySet<string>
  /** Words of names that the source is called by: "NATO", "Turkey". */
  readonly names: ReadonlySet<string>
}

const SELF = new Set(['i', 'we'])
const REPORTED = new Set(['he', 'she', 'they', 'it'])
const POSSESSIVES = new Set(['my', 'our', 'his', 'her', 'its', 'their'])
const SIDES = new Set(
  'country government army forces troops party administration company team police ministry nation soldiers union movement office side fighters navy military group cabinet club firm board coalition'.split(
    ' ',
  ),
)
const ADVERBS = new Set([
  'also',
  'now',
  'then',
  'soon',
  'always',
  'all',
  'both',
  'however',
  'therefore',
  'still',
  'even',
])

/** The countries and names behind `view`'s source, with what the utterance tells of it where that has been read. */
export function ownSide(doc: ActDoc, { attribution, utterance }: ActView): OwnSide {
  const spans: Span[] = [...attribution.source]
  const speaker = utterance?.speaker ?? null
  const countries = new Set<string>()
  if (speaker !== null) {
    spans.push(speaker.name)
    if (speaker.of !== null) spans.push(speaker.of)
    if (speaker.speaksFor?.span) spans.push(speaker.speaksFor.span)
    if (speaker.speaksFor?.country) countries.add(speaker.speaksFor.country)
  }
  const names = new Set<string>()
  for (const span of spans) {
    const words = doc.text.slice(span.start, span.end).split(/\s+/, 40)
    for (const country of countriesIn(words)) countries.add(country)
    for (const word of words)
      if (/^\p{Lu}/u.test(word) && word.length > 2 && word !== 'The') names.add(word.replace(/[,.'’]s?$/, ''))
  }
  return { countries, names }
}

/** Whether the subject, the words before the verb of a clause, is the speaker or the side that it speaks for. */
export function isOwn(doc: ActDoc, view: ActView, subject: readonly Word[], side: OwnSide): boolean {
  const words = subject.filter(({ word }) => !ADVERBS.has(word) && !/ly$/.test(word))
  const last = words.at(-1)?.word
  if (last === undefined) return false
  if (SELF.has(last)) return true
  if (REPORTED.has(last)) return !view.isDirect
  const possessive = words.findIndex(({ word }) => POSSESSIVES.has(word))
  if (possessive >= 0 && (!view.isDirect || /^(my|our)$/.test(words[possessive]!.word)))
    return words.slice(possessive + 1).some(({ word }) => SIDES.has(word))
  const shown = words.map(({ start, end }) => doc.text.slice(start, end))
  return countriesIn(shown).some((country) => side.countries.has(country)) || shown.some((word) => side.names.has(word))
}

/** Whether `words` name a country that the source speaks for. */
export const namesOwn = (doc: ActDoc, words: readonly Word[], { countries }: OwnSide): boolean =>
  countries.size > 0 &&
  countriesIn(words.map(({ start, end }) => doc.text.slice(start, end))).some((country) => countries.has(country))

/** ISO codes of the countries that `words` name, by name, demonym, capital or seat of government. */
function countriesIn(words: readonly string[]): string[] {
  const found: string[] = []
  for (let at = 0; at < words.length; at++) {
    for (let length = 3; length >= 1; length--) {
      if (at + length > words.length) continue
      const name = words
        .slice(at, at + length)
        .join(' ')
        .replace(/[,;:]$|['’]s?$|\.$/, '')
      if (!/^\p{Lu}/u.test(name)) continue
      const country: Country | null =
        countryNamed(name) ?? countryOfDemonym(name) ?? countryOfCapital(name) ?? countryOfMetonym(name)
      if (country !== null && countryByCode(country.iso2) !== null) {
        found.push(country.iso2)
        break
      }
    }
  }
  return found
}
