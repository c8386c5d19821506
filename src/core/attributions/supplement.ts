/** Adds to the chosen spans what the others cannot do without: a cue for a speaker, a speaker for a cue. */
import { overlaps } from '../span.ts'
import { completer } from './completion.ts'
import type { AttributableDoc, FoundSpans, LabelledSpan, Role } from './labelled-span.ts'
import { type Linked, linked } from './relation.ts'

/** Least mass of a span that is added wherever nothing was chosen, and its own least posterior. */
const LEAST_MASS: readonly (readonly [Role, number])[] = [
  ['cue', 0.65],
  ['source', 0.6],
]
const LEAST = 0.3

/** Least mass of a span that another one lacks. */
const LEAST_LACKING: Readonly<Record<'cue' | 'source', number>> = { cue: 0.4, source: 0.15 }

/** The chosen spans with what they lack, and how they are joined. */
export function supplemented(doc: AttributableDoc, found: FoundSpans): { found: FoundSpans; linked: Linked } {
  const sure = withSure(found)
  const first = linked(doc, sure.chosen)
  const near = completer(doc, sure)
  const added: LabelledSpan[] = []
  const add = (index: number, role: 'cue' | 'source') => {
    const completion = near.near(index, role)
    if (completion === null || completion.mass < LEAST_LACKING[role]) return
    if (!added.some((other) => overlaps(other, completion.span))) added.push(completion.span)
  }
  for (const span of first.lone) add(span.index, 'cue')
  for (const cue of first.sourceless) add(cue.index, 'source')
  if (added.length === 0) return { found: sure, linked: first }
  const chosen = inOrder([...sure.chosen, ...added])
  return { found: { ...sure, chosen }, linked: linked(doc, chosen) }
}

/** Adds spans that surely stand somewhere but whose ends are in doubt, which leaves each of their readings unlikely. */
function withSure({ chosen, candidates }: FoundSpans): FoundSpans {
  const all = [...chosen]
  for (const [role, leastMass] of LEAST_MASS) {
    const readings = candidates.filter((span) => span.role === role)
    const likely = readings.filter(({ posterior }) => posterior >= LEAST).sort((a, b) => b.posterior - a.posterior)
    for (const span of likely) {
      if (!all.some((other) => overlaps(span, other)) && massOf(span, readings) >= leastMass) all.push(span)
    }
  }
  return { chosen: all.length === chosen.length ? chosen : inOrder(all), candidates }
}

const inOrder = (spans: LabelledSpan[]): LabelledSpan[] => spans.sort((a, b) => a.start - b.start)

const massOf = (span: LabelledSpan, readings: readonly LabelledSpan[]): number =>
  readings.reduce((sum, other) => sum + (overlaps(span, other) ? other.posterior : 0), 0)
