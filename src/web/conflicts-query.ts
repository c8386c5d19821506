/** Filters of the page of conflicts as an address has them. */
import { CONFLICT_TYPES } from '../core/links/link.ts'
import { clashWords } from './conflict-words.ts'

/** In the order in which they stand in addresses. */
export const conflictQueryNames = ['type', 'speaker', 'level', 'statement', 'document', 'limit', 'after'] as const
export type ConflictQueryName = (typeof conflictQueryNames)[number]
export type ConflictQuery = Readonly<Partial<Record<ConflictQueryName, string>>>

/** What people rejected is left out unless it is asked for. */
export const DEFAULT_LEVEL = 'standing'

export const levelWords: Readonly<Record<string, string>> = {
  standing: 'all but rejected',
  suggested: 'suggested by the program',
  confirmed: 'confirmed by people',
  rejected: 'rejected by people',
}

const filterWords = {
  type: 'kind',
  speaker: 'speaker',
  level: 'level',
  statement: 'statement',
  document: 'document',
} as const

/** The filters in force, each with how it reads. */
export const activeConflictFilters = (
  query: ConflictQuery,
): { name: keyof typeof filterWords; words: string; value: string }[] =>
  (Object.keys(filterWords) as (keyof typeof filterWords)[]).flatMap((name) => {
    const value = query[name]
    if (value === undefined || (name === 'level' && value === DEFAULT_LEVEL)) return []
    const shown = name === 'type' ? clashWords(value) : name === 'level' ? levelWords[value] : undefined
    return [{ name, words: filterWords[name], value: shown ?? value }]
  })

/** `changes` replaces values, null removes one; changing a filter starts at page one. */
export function conflictsAddress(
  query: ConflictQuery,
  changes: Readonly<Partial<Record<ConflictQueryName, string | null>>> = {},
  path = '/conflicts',
): string {
  const params = new URLSearchParams()
  for (const name of conflictQueryNames) {
    if (name === 'after' && Object.keys(changes).length > 0 && changes.after === undefined) continue
    const value = name in changes ? changes[name] : query[name]
    if (value !== null && value !== undefined) params.set(name, value)
  }
  const search = params.toString()
  return search === '' ? path : `${path}?${search}`
}

/** The same pairs in the API. */
export function conflictsTwin(query: ConflictQuery): string {
  const params = new URLSearchParams({ relation: 'conflicts', level: DEFAULT_LEVEL })
  for (const name of conflictQueryNames) if (query[name] !== undefined) params.set(name, query[name])
  return `/api/v1/links?${params}`
}

export const conflictTypes = CONFLICT_TYPES
