/** One name for the ways in which texts write an organisation, a weapon, a place, somebody's surname. */
import { ORGANISATION_ROWS, PLACE_ROWS, WEAPON_ROWS } from './name-rows.ts'

const indexed = (rows: string): ReadonlyMap<string, string> =>
  new Map(
    rows
      .trim()
      .split('\n')
      .flatMap((row): [string, string][] => {
        const [name, ways] = row.split('|') as [string, string]
        return [name, ...ways.split(';').filter((way) => way !== '')].map((way) => [way, name])
      }),
  )

const organisations = indexed(ORGANISATION_ROWS)
const weapons = indexed(WEAPON_ROWS)
const places = indexed(PLACE_ROWS)
/** Plain words that are weapons' names too: those of the table are looked for without the help of mentions only if they are none of these. */
const PLAIN = new Set([
  'Hawk',
  'Caesar',
  'Challenger',
  'Bradley',
  'Neptune',
  'Lancet',
  'Harpoon',
  'Excalibur',
  'Taurus',
])

/** The name of an organisation that the table has under another; null for others. */
export const organisationNamed = (name: string): string | null => organisations.get(name) ?? null

/** "Kharkov" → "Kharkiv", "Kharkov Region" → "Kharkiv Region"; other names as they are. */
export function placeName(name: string): string {
  const listed = places.get(name)
  if (listed !== undefined) return listed
  const blank = name.indexOf(' ')
  const first = blank < 0 ? undefined : places.get(name.slice(0, blank))
  return first === undefined ? name : first + name.slice(blank)
}

export const isListedPlace = (name: string): boolean => places.has(name)

/** "Patriots", "PAC-3", "F-16s" → "Patriot", "Patriot", "F-16"; null for what is no weapon of the table. */
export const weaponNamed = (name: string): string | null =>
  weapons.get(name) ?? (/[a-z0-9]s$/.test(name) ? (weapons.get(name.slice(0, -1)) ?? null) : null)

/** Is it a weapon's name only beside words that say so, or where a mention of a product is found? */
export const isPlainWord = (weapon: string): boolean => PLAIN.has(weapon)

const DESIGNATION = /^(?=.*\d)[A-Z]{1,5}[0-9A-Z]*(?:-[0-9A-Z]+)*$/
const GENERIC = new Set(
  `missile missiles system systems battery batteries rocket rockets launcher launchers tank tanks jet jets fighter fighters plane planes aircraft drone drones
defense defence air anti-aircraft surface-to-air anti-missile howitzer howitzers vehicle vehicles helicopter helicopters interceptor interceptors complex complexes fighting platform platforms
unit units tactical ballistic cruise weapon weapons long-range app software model models device devices phone phones`.split(
    /\s+/,
  ),
)

export const isGenericHead = (word: string): boolean => GENERIC.has(word.toLowerCase())

/** A product's name without designations and generic heads: "MIM-104 Patriot missile systems" → "Patriot". */
export function productName(name: string): string {
  const listed = weaponNamed(name)
  if (listed !== null) return listed
  const words = name.split(/\s+/)
  let end = words.length
  while (end > 1 && isGenericHead(words[end - 1]!)) end--
  const bare = words.slice(0, end)
  const named = weaponNamed(bare.join(' '))
  if (named !== null) return named
  const undesignated = bare.filter((word) => !DESIGNATION.test(word) || !word.includes('-'))
  const rest = undesignated.length === 0 ? bare : undesignated
  for (const word of rest) {
    const weapon = weaponNamed(word)
    if (weapon !== null) return weapon
  }
  return rest.join(' ')
}

/** "Volodymyr Zelenskyy", "Vladimir Zelenskiy" → "… Zelensky": endings of Slavic surnames that are written in many ways. */
export const personName = (name: string): string =>
  name.replace(/sk(?:yy|yi|iy|ij|yj)$/, 'sky').replace(/^(?:Vladimir|Wolodymyr|Volodimir)(?= Zelensky$)/, 'Volodymyr')
