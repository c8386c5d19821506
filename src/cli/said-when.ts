/** When something was said, as exactly as the text tells and no more. */
import type { Said } from '../core/statement.ts'

/** A day, a range of days (open ends as `…`), or null where nothing is known. */
export function saidWhen({ earliest, latest }: Pick<Said, 'earliest' | 'latest'>): string | null {
  if (earliest === null && latest === null) return null
  return earliest === latest ? earliest : `${earliest ?? '…'} to ${latest ?? '…'}`
}
