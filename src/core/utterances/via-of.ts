/** Through whom the words of an attribution came: relays outermost first, each with the phrase that proves it. */
import type { Attribution, RelayKind } from '../doc.ts'
import { contains, hullOf, overlaps, type Span } from '../span.ts'
import { firstToken, spanOf } from '../token-columns.ts'
import { addressedPhrase } from './addressee-of.ts'
import { isAgency } from './medium/outlet-kind.ts'
import { mediumOf } from './medium-of.ts'
import { citationOf } from './via/cited.ts'
import { frameOf } from './via/frame.ts'
import { eachOnce, type Hop, hopOf, isSame } from './via/hop.ts'
import { laterRelays } from './via/later-relays.ts'
import { type PageRelay, pageRelays } from './via/page-relays.ts'
import { isInformant, isOutletPhrase, relayKindOf } from './via/party-kind.ts'
import { type Phrase, phraseAt } from './via/phrase-at.ts'
import { VOUCHING } from './via/relay-verbs.ts'
import { afterToken, chainAt, type ReportDoc, type ReportView, reportView } from './via/report-view.ts'

/** Relays of the page and of lines about other lines, found once for a view. */
const found = new WeakMap<
  ReportView,
  { readonly page: readonly PageRelay[]; readonly later: ReadonlyMap<number, readonly Hop[]> }
>()

/**
 * Relays, outermost first. The publisher is not known here: a relay that is the publisher is the caller's to leave out, as is the
 * speaker put in where `citedSpeaker` tells of another.
 * @param view of the same document, made once for all of its attributions.
 */
export function viaOf(doc: ReportDoc, attribution: Attribution, view: ReportView = reportView(doc)): Hop[] {
  let wide = found.get(view)
  if (wide === undefined) {
    wide = { page: pageRelays(view), later: laterRelays(view) }
    found.set(view, wide)
  }
  const citation = citationOf(view, attribution)
  const index = view.indexOf.get(attribution) ?? -1
  const hops = eachOnce(view, [
    ...ofPage(wide.page, attribution),
    ...(wide.later.get(index) ?? []),
    ...outerSpeakers(view, attribution),
    ...citation.hops,
    ...toldRelay(view, attribution),
  ])
  const speaker = speakerOf(view, attribution, citation.speaker)
  const isSpeaker = (hop: Hop): boolean =>
    (citation.speaker === null && attribution.source.some((span) => overlaps(span, hop.span))) ||
    (speaker !== null && isSame(view, hop, speaker))
  return hops.filter((hop) => !isSpeaker(hop))
}

/**
 * Whose words or knowledge they are, where the attribution names the outlet that passes them on: "several US officials" of "Politico
 * reported, citing several US officials, that …". Null where the source of the attribution is the speaker.
 */
export const citedSpeaker = (
  doc: ReportDoc,
  attribution: Attribution,
  view: ReportView = reportView(doc),
): Span | null => citationOf(view, attribution).speaker

/** Relays of the part of the page that the attribution stands in; parts of one kind do not overlap, and a page has few. */
function ofPage(relays: readonly PageRelay[], { content }: Attribution): Hop[] {
  const { start } = content[0]!
  return relays.slice(0, MOST).flatMap(({ hop, ...part }) => (part.start <= start && start < part.end ? [hop] : []))
}
const MOST = 50

function speakerOf(
  view: ReportView,
  attribution: Attribution,
  cited: Span | null,
): { span: Span; chain: string | null } | null {
  if (cited !== null) return { span: cited, chain: chainAt(view, cited)?.id ?? null }
  const known = view.speakerOf(attribution)
  if (known !== null) return { span: known.name, chain: known.chain }
  const source = attribution.source[0]
  if (source === undefined) return null
  const phrase = phraseAt(view, firstToken(view, source), afterToken(view, source))
  const hop = phrase && hopOf(view, phrase, source, relayKindOf(view, phrase) ?? 'anonymous')
  return hop ?? { span: source, chain: chainAt(view, source)?.id ?? null }
}

/** Most attributions around one: deeper than this nobody nests. */
const DEEPEST = 6

/** "Lavrov said that the US had assured Russia that": those in whose words the attribution stands. */
function outerSpeakers(view: ReportView, attribution: Attribution): Hop[] {
  const { attributions } = view.doc.layers
  const hops: Hop[] = []
  let inner = attribution
  for (let depth = 0; depth < DEEPEST; depth++) {
    const anchor = inner.cue[0] ?? inner.source[0] ?? inner.content[0]!
    const index = view.contentOf[firstToken(view, anchor)] ?? -1
    const outer = index < 0 ? undefined : attributions[index]
    if (outer === undefined || outer === inner || !holdsAll(outer, inner)) break
    if (vouches(view, outer)) {
      const hop = outerHop(view, outer)
      if (hop !== null) hops.unshift(hop)
      hops.unshift(...citationOf(view, outer).hops)
    }
    inner = outer
  }
  return hops
}

/** Is all of one attribution said in the other: its words and who is given for them? */
const holdsAll = (outer: Attribution, inner: Attribution): boolean =>
  [...inner.content, ...inner.cue, ...inner.source.slice(0, 1)].every((span) =>
    outer.content.some((whole) => contains(whole, span)),
  )

/** Nobody passes on what he denies, doubts, asks or only thinks. */
function vouches(view: ReportView, { manner, cue }: Attribution): boolean {
  if (manner === 'thought') return false
  if (cue.length === 0) return true
  const tokens = cue.flatMap((span) => tokensIn(view, span))
  const verbs = tokens.filter((at) => view.upos[at] === 'VERB')
  const told = (verbs.length > 0 ? verbs : tokens).find((at) => isTelling(view, at))
  return told !== undefined && !isNegated(view, told)
}

/** "continue to ignore" is no telling. */
const isTelling = ({ lemma, lower }: ReportView, at: number): boolean =>
  VOUCHING.has(lemma[at]!) && !(lemma[at] === 'continue' && lower[at + 1] === 'to')

/** Longest cue looked at, in tokens. */
const LONGEST_CUE = 40

function tokensIn(view: ReportView, span: Span): number[] {
  const from = firstToken(view, span)
  const to = Math.min(afterToken(view, span), from + LONGEST_CUE)
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
}

const isNegated = ({ lower }: ReportView, at: number): boolean =>
  /^(not|n't|never)$/.test(lower[at - 1] ?? '') || /^(not|n't|never)$/.test(lower[at - 2] ?? '')

function outerHop(view: ReportView, outer: Attribution): Hop | null {
  const proof = proofSpan(outer)
  if (proof === null) return null
  const known = view.speakerOf(outer)
  if (known !== null) return { span: known.name, proof, chain: known.chain, kind: known.kind }
  const source = outer.source[0]
  if (source === undefined) return null
  const phrase = phraseAt(view, firstToken(view, source), afterToken(view, source))
  return phrase && (hopOf(view, phrase, proof) ?? hopOf(view, phrase, proof, fallback(view, phrase)))
}

/** A name that nothing is known of, or a noun that is nobody's that is known. */
const fallback = (view: ReportView, { name, head }: Phrase): RelayKind =>
  name !== null || view.upos[head] === 'PROPN' ? 'organisation' : 'anonymous'

/** "Lavrov said": source and cue, where they stand together; else the source. */
function proofSpan({ source, cue, content }: Attribution): Span | null {
  const [first] = source
  if (first === undefined) return null
  const whole = hullOf([first, ...cue])!
  const isWhole =
    whole.end - whole.start <= PROOF && !content.some((span) => span.start < whole.end && whole.start < span.end)
  return isWhole ? whole : { start: first.start, end: first.end }
}
const PROOF = 200

/**
 * "three US officials told Reuters": an agency passes on what it is told, and so does every outlet what it is told by somebody it does
 * not name, since nobody else can know of it. What a named speaker tells a paper or a broadcaster is theirs as medium only.
 */
function toldRelay(view: ReportView, attribution: Attribution): Hop[] {
  const frame = frameOf(view, attribution)
  const medium = frame && mediumOf(view.doc, attribution, view)
  if (frame === null || medium === null) return []
  const isWire = medium.kind === 'agency' || isAgency(view.doc.text.slice(medium.span.start, medium.span.end))
  if (!isWire && !(isToldOutlet(view, attribution, medium.span) && isAnonymous(view, attribution))) return []
  const { start } = view.doc.layers.tokens[frame.cueFrom]!
  const isBehind = start < medium.span.start && medium.span.end - start <= PROOF
  const proof = isBehind ? { start, end: medium.span.end } : medium.span
  return [{ span: medium.span, proof, chain: medium.chain, kind: 'publication' }]
}

function isToldOutlet(view: ReportView, attribution: Attribution, outlet: Span): boolean {
  const told = addressedPhrase(view, attribution)
  return told !== null && isOutletPhrase(view, told) && contains(spanOf(view, told.from, told.to), outlet)
}

function isAnonymous(view: ReportView, attribution: Attribution): boolean {
  const known = view.speakerOf(attribution)
  if (known !== null) return known.kind === 'anonymous'
  const source = attribution.source[0]
  const phrase = source === undefined ? null : phraseAt(view, firstToken(view, source), afterToken(view, source))
  return phrase !== null && isInformant(view, phrase)
}
