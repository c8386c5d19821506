/** Words that tell of which matter a statement of the pairs is: two that share none have nothing to do with one another. */

/** The invented people, places, firms and troubles that several pairs tell of; a row a matter. */
const MATTERS: readonly string[] = [
  'Estonia | Estonian',
  'Italy | Italian',
  'France | French',
  'Sweden | Swedish',
  'Germany | German | Berlin',
  'Polish | Poland',
  'Netherlands | Dutch',
  'Romania | Romanian',
  'Kremlin | Russian | Moscow | Belov | Sokolov | legitimate target',
  'Ukrainian army | Rybak | Petriv | Olhivka | brigade',
  'Zelenivka | Lysenko',
  'Odesa',
  'Israeli | militia | Nabra',
  'Iran | Iranian | Tehran',
  'White House | Pentagon | American | Washington',
  'Chinese | China | Beijing',
  'Armenia | Azerbaijan',
  'Serbia',
  'Hungarian | Hungary | Kallay',
  'Brazil | Brazilian',
  'Turkish | Turkey',
  'Venezuela | Colombian',
  'treaty',
  'Feld | tax | taxes | Treasury | budget | IMF | pensions | pensioners',
  'Voss | retirement',
  'Dyl | reserves | interest rates | exchange rate',
  'exports',
  'economy | Farkas',
  'unemployment',
  'inflation',
  'Veldano | shipping arm',
  'Lumora',
  'Harlund | Turku',
  'Brightwater',
  'Kovar | steelworks',
  'Riga | Nordhavn',
  'Nordkraft',
  'Pahl | drivers',
  'Steiger | banker | accounts',
  'Grande | bribe | bribery',
  'Wills | treasurer | bookkeeper',
  'Aida Nur | Nur | journalist | custody | Lantern',
  'prisoners',
  'Venn | arrested',
  'vaccine | vaccinated | Doss',
  'Tanaka | wards | fungus | infection',
  'Achebe | doctors',
  'masks | Vasseur',
  'cholera',
  'outbreak | Bukena',
  'Maar | hospitals',
  'Winther | Mikkel',
  'Vidal | coach',
  'Benali',
  'captain',
  'ball',
  'Vink | drug',
  'Lind FC',
  'runners',
  'tear gas | Lisk | tap water | limes',
  'alarm | tower | Kehoe | council',
  'quay | houses | storms',
  'Reuss | bridge | swimming pool | harbour district | flats',
  'tram',
  'march',
  'school',
  'Carrow',
  'signature',
  'witness | Sommer | Vienna',
  'family | verdict | Noll',
  'Bakhovo',
  'drones',
  'Muscat | Garrity',
  'Forsgren',
  'theatre',
  'hostages',
  'Makivka',
  'Polish volunteers',
  'Arvenia',
  'North Korea | North Korean',
  'Calder Tower | Weir House',
]

const patterns = MATTERS.map((row) => new Set(row.split(' | ').map((words) => words.toLowerCase())))

/** Numbers of the matters that a text names. */
export function mattersOf(text: string): ReadonlySet<number> {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return new Set(
    patterns.flatMap((names, index) => ([...names].some((name) => words.includes(` ${name} `)) ? [index] : [])),
  )
}

/** Surely of different matters: each names one at least, and none that the other names. */
export function areStrangers(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (a.size === 0 || b.size === 0) return false
  for (const one of a) if (b.has(one)) return false
  return true
}
