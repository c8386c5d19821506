/** Questions about one noun: is it a person, a body, a text; one or many; of which country. */
import { countryNamed, countryOfCapital, countryOfDemonym, countryOfMetonym } from '../../countries.ts'
import { SPEAKER_NOUNS } from '../../english/speaker-nouns.ts'
import {
  BELONGINGS,
  BODIES,
  CROWDS,
  MORE_PEOPLE,
  NO_PEOPLE,
  OUTLETS,
  PEOPLES,
  QUANTITIES,
  STATES,
  TEXTS,
  WORDS_OF,
} from './noun-classes.ts'
import type { Unit } from './speaker-view.ts'

const IRREGULAR = new Set('people men women children clergy folk staff spokespeople media data personnel'.split(' '))

/** Dictionary form, with compounds cut at their hyphen: "co-director" is a director. */
export function lemmaOf({ lemma, lower }: Unit): string {
  const form = lemma === '' ? lower : lemma
  const hyphen = form.lastIndexOf('-')
  const last = hyphen > 0 && hyphen < form.length - 2 ? form.slice(hyphen + 1) : form
  if (last.endsWith('men')) return `${last.slice(0, -2)}an`
  if (last.endsWith('ies') && isKnown(`${last.slice(0, -3)}y`)) return `${last.slice(0, -3)}y`
  return last.endsWith('s') && !last.endsWith('ss') && last.length > 3 && isKnown(last.slice(0, -1))
    ? last.slice(0, -1)
    : last
}

const isKnown = (lemma: string): boolean =>
  BODIES.has(lemma) || MORE_PEOPLE.has(lemma) || WORDS_OF.has(lemma) || SPEAKER_NOUNS.has(lemma) || TEXTS.has(lemma)

export const isPlural = (unit: Unit): boolean =>
  IRREGULAR.has(unit.lower) ||
  unit.lower.endsWith('men') ||
  (unit.lower.endsWith('s') && !unit.lower.endsWith('ss') && lemmaOf(unit) !== unit.lower)

export const isBody = (unit: Unit): boolean => BODIES.has(lemmaOf(unit)) || STATES.has(lemmaOf(unit))

export const isText = (unit: Unit): boolean => TEXTS.has(lemmaOf(unit)) || OUTLETS.has(lemmaOf(unit))

/** Common nouns of people that neither a body, a text nor a crowd can be. */
export function isPerson(unit: Unit): boolean {
  const lemma = lemmaOf(unit)
  if (BODIES.has(lemma) || STATES.has(lemma) || TEXTS.has(lemma) || OUTLETS.has(lemma) || QUANTITIES.has(lemma))
    return false
  if (NO_PEOPLE.has(lemma)) return false
  return (
    SPEAKER_NOUNS.has(lemma) ||
    MORE_PEOPLE.has(lemma) ||
    /-year-old$/.test(unit.lower) ||
    PEOPLES.has(unit.lower) ||
    /(?:man|woman|person|people|ist|ologist)$/.test(lemma)
  )
}

export const isCrowd = (unit: Unit): boolean => CROWDS.has(lemmaOf(unit))

/** ISO code of "Russian", "US", "South Korean"; null for everything else. */
export function countryOf(units: readonly Unit[]): string | null {
  for (const [i, { form }] of units.entries()) {
    const next = units[i + 1]
    const two = next === undefined ? null : countryOfDemonym(`${form} ${next.form}`)
    const country = two ?? countryOfDemonym(form) ?? countryNamed(form) ?? countryOfCapital(form)
    if (country !== null) return country.iso2
  }
  return null
}

/** ISO code of the government that a capital or building stands for. */
export const standsFor = (name: string): string | null =>
  (countryOfMetonym(name) ?? countryOfCapital(name))?.iso2 ?? null

export const isCountry = (name: string): boolean => countryNamed(name) !== null

/** Parties where they are written with a capital. */
const IDEAS = new Set(
  'conservative liberal green labour socialist communist western democratic republican libertarian'.split(' '),
)

/** "Russian", "Republican", "NATO", "White House": to whom somebody belongs. */
export const isBelonging = (unit: Unit, next?: Unit): boolean =>
  (unit.mention !== null && unit.mention.kind !== 'product' && unit.mention.kind !== 'event') ||
  countryOfDemonym(unit.form) !== null ||
  (next !== undefined && countryOfDemonym(`${unit.form} ${next.form}`) !== null) ||
  (BELONGINGS.has(unit.lower) && (/^\p{Lu}/u.test(unit.form) || !IDEAS.has(unit.lower)))
