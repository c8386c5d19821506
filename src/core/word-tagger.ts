/** The `words` layer: each token's part of speech by the network's scores, and its dictionary form. */

import type { Upos } from './doc.ts'
import { type Capitals, foldedForm, type Lemmatizer } from './lemmatizer.ts'
import { bestColumn, UPOS_LABELS, type WordNetwork } from './network.ts'
import { readWithNetwork } from './network-reading.ts'
import { firstFrom } from './span.ts'
import type { Stage } from './stage.ts'

type Needs = 'blocks' | 'tokens' | 'sentences' | 'quotations'

export const wordTagger = (network: WordNetwork, lemmaOf: Lemmatizer): Stage<Needs, 'words'> => ({
  name: 'word-tagger',
  version: 1,
  needs: ['blocks', 'tokens', 'sentences', 'quotations'],
  gives: 'words',
  run(doc) {
    const { tokens, sentences } = doc.layers
    const upos = bestUpos(readWithNetwork(network, doc).scores.upos, tokens.length)
    const forms = tokens.map((token) => doc.text.slice(token.start, token.end))
    const lemma: string[] = []
    for (const end of [...sentences.map((sentence) => firstFrom(tokens, sentence.end)), tokens.length]) {
      const from = lemma.length
      if (end === from) continue
      // Not spread: a sentence may be as long as a page, and a call takes only so many arguments.
      for (const each of lemmasOf(forms.slice(from, end), upos.slice(from, end), lemmaOf)) lemma.push(each)
    }
    return { upos, lemma }
  },
})

/** The best column of each row; of two equal ones the first. */
export function bestUpos(scores: Float32Array, rows: number): Upos[] {
  return Array.from({ length: rows }, (_, row) => UPOS_LABELS[bestColumn(scores, row, UPOS_LABELS.length)]!)
}

/** Lemmas of one sentence. */
export function lemmasOf(forms: readonly string[], upos: readonly Upos[], lemmaOf: Lemmatizer): string[] {
  const capitals = capitalsIn(forms)
  const lemmas = forms.map((form, i) => lemmaOf(form, upos[i]!, capitals[i]!))
  for (let i = 0; i < forms.length; i++) {
    if (upos[i] === 'AUX' && isContractedHave(i, forms, upos, lemmas)) lemmas[i] = 'have'
  }
  return lemmas
}

/** After "'s" these are participles of the perfect far more often than of the passive. */
const PERFECT = new Set(['been', 'had', 'got', 'become', 'gotten'])

/** "He'd left" and "it's been", but not "he'd leave" or "it's made". */
function isContractedHave(
  at: number,
  forms: readonly string[],
  upos: readonly Upos[],
  lemmas: readonly string[],
): boolean {
  const form = foldedForm(forms[at]!)
  if (form !== "'d" && form !== "'s") return false
  let next = at + 1
  while (next < forms.length && (upos[next] === 'ADV' || upos[next] === 'PART')) {
    if (form === "'d" && foldedForm(forms[next]!) === 'better') return true
    next += 1
  }
  if (next === forms.length || (upos[next] !== 'VERB' && upos[next] !== 'AUX')) return false
  const verb = foldedForm(forms[next]!)
  return form === "'s" ? PERFECT.has(verb) : verb !== lemmas[next]
}

/** Fewer words than this, all in capitals, may be an abbreviation or two. */
const LOUD_WORDS = 3

/** What the capitals of each word of a sentence tell. */
export function capitalsIn(forms: readonly string[]): Capitals[] {
  const words = forms.filter((form) => /\p{L}{2}/u.test(form))
  if (words.length >= LOUD_WORDS && words.every((form) => form === form.toUpperCase())) return forms.map(() => 'none')
  if (isTitleCase(words)) return forms.map(() => 'inner')
  const first = forms.findIndex((form) => /\p{L}/u.test(form))
  return forms.map((_, i) => (i <= first ? 'inner' : 'all'))
}

/** A headline in which every longer word has a capital. */
function isTitleCase(words: readonly string[]): boolean {
  const longer = words.filter((word) => word.length > 4)
  return longer.length >= 4 && longer.every((word) => /^\p{Lu}/u.test(word))
}
