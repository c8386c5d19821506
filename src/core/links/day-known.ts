/** The day to which a statement is counted where statements stand in order. */
import type { Linkable } from './link.ts'

/** The first day on which it may have been said, else the day its page was published; null where neither is known. */
export const dayKnown = ({
  statement: { said },
  document: { published },
}: {
  readonly statement: Pick<Linkable['statement'], 'said'>
  readonly document: Pick<Linkable['document'], 'published'>
}): string | null => said.earliest ?? published
