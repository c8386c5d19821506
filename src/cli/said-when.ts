/** When something was said, as exactly as the text tells and no more. */
import { isDated } from '../core/is-dated.ts'
import type { Said } from '../core/statement.ts'

/** A day, a range of days (open ends as `…`), the words of the text where they give no date, or null where nothing is known. */
export function saidWhen(said: Said): string | null {
  if (!isDated(said)) return said.text
  const { earliest, latest } = said
  return earliest === latest ? earliest : `${earliest ?? '…'} to ${latest ?? '…'}`
}
