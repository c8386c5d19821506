/** What is answered about quotations, outlets and the ledger as a whole, and what adding a page tells, as schemas. */
import { z } from 'zod'
import { MEANINGS } from '../core/compare/altered-meaning.ts'
import { type documentEntrySchema, type documentRowSchema, sourceRowSchema, statementRowSchema } from './answers.ts'
import type { Completion } from './complete-search.ts'
import { documentSchema, noticeSchema, spanSchema } from './contract.ts'
import type { SourceAnswer } from './get-source.ts'
import type { Ingestion } from './ingest-document.ts'
import type { DocumentEntry, DocumentRow, Facets, LedgerSummary } from './ports.ts'
import type { DraftReport } from './verify-draft.ts'
import { VERDICTS, type Verification } from './verify-quote.ts'

const text = z.string()
const maybe = text.nullable()
const count = z.int().min(0)
const share = z.number().min(0).max(1)
const counted = z.strictObject({ name: text, statements: count })

export const quoteMatchSchema = z.strictObject({
  statement: maybe,
  document: text,
  span: spanSchema,
  text,
  speaker: maybe,
  similarity: share,
  diff: z.array(z.strictObject({ op: z.enum(['equal', 'insert', 'delete']), text })),
  altersMeaning: z.array(z.enum(MEANINGS)),
})

const verdictShape = {
  quote: text,
  verdict: z.enum(VERDICTS),
  speaker: maybe,
  matches: z.array(quoteMatchSchema),
}

export const verificationSchema = z.strictObject(verdictShape) satisfies z.ZodType<Verification>

export const draftReportSchema = z.strictObject({
  text,
  notices: z.array(noticeSchema),
  quotations: z.array(z.strictObject({ ...verdictShape, span: spanSchema, given: maybe, tooShort: z.boolean() })),
  unchecked: count,
})

const outletTally = z.strictObject({ name: maybe, statements: count })
const copyTally = z.strictObject({ name: maybe, documents: count, told: count })

export const sourceAnswerSchema = z.strictObject({
  source: sourceRowSchema,
  quoted: z.array(z.strictObject({ name: text, entity: maybe, statements: count })),
  through: z.array(outletTally),
  relayedBy: z.array(outletTally),
  shared: z.strictObject({
    looked: count,
    whole: z.boolean(),
    first: z.array(z.strictObject({ row: statementRowSchema, followers: z.array(documentSchema) })),
    behind: count,
    open: count,
  }),
  copies: z.array(copyTally),
  copiedBy: z.array(copyTally),
}) satisfies z.ZodType<SourceAnswer>

export const summarySchema = z.strictObject({
  documents: count,
  statements: count,
  publishers: z.array(counted),
  speakers: z.array(counted),
  languages: z.array(z.strictObject({ name: text, documents: count })),
  from: maybe,
  to: maybe,
}) satisfies z.ZodType<LedgerSummary>

const facetRows = z.array(counted)
export const facetsSchema = z.strictObject({
  total: count,
  counted: count,
  facets: z.strictObject({
    speaker: facetRows,
    about: facetRows,
    act: facetRows,
    publisher: facetRows,
    form: facetRows,
    year: facetRows,
  }),
}) satisfies z.ZodType<Facets>

export const completionSchema = z.strictObject({
  from: count,
  suggestions: z.array(z.strictObject({ insert: text, words: text, field: text, statements: count.nullable() })),
})

export const ingestionSchema = z.union([
  z.strictObject({
    outcome: z.literal('stored'),
    id: text,
    document: documentSchema,
    statements: count,
    notices: z.array(noticeSchema),
  }),
  z.strictObject({ outcome: z.literal('already-stored'), id: text }),
])

/** Notices have a closed list of codes in the types and any text in the contract, so that a newer ledger can be read. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
export const answersHold: readonly [
  Same<keyof z.output<typeof documentRowSchema>, keyof DocumentRow>,
  Same<keyof z.output<typeof documentEntrySchema>, keyof DocumentEntry>,
  Same<keyof z.output<typeof draftReportSchema>, keyof DraftReport>,
  Same<keyof z.output<typeof draftReportSchema>['quotations'][number], keyof DraftReport['quotations'][number]>,
  Same<keyof z.output<typeof completionSchema>, keyof Completion>,
  Same<z.output<typeof ingestionSchema>['outcome'], Ingestion['outcome']>,
] = [true, true, true, true, true, true]
