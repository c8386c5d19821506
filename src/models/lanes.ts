/** Packs paragraphs end to end into lanes, so that a recurrent layer reads several side by side with little idle time. */

/** The first token of a paragraph and the token after its last. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

/** More lanes than this gain nothing. */
export const MOST_LANES = 8

/**
 * The paragraphs of each lane: the longest first, each to the lane that is free first. A multiple of four lanes, because
 * the kernel reads four together (some may be empty); those with more to read before those with less.
 */
export function lanesOf(paragraphs: readonly Stretch[]): Stretch[][] {
  const count = Math.min(MOST_LANES, Math.ceil(paragraphs.length / 4) * 4)
  const lanes = Array.from({ length: count }, () => ({ length: 0, stretches: [] as Stretch[] }))
  for (const paragraph of paragraphs.toSorted((a, b) => b.last - b.first - (a.last - a.first))) {
    let shortest = lanes[0]!
    for (const lane of lanes) if (lane.length < shortest.length) shortest = lane
    shortest.stretches.push(paragraph)
    shortest.length += paragraph.last - paragraph.first
  }
  return lanes.sort((a, b) => b.length - a.length).map((lane) => lane.stretches)
}

export const stepsOf = (lanes: readonly (readonly Stretch[])[]): number =>
  (lanes[0] ?? []).reduce((sum, { first, last }) => sum + last - first, 0)
