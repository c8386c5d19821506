/** What operations ask of a store about the facets of a list of statements. */

export const FACETS = ['speaker', 'about', 'act', 'publisher', 'form', 'year'] as const
export type FacetName = (typeof FACETS)[number]

export interface FacetCount {
  /** As the filter of the same name takes it; a year of publication as `2024`. */
  readonly name: string
  readonly statements: number
}

export interface Facets {
  /** Statements that match in all. */
  readonly total: number
  /** Of them, how many were counted: all, or else those that were stored last. */
  readonly counted: number
  /** Most statements first, then by name; at most 12 of each. */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>
}

export const MOST_FACETS = 12
