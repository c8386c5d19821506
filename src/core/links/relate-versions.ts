/** Statements of two versions of one page: one saying told twice or nothing at all, never a page that contradicts or repeats itself. */
import { wordsAlike } from '../versions/alike-statements.ts'
import type { LinkEvidence, Relating } from './link.ts'
import { type LinkableView, placeOf, type Unit } from './linkable-view.ts'
import { speakersAgree } from './relate/side.ts'

interface Paged {
  readonly document: string
  readonly url: string | null
}

/** Are these two documents of one address? */
export const isVersionOf = (a: Paged, b: Paged): boolean =>
  a.document !== b.document && a.url !== null && a.url === b.url

/** As much as makes two statements one reworded: docs/versions.md. */
const ALIKE = 0.55
const MOST_EVIDENCE = 3

/**
 * Symmetric. What a page said before it was changed is no second statement: where a number or a "not" was put in, `onrecord changes`
 * tells it, and no conflict is offered.
 */
export function relateVersions(one: LinkableView, other: LinkableView): Relating | null {
  const [a, b] = one.id < other.id ? [one, other] : [other, one]
  const alike = wordsAlike(a.words, b.words)
  const isNameless = a.voice === null && b.voice === null
  if (isNameless ? alike < 1 : speakersAgree(a.voice, b.voice) === null || alike < ALIKE) return null
  return {
    relation: 'same-utterance',
    type: null,
    confidence: Math.round(Math.min(0.95, alike) * 1000) / 1000,
    because: evidence(a, b),
  }
}

/** The most telling words that both have. */
function evidence(a: LinkableView, b: LinkableView): LinkEvidence[] {
  const theirs = new Map(b.units.toReversed().map((unit) => [unit.concept, unit]))
  const seen = new Set<string>()
  const shared = a.units
    .filter(({ concept }) => theirs.has(concept) && !seen.has(concept) && seen.add(concept))
    .sort((x, y) => y.weight - x.weight || x.from - y.from)
    .slice(0, MOST_EVIDENCE)
  return [
    ...shared.map((unit) => evidenceOf(a, unit)),
    ...shared.map(({ concept }) => evidenceOf(b, theirs.get(concept)!)),
  ]
}

const evidenceOf = (view: LinkableView, { from, to }: Unit): LinkEvidence => ({
  span: placeOf(view, view.words[from]!.start, view.words[to - 1]!.end),
  of: view.id,
  note: 'same',
})
