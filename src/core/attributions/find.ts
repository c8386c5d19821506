/** A find on its way to becoming an attribution: its spans, and what there is to judge it by. */
import type { Attribution } from '../doc.ts'
import { contains, hullOf, overlaps, type Span } from '../span.ts'
import type { Completion } from './completion.ts'
import type { LabelledSpan } from './labelled-span.ts'
import type { OpenCue, Relation } from './relation.ts'
import type { Standing } from './rule-acceptance.ts'

/** Where the content of a find comes from. */
export type ContentOrigin = 'chosen' | 'candidate' | 'rule' | 'sentence'

/** What the network believes of its parts: probabilities. */
export interface Belief {
  /** Of the least likely span; 1 where a rule gave the content. */
  readonly content: number
  /** 1 without cue. */
  readonly cue: number
  /** 1 without source. */
  readonly source: number
  readonly contentLink: number
  readonly sourceLink: number
  readonly origin: ContentOrigin
}

export interface Find {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** The rule that found it, or that gave it its content; null where the network found all of it. */
  readonly rule: Attribution | null
  /** Null where a rule found all of it. */
  readonly belief: Belief | null
  /** How the rule's find stood to the network's; null without rule. */
  readonly standing: Standing | null
}

export const findOfRelation = (relation: Relation): Find => ({
  source: spansOf(relation.source),
  cue: spansOf(relation.cue),
  content: relation.contents.map(bare),
  rule: null,
  standing: null,
  belief: {
    content: Math.min(...relation.contents.map(({ posterior }) => posterior)),
    cue: relation.cue?.posterior ?? 1,
    source: relation.source?.posterior ?? 1,
    contentLink: relation.contentLink,
    sourceLink: relation.sourceLink,
    origin: 'chosen',
  },
})

/** The network's cue and source with a rule's content. */
export const findOfOpenCue = ({ cue, source, sourceLink }: OpenCue, rule: Attribution): Find => ({
  source: source === null || touches([source], rule.content) ? rule.source : spansOf(source),
  cue: spansOf(cue),
  content: rule.content,
  rule,
  standing: 'content',
  belief: {
    content: 1,
    cue: cue.posterior,
    source: source?.posterior ?? 1,
    contentLink: 1,
    sourceLink,
    origin: 'rule',
  },
})

/** The network's cue and source with what else their sentence holds. */
export const findOfSentence = ({ cue, source, sourceLink }: OpenCue, content: Span): Find => ({
  source: spansOf(source),
  cue: spansOf(cue),
  content: [bare(content)],
  rule: null,
  standing: null,
  belief: {
    content: 1,
    cue: cue.posterior,
    source: source?.posterior ?? 1,
    contentLink: 1,
    sourceLink,
    origin: 'sentence',
  },
})

/** The network's cue and source with the likeliest content near them. */
export const findOfCompletion = ({ cue, source, sourceLink }: OpenCue, { span, mass }: Completion): Find => ({
  source: spansOf(source),
  cue: spansOf(cue),
  content: [bare(span)],
  rule: null,
  standing: null,
  belief: {
    content: mass,
    cue: cue.posterior,
    source: source?.posterior ?? 1,
    contentLink: 1,
    sourceLink,
    origin: 'candidate',
  },
})

/** A source of the network's with the quotation that it signs. */
export const findOfSource = (source: LabelledSpan, content: Span): Find => ({
  source: spansOf(source),
  cue: [],
  content: [bare(content)],
  rule: null,
  standing: null,
  belief: { content: 1, cue: 1, source: source.posterior, contentLink: 1, sourceLink: 1, origin: 'sentence' },
})

export const findOfRule = (rule: Attribution, standing: Standing): Find => ({
  source: rule.source,
  cue: rule.cue,
  content: rule.content,
  rule,
  standing,
  belief: null,
})

const bare = ({ start, end }: Span): Span => ({ start, end })

const spansOf = (span: LabelledSpan | null): Span[] => (span === null ? [] : [bare(span)])

export const touches = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((one) => b.some((other) => overlaps(one, other)))

/** Does one content span of `outer` hold the content and cue of `inner`? */
export function holds(outer: Find | Attribution, inner: Find | Attribution): boolean {
  const whole = hullOf([...inner.content, ...inner.cue])!
  return outer.content.some((span) => contains(span, whole))
}
