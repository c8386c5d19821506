/** What each feature of a find is worth to its confidence; written by train/relations/fit-confidence.ts, not by hand. */

export const CONFIDENCE_WEIGHTS: Readonly<Record<string, number>> = {
  any: -0.788,
  candidate: -0.542,
  chosen: 0.141,
  content: 0.293,
  contentLink: 0.128,
  cue: 0.245,
  direct: 0.185,
  indirect: -0.72,
  mixed: -0.254,
  'no source': -1.392,
  sentence: -0.387,
  source: 0.203,
  sourceLink: 0.045,
  split: 0.005,
}
