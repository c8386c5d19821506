/** How statements of the ledger relate: same utterance, renderings, repeats, series, conflicts; the latest first. */
import { z } from 'zod'
import { CONFLICT_TYPES, FIDELITIES, RELATIONS } from '../core/links/link.ts'
import type { Operation } from './perform.ts'
import type { Deps, LinkRow, Page } from './ports.ts'
import { statementFilter } from './schemas.ts'

/** `standing`: all that people did not reject. */
const LEVELS = ['suggested', 'confirmed', 'rejected', 'standing'] as const

const expected = (values: readonly string[]): string => `expected ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`

const types = [...CONFLICT_TYPES, ...FIDELITIES] as const

export const linkFilter = z.object({
  relation: z.enum(RELATIONS, expected(RELATIONS)).optional(),
  type: z.enum(types, expected(types)).optional(),
  level: z.enum(LEVELS, expected(LEVELS)).optional(),
  statement: z.string().max(2000, 'longer than any id').optional(),
  ...statementFilter.pick({ document: true, speaker: true, limit: true }).shape,
  // Ids of both statements are part of it.
  after: z.string().max(6000, 'expected the cursor a former list ended with').optional(),
})

export const listLinks: Operation<typeof linkFilter, Page<LinkRow>, Pick<Deps, 'store'>> = {
  name: 'listLinks',
  summary: 'List how statements of the ledger relate, the latest first.',
  input: linkFilter,
  run: ({ store }, filter) => store.links(filter),
}
