/** Subjects that a text names: states by name, demonym, capital or building, and people, organisations, places, weapons, treaties. */
import { type Country, countryNamed, countryOfCapital, countryOfDemonym, countryOfMetonym } from '../countries.ts'
import type { MentionKind, SubjectKind } from '../doc.ts'
import { sliceOf } from '../span.ts'
import { standsForState } from './capital-senses.ts'
import {
  isGenericHead,
  isListedPlace,
  isPlainWord,
  organisationNamed,
  personName,
  placeName,
  productName,
  weaponNamed,
} from './listed-names.ts'
import { type Candidate, isCapital, type Range, rangeOf, type SubjectView, upos } from './subject-view.ts'

/** Bodies that are organisations of their own, though their name may stand for the government. */
const BODIES = new Set(['Pentagon', 'State Department', 'Capitol Hill'])
const GOVERNMENTAL =
  /\b(?:Armed Forces|Air Force|Navy|Army|Ministry|Parliament|Government|Embassy|Senate|Congress|Military|Defence|Defense|Foreign|Federation)\b/

/** All named subjects that begin in `range`, in text order. */
export function namedSubjects(view: SubjectView, range: Range): Candidate[] {
  const found: Candidate[] = []
  for (let at = range.from; at < range.to; ) {
    if (view.mentionAt[at]! < 0 && !isCapital(view.forms[at])) {
      at++
      continue
    }
    const here = treatyAt(view, at, range) ?? weaponAt(view, at, range) ?? mentionedAt(view, at, range)
    const candidates = here ?? demonymAt(view, at, range)
    const isOwner =
      view.owners.has(view.doc.layers.tokens[at]!.start) && isTitled(view, candidates?.at(-1)?.to ?? at, range)
    for (const candidate of candidates ?? []) if (!isOwner) found.push(candidate)
    at = Math.max(at + 1, candidates?.at(-1)?.to ?? 0)
  }
  return found
}

/** Longest title between what it belongs to and the name. */
const LONGEST_TITLE = 6

/** Does a title and somebody's name follow? "British Prime Minister Ann Bo" is about her; "the British prime minister" about Britain too. */
function isTitled(view: SubjectView, from: number, { to }: Range): boolean {
  for (let at = from; at < Math.min(to, from + LONGEST_TITLE); at++) {
    const mention = view.doc.layers.mentions[view.mentionAt[at]!]
    if (mention?.kind === 'person') return true
    if (!['NOUN', 'PROPN', 'ADJ'].includes(upos(view, at))) return false
  }
  return false
}

/** What a name is listed under, whatever the text calls it. Null for names that are nothing by themselves. */
export function listedName(kind: MentionKind | null, name: string): { kind: SubjectKind; name: string } | null {
  const bare = name.replace(/^[Tt]he (?!Hague)/, '').replace(/['’]s?$/, '')
  // Networks take a strange city for somebody, and a street that is a government too.
  if (isListedPlace(bare)) return { kind: 'place', name: placeName(bare) }
  if (kind !== 'person' || bare.includes(' ')) {
    const country = kind === 'person' ? countryOfMetonym(bare) : stateCalled(bare)
    if (country !== null) return { kind: 'state', name: country.names[0]! }
    const organisation = organisationNamed(bare)
    if (organisation !== null) return { kind: 'organisation', name: organisation }
    if (kind !== 'place' && kind !== 'person' && weaponNamed(bare) !== null && !isPlainWord(weaponNamed(bare)!))
      return { kind: 'product', name: weaponNamed(bare)! }
  }
  switch (kind) {
    case 'person':
      return { kind, name: personName(bare) }
    case 'place':
      return { kind, name: placeName(bare) }
    case 'product':
      return { kind, name: productName(bare) }
    case 'organisation':
    case 'publication':
      return { kind: 'organisation', name: bare }
    case 'event':
      return { kind, name: bare }
    case null:
      return null
  }
}

const stateCalled = (name: string): Country | null =>
  countryNamed(name) ?? countryOfDemonym(name) ?? (BODIES.has(name) ? null : countryOfMetonym(name))

function mentionedAt(view: SubjectView, at: number, limits: Range): Candidate[] | null {
  const index = view.mentionAt[at]!
  if (index < 0) return null
  const { text, layers } = view.doc
  const mention = layers.mentions[index]!
  const whole = rangeOf(view, mention)
  if (whole.from !== at || whole.to > limits.to) return null
  const surface = sliceOf(text, mention).replace(/['’]s?$/, '')
  const chain = view.chains.at(mention)
  const range = { from: at, to: whole.to }
  const isSomebody = mention.kind === 'person' && chain?.name != null && sliceOf(text, chain.name) !== surface
  if (!isSomebody) {
    const capital = countryOfCapital(surface)
    if (capital !== null && countryNamed(surface) === null) {
      if (!standsForState(view, range))
        return [{ ...range, kind: 'place', name: placeName(surface), chain: chain?.id ?? null }]
      if (surface === 'Brussels') return [{ ...range, kind: 'organisation', name: 'European Union', chain: null }]
      return [{ ...range, kind: 'state', name: capital.names[0]!, chain: chain?.id ?? null }]
    }
  }
  const fullest = chain?.name == null ? surface : sliceOf(text, chain.name)
  const own = listedName(mention.kind, surface)
  const isListed = own !== null && (own.kind === 'state' || organisationNamed(surface) !== null)
  const isFuller = mention.kind === 'person' || mention.kind === 'organisation'
  const listed = isListed || !isFuller ? own : listedName(mention.kind, fullest)
  if (listed === null) return null
  const to = listed.kind === 'product' ? pastGenericHeads(view, whole.to, limits) : whole.to
  const subject = { from: at, to, ...listed, chain: chain?.id ?? null }
  const owner = listed.kind === 'organisation' && GOVERNMENTAL.test(surface) ? demonymAt(view, at, limits) : null
  return owner === null ? [subject] : [...owner, subject]
}

/** Parts of the world as states are: "European soldiers", "Western weapons". */
const REGIONS: ReadonlyMap<string, string> = new Map([
  ['European', 'Europe'],
  ['Europeans', 'Europe'],
  ['African', 'Africa'],
  ['Africans', 'Africa'],
  ['Asian', 'Asia'],
  ['Western', 'West'],
])

function demonymAt(view: SubjectView, at: number, limits: Range): Candidate[] | null {
  const form = view.forms[at]!
  if (!isCapital(form)) return null
  if (/^Americans?$/.test(form) && view.forms[at - 1] === 'African') return null
  const two = at + 1 < limits.to ? `${form} ${view.forms[at + 1]}` : form
  const ofTwo = countryOfDemonym(two) ?? countryNamed(two)
  if (ofTwo !== null && two !== form)
    return [{ from: at, to: at + 2, kind: 'state', name: ofTwo.names[0]!, chain: null }]
  const hyphen = form.indexOf('-')
  const word = hyphen > 0 ? form.slice(0, hyphen) : form
  const region = REGIONS.get(form)
  if (region === 'Africa' && /^Americans?$/.test(view.forms[at + 1] ?? '')) return null
  if (/^\p{L}+-Americans?$/u.test(form)) return null
  if (region !== undefined) return [{ from: at, to: at + 1, kind: 'place', name: region, chain: null }]
  const country = countryOfDemonym(word) ?? (hyphen > 0 || view.mentionAt[at]! < 0 ? countryNamed(word) : null)
  if (country === null) return null
  return [{ from: at, to: at + 1, kind: 'state', name: country.names[0]!, chain: null }]
}

const LONGEST_WEAPON = 4

/** Weapons of the table, with or without a mention: networks know few of them. */
function weaponAt(view: SubjectView, at: number, limits: Range): Candidate[] | null {
  const { forms } = view
  if (!isCapital(forms[at])) return null
  const mention = view.doc.layers.mentions[view.mentionAt[at]!]
  for (let to = Math.min(at + LONGEST_WEAPON, limits.to); to > at; to--) {
    const name = weaponNamed(forms.slice(at, to).join(' '))
    if (name === null) continue
    const end = pastGenericHeads(view, to, limits)
    const isBeside = end > to
    if (isPlainWord(name) && !isBeside && mention?.kind !== 'product') return null
    const isPart = isCapital(forms[to]) && weaponNamed(forms[to]!) === null && upos(view, to) === 'PROPN' && !isBeside
    const isLast =
      at > limits.from && isCapital(forms[at - 1]) && upos(view, at - 1) === 'PROPN' && mention?.kind !== 'product'
    if (isPart || (isLast && mention !== undefined && mention.start < view.doc.layers.tokens[at]!.start)) return null
    return [
      { from: at, to: end, kind: 'product', name, chain: view.chains.at(view.doc.layers.tokens[at]!)?.id ?? null },
    ]
  }
  return null
}

function pastGenericHeads(view: SubjectView, from: number, limits: Range): number {
  let to = from
  while (to < limits.to && isGenericHead(view.forms[to]!) && upos(view, to) !== 'VERB') to++
  // "Patriot air defence in the north": without a head at its end it is a matter of its own.
  return to > from && upos(view, to - 1) === 'ADJ' ? from : to
}

const TREATY_NOUNS = new Set(
  'agreement agreements accord accords treaty pact protocol protocols convention conventions memorandum declaration'.split(
    ' ',
  ),
)
const NAMED_TREATIES = new Set(['New START', 'New Start', 'START II', 'JCPOA', 'START I', 'SALT II', 'SALT I'])
const LONGEST_TREATY = 5

/** "New START", "the Paris Agreement", "the Minsk agreements", "the Treaty of Lisbon". */
function treatyAt(view: SubjectView, at: number, limits: Range): Candidate[] | null {
  const { forms, lower } = view
  if (!isCapital(forms[at])) return null
  const event = (to: number, name: string): Candidate[] => [{ from: at, to, kind: 'event', name, chain: null }]
  const two = `${forms[at]} ${forms[at + 1] ?? ''}`
  if (at + 1 < limits.to && NAMED_TREATIES.has(two)) {
    const to = TREATY_NOUNS.has(lower[at + 2] ?? '') && at + 2 < limits.to ? at + 3 : at + 2
    return event(to, two === 'New Start' ? 'New START' : two)
  }
  if (forms[at] === 'JCPOA') return event(at + 1, 'JCPOA')
  if (TREATY_NOUNS.has(lower[at]!) && lower[at + 1] === 'of' && isCapital(forms[at + 2]) && at + 2 < limits.to)
    return event(at + 3, forms.slice(at, at + 3).join(' '))
  for (let to = at + 1; to < Math.min(limits.to, at + LONGEST_TREATY); to++) {
    if (TREATY_NOUNS.has(lower[to]!)) {
      if (isCapital(forms[to + 1]) && upos(view, to + 1) === 'PROPN') return null
      const isFirst = at === limits.from && lower[at] === 'the'
      const before = forms.slice(at, to).join(' ')
      const isNamed = isCapital(forms[to])
        ? !isFirst && upos(view, at) !== 'DET'
        : isPlaceOfTreaty(view, at, to, before)
      return isNamed ? event(to + 1, `${before} ${forms[to]}`) : null
    }
    if (!isCapital(forms[to])) return null
  }
  return null
}

/** "Minsk agreements", not "Ukraine agreement", "US agreement" or "Hamas agreement". */
function isPlaceOfTreaty(view: SubjectView, at: number, to: number, name: string): boolean {
  const mention = view.doc.layers.mentions[view.mentionAt[at]!]
  if (mention === undefined || mention.kind === 'person' || mention.kind === 'organisation') return false
  return to - at < 3 && stateCalled(name) === null && organisationNamed(name) === null
}
