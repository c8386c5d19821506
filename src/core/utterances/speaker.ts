/** Reads who is behind an attribution: its source phrase first, then what the chain of that phrase adds. */
import type { Attribution, Chain, SpeakerReading } from '../doc.ts'
import { type Span, sliceOf, trimmed } from '../span.ts'
import { nearestTitle, sameTitle } from './speakers/chain-titles.ts'
import { CONFIDENCE } from './speakers/confidence.ts'
import { standsFor } from './speakers/nouns.ts'
import { type PhraseReading, phraseReading } from './speakers/phrase-reading.ts'
import { antecedentOfRelative } from './speakers/relative-antecedent.ts'
import { type Place, placeAt, type SpeakerDoc, type SpeakerView, unitsIn } from './speakers/speaker-view.ts'
import { laterReason, sentenceEnd, statedReason } from './speakers/stated-reason.ts'

/**
 * The speaker of `attribution`. Null without a source, and where the source is nobody: "it was reported", "reports said".
 * @param view of the same document, made once by `speakerView`.
 */
export function speakerOf({ text }: SpeakerDoc, attribution: Attribution, view: SpeakerView): SpeakerReading | null {
  const given = attribution.source[0]
  if (given === undefined) return null
  const antecedent = antecedentOfRelative(view, given)
  const source = antecedent?.span ?? given
  const own = antecedent?.reading ?? phraseReading(unitsIn(view, given))
  if (own === null) return null
  const place = own.members.length > 0 ? null : placeAt(view, own.head, source)
  const chain = place?.chain ?? null
  if (own.impersonal && !isSomebody(chain)) return null
  const read = withChain(view, own, place)
  const title = titleOf(view, own, chain, source.start)
  return {
    name: chain?.name ?? own.name ?? (own.pronoun ? nominalOf(chain) : null) ?? bare(text, own.core),
    chain: chain?.id ?? null,
    // Each of several has a kind of its own.
    kind: read.members.length > 1 && read.kind !== 'anonymous' ? 'group' : read.kind,
    ...title,
    count: read.count,
    speaksFor: speaksForOf(view, read, title, own),
    members: read.members.map(({ span, head, kind }) => ({
      span,
      chain: placeAt(view, head, span)?.chain.id ?? null,
      kind,
    })),
    reason:
      read.kind === 'anonymous' || own.spokesperson
        ? (reasonOf(view, attribution, source) ?? (chain && laterReason(view, chain, source.end)))
        : null,
    candidates: chain?.candidates ?? [],
    confidence: CONFIDENCE[read.ground] * (chain === null || !own.definite || own.name !== null ? 1 : chain.confidence),
  }
}

/** "It said" of the shipyard: what is never named goes by the noun that brings it in. */
function nominalOf(chain: Chain | null): Span | null {
  const found = chain?.references.find(({ form }) => form === 'nominal')
  return found === undefined ? null : { start: found.start, end: found.end }
}

const isSomebody = (chain: Chain | null): boolean =>
  chain !== null &&
  (chain.name !== null || chain.candidates.length > 0 || chain.references.some(({ form }) => form !== 'pronoun'))

type Read = Pick<PhraseReading, 'kind' | 'ground' | 'count' | 'members' | 'country'>

/** Pronouns are what their antecedents are; a noun phrase with a named chain is no unnamed source. */
function withChain(view: SpeakerView, own: PhraseReading, place: Place | null): Read {
  if (place === null) return own
  const { chain, reference } = place
  const isNamed = chain.name !== null
  if (own.kind === 'anonymous' && isNamed && chain.kind === 'person') return { ...own, kind: 'person', count: null }
  if (!own.pronoun && own.kind !== null && !(own.kind === 'anonymous' && own.definite)) return own
  const before = antecedentOf(view, chain, reference)
  if (before === null) return { ...own, kind: own.kind ?? kindOfChain(chain) }
  if (own.pronoun || own.kind === null) return { ...before, kind: before.kind ?? own.kind ?? kindOfChain(chain) }
  return { ...own, count: before.count ?? own.count }
}

/** What the chain's name, else its first noun phrase, says by itself. */
function antecedentOf(view: SpeakerView, { references }: Chain, except: Span): PhraseReading | null {
  const chosen =
    references.find(({ form }) => form === 'name') ??
    references.find((one) => one.form === 'nominal' && one.start !== except.start)
  return chosen === undefined || chosen.start === except.start ? null : phraseReading(unitsIn(view, chosen))
}

function kindOfChain({ kind }: Chain): SpeakerReading['kind'] {
  return kind === 'person' || kind === 'organisation' || kind === 'publication' || kind === 'group' ? kind : null
}

/** The phrase's own title; where it has none, the chain's that stands nearest before it, else the first after it. */
function titleOf(
  view: SpeakerView,
  { role, of, members }: PhraseReading,
  chain: Chain | null,
  at: number,
): Pick<SpeakerReading, 'role' | 'of'> {
  if (members.length > 0 || chain === null) return { role, of }
  if (role === null) {
    const title = nearestTitle(view, chain, at)
    // A role of one mention and an owner of another make no title.
    return title === null ? { role, of } : { role: title.role, of: title.of }
  }
  return { role, of: of ?? sameTitle(view, chain, role, at)?.of ?? null }
}

const SPOKES = /\b(?:spokes(?:man|men|woman|women|person|people|persons)|press secretary)\b/i

function speaksForOf(
  view: SpeakerView,
  { kind, country }: Read,
  { role, of }: Pick<SpeakerReading, 'role' | 'of'>,
  own: PhraseReading,
): SpeakerReading['speaksFor'] {
  const { text } = view.doc
  if (kind === 'state') return country === null ? null : { span: null, chain: null, country }
  if (of === null || own.members.length > 0 || role === null || !SPOKES.test(sliceOf(text, role))) return null
  return { span: of, chain: placeAt(view, of, of)?.chain.id ?? null, country: standsFor(sliceOf(text, of)) }
}

/** From the source on, but not in what is said: "said the official, who asked not to be named". */
function reasonOf(view: SpeakerView, { source, cue, content }: Attribution, first: Span): Span | null {
  const end = Math.max(sentenceEnd(view, first.start), source.at(-1)!.end)
  const within = source.map((span) => statedReason(view, span.start, span.end)).find((reason) => reason !== null)
  if (within !== undefined) return within
  const stops = [...content, ...cue].map(({ start }) => start).filter((start) => start >= first.end)
  return statedReason(view, first.end, Math.min(end, ...stops))
}

/** Without a comma or mark at its end. */
function bare(text: string, span: Span): Span {
  let { start, end } = trimmed(text, span)
  while (end > start + 1 && /[,;:–—"“”]/.test(text[end - 1]!)) end--
  while (start < end - 1 && /["“”]/.test(text[start]!)) start++
  return trimmed(text, { start, end })
}

export { type SpeakerView, speakerView } from './speakers/speaker-view.ts'
