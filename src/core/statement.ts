/** The `Statement`: one attribution as the record keeps it, and the pure function that makes it from a `Doc`. */
import type { ActReading, ActType, Attribution, Doc, Form, Manner, Precision, SpeakerKind, Utterance } from './doc.ts'
import { contains, hullOf, joinedText, lengthOf, type Span } from './span.ts'
import { recordedUtterance } from './utterances/recorded.ts'
import { saidOf } from './utterances/said-of.ts'
import { originalRelay } from './utterances/via/page-relays.ts'
import type { ReportDoc } from './utterances/via/report-view.ts'

export interface Anchored {
  readonly spans: readonly Span[]
  /** Always sliced from the document; spans that do not touch are joined by ` … `. */
  readonly text: string
}

export interface Speaker {
  /** The fullest name that the document has for them; without one the source as it stands. */
  readonly name: string
  /** Wikidata id, or one of the register's or ledger's own; null where nobody knows which thing it is. */
  readonly entity: string | null
  readonly kind: SpeakerKind | null
  readonly role: string | null
  readonly of: string | null
  readonly count: number | null
  /** Whose voice it is: a ministry's spokeswoman, a capital that stands for a government. */
  readonly speaksFor: { readonly name: string; readonly entity: string | null } | null
  /** Those of a group that the text names one by one. */
  readonly members: readonly {
    readonly name: string
    readonly entity: string | null
    readonly kind: SpeakerKind | null
  }[]
  /** Why the text leaves the source unnamed. */
  readonly reason: string | null
  /** Who an unresolved "he" may be; weights add up to at most 1. */
  readonly candidates: readonly { readonly name: string; readonly weight: number }[]
}

export interface Party {
  readonly name: string
  readonly kind: string | null
  readonly entity: string | null
  readonly span: Span
}

export interface Said {
  readonly value: string | null
  readonly text: string | null
  readonly span: Span | null
  readonly precision: Precision
  readonly anchor: 'explicit' | 'published' | 'none'
  readonly earliest: string | null
  readonly latest: string | null
}

export interface Relay {
  readonly name: string
  readonly kind: string | null
  /** The words that prove the hop. */
  readonly span: Span
  readonly entity: string | null
}

export interface Act {
  /** Null where no stage has read it. */
  readonly type: ActType | null
  readonly polarity: 'positive' | 'negative' | null
  readonly condition: Anchored
  /** TIMEX3 value of the day, week, … by which it is to happen. */
  readonly deadline: string | null
}

export interface Confidence {
  readonly relation: number
  readonly speaker: number | null
  readonly said: number | null
  readonly act: number | null
}

/** All fields are always there; what is not known is `null` or empty, never guessed. */
export interface Statement {
  /** Document id and content spans: stable when the pipeline improves. */
  readonly id: string
  readonly form: Form
  readonly manner: Manner
  readonly content: Anchored
  readonly cue: Anchored
  readonly source: Anchored
  readonly speaker: Speaker | null
  readonly addressee: Party | null
  readonly medium: Party | null
  readonly said: Said
  /** Outermost first, the publisher left out. */
  readonly via: readonly Relay[]
  /** Id of the smallest statement whose content holds this one. */
  readonly within: string | null
  readonly act: Act
  /** What it is about, the most important first, each under the name that it has in every text. */
  readonly about: readonly string[]
  readonly confidence: Confidence
}

/** What is known of a page besides its text, as far as it says through whom its statements came. */
export interface PageOrigin {
  readonly publisher: string | null
  /** Address of what it copies or translates. */
  readonly original: string | null
}

const NO_ORIGIN: PageOrigin = { publisher: null, original: null }

/** `d-….120-186_202-240`. */
export const statementId = (documentId: string, content: readonly Span[]): string =>
  `${documentId}.${content.map((span) => `${span.start}-${span.end}`).join('_')}`

/**
 * Turns every attribution into a statement, in text order. Two attributions of one content keep the surer one.
 * @param page who published it, and where it says that it was first: no relay of it, and its outermost one.
 */
export function toStatements(documentId: string, doc: Doc<'attributions'>, page: PageOrigin = NO_ORIGIN): Statement[] {
  const chosen = chosenAttributions(documentId, doc.layers.attributions)
  const entries = [...chosen].sort(([, a], [, b]) => a.content[0]!.start - b.content[0]!.start)
  const holders = holdersOf(entries)
  const utterances = new Map(doc.layers.utterances?.map((utterance) => [utterance.attribution, utterance]))
  const isCopy = utterances.size > 0 && doc.layers.chains !== undefined && page.original !== null
  const original = isCopy ? originalRelay(doc as ReportDoc, page.original) : null
  const acts = new Map(doc.layers.acts?.map((act) => [act.attribution, act]))
  const subjects = new Map(doc.layers.subjects?.map((about) => [about.attribution, about.subjects]))
  return entries.map(([id, attribution], index) => {
    const bare = toStatement(id, attribution, holders[index]!, doc.text)
    const about = (subjects.get(attribution.id) ?? []).map(({ name }) => name)
    const statement = withAct(doc, { ...bare, about: [...new Set(about)] }, acts.get(attribution.id))
    const utterance = utterances.get(attribution.id)
    if (utterance === undefined) return statement
    const via = original === null ? utterance.via : [original, ...utterance.via]
    return withUtterance(doc, statement, { ...utterance, via }, page.publisher)
  })
}

/** The attribution behind each statement, by the statement's id. */
export function chosenAttributions(
  documentId: string,
  attributions: readonly Attribution[],
): ReadonlyMap<string, Attribution> {
  const chosen = new Map<string, Attribution>()
  for (const attribution of attributions) {
    const id = statementId(documentId, attribution.content)
    const other = chosen.get(id)
    if (other === undefined || attribution.confidence > other.confidence) chosen.set(id, attribution)
  }
  return chosen
}

function withAct(doc: Doc, statement: Statement, reading: ActReading | undefined): Statement {
  if (reading === undefined) return statement
  const { type, polarity, condition, deadline, confidence } = reading
  const timex = deadline === null ? undefined : doc.layers.timexes?.find(({ id }) => id === deadline)
  return {
    ...statement,
    act: { type, polarity, condition: anchored(doc.text, condition), deadline: timex?.value ?? null },
    confidence: { ...statement.confidence, act: Math.round(confidence * 1000) / 1000 },
  }
}

/** What the text tells of the speech event, where a stage has read it; otherwise the source stands for the speaker. */
function withUtterance(doc: Doc, statement: Statement, utterance: Utterance, publisher: string | null): Statement {
  return {
    ...statement,
    ...recordedUtterance(doc, utterance, publisher),
    said: saidOf(doc, utterance.said),
    confidence: {
      ...statement.confidence,
      speaker: utterance.speaker && Math.round(utterance.speaker.confidence * 1000) / 1000,
      said: utterance.said?.confidence ?? null,
    },
  }
}

/** A speaker of whom nothing but a name is known. */
export const NOBODY: Omit<Speaker, 'name'> = {
  entity: null,
  kind: null,
  role: null,
  of: null,
  count: null,
  speaksFor: null,
  members: [],
  reason: null,
  candidates: [],
}

function toStatement(id: string, attribution: Attribution, within: string | null, text: string): Statement {
  // PolNeAR closes appositions and cues with their mark ("Ana Pohl, a pilot," "said:"), and so does what learned from it.
  const source = anchored(text, withoutMark(text, attribution.source, ','))
  return {
    id,
    form: attribution.form,
    manner: attribution.manner,
    content: anchored(text, attribution.content),
    cue: anchored(text, withoutMark(text, attribution.cue, ':')),
    source,
    speaker: source.text === '' ? null : { name: source.text, ...NOBODY },
    addressee: null,
    medium: null,
    said: { value: null, text: null, span: null, precision: 'unknown', anchor: 'none', earliest: null, latest: null },
    via: [],
    within,
    act: { type: null, polarity: null, condition: { spans: [], text: '' }, deadline: null },
    about: [],
    confidence: { relation: attribution.confidence, speaker: null, said: null, act: null },
  }
}

/** `spans` without a mark that ends the last of them; a span that is nothing else stays. */
function withoutMark(text: string, spans: readonly Span[], mark: string): readonly Span[] {
  const last = spans.at(-1)
  if (last === undefined || lengthOf(last) < 2 || text[last.end - 1] !== mark) return spans
  return [...spans.slice(0, -1), { start: last.start, end: last.end - 1 }]
}

const anchored = (text: string, spans: readonly Span[]): Anchored => ({ spans, text: joinedText(text, spans) })

/**
 * For each entry the id of the smallest other content span that holds the whole of it: its content, and its cue where it
 * has one. Both sides are walked in text order, so that spans that end before are left behind for good.
 */
function holdersOf(entries: readonly (readonly [string, Attribution])[]): (string | null)[] {
  const wholes = entries.map(([, { content, cue }]) => hullOf([...content, ...cue])!)
  const order = entries.map((_, index) => index).sort((a, b) => wholes[a]!.start - wholes[b]!.start)
  const spans = entries.flatMap(([id, { content }]) => content.map((span) => ({ id, span })))
  spans.sort((a, b) => a.span.start - b.span.start)
  const holders: (string | null)[] = entries.map(() => null)
  let open: typeof spans = []
  let next = 0
  for (const index of order) {
    const whole = wholes[index]!
    open = open.filter(({ span }) => span.end > whole.start)
    while (next < spans.length && spans[next]!.span.start <= whole.start) open.push(spans[next++]!)
    let bestLength = Number.POSITIVE_INFINITY
    for (const { id, span } of open) {
      const length = lengthOf(span)
      if (length < bestLength && length > lengthOf(whole) && contains(span, whole)) {
        holders[index] = id
        bestLength = length
      }
    }
  }
  return holders
}
