/** The linker of this program: its keys, places and comparisons as one. */
import { linkKeys, linkPlace } from './link-keys.ts'
import { type LinkableView, linkableView } from './linkable-view.ts'
import type { Linker } from './linker.ts'
import { relate } from './relate.ts'
import { statementRenderer } from './rendering.ts'

export const statementLinker: Linker<LinkableView> = {
  viewOf: linkableView,
  keysOf: linkKeys,
  placeOf: linkPlace,
  relate,
  renderer: statementRenderer,
}
