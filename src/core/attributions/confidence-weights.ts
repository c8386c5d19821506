/** What each feature of a find is worth to its confidence; written by train/relations/fit-confidence.ts, not by hand. */

export const CONFIDENCE_WEIGHTS: Readonly<Record<string, number>> = {
  any: -0.873,
  boundaries: 0.277,
  candidate: -0.725,
  chosen: 0.17,
  content: 0.28,
  contentLink: 0.166,
  cue: 0.268,
  direct: 0.041,
  indirect: -0.59,
  mixed: -0.324,
  'no source': -1.476,
  rule: -0.153,
  sentence: -0.166,
  source: 0.145,
  sourceLink: 0.098,
  split: 0.064,
}
