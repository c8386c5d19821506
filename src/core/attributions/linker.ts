/** Joins labelled spans into relations: each content with its cue, each cue with its source. */
import { contentFeatures, loneFeatures, sourceFeatures } from './link-features.ts'
import type { LinkView, PlacedSpan } from './link-view.ts'

/** Feature → weight; a feature that is not there weighs nothing. */
export type LinkWeights = Readonly<Record<string, number>>

export interface Choice {
  /** The span chosen; null for none. */
  readonly span: PlacedSpan | null
  readonly features: readonly string[]
}

/** How many spans to each side are considered, … */
const REACH = 4
/** … and how many of any role are passed on the way. */
const FURTHEST = 24

/** The cues that may report `content`, and none. */
export function cueChoices(view: LinkView, content: PlacedSpan): Choice[] {
  const cues = nearest(view, content, 'cue')
  return [
    { span: null, features: loneFeatures(view, content) },
    ...cues.map((span) => ({ span, features: contentFeatures(view, content, span) })),
  ]
}

/** Those who may speak with `cue`, and nobody. */
export function sourceChoices(view: LinkView, cue: PlacedSpan): Choice[] {
  const sources = nearest(view, cue, 'source')
  return [
    { span: null, features: loneFeatures(view, cue) },
    ...sources.map((span) => ({ span, features: sourceFeatures(view, span, cue) })),
  ]
}

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

/** Probability of each choice, in their order. */
export function probabilities(weights: LinkWeights, choices: readonly Choice[]): number[] {
  const scores = choices.map(({ features }) => features.reduce((sum, name) => sum + (weights[name] ?? 0), 0))
  const top = Math.max(...scores)
  const exponentials = scores.map((score) => Math.exp(score - top))
  const sum = exponentials.reduce((total, value) => total + value, 0)
  return exponentials.map((value) => value / sum)
}
