/** What kinds of relations are found: annotated relations by form, shape and place, each with its recall. */
import type { Form, Manner } from '../src/core/doc.ts'
import { CUE_NOUNS, cueForms } from '../src/core/english/cue-lexicon.ts'
import { countLetters, formOf, type LetterCount } from '../src/core/english/form-of.ts'
import { contains, hullOf, lengthOf, sliceOf } from '../src/core/span.ts'
import type { Article, Relation } from './attribution-articles.ts'
import type { Matches } from './attribution-measures.ts'
import type { Tally } from './attribution-score.ts'
import {
  type RelationRuns,
  type RunSet,
  relationRuns,
  runsOfRole,
  type TokenIndex,
  tokenIndexOf,
} from './attribution-spans.ts'

/** An article with what every measure asks of its text, worked out once. */
export interface ArticleView {
  readonly article: Article
  readonly index: TokenIndex
  readonly letters: LetterCount
}

/** A relation with its runs. */
export interface Placed {
  readonly relation: Relation
  readonly runs: RelationRuns
}

export const PHENOMENA = [
  'all',
  'direct',
  'indirect',
  'mixed',
  'split',
  'multi-paragraph',
  'no source',
  'no cue',
  'nested',
  'according to',
  'headline',
  'thought',
] as const

export type Phenomenon = (typeof PHENOMENA)[number]

export interface PhenomenonCount {
  /** Annotated relations, and those of them that a find agrees with. */
  relations: number
  relationsFound: number
  /** Content runs of these relations, each once an annotation, and those found exactly. */
  contents: number
  contentsFound: number
}

export type PhenomenonTable = Readonly<Record<Phenomenon, PhenomenonCount>>

export function viewOf(article: Article): ArticleView {
  const { text, blocks, tokens, quotations } = article
  const letters = countLetters({ text, lang: 'en', dct: null, layers: { quotations } })
  return { article, index: tokenIndexOf(tokens, blocks), letters }
}

export const placedIn = (view: ArticleView, relations: readonly Relation[]): Placed[] =>
  relations.map((relation) => ({ relation, runs: relationRuns(view.index, relation) }))

export const emptyPhenomena = (): PhenomenonTable =>
  Object.fromEntries(
    PHENOMENA.map((name) => [name, { relations: 0, relationsFound: 0, contents: 0, contentsFound: 0 }]),
  ) as unknown as PhenomenonTable

/** Adds one annotation of an article to the rows of its relations; a relation stands in every row that is true of it. */
export function addPhenomena(
  into: PhenomenonTable,
  view: ArticleView,
  found: readonly Placed[],
  gold: readonly Placed[],
  matches: Matches<Relation>,
): void {
  const contents = runsOfRole(
    found.map(({ runs }) => runs),
    'content',
  )
  const kinds = gold.map((each) => phenomenaOf(view, each, gold))
  for (const name of PHENOMENA) {
    const members = gold.filter((_, index) => kinds[index]!.has(name))
    const runs = runsOfRole(
      members.map((each) => each.runs),
      'content',
    )
    const count = into[name]
    count.relations += members.length
    count.relationsFound += members.filter(({ relation }) => matches.gold.has(relation)).length
    count.contents += runs.size
    count.contentsFound += [...runs.keys()].filter((key) => contents.has(key)).length
  }
}

function phenomenaOf(view: ArticleView, placed: Placed, all: readonly Placed[]): Set<Phenomenon> {
  const { relation, runs } = placed
  const blocks = new Set([...runs.content.values()].map((run) => view.index.blockOf[run.first]!))
  const cue = wordsOf(view, runs.cue)
  const kinds = new Set<Phenomenon>(['all', formOf(view.letters, relation.cue, relation.content)])
  if (relation.content.length > 1) kinds.add('split')
  if (blocks.size > 1) kinds.add('multi-paragraph')
  if (relation.source.length === 0) kinds.add('no source')
  if (relation.cue.length === 0) kinds.add('no cue')
  if (all.some((other) => isInside(relation, other.relation))) kinds.add('nested')
  if (cue.some((word, at) => word === 'according' && cue[at + 1] === 'to')) kinds.add('according to')
  if (blocks.has(0)) kinds.add('headline')
  if (mannerOf(cue) === 'thought') kinds.add('thought')
  return kinds
}

/** Does one content span of `outer` hold the content and cue of `inner`, and more? */
function isInside(inner: Relation, outer: Relation): boolean {
  if (inner === outer) return false
  const whole = hullOf([...inner.content, ...inner.cue])!
  return outer.content.some((span) => contains(span, whole) && lengthOf(span) > lengthOf(whole))
}

/** Of the first word of a cue that the lexicon knows: "wants to tell" is a thought. */
function mannerOf(cue: readonly string[]): Manner | null {
  for (const word of cue) {
    const manner = cueForms.get(word)?.verb.manner ?? CUE_NOUNS.get(word)
    if (manner !== undefined) return manner
  }
  return null
}

/** The tokens of `runs`, in lower case. */
const wordsOf = ({ article, index }: ArticleView, runs: RunSet): string[] =>
  [...runs.values()].flatMap(({ first, last }) =>
    index.tokens.slice(first, last + 1).map((token) => sliceOf(article.text, token).toLowerCase()),
  )

/** Exact content by form: a run has the form of the first relation that it belongs to, on either side. */
export function addForms(
  into: Readonly<Record<Form, Tally>>,
  view: ArticleView,
  found: readonly Placed[],
  gold: readonly Placed[],
): void {
  const [mine, theirs] = [formsOf(view, found), formsOf(view, gold)]
  for (const [key, form] of mine) {
    into[form].found += 1
    if (theirs.has(key)) into[form].foundRight += 1
  }
  for (const [key, form] of theirs) {
    into[form].gold += 1
    if (mine.has(key)) into[form].goldRight += 1
  }
}

function formsOf(view: ArticleView, relations: readonly Placed[]): Map<string, Form> {
  const forms = new Map<string, Form>()
  for (const { relation, runs } of relations) {
    const form = formOf(view.letters, relation.cue, relation.content)
    for (const key of runs.content.keys()) if (!forms.has(key)) forms.set(key, form)
  }
  return forms
}
