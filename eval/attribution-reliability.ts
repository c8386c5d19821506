/** Is a confidence of 0.8 right eight times in ten? Finds by confidence, with the share that is right. */
import { ratio } from './attribution-score.ts'

export interface Judged {
  /** 0 to 1. */
  readonly confidence: number
  readonly right: boolean
}

/** Confidence from `from`, inclusive, to `to`, exclusive; the last bin holds 1 too. */
export interface ReliabilityBin {
  readonly from: number
  readonly to: number
  readonly found: number
  /** Mean confidence; null for an empty bin. */
  readonly confidence: number | null
  /** Share that is right; null for an empty bin. */
  readonly right: number | null
}

export interface Reliability {
  readonly bins: readonly ReliabilityBin[]
  /** Expected calibration error: how far confidence and share lie apart, mean over the finds; null for none. */
  readonly error: number | null
}

const EDGES: readonly number[] = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 1]

export function reliabilityOf(finds: readonly Judged[]): Reliability {
  const bins = EDGES.slice(1).map((to, index): ReliabilityBin => {
    const from = EDGES[index]!
    const own = finds.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1))
    const sum = own.reduce((total, { confidence }) => total + confidence, 0)
    const right = own.filter((find) => find.right).length
    return { from, to, found: own.length, confidence: ratio(sum, own.length), right: ratio(right, own.length) }
  })
  const apart = bins.reduce(
    (total, { found, confidence, right }) => total + (found === 0 ? 0 : found * Math.abs(confidence! - right!)),
    0,
  )
  return { bins, error: ratio(apart, finds.length) }
}
