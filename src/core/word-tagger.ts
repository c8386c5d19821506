/** The `words` layer: each token's part of speech by the network's scores, and its dictionary form. */

import { isLetter, widthOf } from './characters.ts'
import type { Upos } from './doc.ts'
import { type Capitals, foldedForm, type Lemmatizer } from './lemmatizer.ts'
import { bestColumn, UPOS_LABELS, type WordNetwork } from './network.ts'
import { readWithNetwork } from './network-reading.ts'
import { firstFrom } from './span.ts'
import type { Stage } from './stage.ts'
import { formsOf } from './token-forms.ts'

type Needs = 'blocks' | 'tokens' | 'sentences' | 'quotations'

export const wordTagger = (network: WordNetwork, lemmaOf: Lemmatizer): Stage<Needs, 'words'> => ({
  name: 'word-tagger',
  version: 1,
  needs: ['blocks', 'tokens', 'sentences', 'quotations'],
  gives: 'words',
  run(doc) {
    const { tokens, sentences } = doc.layers
    const upos = bestUpos(readWithNetwork(network, doc).scores.upos, tokens.length)
    const forms = formsOf(doc)
    const lemma: string[] = []
    for (const sentence of sentences) addLemmas(lemma, forms, upos, firstFrom(tokens, sentence.end), lemmaOf)
    addLemmas(lemma, forms, upos, tokens.length, lemmaOf)
    return { upos, lemma }
  },
})

/** The best column of each row; of two equal ones the first. */
export function bestUpos(scores: Float32Array, rows: number): Upos[] {
  const upos: Upos[] = []
  for (let row = 0; row < rows; row++) upos.push(UPOS_LABELS[bestColumn(scores, row, UPOS_LABELS.length)]!)
  return upos
}

/** Lemmas of one sentence. */
export function lemmasOf(forms: readonly string[], upos: readonly Upos[], lemmaOf: Lemmatizer): string[] {
  const lemmas: string[] = []
  addLemmas(lemmas, forms, upos, forms.length, lemmaOf)
  return lemmas
}

/** Adds the lemmas of the sentence that begins where `lemmas` end, up to the token `end`. */
function addLemmas(
  lemmas: string[],
  forms: readonly string[],
  upos: readonly Upos[],
  end: number,
  lemmaOf: Lemmatizer,
): void {
  const from = lemmas.length
  if (end <= from) return
  const capitals = sentenceCapitals(forms, from, end)
  for (let i = from; i < end; i++) lemmas.push(lemmaOf(forms[i]!, upos[i]!, capitalsAt(capitals, i)))
  for (let i = from; i < end; i++) {
    if (upos[i] === 'AUX' && isContractedHave(i, end, forms, upos, lemmas)) lemmas[i] = 'have'
  }
}

/** After "'s" these are participles of the perfect far more often than of the passive. */
const PERFECT = new Set(['been', 'had', 'got', 'become', 'gotten'])

/** "He'd left" and "it's been", but not "he'd leave" or "it's made". */
function isContractedHave(
  at: number,
  end: number,
  forms: readonly string[],
  upos: readonly Upos[],
  lemmas: readonly string[],
): boolean {
  const form = foldedForm(forms[at]!)
  if (form !== "'d" && form !== "'s") return false
  let next = at + 1
  while (next < end && (upos[next] === 'ADV' || upos[next] === 'PART')) {
    if (form === "'d" && foldedForm(forms[next]!) === 'better') return true
    next += 1
  }
  if (next === end || (upos[next] !== 'VERB' && upos[next] !== 'AUX')) return false
  const verb = foldedForm(forms[next]!)
  return form === "'s" ? PERFECT.has(verb) : verb !== lemmas[next]
}

/** Fewer words than this, all in capitals, may be an abbreviation or two. */
const LOUD_WORDS = 3
/** A headline in which every longer word has a capital has so many of them. */
const LONGER_WORDS = 4
const LONGER = 4

/** What the capitals of each word of a sentence tell. */
export function capitalsIn(forms: readonly string[]): Capitals[] {
  const capitals = sentenceCapitals(forms, 0, forms.length)
  return forms.map((_, i) => capitalsAt(capitals, i))
}

/** What capitals tell in all of a sentence, or the last token after which they tell all. */
export type SentenceCapitals = 'none' | 'inner' | number

export const capitalsAt = (sentence: SentenceCapitals, token: number): Capitals =>
  typeof sentence === 'string' ? sentence : token <= sentence ? 'inner' : 'all'

/** @param from first token of the sentence. @param end token after its last. */
export function sentenceCapitals(forms: readonly string[], from: number, end: number): SentenceCapitals {
  let first = -1
  let words = 0
  let isLoud = true
  let longer = 0
  let isTitled = true
  for (let i = from; i < end; i++) {
    const form = forms[i]!
    const letters = lettersOf(form)
    if (letters !== NO_LETTER && first === -1) first = i
    if (letters !== TWO_TOGETHER) continue
    words++
    if (isLoud) isLoud = form === form.toUpperCase()
    if (form.length > LONGER) {
      longer++
      if (isTitled) isTitled = startsWithCapital(form)
    }
    if (!isLoud && !isTitled) break
  }
  if (isLoud && words >= LOUD_WORDS) return 'none'
  if (isTitled && longer >= LONGER_WORDS) return 'inner'
  return first
}

const NO_LETTER = 0
const LETTERS_APART = 1
const TWO_TOGETHER = 2

/** Whether a form has letters, and two of them side by side: then it is a word whose capitals tell something. */
function lettersOf(form: string): number {
  let found = NO_LETTER
  let wasLetter = false
  for (let at = 0; at < form.length; ) {
    const codePoint = form.codePointAt(at)!
    const is = isLetter(codePoint)
    if (is && wasLetter) return TWO_TOGETHER
    if (is) found = LETTERS_APART
    wasLetter = is
    at += widthOf(codePoint)
  }
  return found
}

const startsWithCapital = (form: string): boolean => /^\p{Lu}/u.test(form)
