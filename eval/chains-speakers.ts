/** Whether the sources of attributions end up in the right chains, by the form of the source. */
import type { Chain } from '../src/core/doc.ts'
import type { Span } from '../src/core/span.ts'
import type { GoldMention } from './chains-gold.ts'

export type SourceForm = 'pronoun' | 'nominal' | 'name'
export const SOURCE_FORMS: readonly SourceForm[] = ['pronoun', 'nominal', 'name']

/**
 * `right`: the chain has the names of the annotated chain, or no name where that has none. `wrong`: names of another.
 * `open`: no name though the annotated chain has one, or alone though it has others: nothing false is said.
 */
export type Verdict = 'right' | 'wrong' | 'open'

export type SpeakerTally = Record<Verdict, number>

export interface PlacedReference extends Span {
  readonly chain: Chain
  readonly isName: boolean
  /** Index of the annotated chain that a mention with the same head belongs to; -1 for none. */
  readonly gold: number
}

/**
 * @param gold the annotated chain of the source; null for what is annotated as referred to once.
 * @param ours references of the chain that was found.
 */
export function verdictOf(
  form: SourceForm,
  gold: { chain: number; mentions: readonly GoldMention[] } | null,
  ours: readonly PlacedReference[],
  source: Span,
): Verdict | null {
  const names = ours.filter(({ isName }) => isName)
  const others = ours.filter((reference) => reference.end <= source.start || reference.start >= source.end)
  if (gold === null || gold.mentions.length === 1) {
    if (form === 'pronoun') return null
    if (form === 'name') return others.every(({ gold: theirs }) => theirs < 0) ? 'right' : 'wrong'
    return names.length === 0 && others.every(({ gold: theirs }) => theirs < 0) ? 'right' : 'wrong'
  }
  if (!gold.mentions.some(({ isName }) => isName)) {
    if (names.length > 0) return names.some(({ gold: theirs }) => theirs === gold.chain) ? 'right' : 'wrong'
    if (others.length === 0) return 'open'
    return 2 * others.filter(({ gold: theirs }) => theirs === gold.chain).length >= others.length ? 'right' : 'wrong'
  }
  if (names.length === 0) return 'open'
  const placed = names.filter(({ gold: theirs }) => theirs >= 0)
  const same = placed.filter(({ gold: theirs }) => theirs === gold.chain).length
  return placed.length > 0 && 2 * same >= placed.length ? 'right' : 'wrong'
}

export const emptySpeakers = (): Record<SourceForm, SpeakerTally> => ({
  pronoun: { right: 0, wrong: 0, open: 0 },
  nominal: { right: 0, wrong: 0, open: 0 },
  name: { right: 0, wrong: 0, open: 0 },
})
