/** The measures of CoNLL-2012 for chains: MUC, B³, CEAFe, and their mean. */

/** Chains as lists of keys; a key is one mention, the same in gold and found where the two are matched. */
export type KeyedChains = readonly (readonly string[])[]

export interface Fraction {
  readonly sum: number
  readonly of: number
}

export interface Measure {
  readonly precision: Fraction
  readonly recall: Fraction
}

export type Measures = Readonly<Record<'muc' | 'b3' | 'ceafe', Measure>>

const chainOfKey = (chains: KeyedChains): Map<string, number> =>
  new Map(chains.flatMap((chain, index) => chain.map((key) => [key, index] as const)))

/** Of one document; chains of one mention do not count, as in CoNLL-2012. */
export function measuresOf(gold: KeyedChains, found: KeyedChains): Measures {
  const theirs = gold.filter(({ length }) => length > 1)
  const ours = found.filter(({ length }) => length > 1)
  const similarity = bestAlignment(theirs, ours)
  return {
    muc: { precision: muc(ours, theirs), recall: muc(theirs, ours) },
    b3: { precision: b3(ours, theirs), recall: b3(theirs, ours) },
    ceafe: { precision: { sum: similarity, of: ours.length }, recall: { sum: similarity, of: theirs.length } },
  }
}

/** Links of `chains` that `other` has too. */
function muc(chains: KeyedChains, other: KeyedChains): Fraction {
  const place = chainOfKey(other)
  let sum = 0
  let of = 0
  for (const chain of chains) {
    const parts = new Set(chain.map((key) => place.get(key) ?? key))
    sum += chain.length - parts.size
    of += chain.length - 1
  }
  return { sum, of }
}

function b3(chains: KeyedChains, other: KeyedChains): Fraction {
  const place = chainOfKey(other)
  let sum = 0
  let of = 0
  for (const chain of chains) {
    const counts = new Map<number, number>()
    for (const key of chain) {
      const index = place.get(key)
      if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1)
    }
    for (const count of counts.values()) sum += (count * count) / chain.length
    of += chain.length
  }
  return { sum, of }
}

/** Largest sum of similarities over one-to-one pairs of chains. */
function bestAlignment(theirs: KeyedChains, ours: KeyedChains): number {
  if (theirs.length === 0 || ours.length === 0) return 0
  const place = chainOfKey(ours)
  const size = Math.max(theirs.length, ours.length)
  const cost = Array.from({ length: size }, () => new Float64Array(size))
  theirs.forEach((chain, row) => {
    const counts = new Map<number, number>()
    for (const key of chain) {
      const index = place.get(key)
      if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1)
    }
    for (const [column, count] of counts) cost[row]![column] = -(2 * count) / (chain.length + ours[column]!.length)
  })
  return -assignment(cost)
}

/** Least cost of a perfect matching of a square matrix (Kuhn-Munkres with potentials). */
function assignment(cost: readonly Float64Array[]): number {
  const n = cost.length
  const u = new Float64Array(n + 1)
  const v = new Float64Array(n + 1)
  const match = new Int32Array(n + 1)
  for (let row = 1; row <= n; row++) {
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
    const way = new Int32Array(n + 1)
    const used = new Uint8Array(n + 1)
    match[0] = row
    let column = 0
    do {
      used[column] = 1
      const i = match[column]!
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= n; j++) {
        if (used[j] === 1) continue
        const reduced = cost[i - 1]![j - 1]! - u[i]! - v[j]!
        if (reduced < least[j]!) {
          least[j] = reduced
          way[j] = column
        }
        if (least[j]! < delta) {
          delta = least[j]!
          next = j
        }
      }
      for (let j = 0; j <= n; j++) {
        if (used[j] === 1) {
          u[match[j]!] = u[match[j]!]! + delta
          v[j] = v[j]! - delta
        } else least[j] = least[j]! - delta
      }
      column = next
    } while (match[column] !== 0)
    do {
      const previous = way[column]!
      match[column] = match[previous]!
      column = previous
    } while (column !== 0)
  }
  let sum = 0
  for (let j = 1; j <= n; j++) sum += cost[match[j]! - 1]![j - 1]!
  return sum
}

export interface ConllScore {
  readonly muc: number
  readonly b3: number
  readonly ceafe: number
  /** Their mean: the CoNLL F1. */
  readonly conll: number
}

/** Over all documents: sums first, then F1. */
export function scoreOf(documents: readonly Measures[]): ConllScore {
  const f1 = (name: keyof Measures): number => {
    const share = (side: 'precision' | 'recall'): number => {
      const of = documents.reduce((sum, document) => sum + document[name][side].of, 0)
      return of === 0 ? 0 : documents.reduce((sum, document) => sum + document[name][side].sum, 0) / of
    }
    const [precision, recall] = [share('precision'), share('recall')]
    return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  }
  const [muc, b3, ceafe] = [f1('muc'), f1('b3'), f1('ceafe')]
  return { muc, b3, ceafe, conll: (muc + b3 + ceafe) / 3 }
}
