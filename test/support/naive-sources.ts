/** What outlets have and take from one another, computed the slow and obvious way. */
import type {
  DocumentEntry,
  OutletNames,
  OutletTallies,
  PublisherRow,
  RelayRow,
  SourceStore,
} from '../../src/app/ports.ts'
import type { Link } from '../../src/core/links/link.ts'
import type { Statement } from '../../src/core/statement.ts'

/** @param entityName the ledger's name of an entity. */
export function naiveSources(
  entries: () => readonly DocumentEntry[],
  links: () => readonly Link[],
  entityName: (id: string) => string,
): SourceStore {
  return {
    publishers: async () => publishersOf(entries()),
    relays: async () => tally(entries().flatMap(({ statements }) => statements.flatMap(outletsOf))) as RelayRow[],
    outletTallies: async (names, most) => talliesOf(entries(), names, most, entityName),
    async sharedStatements(publishers, most) {
      const own = (entry: DocumentEntry): boolean => isOf(entry, publishers)
      const home = new Map(entries().flatMap((entry) => entry.statements.map(({ id }) => [id, entry] as const)))
      const others = new Set(
        links()
          .filter(({ relation, level }) => relation === 'same-utterance' && level !== 'rejected')
          .flatMap(({ from, to }) => [...(own(home.get(to)!) ? [] : [from]), ...(own(home.get(from)!) ? [] : [to])]),
      )
      return entries()
        .filter(own)
        .toSorted(({ document: a }, { document: b }) => {
          const [first, second] = [a.published ?? '', b.published ?? '']
          return first === second ? (a.id < b.id ? -1 : 1) : first > second ? -1 : 1
        })
        .flatMap(({ statements }) => statements.filter(({ id }) => others.has(id)).map(({ id }) => id))
        .slice(0, most)
    },
  }
}

const isOf = ({ document }: DocumentEntry, publishers: readonly string[]): boolean =>
  document.publisher !== null && publishers.includes(document.publisher)

const outletsOf = ({ via }: Statement): string[] => [
  ...new Set(via.filter(({ kind }) => kind === 'publication').map(({ name }) => name)),
]

function publishersOf(entries: readonly DocumentEntry[]): PublisherRow[] {
  const named = entries.filter(({ document }) => document.publisher !== null)
  return [...Map.groupBy(named, ({ document }) => document.publisher!)]
    .map(([name, own]) => {
      const days = own.flatMap(({ document }) => document.published ?? []).sort()
      const statements = own.reduce((sum, entry) => sum + entry.statements.length, 0)
      return { name, documents: own.length, statements, first: days[0] ?? null, last: days.at(-1) ?? null }
    })
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
}

function talliesOf(
  entries: readonly DocumentEntry[],
  { publishers, relays }: OutletNames,
  most: number,
  entityName: (id: string) => string,
): OutletTallies {
  const own = entries.filter((entry) => isOf(entry, publishers))
  const others = entries.filter((entry) => !isOf(entry, publishers))
  const statements = own.flatMap((entry) => entry.statements)
  const speakers = statements.flatMap(({ speaker }) => speaker ?? [])
  const quoted = [...Map.groupBy(speakers, ({ entity, name }) => entity ?? ` ${name}`).values()].map((same) => {
    const { entity, name } = same[0]!
    return { name: entity === null ? name : entityName(entity), entity, statements: same.length }
  })
  const urls = new Map(
    entries.toReversed().flatMap(({ document }) => (document.url === null ? [] : [[document.url, document]])),
  )
  const copiesIn = (list: readonly DocumentEntry[]) =>
    list
      .map(({ document }) => document)
      .filter(({ original }) => original !== null)
      .sort((a, b) =>
        (a.published ?? '') > (b.published ?? '') ? -1 : a.published === b.published && a.id < b.id ? -1 : 1,
      )
  const ownUrls = new Set(own.map(({ document }) => document.url))
  return {
    quoted: quoted.sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1)).slice(0, most),
    through: tally(statements.flatMap(outletsOf)).slice(0, most) as RelayRow[],
    relayedBy: tally(
      others.flatMap((entry) =>
        entry.statements
          .filter((statement) => outletsOf(statement).some((name) => relays.includes(name)))
          .map(() => entry.document.publisher),
      ),
    ).slice(0, most),
    copies: copiesIn(own).map(({ id, original }) => ({
      document: id,
      original: original!,
      publisher: urls.get(original!)?.publisher ?? null,
    })),
    copiedBy: copiesIn(others)
      .filter(({ original }) => ownUrls.has(original))
      .map(({ id, original, publisher }) => ({ document: id, original: original!, publisher })),
  }
}

function tally(names: readonly (string | null)[]): { name: string | null; statements: number }[] {
  const counts = new Map<string | null, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, statements]) => ({ name, statements }))
    .sort((a, b) => b.statements - a.statements || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
}
