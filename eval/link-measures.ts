/** Figures of decisions that come with a confidence: precision and recall, how far the confidence tells the truth, curves. */

export interface Score {
  readonly right: number
  readonly found: number
  readonly gold: number
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

export function scoreOf(right: number, found: number, gold: number): Score {
  const precision = found === 0 ? null : right / found
  const recall = gold === 0 ? null : right / gold
  const f1 = found + gold === 0 ? null : (2 * right) / (found + gold)
  return { right, found, gold, precision, recall, f1 }
}

/** One decision that was taken. */
export interface Decision {
  readonly confidence: number
  readonly isRight: boolean
}

export interface Bin {
  /** Least confidence in it. */
  readonly from: number
  readonly decisions: number
  readonly confidence: number
  readonly right: number
}

export interface Calibration {
  readonly bins: readonly Bin[]
  /** Expected calibration error (Naeini et al. 2015) over ten bins of equal width; null without decisions. */
  readonly ece: number | null
}

export function calibrationOf(decisions: readonly Decision[]): Calibration {
  const bins: Bin[] = []
  for (let index = 0; index < 10; index++) {
    const inBin = decisions.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === index)
    if (inBin.length === 0) continue
    const sum = inBin.reduce((total, { confidence }) => total + confidence, 0)
    const right = inBin.filter(({ isRight }) => isRight).length / inBin.length
    bins.push({ from: index / 10, decisions: inBin.length, confidence: sum / inBin.length, right })
  }
  const weighted = bins.reduce((sum, bin) => sum + bin.decisions * Math.abs(bin.confidence - bin.right), 0)
  return { bins, ece: decisions.length === 0 ? null : weighted / decisions.length }
}

export interface CurvePoint extends Score {
  /** Only decisions at least this sure are counted. */
  readonly from: number
}

/** Precision and recall where less sure decisions are left out, a point for each twentieth of confidence that changes them. */
export function curveOf(decisions: readonly Decision[], gold: number): CurvePoint[] {
  const points: CurvePoint[] = []
  for (let step = 0; step < 20; step++) {
    const from = step / 20
    const kept = decisions.filter(({ confidence }) => confidence >= from)
    if (kept.length === 0 || kept.length === points.at(-1)?.found) continue
    points.push({ from, ...scoreOf(kept.filter(({ isRight }) => isRight).length, kept.length, gold) })
  }
  return points
}

/** How often a random positive scores above a random negative, ties half (the area under the ROC curve); null without either. */
export function areaUnder(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null
  const scored = [...positives.map((score) => ({ score, is: 1 })), ...negatives.map((score) => ({ score, is: 0 }))]
  scored.sort((a, b) => a.score - b.score)
  let rankSum = 0
  for (let start = 0; start < scored.length; ) {
    let end = start
    while (end < scored.length && scored[end]!.score === scored[start]!.score) end++
    for (let index = start; index < end; index++) if (scored[index]!.is === 1) rankSum += (start + 1 + end) / 2
    start = end
  }
  const count = positives.length
  return (rankSum - (count * (count + 1)) / 2) / (count * negatives.length)
}

/** "85.0", a dash for what there is nothing to count. */
export const percent = (part: number | null): string => (part === null ? '    –' : (100 * part).toFixed(1).padStart(5))

export const formatScore = ({ precision, recall, f1, right, found, gold }: Score): string =>
  `P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}   (${right} right of ${found} found, ${gold} there)`
