/** Everybody who speaks in the ledger, most statements first. */
import type { Operation } from './perform.ts'
import type { Deps, Page, SpeakerRow } from './ports.ts'
import { subjectFilter } from './schemas.ts'

/** Words of a name, and paging: what a list of subjects is asked for. */
export const speakerFilter = subjectFilter

export const listSpeakers: Operation<typeof speakerFilter, Page<SpeakerRow>, Pick<Deps, 'store'>> = {
  name: 'listSpeakers',
  summary: 'List everybody who speaks in the ledger, with how many statements each has.',
  input: speakerFilter,
  run: ({ store }, filter) => store.listSpeakers(filter),
}
