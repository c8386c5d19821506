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

/** The condition that the name `column` refers to has `speaker` in it; none when there is nothing to look for. */
export function nameCondition(column: string, speaker: string | undefined): Conditions {
  const condition = new Conditions()
  const folded = foldName(speaker ?? '')
  if (folded) condition.add(`${column} IN (SELECT seq FROM speakers WHERE instr(folded, ?) > 0)`, folded)
  return condition
}

/** The condition that a row's full text answers `text`; `column` numbers the rows of `index`. */
export function searchCondition(index: string, column: string, text: string | undefined): Conditions {
  const condition = new Conditions()
  const query = parseSearch(text ?? '')
  if (query === null) return condition
  const found = `(SELECT rowid FROM ${index} WHERE ${index} MATCH ?)`
  if (query.match === null) condition.add(`${column} NOT IN ${found}`, query.exclude!)
  else if (query.exclude === null) condition.add(`${column} IN ${found}`, query.match)
  else condition.add(`${column} IN ${found}`, `(${query.match}) NOT (${query.exclude})`)
  return condition
}
