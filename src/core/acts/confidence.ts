/** How often a reading of each kind of evidence is right; written by train/acts/fit-confidence.ts, not by hand. */

/** Evidence as `ActEvidence.by` names it, or its kind before the colon. */
export const CONFIDENCE: Readonly<Record<string, number>> = {
  nothing: 0.85,
  cue: 0.9,
  content: 0.75,
}

export const confidenceOf = (by: string): number => CONFIDENCE[by] ?? CONFIDENCE[by.split(':')[0]!] ?? 0.75
