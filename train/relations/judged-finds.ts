/** What the attributor finds in articles that a network has not seen, and whether their annotator has it too. */

import { readDump, spansOfDump } from '../../eval/attribution-dump.ts'
import { agrees } from '../../eval/attribution-measures.ts'
import type { Acceptance } from '../../src/core/attributions/combination.ts'
import { type Find, holds } from '../../src/core/attributions/find.ts'
import { findsIn } from '../../src/core/attributions/network-attributor.ts'
import type { Form } from '../../src/core/doc.ts'
import { countLetters, formOf } from '../../src/core/english/form-of.ts'
import { type RawRelation, readArticles, readableDoc } from './gold-spans.ts'

export interface JudgedFind {
  readonly find: Find
  readonly form: Form
  readonly right: boolean
  /** It stands in the content of another find: PolNeAR annotates one level, so that it cannot judge it. */
  readonly nested: boolean
}

/**
 * @param articlesFile in the layout of the corpus readme.
 * @param dumpFile the network's spans of some of these articles.
 */
export async function judgedFinds(
  articlesFile: string,
  dumpFile: string,
  accepts?: Acceptance,
): Promise<readonly JudgedFind[]> {
  const dump = readDump(dumpFile)
  const judged: JudgedFind[] = []
  for (const { name, text, annotations } of readArticles(articlesFile)) {
    const paragraphs = dump.get(name)
    if (paragraphs === undefined) continue
    const doc = await readableDoc(text)
    const letters = countLetters(doc)
    const relations = annotations[0]!.attributions.filter(({ content }) => content.length > 0).map(relationOf)
    const finds = findsIn(doc, () => spansOfDump(doc, paragraphs), accepts)
    for (const find of finds) {
      judged.push({
        find,
        form: formOf(letters, find.cue, find.content),
        right: relations.some((relation) => agrees(find, relation)),
        nested: finds.some((other) => other !== find && holds(other, find) && !holds(find, other)),
      })
    }
  }
  return judged
}

const relationOf = ({ source, cue, content }: RawRelation) => ({
  source: spansOf(source),
  cue: spansOf(cue),
  content: spansOf(content),
})

const spansOf = (pairs: RawRelation['source']) => pairs.map(([start, end]) => ({ start, end }))
