/** How many speak, where the phrase says so exactly: "three US officials", "two dozen employees"; a bound is no count. */
import { BOUNDS, numberOf } from './noun-classes.ts'
import type { NounPhrase } from './noun-phrase.ts'

const COLLECTIVE: Readonly<Record<string, number>> = { both: 2, pair: 2, duo: 2, trio: 3, quartet: 4, dozen: 12 }
/** "at least", "more than", "up to". */
const REACH = 3

export function countIn({ units, head, after }: NounPhrase): number | null {
  const end = head === null ? units.length : units.length - after.length
  for (let i = 0; i < end; i++) {
    const { lower, mention } = units[i]!
    if (mention !== null) continue
    const times = lower === 'dozen' ? 12 : 1
    const number = numberOf(lower) ?? (Object.hasOwn(COLLECTIVE, lower) ? COLLECTIVE[lower]! : null)
    if (number === null) continue
    if (units.slice(Math.max(0, i - REACH), i).some((unit) => BOUNDS.has(unit.lower))) return null
    const next = units[i + 1]?.lower
    if (next === 'percent' || next === '%' || next === 'per' || next === 'in' || next === '.' || next === ',')
      return null
    if (next === 'dozen') return number * 12
    if (
      next === 'or' ||
      next === 'to' ||
      next === '-' ||
      next === 'hundred' ||
      next === 'thousand' ||
      next === 'million'
    )
      return null
    return times === 12 ? 12 : number
  }
  return null
}
