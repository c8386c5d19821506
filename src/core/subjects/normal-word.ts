/** One spelling and the singular of an English noun, as far as letters tell: to compare words, not to be shown. */

const IRREGULAR = new Map(
  `crises crisis|analyses analysis|buses bus|viruses virus|gases gas|children child|people people|wolves wolf|knives knife|lives life|thieves thief
heroes hero|tomatoes tomato|potatoes potato|diagnoses diagnosis|bases base|oases oasis|series series|species species|tsunamis tsunami|media media
ties tie|movies movie|cookies cookie|calories calory|authorities authority|hostilities hostility|embargoes embargo|vetoes veto|volcanoes volcano|tornadoes tornado|pence penny
forces forces|defense defence|center centre|program programme|programs programme|labor labour|harbor harbour|harbors harbour|maneuver manoeuvre|maneuvers manoeuvre|theater theatre|theaters theatre
armored armoured|armor armour|aluminum aluminium|airplane aeroplane|plow plough|tire tyre|tires tyre|fertilizer fertilizer|jewelry jewellery|neighbor neighbour|neighbors neighbour`
    .split(/[|\n]/)
    .map((pair) => pair.split(' ') as [string, string]),
)

const LONGEST = 40

/** @param word in lower case. "missiles" → "missile", "servicemen" → "serviceman", "demilitarised" → "demilitarized". */
export function normalWord(word: string): string {
  const listed = IRREGULAR.get(word)
  if (listed !== undefined) return listed
  if (word.length < 3 || word.length > LONGEST) return word
  const single = singular(word)
  if (single.endsWith('isation')) return `${single.slice(0, -7)}ization`
  if (single.endsWith('ised') || single.endsWith('iser')) return `${single.slice(0, -3)}z${single.slice(-2)}`
  return single
}

function singular(word: string): string {
  if (word.endsWith('men') && word.length > 4) return `${word.slice(0, -3)}man`
  if (!word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  for (const ending of ['sses', 'ches', 'shes', 'xes', 'zes']) if (word.endsWith(ending)) return word.slice(0, -2)
  return word.slice(0, -1)
}
