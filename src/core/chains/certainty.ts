/** How likely the best of several must be before a pronoun or noun is taken to mean it. */
import type { Entity } from './entity.ts'
import type { AnaphorClass } from './feature-names.ts'
import type { Anaphor } from './features.ts'

/** Least probability of the best, by class. */
const SURE: Readonly<Record<AnaphorClass, number>> = { he: 0.6, they: 0.6, it: 0.7, noun: 0.5 }
/** Who speaks is easier to tell than who is spoken of. */
const SURE_OF_SOURCE: Readonly<Record<AnaphorClass, number>> = { he: 0.45, they: 0.5, it: 0.6, noun: 0.5 }
/** "It said": a body that spoke last is meant more often than the weights, which know few such sources, believe. */
const SURE_OF_BODY = 0.3
/** Of two that are nearly as likely neither is taken. */
export const MARGIN = 1.5
/** Least weight of a candidate worth telling. */
export const LEAST_WEIGHT = 0.2

/** Least probability of `entity` being meant. */
export function leastShare({ class: kind, isSource, lastSpeaker }: Anaphor, entity: Entity): number {
  if (!isSource) return SURE[kind]
  return kind === 'it' && entity === lastSpeaker && entity.kind !== 'person' ? SURE_OF_BODY : SURE_OF_SOURCE[kind]
}
