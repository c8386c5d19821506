/** A document as the reading of speakers looks things up in it: units of a phrase, the chain behind a span. */
import type { Chain, Doc, Mention, Reference, Upos } from '../../doc.ts'
import { firstFrom, inTextOrder, type Span } from '../../span.ts'
import { HONORIFICS, PEOPLES } from './noun-classes.ts'

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

/** Made once for a document. */
export interface SpeakerView {
  readonly doc: SpeakerDoc
  /** All references of all chains, in text order. */
  readonly places: readonly Place[]
  readonly starts: readonly Span[]
  /** Names, and surnames of people, with a mention of them: one is at times missed where it stands alone. */
  readonly known: ReadonlyMap<string, Mention>
}

export function speakerView(doc: SpeakerDoc): SpeakerView {
  const places = doc.layers.chains
    .flatMap((chain) => chain.references.map((reference) => ({ chain, reference })))
    .sort((a, b) => inTextOrder(a.reference, b.reference))
  return { doc, places, starts: places.map(({ reference }) => reference), known: knownNames(doc) }
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
  const { tokens, words, mentions } = doc.layers
  const units: Unit[] = []
  let next = Math.max(0, firstFrom(mentions, span.start) - 1)
  for (let i = firstFrom(tokens, span.start); i < tokens.length && tokens[i]!.start < span.end; i++) {
    const token = tokens[i]!
    while (next < mentions.length && mentions[next]!.end <= token.start) next++
    const mention = next < mentions.length && mentions[next]!.start <= token.start ? mentions[next]! : null
    const last = units.at(-1)
    const unit = unitOf(doc.text, token, words.upos[i]!, words.lemma[i]!, mention)
    if (mention !== null && mention.end === token.end && isPartyMember(unit)) {
      units.push({ ...unit, mention: null })
    } else if (mention !== null && last?.mention === mention) {
      units[units.length - 1] = unitOf(doc.text, { start: last.start, end: token.end }, 'PROPN', last.lemma, mention)
    } else if (mention === null && unit.upos === 'PROPN') {
      units.push(namedUnit(unit, units, known))
    } else units.push(unit)
  }
  return units
}

/** "California Democrat" is no name, though mentions at times run that far. */
const isPartyMember = ({ lower }: Unit): boolean =>
  PEOPLES.has(lower) || PEOPLES.has(`${lower}s`) || lower === 'candidates'

/** A proper noun that is known as a name elsewhere in the text, or that follows "Mr.", is one here. */
function namedUnit(unit: Unit, before: readonly Unit[], known: ReadonlyMap<string, Mention>): Unit {
  const last = before.at(-1)
  const title = last?.form === '.' ? before.at(-2) : last
  if (title !== undefined && HONORIFICS.has(title.lower) && title.mention === null) {
    return { ...unit, mention: { id: '', kind: 'person', start: unit.start, end: unit.end } }
  }
  const same = known.get(unit.form)
  return same === undefined || same.kind === 'product' || same.kind === 'event'
    ? unit
    : { ...unit, mention: { ...same, start: unit.start, end: unit.end } }
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
