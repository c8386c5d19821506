/** Tiny annotated articles for the tests of the measures, written in the markup of the gold set. */
import { type Article, articleOf, type Relation } from '../../eval/attribution-articles.ts'
import { type GoldPassage, parseGold } from '../../eval/gold.ts'
import type { Attribution } from '../../src/core/doc.ts'
import { english } from '../../src/core/english.ts'

const pipeline = english()

const passageOf = (markup: string): GoldPassage => parseGold(markup)[0]!

export const relationsOf = (markup: string): readonly Relation[] => passageOf(markup).relations

/** Finds with the spans of `relations`, all by the rule `by`. */
export const findsOf = (relations: readonly Relation[], by = 'test', confidence = 0.9): Attribution[] =>
  relations.map(({ source, cue, content }, index) => ({
    id: `a${index + 1}`,
    form: 'indirect',
    manner: 'speech',
    source,
    cue,
    content,
    by,
    confidence,
  }))

/** An article with one annotation for each of `gold`, of the annotators A, B, …; the finds are what `found` marks up. */
export async function articleFrom(
  found: string | readonly Attribution[],
  ...gold: readonly string[]
): Promise<Article> {
  const annotations = gold.map((markup, index) => ({
    annotator: String.fromCharCode(65 + index),
    relations: relationsOf(markup),
  }))
  const finds = typeof found === 'string' ? findsOf(relationsOf(found)) : found
  return { ...(await articleOf(passageOf(gold[0]!).text, annotations, pipeline)), found: finds, nested: [] }
}

/** One relation or more for every row of the table of phenomena. */
export const EVERY_PHENOMENON = `[S1 Kern] [C1 hopes] [Q1 for rain]

[Q2 “It is late,”] [S2 Kern] [C2 said], [Q2 “but not lost.”] [C3 According to] [S3 Boll], [Q3 the dam is “weak”]. [S4 Boll] [C4 said] [Q4 [S5 Kern] [C5 thought] [Q5 it held]]. It was [C6 rumoured] [Q6 that he left].

[S7 Ana] [C7 wrote] [Q7 one thing.]

[Q7 And another.]

[S8 Ana]: [Q8 “No.”]`
