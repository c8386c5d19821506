/** Makes every turn an attribution, and keeps of what an attributor finds what one speaker tells of others. */
import type { Attribution, Doc, LayerName, Turn } from '../doc.ts'
import { firstFrom, hullOf, inTextOrder, type Span } from '../span.ts'
import type { Stage } from '../stage.ts'
import { sourceOfTurn, TURN_CONFIDENCE } from './turn-speaker.ts'

/** Name of what finds turns, in `Attribution.by`. */
export const BY_TURN = 'turn'

/** `attributor`, but in a text with turns each of them is an attribution, and what is found besides lies inside of one. */
export const withTurns = <N extends LayerName>(
  attributor: Stage<N, 'attributions'>,
): Stage<N | 'turns', 'attributions'> => ({
  ...attributor,
  needs: [...new Set<N | 'turns'>([...attributor.needs, 'turns'])],
  run(doc) {
    const found = attributor.run(doc as unknown as Doc<N>)
    const joined = (all: readonly Attribution[]) => joinedWith(doc as unknown as Doc<'turns'>, all)
    return found instanceof Promise ? found.then(joined) : joined(found)
  },
})

function joinedWith(doc: Doc<'turns'>, found: readonly Attribution[]): readonly Attribution[] {
  const { turns } = doc.layers
  if (turns.length === 0) return found
  const spoken = turns.map((turn) => attributionOf(doc.text, turn))
  const wholes = spoken.map(({ content }) => content[0]!)
  const inside = found.filter((each) => isInside(each, wholes))
  return [...spoken, ...inside]
    .sort((a, b) => inTextOrder(a.content[0]!, b.content[0]!))
    .map((attribution, i) => ({ ...attribution, id: `a${i + 1}` }))
}

/** The content is one span, directions of the stage inside of it included: it is cited by its offsets, and a speech has hundreds. */
const attributionOf = (text: string, turn: Turn): Attribution => ({
  id: '',
  form: 'direct',
  manner: turn.medium?.kind === 'document' ? 'writing' : 'speech',
  source: [sourceOfTurn(text, turn)],
  cue: [],
  content: [hullOf(turn.spans)!],
  by: BY_TURN,
  confidence: TURN_CONFIDENCE,
})

/** All of it in the words of one turn, and less than all of them. */
function isInside({ source, cue, content }: Attribution, wholes: readonly Span[]): boolean {
  const hull = hullOf([...source, ...cue, ...content])!
  const whole = wholes[firstFrom(wholes, hull.start + 1) - 1]
  if (whole === undefined || hull.end > whole.end) return false
  const said = hullOf(content)!
  return said.start > whole.start || said.end < whole.end
}

/** The turn that holds each attribution, by the attribution's id: its own, or that in which it is told. */
export function turnsByAttribution({ layers: { turns = [], attributions = [] } }: Doc): ReadonlyMap<string, Turn> {
  const held = new Map<string, Turn>()
  if (turns.length === 0) return held
  const starts = turns.map(({ spans }) => ({ start: spans[0]!.start, end: spans.at(-1)!.end }))
  for (const { id, content } of attributions) {
    const turn = turns[firstFrom(starts, content[0]!.start + 1) - 1]
    if (turn !== undefined && content[0]!.end <= turn.spans.at(-1)!.end) held.set(id, turn)
  }
  return held
}
