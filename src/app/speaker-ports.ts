/** What operations ask of a store about speakers, and what the ledger's documents tell of one. */
import type { ActType } from '../core/doc.ts'
import type { Entity } from '../core/register/register.ts'
import type { Page } from './ports.ts'

/** An entity, or a name that none is known for, and how many statements it has in the ledger. */
export interface SpeakerRow {
  readonly entity: Entity | null
  readonly name: string
  readonly statements: number
}

/** Whom or what statements name, and how many of them. */
export interface NamedCount {
  readonly name: string
  /** Null where nobody knows which thing it is. */
  readonly entity: string | null
  readonly statements: number
}

/** What the ledger's documents tell of a speaker. */
export interface SpeakerProfile extends SpeakerRow {
  /** Names they are given in texts, the commonest first. */
  readonly names: readonly { readonly name: string; readonly statements: number }[]
  /** The latest first; `from` and `to` are the first and last date at which a text gives it. */
  readonly roles: readonly {
    readonly role: string
    readonly of: string | null
    readonly from: string | null
    readonly to: string | null
    /** A statement whose document gives it. */
    readonly evidence: { readonly statement: string; readonly document: string; readonly title: string | null }
  }[]
  /** Whose voice they were, the commonest first. */
  readonly speaksFor: readonly NamedCount[]
  /** Publishers that report them, the commonest first. */
  readonly publishers: readonly { readonly name: string; readonly statements: number }[]
  /** To whom they speak, and where, the commonest first and at most 50: counted over the 2000 statements added last. */
  readonly addressees: readonly NamedCount[]
  readonly media: readonly NamedCount[]
  /** What they speak about, the commonest first, at most 50. */
  readonly subjects: readonly { readonly name: string; readonly statements: number }[]
  /** What kind of statements they make, the commonest first; those of which none was read are left out. */
  readonly acts: readonly { readonly name: ActType; readonly statements: number }[]
}

/** Of `SpeakerProfile`: statements over which addressees and media are counted, and names of a list. */
export const COUNTED_PARTIES = 2000
export const MOST_NAMED = 50

/** A speaker as the ledger's tables know it: by the entity's id, or by the name where no entity is known. */
export type SpeakerKey = { readonly entity: string } | { readonly name: string }

export interface SpeakerFilter {
  /** Part of a name; case and diacritics do not count. */
  readonly text?: string | undefined
  /** 1 to 1000. */
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: string | undefined
}

/** How speakers stand in a store; its part of the port `Store`. */
export interface SpeakerStore {
  /**
   * Whom a name, part of one, or an id may mean: those who are known by just this name, else those who have it in theirs;
   * most statements first, at most 100.
   */
  speakersNamed(name: string): Promise<readonly SpeakerRow[]>
  /** Null where the ledger has nothing by that speaker. */
  getSpeaker(speaker: SpeakerKey): Promise<SpeakerProfile | null>
  /** Everybody who speaks, most statements first; whoever the texts call nothing but a pronoun is left out. */
  listSpeakers(filter: SpeakerFilter): Promise<Page<SpeakerRow>>
}
