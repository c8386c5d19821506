/** One speaker of the ledger: names, roles and offices with dates, whose voice they are, and what they said in order. */
import { countryByCode } from '../core/countries.ts'
import type { Register } from '../core/register/register.ts'
import { findSpeaker, keyOf } from './find-speaker.ts'
import type { Operation } from './perform.ts'
import type { Deps, SpeakerProfile, SpeakerRow } from './ports.ts'
import { speakerQuery } from './schemas.ts'
import { NO_TIMELINE, type Timeline, timelineEntries } from './timeline-entries.ts'

/** As the register has it, whether or not a text says so. */
export interface Office {
  readonly role: string
  readonly of: string
  /** ISO dates, full or partial; null where not known. */
  readonly start: string | null
  readonly end: string | null
  /** Without an end: known to hold until here. */
  readonly asOf: string | null
}

export interface SpeakerAnswer extends Timeline {
  /** Null where the name may mean several: `others` has them. */
  readonly speaker: (SpeakerProfile & { readonly offices: readonly Office[] }) | null
  readonly others: readonly SpeakerRow[]
}

export const getSpeaker: Operation<typeof speakerQuery, SpeakerAnswer, Pick<Deps, 'store' | 'register'>> = {
  name: 'getSpeaker',
  summary: 'Get a speaker by name or id, with names, roles, offices and statements in the order of saying.',
  input: speakerQuery,
  async run({ store, register }, { speaker: name, limit }) {
    const { speaker: found, others } = await findSpeaker(store, name)
    const profile = found === null ? null : await store.getSpeaker(keyOf(found))
    if (profile === null) return { speaker: null, others, ...NO_TIMELINE }
    const offices = profile.entity === null ? [] : officesOf(register, profile.entity.id)
    const timeline = await timelineEntries(store, { speaker: keyOf(profile), limit })
    return { speaker: { ...profile, offices }, others, ...timeline }
  },
}

/** The latest first; of no known beginning last. */
const officesOf = (register: Register, id: string): Office[] =>
  register
    .tenuresOf(id)
    .map(({ role, of, start, end, asOf }) => {
      const name = countryByCode(of)?.names[0] ?? register.get(of)?.name ?? of
      return { role, of: name, start, end, asOf }
    })
    .sort((a, b) => ((a.start ?? '') > (b.start ?? '') ? -1 : 1))
