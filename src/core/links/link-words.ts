/** How a link is worded for people: what a program suggests is never said as a fact. */
import type { ConflictType, Fidelity, Link, Relation } from './link.ts'

const relations: Readonly<Record<Relation, string>> = {
  'same-utterance': 'the same utterance as',
  renders: 'reports',
  repeats: 'says the same as',
  series: 'is of one series with',
  conflicts: 'conflicts with',
}

const suggested: Readonly<Record<Relation, string>> = {
  'same-utterance': 'seems to be the same utterance as',
  renders: 'seems to report',
  repeats: 'seems to say the same as',
  series: 'seems to be of one series with',
  conflicts: 'may conflict with',
}

const types: Readonly<Record<ConflictType | Fidelity, string>> = {
  denies: 'one denies what the other says',
  'number-differs': 'another number',
  'scope-differs': 'another scope',
  reversal: 'another position later',
  'admission-after-denial': 'admitted after a denial',
  'commitment-broken-by-report': 'a promise, and a report of the opposite',
  verbatim: 'word for word',
  trimmed: 'shortened',
  altered: 'in quotation marks, but not the words of the record',
  paraphrase: 'in other words',
}

/** "may conflict with": stands between the later statement and the earlier one. */
export const relationWords = ({ relation, level }: Pick<Link, 'relation' | 'level'>): string =>
  level === 'confirmed' ? relations[relation] : suggested[relation]

/** "another number"; null where a link has no type. */
export const typeWords = ({ type }: Pick<Link, 'type'>): string | null => (type === null ? null : types[type])
