/** One document as `extract --bulk` and Parquet carry it: all that a ledger needs to link it as if it had read the page itself. */
import { z } from 'zod'
import type { DocumentReferent, UsePlace } from '../core/referents.ts'
import type { Statement } from '../core/statement.ts'
import { extractLineSchema } from './contract.ts'
import type { Extracted, Extraction } from './extract-document.ts'

const text = z.string()

const place = text.regex(
  /^(?:speaker|addressee|medium|speaksFor|(?:via|members)\.\d{1,4})$/,
  'expected a place in a statement',
) as unknown as z.ZodType<UsePlace>

const referentSchema = z.strictObject({
  chain: text,
  names: z.array(text),
  kind: z.enum(['person', 'organisation', 'state', 'publication', 'group', 'anonymous']).nullable(),
  titles: z.array(z.strictObject({ role: text, of: text.nullable() })),
  gender: z.enum(['female', 'male']).nullable(),
  at: text.nullable(),
  countries: z.array(text),
  uses: z.array(z.strictObject({ statement: text, at: place })),
}) satisfies z.ZodType<DocumentReferent>

export const bulkLine = extractLineSchema.extend({
  text,
  pipeline: text.nullable(),
  referents: z.array(referentSchema),
  /** How sure the speaker of a statement was before an entity was found for it; only where one was. */
  speakers: z.record(text, z.number().min(0).max(1).nullable()),
})

export type BulkLine = z.output<typeof bulkLine>

/** The contract's line, in the contract's order, and behind it what only a ledger wants. */
export const bulkLineOf = (extracted: Extracted) => {
  const { document, blocks, statements, notices, text: whole, pipeline, referents, found } = extracted
  const before = new Map(found.map(({ id, confidence }) => [id, confidence.speaker]))
  const changed = statements.filter(({ id, confidence }) => before.get(id) !== confidence.speaker)
  const speakers = Object.fromEntries(changed.map(({ id }) => [id, before.get(id) ?? null]))
  return { document, blocks, statements, notices, text: whole, pipeline, referents, speakers }
}

/** Told by a register, so that another may tell otherwise. */
const BY_REGISTER = 'role-not-held'

/** What the reader and its pipeline had found before entities were looked for: the ledger looks for them by itself. */
export function extractionOf({ statements, referents, speakers, notices, ...line }: BulkLine): Extraction {
  const places = new Map<string, Set<UsePlace>>()
  for (const { statement, at } of referents.flatMap(({ uses }) => uses)) {
    const known = places.get(statement) ?? new Set()
    places.set(statement, known.add(at))
  }
  return {
    ...line,
    referents,
    notices: notices.filter(({ code }) => code !== BY_REGISTER) as Extraction['notices'],
    statements: statements.map((statement) => withoutEntities(statement, places.get(statement.id), speakers)),
  }
}

function withoutEntities(
  statement: Statement,
  places: ReadonlySet<UsePlace> | undefined,
  speakers: BulkLine['speakers'],
): Statement {
  if (places === undefined) return statement
  const { speaker, addressee, medium, via, confidence } = statement
  const none = (at: UsePlace): { readonly entity?: null } => (places.has(at) ? { entity: null } : {})
  return {
    ...statement,
    speaker: speaker && {
      ...speaker,
      ...none('speaker'),
      speaksFor: speaker.speaksFor && { ...speaker.speaksFor, ...none('speaksFor') },
      members: speaker.members.map((member, index) => ({ ...member, ...none(`members.${index}`) })),
    },
    addressee: addressee && { ...addressee, ...none('addressee') },
    medium: medium && { ...medium, ...none('medium') },
    via: via.map((relay, index) => ({ ...relay, ...none(`via.${index}`) })),
    confidence: Object.hasOwn(speakers, statement.id)
      ? { ...confidence, speaker: speakers[statement.id]! }
      : confidence,
  }
}
