/** Labelled spans joined into relations, each round a cue, or round a content that stands without one. */
import { sliceOf } from '../span.ts'
import type { AttributableDoc, LabelledSpan } from './labelled-span.ts'
import { type LinkView, linkViewOf, type PlacedSpan, tokensBetween } from './link-view.ts'
import { LINK_WEIGHTS } from './link-weights.ts'
import { type Choice, cueChoices, probabilities, scorerOf, sourceChoices } from './linker.ts'
import { DASHES, endsLine } from './signed-quotations.ts'

export interface Relation {
  readonly cue: PlacedSpan | null
  readonly source: PlacedSpan | null
  /** At least one, in text order. */
  readonly contents: readonly PlacedSpan[]
  /** Probability of the least certain link between content and cue; 1 without cue. */
  readonly contentLink: number
  /** Probability of the choice of this source, or of none. */
  readonly sourceLink: number
}

interface Chosen {
  readonly span: PlacedSpan | null
  readonly probability: number
}

export interface Linked {
  /** In order of their contents. */
  readonly relations: readonly Relation[]
  /** Cues that no content belongs to, in text order. */
  readonly open: readonly OpenCue[]
  /** Contents without cue, and sources that nobody speaks with. */
  readonly lone: readonly PlacedSpan[]
  /** The sources of these that have no content either. */
  readonly idle: readonly PlacedSpan[]
  /** Cues without source. */
  readonly sourceless: readonly PlacedSpan[]
}

/** A cue without content, and who speaks with it. */
export interface OpenCue {
  readonly cue: PlacedSpan
  readonly source: PlacedSpan | null
  readonly sourceLink: number
}

/**
 * A source without cue is left out, unless a colon leads from it to its content.
 * @param spans in text order, not overlapping.
 */
export function linked(doc: AttributableDoc, spans: readonly LabelledSpan[]): Linked {
  const view = linkViewOf(doc, spans)
  const contentsOf = new Map<PlacedSpan, PlacedSpan[]>()
  const links = new Map<PlacedSpan, number>()
  const lone: PlacedSpan[] = []
  for (const content of view.spans) {
    if (content.role !== 'content') continue
    const { span: cue, probability } = surest(view, content, cueChoices(view, content))
    links.set(content, probability)
    const own = cue === null ? lone : (contentsOf.get(cue) ?? [])
    own.push(content)
    if (cue !== null) contentsOf.set(cue, own)
  }
  const taken = new Set<PlacedSpan>()
  const relations: Relation[] = []
  const open: OpenCue[] = []
  for (const cue of view.spans) {
    if (cue.role !== 'cue') continue
    const { span: source, probability: sourceLink } = surest(view, cue, sourceChoices(view, cue))
    if (source !== null) taken.add(source)
    const contents = contentsOf.get(cue)
    if (contents === undefined) open.push({ cue, source, sourceLink })
    else {
      const contentLink = Math.min(...contents.map((content) => links.get(content)!))
      relations.push({ cue, source, contents, contentLink, sourceLink })
    }
  }
  const sourceless = [...relations, ...open].flatMap(({ cue, source }) => (source === null ? [cue!] : []))
  const idle = view.spans.filter((span) => span.role === 'source' && !taken.has(span))
  addLone(view, relations, taken, lone)
  relations.sort((a, b) => a.contents[0]!.start - b.contents[0]!.start)
  const speaking = new Set(relations.map(({ source }) => source))
  return { relations, open, lone: [...lone, ...idle], idle: idle.filter((span) => !speaking.has(span)), sourceless }
}

const scorer = scorerOf(LINK_WEIGHTS)

function surest(view: LinkView, span: PlacedSpan, choices: readonly Choice[]): Chosen {
  const shares = probabilities(choices.map((choice) => scorer.score(view, span, choice)))
  let best = 0
  for (let at = 1; at < shares.length; at++) if (shares[at]! > shares[best]!) best = at
  return { span: choices[best]!.span, probability: shares[best]! }
}

/** Adds contents without cue: each goes on with the quotation it is a part of, or stands for itself. */
function addLone(
  view: LinkView,
  relations: Relation[],
  taken: ReadonlySet<PlacedSpan>,
  lone: readonly PlacedSpan[],
): void {
  const quoting = new Map<number, number>()
  for (const [index, { contents }] of relations.entries()) {
    for (const { quotation } of contents) if (quotation >= 0) quoting.set(quotation, index)
  }
  for (const content of lone) {
    const whole = content.quotation < 0 ? undefined : quoting.get(content.quotation)
    if (whole !== undefined && relations[whole]!.contents.some(({ block }) => Math.abs(block - content.block) === 1)) {
      const contents = [...relations[whole]!.contents, content].sort((a, b) => a.start - b.start)
      relations[whole] = { ...relations[whole]!, contents }
      continue
    }
    const source = speakerBeside(view, taken, content)
    if (content.quotation >= 0) quoting.set(content.quotation, relations.length)
    relations.push({ cue: null, source, contents: [content], contentLink: 1, sourceLink: 1 })
  }
}

/** "Lind: the dam will hold", "“The dam will hold.” – Lind": a source that only a colon or, at the end of a line, a dash parts from the content. */
function speakerBeside(view: LinkView, taken: ReadonlySet<PlacedSpan>, content: PlacedSpan): PlacedSpan | null {
  const { doc, spans } = view
  const isFree = (span: PlacedSpan | undefined): span is PlacedSpan =>
    span?.role === 'source' && !taken.has(span) && span.block === content.block && tokensBetween(span, content) === 1
  const textAt = (token: number) => sliceOf(doc.text, doc.layers.tokens[token]!)
  const before = spans[content.index - 1]
  if (isFree(before) && textAt(before.last + 1) === ':') return before
  const after = spans[content.index + 1]
  return isFree(after) && DASHES.has(textAt(content.last + 1)) && endsLine(doc, after.last) ? after : null
}
