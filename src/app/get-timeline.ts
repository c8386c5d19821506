/** What a speaker said over time, on a subject or on everything; without a speaker, what everybody said of a subject. */
import { METONYMS } from '../core/countries.ts'
import { ledgerKeys } from '../core/ledger-keys.ts'
import { type Change, type Position, positionsOf } from '../core/positions/positions.ts'
import type { Entity } from '../core/register/register.ts'
import { askedQuery, userSubject } from './asked-query.ts'
import { findSpeaker, keyOf } from './find-speaker.ts'
import type { Operation } from './perform.ts'
import type { Deps, SpeakerRow } from './ports.ts'
import { timelineQuery } from './schemas.ts'
import { NO_TIMELINE, type Timeline, type TimelineEntry, timelineEntries } from './timeline-entries.ts'

export interface PositionedEntry extends TimelineEntry {
  /** Id of the position it belongs to; null where no speaker or no subject was asked for. */
  readonly position: string | null
  /** Set where the position may have changed with this statement. */
  readonly change: Change | null
}

export interface TimelineAnswer extends Timeline {
  readonly dated: readonly PositionedEntry[]
  readonly undated: readonly PositionedEntry[]
  /** Null where none was asked for, or the name may mean several: `others` has them. */
  readonly speaker: SpeakerRow | null
  readonly others: readonly SpeakerRow[]
  /** The subject, as the user's file has its name or as it was asked for. */
  readonly about: string | null
  /** Of one speaker on one subject. */
  readonly positions: readonly Position[]
}

type TimelineDeps = Pick<Deps, 'store' | 'subjects'>

export const getTimeline: Operation<typeof timelineQuery, TimelineAnswer, TimelineDeps> = {
  name: 'getTimeline',
  summary: 'List what a speaker said, or what everybody said of a subject, in the order of saying, with positions.',
  input: timelineQuery,
  async run({ store, subjects }, { speaker: name, about: asked, from, to, limit }) {
    const about = asked?.trim() ? (userSubject(asked, subjects)?.name ?? asked) : null
    const query = askedQuery({ about: asked }, subjects)
    if (!name?.trim()) {
      const timeline = await timelineEntries(store, { speaker: null, query, from, to, limit })
      return { speaker: null, others: [], about, ...unpositioned(timeline), positions: [] }
    }
    const { speaker, others } = await findSpeaker(store, name)
    if (speaker === null) return { speaker, others, about, ...unpositioned(NO_TIMELINE), positions: [] }
    const voiceOf = await voicesOf(store, speaker.entity)
    const timeline = await timelineEntries(store, { speaker: keyOf(speaker), voiceOf, query, from, to, limit })
    const positioned = about === null ? unpositioned(timeline) : await withPositions(store, timeline)
    return { speaker, others, about, positions: [], ...positioned }
  },
}

/** A state or an organisation is heard through those who speak for it, and a state for its government's seats too. */
async function voicesOf(
  store: Pick<Deps['store'], 'knownEntities'>,
  entity: Entity | null,
): Promise<readonly string[] | undefined> {
  if (entity === null || (entity.kind !== 'state' && entity.kind !== 'organisation')) return undefined
  const seats = METONYMS.filter(({ iso2 }) => entity.kind === 'state' && iso2 === entity.country)
  if (seats.length === 0) return [entity.id]
  const { byKey } = await store.knownEntities(seats.flatMap(({ name }) => ledgerKeys(name, 'state')))
  const known = [...byKey.values()].flat().filter((seat) => seat.entity.speaksFor === entity.id)
  return [...new Set([entity.id, ...known.map((seat) => seat.entity.id)])]
}

const unpositioned = (timeline: Timeline): Pick<TimelineAnswer, keyof Timeline> => {
  const rows = (list: readonly TimelineEntry[]): PositionedEntry[] =>
    list.map((entry) => ({ ...entry, position: null, change: null }))
  return { ...timeline, dated: rows(timeline.dated), undated: rows(timeline.undated) }
}

async function withPositions(
  store: Pick<Deps['store'], 'linksOf'>,
  timeline: Timeline,
): Promise<Pick<TimelineAnswer, keyof Timeline | 'positions'>> {
  const entries = [...timeline.dated, ...timeline.undated]
  const links = await store.linksOf(entries.map(({ statement }) => statement.id))
  const { positions, changes } = positionsOf(entries, links)
  const ofStatement = new Map(positions.flatMap(({ id, statements }) => statements.map((one) => [one, id] as const)))
  const changeAt = new Map(changes.map((change) => [change.to, change]))
  const rows = (list: readonly TimelineEntry[]): PositionedEntry[] =>
    list.map((entry) => ({
      ...entry,
      position: ofStatement.get(entry.statement.id) ?? null,
      change: changeAt.get(entry.statement.id) ?? null,
    }))
  return { ...timeline, dated: rows(timeline.dated), undated: rows(timeline.undated), positions }
}
