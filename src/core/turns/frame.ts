/** Lines around the words of a transcript or release: when it began and ended, and marks that it is over. */
import { type Span, sliceOf } from '../span.ts'

const LONGEST = 120

/** "2:21 P.M. EST", "END 3:05 P.M. EDT", "###", "* * *", "-30-", "(ends)". */
export function isFrame(text: string, span: Span): boolean {
  if (span.end - span.start > LONGEST) return false
  const line = sliceOf(text, span).trim()
  return FRAMES.some((frame) => frame.test(line))
}

/** Each is linear: no repetition inside of a repetition. */
const FRAMES: readonly RegExp[] = [
  /^(?:end\s{1,40})?\d{1,2}[:.]\d\d\s?(?:[ap]\.?\s?m\.?)?(?:\s\(?[A-Z]{2,5}\)?|\s\(?local(?: time)?\)?)?\.?$/i,
  /^[\\#*\s_–—-]{1,80}$/,
  /^\W{0,4}(?:30|ends?|end of transcript|end of (?:the )?(?:press )?(?:briefing|conference|statement|remarks))\W{0,4}$/i,
  /^<!--.{0,80}-->$/,
]
