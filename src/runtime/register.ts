/** The register that statements are linked with: the one that ships, and the user's own beside it. */
import { join } from 'node:path'
import { asOnrecordError } from '../core/errors.ts'
import { mergedRegisters } from '../core/register/merged-registers.ts'
import type { Register } from '../core/register/register.ts'
import { modelsFolder } from '../models/load-networks.ts'
import { loadRegister } from '../models/load-register.ts'
import { readRegister } from '../read/read-register.ts'
import type { Warn } from './pipelines.ts'

/** Knows nobody. */
const emptyRegister: Register = {
  get: () => null,
  named: () => [],
  holders: () => [],
  officesOf: () => [],
  tenuresOf: () => [],
}

/**
 * What ships is read when it is first asked, since starting takes time; the user's own at once, so that no page is read
 * with half of it.
 * @param file of the user's own; null without.
 * @param warn told once where the one that ships cannot be loaded; then it knows nobody.
 * @param folder of the one that ships.
 * @throws OnrecordError `file-unreadable` or `register-malformed`.
 */
export function openRegister(
  file: string | null,
  warn: Warn = () => {},
  folder: string = join(modelsFolder, 'register'),
): Register {
  const own = file === null ? null : readRegister(file)
  return lazily(() => {
    const shipped = shippedRegister(warn, folder)
    return own === null ? shipped : mergedRegisters(shipped, own)
  })
}

function shippedRegister(warn: Warn, folder: string): Register {
  try {
    return loadRegister(folder)
  } catch (thrown) {
    const error = asOnrecordError(thrown)
    if (error.code !== 'model-missing' && error.code !== 'model-damaged') throw error
    warn(error, 'nobody is recognised by name or office')
    return emptyRegister
  }
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
