/** Whose words an outlet passes on in one sentence: "Politico reported, citing several officials, that …". */
import type { Attribution } from '../../doc.ts'
import type { Span } from '../../span.ts'
import { firstToken, spanOf } from '../../token-columns.ts'
import { isSocial } from '../medium/outlet-kind.ts'
import { type Frame, frameOf, isFramed, isSource } from './frame.ts'
import { type Hop, hopOf, proofOf } from './hop.ts'
import { isInformant, isOutletPhrase, listenerOf, relayKindOf } from './party-kind.ts'
import { namingSpan, type Phrase, phraseAt } from './phrase-at.ts'
import { byAt, citingAt, REPORTS } from './relay-verbs.ts'
import { remembered } from './remembered.ts'
import type { ReportView } from './report-view.ts'

export interface Citation {
  /** Outermost first. */
  readonly hops: readonly Hop[]
  /** Whom an outlet cites for what is said, where it is not whom the attribution names. */
  readonly speaker: Span | null
}

const NOTHING: Citation = { hops: [], speaker: null }

/** What the sentence of an attribution says of how its content came here. */
export const citationOf = remembered((view: ReportView, attribution: Attribution): Citation => {
  const frame = frameOf(view, attribution)
  if (frame === null) return NOTHING
  const known = citedBySource(view, frame)
  const hops: Hop[] = known === null ? [] : [known.hop]
  let speaker: Span | null = known?.speaker ?? null
  for (let at = frame.from; at < frame.to; at++) {
    if (!isFramed(view, frame, at) || inRelative(view, frame, at)) continue
    const found = citingOf(view, frame, at) ?? quotedAsOf(view, frame, at)
    if (found !== null) {
      hops.push(found.hop)
      speaker ??= found.speaker
    }
    const by = byOf(view, frame, at) ?? reportOf(view, frame, at)
    if (by !== null) hops.push(by)
  }
  return { hops, speaker }
})

/** "…, who was quoted by TASS in May, said": told of the source, not of what is said. */
function inRelative(view: ReportView, frame: Frame, at: number): boolean {
  if (at >= frame.cueFrom) return false
  for (let i = at; i > frame.from && i > at - 8; i--) {
    if (view.lower[i] === ',') return false
    if (view.lower[i] === 'who' || view.lower[i] === 'which' || view.lower[i] === 'whose') return true
  }
  return false
}

interface Cited {
  readonly hop: Hop
  readonly speaker: Span | null
}

/** "Politico | citing | several officials, that …", or with "citing" as the beginning of what is said: contents are drawn so too. */
function citedBySource(
  view: ReportView,
  { attribution, cueFrom, cueTo, sourceFrom, sourceTo, from }: Frame,
): Cited | null {
  const content = firstToken(view, attribution.content[0]!)
  let at = content
  let length = citingAt(view.lower, at)
  for (let i = cueFrom; i < cueTo && length === 0; i++) {
    at = i
    length = citingAt(view.lower, i)
  }
  if (length === 0 || sourceTo <= sourceFrom || sourceFrom < from || at < sourceTo) return null
  const outlet = phraseAt(view, sourceFrom, sourceTo)
  const cited = phraseAt(view, at + length, view.count)
  if (outlet === null || cited === null || !isOutletPhrase(view, outlet) || listenerOf(view, cited) === null)
    return null
  const hop = hopOf(view, outlet, proofOf(view, sourceFrom, at + length), 'publication')
  return hop && { hop, speaker: nameOf(view, cited) }
}

/** "Politico reported, citing several officials": the outlet before it passes on what those behind it said. */
function citingOf(view: ReportView, frame: Frame, at: number): Cited | null {
  const length = citingAt(view.lower, at)
  if (length === 0) return null
  const cited = phraseAt(view, at + length, frame.to)
  if (cited === null) return null
  const outlet = outletBefore(view, frame, at)
  if (outlet === null) return null
  const hop = hopOf(view, outlet, proofOf(view, outlet.from, at + length), 'publication')
  if (hop === null || relayKindOf(view, cited) === null || listenerOf(view, cited) === null) return null
  return { hop, speaker: isWithin(frame, cited) ? null : nameOf(view, cited) }
}

/** A source that holds the cited beside the outlet names the outlet first; only one of the cited alone is right as it is. */
const isWithin = (frame: Frame, phrase: Phrase): boolean =>
  isSource(frame, phrase.from) && frame.sourceFrom >= phrase.from

const nameOf = (view: ReportView, phrase: Phrase): Span =>
  phrase.name === null ? spanOf(view, phrase.from, afterKnowing(view, phrase)) : namingSpan(view, phrase)

const KNOWING = new Set('briefed familiar close involved informed with'.split(' '))
/** "a source in the ministry". */
const PLACED = new Set('in at from inside within near'.split(' '))
/** Longest "familiar with the talks", in tokens. */
const LONGEST = 12

/** "a person briefed on the plan": up to the comma or the clause behind it. */
function afterKnowing(view: ReportView, phrase: Phrase): number {
  const { end } = phrase
  const word = view.lower[end] ?? ''
  if (!KNOWING.has(word) && !(PLACED.has(word) && isInformant(view, phrase))) return end
  let to = end
  while (to < view.count && to < end + LONGEST && !ENDS.has(view.lower[to]!) && view.upos[to] !== 'AUX') to++
  return to
}
const ENDS = new Set(', . ; : that who which as saying — – " “'.split(' '))

/** The outlet nearest before a token whose verb or comma leads up to it. */
function outletBefore(view: ReportView, frame: Frame, at: number): Phrase | null {
  for (let i = at - 1; i >= frame.from && i > at - 30; i--) {
    if (!isFramed(view, frame, i)) continue
    if (view.upos[i] !== 'PROPN' && view.upos[i] !== 'NOUN') continue
    const phrase = subjectAt(view, frame, i)
    if (phrase !== null && isOutletPhrase(view, phrase) && isCiting(view, phrase)) return phrase
    if (isSource(frame, i)) return null
  }
  return null
}

/** Outlets cite where they are subjects: not "told Reuters, citing", not "in a post on Telegram, citing". */
function isCiting(view: ReportView, { from, name }: Phrase): boolean {
  if (name !== null && isSocial(view.doc.text.slice(name.start, name.end))) return false
  const before = view.lower[from - 1] ?? ''
  if (view.upos[from - 1] === 'ADP') return before === 'to' && view.lower[from - 2] === 'according'
  return view.upos[from - 1] !== 'VERB' || (REPORTS.has(view.lemma[from - 1]!) && view.lemma[from - 1] !== 'tell')
}

/** The noun phrase that ends with a token. */
function subjectAt(view: ReportView, frame: Frame, last: number): Phrase | null {
  let from = last
  while (
    from > frame.from &&
    (view.upos[from - 1] === 'DET' ||
      view.upos[from - 1] === 'PROPN' ||
      view.upos[from - 1] === 'ADJ' ||
      view.upos[from - 1] === 'NOUN')
  )
    from--
  for (; from <= last; from++) {
    const phrase = phraseAt(view, from, last + 1)
    if (phrase !== null && phrase.to === last + 1) return phrase
  }
  return null
}

/** "TASS quoted Peskov as saying", "Interfax cited the ministry as saying". */
function quotedAsOf(view: ReportView, frame: Frame, at: number): Cited | null {
  if (
    view.lower[at] !== 'quoted' &&
    view.lower[at] !== 'quotes' &&
    view.lower[at] !== 'cited' &&
    view.lower[at] !== 'cites'
  )
    return null
  const quoted = phraseAt(view, at + 1, frame.to)
  if (quoted === null || view.lower[quoted.end] !== 'as') return null
  const outlet = outletBefore(view, frame, at)
  if (outlet === null || outlet.to < at - 3) return null
  const hop = hopOf(view, outlet, proofOf(view, outlet.from, at + 1), 'publication')
  if (hop === null || listenerOf(view, quoted) === null) return null
  return { hop, speaker: isWithin(frame, quoted) ? null : nameOf(view, quoted) }
}

/** "said, according to TASS", "quoted by Reuters"; what the attribution itself goes by is no relay of it. */
function byOf(view: ReportView, frame: Frame, at: number): Hop | null {
  const length = byAt(view.lower, at)
  if (length === 0 || (at >= frame.cueFrom && at < frame.cueTo && view.lower[at] === 'according')) return null
  const phrase = phraseAt(view, at + length, frame.to)
  if (phrase === null || isSource(frame, phrase.head)) return null
  const isAccording = view.lower[at] === 'according'
  if (!isOutletPhrase(view, phrase) && !(isAccording && phrase.name?.kind === 'person')) return null
  if (!isAboutCue(view, frame, at)) return null
  return hopOf(view, phrase, proofOf(view, at, phrase.to))
}

/** Another cue of the sentence, at the same level and of another source, has its own "according to". */
function isAboutCue(view: ReportView, frame: Frame, at: number): boolean {
  const other = view.cueOf[at]!
  if (other < 0 || other === frame.index) return true
  const [content] = view.doc.layers.attributions[other]!.content
  const [own] = frame.attribution.content
  return content !== undefined && own !== undefined && content.start <= own.start && own.end <= content.end
}

/** "…," Lund said, Postwire reported: a second outlet and its verb between commas. */
function reportOf(view: ReportView, frame: Frame, at: number): Hop | null {
  if (view.mention[at]! < 0 || isSource(frame, at) || view.mention[at] === view.mention[at - 1]) return null
  const phrase = phraseAt(view, at, frame.to)
  if (phrase === null || phrase.name === null || !isOutletPhrase(view, phrase) || phrase.owners.length > 0) return null
  const verb = phrase.end
  if (!REPORTS.has(view.lemma[verb] ?? '') || !isTelling(view, verb) || !isFramed(view, frame, verb)) return null
  if (view.cueOf[verb] === frame.index || !isAside(view, frame, at, verb)) return null
  return hopOf(view, phrase, proofOf(view, phrase.from, verb + 1), 'publication')
}

/** "UNN reports", which may be taken for a noun. */
const isTelling = ({ upos, lower }: ReportView, at: number): boolean =>
  upos[at] === 'VERB' || lower[at] === 'reports' || lower[at] === 'quotes' || lower[at] === 'notes'

/** Between a comma or the start of the sentence and a comma or its end. */
function isAside(view: ReportView, frame: Frame, at: number, verb: number): boolean {
  const before = view.lower[at - 1] === 'the' || view.lower[at - 1] === 'as' ? view.lower[at - 2] : view.lower[at - 1]
  const opens =
    at === frame.from ||
    before === ',' ||
    before === '—' ||
    before === '–' ||
    before === '(' ||
    before === '”' ||
    before === '"'
  let end = verb + 1
  while (end < frame.to && end < verb + 8 && !CLOSERS.has(view.lower[end]!)) end++
  return opens && (end >= frame.to || CLOSERS.has(view.lower[end]!))
}
const CLOSERS = new Set([',', '.', ';', '—', '–', ')'])
