/** The listings of a ledger computed the slow and obvious way, to hold a store against. */
import type { DocumentEntry, DocumentFilter, StatementFilter } from '../../src/app/ports.ts'

/** Ids of the documents `filter` lets through, in the order of the port; limit and paging left out. */
export function naiveDocuments(entries: readonly DocumentEntry[], filter: Omit<DocumentFilter, 'limit'>): string[] {
  return inOrder(entries)
    .filter((entry) => documentPasses(entry, filter))
    .map((entry) => entry.document.id)
}

/** Ids of the statements `filter` lets through; its `text` is left out. */
export function naiveStatements(entries: readonly DocumentEntry[], filter: Omit<StatementFilter, 'limit'>): string[] {
  return inOrder(entries)
    .filter((entry) => documentPasses(entry, filter))
    .filter((entry) => filter.document === undefined || entry.document.id === filter.document)
    .flatMap((entry) => entry.statements)
    .filter((statement) => filter.form === undefined || statement.form === filter.form)
    .filter((statement) => filter.manner === undefined || statement.manner === filter.manner)
    .filter(
      ({ speaker }) =>
        filter.speaker === undefined || (speaker !== null && plain(speaker.name).includes(plain(filter.speaker))),
    )
    .map((statement) => statement.id)
}

function inOrder(entries: readonly DocumentEntry[]): DocumentEntry[] {
  return [...entries].sort(({ document: a }, { document: b }) => {
    const [first, second] = [a.published ?? '', b.published ?? '']
    if (first !== second) return first > second ? -1 : 1
    return a.id < b.id ? -1 : 1
  })
}

function documentPasses({ document }: DocumentEntry, filter: Omit<DocumentFilter, 'limit'>): boolean {
  const { published, publisher, language } = document
  if (filter.publisher !== undefined && publisher?.toLowerCase() !== filter.publisher.toLowerCase()) return false
  if (filter.language !== undefined && language !== filter.language) return false
  if (filter.from !== undefined && (published === null || published < filter.from)) return false
  if (filter.to !== undefined && (published === null || published > filter.to)) return false
  return true
}

/** Lower case without diacritics. */
export const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Plain words of a text, as far as they are written with spaces. */
export const plainWords = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []
