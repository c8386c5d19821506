/** The countries of the world as news texts name them: names, demonyms, capitals, and the buildings that stand for governments. */
import { COUNTRY_ROWS } from './country-rows.ts'

export interface Country {
  /** ISO 3166-1 alpha-2, upper case; `XK` for Kosovo. */
  readonly iso2: string
  /** Wikidata id. */
  readonly qid: string
  /** English names, the usual one first. */
  readonly names: readonly string[]
  /** "Norwegian", "Norwegians"; also what stands before a title. */
  readonly demonyms: readonly string[]
  /** English spellings; more than one city where the seat of government is elsewhere. */
  readonly capitals: readonly string[]
}

/** A building, street or body whose name stands for the government that sits in it. */
export interface Metonym {
  /** Without "the". */
  readonly name: string
  readonly iso2: string
}

const METONYM_ROWS = `
RU|Kremlin;Smolenskaya Square
US|White House;Oval Office;Pentagon;Foggy Bottom;State Department;Capitol Hill
GB|Downing Street;No 10;No. 10;Number 10;Number Ten;10 Downing Street;Whitehall;Westminster
FR|Élysée;Elysee;Élysée Palace;Elysee Palace;Quai d'Orsay;Matignon
DE|Chancellery;Federal Chancellery
UA|Bankova;Bankova Street
IT|Palazzo Chigi;Farnesina;Quirinale
ES|Moncloa;Moncloa Palace
KR|Blue House
TR|Sublime Porte;Beştepe
CN|Zhongnanhai
IN|South Block
JP|Kantei
AR|Casa Rosada
BR|Planalto;Planalto Palace;Itamaraty
PL|Belweder
AT|Ballhausplatz;Hofburg
BE|Rue de la Loi
`

const lists = (rows: string): string[][] =>
  rows
    .trim()
    .split('\n')
    .map((row) => row.split('|'))
const items = (list: string): string[] => (list === '' ? [] : list.split(';'))

export const COUNTRIES: readonly Country[] = lists(COUNTRY_ROWS).map(([iso2, qid, names, demonyms, capitals]) => ({
  iso2: iso2!,
  qid: qid!,
  names: items(names!),
  demonyms: items(demonyms!),
  capitals: items(capitals!),
}))

export const METONYMS: readonly Metonym[] = lists(METONYM_ROWS).flatMap(([iso2, names]) =>
  items(names!).map((name) => ({ name, iso2: iso2! })),
)

const byIso2 = new Map(COUNTRIES.map((country) => [country.iso2, country]))
const indexed = (of: (country: Country) => readonly string[]): ReadonlyMap<string, Country> =>
  new Map(COUNTRIES.flatMap((country) => of(country).map((name) => [name, country] as const)).reverse())
const byName = indexed(({ names }) => names)
const byDemonym = indexed(({ demonyms }) => demonyms)
const byCapital = indexed(({ capitals }) => capitals)
const byMetonym = new Map(METONYMS.map(({ name, iso2 }) => [name, byIso2.get(iso2)!]))

const bare = (name: string): string => name.replace(/^[Tt]he /, '')

export const countryByCode = (iso2: string): Country | null => byIso2.get(iso2) ?? null

/** @param name as in the text, with or without "the"; capitals count. Null for "Europe" and for cities. */
export const countryNamed = (name: string): Country | null => byName.get(bare(name)) ?? null

/** "Norwegian", "Norwegians" → Norway; also "US" and "UK", which stand before nouns as they are. */
export const countryOfDemonym = (word: string): Country | null =>
  byDemonym.get(word) ?? (/^U\.?[SK]\.?A?\.?$/.test(word) ? countryNamed(word) : null)

/** "Oslo" → Norway, whether the city or the government is meant. */
export const countryOfCapital = (name: string): Country | null => byCapital.get(name) ?? null

/** "the Kremlin", "Downing Street" → the state whose government they stand for. */
export const countryOfMetonym = (name: string): Country | null => byMetonym.get(bare(name)) ?? null
