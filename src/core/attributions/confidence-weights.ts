/** What each feature of a find is worth to its confidence; written by train/relations/fit-confidence.ts, not by hand. */

export const CONFIDENCE_WEIGHTS: Readonly<Record<string, number>> = {
  any: -0.774,
  boundaries: 0.202,
  candidate: -0.718,
  chosen: 0.166,
  content: 0.296,
  contentLink: 0.097,
  cue: 0.278,
  direct: 0.035,
  indirect: -0.518,
  mixed: -0.292,
  'no source': -1.505,
  rule: -0.222,
  source: 0.153,
  sourceLink: 0.124,
  split: 0.1,
}
