/** A value as one line of JSON that is safe to print on a terminal. */

/** Controls that JSON lets stand as they are, yet a terminal may obey: DEL, C1, line separators, bidirectional overrides. */
const obeyed = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** The same value for every JSON parser; what a terminal might obey is written `\u….` */
export const jsonLine = (value: unknown): string => `${escaped(JSON.stringify(value))}\n`

/** Indented, for reading. */
export const jsonBlock = (value: unknown): string => `${escaped(JSON.stringify(value, null, 2))}\n`

const escaped = (json: string): string =>
  json.replace(obeyed, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
