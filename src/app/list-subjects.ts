/** What the ledger's statements are about: subjects of the user's own first, then those of the ledger. */
import type { Operation } from './perform.ts'
import type { Deps, Page, SubjectRow } from './ports.ts'
import { subjectFilter } from './schemas.ts'

export interface ListedSubject extends SubjectRow {
  /** Whether the user defined it. */
  readonly own: boolean
}

export interface SubjectList extends Page<ListedSubject> {
  /** Subjects of the user's own, which stand on the first page and do not count into `total`. */
  readonly defined: readonly ListedSubject[]
}

export const listSubjects: Operation<typeof subjectFilter, SubjectList, Pick<Deps, 'store' | 'subjects'>> = {
  name: 'listSubjects',
  summary: 'List what statements are about, with how many and over what time; subjects of the user’s own apart.',
  input: subjectFilter,
  async run({ store, subjects = [] }, filter) {
    const page = await store.listSubjects(filter)
    const defined: ListedSubject[] = []
    const isFirst = !filter.after && !filter.text?.trim()
    if (isFirst) {
      for (const { name, query } of subjects) defined.push({ name, own: true, ...(await store.tally(query)) })
    }
    return { ...page, rows: page.rows.map((row) => ({ ...row, own: false })), defined }
  },
}
