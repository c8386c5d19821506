/** Who speaks in a timeline, each once: an entity under the name that it has most often. */
import type { TimelineEntry } from '../../app/timeline-entries.ts'
import type { Speaker } from '../../core/statement.ts'

export interface SpeakerNames {
  readonly nameOf: (speaker: Speaker) => string
  /** Name → what a filter takes: an entity's id, or the name. */
  readonly values: ReadonlyMap<string, string>
  /** Most statements first. */
  readonly counts: readonly { readonly name: string; readonly value: string; readonly statements: number }[]
}

const keyOf = ({ entity, name }: Speaker): string => entity ?? `name ${name}`

export function speakersOf(entries: readonly TimelineEntry[]): SpeakerNames {
  const speakers = entries.flatMap(({ statement: { speaker } }) => speaker ?? [])
  const groups = [...Map.groupBy(speakers, keyOf)].map(([key, group]) => ({
    key,
    name: commonest(group.map(({ name }) => name)),
    entity: group[0]!.entity,
    statements: group.length,
  }))
  const bearers = Map.groupBy(groups, ({ name }) => name)
  const named = groups.map(({ key, name, entity, statements }) => {
    // Two of one name are two.
    const isShared = bearers.get(name)!.length > 1 && entity !== null
    return { key, name: isShared ? `${name} (${entity})` : name, value: entity ?? name, statements }
  })
  const names = new Map(named.map(({ key, name }) => [key, name]))
  return {
    nameOf: (speaker) => names.get(keyOf(speaker)) ?? speaker.name,
    values: new Map(named.map(({ name, value }) => [name, value])),
    counts: named
      .map(({ name, value, statements }) => ({ name, value, statements }))
      .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1)),
  }
}

function commonest(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0]
}
