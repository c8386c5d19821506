/** A document as the reading of speakers looks things up in it: units of a phrase, the chain behind a span. */
import type { Chain, Doc, Mention, Reference, Title, Upos } from '../../doc.ts'
import { TITLES } from '../../mention-lexicon.ts'
import { firstFrom, inTextOrder, type Span } from '../../span.ts'
import { isState, nameTokens } from './mention-repair.ts'
import { HONORIFICS, SPOKESPEOPLE } from './noun-classes.ts'

export type SpeakerDoc = Doc<'tokens' | 'sentences' | 'words' | 'mentions' | 'attributions' | 'chains'>

/** A token, or all tokens of a name. */
export interface Unit extends Span {
  readonly form: string
  readonly lower: string
  readonly lemma: string
  readonly upos: Upos
  readonly mention: Mention | null
}

/** Where a chain is spoken of. */
export interface Place {
  readonly chain: Chain
  readonly reference: Reference
}

/** In text order. */
export interface ToldTitles {
  readonly titles: readonly Title[]
  readonly roles: readonly Span[]
}

/** Made once for a document. */
export interface SpeakerView {
  readonly doc: SpeakerDoc
  /** All references of all chains, in text order. */
  readonly places: readonly Place[]
  readonly starts: readonly Span[]
  /** Names, and surnames of people, with a mention of them: one is at times missed where it stands alone. */
  readonly known: ReadonlyMap<string, Mention>
  /** Titles of chains that tell something, by chain, as far as they were asked for. */
  readonly titles: Map<string, ToldTitles>
}

export function speakerView(doc: SpeakerDoc): SpeakerView {
  const places = doc.layers.chains
    .flatMap((chain) => chain.references.map((reference) => ({ chain, reference })))
    .sort((a, b) => inTextOrder(a.reference, b.reference))
  return { doc, places, starts: places.map(({ reference }) => reference), known: knownNames(doc), titles: new Map() }
}

function knownNames({ text, layers }: SpeakerDoc): ReadonlyMap<string, Mention> {
  const known = new Map<string, Mention>()
  for (const mention of layers.mentions) {
    const name = text.slice(mention.start, mention.end)
    if (!known.has(name)) known.set(name, mention)
    const surname = name.slice(name.lastIndexOf(' ') + 1)
    if (mention.kind === 'person' && surname.length > 2 && !known.has(surname)) known.set(surname, mention)
  }
  return known
}

/** What stands in `span`, names in one piece. */
export function unitsIn({ doc, known }: SpeakerView, span: Span): Unit[] {
  const { text, layers } = doc
  const { tokens, words, mentions } = layers
  const units: Unit[] = []
  let next = Math.max(0, firstFrom(mentions, span.start) - 1)
  for (let i = firstFrom(tokens, span.start); i < tokens.length && tokens[i]!.start < span.end; i++) {
    const token = tokens[i]!
    while (next < mentions.length && mentions[next]!.end <= token.start) next++
    // "U.S.-born" is no name, though one stands in it.
    const held = next < mentions.length && mentions[next]!.start <= token.start ? mentions[next]! : null
    const mention = held !== null && token.end <= held.end + 1 ? held : null
    const plain = unitOf(text, token, words.upos[i]!, words.lemma[i]!, null)
    const unit: Unit = SPOKESPEOPLE.has(plain.lower) ? { ...plain, upos: 'NOUN' } : plain
    if (mention !== null) {
      const { from, to } = nameTokens(doc, firstFrom(tokens, mention.start), mention)
      if (i < from || i >= to)
        units.push(isState(unit.form) ? { ...unit, mention: { ...mention, kind: 'place' } } : unit)
      else {
        let last = i
        while (last + 1 < to && tokens[last + 1]!.end <= span.end) last++
        push(units, unitOf(text, { start: token.start, end: tokens[last]!.end }, 'PROPN', unit.lemma, mention), text)
        i = last
      }
    } else if (unit.upos === 'PROPN') {
      const end = endOfRun(doc, i, Math.min(span.end, mentions[next]?.start ?? span.end))
      const run = unitOf(text, { start: token.start, end: tokens[end - 1]!.end }, 'PROPN', unit.lemma, null)
      const name = nameOf(run, units, known)
      push(units, name === null ? unit : { ...run, mention: name }, text)
      if (name !== null) i = end - 1
    } else units.push(unit)
  }
  return units
}

/** A person's name that was cut in two is one. */
function push(units: Unit[], unit: Unit, text: string): void {
  const last = units.at(-1)
  const isRest = last?.mention?.kind === 'person' && unit.mention?.kind === 'person' && unit.start - last.end === 1
  if (!isRest) units.push(unit)
  else units[units.length - 1] = unitOf(text, { start: last.start, end: unit.end }, 'PROPN', last.lemma, last.mention)
}

/** The proper nouns from token `first` on, up to the next mention: a name that was missed, titles left out. */
function endOfRun({ text, layers }: SpeakerDoc, first: number, limit: number): number {
  const { tokens, words } = layers
  const isTitle = (i: number): boolean => TITLES.has(text.slice(tokens[i]!.start, tokens[i]!.end).toLowerCase())
  let end = first + 1
  if (isTitle(first)) return end
  while (
    end < tokens.length &&
    tokens[end]!.start < limit &&
    words.upos[end] === 'PROPN' &&
    end - first < 4 &&
    !isTitle(end)
  )
    end++
  return end
}

/** A name that is known elsewhere in the text, by its last word if it is a person's, or that follows "Mr.". */
function nameOf({ form, ...unit }: Unit, before: readonly Unit[], known: ReadonlyMap<string, Mention>): Mention | null {
  const last = before.at(-1)
  const title = last?.form === '.' ? before.at(-2) : last
  const span = { start: unit.start, end: unit.end }
  if (title !== undefined && HONORIFICS.has(title.lower) && title.mention === null)
    return { id: '', kind: 'person', ...span }
  // Transcripts name who speaks in capitals.
  const whole =
    known.get(form) ??
    (form.length > 3 && form === form.toUpperCase() ? known.get(`${form[0]}${form.slice(1).toLowerCase()}`) : undefined)
  const same = whole ?? known.get(form.slice(form.lastIndexOf(' ') + 1))
  if (same === undefined || same.kind === 'product' || same.kind === 'event') return null
  return whole !== undefined || same.kind === 'person' ? { id: same.id, kind: same.kind, ...span } : null
}

function unitOf(text: string, { start, end }: Span, upos: Upos, lemma: string, mention: Mention | null): Unit {
  const form = text.slice(start, end)
  return { start, end, form, lower: form.toLowerCase(), lemma: lemma.toLowerCase(), upos, mention }
}

/** No reference is looked for farther back than this many others. */
const FARTHEST = 12

/** The reference that holds `head`: the widest one within `source`, else the narrowest that reaches beyond it. */
export function placeAt({ places, starts }: SpeakerView, head: Span, source: Span): Place | null {
  let within: Place | null = null
  let beyond: Place | null = null
  const last = firstFrom(starts, head.start + 1) - 1
  for (let i = last; i >= 0 && i > last - FARTHEST; i--) {
    const place = places[i]!
    const { start, end } = place.reference
    if (end < head.end) continue
    if (start >= source.start && end <= source.end) {
      if (within === null || end - start > within.reference.end - within.reference.start) within = place
    } else if (beyond === null || end - start < beyond.reference.end - beyond.reference.start) beyond = place
  }
  return within ?? beyond
}
