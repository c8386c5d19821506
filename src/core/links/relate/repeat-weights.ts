/** What tells of one claim in other words, fitted on link-pairs.dev and link-pairs.more (our own); written by train/links/fit-repeats.ts, not by hand. */
export const REPEAT_BIAS = -4.26

/** In the order of `PLAIN_FEATURES`. */
export const PLAIN_WEIGHTS: readonly number[] = [
  0.71, // less covered
  1.59, // more covered
  0.56, // weight shared
  1.61, // same speaker
  2.82, // same side
  2.3, // same day
  1.69, // same number
  0.61, // opposites
  -1.04, // modality
  -0.71, // slot
  -0.54, // object
  -1.5, // subject
  -1.12, // condition
  0.36, // mixed
  -0.13, // opposite
  -0.87, // all or some
  -0.8, // slot near
]

/** In the order of `NEAR_FEATURES`. */
export const NEAR_WEIGHTS: readonly number[] = [
  1.37, // less covered or near
  1.21, // more covered or near
  -1.3, // far, fewer
  -0.32, // far, more
]
