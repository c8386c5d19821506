/** Loads the register that ships with the package, after checking it against the digest that was written when it was made. */

import { unpacked } from '../core/register/packed.ts'
import { packedRegister } from '../core/register/packed-register.ts'
import type { Register } from '../core/register/register.ts'
import { modelFiles, undamaged } from './model-files.ts'

/**
 * @param folder with `meta.json` and `register.bin`.
 * @throws OnrecordError `model-missing` or `model-damaged`.
 */
export function loadRegister(folder: string): Register {
  const file = modelFiles(folder).read('register.bin')
  return undamaged(folder, () => packedRegister(unpacked(file)))
}
