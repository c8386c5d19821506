/** What a document tells of each thing that its statements name: what links them to entities. */
import { chainById } from './chains/chain-index.ts'
import { countryNamed, countryOfCapital, countryOfDemonym } from './countries.ts'
import type { Chain, Doc, SpeakerKind, SpeakerReading, Utterance } from './doc.ts'
import type { Referent } from './register/register.ts'
import { equalSpans, type Span, sliceOf } from './span.ts'
import { chosenAttributions, type Statement } from './statement.ts'

/** Where in a statement a thing is named; `via.0` is the first relay, `members.1` the second of a group. */
export type UsePlace = 'speaker' | 'addressee' | 'medium' | 'speaksFor' | `via.${number}` | `members.${number}`

/** One thing of one document, and every place where a statement names it. */
export interface DocumentReferent extends Referent {
  /** Id of its chain; for what no chain holds, its span. */
  readonly chain: string
  readonly uses: readonly { readonly statement: string; readonly at: UsePlace }[]
}

/** A place of a statement and what the text has there. */
interface Use {
  readonly at: UsePlace
  readonly span: Span
  readonly chain: string | null
  readonly kind: Referent['kind']
  readonly titles: Referent['titles']
}

/** One for each thing that a statement names, in the order in which they are named first. */
export function referentsOf(documentId: string, doc: Doc, statements: readonly Statement[]): DocumentReferent[] {
  const { utterances, attributions } = doc.layers
  if (utterances === undefined || attributions === undefined) return []
  const byAttribution = new Map(utterances.map((utterance) => [utterance.attribution, utterance]))
  const byStatement = chosenAttributions(documentId, attributions)
  const countries = countriesOf(doc)
  const found = new Map<string, DocumentReferent & { uses: { statement: string; at: UsePlace }[] }>()
  for (const statement of statements) {
    const utterance = byAttribution.get(byStatement.get(statement.id)?.id ?? '')
    if (utterance === undefined) continue
    for (const use of usesOf(doc, statement, utterance)) {
      const chain = use.chain === null ? null : chainById(doc, use.chain)
      const key = chain?.id ?? `${use.span.start}-${use.span.end}`
      const known = found.get(key)
      if (known !== undefined) {
        known.uses.push({ statement: statement.id, at: use.at })
        continue
      }
      found.set(key, {
        chain: key,
        names: chain === null ? [sliceOf(doc.text, use.span)] : namesOf(doc, chain),
        kind: use.kind,
        titles: chain === null ? use.titles : titlesOf(doc, chain, use.titles),
        gender: chain?.gender ?? null,
        at: statement.said.latest ?? doc.dct,
        countries,
        uses: [{ statement: statement.id, at: use.at }],
      })
    }
  }
  return [...found.values()]
}

function usesOf(doc: Doc, statement: Statement, { speaker, addressee, medium, via }: Utterance): Use[] {
  const uses: Use[] = []
  if (speaker !== null && speaker.candidates.length === 0) uses.push(...usesOfSpeaker(doc, speaker))
  if (addressee !== null) uses.push({ at: 'addressee', ...addressee, kind: kindOf(addressee.kind), titles: [] })
  if (medium !== null) {
    const isOutlet = medium.kind === 'broadcaster' || medium.kind === 'newspaper' || medium.kind === 'agency'
    if (isOutlet) uses.push({ at: 'medium', ...medium, kind: 'publication', titles: [] })
  }
  for (const { span, proof, chain, kind } of via) {
    const index = statement.via.findIndex((relay) => equalSpans(relay.span, proof))
    if (index >= 0) uses.push({ at: `via.${index}`, span, chain, kind: kindOf(kind), titles: [] })
  }
  return uses
}

function usesOfSpeaker(doc: Doc, speaker: SpeakerReading): Use[] {
  const { name, chain, kind, role, of, speaksFor, members } = speaker
  const titles = role === null ? [] : [{ role: sliceOf(doc.text, role), of: of && sliceOf(doc.text, of) }]
  const uses: Use[] = []
  // A capital is no entity that speaks: the state it stands for is known by its code already.
  if (!isCapital(doc, speaker)) uses.push({ at: 'speaker', span: name, chain, kind: kindOf(kind), titles })
  // A state is known by its name already, as is one told by its code.
  const isState = speaksFor?.span != null && countryNamed(sliceOf(doc.text, speaksFor.span)) !== null
  if (speaksFor !== null && speaksFor.country === null && speaksFor.span !== null && !isState) {
    uses.push({ at: 'speaksFor', span: speaksFor.span, chain: speaksFor.chain, kind: 'organisation', titles: [] })
  }
  members.forEach((member, index) => {
    uses.push({ at: `members.${index}`, span: member.span, chain: member.chain, kind: kindOf(member.kind), titles: [] })
  })
  return uses
}

const isCapital = (doc: Doc, { name, kind }: SpeakerReading): boolean =>
  kind === 'state' && countryOfCapital(sliceOf(doc.text, name)) !== null

const kindOf = (kind: SpeakerKind | null): Referent['kind'] => kind

/** Distinct names of a chain as the text has them, the fullest first. */
function namesOf(doc: Doc, { name, references }: Chain): string[] {
  const mentions = doc.layers.mentions
  const names = references.flatMap(({ form, mention }) => {
    const named = form === 'name' && mention !== null ? mentions?.[Number(mention.slice(1)) - 1] : undefined
    return named === undefined ? [] : [sliceOf(doc.text, named)]
  })
  return [...new Set([...(name === null ? [] : [sliceOf(doc.text, name)]), ...names])]
}

function titlesOf(doc: Doc, { titles }: Chain, more: Referent['titles']): Referent['titles'] {
  const all = [
    ...titles.map(({ role, of }) => ({ role: sliceOf(doc.text, role), of: of && sliceOf(doc.text, of) })),
    ...more,
  ]
  return [...new Map(all.map((title) => [`${title.role}\n${title.of}`, title])).values()]
}

/** Countries that the text names, by name or demonym or capital, most often first. */
function countriesOf({ text, layers: { mentions = [] } }: Doc): string[] {
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    if (mention.kind !== 'place' && mention.kind !== 'organisation') continue
    const name = sliceOf(text, mention)
    const country = countryNamed(name) ?? countryOfCapital(name) ?? countryOfDemonym(name)
    if (country !== null) counts.set(country.iso2, (counts.get(country.iso2) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code)
}
