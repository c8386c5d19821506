/** What tells of one claim in other words, fitted on link-pairs.dev and link-pairs.more (our own); written by train/links/fit-repeats.ts, not by hand. */
export const REPEAT_BIAS = -3.506

/** In the order of `REPEAT_FEATURES`. */
export const REPEAT_WEIGHTS: readonly number[] = [
  0.785, // less covered
  1.441, // more covered
  1.201, // less covered or near
  1.132, // more covered or near
  0.713, // weight shared
  -0.372, // rarity shared
  -1.365, // far, fewer
  -0.272, // far, more
  1.694, // same speaker
  2.808, // same side
  2.139, // same day
  -0.202, // same act
  1.366, // same number
  0.58, // opposites
  -1.237, // modality
  -0.838, // slot
  -0.816, // object
  -1.368, // subject
  -0.872, // condition
  0.536, // mixed
  -1.106, // all or some
  -0.859, // slot near
]
