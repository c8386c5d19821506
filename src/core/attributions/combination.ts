/** Joins what the network found with what the rules found: where each is believed is written in `rule-acceptance.ts`. */
import type { Attribution } from '../doc.ts'
import type { RuleName } from '../english/rule-table.ts'
import { contains, hullOf, type Span } from '../span.ts'
import { type Find, findOfOpenCue, findOfRule, findOfSentence, holds, touches } from './find.ts'
import { indexOf } from './find-index.ts'
import type { AttributableDoc, LabelledSpan } from './labelled-span.ts'
import { nextParagraphs } from './next-paragraph.ts'
import type { OpenCue } from './relation.ts'
import { RULE_ACCEPTANCE, type Standing } from './rule-acceptance.ts'
import { sentenceContent } from './sentence-content.ts'
import { signedQuotations } from './signed-quotations.ts'

/** Whether a rule is believed where its find stands so. */
export type Acceptance = (rule: string, standing: Standing) => boolean

export const isAccepted: Acceptance = (rule, standing) => RULE_ACCEPTANCE[rule as RuleName]?.[standing] !== undefined

export interface Combined {
  readonly finds: readonly Find[]
  /** Cues that have no content still. */
  readonly open: readonly OpenCue[]
}

/**
 * @param finds of the network.
 * @param open the network's cues without content, in text order.
 * @param ruled what the rules found, in text order.
 * @param idle the network's sources that nobody speaks with.
 */
export function combined(
  doc: AttributableDoc,
  finds: readonly Find[],
  open: readonly OpenCue[],
  ruled: readonly Attribution[],
  accepts: Acceptance,
  idle: readonly LabelledSpan[],
): Combined {
  const index = indexOf(finds)
  const stillOpen = new Map(open.map((each) => [each.cue.start, each]))
  for (const rule of ruled) {
    const near = index.near([...rule.content, ...rule.cue])
    const place = placeOf(near, stillOpen, rule)
    if (place.standing !== 'alone' && accepts(rule.by, 'over')) {
      for (const find of near) if (!holds(find, rule)) index.remove(find)
      if (place.open !== null) stillOpen.delete(place.open.cue.start)
      index.add(findOfRule(rule, 'over'))
    } else if (place.standing !== null && accepts(rule.by, place.standing)) {
      if (place.mate !== null) index.remove(place.mate)
      if (place.open !== null) stillOpen.delete(place.open.cue.start)
      index.add(madeOf(rule, place))
    }
  }
  const paragraphAfter = nextParagraphs(doc)
  for (const each of stillOpen.values()) {
    const content = sentenceContent(doc, each) ?? paragraphAfter(each)
    if (content === null || !index.near([content]).every((find) => contains(content, hullOf(spansOf(find))!))) continue
    stillOpen.delete(each.cue.start)
    index.add(findOfSentence(each, content))
  }
  for (const signed of signedQuotations(doc, idle)) {
    if (index.near(signed.content).every((find) => holds(signed, find))) index.add(signed)
  }
  return { finds: index.all(), open: [...stillOpen.values()] }
}

/** How a rule's find stands to the network's; null where the network has its cue, or they contradict each other. */
interface Place {
  readonly standing: Standing | null
  /** The find of the network that it would replace. */
  readonly mate: Find | null
  /** The cue of the network that it would give a content. */
  readonly open: OpenCue | null
}

/** @param near the finds that touch the rule's content or cue. */
function placeOf(near: readonly Find[], open: ReadonlyMap<number, OpenCue>, rule: Attribution): Place {
  const mate = near.find((find) => touches(find.cue, rule.cue)) ?? null
  if (mate !== null) return { standing: null, mate, open: null }
  const lone = near.find((find) => find.cue.length === 0 && touches(find.content, rule.content)) ?? null
  if (lone !== null) return { standing: isFree(near, lone, rule) ? 'lone' : null, mate: lone, open: null }
  const opened = openCueAt(open, rule)
  if (opened !== null) return { standing: isFree(near, null, rule) ? 'content' : null, mate: null, open: opened }
  const none = { mate: null, open: null }
  if (near.length === 0) return { standing: 'alone', ...none }
  if (near.every((find) => holds(find, rule))) return { standing: 'inside', ...none }
  return { standing: near.every((find) => holdsWhole(rule, find)) ? 'around' : null, ...none }
}

const madeOf = (rule: Attribution, { standing, open }: Place): Find =>
  open === null ? findOfRule(rule, standing!) : findOfOpenCue(open, rule)

/** Longest cue that is looked for, in characters. */
const LONGEST_CUE = 80

/** The open cue that shares a character with the rule's. */
function openCueAt(open: ReadonlyMap<number, OpenCue>, rule: Attribution): OpenCue | null {
  if (open.size === 0) return null
  for (const span of rule.cue) {
    for (let at = span.start - LONGEST_CUE; at < span.end; at++) {
      const each = open.get(at)
      if (each !== undefined && each.cue.end > span.start) return each
    }
  }
  return null
}

/** Does the rule's content touch no find but `mate`, or hold all of each that it touches? */
const isFree = (near: readonly Find[], mate: Find | null, rule: Attribution): boolean =>
  near.every((find) => find === mate || !touches(spansOf(find), rule.content) || holdsWhole(rule, find))

const spansOf = ({ content, cue }: Find): Span[] => [...content, ...cue]

/** Does one content span of the rule hold all of the find's content and cue, and more? */
function holdsWhole(rule: Attribution, find: Find): boolean {
  const whole = hullOf(spansOf(find))!
  return rule.content.some((span) => contains(span, whole)) && !touches(find.cue, rule.cue)
}
