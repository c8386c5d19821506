/** A reading of who, to whom, where and through whom, as the record keeps it: spans become slices of the text. */
import { chainById } from '../chains/chain-index.ts'
import { countryByCode, countryNamed } from '../countries.ts'
import type { Doc, SpeakerReading, Utterance } from '../doc.ts'
import { type Span, sliceOf } from '../span.ts'
import type { Party, Relay, Speaker } from '../statement.ts'

/** What of an utterance the record names; entities are still unknown. */
export interface RecordedUtterance {
  readonly speaker: Speaker | null
  readonly addressee: Party | null
  readonly medium: Party | null
  readonly via: readonly Relay[]
}

/** @param publisher of the document: a page does not relay itself. */
export function recordedUtterance(
  doc: Doc,
  { speaker, addressee, medium, via }: Utterance,
  publisher: string | null,
): RecordedUtterance {
  return {
    speaker: speaker && recordedSpeaker(doc, speaker),
    addressee: addressee && partyOf(doc.text, addressee),
    medium: medium && partyOf(doc.text, medium),
    via: via
      .filter(({ span }) => !isPublisher(sliceOf(doc.text, span), publisher))
      .map(({ span, proof, kind }) => ({ name: sliceOf(doc.text, span), kind, span: proof, entity: null })),
  }
}

function recordedSpeaker(doc: Doc, reading: SpeakerReading): Speaker {
  const slice = (span: Span | null): string | null => span && sliceOf(doc.text, span)
  const { name, kind, role, of, count, speaksFor, members, reason, candidates } = reading
  return {
    name: sliceOf(doc.text, name),
    entity: null,
    kind,
    role: slice(role),
    of: slice(of),
    count,
    speaksFor: speaksFor && recordedPrincipal(doc.text, speaksFor),
    members: members.map(({ span, kind }) => ({ name: sliceOf(doc.text, span), entity: null, kind })),
    reason: slice(reason),
    candidates: candidates.flatMap(({ chain, weight }) => {
      const found = chainById(doc, chain)
      return found === null ? [] : [{ name: sliceOf(doc.text, found.name ?? found.references[0]!), weight }]
    }),
  }
}

/** A state is known by its code, whatever building the text names, or by its own name. */
function recordedPrincipal(
  text: string,
  { span, country }: NonNullable<SpeakerReading['speaksFor']>,
): Speaker['speaksFor'] {
  const state = country === null ? span && countryNamed(sliceOf(text, span)) : countryByCode(country)
  if (state !== null) return { name: state.names[0]!, entity: state.qid }
  return span === null ? null : { name: sliceOf(text, span), entity: null }
}

const partyOf = (text: string, { span, kind }: { readonly span: Span; readonly kind: string | null }): Party => ({
  name: sliceOf(text, span),
  kind,
  entity: null,
  span,
})

const isPublisher = (name: string, publisher: string | null): boolean =>
  publisher !== null && bare(name) === bare(publisher)

const bare = (name: string): string => name.toLowerCase().replace(/^the /, '')
