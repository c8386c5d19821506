/** Input schemas shared by operations and doors; a message says what was expected. */
import { z } from 'zod'

const isRealDate = (value: string): boolean => {
  const instant = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)
}

/** A calendar date that exists: `2024-06-21`. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date like 2024-06-21')
  .refine(isRealDate, 'there is no such day')

const word = z.string().max(500, 'at most 500 characters')

export const pageSource = z.object({
  bytes: z.instanceof(Uint8Array),
  file: z.string().nullable(),
  url: z.url('expected an address like https://example.org/story').nullable().optional(),
  published: isoDate.nullable().optional(),
  publisher: word.nullable().optional(),
  maxBytes: z.int().positive().optional(),
})

const paging = {
  limit: z.coerce.number().int('expected a whole number').min(1, 'at least 1').max(1000, 'at most 1000').default(50),
  after: z.string().max(200).optional(),
}

export const documentFilter = z.object({
  text: word.optional(),
  publisher: word.optional(),
  language: z.string().max(35).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  ...paging,
})

export const statementFilter = documentFilter.extend({
  speaker: word.optional(),
  form: z.enum(['direct', 'indirect', 'mixed']).optional(),
  manner: z.enum(['speech', 'writing', 'thought']).optional(),
  document: z.string().max(40).optional(),
})
