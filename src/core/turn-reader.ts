/** The `utterances` of turns alone: who speaks, where and when, where no other stage reads utterances. */
import type { Stage } from './stage.ts'
import { BY_TURN, turnsByAttribution } from './turns/turn-attributor.ts'
import { saidInTurns, utteranceOfTurn } from './turns/turn-speaker.ts'

export const turnReader = (): Stage<'blocks' | 'turns' | 'attributions' | 'timexes', 'utterances'> => ({
  name: 'turn-reader',
  version: 1,
  needs: ['blocks', 'turns', 'attributions', 'timexes'],
  gives: 'utterances',
  run(doc) {
    const held = turnsByAttribution(doc)
    const said = saidInTurns(doc, doc.layers.turns)
    return doc.layers.attributions
      .filter(({ by }) => by === BY_TURN)
      .map(({ id }) => utteranceOfTurn(doc.text, id, held.get(id)!, said, () => null))
  },
})
