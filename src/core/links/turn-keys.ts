/** Keys under which a report and the turn that it renders meet: who speaks, and two telling words of one sentence. */
import { fold } from '../fold.ts'
import type { Speaker } from '../statement.ts'
import { conceptAt } from '../wording/concepts.ts'
import { type Word, wordsOf } from '../wording/words-of.ts'
import type { Linkable } from './link.ts'
import { hash53 } from './link-keys.ts'
import { voiceOf } from './relate/side.ts'

/** Characters of a turn that are indexed; longer ones are speeches read out. */
const INDEXED = 40_000
/** Telling words of a sentence. A report has fewer of them than what it shortens, and is to find itself among the turn's. */
const OF_TURN = 10
const OF_REPORT = 7
/** Sentences of a report: one of them finds the turn. */
const SENTENCES = 3

export const turnKeys = (turn: Linkable): number[] => sentenceKeys(turn, OF_TURN, Number.POSITIVE_INFINITY)

/** None where nobody is named: a turn has one speaker, whom a report names too. */
export const reportKeys = (report: Linkable): number[] => sentenceKeys(report, OF_REPORT, SENTENCES)

function sentenceKeys({ statement }: Linkable, most: number, sentences: number): number[] {
  const surname = surnameOf(statement.speaker)
  if (surname === null) return []
  const words = wordsOf(statement.content.text.slice(0, INDEXED))
  const keys = new Set<number>()
  for (const telling of tellingWords(words, most, sentences)) {
    for (let i = 0; i < telling.length; i++) {
      for (let j = i + 1; j < telling.length; j++) {
        const [one, other] = telling[i]! < telling[j]! ? [telling[i]!, telling[j]!] : [telling[j]!, telling[i]!]
        keys.add(1 + hash53(`t${surname} ${one} ${other}`))
      }
    }
  }
  return [...keys]
}

/** Null for nobody, and for bodies, which have no turns. */
function surnameOf(speaker: Speaker | null): string | null {
  const voice = voiceOf(speaker)
  if (voice === null || voice.isBody) return null
  const names = (fold(voice.name).match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? []).filter((name) => !SUFFIXES.has(name))
  return names.at(-1) ?? null
}

const SUFFIXES: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** Of each sentence the concepts that tell the most, of like ones the longest; of many sentences those that tell the most. */
function tellingWords(words: readonly Word[], most: number, sentences: number): string[][] {
  const found: { readonly names: string[]; readonly weight: number }[] = []
  let concepts = new Map<string, number>()
  const close = (): void => {
    const sorted = [...concepts].sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1))
    const chosen = sorted.slice(0, most)
    if (chosen.length > 1) {
      found.push({ names: chosen.map(([name]) => name), weight: chosen.reduce((sum, [, weight]) => sum + weight, 0) })
    }
    concepts = new Map()
  }
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word.first) close()
    if (word.kind !== 'word' && word.kind !== 'name') continue
    const concept = conceptAt(words, at)
    if (concept.name.length > 1) concepts.set(concept.name, Math.max(concept.weight, concepts.get(concept.name) ?? 0))
    at += concept.words - 1
  }
  close()
  if (found.length <= sentences) return found.map(({ names }) => names)
  return found
    .map((sentence, index) => ({ ...sentence, index }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, sentences)
    .map(({ names }) => names)
}
