/** Filters of a listing → conditions in SQL, every value bound. */
import type { DocumentFilter, StatementFilter } from '../app/ports.ts'
import { caseless, foldName } from '../core/fold.ts'
import { parseSearch } from './search-query.ts'

/** Conditions that must all hold, and the values of their `?`, in order. */
export class Conditions {
  readonly parts: string[] = []
  readonly values: (string | number)[] = []

  add(sql: string, ...values: (string | number)[]): void {
    this.parts.push(sql)
    this.values.push(...values)
  }

  addAll(others: Conditions): void {
    this.parts.push(...others.parts)
    this.values.push(...others.values)
  }

  get sql(): string {
    return this.parts.length === 0 ? 'TRUE' : this.parts.join(' AND ')
  }
}

/** Conditions on `documents d`. An empty string filters nothing: forms send one for a field left blank. */
export function addDocumentConditions(conditions: Conditions, filter: DocumentFilter): void {
  if (filter.publisher) {
    conditions.add('d.publisher IN (SELECT seq FROM publishers WHERE caseless = ?)', caseless(filter.publisher))
  }
  if (filter.language) conditions.add('d.language = ?', filter.language)
  if (filter.from) conditions.add('d.published >= ?', filter.from)
  // A publication date may carry a time: the last day counts whole, and '~' sorts after every such ending.
  if (filter.to) conditions.add("d.published > '' AND d.published <= ?", `${filter.to}~`)
}

/** Conditions on the form and manner of `statements s`. */
export function addFormConditions(conditions: Conditions, filter: StatementFilter): void {
  if (filter.form) conditions.add('s.form = ?', filter.form)
  if (filter.manner) conditions.add('s.manner = ?', filter.manner)
}

/**
 * The condition that the speaker's name has `name` in it, or that the speaker or a member of it is one of `entities`; none
 * when there is nothing to look for. `s` as in `statements-page.ts`.
 */
export function speakerCondition(
  name: string | undefined,
  entities: readonly number[] | null,
  s: 's.' | '+s.',
): Conditions {
  const condition = new Conditions()
  const folded = foldName(name ?? '')
  if (!folded) return condition
  const byName = `${s}speaker IN (SELECT seq FROM speakers WHERE instr(folded, ?) > 0)`
  if (entities === null || entities.length === 0) condition.add(byName, folded)
  else {
    const seqs = JSON.stringify(entities)
    const asMember = `${s}seq IN (SELECT statement FROM statement_members WHERE entity IN (SELECT value FROM json_each(?)))`
    const sql = `(${byName} OR ${s}entity IN (SELECT value FROM json_each(?)) OR ${asMember})`
    condition.add(sql, folded, seqs, seqs)
  }
  return condition
}

/** The condition that the entity of `column` is one of `entities`; none where these are null. */
export function entityCondition(column: string, entities: readonly number[] | null): Conditions {
  const condition = new Conditions()
  if (entities !== null) condition.add(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(entities))
  return condition
}

/** The condition that a statement may have been made between two days. */
export function saidCondition(from: string | undefined, to: string | undefined, s: 's.' | '+s.' = '+s.'): Conditions {
  const condition = new Conditions()
  if (from) condition.add(`${s}said_to >= ?`, from)
  if (to) condition.add(`${s}said_from <= ?`, `${to}~`)
  // Tells SQLite that the index, which has no rows without, will do.
  if (condition.parts.length > 0) condition.add(`${s}said_from IS NOT NULL`)
  return condition
}

/** The condition that a row's full text, or one column of it, answers `text`; `column` numbers the rows of `index`. */
export function searchCondition(index: string, column: string, text: string | undefined, part?: string): Conditions {
  const condition = new Conditions()
  const query = parseSearch(text ?? '')
  if (query === null) return condition
  const found = `(SELECT rowid FROM ${index} WHERE ${index} MATCH ?)`
  const only = (expression: string): string => (part === undefined ? expression : `{${part}} : (${expression})`)
  if (query.match === null) condition.add(`${column} NOT IN ${found}`, only(query.exclude!))
  else if (query.exclude === null) condition.add(`${column} IN ${found}`, only(query.match))
  else condition.add(`${column} IN ${found}`, only(`(${query.match}) NOT (${query.exclude})`))
  return condition
}
