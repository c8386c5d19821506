/** Rows of a timeline, each with whether the words are the speaker's own or what others say of them. */
import type { RelayKind } from '../core/doc.ts'
import { isDated } from '../core/is-dated.ts'
import type { Speaker, Statement } from '../core/statement.ts'
import type { StatementRow, Store, TimelineFilter, TimelineRows } from './ports.ts'

export interface TimelineEntry extends StatementRow {
  /** False where somebody else tells of it: "Orlov said that Marten had refused". Papers and agencies only pass it on. */
  readonly own: boolean
  /** Who else tells of it, outermost first; papers and agencies left out. */
  readonly through: readonly string[]
  /** ISO date by which somebody else told of it, where that is known: it was said before. */
  readonly told: string | null
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
  const holders = new Map<string, Statement | null>()
  for (const id of ids) holders.set(id, (await store.getStatement(id))?.statement ?? null)
  const entries = (list: readonly StatementRow[]): TimelineEntry[] =>
    list.map((row) => {
      const holder = row.statement.within === null ? null : (holders.get(row.statement.within) ?? null)
      const through = tellersOf(row, holder?.speaker ?? null, filter.voiceOf ?? [])
      const own = through === null
      return { ...row, own, through: through ?? [], told: own || holder === null ? null : toldBy(holder) }
    })
  return { ...rows, dated: entries(rows.dated), undated: entries(rows.undated) }
}

const toldBy = ({ said }: Statement): string | null => (isDated(said) ? said.latest : null)

/** Null where the words are the speaker's own; empty where who tells of them has no name. */
function tellersOf(
  { statement }: StatementRow,
  holder: Speaker | null,
  voices: readonly string[],
): readonly string[] | null {
  const relays = statement.via.filter(({ kind }) => isTeller(kind)).map(({ name }) => name)
  const isHeld = statement.within !== null && (holder === null || !isSame(holder, statement.speaker, voices))
  if (relays.length === 0 && !isHeld) return null
  return [...new Set([...(isHeld && holder !== null ? [holder.name] : []), ...relays])]
}

const isTeller = (kind: string | null): boolean => kind !== null && kind !== ('publication' satisfies RelayKind)

/** One voice of a state may tell what another said. */
const isSame = (one: Speaker, other: Speaker | null, voices: readonly string[]): boolean =>
  other !== null &&
  ((one.entity === null ? one.name === other.name : one.entity === other.entity) ||
    (isVoice(one, voices) && isVoice(other, voices)))

const isVoice = ({ entity, speaksFor }: Speaker, voices: readonly string[]): boolean =>
  [entity, speaksFor?.entity ?? null].some((id) => id !== null && voices.includes(id))
