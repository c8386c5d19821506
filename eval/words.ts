/** Parts of speech and lemmas against the test files of UD English EWT and GUM. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Upos } from '../src/core/doc.ts'
import type { Lemmatizer } from '../src/core/lemmatizer.ts'
import type { WordNetwork } from '../src/core/network.ts'
import { bestUpos, lemmasOf } from '../src/core/word-tagger.ts'
import { readTreebank, type UdWord } from './treebank.ts'

export const wordsNeeds = ['ud/ewt-test.conllu.gz', 'ud/gum-test.conllu.gz'] as const

export interface WordsRow {
  readonly corpus: string
  readonly words: number
  /** Null without a network. */
  readonly upos: number | null
  /** By the part of speech the treebank gives: the table alone. */
  readonly lemma: number
  /** By the network's part of speech: what users get. */
  readonly lemmaByNetwork: number | null
  /** `gold → ours`, the commonest first. */
  readonly confusions: readonly { readonly pair: string; readonly times: number }[]
}

/** Null when a file is not there. */
export function evaluateWords(data: string, network: WordNetwork | null, lemmaOf: Lemmatizer): WordsRow[] | null {
  if (!wordsNeeds.every((name) => existsSync(join(data, name)))) return null
  return wordsNeeds.map((name) => {
    const sentences = readTreebank(join(data, name))
    const upos = network === null ? null : sentences.map((sentence) => uposOf(sentence, network))
    return {
      corpus: name.slice(3, 6).toUpperCase(),
      words: sentences.reduce((sum, { length }) => sum + length, 0),
      upos: upos && accuracy(sentences, (sentence, i, at) => sentence[i]!.upos === upos[at]![i]),
      lemma: lemmaAccuracy(sentences, lemmaOf),
      lemmaByNetwork: upos && lemmaAccuracy(sentences, lemmaOf, upos),
      confusions: upos === null ? [] : confusionsOf(sentences, upos),
    }
  })
}

/** Share of words with the treebank's lemma, capitals included; words it gives none are left out. */
export function lemmaAccuracy(
  sentences: readonly UdWord[][],
  lemmaOf: Lemmatizer,
  upos: readonly (readonly Upos[])[] = sentences.map((sentence) => sentence.map((word) => word.upos)),
): number {
  const lemmas = sentences.map((sentence, at) =>
    lemmasOf(
      sentence.map(({ form }) => form),
      upos[at]!,
      lemmaOf,
    ),
  )
  return accuracy(sentences, (sentence, i, at) => {
    const { lemma } = sentence[i]!
    return lemma === '_' ? null : lemma === lemmas[at]![i]
  })
}

/** The treebank's words as the network reads them: its own words, one sentence a paragraph. */
function uposOf(sentence: readonly UdWord[], network: WordNetwork): Upos[] {
  const forms = sentence.map(({ form }) => form)
  const { upos } = network.run({ forms, states: forms.map(() => 'o'), paragraphs: [0, forms.length] })
  return bestUpos(upos, forms.length)
}

function accuracy(
  sentences: readonly UdWord[][],
  isRight: (sentence: readonly UdWord[], word: number, at: number) => boolean | null,
): number {
  let right = 0
  let all = 0
  for (const [at, sentence] of sentences.entries()) {
    for (let i = 0; i < sentence.length; i++) {
      const judged = isRight(sentence, i, at)
      if (judged === null) continue
      all += 1
      if (judged) right += 1
    }
  }
  return right / all
}

const CONFUSIONS_SHOWN = 8

function confusionsOf(sentences: readonly UdWord[][], upos: readonly Upos[][]): { pair: string; times: number }[] {
  const counts = new Map<string, number>()
  for (const [at, sentence] of sentences.entries()) {
    for (const [i, word] of sentence.entries()) {
      const ours = upos[at]![i]!
      if (ours === word.upos) continue
      const pair = `${word.upos} → ${ours}`
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([pair, times]) => ({ pair, times }))
    .sort((a, b) => b.times - a.times || (a.pair < b.pair ? -1 : 1))
    .slice(0, CONFUSIONS_SHOWN)
}

export const formatWords = (rows: readonly WordsRow[]): string =>
  [
    'corpus    words    UPOS   lemma by gold UPOS   lemma by our UPOS',
    ...rows.map(
      (row) =>
        `${row.corpus.padEnd(7)} ${String(row.words).padStart(7)}  ${percent(row.upos)}   ${percent(row.lemma).padStart(18)}   ${percent(row.lemmaByNetwork).padStart(17)}`,
    ),
    ...rows.flatMap((row) =>
      row.confusions.length === 0
        ? []
        : [`${row.corpus}, gold → ours: ${row.confusions.map(({ pair, times }) => `${pair} ${times}`).join(', ')}`],
    ),
  ].join('\n')

const percent = (share: number | null): string => (share === null ? '    –' : `${(100 * share).toFixed(2)}`)
