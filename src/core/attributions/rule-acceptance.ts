/** Where a rule is believed beside the network: one row a rule, with what was measured. */
import type { RuleName } from '../english/rule-table.ts'

/**
 * How a rule's find stands to what the network found.
 * - `over`: it is taken as it is, and what the network found of it goes
 * - `boundaries`: the network has its cue; the content is the rule's
 * - `content`: the network has its cue, but no content for it
 * - `lone`: the network has its content, but neither cue nor speaker
 * - `around`: its content holds something that the network found
 * - `inside`: it stands in a content that the network found, a report within a report
 * - `alone`: it touches nothing that the network found
 */
export type Standing = 'over' | 'boundaries' | 'content' | 'lone' | 'around' | 'inside' | 'alone'

/** Rules about the layout of a page, which the network does not see and PolNeAR does not have: right in our own gold passages. */
const LAYOUT = { over: 0.9, alone: 0.75 }
/** Reports within reports: PolNeAR annotates one level; of those found in our own gold passages so many are right. */
const INSIDE = 0.75

/**
 * A rule is accepted where it has a figure: the share of such finds that agree with an annotator, on articles that the network
 * had not seen (`node train/relations/measure-rules.ts`); of standings with fewer than ten finds there, the mean of such rules.
 */
export const RULE_ACCEPTANCE: Readonly<Partial<Record<RuleName, Readonly<Partial<Record<Standing, number>>>>>> = {
  'quote-then-cue': { content: 0.5, around: 0.8, inside: INSIDE, alone: 0.5 },
  'cue-then-quote': { content: 0.5 },
  'colon-quote': { lone: 0.5, alone: 0.5 },
  'floating-quote': { lone: 0.3, alone: 0.35 },
  'that-clause': { boundaries: 0.89, content: 0.79, inside: INSIDE, alone: 0.6 },
  'bare-clause': { content: 0.45, inside: INSIDE },
  'trailing-cue': { boundaries: 0.55, content: 0.83, inside: INSIDE, alone: 0.6 },
  'inserted-cue': { boundaries: 0.73, content: 0.85, inside: INSIDE },
  'according-to': { boundaries: 0.7, content: 0.82, inside: INSIDE },
  participle: { content: 0.5, inside: INSIDE },
  'to-infinitive': { content: 0.4, inside: 0.5 },
  'asked-to': { content: 0.5 },
  'noun-cue': { inside: 0.4 },
  'noun-phrase': { content: 0.51, inside: INSIDE, alone: 0.45 },
  'no-comment': { content: 0.7, alone: 0.7 },
  passive: { over: 0.65, content: 0.6, alone: 0.6 },
  'this-was-said': LAYOUT,
  'dash-after-block': LAYOUT,
  post: LAYOUT,
  'dialogue-dash': LAYOUT,
  'headline-colon': { lone: 0.75, around: 0.75, alone: 0.75 },
  'headline-dash': { over: 0.75, alone: 0.75 },
}
