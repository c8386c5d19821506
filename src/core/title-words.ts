/** A role with what it belongs to, as one reads it: "Russian Foreign Minister", "Secretary General, NATO". */
import { countryNamed, countryOfDemonym } from './countries.ts'

/** @param name of whoever has the title: what it says already is not said again. */
export function titleWords(role: string | null, of: string | null, name: string): string {
  const said = name.toLowerCase()
  const isNew = (part: string | null): part is string => part !== null && !said.includes(part.toLowerCase())
  if (!isNew(role)) return isNew(of) && role === null ? of : ''
  if (of === null) return role
  const isAdjective = countryOfDemonym(of) !== null && countryNamed(of) === null
  return isAdjective ? `${of} ${role}` : `${role}, ${of}`
}
