/** The contract of documents and statements as schemas: what other programs get, and what `import` accepts. */
import { z } from 'zod'
import type { Block } from '../core/doc.ts'
import type { DocumentRecord, Notice } from '../core/document.ts'
import type { Statement } from '../core/statement.ts'

const text = z.string()
const share = z.number().min(0).max(1)
const nullable = <Schema extends z.ZodType>(schema: Schema) => schema.nullable()

export const spanSchema = z
  .strictObject({ start: z.int().min(0), end: z.int().min(0) })
  .refine(({ start, end }) => start <= end, 'ends before it starts')

const anchoredSchema = z.strictObject({ spans: z.array(spanSchema), text })

export const documentSchema = z.strictObject({
  id: z.string().regex(/^d-[0-9a-f]{16}$/, 'expected an id like d-0123456789abcdef'),
  kind: z.enum(['report', 'transcript', 'release']),
  file: nullable(text),
  url: nullable(text),
  title: nullable(text),
  publisher: nullable(text),
  authors: z.array(text),
  published: nullable(text),
  publishedFrom: nullable(z.enum(['json-ld', 'meta', 'text', 'url', 'given'])),
  modified: nullable(text),
  language: text,
  original: nullable(text),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hex'),
  chars: z.int().min(0),
}) satisfies z.ZodType<DocumentRecord>

export const blockSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  kind: z.enum([
    'headline',
    'standfirst',
    'byline',
    'dateline',
    'paragraph',
    'quote',
    'list-item',
    'caption',
    'boilerplate',
  ]),
  lang: z.exactOptional(text),
})

const entityId = nullable(text)
const speakerKind = nullable(z.enum(['person', 'organisation', 'state', 'group', 'anonymous', 'publication']))

const speakerSchema = z.strictObject({
  name: text,
  entity: entityId,
  kind: speakerKind,
  role: nullable(text),
  of: nullable(text),
  count: nullable(z.number()),
  speaksFor: nullable(z.strictObject({ name: text, entity: entityId })),
  members: z.array(z.strictObject({ name: text, entity: entityId, kind: speakerKind })),
  reason: nullable(text),
  candidates: z.array(z.strictObject({ name: text, weight: share })),
})

const partySchema = z.strictObject({ name: text, kind: nullable(text), entity: entityId, span: spanSchema })

const saidSchema = z.strictObject({
  value: nullable(text),
  text: nullable(text),
  span: nullable(spanSchema),
  precision: z.enum(['time', 'day', 'week', 'month', 'season', 'year', 'decade', 'unknown']),
  anchor: z.enum(['explicit', 'published', 'none']),
  earliest: nullable(text),
  latest: nullable(text),
})

const actTypes = [
  'assertion',
  'denial',
  'commitment',
  'refusal',
  'threat',
  'demand',
  'permission',
  'prediction',
  'criticism',
  'support',
  'question',
  'no-comment',
  'opinion',
] as const

const actSchema = z.strictObject({
  type: nullable(z.enum(actTypes)),
  polarity: nullable(z.enum(['positive', 'negative'])),
  condition: anchoredSchema,
  deadline: nullable(text),
})

export const statementSchema = z.strictObject({
  id: z.string().regex(/^d-[0-9a-f]{16}\.\d+-\d+(?:_\d+-\d+)*$/, 'expected an id like d-0123456789abcdef.120-186'),
  form: z.enum(['direct', 'indirect', 'mixed']),
  manner: z.enum(['speech', 'writing', 'thought']),
  content: anchoredSchema,
  cue: anchoredSchema,
  source: anchoredSchema,
  speaker: nullable(speakerSchema),
  addressee: nullable(partySchema),
  medium: nullable(partySchema),
  said: saidSchema,
  via: z.array(z.strictObject({ name: text, kind: nullable(text), span: spanSchema, entity: entityId })),
  within: nullable(text),
  act: actSchema,
  about: z.array(text),
  confidence: z.strictObject({
    relation: share,
    speaker: nullable(share),
    said: nullable(share),
    act: nullable(share),
  }),
}) satisfies z.ZodType<Statement>

export const noticeSchema = z.strictObject({
  code: text,
  message: text,
  span: nullable(spanSchema),
  statement: nullable(text),
})

/** One line of `onrecord extract --format jsonl`; with `text`, of `onrecord export --format jsonl` too. */
export const extractLineSchema = z.strictObject({
  document: documentSchema,
  blocks: z.array(blockSchema),
  statements: z.array(statementSchema),
  notices: z.array(noticeSchema),
  text: z.exactOptional(text),
})

/** What the types of the core say, so that neither side of the contract can change alone. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
export const contractHolds: readonly [
  Same<z.output<typeof statementSchema>['act']['type'], Statement['act']['type']>,
  Same<z.output<typeof documentSchema>['kind'], DocumentRecord['kind']>,
  Same<z.output<typeof blockSchema>['kind'], Block['kind']>,
  Same<keyof z.output<typeof noticeSchema>, keyof Notice>,
  Same<keyof z.output<typeof statementSchema>, keyof Statement>,
] = [true, true, true, true, true]
