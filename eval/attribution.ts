/** Attributions against annotated articles: spans, relations, forms and phenomena, people, confidence, and every rule. */
import type { Form } from '../src/core/doc.ts'
import { type Article, type ArticlePipeline, articlesOf } from './attribution-articles.ts'
import { type Humans, type HumanTally, humanTally } from './attribution-humans.ts'
import { addMeasures, emptyMeasures, type Measures, matchesOf, measuresOf } from './attribution-measures.ts'
import {
  addForms,
  addPhenomena,
  emptyPhenomena,
  type PhenomenonTable,
  placedIn,
  viewOf,
} from './attribution-phenomena.ts'
import { type Judged, type Reliability, reliabilityOf } from './attribution-reliability.ts'
import { emptyTally, type Score, scoresOf, type Tally } from './attribution-score.ts'

export interface RuleCount {
  found: number
  /** Finds that agree with an annotated relation. */
  agreed: number
}

export interface AttributionReport extends Measures<Score> {
  readonly articles: number
  /** Of all articles; the measures, forms and phenomena count every one. */
  readonly annotations: number
  /** Whole relations of the first annotator of each article only. */
  readonly first: Measures<Score>['relations']
  /** Exact content runs. */
  readonly forms: Readonly<Record<Form, Score>>
  readonly phenomena: PhenomenonTable
  readonly humans: Humans | null
  /** Against the first annotator, each find once. */
  readonly reliability: Reliability
  /** Against the first annotator, each find once. */
  readonly rules: Readonly<Record<string, RuleCount>>
  /** Finds inside the contents of others, which no other figure counts: PolNeAR annotates one level. */
  readonly nested: RuleCount
}

/** @param file a `.jsonl.gz` in the layout of the corpus readme. */
export const evaluateAttribution = (
  file: string,
  pipelineFor: (name: string) => ArticlePipeline | null,
): Promise<AttributionReport> => measureAttribution(articlesOf(file, pipelineFor))

/** Runs through the articles once and keeps none of them. */
export async function measureAttribution(
  articles: Iterable<Article> | AsyncIterable<Article>,
): Promise<AttributionReport> {
  const sums: Sums = {
    articles: 0,
    annotations: 0,
    measures: emptyMeasures(),
    first: emptyMeasures(),
    forms: { direct: emptyTally(), indirect: emptyTally(), mixed: emptyTally() },
    phenomena: emptyPhenomena(),
    humans: humanTally(),
    judged: [],
    rules: {},
    nested: { found: 0, agreed: 0 },
  }
  for await (const article of articles) addArticle(sums, article)
  return {
    articles: sums.articles,
    annotations: sums.annotations,
    ...measuresOf(sums.measures),
    first: measuresOf(sums.first).relations,
    forms: scoresOf(sums.forms),
    phenomena: sums.phenomena,
    humans: sums.humans.result(),
    reliability: reliabilityOf(sums.judged),
    rules: sums.rules,
    nested: sums.nested,
  }
}

interface Sums {
  articles: number
  annotations: number
  readonly measures: Measures<Tally>
  readonly first: Measures<Tally>
  readonly forms: Readonly<Record<Form, Tally>>
  readonly phenomena: PhenomenonTable
  readonly humans: HumanTally
  readonly judged: Judged[]
  readonly rules: Record<string, RuleCount>
  readonly nested: RuleCount
}

function addArticle(sums: Sums, article: Article): void {
  const view = viewOf(article)
  const found = placedIn(view, article.found)
  const foundRuns = found.map(({ runs }) => runs)
  for (const [number, { relations }] of article.annotations.entries()) {
    const gold = placedIn(view, relations)
    const goldRuns = gold.map(({ runs }) => runs)
    const matches = matchesOf(article.found, relations)
    addMeasures(sums.measures, foundRuns, goldRuns, matches)
    addForms(sums.forms, view, found, gold)
    addPhenomena(sums.phenomena, view, found, gold, matches)
    if (number > 0) continue
    addMeasures(sums.first, foundRuns, goldRuns, matches)
    for (const find of article.found) addFind(sums, find, matches.found.has(find))
    sums.nested.found += article.nested.length
    sums.nested.agreed += matchesOf(article.nested, relations).found.size
  }
  sums.humans.add(view)
  sums.articles += 1
  sums.annotations += article.annotations.length
}

function addFind(sums: Sums, { by, confidence }: Article['found'][number], right: boolean): void {
  sums.judged.push({ confidence, right })
  sums.rules[by] ??= { found: 0, agreed: 0 }
  const rule = sums.rules[by]
  rule.found += 1
  if (right) rule.agreed += 1
}
