/** Chains against GUM's gold and the automatic analysis of PolNeAR: CoNLL F1, and whether sources reach the right chain. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Doc, LayerName } from '../src/core/doc.ts'
import { type EnglishModels, english } from '../src/core/english.ts'
import { blocksOf } from './attribution-articles.ts'
import type { ConllScore } from './chains-conll.ts'
import { type GoldChains, readGum, readSilverChains } from './chains-gold.ts'
import {
  type Analysed,
  type AnnotatedArticle,
  type Chained,
  conllOf,
  formatSpeakers,
  type SpeakerReport,
  speakersOf,
  withChains,
  withGoldSources,
} from './chains-measures.ts'

export const chainsNeeds = [
  'ud/gum-train.conllu.gz',
  'ud/gum-dev.conllu.gz',
  'ud/gum-test.conllu.gz',
  'polnear/dev.jsonl.gz',
  'polnear/dev.silver.tsv.gz',
] as const

export interface ChainsReport {
  /** Spans to the letter, and mentions matched by their heads: all news, none of which was learned from; all genres of the test part. */
  readonly gum: Readonly<
    Record<'news' | 'all', { readonly documents: number; readonly exact: ConllScore; readonly heads: ConllScore }>
  >
  /** Sources that the pipeline itself finds, in news. */
  readonly gumSpeakers: SpeakerReport
  /** Sources as annotated. */
  readonly polnearSpeakers: SpeakerReport
}

/** Null when a file is not there. */
export async function evaluateChains(data: string, models: EnglishModels): Promise<ChainsReport | null> {
  if (!chainsNeeds.every((name) => existsSync(join(data, name)))) return null
  const analysed = analyser(models)
  const pairs: { gold: GoldChains; doc: Chained; isTest: boolean }[] = []
  for (const [index, file] of chainsNeeds.slice(0, 3).entries()) {
    const isTest = index === 2
    for (const gold of readGum(join(data, file))) {
      if (isTest || isNews(gold)) pairs.push({ gold, doc: withChains(await analysed(gold.text)), isTest })
    }
  }
  const news = pairs.filter(({ gold }) => isNews(gold))
  const silver = readSilverChains(join(data, chainsNeeds[4]))
  const articles: { gold: Pick<GoldChains, 'name' | 'mentions'>; doc: Chained }[] = []
  for (const line of gunzipSync(readFileSync(join(data, chainsNeeds[3])))
    .toString('utf8')
    .trim()
    .split('\n')) {
    const article = JSON.parse(line) as AnnotatedArticle
    const gold = silver.get(article.name)
    if (gold !== undefined)
      articles.push({ gold, doc: withChains(withGoldSources(await analysed(article.text), article)) })
  }
  return {
    gum: { news: conllOf(news), all: conllOf(pairs.filter(({ isTest }) => isTest)) },
    gumSpeakers: speakersOf(news),
    polnearSpeakers: speakersOf(articles),
  }
}

const isNews = ({ name }: GoldChains): boolean => name.includes('_news_')

/** All that comes before chains, over a text with paragraphs at empty lines. */
export function analyser(models: EnglishModels): (text: string) => Promise<Analysed> {
  const { stages } = english(models)
  const before = stages.slice(0, stages.findIndex(({ gives }) => gives === 'attributions') + 1)
  return async (text) => {
    let doc: Doc<LayerName> = { text, lang: 'en', dct: null, layers: { blocks: blocksOf(text) } } as never
    for (const stage of before) {
      doc = { ...doc, layers: { ...doc.layers, [stage.gives]: await stage.run(doc) } }
    }
    return doc as unknown as Analysed
  }
}

export function formatChains(report: ChainsReport): string {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
  const scores = Object.entries(report.gum).flatMap(([genre, { documents, exact, heads }]) =>
    Object.entries({ exact, heads }).map(
      ([match, { muc, b3, ceafe, conll }]) =>
        `GUM ${genre.padEnd(5)} ${String(documents).padStart(3)} documents, ${match.padEnd(6)} CoNLL ${percent(conll)}  MUC ${percent(muc)}  B³ ${percent(b3)}  CEAFe ${percent(ceafe)}`,
    ),
  )
  const speakers = [
    ['GUM news', report.gumSpeakers],
    ['PolNeAR dev', report.polnearSpeakers],
  ] as const
  return [...scores, ...speakers.flatMap(([name, { tallies }]) => formatSpeakers(name, tallies))].join('\n')
}
