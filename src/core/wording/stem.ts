/** Stems: what all forms of an English word have in common, to compare words; no stem is meant to be read. */
import { IRREGULAR } from './irregular-forms.ts'

const REMEMBERED = 4000
const LONGEST_REMEMBERED = 20
const remembered = new Map<string, string>()

/**
 * Of a folded word form: inflection undone (after Porter 1980, step 1, and a table of irregular forms), nouns of doing led back to
 * their verb ("delivery" → as "deliver"), American spelling led to British or back as comes.
 */
export function stemOf(form: string): string {
  const known = remembered.get(form)
  if (known !== undefined) return known
  const stem = newStem(form)
  if (form.length <= LONGEST_REMEMBERED) {
    if (remembered.size === REMEMBERED) remembered.clear()
    remembered.set(form, stem)
  }
  return stem
}

function newStem(form: string): string {
  const listed = IRREGULAR.get(form)
  if (listed !== undefined) return bare(listed)
  if (form.length < 4 || form.length > 40) return form
  const inflected = withoutInflection(form)
  const lemma = IRREGULAR.get(inflected) ?? IRREGULAR.get(`${inflected}e`)
  return bare(lemma ?? inflected)
}

const VOWEL = /[aeiouy]/
/** "mak", "plac", "not": with an e behind it is another word than without. */
const SHORT = /^[^aeiou]{0,3}[aeiou][^aeiouwxy]$/

function withoutInflection(form: string): string {
  if (form.endsWith('ies') && form.length > 4) return `${form.slice(0, -3)}y`
  if (form.endsWith('ied') && form.length > 4) return `${form.slice(0, -3)}y`
  if (/(?:ss|ch|sh|x)es$/.test(form)) return form.slice(0, -2)
  if (form.endsWith('ing') && form.length > 5 && VOWEL.test(form.slice(0, -3))) return withE(form.slice(0, -3))
  if (form.endsWith('eed')) return form
  if (form.endsWith('ed') && form.length > 4 && VOWEL.test(form.slice(0, -2))) return withE(form.slice(0, -2))
  return form.endsWith('s') && !/[sui]s$/.test(form) ? form.slice(0, -1) : form
}

const withE = (rest: string): string => (SHORT.test(rest) ? `${rest}e` : rest)

/** "approve", "approv(ed)", "plann(ed)", "plan": the last letters that come and go are left off everywhere. */
function bare(lemma: string): string {
  if (lemma.length < 4) return lemma
  let stem = lemma
  if (stem.endsWith('our') && stem.length > 5) stem = `${stem.slice(0, -3)}or`
  else if (/[iy]ze?$/.test(stem)) stem = stem.replace(/ze?$/, 's')
  else if (stem.endsWith('tre') && stem.length > 5) stem = `${stem.slice(0, -3)}ter`
  if (stem.endsWith('e') && !SHORT.test(stem.slice(0, -1))) stem = stem.slice(0, -1)
  const last = stem.at(-1)!
  if (stem.length > 3 && last === stem.at(-2) && !VOWEL.test(last)) return stem.slice(0, -1)
  return last === 'y' && stem.length > 3 ? `${stem.slice(0, -1)}i` : stem
}
