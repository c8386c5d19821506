/** Which names of one document mean the same: surnames after full names, short forms, acronyms, other spellings. */
import { countryNamed, countryOfCapital } from '../countries.ts'
import { fold } from '../fold.ts'
import { genderOfGivenName } from './given-names.ts'
import { HONORIFICS } from './role-nouns.ts'
import { isAcronym } from './structure.ts'

export interface NameUse {
  /** Words as written. */
  readonly words: readonly string[]
  readonly kind: string
  /** By what stands before it: "Mrs"; null without. */
  readonly gender: 'female' | 'male' | null
}

export interface NameCluster {
  /** Indexes of the uses. */
  readonly uses: number[]
  readonly words: readonly string[]
  readonly kind: string
}

export interface NameClusters {
  readonly clusters: readonly NameCluster[]
  /** Use → clusters it may belong to, where none is clearly meant; it is a cluster of its own. */
  readonly unclear: ReadonlyMap<number, readonly number[]>
}

interface Form {
  readonly key: string
  readonly words: readonly string[]
  readonly folded: readonly string[]
  readonly kind: string
  readonly gender: 'female' | 'male' | null
  readonly uses: number[]
  /** Index into the list of clusters; -1 before it has one. */
  cluster: number
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'jr.', 'sr.'])
const SMALL = new Set(['of', 'the', 'and', 'for', 'de', '&', "'s", '’s'])
const CORPORATE = new Set([
  'inc',
  'inc.',
  'corp',
  'corp.',
  'ltd',
  'ltd.',
  'co',
  'co.',
  'llc',
  'plc',
  'company',
  'corporation',
  'group',
])

const NICKNAMES: readonly (readonly string[])[] =
  `william bill will billy|joseph joe joey|michael mike mick|robert bob rob bobby|james jim jimmy|timothy tim
thomas tom tommy|anthony tony|steven steve|stephen steve|christopher chris|matthew matt|nicholas nick|david dave|gregory greg|andrew andy|alexander alex
katherine kate kathy katie|catherine kate cathy|elizabeth liz beth betsy|susan sue|richard dick rick|edward ed ted|theodore ted|charles chuck charlie
daniel dan danny|benjamin ben|samuel sam|donald don|ronald ron|kenneth ken|patrick pat|patricia pat|lawrence larry|raymond ray|jeffrey jeff|geoffrey geoff
philip phil|frederick fred|peter pete|john jack johnny|deborah debbie deb|rebecca becky|margaret maggie peggy|jennifer jen|kimberly kim|victoria vicky`
    .split(/[|\n]/)
    .map((row) => row.split(' '))
const nicknames = new Map<string, Set<number>>()
NICKNAMES.forEach((row, index) => {
  for (const name of row) nicknames.set(name, (nicknames.get(name) ?? new Set()).add(index))
})

/** A word as names are compared: Sergei and Sergey, Zelensky and Zelenskyy are one. */
export const spelling = (word: string): string =>
  fold(word)
    .replaceAll('’', "'")
    .replace(/(?:yy|iy|ii|ij|yj|i)$/, 'y')
    .replace(/ei$/, 'ey')

/** More forms than any text has, and fewer than would make the comparison slow. */
const MOST_FORMS = 4000

export function clusterNames(uses: readonly NameUse[]): NameClusters {
  const forms = formsOf(uses)
  const clusters: Form[][] = []
  const byWord = new Map<string, Form[]>()
  const unclear = new Map<number, readonly number[]>()
  const ordered = forms
    .map((form, at) => ({ form, at }))
    .sort((a, b) => b.form.words.length - a.form.words.length || rank(a.form) - rank(b.form) || a.at - b.at)
  for (const { form } of ordered.slice(0, MOST_FORMS)) {
    const near = candidatesFor(form, byWord)
    const possible = [...new Set(near.map(({ cluster }) => cluster))]
    const chosen = possible.length > 1 ? clearest(form, possible, clusters, uses) : possible[0]
    if (chosen === undefined) {
      form.cluster = clusters.length
      clusters.push([form])
      if (possible.length > 1) for (const use of form.uses) unclear.set(use, possible)
    } else {
      form.cluster = chosen
      clusters[chosen]!.push(form)
    }
    for (const word of indexWords(form)) {
      const known = byWord.get(word)
      if (known === undefined) byWord.set(word, [form])
      else if (known.length < 50) known.push(form)
    }
  }
  for (const { form } of ordered.slice(MOST_FORMS)) clusters.push([form])
  return { clusters: clusters.map(clusterOf), unclear }
}

const rank = ({ gender }: Form): number => (gender === null ? 1 : 0)

const clusterOf = (forms: readonly Form[]): NameCluster => ({
  uses: forms.flatMap(({ uses }) => uses).sort((a, b) => a - b),
  words: forms.reduce((a, b) => (b.words.length > a.words.length ? b : a)).words,
  kind: forms.reduce((a, b) => (b.uses.length > a.uses.length ? b : a)).kind,
})

function formsOf(uses: readonly NameUse[]): Form[] {
  const byKey = new Map<string, Form>()
  const spellings = new Map<string, string>()
  const spelled = (word: string): string => {
    const known = spellings.get(word)
    if (known !== undefined) return known
    const made = spelling(word)
    spellings.set(word, made)
    return made
  }
  uses.forEach(({ words: written, kind, gender }, index) => {
    const words = bare(written, kind)
    const folded = words.map(spelled)
    const country = kind === 'person' ? null : countryNamed(words.join(' '))
    // "Mr Clinton" and "Mrs Clinton" are two.
    const own = kind === 'person' && words.length === 1 ? gender : null
    const key = country === null ? `${folded.join(' ')} ${own ?? ''}` : `=${country.iso2}`
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, { key, words, folded, kind, gender: own, uses: [index], cluster: -1 })
    else known.uses.push(index)
  })
  return [...byKey.values()]
}

function bare(written: readonly string[], kind: string): readonly string[] {
  const words = written.filter((word) => /[\p{L}\p{N}]/u.test(word) && word !== '’s' && word !== "'s")
  if (words.length > 1 && /^the$/i.test(words[0]!)) words.shift()
  if (kind === 'person') {
    while (words.length > 1 && HONORIFICS.has(words[0]!.toLowerCase().replace('.', ''))) words.shift()
    while (words.length > 1 && SUFFIXES.has(words.at(-1)!.toLowerCase())) words.pop()
  } else while (words.length > 1 && CORPORATE.has(words.at(-1)!.toLowerCase())) words.pop()
  return words.length > 0 ? words : written
}

const initialsOf = (form: Form): string[] => {
  const letters = form.words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]!.toLowerCase())
  const all = form.words.filter((word) => /^\p{L}/u.test(word)).map((word) => word[0]!.toLowerCase())
  return letters.length < 2 ? [] : [`#${letters.join('')}`, `#${all.join('')}`]
}
const indexWords = (form: Form): string[] => [
  ...new Set([...form.folded, ...(form.kind === 'person' ? [] : initialsOf(form)), ...capitalKey(form)]),
]
/** Capitals of one country that share their consonants: Kyiv and Kiev. */
const capitalKey = (form: Form): string[] => {
  const country = form.kind === 'place' ? countryOfCapital(form.words.join(' ')) : null
  return country === null ? [] : [`@${country.iso2}${form.folded.join('').replace(/[aeiouy]/g, '')}`]
}

/** Forms with a cluster that `form` may be a shorter or other way of writing. */
function candidatesFor(form: Form, byWord: ReadonlyMap<string, readonly Form[]>): Form[] {
  const found: Form[] = []
  const keys = new Set([...form.folded.filter((word) => !SMALL.has(word)), ...capitalKey(form)])
  if (form.words.length === 1 && /^\p{Lu}[\p{Lu}.&]+$/u.test(form.words[0]!))
    keys.add(`#${form.folded[0]!.replaceAll('.', '')}`)
  for (const key of keys) {
    for (const other of byWord.get(key) ?? []) {
      if (!found.includes(other) && fits(form, other)) found.push(other)
    }
  }
  return found
}

function fits(form: Form, other: Form): boolean {
  if (form.kind === 'person' || other.kind === 'person') {
    if (form.gender !== null && other.gender !== null && form.gender !== other.gender) return false
    return form.kind === other.kind && fitsPerson(form.folded, other.folded)
  }
  if (form.key.startsWith('=') || other.key.startsWith('=')) return false
  if (capitalKey(form)[0] !== undefined && capitalKey(form)[0] === capitalKey(other)[0]) return true
  return fitsBody(form, other)
}

/** Whether `short` is the same person's name as `long`, as far as the words go. */
export function fitsPerson(short: readonly string[], long: readonly string[]): boolean {
  if (short.length > long.length) return false
  const surname = long.at(-1)!
  if (short.length === 1) {
    const word = short[0]!
    return (
      word === surname ||
      (long.length > 1 && sameGivenName(word, long[0]!)) ||
      (long.length > 2 && long.slice(1).join(' ') === word)
    )
  }
  // "van der Bellen", "De Blasio": a surname of several words.
  if (long.length > short.length && long.slice(-short.length).join(' ') === short.join(' ')) return true
  if (short.at(-1) !== surname)
    return short.length >= 2 && long.length > short.length && long.slice(0, short.length).join(' ') === short.join(' ')
  return sameGivenName(short[0]!, long[0]!) || (long.length > 2 && sameGivenName(short[0]!, long[1]!))
}

function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true
  const short = a.replaceAll('.', '')
  const long = b.replaceAll('.', '')
  if (short.length === 1 || long.length === 1) return short[0] === long[0]
  const ofA = nicknames.get(a)
  const ofB = nicknames.get(b)
  if (ofA === undefined || ofB === undefined) return false
  for (const row of ofA) if (ofB.has(row)) return true
  return false
}

function fitsBody(short: Form, long: Form): boolean {
  const a = short.folded.filter((word) => !SMALL.has(word))
  const b = long.folded.filter((word) => !SMALL.has(word))
  if (short.words.length === 1 && isAcronym(short.words[0]!, long.words)) return true
  if (short.kind === 'place' || long.kind === 'place') return false
  if (a.length > b.length || a.length === 0) return false
  if (a.length === b.length) return [...a].sort().join(' ') === [...b].sort().join(' ')
  if (b.slice(-a.length).join(' ') === a.join(' '))
    return long.kind === 'publication' || a.length > 1 || short.kind === long.kind
  return (
    b.slice(0, a.length).join(' ') === a.join(' ') &&
    short.kind === long.kind &&
    countryNamed(short.words.join(' ')) === null
  )
}

/** Share of the full names that must be one person's before the bare surname is taken to be theirs. */
const CLEAR = 0.75

/** The one of several clusters that a short name clearly means; undefined where it may be any. */
function clearest(
  form: Form,
  possible: readonly number[],
  clusters: readonly (readonly Form[])[],
  uses: readonly NameUse[],
): number | undefined {
  const { gender } = form
  const left = possible.filter((cluster) => {
    if (gender === null) return true
    const known = genderOfCluster(clusters[cluster]!, uses)
    return known === null || known === gender
  })
  if (left.length === 1) return left[0]
  const counts = left.map((cluster) => clusters[cluster]!.reduce((sum, { uses: of }) => sum + of.length, 0))
  const sum = counts.reduce((a, b) => a + b, 0)
  const best = counts.indexOf(Math.max(...counts))
  // Before the other was named at all, the surname alone could mean one only.
  const first = form.uses[0]!
  const introduced = left.filter((cluster) => clusters[cluster]!.some(({ uses: [use] }) => use! < first))
  if (introduced.length === 1 && 2 * counts[left.indexOf(introduced[0]!)]! >= sum) return introduced[0]
  return left.length > 0 && counts[best]! >= CLEAR * sum ? left[best] : undefined
}

export function genderOfCluster(
  forms: readonly { words: readonly string[]; uses: readonly number[] }[],
  uses: readonly NameUse[],
): 'female' | 'male' | null {
  for (const form of forms) for (const use of form.uses) if (uses[use]!.gender !== null) return uses[use]!.gender
  for (const { words } of forms) {
    const gender = words.length > 1 ? genderOfGivenName(words[0]!) : null
    if (gender !== null) return gender
  }
  return null
}
