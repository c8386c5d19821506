/** Adds to the chosen spans what the others cannot do without: a cue for a speaker, a speaker for a cue. */
import { firstFrom } from '../span.ts'
import { completer } from './completion.ts'
import type { AttributableDoc, FoundSpans, LabelledSpan, Role } from './labelled-span.ts'
import type { PlacedSpan } from './link-view.ts'
import { type Linked, linked } from './relation.ts'

/** Least mass of a span that is added wherever nothing was chosen, and its own least posterior. */
const LEAST_MASS: readonly (readonly [Role, number])[] = [
  ['cue', 0.65],
  ['source', 0.6],
]
const LEAST = 0.3

/** Least mass of a span that another one lacks. */
const LEAST_LACKING: Readonly<Record<'cue' | 'source', number>> = { cue: 0.4, source: 0.35 }

/** The chosen spans with what they lack, and how they are joined. */
export function supplemented(doc: AttributableDoc, found: FoundSpans): { found: FoundSpans; linked: Linked } {
  const free = freeTokens(doc, found.chosen)
  const sure = { ...found, chosen: withSure(found, free) }
  const first = linked(doc, sure.chosen)
  const { near } = completer(doc, sure)
  const lacking = (role: 'cue' | 'source', spans: readonly PlacedSpan[]): LabelledSpan[] =>
    spans.flatMap(({ index }) => {
      const completion = near(index, role)
      const isAdded = completion !== null && completion.mass >= LEAST_LACKING[role] && free.take(completion.span)
      return isAdded ? [completion.span] : []
    })
  const added = [...lacking('cue', first.lone), ...lacking('source', first.sourceless)]
  if (added.length === 0) return { found: sure, linked: first }
  const chosen = inOrder([...sure.chosen, ...added])
  return { found: { ...sure, chosen }, linked: linked(doc, chosen) }
}

interface FreeTokens {
  /** Takes a span's tokens, if all are free. */
  take(span: LabelledSpan): boolean
}

function freeTokens(doc: AttributableDoc, spans: readonly LabelledSpan[]): FreeTokens {
  const taken = new Uint8Array(doc.layers.tokens.length)
  for (const { first, last } of spans) taken.fill(1, first, last + 1)
  return {
    take({ first, last }) {
      if (taken.subarray(first, last + 1).includes(1)) return false
      taken.fill(1, first, last + 1)
      return true
    },
  }
}

/** Adds spans that surely stand somewhere but whose ends are in doubt, which leaves each of their readings unlikely. */
function withSure({ chosen, candidates }: FoundSpans, free: FreeTokens): readonly LabelledSpan[] {
  const added: LabelledSpan[] = []
  for (const [role, leastMass] of LEAST_MASS) {
    const readings = candidates.filter((span) => span.role === role)
    const massOf = massesOf(readings)
    const likely = readings.filter((span) => span.posterior >= LEAST && massOf(span) >= leastMass)
    likely.sort((a, b) => b.posterior - a.posterior)
    for (const span of likely) if (free.take(span)) added.push(span)
  }
  return added.length === 0 ? chosen : inOrder([...chosen, ...added])
}

const inOrder = (spans: LabelledSpan[]): LabelledSpan[] => spans.sort((a, b) => a.start - b.start)

/** Sum of the posteriors of the readings that overlap a span: of all that begin before its end, but for those that end before it. */
function massesOf(readings: readonly LabelledSpan[]): (span: LabelledSpan) => number {
  const beginning = sumsBy(readings, ({ first }) => first)
  const ending = sumsBy(readings, ({ last }) => last)
  return ({ first, last }) => beginning(last + 1) - ending(first)
}

/** For a token, the sum of the posteriors of the readings whose `place` is a token before it. */
function sumsBy(readings: readonly LabelledSpan[], place: (span: LabelledSpan) => number): (token: number) => number {
  const sorted = readings.map((span) => ({ start: place(span), end: place(span), posterior: span.posterior }))
  sorted.sort((a, b) => a.start - b.start)
  const sums = [0]
  for (const { posterior } of sorted) sums.push(sums.at(-1)! + posterior)
  return (token) => sums[firstFrom(sorted, token)]!
}
