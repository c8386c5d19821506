/** How often a reading of a speaker is right, by what it rests on. */
import type { Ground } from './phrase-kind.ts'

export const CONFIDENCE: Readonly<Record<Ground, number>> = {
  name: 0.95,
  place: 0.9,
  capital: 0.9,
  body: 0.9,
  outlet: 0.9,
  text: 0.85,
  spokesperson: 0.95,
  informant: 0.9,
  person: 0.85,
  people: 0.9,
  pronoun: 0.8,
  unknown: 0.3,
}
