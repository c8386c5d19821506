/** What is answered about versions of pages, as schemas. */
import { z } from 'zod'
import {
  CHANGE_KINDS,
  DETAILS,
  SPEAKER_CHANGES,
  type StatementChange,
  type VersionChanges,
} from '../core/versions/version-changes.ts'
import { documentSchema, spanSchema, statementSchema } from './contract.ts'
import type { ChangesAnswer, Comparison } from './get-changes.ts'
import type { ChangeRow } from './list-changes.ts'
import type { Page } from './ports.ts'

const text = z.string()
const maybe = text.nullable()
const count = z.int().min(0)

const countsSchema = z.strictObject({
  added: count,
  removed: count,
  reworded: count,
  reattributed: count,
  retold: count,
}) satisfies z.ZodType<VersionChanges['counts']>

export const changeRowSchema = z.strictObject({
  url: text,
  versions: count,
  document: documentSchema,
  added: text.describe('when the later version came into the ledger'),
  previous: text.describe('id of the version before'),
  counts: countsSchema,
  altered: count.describe('statements reworded so that they say something else'),
  titleChanged: z.boolean(),
  correction: maybe.describe('what the page itself says of its change'),
  silent: z.boolean().describe('changed without a correction and without a new day of change'),
}) satisfies z.ZodType<ChangeRow>

export const changePageSchema = z.strictObject({
  rows: z.array(changeRowSchema),
  total: count.describe('rows that match in all, whatever the limit'),
  next: maybe.describe('pass as "after" to get the next page; null on the last'),
}) satisfies z.ZodType<Page<ChangeRow>>

export const statementChangeSchema = z.strictObject({
  kind: z.enum(CHANGE_KINDS),
  before: statementSchema.nullable(),
  after: statementSchema.nullable(),
  diff: z.array(z.strictObject({ op: z.enum(['equal', 'insert', 'delete']), text })),
  altersMeaning: z.array(z.enum(['negation', 'number', 'name', 'modality', 'scope'])),
  speaker: z.enum(SPEAKER_CHANGES).nullable(),
  details: z.array(z.enum(DETAILS)),
  wordsStand: z.boolean().describe('added or removed, while its words stand in the text of both versions'),
}) satisfies z.ZodType<StatementChange>

const factSchema = z.strictObject({ before: maybe, after: maybe }).nullable()

const comparisonSchema = z.strictObject({
  from: text,
  to: text,
  samePipeline: z.boolean(),
  changes: z.array(statementChangeSchema),
  unchanged: z.array(z.strictObject({ before: text, after: text })),
  counts: countsSchema,
  title: factSchema,
  published: factSchema,
  modified: factSchema,
  words: z.strictObject({ before: count, after: count, added: count, removed: count }),
  correction: z.strictObject({ text, span: spanSchema, rule: text }).nullable(),
  silent: z.boolean(),
}) satisfies z.ZodType<Comparison>

export const changesAnswerSchema = z.strictObject({
  url: maybe,
  document: text,
  versions: z.array(z.strictObject({ document: documentSchema, statements: count, added: text })),
  comparison: comparisonSchema.nullable(),
}) satisfies z.ZodType<ChangesAnswer>
