/** What changed from one version of a page to another: the shapes that comparing gives and every door shows. */

import type { Alteration } from '../compare/altered-meaning.ts'
import type { DiffPiece } from '../compare/word-diff.ts'
import type { DocumentRecord } from '../document.ts'
import type { Span } from '../span.ts'
import type { Statement } from '../statement.ts'

/**
 * `reworded`: the same saying in other words. `reattributed`: the same words, of another speaker or of the same one in another
 * role. `retold`: the same words of the same speaker, with another cue, day, addressee or medium, or without quotation marks.
 */
export const CHANGE_KINDS = ['added', 'removed', 'reworded', 'reattributed', 'retold'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** `other`: somebody else, or nobody named on one side; `role`: the same under another office. */
export const SPEAKER_CHANGES = ['same', 'role', 'other'] as const
export type SpeakerChange = (typeof SPEAKER_CHANGES)[number]

/** What besides words and speaker differs between two tellings of one statement. */
export const DETAILS = ['cue', 'role', 'said', 'addressee', 'medium', 'via', 'form', 'manner', 'act'] as const
export type Detail = (typeof DETAILS)[number]

export interface StatementChange {
  readonly kind: ChangeKind
  /** As the earlier version has it; null for what was added. */
  readonly before: Statement | null
  /** As the later version has it; null for what was removed. */
  readonly after: Statement | null
  /** The content word by word; empty but for what was reworded. */
  readonly diff: readonly Pick<DiffPiece, 'op' | 'text'>[]
  /** What the other words change; empty but for what was reworded. */
  readonly altersMeaning: readonly Alteration['kind'][]
  /** Null where only one version has it. */
  readonly speaker: SpeakerChange | null
  readonly details: readonly Detail[]
  /** Only one version has the statement, yet the words stand in the text of both: it is told otherwise, or found by chance. */
  readonly wordsStand: boolean
}

/** A statement that both versions have, in the same words, of the same speaker and told alike; where it stands does not matter. */
export interface Unchanged {
  /** Ids. */
  readonly before: string
  readonly after: string
}

/** One fact of the page; null on a side that does not tell it. */
export interface FactChange {
  readonly before: string | null
  readonly after: string | null
}

/** What a page says of its own change. */
export interface Correction {
  /** The words, cut where they are long. */
  readonly text: string
  /** In the text of the later version. */
  readonly span: Span
  /** Which row of correction-rows.ts found it. */
  readonly rule: string
}

export interface VersionChanges {
  /** In the order of the later text; what was removed stands where it stood. */
  readonly changes: readonly StatementChange[]
  readonly unchanged: readonly Unchanged[]
  readonly counts: Readonly<Record<ChangeKind, number>>
  /** Each null where it is the same. */
  readonly title: FactChange | null
  readonly published: FactChange | null
  readonly modified: FactChange | null
  /** Of the whole text; `added` and `removed` are those that one side has more often than the other. */
  readonly words: { readonly before: number; readonly after: number; readonly added: number; readonly removed: number }
  /** New in the later version; null where there is none. */
  readonly correction: Correction | null
  /** Statements or the title changed, and the page tells neither a new day of change nor a correction. */
  readonly silent: boolean
}

/** All that comparing looks at. */
export interface Version {
  readonly document: Pick<DocumentRecord, 'title' | 'published' | 'modified'>
  readonly text: string
  readonly statements: readonly Statement[]
}
