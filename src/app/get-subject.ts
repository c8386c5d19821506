/** The dossier of one subject: who says what about it, in the order of saying. */
import { OnrecordError } from '../core/errors.ts'
import { printQuery } from '../core/query/print-query.ts'
import { aboutQuery, userSubject } from './asked-query.ts'
import type { Operation } from './perform.ts'
import type { Deps, QueryTally } from './ports.ts'
import { subjectQuery } from './schemas.ts'
import { type Timeline, timelineEntries } from './timeline-entries.ts'

export interface SubjectAnswer extends Timeline {
  readonly subject: QueryTally & {
    readonly name: string
    /** Whether the user defined it. */
    readonly own: boolean
    /** What it stands for, in the language of queries. */
    readonly query: string
  }
}

export const getSubject: Operation<typeof subjectQuery, SubjectAnswer, Pick<Deps, 'store' | 'subjects'>> = {
  name: 'getSubject',
  summary: 'Get the dossier of a subject: what everybody says about it, in the order of saying.',
  input: subjectQuery,
  async run({ store, subjects }, { subject: asked, limit }) {
    const defined = userSubject(asked, subjects)
    const query = aboutQuery(asked, subjects)
    const tally = await store.tally(query)
    if (defined === null && tally.statements === 0) throw new OnrecordError('unknown-subject', { subject: asked })
    const timeline = await timelineEntries(store, { speaker: null, query, limit })
    const subject = { name: defined?.name ?? asked, own: defined !== null, query: printQuery(query), ...tally }
    return { subject, ...timeline }
  },
}
