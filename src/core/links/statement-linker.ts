/** The linker of this program: its keys, places and comparisons as one. */
import type { WordVectors } from '../wording/likeness.ts'
import { linkKeys, linkPlace } from './link-keys.ts'
import { type LinkableView, linkableView } from './linkable-view.ts'
import type { Linker } from './linker.ts'
import { relate } from './relate.ts'
import { isVersionOf, relateVersions } from './relate-versions.ts'
import { statementRenderer } from './rendering.ts'

/** @param vectors asked at each comparison; null where there are none: then what is repeated in other words altogether is not found. */
export const statementLinker = (vectors: () => WordVectors | null): Linker<LinkableView> => ({
  viewOf: linkableView,
  keysOf: linkKeys,
  placeOf: linkPlace,
  relate: (a, b) => (isVersionOf(a, b) ? relateVersions(a, b) : relate(a, b, vectors())),
  renderer: statementRenderer,
})
