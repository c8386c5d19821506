/** Where a rule is believed beside the network: one row a rule, with what was measured. */
import type { RuleName } from '../english/rule-table.ts'

/**
 * How a rule's find stands to what the network found.
 * - `over`: it is taken as it is, and what the network found of it goes
 * - `content`: the network has its cue, but no content for it
 * - `lone`: the network has its content, but neither cue nor speaker
 * - `around`: its content holds something that the network found
 * - `inside`: it stands in a content that the network found, a report within a report
 * - `alone`: it touches nothing that the network found
 */
export type Standing = 'over' | 'content' | 'lone' | 'around' | 'inside' | 'alone'

/** Rules about the layout of a page, which the network does not see and PolNeAR does not have: right in our own gold passages. */
const LAYOUT = { over: 0.9, alone: 0.75 }
/** Reports within reports: PolNeAR annotates one level; of those found in our own gold passages so many are right. */
const INSIDE = 0.75

/**
 * A rule is accepted where it has a figure, the share of such finds that are right. These are the places where the network
 * cannot know better: it gives a token one role, so it finds no report within a report, and it reads a paragraph at a time,
 * so it does not see what the layout says. Everywhere else its reading stands: beside the network of today the rules' ends and
 * additions cost two points of content F1 on PolNeAR dev (`docs/relations.md`).
 */
export const RULE_ACCEPTANCE: Readonly<Partial<Record<RuleName, Readonly<Partial<Record<Standing, number>>>>>> = {
  'quote-then-cue': { inside: INSIDE },
  'that-clause': { inside: INSIDE },
  'bare-clause': { inside: INSIDE },
  'trailing-cue': { inside: INSIDE },
  'inserted-cue': { inside: INSIDE },
  'according-to': { inside: INSIDE },
  participle: { inside: INSIDE },
  'to-infinitive': { inside: 0.5 },
  'noun-cue': { inside: 0.4 },
  'noun-phrase': { inside: INSIDE },
  // Rare in PolNeAR, so that the network hardly knows them: the figures are those of our own passages.
  'no-comment': { content: 0.7, alone: 0.7 },
  passive: { over: 0.65, content: 0.6, alone: 0.6 },
  'this-was-said': LAYOUT,
  'dash-after-block': LAYOUT,
  post: LAYOUT,
  'dialogue-dash': LAYOUT,
  'headline-colon': { lone: 0.75, around: 0.75, alone: 0.75 },
  'headline-dash': { over: 0.75, alone: 0.75 },
}
