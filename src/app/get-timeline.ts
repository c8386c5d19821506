/** What a speaker said over time, own words and what others tell of them, what has no date apart. */
import { findSpeaker, keyOf } from './find-speaker.ts'
import type { Operation } from './perform.ts'
import type { Deps, SpeakerRow } from './ports.ts'
import { timelineQuery } from './schemas.ts'
import { NO_TIMELINE, type Timeline, timelineEntries } from './timeline-entries.ts'

export interface TimelineAnswer extends Timeline {
  /** Null where the name may mean several: `others` has them. */
  readonly speaker: SpeakerRow | null
  readonly others: readonly SpeakerRow[]
}

export const getTimeline: Operation<typeof timelineQuery, TimelineAnswer, Pick<Deps, 'store'>> = {
  name: 'getTimeline',
  summary: 'List what a speaker said, in the order of saying, by words and dates.',
  input: timelineQuery,
  async run({ store }, { speaker: name, about, from, to, limit }) {
    const { speaker, others } = await findSpeaker(store, name)
    if (speaker === null) return { speaker, others, ...NO_TIMELINE }
    const timeline = await timelineEntries(store, { speaker: keyOf(speaker), about, from, to, limit })
    return { speaker, others, ...timeline }
  },
}
