/** What operations answer, as schemas: nothing more and nothing less than the types say, checked against them by the compiler. */
import { z } from 'zod'
import { CONFLICT_TYPES, FIDELITIES, type Link, RELATIONS } from '../core/links/link.ts'
import type { Origin } from '../core/links/origins.ts'
import type { Change, Position } from '../core/positions/positions.ts'
import type { Entity } from '../core/register/register.ts'
import { blockSchema, documentSchema, noticeSchema, spanSchema, statementSchema } from './contract.ts'
import type { Utterance } from './find-utterance.ts'
import type { Claim } from './get-claim.ts'
import type { Passage } from './get-passage.ts'
import type { Relations } from './get-relations.ts'
import type { SpeakerAnswer } from './get-speaker.ts'
import type { StatementAnswer } from './get-statement.ts'
import type { SubjectAnswer } from './get-subject.ts'
import type { TimelineAnswer } from './get-timeline.ts'
import type { ListedSource } from './list-sources.ts'
import type { SubjectList } from './list-subjects.ts'
import type { LinkRow, Page, SpeakerRow, StatementRow } from './ports.ts'

const text = z.string()
const maybe = text.nullable()
const count = z.int().min(0)
const share = z.number().min(0).max(1)
const list = <Row extends z.ZodType>(row: Row) => z.array(row)

/** A page of rows: `next` is the cursor that the next page is asked for with, null on the last. */
const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    rows: list(row),
    total: count.describe('rows that match in all, whatever the limit'),
    next: maybe.describe('pass as "after" to get the next page; null on the last'),
  })

// ── rows

const statementRowShape = { statement: statementSchema, document: documentSchema }
export const statementRowSchema = z.strictObject(statementRowShape) satisfies z.ZodType<StatementRow>

export const documentRowSchema = z.strictObject({
  document: documentSchema,
  statements: count,
  notices: list(noticeSchema),
  added: text,
})

export const linkSchema = z.strictObject({
  from: text.describe('id of the later statement; of a rendering, the report’s'),
  to: text,
  relation: z.enum(RELATIONS),
  type: z.enum([...CONFLICT_TYPES, ...FIDELITIES]).nullable(),
  level: z.enum(['suggested', 'confirmed', 'rejected']),
  confidence: share,
  because: list(z.strictObject({ span: spanSchema, of: text, note: text })),
}) satisfies z.ZodType<Link>

export const linkRowSchema = z.strictObject({
  link: linkSchema,
  from: statementRowSchema,
  to: statementRowSchema,
}) satisfies z.ZodType<LinkRow>

export const entitySchema = z.strictObject({
  id: text,
  kind: z.enum(['person', 'organisation', 'state', 'publication']),
  name: text,
  names: list(text),
  gender: z.enum(['female', 'male']).nullable(),
  country: maybe,
  speaksFor: maybe,
}) satisfies z.ZodType<Entity>

const speakerRowShape = { entity: entitySchema.nullable(), name: text, statements: count }
export const speakerRowSchema = z.strictObject(speakerRowShape) satisfies z.ZodType<SpeakerRow>

const tallied = { statements: count, first: maybe, last: maybe }
export const subjectRowSchema = z.strictObject({ name: text, own: z.boolean(), ...tallied })

export const sourceRowSchema = z.strictObject({
  name: text,
  names: list(text),
  documents: count,
  statements: count,
  first: maybe,
  last: maybe,
  relayed: count,
}) satisfies z.ZodType<ListedSource>

// ── pages

export const statementPageSchema = pageOf(statementRowSchema) satisfies z.ZodType<Page<StatementRow>>
export const documentPageSchema = pageOf(documentRowSchema)
export const linkPageSchema = pageOf(linkRowSchema) satisfies z.ZodType<Page<LinkRow>>
export const speakerPageSchema = pageOf(speakerRowSchema) satisfies z.ZodType<Page<SpeakerRow>>
export const sourcePageSchema = pageOf(sourceRowSchema) satisfies z.ZodType<Page<ListedSource>>
export const subjectPageSchema = pageOf(subjectRowSchema).extend({
  defined: list(subjectRowSchema).describe('subjects of the user’s own, on the first page alone'),
}) satisfies z.ZodType<SubjectList>

// ── single things

export const documentEntrySchema = z.strictObject({
  document: documentSchema,
  text: text.describe('the text that every span counts in, in UTF-16 code units'),
  blocks: list(blockSchema),
  statements: list(statementSchema),
  notices: list(noticeSchema),
  pipeline: maybe,
  added: text,
})

export const statementAnswerSchema = z.strictObject({
  ...statementRowShape,
  subjects: z.exactOptional(list(text)),
}) satisfies z.ZodType<StatementAnswer>

const linkToSchema = z.strictObject({ link: linkSchema, other: statementRowSchema })

const originSchema = z.strictObject({
  documents: list(text),
  because: list(z.strictObject({ reason: z.enum(['version', 'copy', 'credit', 'publisher']), outlet: maybe })),
}) satisfies z.ZodType<Origin>

export const utteranceSchema = z.strictObject({
  statements: list(statementRowSchema),
  earliest: maybe,
  pages: count,
  origins: list(originSchema),
  whole: z.boolean(),
}) satisfies z.ZodType<Utterance>

export const relationsSchema = z.strictObject({
  row: statementRowSchema,
  utterance: utteranceSchema,
  claim: z.strictObject({ id: text, statements: count, utterances: count }),
  links: list(linkToSchema),
}) satisfies z.ZodType<Relations>

export const claimSchema = z.strictObject({
  id: text,
  utterances: list(utteranceSchema),
  all: utteranceSchema,
  links: list(linkToSchema),
}) satisfies z.ZodType<Claim>

export const passageSchema = z.strictObject({
  document: documentSchema,
  span: spanSchema,
  text,
  statements: list(statementSchema),
}) satisfies z.ZodType<Passage>

// ── over time

const entryShape = { ...statementRowShape, own: z.boolean(), through: list(text), told: maybe }
const timelineEntrySchema = z.strictObject(entryShape)
const timelineOf = <Entry extends z.ZodType>(entry: Entry) => ({
  dated: list(entry),
  datedTotal: count,
  undated: list(entry),
  undatedTotal: count,
})

const counted = z.strictObject({ name: text, statements: count })
const namedCount = z.strictObject({ name: text, entity: maybe, statements: count })

const profileSchema = z.strictObject({
  ...speakerRowShape,
  names: list(counted),
  roles: list(
    z.strictObject({
      role: text,
      of: maybe,
      from: maybe,
      to: maybe,
      evidence: z.strictObject({ statement: text, document: text, title: maybe }),
    }),
  ),
  speaksFor: list(namedCount),
  publishers: list(counted),
  addressees: list(namedCount),
  media: list(namedCount),
  subjects: list(counted),
  acts: list(z.strictObject({ name: statementSchema.shape.act.shape.type.unwrap(), statements: count })),
  offices: list(z.strictObject({ role: text, of: text, start: maybe, end: maybe, asOf: maybe })),
})

export const speakerAnswerSchema = z.strictObject({
  speaker: profileSchema.nullable().describe('null where the name may mean several: "others" has them'),
  others: list(speakerRowSchema),
  ...timelineOf(timelineEntrySchema),
}) satisfies z.ZodType<SpeakerAnswer>

export const subjectAnswerSchema = z.strictObject({
  subject: z.strictObject({ name: text, own: z.boolean(), query: text, ...tallied }),
  speakers: list(counted),
  acts: list(counted),
  publishers: list(counted),
  related: list(counted),
  counted: count,
  ...timelineOf(timelineEntrySchema),
}) satisfies z.ZodType<SubjectAnswer>

const anchored = z.strictObject({ spans: list(spanSchema), text })

export const positionSchema = z.strictObject({
  id: text,
  statements: list(text),
  first: maybe,
  last: maybe,
  told: maybe,
  published: z.tuple([text, text]).nullable(),
  own: count,
  documents: count,
}) satisfies z.ZodType<Position>

const changeSchema = z.strictObject({
  from: text,
  to: text,
  type: text,
  own: z.boolean(),
  before: anchored,
  after: anchored,
}) satisfies z.ZodType<Change>

export const timelineSchema = z.strictObject({
  ...timelineOf(z.strictObject({ ...entryShape, position: maybe, change: changeSchema.nullable() })),
  speaker: speakerRowSchema.nullable(),
  others: list(speakerRowSchema),
  about: maybe,
  positions: list(positionSchema),
}) satisfies z.ZodType<TimelineAnswer>
