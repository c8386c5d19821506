/** How well annotators of the same article agree, by the measures that the finds are held to: the ceiling. */
import type { Article } from './attribution-articles.ts'
import {
  addMeasures,
  emptyMeasures,
  type Measures,
  matchesOf,
  meanMeasures,
  measuresOf,
} from './attribution-measures.ts'
import {
  type ArticleView,
  addPhenomena,
  emptyPhenomena,
  type PhenomenonTable,
  type Placed,
  placedIn,
} from './attribution-phenomena.ts'
import type { Rates, Score, Tally } from './attribution-score.ts'

/** How many of the other annotators of its article have a relation too. */
export const SUPPORT = ['none', 'fewer than half', 'half or more', 'all'] as const

export type Support = (typeof SUPPORT)[number]

export interface Humans {
  /** Articles with more than one annotator. */
  readonly articles: number
  /** Ordered pairs of annotators who share an article. */
  readonly pairs: number
  /** One annotator against another: counts over the articles of each ordered pair, then the mean of the pairs. */
  readonly between: Measures<Rates>
  /** The finds against every annotation of the same articles. */
  readonly ours: Measures<Score>
  /** One annotator against another, summed over the pairs of each article. */
  readonly phenomena: PhenomenonTable
  /** Annotated relations by how many other annotators have them, and how many of them were found. */
  readonly support: Readonly<Record<Support, { relations: number; found: number }>>
}

export interface HumanTally {
  add(view: ArticleView): void
  /** Null when no article had more than one annotator. */
  result(): Humans | null
}

export function humanTally(): HumanTally {
  const pairs = new Map<string, Measures<Tally>>()
  const ours = emptyMeasures()
  const phenomena = emptyPhenomena()
  const support = Object.fromEntries(SUPPORT.map((name) => [name, { relations: 0, found: 0 }])) as Record<
    Support,
    { relations: number; found: number }
  >
  let articles = 0

  function addPair(view: ArticleView, key: string, found: readonly Placed[], gold: readonly Placed[]) {
    const matches = matchesOf(relationsOf(found), relationsOf(gold))
    const measures = pairs.get(key) ?? emptyMeasures()
    pairs.set(key, measures)
    addMeasures(measures, runsOf(found), runsOf(gold), matches)
    addPhenomena(phenomena, view, found, gold, matches)
    return matches.gold
  }

  return {
    add(view) {
      const { annotations, found }: Article = view.article
      if (annotations.length < 2) return
      articles += 1
      const placed = annotations.map(({ annotator, relations }) => ({
        annotator,
        relations: placedIn(view, relations),
      }))
      const mine = placedIn(view, found)
      for (const gold of placed) {
        const others = placed.filter((other) => other !== gold)
        const shared = others.map((other) =>
          addPair(view, `${other.annotator} ${gold.annotator}`, other.relations, gold.relations),
        )
        const matches = matchesOf(relationsOf(mine), relationsOf(gold.relations))
        addMeasures(ours, runsOf(mine), runsOf(gold.relations), matches)
        for (const { relation } of gold.relations) {
          const row = support[supportOf(shared.filter((matched) => matched.has(relation)).length, others.length)]
          row.relations += 1
          if (matches.gold.has(relation)) row.found += 1
        }
      }
    },
    result: () =>
      articles === 0
        ? null
        : {
            articles,
            pairs: pairs.size,
            between: meanMeasures([...pairs.values()].map(measuresOf)),
            ours: measuresOf(ours),
            phenomena,
            support,
          },
  }
}

const relationsOf = (placed: readonly Placed[]) => placed.map(({ relation }) => relation)

const runsOf = (placed: readonly Placed[]) => placed.map(({ runs }) => runs)

function supportOf(have: number, others: number): Support {
  if (have === 0) return 'none'
  if (have === others) return 'all'
  return have * 2 >= others ? 'half or more' : 'fewer than half'
}
