/** Cuts a source at commas, brackets, coordinators and the beginnings of clauses. */
import { canHead, isKnowing, isModifier } from './noun-phrase.ts'
import type { Unit } from './speaker-view.ts'

export type Separator = 'start' | 'comma' | 'and' | 'relative'

export interface Segment {
  readonly separator: Separator
  readonly units: Unit[]
}

const RELATIVES = new Set(['who', 'whom', 'whose', 'which', 'where', 'that', 'when', 'because', 'as', 'while'])
const COORDINATORS = new Set(['and', 'or', '&', 'but', 'nor'])
const OPENING = new Set(['(', '[', '{'])
const CLOSING = new Set([')', ']', '}'])
const DASHES = new Set(['–', '—', '--', ';', ':'])

/** What stands in brackets and the marks themselves are left out. */
export function segmentsOf(units: readonly Unit[]): Segment[] {
  const segments: Segment[] = []
  let current: Segment = { separator: 'start', units: [] }
  let depth = 0
  const cut = (separator: Separator): void => {
    if (current.units.length > 0) segments.push(current)
    current = { separator, units: [] }
  }
  for (const [i, unit] of units.entries()) {
    const next = units[i + 1]
    if (CLOSING.has(unit.form)) depth = Math.max(0, depth - 1)
    else if (OPENING.has(unit.form)) depth++
    else if (depth > 0 || isQuote(unit)) continue
    else if (unit.form === ',' || DASHES.has(unit.form)) cut('comma')
    else if (isCoordinator(unit) && current.separator !== 'relative') {
      if (
        current.units.length > 0 &&
        (!current.units.some(canHead) || next?.upos === 'ADP' || joinsAdjectives(current.units, next))
      )
        current.units.push(unit)
      else cut(current.units.length === 0 ? current.separator : 'and')
      if (current.units.length === 0 && current.separator === 'comma') current = { separator: 'and', units: [] }
    } else {
      if (
        current.units.length === 0
          ? current.separator === 'comma' && opensRelative(unit, next)
          : opensClause(units, i, current.units)
      ) {
        cut('relative')
      }
      current.units.push(unit)
    }
  }
  cut('start')
  return segments
}

/** "State and local leaders". */
const LEVELS = new Set(['state', 'city', 'county', 'party', 'business', 'church', 'law', 'army', 'industry'])

/** "Current and former officials". */
const joinsAdjectives = (before: readonly Unit[], next: Unit | undefined): boolean =>
  next?.upos === 'ADJ' &&
  before.at(-1)!.mention === null &&
  (before.at(-1)!.upos === 'ADJ' || (before.length === 1 && LEVELS.has(before[0]!.lower)))

const isCoordinator = ({ mention, lower }: Unit): boolean => mention === null && COORDINATORS.has(lower)

const isQuote = ({ upos, form }: Unit): boolean => upos === 'PUNCT' && /^["“”«»‘]$/.test(form)

/** "who was there", "speaking to reporters", "like Ann Bo": what describes or exemplifies, and names nobody new. */
function opensClause(units: readonly Unit[], at: number, before: readonly Unit[]): boolean {
  const unit = units[at]!
  const next = units[at + 1]
  const last = before.at(-1)!
  if (unit.mention !== null) return false
  if (EXAMPLES.has(unit.lower) || (unit.lower === 'such' && next?.lower === 'as')) return isNominal(last)
  if (RELATIVES.has(unit.lower)) return unit.upos !== 'DET' && unit.upos !== 'ADV'
  if (unit.upos === 'AUX' || (unit.upos === 'PRON' && SUBJECTS.has(unit.lower) && isNominal(last))) return true
  return unit.upos === 'VERB' && isNominal(last) && !isKnowing(unit) && !isModifier(units, at)
}

/** "Experts I spoke to". */
const SUBJECTS = new Set(['i', 'he', 'she', 'we', 'they', 'you'])
const EXAMPLES = new Set(['like', 'including', 'along', 'together', 'such', 'especially', 'particularly'])

const isNominal = ({ upos, mention }: Unit): boolean =>
  mention !== null || upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON'

function opensRelative({ lower, upos, mention }: Unit, next: Unit | undefined): boolean {
  if (mention !== null) return false
  if (upos === 'VERB') return next?.upos !== 'NOUN'
  return (
    RELATIVES.has(lower) ||
    EXAMPLES.has(lower) ||
    upos === 'SCONJ' ||
    upos === 'AUX' ||
    upos === 'ADV' ||
    upos === 'ADP'
  )
}
