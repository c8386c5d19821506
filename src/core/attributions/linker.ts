/** Chooses the cue of a content and the source of a cue, by the weights of how they stand to each other. */
import { featuresOf, keyOf, type Link, linkOf, loneFeatures } from './link-features.ts'
import type { LinkView, PlacedSpan } from './link-view.ts'

/** Feature → weight; a feature that is not there weighs nothing. */
export type LinkWeights = Readonly<Record<string, number>>

export interface Choice {
  /** The span chosen; null for none. */
  readonly span: PlacedSpan | null
  /** How it stands to the cue; null for none. */
  readonly link: Link | null
}

/** How many spans to each side are considered, … */
const REACH = 4
/** … and how many of any role are passed on the way. */
const FURTHEST = 24

const NONE: Choice = { span: null, link: null }

/** None, and the cues that may report `content`. */
export const cueChoices = (view: LinkView, content: PlacedSpan): Choice[] => [
  NONE,
  ...nearest(view, content, 'cue').map((span) => ({ span, link: linkOf(view, content, span) })),
]

/** Nobody, and those who may speak with `cue`. */
export const sourceChoices = (view: LinkView, cue: PlacedSpan): Choice[] => [
  NONE,
  ...nearest(view, cue, 'source').map((span) => ({ span, link: linkOf(view, span, cue) })),
]

/** The nearest spans of `role` on both sides, in this block and the ones next to it. */
function nearest({ spans }: LinkView, from: PlacedSpan, role: 'cue' | 'source'): PlacedSpan[] {
  const found: PlacedSpan[] = []
  for (const step of [-1, 1]) {
    let count = 0
    for (let away = 1; away <= FURTHEST && count < REACH; away++) {
      const span = spans[from.index + step * away]
      if (span === undefined || Math.abs(span.block - from.block) > 1) break
      if (span.role !== role) continue
      found.push(span)
      count++
    }
  }
  return found
}

/** Features of a choice for `span`, a content or a cue. */
export const choiceFeatures = (view: LinkView, span: PlacedSpan, { link }: Choice): string[] =>
  link === null ? loneFeatures(view, span) : featuresOf(link)

/** What choices are worth; the same link is summed once. */
export interface Scorer {
  score(view: LinkView, span: PlacedSpan, choice: Choice): number
}

export function scorerOf(weights: LinkWeights): Scorer {
  const known = new Map<number, number>()
  const sum = (features: readonly string[]) => features.reduce((total, name) => total + (weights[name] ?? 0), 0)
  return {
    score(view, span, { link }) {
      if (link === null) return sum(loneFeatures(view, span))
      const key = keyOf(link)
      let score = known.get(key)
      if (score === undefined) {
        score = sum(featuresOf(link))
        known.set(key, score)
      }
      return score
    },
  }
}

/** Scores → probabilities, in their order. */
export function probabilities(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const exponentials = scores.map((score) => Math.exp(score - top))
  const sum = exponentials.reduce((total, value) => total + value, 0)
  return exponentials.map((value) => value / sum)
}
