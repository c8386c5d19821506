/** Logistic regression with a pull to nothing, by Newton's method: for tens of features and thousands of rows. */

export interface Example {
  readonly features: readonly number[]
  readonly isRepeat: boolean
}

export interface Weights {
  readonly bias: number
  readonly weights: readonly number[]
}

/** Pull of every weight but the bias to nothing. */
const PULL = 0.5
const STEPS = 60

export const chanceOf = ({ bias, weights }: Weights, features: readonly number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, value, index) => sum + value * weights[index]!, bias)))

export function fit(examples: readonly Example[]): Weights {
  const size = examples[0]!.features.length + 1
  let all: number[] = Array(size).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const { gradient, curvature } = slopesOf(examples, all)
    const change = solved(curvature, gradient)
    // A full step overshoots where little is known.
    const scale = Math.min(1, 1 / Math.max(...change.map(Math.abs)))
    all = all.map((weight, index) => weight + scale * change[index]!)
  }
  return { bias: all.at(-1)!, weights: all.slice(0, -1) }
}

function slopesOf(examples: readonly Example[], all: readonly number[]) {
  const size = all.length
  const gradient = all.map((weight, index) => (index === size - 1 ? 0 : -PULL * weight))
  const curvature = all.map((_, row) => all.map((_, column) => (row !== column ? 0 : row === size - 1 ? 1e-6 : PULL)))
  for (const { features, isRepeat } of examples) {
    const chance = chanceOf({ bias: all.at(-1)!, weights: all.slice(0, -1) }, features)
    const values = [...features, 1]
    for (let row = 0; row < size; row++) {
      gradient[row]! += ((isRepeat ? 1 : 0) - chance) * values[row]!
      for (let column = 0; column < size; column++)
        curvature[row]![column]! += chance * (1 - chance) * values[row]! * values[column]!
    }
  }
  return { gradient, curvature }
}

/** By Gauss's elimination with pivots. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!])
  for (let at = 0; at < rows.length; at++) {
    let pivot = at
    for (let row = at; row < rows.length; row++)
      if (Math.abs(rows[row]![at]!) > Math.abs(rows[pivot]![at]!)) pivot = row
    ;[rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!]
    for (let row = 0; row < rows.length; row++) {
      if (row === at) continue
      const factor = rows[row]![at]! / rows[at]![at]!
      for (let column = at; column <= rows.length; column++) rows[row]![column]! -= factor * rows[at]![column]!
    }
  }
  return rows.map((row, index) => row.at(-1)! / row[index]!)
}
