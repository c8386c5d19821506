/** Keys under which names are indexed, so that all spellings of one name meet: other scripts, initials, patronymics, word order, a surname alone. */
import { fold } from '../fold.ts'
import { canonicalSound } from './given-names.ts'
import { soundOf } from './sound-of.ts'
import { isSouthSlavic } from './transliterate.ts'

/** One reading of a person's name: the sounds of its words in order, without initials, particles and patronymic. */
export interface NameForm {
  readonly words: readonly string[]
  /** First sounds of what is only an initial: "V. Putin". */
  readonly initials: readonly string[]
  /** The sounds that an initial may stand for: of the first word as it is written, and of its name in general. */
  readonly first: readonly string[]
  /** The surname alone as it may stand: "leien" and "vonderleien"; the family name first where that is the custom. */
  readonly surnames: readonly string[]
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words between given name and surname, no part of the name's key but with the surname. */
const PARTICLES = list(
  'al el bin ibn ben bint de da do dos das di du del della van von der den dem zu la le los las y e af av ter ten ould',
)
/** Those that begin a surname that stands alone, and hardly a given name. */
const LEADING = list('bin ibn de da dos das di du del della van von der den ter ten le la')
const SUFFIXES = list('jr sr ii iii iv')
/** Where the family name comes first. */
const FAMILY_FIRST = list('CN KR KP TW HK MO VN KH SG MY JP HU MM')
/** Where two surnames are borne and the first of them is used. */
const TWO_SURNAMES = list('ES MX AR CL CO PE VE EC BO PY UY CR PA HN GT SV NI DO CU GQ PH')
/** Where what is g in one language is h in another: Gerasimov, Herasymov. */
const G_OR_H = list('RU UA BY')

/** Words of ASCII letters, digits and whatever is no punctuation; hyphens and apostrophes inside stay. */
const separators = /[\s,;:"“”„«»()[\]/|_–—·・]+/u
const article = /^(?:al|el)[-‐‑](?=.)/i
const assimilated = /^(?:as|ash|ad|an|ar|az|at)[-‐‑](?=.)/i

/**
 * How a name may be read; empty for what has no letters. Linear in its length.
 * @param country of the person where known: it tells which word is the surname.
 */
export function nameForms(name: string, country: string | null = null): readonly NameForm[] {
  const south = isSouthSlavic(name)
  const words = wordsOf(name)
  const plain = formOf(words, south, country, 0)
  if (plain === null) return []
  const forms = [plain.form]
  const withArticle = words.length === 2 && /^[ae]l$/i.test(words[0]!)
  if (withArticle) forms.push(...formsOfSurname(words[1]!, south))
  if (plain.spelledOut) forms.push(formOf(words, south, country, 1)!.form)
  if (country !== null && G_OR_H.has(country)) {
    const swapped = [swap(plain.form, 'h', 'g'), swap(plain.form, 'g', 'h')]
    for (const form of swapped) if (form !== null) forms.push(form)
  }
  return forms
}

/** "Al Sisi" is a surname, "Al Gore" is not: both readings are kept. */
const formsOfSurname = (word: string, south: boolean): NameForm[] =>
  soundOf(trimmed(word), south)
    .filter((sound) => sound !== '')
    .map((sound) => ({ words: [sound], initials: [], first: [sound], surnames: [sound] }))

/** "Липпонен, Пааво" is Paavo Lipponen. */
function wordsOf(name: string): string[] {
  const comma = name.indexOf(',')
  const ordered = comma === -1 ? name : `${name.slice(comma + 1)} ${name.slice(0, comma)}`
  return ordered.split(separators).filter((word) => word !== '')
}

/** By hand: a regular expression for the end would try every place in a long row of hyphens. */
function trimmed(word: string): string {
  let [start, end] = [0, word.length]
  while (start < end && EDGES.includes(word[start]!)) start++
  while (end > start && EDGES.includes(word[end - 1]!)) end--
  return word.slice(start, end)
}

const EDGES = ".'’-"

function formOf(
  written: readonly string[],
  south: boolean,
  country: string | null,
  variant: 0 | 1,
): { form: NameForm; spelledOut: boolean } | null {
  const words: string[] = []
  const initials: string[] = []
  const withParticles: string[] = []
  const first: string[] = []
  let particles = ''
  let spelledOut = false
  for (const [index, raw] of written.entries()) {
    const word = trimmed(raw)
    const bare = word.replace(article, '').replace(index > 0 ? assimilated : article, '')
    const lower = bare.toLowerCase()
    if (lower === '' || (index > 0 && SUFFIXES.has(lower))) continue
    const sounds = soundOf(bare, south)
    spelledOut ||= sounds.length > 1
    const heard = sounds[variant] ?? sounds[0]!
    const sound = canonicalSound(heard)
    if (sound === '') continue
    if (isInitial(bare)) initials.push(sound)
    else if (index < written.length - 1 && (words.length > 0 ? PARTICLES : LEADING).has(lower)) particles += sound
    else if (words.length === 0 && index === written.length - 1 && particles !== '') {
      // "von der Leyen", "Le Drian": a surname alone is looked up with its particles.
      words.push(particles + sound)
      withParticles.push(sound)
    } else {
      if (particles !== '') withParticles.push(particles + sound)
      particles = ''
      if (words.length === 0) first.push(heard, sound)
      words.push(sound)
    }
  }
  if (words.length === 0) return null
  const named = words.length > 2 ? words.filter((word, index) => index === 0 || !isPatronymic(word)) : words
  return { form: { words: named, initials, first, surnames: surnamesOf(named, withParticles, country) }, spelledOut }
}

function surnamesOf(words: readonly string[], withParticles: readonly string[], country: string | null): string[] {
  const surnames = new Set([words.at(-1)!, ...withParticles])
  if (country !== null && words.length > 1) {
    if (FAMILY_FIRST.has(country)) surnames.add(words[0]!)
    if (words.length > 2 && TWO_SURNAMES.has(country)) surnames.add(words.at(-2)!)
  }
  return [...surnames]
}

const isInitial = (word: string): boolean => word.length === 1 && word.toLowerCase() !== word.toUpperCase()

/** "Viktorovich", "Mykolaivna": by its sound. */
const isPatronymic = (word: string): boolean => word.length > 6 && /(?:[eo]viC|[eo]vna|[ie]vna|ivna|iniCna)$/.test(word)

function swap(form: NameForm, from: string, to: string): NameForm | null {
  if (!form.words.some((word) => word.includes(from))) return null
  const swapped = (words: readonly string[]): string[] => words.map((word) => word.replaceAll(from, to))
  return { words: swapped(form.words), initials: form.initials, first: form.first, surnames: swapped(form.surnames) }
}

const pair = (one: string, other: string): string => (one < other ? `p${one} ${other}` : `p${other} ${one}`)

/** What a person of this name is indexed under, and what a full name is looked up by. */
export function fullKeys({ words }: NameForm): readonly string[] {
  const [first, last] = [words[0]!, words.at(-1)!]
  const keys = [`a${words.join('')}`]
  if (words.length > 1) keys.push(pair(first, last))
  for (let at = 1; at < words.length - 1; at++) keys.push(pair(first, words[at]!), pair(words[at]!, last))
  return keys
}

export const surnameKeys = ({ surnames }: NameForm): readonly string[] => surnames.map((surname) => `s${surname}`)

/** Are these names of one spelling or the other, apart from what one of them leaves out? */
export function sameName(one: NameForm, other: NameForm): boolean {
  if (one.words.join('') === other.words.join('')) return true
  if (one.words.length < 2 || other.words.length < 2) return false
  const [few, many] = one.words.length < other.words.length ? [one.words, other.words] : [other.words, one.words]
  if (many.length === 2) return few[0] === many[1] && few[1] === many[0]
  let at = 0
  for (const word of many) if (word === few[at]) at++
  return at === few.length
}

/** Is "V. Putin" or "Putin" short for the other name? */
export const isShortFor = (short: NameForm, long: NameForm): boolean =>
  short.words.length === 1 &&
  long.surnames.includes(short.words[0]!) &&
  short.initials.every((initial, index) => index > 0 || long.first.some((sound) => sound.startsWith(initial)))

/** "United States (US)". */
const bracketed = /\([^()]*\)/g
const inNames = /[^\p{L}\p{N}\p{M}]+/gu
/** Punctuation goes, so that "U.N." is "UN". */
const points = /(?<=\p{L})\.(?=\p{L}(?:\.|$|\s))|(?<=\.\p{L})\./gu

/** What states, organisations and outlets are indexed under: their name without case, marks, points and article; empty where nothing is left. */
export function plainKey(name: string): string {
  const folded = fold(name.replace(bracketed, '') || name)
    .replace(points, '')
    .replace(inNames, ' ')
    .trim()
  if (folded === '') return ''
  return `o${folded.startsWith('the ') ? folded.slice(4) : folded}`
}
