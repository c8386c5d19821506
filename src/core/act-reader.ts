/** The `acts` layer: what kind of move each statement makes, with its polarity, its conditions and its deadline. */
import { type ActDoc, actView, type Surroundings, surroundingsOf } from './acts/act-view.ts'
import { conditionsOf } from './acts/conditions.ts'
import { confidenceOf } from './acts/confidence.ts'
import { deadlineOf } from './acts/deadlines.ts'
import { isNegative } from './acts/polarity.ts'
import { readAct } from './acts/read-act.ts'
import type { ActReading, Attribution } from './doc.ts'
import type { Stage } from './stage.ts'

/** Reads one act for each attribution, in their order. What the `utterances` layer tells of the speaker is used where it is there. */
export const actReader = (): Stage<'tokens' | 'sentences' | 'attributions' | 'timexes', 'acts'> => ({
  name: 'act-reader',
  version: 1,
  needs: ['tokens', 'sentences', 'attributions', 'timexes'],
  gives: 'acts',
  run(doc) {
    const around = surroundingsOf(doc)
    return doc.layers.attributions.map((attribution) => readingOf(doc, attribution, around).reading)
  },
})

/** The reading and what it rests on, for those who measure. */
export function readingOf(
  doc: ActDoc,
  attribution: Attribution,
  around: Surroundings = surroundingsOf(doc),
): { reading: ActReading; by: string } {
  const view = actView(doc, attribution, around)
  const { type, by, isNegativeRow, cueNegated } = readAct(doc, view)
  const negative = isNegative(type, view, cueNegated, isNegativeRow)
  return {
    by,
    reading: {
      attribution: attribution.id,
      type,
      polarity: negative ? 'negative' : 'positive',
      condition: conditionsOf(doc, view, type),
      deadline: deadlineOf(doc, view, type, negative),
      confidence: confidenceOf(by),
    },
  }
}
