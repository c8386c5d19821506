/** The register that statements are linked with: the one that ships, and the user's own beside it. */
import type { Register } from '../core/register/register.ts'

/** Knows nobody. */
const emptyRegister: Register = { get: () => null, named: () => [], holders: () => [], officesOf: () => [], tenuresOf: () => [] }

/**
 * What ships is read when it is first asked, since starting takes time; the user's own at once, so that nothing is read
 * with half of it.
 * @param file of the user's own; null without.
 */
export function openRegister(_file: string | null): Register {
  return lazily(() => emptyRegister)
}

function lazily(load: () => Register): Register {
  let loaded: Register | null = null
  const register = (): Register => {
    loaded ??= load()
    return loaded
  }
  return {
    get: (id) => register().get(id),
    named: (name) => register().named(name),
    holders: (role, of, at) => register().holders(role, of, at),
    officesOf: (id, at) => register().officesOf(id, at),
    tenuresOf: (id) => register().tenuresOf(id),
  }
}
