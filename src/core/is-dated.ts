/** Whether a text tells when something was said, be it vaguely: that it was before the page was published tells nothing. */
import type { Said } from './statement.ts'

/** `PAST_REF` ("previously") and a day without a year are no dates. */
export const isDated = ({ value, earliest, latest }: Pick<Said, 'value' | 'earliest' | 'latest'>): boolean =>
  earliest !== null || (latest !== null && value !== null && /^\d/.test(value))
