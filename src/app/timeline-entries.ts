/** Rows of a timeline, each with whether the words are the speaker's own or what others say of them. */
import type { RelayKind } from '../core/doc.ts'
import type { Speaker } from '../core/statement.ts'
import type { StatementRow, Store, TimelineFilter, TimelineRows } from './ports.ts'

export interface TimelineEntry extends StatementRow {
  /** False where somebody else tells of it: "Orlov said that Marten had refused". Papers and agencies only pass it on. */
  readonly own: boolean
}

export interface Timeline extends TimelineRows {
  readonly dated: readonly TimelineEntry[]
  readonly undated: readonly TimelineEntry[]
}

export const NO_TIMELINE: Timeline = { dated: [], datedTotal: 0, undated: [], undatedTotal: 0 }

export async function timelineEntries(
  store: Pick<Store, 'timeline' | 'getStatement'>,
  filter: TimelineFilter,
): Promise<Timeline> {
  const rows = await store.timeline(filter)
  const ids = new Set([...rows.dated, ...rows.undated].flatMap(({ statement }) => statement.within ?? []))
  const holders = new Map<string, Speaker | null>()
  for (const id of ids) holders.set(id, (await store.getStatement(id))?.statement.speaker ?? null)
  const entries = (list: readonly StatementRow[]): TimelineEntry[] =>
    list.map((row) => ({ ...row, own: isOwn(row, holders) }))
  return { ...rows, dated: entries(rows.dated), undated: entries(rows.undated) }
}

function isOwn({ statement }: StatementRow, holders: ReadonlyMap<string, Speaker | null>): boolean {
  if (statement.via.some(({ kind }) => isTeller(kind))) return false
  if (statement.within === null) return true
  const holder = holders.get(statement.within) ?? null
  return holder !== null && isSame(holder, statement.speaker)
}

const isTeller = (kind: string | null): boolean => kind !== null && kind !== ('publication' satisfies RelayKind)

const isSame = (one: Speaker, other: Speaker | null): boolean =>
  other !== null && (one.entity === null ? one.name === other.name : one.entity === other.entity)
