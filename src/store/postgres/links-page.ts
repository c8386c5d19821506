/** Links as rows → as they are listed, with both their ends. */
import type { LinkFilter, LinkRow, Page } from '../../app/ports.ts'
import type { Link } from '../../core/links/link.ts'
import type { Sql } from './database.ts'

export async function linksOf(_sql: Sql, _statements: readonly string[]): Promise<Link[]> {
  throw new Error('linksOf: not written yet')
}

export async function linksPage(_sql: Sql, _filter: LinkFilter): Promise<Page<LinkRow>> {
  throw new Error('linksPage: not written yet')
}

export async function linkTypes(_sql: Sql, _filter: LinkFilter): Promise<ReadonlyMap<string | null, number>> {
  throw new Error('linkTypes: not written yet')
}
