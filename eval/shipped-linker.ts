/** The linker as it ships, and what it says of two statements that nobody has looked at before. */
import type { Linkable, Relating } from '../src/core/links/link.ts'
import { shippedLinker } from '../src/runtime/linker.ts'

export const linker = shippedLinker()

export const relate = (one: Linkable, other: Linkable): Relating | null =>
  linker.relate(linker.viewOf(one), linker.viewOf(other))
