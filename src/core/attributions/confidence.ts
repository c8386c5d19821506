/** How sure an attribution is: a calibrated probability that it is right. */
import type { Form } from '../doc.ts'
import type { Find } from './find.ts'

export function confidenceOf({ belief, rule }: Find, _form: Form): number {
  if (belief === null) return rule!.confidence
  return belief.content * belief.cue * belief.source * belief.contentLink * belief.sourceLink
}
