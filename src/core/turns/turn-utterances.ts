/** Utterances of a text with turns: those of the turns themselves, and who tells what stands inside of one. */
import { chainIndex } from '../chains/chain-index.ts'
import type { Attribution, Doc, Mention, SpeakerReading, Turn, Utterance } from '../doc.ts'
import { firstFrom, overlaps, type Span, sliceOf } from '../span.ts'
import { capitalisedWords } from './capitalised.ts'
import { holderOf, type Naming } from './person.ts'
import { titleOf } from './title.ts'
import { turnsByAttribution } from './turn-attributor.ts'
import { saidInTurns, sourceOfTurn, utteranceOfTurn } from './turn-speaker.ts'

type TurnDoc = Doc<'blocks' | 'tokens' | 'words' | 'mentions' | 'chains' | 'attributions' | 'timexes' | 'turns'>

/** @param told the utterances of what is no turn, as a report would have them. */
export function inTurns(doc: TurnDoc, told: readonly Utterance[]): readonly Utterance[] {
  const { text, layers } = doc
  const held = turnsByAttribution(doc)
  const said = saidInTurns(doc, layers.turns)
  const index = chainIndex(doc)
  const known = new Map<string, string | null>()
  const chainAt = (name: Span): string | null => {
    const key = `${name.start}-${name.end}`
    if (!known.has(key)) known.set(key, chainOf(index, name))
    return known.get(key)!
  }
  const view: View = {
    doc,
    naming: { text, title: titleOf(text, layers.blocks), capitalised: capitalisedWords(text) },
    labels: layers.turns.flatMap(({ label }) => (label === null ? [] : [label])),
    chainAt,
  }
  const own = new Map<Turn, Utterance>()
  const byId = new Map(told.map((utterance) => [utterance.attribution, utterance]))
  return layers.attributions.map((attribution) => {
    const turn = held.get(attribution.id)
    const reported = byId.get(attribution.id)
    if (turn === undefined) return reported!
    const spoken = own.get(turn) ?? utteranceOfTurn(text, attribution.id, turn, said, chainAt)
    own.set(turn, spoken)
    if (reported === undefined) return { ...spoken, attribution: attribution.id }
    const source = attribution.source.map((span) => sliceOf(text, span).toLowerCase()).join(' ')
    if (!FIRST_PERSON.has(source)) return toldInTurn(view, turn, attribution, reported, spoken)
    const now = isPresent(doc, attribution.cue[0]) ? spoken : null
    return {
      ...reported,
      speaker: spoken.speaker,
      medium: reported.medium ?? now?.medium ?? null,
      said: reported.said ?? now?.said ?? null,
    }
  })
}

/** Who says "we" of his side says it himself. */
const FIRST_PERSON = new Set(['i', 'me', 'my', 'we', 'us', 'our'])

/** "I promise", not "I said": the saying is now. */
function isPresent({ text, layers: { tokens, words } }: TurnDoc, cue: Span | undefined): boolean {
  if (cue === undefined) return false
  const at = firstFrom(tokens, cue.start)
  const token = tokens[at]
  if (token === undefined) return false
  const lower = sliceOf(text, token).toLowerCase()
  return lower === words.lemma[at]!.toLowerCase() || NOW.has(lower)
}

/** "We’re hopeful", "I am not going to comment". */
const NOW = new Set(['am', 'are', '’m', "'m", '’re', "'re"])

interface View {
  readonly doc: TurnDoc
  readonly naming: Naming
  readonly labels: readonly Span[]
  chainAt(name: Span): string | null
}

/** What the speaker of a turn tells of others: he is no "he" of his own, and the outermost through whom it came. */
function toldInTurn(
  view: View,
  turn: Turn,
  { source }: Attribution,
  reported: Utterance,
  spoken: Utterance,
): Utterance {
  const { doc, labels } = view
  const teller = spoken.speaker!
  const speaker = reported.speaker === null ? null : thirdPerson(view, source, reported.speaker, teller)
  const said = reported.said !== null && isToCome(doc, reported.said.timex) ? null : reported.said
  // A label is read as a name now and then: "MS" of "MS. POHL" is an outlet elsewhere.
  const via = reported.via.filter(({ span, proof }) => !isIn(labels, span) && !isIn(labels, proof))
  const isSame =
    speaker === null ||
    (speaker.chain !== null && speaker.chain === teller.chain) ||
    overlaps(speaker.name, teller.name)
  if (isSame) return { ...reported, speaker, said, via }
  const proof = turn.label === null ? teller.name : sourceOfTurn(doc.text, turn)
  const relay = { span: teller.name, proof, chain: teller.chain, kind: teller.kind ?? 'person' }
  return { ...reported, speaker, said, via: [relay, ...via] }
}

/** An office without a name is of whom the text names with it; a pronoun never means who uses it. */
function thirdPerson(
  view: View,
  source: readonly Span[],
  speaker: SpeakerReading,
  teller: SpeakerReading,
): SpeakerReading {
  const { text } = view.doc
  const [first] = source
  if (first === undefined) return speaker
  const surface = sliceOf(text, first)
  const holder = source.length === 1 && /^the \p{L}+(?: \p{L}+)?$/iu.test(surface) ? holderOf(view.naming, first) : null
  if (holder !== null) {
    const { name, role, of } = holder
    return { ...speaker, name, role, of, kind: 'person', chain: view.chainAt(name), candidates: [] }
  }
  const isOwn = speaker.chain !== null && speaker.chain === teller.chain && PRONOUNS.has(surface.toLowerCase())
  if (!isOwn && !isIn(view.labels, speaker.name)) return speaker
  return {
    ...speaker,
    name: first,
    chain: null,
    role: null,
    of: null,
    speaksFor: null,
    confidence: speaker.confidence / 2,
  }
}

const PRONOUNS = new Set(['he', 'she', 'him', 'her', 'his', 'they'])

const isIn = (labels: readonly Span[], span: Span): boolean => {
  const label = labels[firstFrom(labels, span.end) - 1]
  return label !== undefined && overlaps(label, span)
}

function isToCome({ dct, layers: { timexes } }: TurnDoc, id: string | null): boolean {
  const timex = id === null ? undefined : timexes[Number(id.slice(1)) - 1]
  return timex?.earliest != null && dct !== null && timex.earliest > dct.slice(0, 10)
}

/** The chain of a name, where it is one of a person: others of a title are about what is said. */
function chainOf(index: ReturnType<typeof chainIndex>, name: Span): string | null {
  const found = index.referenceAt(name)
  return found === null || found.reference.form !== 'name' || !isPerson(found.chain.kind) ? null : found.chain.id
}

const isPerson = (kind: Mention['kind'] | 'group' | null): boolean => kind === 'person' || kind === null
