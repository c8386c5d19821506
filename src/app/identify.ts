/** Stands in until the register's own: a whole name that means one thing only. */
import type { Identification, Referent, Register } from '../core/register/register.ts'

export function identify(register: Register, referent: Referent): Identification {
  const nothing = { entity: null, confidence: 0, holding: null, contradicts: false }
  const found = referent.names.filter((name) => name.includes(' ')).flatMap((name) => register.named(name))
  const ids = new Set(found.map(({ id }) => id))
  if (ids.size === 0) return { ...nothing, because: 'unknown' }
  if (ids.size > 1) return { ...nothing, because: 'ambiguous' }
  return { ...nothing, entity: found[0]!, confidence: 0.9, because: 'name' }
}
