/** The metric of the article extraction benchmark: multisets of four-word shingles, each page counting the same. */

export interface ShingleScore {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface PageCounts {
  /** Shares of the page's true positives, false positives and false negatives; they sum to 1, or to 0 for two empty texts. */
  readonly tp: number
  readonly fp: number
  readonly fn: number
}

const shingleLength = 4

/** Compares one page's text with the gold text. */
export function countPage(gold: string, found: string): PageCounts {
  const wanted = shinglesOf(gold)
  const got = shinglesOf(found)
  let tp = 0
  let fp = 0
  let fn = 0
  for (const [shingle, count] of wanted) {
    const other = got.get(shingle) ?? 0
    tp += Math.min(count, other)
    fn += Math.max(0, count - other)
  }
  for (const [shingle, count] of got) fp += Math.max(0, count - (wanted.get(shingle) ?? 0))
  const sum = tp + fp + fn
  return sum === 0 ? { tp: 0, fp: 0, fn: 0 } : { tp: tp / sum, fp: fp / sum, fn: fn / sum }
}

/** Precision, recall and F1 over pages. */
export function scorePages(pages: readonly PageCounts[]): ShingleScore {
  const sum = (key: keyof PageCounts): number => pages.reduce((total, page) => total + page[key], 0)
  const tp = sum('tp')
  const precision = tp + sum('fp') === 0 ? 0 : tp / (tp + sum('fp'))
  const recall = tp + sum('fn') === 0 ? 0 : tp / (tp + sum('fn'))
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

function shinglesOf(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const shingles = new Map<string, number>()
  const last = Math.max(0, tokens.length - shingleLength)
  for (let i = 0; i <= last && tokens.length > 0; i++) {
    const shingle = tokens.slice(i, i + shingleLength).join(' ')
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1)
  }
  return shingles
}
