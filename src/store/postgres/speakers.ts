/** Whom a name may mean, and what the ledger's documents tell of a speaker. */
import type { SpeakerKey, SpeakerProfile, SpeakerRow } from '../../app/ports.ts'
import type { Sql } from './database.ts'

export async function speakersNamed(_sql: Sql, _name: string): Promise<SpeakerRow[]> {
  throw new Error('speakersNamed: not written yet')
}

export async function readSpeaker(_sql: Sql, _speaker: SpeakerKey): Promise<SpeakerProfile | null> {
  throw new Error('readSpeaker: not written yet')
}
