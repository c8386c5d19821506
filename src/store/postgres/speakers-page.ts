/** One page of speakers. */
import type { Page, SpeakerFilter, SpeakerRow } from '../../app/ports.ts'
import type { Sql } from './database.ts'

export async function speakersPage(_sql: Sql, _filter: SpeakerFilter): Promise<Page<SpeakerRow>> {
  throw new Error('speakersPage: not written yet')
}
