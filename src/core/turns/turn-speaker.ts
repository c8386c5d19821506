/** The speech event of a turn: who speaks, where and when, as the turn and the head of its text tell. */
import type { Doc, SpeakerKind, SpeakerReading, Timex, Turn, Utterance } from '../doc.ts'
import type { Span } from '../span.ts'
import { keyOf } from './label.ts'
import { namelessKind } from './label-words.ts'

/** (right + 1) / (read + 2) over the turns read by hand: docs/primary.md. */
export const TURN_CONFIDENCE = 0.98

/** What stands for the speaker where the words are: the label without its mark; the name in the title of a text of one voice. */
export function sourceOfTurn(text: string, { label, name }: Turn): Span {
  if (label === null) return name!
  let { start, end } = label
  while (start < end - 2 && '*_>- '.includes(text[start]!)) start++
  while (end > start && ':*_. —'.includes(text[end - 1]!)) end--
  return { start, end }
}

/** Words of a label that name a part in the conversation: "Q", "MODERATOR", "AUDIENCE". */
export const turnKind = (text: string, turn: Turn): SpeakerKind => {
  const { start, end } = sourceOfTurn(text, turn)
  return turn.name === null ? (namelessKind(keyOf(text.slice(start, end).split(/\s+/))) ?? 'anonymous') : 'person'
}

/**
 * Who speaks a turn.
 * @param chainAt the id of the chain that a name belongs to; null where there are no chains.
 */
export function speakerOfTurn(text: string, turn: Turn, chainAt: (name: Span) => string | null): SpeakerReading {
  const name = turn.name ?? sourceOfTurn(text, turn)
  const isVoice = turn.role !== null && turn.of !== null && SPOKEN_FOR.test(text.slice(turn.role.start, turn.role.end))
  return {
    name,
    chain: turn.name === null ? null : chainAt(name),
    kind: turnKind(text, turn),
    role: turn.role,
    of: turn.of,
    count: null,
    speaksFor: isVoice ? { span: turn.of, chain: null, country: null } : null,
    members: [],
    reason: null,
    candidates: [],
    confidence: TURN_CONFIDENCE,
  }
}

const SPOKEN_FOR = /spokes(?:man|woman|person)|press secretary/i

/** A turn is said on the day that the head of its text gives, else on that of the document. */
export const saidInTurns = (doc: Doc, turns: readonly Turn[]): NonNullable<Utterance['said']> => ({
  timex: dayInHead(doc, turns)?.id ?? null,
  confidence: TURN_CONFIDENCE,
})

/** A date alone in a line above the first turn, or at the end of the title: "…, December 5, 2022". */
function dayInHead({ text, layers: { blocks = [], timexes = [] } }: Doc, turns: readonly Turn[]): Timex | null {
  const first = turns[0]?.label?.start ?? turns[0]?.spans[0]?.start ?? 0
  for (const timex of timexes) {
    if (timex.start >= first) return null
    if (timex.type !== 'DATE' || timex.precision !== 'day' || timex.anchor !== 'explicit') continue
    const block = blocks.find(({ start, end }) => start <= timex.start && timex.end <= end)
    if (block === undefined) continue
    const before = text.slice(block.start, timex.start)
    const behind = text.slice(timex.end, block.end).trim()
    const isAlone = before.trim().length <= LONGEST_PLACE && /^[\p{L}\s,.:–—-]*$/u.test(before) && behind === ''
    if (isAlone || (block.kind === 'headline' && /[,(|–—]\s*$/.test(before) && /^\)?$/.test(behind))) return timex
  }
  return null
}

/** "Washington, D.C., Tuesday,". */
const LONGEST_PLACE = 40

export const utteranceOfTurn = (
  text: string,
  attribution: string,
  turn: Turn,
  said: Utterance['said'],
  chainAt: (name: Span) => string | null,
): Utterance => ({
  attribution,
  speaker: speakerOfTurn(text, turn, chainAt),
  addressee: null,
  medium: turn.medium === null ? null : { span: turn.medium.span, chain: null, kind: turn.medium.kind },
  said,
  via: [],
})
