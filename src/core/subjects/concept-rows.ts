/** The table of concepts: what public life is about, by the name it is listed under, with the words that news has for it. */
import { ECONOMY_CONCEPTS } from './economy-concepts.ts'
import { POLITICS_CONCEPTS } from './politics-concepts.ts'
import { SOCIETY_CONCEPTS } from './society-concepts.ts'
import { WAR_CONCEPTS } from './war-concepts.ts'

export interface ConceptRow {
  /** "troops", "ceasefire": what it is listed under. */
  readonly name: string
  /** In the singular, several words apart by blanks. */
  readonly forms: readonly string[]
  /** Forms that hold one of the others and mean something else: "think tank". */
  readonly others: readonly string[]
  /** A text that has it. */
  readonly example: string
  /** A text that looks alike and has it not. */
  readonly not: string
}

export const CONCEPT_ROWS: readonly ConceptRow[] = [
  WAR_CONCEPTS,
  POLITICS_CONCEPTS,
  ECONOMY_CONCEPTS,
  SOCIETY_CONCEPTS,
].flatMap((table) => table.trim().split('\n').map(rowOf))

function rowOf(row: string): ConceptRow {
  const [name, list, example, not] = row.split('|') as [string, string, string, string]
  const forms = list.split(', ')
  return {
    name,
    forms: forms.filter((form) => !form.startsWith('!')),
    others: forms.filter((form) => form.startsWith('!')).map((form) => form.slice(1)),
    example,
    not,
  }
}
