/** Versions of pages, computed the slow and obvious way. */
import type { DocumentEntry } from '../../src/app/ports.ts'
import type { ChangedPage, VersionRow, VersionStore } from '../../src/app/version-ports.ts'

export function naiveVersions(entries: () => readonly DocumentEntry[]): VersionStore {
  return {
    async versionsOf(page) {
      const own = entries().find(({ document }) => document.id === page)
      if (own !== undefined && own.document.url === null) return [rowOf(own)]
      return versionsAt(entries(), own?.document.url ?? page)
    },
    async changedPages({ publisher, from, to, limit, after }) {
      const urls = new Set(entries().flatMap(({ document }) => document.url ?? []))
      const pages = [...urls].flatMap((url): ChangedPage[] => {
        const versions = versionsAt(entries(), url)
        const asked = versions.flatMap((row, index) => {
          const day = row.added.slice(0, 10)
          const isAsked =
            index > 0 &&
            (!publisher || row.document.publisher?.toLowerCase() === publisher.toLowerCase()) &&
            (!from || day >= from) &&
            (!to || day <= to)
          return isAsked ? [index] : []
        })
        const last = asked.at(-1)
        return last === undefined
          ? []
          : [{ url, versions: versions.length, latest: versions[last]!, previous: versions[last - 1]!.document.id }]
      })
      const sorted = pages.sort((a, b) => (isBefore(a.latest, b.latest) ? 1 : -1))
      const start = after === undefined ? 0 : Number(after)
      const end = start + limit
      return { rows: sorted.slice(start, end), total: sorted.length, next: end < sorted.length ? String(end) : null }
    },
  }
}

const versionsAt = (entries: readonly DocumentEntry[], url: string): VersionRow[] =>
  entries
    .filter(({ document }) => document.url === url)
    .map(rowOf)
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))

const isBefore = (a: VersionRow, b: VersionRow): boolean =>
  a.added < b.added || (a.added === b.added && a.document.id < b.document.id)

const rowOf = ({ document, statements, added }: DocumentEntry): VersionRow => ({
  document,
  statements: statements.length,
  added,
})
