/** Tests of span decoding: posteriors against all label sequences written out, the best set against all sets. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ATTRIBUTION_LABELS, type Crf, type Thresholds } from '../../src/core/network.ts'
import { chainOf, LEAST_POSTERIOR, type LikelySpan, spanPosteriors } from '../../src/core/span-posteriors.ts'
import { bestSpans } from '../../src/core/span-schedule.ts'

const LABELS = ATTRIBUTION_LABELS.length
const ROLES = ['source', 'cue', 'content'] as const

const isAllowed = (before: number | null, label: number): boolean =>
  label === 0 || label % 2 === 1 || before === label || before === label - 1

const score = fc.float({ min: -6, max: 6, noNaN: true })

const crf: fc.Arbitrary<Crf> = fc
  .tuple(fc.array(score, { minLength: 49, maxLength: 49 }), fc.array(score, { minLength: 7, maxLength: 7 }))
  .map(([moves, start]) => ({
    transitions: Float32Array.from(
      moves,
      (each, i) => each + (isAllowed(Math.floor(i / LABELS), i % LABELS) ? 0 : -1e4),
    ),
    start: Float32Array.from(start, (each, label) => each + (isAllowed(null, label) ? 0 : -1e4)),
  }))

const paragraph = fc
  .integer({ min: 1, max: 5 })
  .chain((length) => fc.array(score, { minLength: length * LABELS, maxLength: length * LABELS }))
  .map((scores) => Float32Array.from(scores))

/** Every sequence of labels with its score. */
function* sequences(
  model: Crf,
  emissions: Float32Array,
  labels: number[] = [],
  sum = 0,
): Generator<[number[], number]> {
  const token = labels.length
  if (token * LABELS === emissions.length) {
    yield [labels, sum]
    return
  }
  for (let label = 0; label < LABELS; label++) {
    const before = labels.at(-1) ?? null
    if (!isAllowed(before, label)) continue
    const move = before === null ? model.start[label]! : model.transitions[before * LABELS + label]!
    yield* sequences(model, emissions, [...labels, label], sum + move + emissions[token * LABELS + label]!)
  }
}

/** Spans as `role first last`. */
function spansOf(labels: readonly number[]): string[] {
  return labels.flatMap((label, first) => {
    if (label % 2 === 0) return []
    let last = first
    while (labels[last + 1] === label + 1) last++
    return [`${ROLES[(label - 1) / 2]} ${first} ${last}`]
  })
}

const nameOf = ({ role, first, last }: LikelySpan): string => `${role} ${first} ${last}`

describe('span posteriors', () => {
  it('are the shares of the sequences that have the span', () => {
    fc.assert(
      fc.property(crf, paragraph, (model, emissions) => {
        const all = [...sequences(model, emissions)]
        const most = Math.max(...all.map(([, sum]) => sum))
        let total = 0
        const masses = new Map<string, number>()
        for (const [labels, sum] of all) {
          const mass = Math.exp(sum - most)
          total += mass
          for (const span of spansOf(labels)) masses.set(span, (masses.get(span) ?? 0) + mass)
        }
        const found = new Map(
          spanPosteriors(chainOf(model), emissions, 0, emissions.length / LABELS).map((span) => [
            nameOf(span),
            span.posterior,
          ]),
        )
        for (const [span, mass] of masses) {
          const share = mass / total
          if (share < LEAST_POSTERIOR * 0.999) assert.ok(!found.has(span))
          else if (share > LEAST_POSTERIOR * 1.001) assert.ok(Math.abs(found.get(span)! - share) < 1e-5 * share, span)
        }
        assert.ok([...found.keys()].every((span) => masses.has(span)))
      }),
      { numRuns: 60 },
    )
  })

  it('count tokens from the start of the document', () => {
    const model: Crf = { transitions: new Float32Array(49), start: new Float32Array(7) }
    const emissions = new Float32Array(10 * LABELS)
    emissions[6 * LABELS + 3] = 9
    const [span, ...others] = spanPosteriors(chainOf(model), emissions, 5, 8).sort((a, b) => b.posterior - a.posterior)
    assert.deepEqual([span!.role, span!.first], ['cue', 6])
    assert.ok(others.every(({ first, last }) => first >= 5 && last < 8))
    assert.deepEqual(spanPosteriors(chainOf(model), emissions, 5, 5), [])
  })

  it('stand extreme scores', () => {
    const model: Crf = { transitions: new Float32Array(49).fill(-30), start: new Float32Array(7).fill(40) }
    const emissions = Float32Array.from({ length: 600 * LABELS }, (_, i) => ((i * 7919) % 200) - 100)
    for (const { posterior } of spanPosteriors(chainOf(model), emissions, 0, 600)) {
      assert.ok(posterior >= LEAST_POSTERIOR && posterior <= 1)
    }
  })
})

describe('best spans', () => {
  const span = fc
    .record({
      role: fc.constantFrom(...ROLES),
      first: fc.nat(9),
      length: fc.nat(4),
      posterior: fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
    })
    .map(({ role, first, length, posterior }): LikelySpan => ({ role, first, last: first + length, posterior }))
  const thresholds: Thresholds = { source: 0.4, cue: 0.5, content: 0.35 }
  const worthOf = (spans: readonly LikelySpan[]): number =>
    spans.reduce((sum, { role, posterior }) => sum + posterior - thresholds[role], 0)
  const areApart = (spans: readonly LikelySpan[]): boolean =>
    spans.every((a, i) => spans.slice(i + 1).every((b) => a.last < b.first || b.last < a.first))

  it('are worth as much as any set without overlaps', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 9 }), (candidates) => {
        const chosen = bestSpans(candidates, thresholds)
        assert.ok(areApart(chosen))
        assert.deepEqual(
          chosen,
          chosen.toSorted((a, b) => a.first - b.first),
        )
        for (let set = 0; set < 2 ** candidates.length; set++) {
          const some = candidates.filter((_, i) => (set >> i) & 1)
          if (areApart(some)) assert.ok(worthOf(some) <= worthOf(chosen) + 1e-9)
        }
      }),
      { numRuns: 200 },
    )
  })
})
