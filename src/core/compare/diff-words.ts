/** Two lists of words → which stand in both, in order: the shortest script of insertions and deletions (Myers 1986). */

/** One step of the script: indices into the two lists; both where the words are the same. */
export interface Step {
  readonly before: number | null
  readonly after: number | null
}

/** Insertions and deletions that are looked for; what differs more is told as all deleted, all inserted. */
const MOST_EDITS = 600

/**
 * @param before,after words as they are to be compared: equal strings are the same word.
 * Work is bounded by length × `MOST_EDITS`.
 */
export function diffWords(before: readonly string[], after: readonly string[]): Step[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let ends = 0
  const longest = Math.min(before.length, after.length) - start
  while (ends < longest && before[before.length - 1 - ends] === after[after.length - 1 - ends]) ends++
  const middle = script(before.slice(start, before.length - ends), after.slice(start, after.length - ends))
  return [
    ...Array.from({ length: start }, (_, at) => ({ before: at, after: at })),
    ...middle.map((step) => ({
      before: step.before === null ? null : step.before + start,
      after: step.after === null ? null : step.after + start,
    })),
    ...Array.from({ length: ends }, (_, at) => ({
      before: before.length - ends + at,
      after: after.length - ends + at,
    })),
  ]
}

function script(a: readonly string[], b: readonly string[]): Step[] {
  const most = Math.min(MOST_EDITS, a.length + b.length)
  const reached: Int32Array[] = []
  let row = new Int32Array(2 * most + 3)
  for (let edits = 0; edits <= most; edits++) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = diagonal + most + 1
      const down = diagonal === -edits || (diagonal !== edits && row[at - 1]! < row[at + 1]!)
      let x = down ? row[at + 1]! : row[at - 1]! + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      row[at] = x
      if (x >= a.length && x - diagonal >= b.length) return traced(a, b, [...reached, row], edits, most)
    }
    reached.push(row)
    row = row.slice()
  }
  return [...a.map((_, at) => ({ before: at, after: null })), ...b.map((_, at) => ({ before: null, after: at }))]
}

/** Back from the end along the furthest points that each number of edits reached. */
function traced(a: readonly string[], b: readonly string[], rows: readonly Int32Array[], edits: number, most: number) {
  const steps: Step[] = []
  let x = a.length
  let y = b.length
  for (let left = edits; left > 0; left--) {
    const row = rows[left - 1]!
    const diagonal = x - y
    const at = diagonal + most + 1
    const down = diagonal === -left || (diagonal !== left && row[at - 1]! < row[at + 1]!)
    const before = down ? diagonal + 1 : diagonal - 1
    const fromX = row[before + most + 1]!
    const fromY = fromX - before
    while (x > (down ? fromX : fromX + 1) && y > (down ? fromY + 1 : fromY)) steps.push({ before: --x, after: --y })
    if (down) steps.push({ before: null, after: --y })
    else steps.push({ before: --x, after: null })
  }
  while (x > 0 && y > 0) steps.push({ before: --x, after: --y })
  return steps.reverse()
}
