/** Given names that office holders of one gender alone bear; written by train/chains/given-names.ts, not by hand. */

const FEMALE = new Set(
  `Michelle Elizabeth María Cristina Sarah Susan Hanna Patricia Maria Elisabeth Eva Barbara Laura Victoria Rita Mary Helen Anna Caroline Linda
  Margaret Cecilia Christine Julie Jane Ana Ann Lena Anne Marianne Marie Kate Claudia Helena Isabel`.split(/\s+/),
)
const MALE = new Set(`David Stephen George`.split(/\s+/))

/** Weak evidence: 98 of 100 bearers, at least. Null for names that both have, and for all others. */
export const genderOfGivenName = (name: string): 'female' | 'male' | null =>
  FEMALE.has(name) ? 'female' : MALE.has(name) ? 'male' : null
