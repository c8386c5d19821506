/** Regular forms of English verbs; irregular ones stand in the lexicon. */

export const thirdPerson = (lemma: string): string =>
  /(s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`

const DOUBLED = new Set([
  'admit',
  'beg',
  'concur',
  'prefer',
  'regret',
  'plan',
  'permit',
  'quip',
  'slam',
  'blog',
  'brag',
  'refer',
])

export const regularPast = (lemma: string): string =>
  lemma.endsWith('e')
    ? `${lemma}d`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ied`
      : DOUBLED.has(lemma)
        ? `${lemma}${lemma.at(-1)}ed`
        : `${lemma}ed`

export const progressive = (lemma: string): string =>
  lemma.endsWith('e') && !lemma.endsWith('ee')
    ? `${lemma.slice(0, -1)}ing`
    : DOUBLED.has(lemma)
      ? `${lemma}${lemma.at(-1)}ing`
      : `${lemma}ing`
