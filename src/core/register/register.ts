/** The register: people, states, organisations and outlets known beforehand, with their names and dated offices; its types alone. */

export type EntityKind = 'person' | 'organisation' | 'state' | 'publication'

/** Something that statements are linked to, whatever document they stand in. */
export interface Entity {
  /** Wikidata id; `r-…` in the register where there is none that is certain; `e-…` for what only the ledger knows. */
  readonly id: string
  readonly kind: EntityKind
  /** The usual English name. */
  readonly name: string
  /** All other names and spellings, in any script. */
  readonly names: readonly string[]
  readonly gender: 'female' | 'male' | null
  /** ISO 3166-1 alpha-2 (`XK` Kosovo, `EU` the Union): whose office holder, government or outlet it is. */
  readonly country: string | null
  /** For what speaks for another: id of the entity it speaks for (the Kremlin for Russia). */
  readonly speaksFor: string | null
}

/** One person in one office for one period. */
export interface Tenure {
  readonly person: string
  /** "Minister of Foreign Affairs": as the register has it. */
  readonly role: string
  /** Country code, or id of an organisation. */
  readonly of: string
  /** ISO date or partial (`2021`, `2021-03`); null where unknown. */
  readonly start: string | null
  readonly end: string | null
  /** Without an end: known to hold until here, not beyond. */
  readonly asOf: string | null
}

/** A tenure at a date: `certain` within its dates, `likely` after `asOf` of one without end. */
export interface Holding {
  readonly tenure: Tenure
  readonly entity: Entity
  readonly certainty: 'certain' | 'likely'
}

/** Every question is answered from an index. Dates are ISO, full or partial. */
export interface Register {
  get(id: string): Entity | null
  /** Everything that a name may mean, whatever its spelling or script: "Zelenskiy" and "Зеленський"; a surname alone too. Unordered. */
  named(name: string): readonly Entity[]
  /** Who held an office at a date. @param role as a text has it: "foreign minister". @param of country code or id of an organisation. */
  holders(role: string, of: string, at: string): readonly Holding[]
  /** What a person was at a date. */
  officesOf(id: string, at: string): readonly Holding[]
  /** All that a person is known to have been, whenever. */
  tenuresOf(id: string): readonly Tenure[]
}

/** What one document tells of one thing: all that linking it to an entity goes by. */
export interface Referent {
  /** Names as in the text, fullest first; empty for "the French foreign minister". */
  readonly names: readonly string[]
  readonly kind: EntityKind | 'group' | 'anonymous' | null
  /** "Foreign Minister" of "Russian". */
  readonly titles: readonly { readonly role: string; readonly of: string | null }[]
  readonly gender: 'female' | 'male' | null
  /** What dates the roles: when it was said, else when the page was published. */
  readonly at: string | null
  /** Codes of countries that the text speaks of, most often first: weak evidence. */
  readonly countries: readonly string[]
}

/** The verdict on a referent. */
export interface Identification {
  /** Null where nothing fits, or several do and nothing tells which. */
  readonly entity: Entity | null
  /** 0 to 1. */
  readonly confidence: number
  readonly because: 'name-and-role' | 'name' | 'office' | 'ambiguous' | 'unknown'
  /** The office that the text names and the entity holds at that date. */
  readonly holding: Holding | null
  /** The text gives a role that the register knows the entity not to hold at that date. */
  readonly contradicts: boolean
}
