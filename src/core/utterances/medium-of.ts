/** Where an attribution was said: an outlet, an interview, a speech, a paper, a post; by the words of its sentence alone. */
import type { Attribution, MediumKind, Utterance } from '../doc.ts'
import { TIME_NOUNS } from '../english/words.ts'
import { isOutlet } from '../mention-lexicon.ts'
import type { Span } from '../span.ts'
import { firstToken, spanOf } from '../token-columns.ts'
import { addressedPhrase } from './addressee-of.ts'
import { MEDIUM_ROWS, MEDIUM_VERBS, type MediumRow } from './medium/medium-nouns.ts'
import { outletKind } from './medium/outlet-kind.ts'
import { adjunctsOf } from './via/adjuncts.ts'
import { type Frame, firstOfSaying, frameOf, isSource } from './via/frame.ts'
import { isOutletPhrase } from './via/party-kind.ts'
import { type Phrase, phraseAt } from './via/phrase-at.ts'
import { remembered } from './via/remembered.ts'
import { afterToken, chainAt, type Name, type ReportDoc, type ReportView, reportView } from './via/report-view.ts'

export type Medium = NonNullable<Utterance['medium']>

type Found = Pick<Medium, 'span' | 'kind'>

const bare = ({ start, end }: Span): Span => ({ start, end })

/**
 * The medium; null where the text does not tell.
 * @param view of the same document, made once for all of its attributions.
 */
export const mediumOf = (doc: ReportDoc, attribution: Attribution, view: ReportView = reportView(doc)): Medium | null =>
  readMedium(view, attribution)

const readMedium = remembered((view: ReportView, attribution: Attribution): Medium | null => {
  const frame = frameOf(view, attribution)
  if (frame === null) return null
  const first = firstOfSaying(view, frame)
  const found =
    addressedOutlet(view, frame) ??
    besideCue(view, frame) ??
    gathering(view, attribution) ??
    issued(view, frame) ??
    ofVerb(view, frame) ??
    ofSource(view, frame) ??
    (first === null
      ? null
      : (besideCue(view, first) ?? gathering(view, first.attribution) ?? issued(view, first) ?? ofVerb(view, first)))
  return found && { ...found, chain: chainAt(view, found.span)?.id ?? null }
})

/** "told Channel One", "told CNN's Ann Lee", "told the newspaper": the outlet is where it was said. */
function addressedOutlet(view: ReportView, { attribution }: Frame): Found | null {
  const phrase = addressedPhrase(view, attribution)
  if (phrase === null) return null
  const name = outletIn(view, phrase)
  if (name !== null) {
    const kind = outletKindOf(view, phrase, name)
    return kind === 'social' ? null : { span: bare(name), kind }
  }
  if (phrase.many || !isOutletPhrase(view, phrase)) return null
  const span = spanOf(view, phrase.from, phrase.to)
  const full = chainAt(view, span)?.name
  return {
    span,
    kind: outletKind(full == null ? '' : view.doc.text.slice(full.start, full.end), [view.lemma[phrase.head]!]),
  }
}

/** The outlet that a phrase names, as its head or as whose it is. */
function outletIn(view: ReportView, { name, owners }: Phrase): Name | null {
  const names = name === null ? owners : [name, ...owners]
  return names.find((one) => isOutletName(view, one)) ?? null
}

const isOutletName = (view: ReportView, { kind, start, end }: Name): boolean =>
  kind === 'publication' || (kind === 'organisation' && isOutlet(view.doc.text.slice(start, end)))

const outletKindOf = (view: ReportView, { from, to }: Phrase, { start, end }: Span): MediumKind =>
  outletKind(view.doc.text.slice(start, end), view.lower.slice(from, to))

/** Media in which an outlet that follows is where it was said: "in an interview with NTV". */
const HELD_BY_OUTLETS: ReadonlySet<MediumKind> = new Set(['interview', 'broadcaster', 'other', 'speech'])
/** Papers that outlets print: "in an op-ed in the Postup". */
const PRINTED = new Set('op-ed article essay column editorial piece commentary'.split(' '))
/** Farthest an outlet stands from "interview". */
const FARTHEST = 10

function besideCue(view: ReportView, frame: Frame): Found | null {
  let first: (Found & { readonly at: number; readonly noun: string }) | null = null
  for (const at of adjunctsOf(view, frame)) {
    const phrase = phraseAt(view, QUOTES.has(view.lower[at + 1] ?? '') ? at + 2 : at + 1, frame.to)
    const preposition = view.lower[at]!
    if (first !== null) {
      if (at - first.at > FARTHEST) break
      const outlet = followingOutlet(view, phrase, preposition, first)
      if (outlet !== null) return outlet
      continue
    }
    const platform = platformAt(view, at)
    if (platform !== null) return platform
    if (phrase === null) continue
    const outlet = outletIn(view, phrase)
    if (outlet !== null && isNamed(view, phrase, preposition) && ON.has(preposition)) {
      if (isOfNoun(view, frame, at)) continue
      const kind = outletKindOf(view, phrase, outlet)
      if (preposition === 'to' ? kind === 'social' && view.lemma[at - 1] === 'take' : isSaidOn(preposition, kind))
        return { span: bare(outlet), kind }
      continue
    }
    const row = rowOf(view, phrase, preposition)
    if (row === null) continue
    if (outlet !== null) return outletOr(row.kind, view, phrase, outlet)
    first = { span: spanOf(view, phrase.from, phrase.to), kind: row.kind, at, noun: view.lemma[phrase.head]! }
  }
  return first && { span: first.span, kind: first.kind }
}

/** "his time on MSNBC", "a job in the Guardian": of a noun that is neither whom nor when. */
function isOfNoun(view: ReportView, frame: Frame, at: number): boolean {
  if (view.upos[at - 1] !== 'NOUN' || isSource(frame, at - 1) || (at - 1 >= frame.cueFrom && at - 1 < frame.cueTo))
    return false
  if (TIME_NOUNS.has(view.lower[at - 1]!) || MEDIUM_NOUNS.has(view.lemma[at - 1]!)) return false
  const told = addressedPhrase(view, frame.attribution)
  return told === null || told.to !== at
}

const MEDIUM_NOUNS = new Set([
  ...MEDIUM_ROWS.flatMap(({ nouns }) => nouns),
  'appearance',
  'comment',
  'segment',
  'programme',
])
const QUOTES = new Set(['"', '“', '‘', "'", '``'])
const ON = new Set(['on', 'in', 'via', 'over', 'to'])

/** Is the outlet the head, or whose programme it is: "on NBC's Meet the Press"? */
const isNamed = (view: ReportView, phrase: Phrase, preposition: string): boolean =>
  phrase.name !== null || (preposition === 'on' && rowOf(view, phrase, preposition) === null)

/** "on CNN", "on Telegram", "wrote in the Postup"; nobody speaks "in" a broadcaster, where he only works. */
const isSaidOn = (preposition: string, kind: MediumKind): boolean =>
  preposition === 'in' ? kind === 'newspaper' : kind === 'social' || kind === 'broadcaster' || preposition !== 'on'

/** "on X", which is no name to those who look for names. */
function platformAt(view: ReportView, at: number): Found | null {
  const isX =
    (view.lower[at] === 'on' || view.lower[at] === 'via') && view.form[at + 1] === 'X' && view.lower[at + 2] !== '-'
  return isX ? { span: spanOf(view, at + 1, at + 2), kind: 'social' } : null
}

function followingOutlet(
  view: ReportView,
  phrase: Phrase | null,
  preposition: string,
  first: Found & { readonly noun: string },
): Found | null {
  if (phrase === null || !BESIDE_INTERVIEW.has(preposition)) return null
  const outlet = outletIn(view, phrase)
  if (outlet === null) return null
  const own = outletKindOf(view, phrase, outlet)
  if (first.kind === 'social')
    return preposition === 'on' && own === 'social' ? { span: bare(outlet), kind: own } : null
  const isPrinted = PRINTED.has(first.noun) && (preposition === 'in' || preposition === 'for')
  if (!isPrinted && !HELD_BY_OUTLETS.has(first.kind)) return null
  return outletOr(first.kind, view, phrase, outlet)
}

const BESIDE_INTERVIEW = new Set(['with', 'to', 'on', 'for', 'by', 'in', 'of'])

/** The outlet by its own kind; by that of the occasion where nothing tells what it is. */
function outletOr(kind: MediumKind, view: ReportView, phrase: Phrase, outlet: Name): Found {
  const own = outletKindOf(view, phrase, outlet)
  return { span: bare(outlet), kind: own === 'other' ? kind : own }
}

function rowOf(view: ReportView, { from, head, name }: Phrase, preposition: string): MediumRow | null {
  if (name !== null) return null
  const lemma = view.lemma[head]!.toLowerCase()
  for (const row of MEDIUM_ROWS) {
    if (!row.nouns.includes(lemma) || !row.prepositions.includes(preposition)) continue
    if (row.with.length === 0 || hasWord(view, from, head, row.with)) return row
  }
  return null
}

function hasWord({ lower }: ReportView, from: number, to: number, words: readonly string[]): boolean {
  for (let at = from; at < to; at++) if (words.includes(lower[at]!)) return true
  return false
}

const GATHERINGS = new Set(['speech', 'press-conference'])

/** "told a rally in Ohio", "told a news conference". */
function gathering(view: ReportView, attribution: Attribution): Found | null {
  const frame = frameOf(view, attribution)!
  for (let at = frame.cueFrom; at < frame.cueTo; at++) {
    if (view.lemma[at] !== 'tell' && view.lemma[at] !== 'address') continue
    const phrase = phraseAt(view, at + 1, frame.to)
    if (phrase === null || isSource(frame, phrase.from)) return null
    const row = rowOf(view, phrase, 'at')
    if (row !== null && GATHERINGS.has(row.kind)) return { span: spanOf(view, phrase.from, phrase.to), kind: row.kind }
  }
  return null
}

const ISSUING = new Set('release issue publish put send write give deliver post circulate use hold'.split(' '))
const ISSUED: ReadonlySet<MediumKind> = new Set(['document', 'speech', 'social', 'press-conference'])

/** "issued a statement saying", "used his keynote speech to offer". */
function issued(view: ReportView, frame: Frame): Found | null {
  for (let at = frame.cueFrom; at < frame.cueTo; at++) {
    if (!ISSUING.has(view.lemma[at]!) || view.upos[at] !== 'VERB') continue
    const next = view.lower[at + 1] === 'out' ? at + 2 : at + 1
    const phrase = phraseAt(view, next, frame.to)
    if (phrase === null || phrase.name !== null || phrase.to > frame.cueTo) continue
    const lemma = view.lemma[phrase.head]!.toLowerCase()
    const row = MEDIUM_ROWS.find(
      ({ kind, nouns, with: needed }) => ISSUED.has(kind) && nouns.includes(lemma) && needed.length === 0,
    )
    if (row !== undefined) return { span: spanOf(view, phrase.from, phrase.to), kind: row.kind }
  }
  return null
}

/** "tweeted that": the verb alone tells. */
function ofVerb(view: ReportView, { cueFrom, cueTo }: Frame): Found | null {
  for (let at = cueFrom; at < cueTo; at++) {
    const kind = MEDIUM_VERBS.get(view.lemma[at]!)
    if (kind !== undefined) return { span: spanOf(view, at, at + 1), kind }
  }
  return null
}

const PAPERS: ReadonlyMap<string, MediumKind> = new Map(
  'statement letter memo memorandum communique communiqué release email e-mail indictment lawsuit complaint filing affidavit petition'
    .split(' ')
    .map((noun) => [noun, 'document'] as [string, MediumKind])
    .concat([['tweet', 'social']]),
)

/** "The statement said": the words stand in what speaks. */
function ofSource(view: ReportView, { attribution, to }: Frame): Found | null {
  const source = attribution.source[0]
  if (source === undefined) return null
  const phrase = phraseAt(view, firstToken(view, source), Math.min(to, afterToken(view, source)))
  if (phrase === null || phrase.name !== null) return null
  const kind = PAPERS.get(view.lemma[phrase.head]!.toLowerCase())
  return kind === undefined ? null : { span: spanOf(view, phrase.from, phrase.to), kind }
}
