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

const LAYOUT = { over: 0.9, alone: 0.75 }

/**
 * A rule is accepted where it has a figure: the share of such finds that agree with an annotator on articles that the
 * network had not seen.
 */
export const RULE_ACCEPTANCE: Readonly<Partial<Record<RuleName, Readonly<Partial<Record<Standing, number>>>>>> = {
  'quote-then-cue': { content: 0.5, around: 0.85, lone: 0.8, alone: 0.5, inside: 0.8 },
  'cue-then-quote': { content: 0.5, lone: 0.8 },
  'colon-quote': { lone: 0.6 },
  'floating-quote': { lone: 0.3 },
  'that-clause': { boundaries: 0.83, content: 0.85, around: 0.6, alone: 0.55, inside: 0.8 },
  'bare-clause': { content: 0.5, inside: 0.8 },
  'relative-clause': { around: 0.6, inside: 0.6 },
  'trailing-cue': { boundaries: 0.6, content: 0.85, alone: 0.6, inside: 0.8, around: 0.8 },
  'inserted-cue': { boundaries: 0.75, content: 0.8, inside: 0.8, around: 0.8 },
  'according-to': { boundaries: 0.85, content: 0.85, inside: 0.8, around: 0.8 },
  participle: { content: 0.6, around: 0.8, inside: 0.8 },
  'to-infinitive': { content: 0.45, inside: 0.5 },
  'asked-to': { content: 0.5 },
  'noun-phrase': { content: 0.55, alone: 0.55, inside: 0.6 },
  called: { content: 0.4, inside: 0.6 },
  'this-was-said': LAYOUT,
  'dash-after-block': LAYOUT,
  post: LAYOUT,
  'dialogue-dash': LAYOUT,
  'headline-colon': { alone: 0.75, around: 0.75, lone: 0.75 },
  'headline-dash': { over: 0.75, alone: 0.75 },
  passive: { over: 0.6, content: 0.6, alone: 0.6 },
  'no-comment': { content: 0.7, alone: 0.7 },
}
