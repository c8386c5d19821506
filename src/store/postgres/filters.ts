/** Filters of a listing → conditions on `statements s` or `documents d`. */
import type { DocumentFilter, StatementFilter } from '../../app/ports.ts'
import { caseless } from '../../core/fold.ts'
import type { Sql } from './database.ts'
import { queryCondition } from './query-conditions.ts'
import { entitiesMeant, spokenBy } from './spoken-by.ts'
import { indexed, storable } from './storable.ts'
import { Where } from './where.ts'
import { parseSearch } from './words.ts'

/** @param row `s` or `d`: both have what a document is filtered by. An empty string filters nothing. */
export function addDocumentConditions(where: Where, filter: DocumentFilter, row: 's' | 'd'): void {
  const { bind } = where
  if (filter.publisher) where.add(`${row}.publisher_caseless = ${bind(indexed(caseless(filter.publisher)))}`)
  if (filter.language) where.add(`${row}.language = ${bind(storable(filter.language))}`)
  if (filter.from) where.add(`${row}.published >= ${bind(storable(filter.from))}`)
  // A publication date may carry a time: the last day counts whole, and '~' sorts after every such ending.
  if (filter.to) where.add(`${row}.published > '' AND ${row}.published <= ${bind(storable(`${filter.to}~`))}`)
}

export async function statementConditions(sql: Sql, filter: StatementFilter): Promise<Where> {
  const where = new Where()
  const { bind } = where
  addDocumentConditions(where, filter, 's')
  if (filter.document) where.add(`s.document = ${bind(storable(filter.document))}`)
  if (filter.form) where.add(`s.form = ${bind(storable(filter.form))}`)
  if (filter.manner) where.add(`s.manner = ${bind(storable(filter.manner))}`)
  addSearch(where, 's.words', filter.text)
  const speaker = await spokenBy(sql, filter.speaker, bind)
  if (speaker !== null) where.add(speaker)
  const principals = await entitiesMeant(sql, filter.speaksFor)
  if (principals !== null) where.add(`s.principal = ANY (${bind(principals)})`)
  addSaid(where, filter.saidFrom, filter.saidTo)
  const query = await queryCondition(sql, filter.query, bind)
  if (query !== null) where.add(query)
  return where
}

/** That words of `column` answer what somebody typed. */
export function addSearch(where: Where, column: string, text: string | undefined): void {
  const asked = parseSearch(text ?? '')
  if (asked === null) return
  if (asked === 'nothing') where.add('FALSE')
  else {
    if (asked.match !== null) where.add(`${column} @@ ${where.bind(asked.match)}::tsquery`)
    if (asked.exclude !== null) where.add(`NOT ${column} @@ ${where.bind(asked.exclude)}::tsquery`)
  }
}

/** That a statement may have been made between two days. */
export function addSaid(where: Where, from: string | undefined, to: string | undefined): void {
  if (from) where.add(`s.said_to >= ${where.bind(storable(from))}`)
  if (to) where.add(`s.said_from <= ${where.bind(storable(`${to}~`))}`)
  if (from || to) where.add('s.said_from IS NOT NULL')
}
