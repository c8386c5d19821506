/** The dossier of one subject: who says what about it, in the order of saying. */
import { OnrecordError } from '../core/errors.ts'
import { foldName } from '../core/fold.ts'
import { printQuery } from '../core/query/print-query.ts'
import { aboutQuery, userSubject } from './asked-query.ts'
import { COUNTED } from './list-facets.ts'
import type { Operation } from './perform.ts'
import type { Deps, FacetCount, QueryTally } from './ports.ts'
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
  /** Who speaks about it, with what acts, who reports it, what else they speak about; at most 12 of each, the commonest first. */
  readonly speakers: readonly FacetCount[]
  readonly acts: readonly FacetCount[]
  readonly publishers: readonly FacetCount[]
  readonly related: readonly FacetCount[]
  /** Statements over which these are counted: the newest ones. */
  readonly counted: number
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
    const { facets, counted } = await store.facets({ query, limit: 1 }, COUNTED)
    const { speaker: speakers, act: acts, publisher: publishers, about } = facets
    const related = about.filter(({ name }) => foldName(name) !== foldName(asked))
    return { subject, speakers, acts, publishers, related, counted, ...timeline }
  },
}
