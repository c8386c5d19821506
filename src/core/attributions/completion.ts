/** Finds what a span lacks: the model saw that something of that role stands near, but was in doubt where it begins and ends. */
import { firstFrom, overlaps } from '../span.ts'
import type { AttributableDoc, FoundSpans, LabelledSpan, Role } from './labelled-span.ts'

export interface Completion {
  readonly span: LabelledSpan
  /** Sum of its posterior and of those of the readings that overlap it, at most 1: how sure it is that something stands there. */
  readonly mass: number
}

export interface Completer {
  /** The likeliest span of `role` between `chosen[index]` and the spans around it that would part the two. */
  near(index: number, role: Role): Completion | null
}

/** Spans of these roles end the search for a span of that role. */
const PARTING: Readonly<Record<Role, readonly Role[]>> = {
  content: ['content', 'cue'],
  cue: ['cue'],
  source: ['cue'],
}

/** How far to each side is looked, in spans and in characters. */
const MOST_SPANS = 20
const MOST_CHARACTERS = 1500

/** @param found with `chosen` in text order. */
export function completer(doc: AttributableDoc, { chosen, candidates }: FoundSpans): Completer {
  const { blocks } = doc.layers
  const readings: Record<Role, LabelledSpan[]> = { source: [], cue: [], content: [] }
  for (const span of candidates) readings[span.role].push(span)
  return {
    near(index, role) {
      const anchor = chosen[index]!
      const block = blocks[firstFrom(blocks, anchor.start + 1) - 1]!
      const taken = [anchor]
      let start = Math.max(block.start, anchor.start - MOST_CHARACTERS)
      let end = Math.min(block.end, anchor.end + MOST_CHARACTERS)
      for (let at = index - 1; at >= Math.max(0, index - MOST_SPANS) && chosen[at]!.end > start; at--) {
        if (PARTING[role].includes(chosen[at]!.role)) start = chosen[at]!.end
        else taken.push(chosen[at]!)
      }
      const last = Math.min(chosen.length - 1, index + MOST_SPANS)
      for (let at = index + 1; at <= last && chosen[at]!.start < end; at++) {
        if (PARTING[role].includes(chosen[at]!.role)) end = chosen[at]!.start
        else taken.push(chosen[at]!)
      }
      const own = readings[role]
      const free = own
        .slice(firstFrom(own, start), firstFrom(own, end))
        .filter((span) => span.end <= end && !taken.some((other) => overlaps(span, other)))
      return likeliest(free)
    },
  }
}

function likeliest(readings: readonly LabelledSpan[]): Completion | null {
  let best: LabelledSpan | null = null
  for (const span of readings) if (best === null || span.posterior > best.posterior) best = span
  if (best === null) return null
  let mass = 0
  for (const span of readings) if (overlaps(span, best)) mass += span.posterior
  return { span: best, mass: Math.min(1, mass) }
}
