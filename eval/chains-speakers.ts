/** Whether the sources of attributions end up in the right chains, by the form of the source. */
import type { Chain } from '../src/core/doc.ts'
import type { Span } from '../src/core/span.ts'
import type { GoldMention } from './chains-gold.ts'

export type SourceForm = 'pronoun' | 'nominal' | 'name'
export const SOURCE_FORMS: readonly SourceForm[] = ['pronoun', 'nominal', 'name']

/**
 * `right`: the chain has the names of the annotated chain, or its nouns where that has no name. `wrong`: names or nouns of
 * another. `open`: no name though the annotated chain has one, or no noun: nothing false is said.
 */
export type Verdict = 'right' | 'wrong' | 'open'

export type SpeakerTally = Record<Verdict, number>

export interface PlacedReference extends Span {
  readonly chain: Chain
  readonly isName: boolean
  readonly isPronoun: boolean
  readonly text: string
  /** Index of the annotated chain that a mention with the same head belongs to; -1 for none. */
  readonly gold: number
}

/**
 * Compared by names, and by nouns where the annotated chain has no name: who is meant, not how often.
 * @param gold mentions of the annotated chain of the source; null for what is annotated as referred to once.
 * @param ours references of the chain that was found.
 * @returns null where the annotation does not say who is meant.
 */
export function verdictOf(
  form: SourceForm,
  gold: { chain: number; mentions: readonly GoldMention[] } | null,
  ours: readonly PlacedReference[],
  source: Span & { readonly text: string },
): Verdict | null {
  const names = ours.filter(({ isName }) => isName)
  const isOther = (span: Span): boolean => span.end <= source.start || span.start >= source.end
  const nouns = ours.filter((reference) => !reference.isName && !reference.isPronoun && isOther(reference))
  const theirs = (gold?.mentions ?? []).filter((mention) => !mention.isPronoun && isOther(mention))
  const hasName = gold?.mentions.some(({ isName }) => isName) === true
  if (gold === null || (!hasName && theirs.length === 0)) {
    if (form === 'pronoun') return null
    if (form === 'name') return names.every(({ text }) => shareWord(text, source.text)) ? 'right' : 'wrong'
    return names.every((name) => !isOther(name)) && nouns.every((noun) => noun.gold < 0) ? 'right' : 'wrong'
  }
  const isTheirs = (reference: PlacedReference): boolean => reference.gold === gold.chain
  if (hasName) {
    if (names.length === 0) return 'open'
    const placed = names.filter((name) => name.gold >= 0)
    return placed.length > 0 && 2 * placed.filter(isTheirs).length >= placed.length ? 'right' : 'wrong'
  }
  if (names.length > 0) return names.some(isTheirs) ? 'right' : 'wrong'
  if (nouns.some(isTheirs)) return 'right'
  if (nouns.some((noun) => noun.gold >= 0)) return 'wrong'
  const isFirst = form !== 'pronoun' && theirs.every((mention) => mention.start >= source.start)
  return isFirst ? 'right' : 'open'
}

const shareWord = (a: string, b: string): boolean => {
  const words = new Set(a.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  return b
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 1 && words.has(word))
}

export const emptySpeakers = (): Record<SourceForm, SpeakerTally> => ({
  pronoun: { right: 0, wrong: 0, open: 0 },
  nominal: { right: 0, wrong: 0, open: 0 },
  name: { right: 0, wrong: 0, open: 0 },
})
