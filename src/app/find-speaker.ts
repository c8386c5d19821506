/** A name, part of one, or an id → the speaker meant, or those to choose from. */
import { OnrecordError } from '../core/errors.ts'
import type { SpeakerKey, SpeakerRow, Store } from './ports.ts'

export interface FoundSpeaker {
  /** Null where the name may mean several and nothing tells which. */
  readonly speaker: SpeakerRow | null
  /** Others that the name may mean, most statements first. */
  readonly others: readonly SpeakerRow[]
}

/**
 * One entity goes before names of which nobody knows whose they are.
 * @throws OnrecordError `unknown-speaker`.
 */
export async function findSpeaker(store: Pick<Store, 'speakersNamed'>, name: string): Promise<FoundSpeaker> {
  const rows = await store.speakersNamed(name)
  if (rows.length === 0) throw new OnrecordError('unknown-speaker', { speaker: name })
  const entities = rows.filter(({ entity }) => entity !== null)
  const speaker = (entities.length === 1 ? entities[0] : rows.length === 1 ? rows[0] : null) ?? null
  return { speaker, others: rows.filter((row) => row !== speaker) }
}

export const keyOf = ({ entity, name }: SpeakerRow): SpeakerKey => (entity === null ? { name } : { entity: entity.id })
