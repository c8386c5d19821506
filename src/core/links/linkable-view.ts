/** A statement as comparing sees it: its words, what they stand for, its clauses and numbers, who speaks and when. Made once, compared often. */
import type { ActType } from '../doc.ts'
import type { DocumentKind } from '../document.ts'
import type { Span } from '../span.ts'
import { type Clauses, clausesOf } from '../wording/clauses.ts'
import { type Concept, conceptAt } from '../wording/concepts.ts'
import { type Quantity, quantitiesOf } from '../wording/quantities.ts'
import { type Word, wordsOf } from '../wording/words-of.ts'
import type { Linkable } from './link.ts'
import { type Voice, voiceOf } from './relate/side.ts'
import { type StanceReading, stanceOf } from './relate/stance.ts'

/** A word, or several that stand for one thing, that a comparison counts. */
export interface Unit {
  readonly concept: string
  readonly weight: number
  readonly kind: 'place' | 'name' | 'time' | 'word'
  /** Index of its first word and after its last one. */
  readonly from: number
  readonly to: number
  readonly clause: number
  readonly negated: boolean
}

/** A sentence, or the whole of a short content: what is compared with another. */
export interface Passage {
  /** Its units by concept, the first of each. */
  readonly units: ReadonlyMap<string, Unit>
  readonly weight: number
  /** Indices of its first word and after its last one. */
  readonly from: number
  readonly to: number
}

export interface LinkableView {
  readonly id: string
  readonly document: string
  /** Address of the document: others of the same are versions of it. */
  readonly url: string | null
  readonly kind: DocumentKind
  /** Of the content, in the document. */
  readonly spans: readonly Span[]
  /** Of the cue, in the document. */
  readonly cue: readonly Span[]
  /** The content, cut after `COMPARED` characters. */
  readonly text: string
  readonly isDirect: boolean
  readonly words: readonly Word[]
  readonly clauses: Clauses
  readonly units: readonly Unit[]
  readonly quantities: readonly Quantity[]
  /** The whole first; then, of a long content, each sentence. At least one. */
  readonly passages: readonly Passage[]
  readonly voice: Voice | null
  readonly stance: StanceReading
  /** Days since 1970-01-01; null where unknown. */
  readonly earliest: number | null
  readonly latest: number | null
  readonly published: number | null
  readonly isThought: boolean
  readonly act: ActType | null
}

/** Characters and words of a content that are looked at: what comes behind is not compared. */
const COMPARED = 3000
const COMPARED_WORDS = 400
/** Contents of more words than this are compared sentence by sentence as well. */
const LONG = 30
const MOST_PASSAGES = 24

const MONTHS_AND_DAYS: ReadonlySet<string> = new Set(
  'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
)
/** "We" and "our" are the side of who says so. */
const FIRST_PERSON: ReadonlySet<string> = new Set(['we', 'our', 'ours', 'us'])
const PLACE_WEIGHT = 0.6

export function linkableView({ statement, document }: Linkable): LinkableView {
  const text = statement.content.text.slice(0, COMPARED)
  const words = wordsOf(text).slice(0, COMPARED_WORDS)
  const clauses = clausesOf(text, words)
  const voice = voiceOf(statement.speaker)
  const quantities = quantitiesOf(words)
  const units = unitsOf(words, clauses, quantities, voice)
  return {
    id: statement.id,
    document: document.id,
    url: document.url ?? null,
    kind: document.kind,
    spans: statement.content.spans,
    cue: statement.cue.spans,
    text,
    isDirect: statement.form === 'direct',
    words,
    clauses,
    units,
    quantities,
    passages: passagesOf(words, units),
    voice,
    stance: stanceOf(statement),
    earliest: dayOf(statement.said.earliest),
    latest: dayOf(statement.said.latest),
    published: dayOf(document.published),
    isThought: statement.manner === 'thought',
    act: statement.act.type,
  }
}

function unitsOf(
  words: readonly Word[],
  clauses: Clauses,
  quantities: readonly Quantity[],
  voice: Voice | null,
): Unit[] {
  const units: Unit[] = []
  const side = voice?.side?.startsWith('@') === true ? voice.side : null
  let quantity = 0
  for (let at = 0; at < words.length; at++) {
    while (quantity < quantities.length && quantities[quantity]!.to <= at) quantity++
    const number = quantities[quantity]
    if (number !== undefined && at >= number.from) continue
    const word = words[at]!
    const isOwn = side !== null && (isFirstPerson(word) || isOwnCountry(words, at))
    const concept: Concept | null = isOwn
      ? { name: side, words: 1, weight: PLACE_WEIGHT }
      : word.kind === 'word' || word.kind === 'name'
        ? conceptAt(words, at)
        : null
    if (concept === null || (concept.name.length < 2 && word.kind === 'word')) continue
    const kind = kindOf(concept.name, word)
    units.push({
      concept: concept.name,
      weight: kind === 'place' ? PLACE_WEIGHT : concept.weight,
      kind,
      from: at,
      to: at + concept.words,
      clause: clauses.clauseOf[at]!,
      negated: clauses.negated[at]!,
    })
    at += concept.words - 1
  }
  return units
}

const isFirstPerson = ({ form, kind }: Word): boolean => kind === 'function' && FIRST_PERSON.has(form)

/** "His country": the state for which the speaker speaks. */
const isOwnCountry = (words: readonly Word[], at: number): boolean =>
  words[at]!.form === 'country' && OWN.has(words[at - 1]?.form ?? '')

const OWN: ReadonlySet<string> = new Set(['his', 'her', 'their', 'its', 'my', 'our'])

const kindOf = (concept: string, word: Word): Unit['kind'] =>
  concept.startsWith('@') ? 'place' : MONTHS_AND_DAYS.has(word.form) ? 'time' : word.kind === 'name' ? 'name' : 'word'

function passagesOf(words: readonly Word[], units: readonly Unit[]): Passage[] {
  const passages = [passageOf(units, 0, words.length)]
  if (words.length <= LONG) return passages
  let from = 0
  for (let at = 1; at <= words.length && passages.length <= MOST_PASSAGES; at++) {
    if (at < words.length && (!words[at]!.first || at - from < 4)) continue
    if (at - from < words.length) passages.push(passageOf(units, from, at))
    from = at
  }
  return passages
}

function passageOf(units: readonly Unit[], from: number, to: number): Passage {
  const byConcept = new Map<string, Unit>()
  let weight = 0
  for (const unit of units) {
    if (unit.from < from || unit.from >= to || byConcept.has(unit.concept)) continue
    byConcept.set(unit.concept, unit)
    weight += unit.weight
  }
  return { units: byConcept, weight, from, to }
}

const DAY = 86_400_000

export function dayOf(date: string | null): number | null {
  if (date === null) return null
  const time = Date.parse(date.length >= 10 ? date.slice(0, 10) : date)
  return Number.isNaN(time) ? null : Math.floor(time / DAY)
}

/** Where words of the content stand in the document; a run that crosses a gap ends at it. */
export function placeOf(view: LinkableView, start: number, end: number): Span {
  let offset = 0
  for (const span of view.spans) {
    const length = span.end - span.start
    if (start < offset + length) {
      const from = Math.max(0, start - offset)
      return { start: span.start + from, end: span.start + Math.max(from, Math.min(length, end - offset)) }
    }
    offset += length + GAP
  }
  const last = view.spans.at(-1)!
  return { start: last.end, end: last.end }
}

/** Code units of what `joinedText` puts between spans. */
const GAP = ' … '.length
