/** How possible conflicts are worded: what kind of clash it is, with an example of each; never more certain than "may". */
import { CONFLICT_TYPES, type ConflictType } from '../core/links/link.ts'

interface ConflictWords {
  /** Stands between the two statements, under "may conflict". */
  readonly kind: string
  /** An invented pair: the earlier and the later words, what clashes between asterisks. */
  readonly example: readonly [string, string]
}

export const conflictWords: Readonly<Record<ConflictType, ConflictWords>> = {
  denies: {
    kind: 'one denies what the other says',
    example: ['“The bridge *is closed*,” said the mayor', '“The bridge is *not closed*,” said the harbour master'],
  },
  'number-differs': {
    kind: 'another number',
    example: ['“*Fourteen* crews work there”', '“*Nine* crews work there”'],
  },
  'scope-differs': {
    kind: 'wider or narrower',
    example: ['“The *only* ferry is the night ferry”', '“*Dozens* of ferries sail every day”'],
  },
  reversal: {
    kind: 'reversal: the same speaker later',
    example: ['“We will *never* sell the quay,” in March', '“We *will sell* the quay,” in June, by the same minister'],
  },
  'admission-after-denial': {
    kind: 'admission after a denial',
    example: ['“*No* money was paid”', '“*Money was paid*,” a year later, by the same office'],
  },
  'commitment-broken-by-report': {
    kind: 'a promise, and a report that it was not kept',
    example: ['“We *will not* dredge the channel”', 'The company *has dredged* the channel, inspectors reported'],
  },
}

export const isConflictType = (type: string | null | undefined): type is ConflictType =>
  (CONFLICT_TYPES as readonly (string | null | undefined)[]).includes(type)

/** "another number"; null for a clash of a kind that is not known. */
export const clashWords = (type: string | null): string | null =>
  isConflictType(type) ? conflictWords[type].kind : null
