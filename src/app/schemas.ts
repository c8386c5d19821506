/** Input schemas shared by operations and doors; a message says what was expected. */
import { z } from 'zod'
import { LONGEST_QUERY } from '../core/query/parse-query.ts'
import { ACT_TYPES, POLARITIES } from '../core/query/query.ts'
import { actsIn, queryFault } from './asked-query.ts'

const isRealDate = (value: string): boolean => {
  const instant = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)
}

/** A calendar date that exists: `2024-06-21`. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'expected a date like 2024-06-21', abort: true })
  .refine(isRealDate, 'there is no such day')

const word = z.string().max(500, 'at most 500 characters')

export const pageSource = z.object({
  bytes: z.instanceof(Uint8Array),
  file: z.string().nullable(),
  url: z
    .url({ protocol: /^https?$/, error: 'expected an address like https://example.org/story' })
    .nullable()
    .optional(),
  published: isoDate.nullable().optional(),
  publisher: word.nullable().optional(),
  maxBytes: z.int().positive().optional(),
})

/** A page with what its container tells of it; see `ReadSource`. */
export const toldPage = pageSource.extend({
  title: z.string().nullable().optional(),
  authors: z.array(z.string()).optional(),
  language: z.string().nullable().optional(),
  charset: z.string().nullable().optional(),
  format: z.enum(['html', 'captions', 'plain']).optional(),
  name: z.string().optional(),
})

/** What the user may tell about a page; it wins over what the page says. */
export const givenFacts = pageSource.pick({ url: true, published: true, publisher: true })

const limit = z.coerce
  .number('expected a whole number')
  .int('expected a whole number')
  .min(1, 'at least 1')
  .max(1000, 'at most 1000')
  .default(50)

const paging = {
  limit,
  after: z.string().max(200, 'expected the cursor a former list ended with').optional(),
}

export const documentFilter = z.object({
  text: word.optional(),
  publisher: word.optional(),
  language: z.string().max(35, 'expected a tag like en').optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  ...paging,
})

export const statementFilter = documentFilter.extend({
  speaker: word.optional(),
  'speaks-for': word.optional(),
  'said-from': isoDate.optional(),
  'said-to': isoDate.optional(),
  form: z.enum(['direct', 'indirect', 'mixed'], 'expected direct, indirect or mixed').optional(),
  manner: z.enum(['speech', 'writing', 'thought'], 'expected speech, writing or thought').optional(),
  document: z.string().max(40, 'expected an id like d-0123456789abcdef').optional(),
  act: word
    .refine(
      (list) => actsIn(list).every((act) => (ACT_TYPES as readonly string[]).includes(act)),
      `expected ${ACT_TYPES.join(', ')}, or several with commas between`,
    )
    .optional(),
  polarity: z.enum(POLARITIES, 'expected positive or negative').optional(),
  about: word.optional(),
  query: z
    .string()
    .max(LONGEST_QUERY, `at most ${LONGEST_QUERY} characters`)
    .superRefine((text, context) => {
      const fault = queryFault(text)
      if (fault !== null) context.addIssue({ code: 'custom', message: fault })
    })
    .optional()
    .describe('words, "phrases", -exclusions, fields like speaker:Kirby, OR and parentheses'),
  sort: z.enum(['newest', 'oldest', 'said'], 'expected newest, oldest or said').optional(),
})

export const speakerQuery = z.object({
  speaker: word.refine((name) => name.trim() !== '', 'expected a name or an id'),
  limit,
})

export const timelineQuery = z
  .object({
    speaker: word.optional(),
    about: word.optional(),
    from: isoDate.optional(),
    to: isoDate.optional(),
    limit,
  })
  .refine(({ speaker, about }) => Boolean(speaker?.trim() || about?.trim()), {
    error: 'expected a name or an id, or a subject with "about"',
    path: ['speaker'],
  })

export const subjectFilter = z.object({ text: word.optional(), ...paging })

export const subjectQuery = z.object({
  subject: word.refine((name) => name.trim() !== '', 'expected the name of a subject, or words'),
  limit,
})
