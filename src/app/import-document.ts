/** A line of an export or of `extract` into a ledger: checked against its own text, stored under the ids it had. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Notice } from '../core/document.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Entity } from '../core/register/register.ts'
import { joinedText } from '../core/span.ts'
import { type Anchored, type Statement, statementId } from '../core/statement.ts'
import { type BulkLine, bulkLine, extractionOf } from './bulk-line.ts'
import { extractLineSchema } from './contract.ts'
import { entityIds } from './export-statements.ts'
import type { IngestDeps } from './ingest-document.ts'
import type { Operation } from './perform.ts'
import type { EntityLinks, LinkedEntity } from './ports.ts'
import { storeExtraction } from './store-extraction.ts'

const text = z.string()

const entitySchema = z.strictObject({
  id: text,
  kind: z.enum(['person', 'organisation', 'state', 'publication']),
  name: text,
  names: z.array(text),
  gender: z.enum(['female', 'male']).nullable(),
  country: text.nullable(),
  speaksFor: text.nullable(),
}) satisfies z.ZodType<Entity>

/** As `onrecord export` writes it: the entities are those of a ledger. */
export const exportedLine = extractLineSchema.extend({
  text,
  pipeline: text.nullable(),
  added: z.iso.datetime(),
  entities: z.array(entitySchema),
})

type ExportedLine = z.output<typeof exportedLine>

/** As `onrecord export` writes it, or as `extract` does: then entities are looked for here, as for a page that is added. */
export const importLine = z.looseObject({}).transform((line, context): ExportedLine | BulkLine => {
  if (!('referents' in line || 'entities' in line) && 'statements' in line) {
    context.addIssue({
      code: 'custom',
      message: 'a line of "onrecord extract" without --bulk, which lacks what entities are told by',
    })
    return z.NEVER
  }
  const parsed = ('referents' in line ? bulkLine : exportedLine).safeParse(line)
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
})

export interface Import {
  readonly outcome: 'stored' | 'already-stored'
  readonly id: string
  readonly statements: number
}

/** What it takes: of a store, so much. */
export type ImportDeps = Pick<IngestDeps, 'store' | 'register' | 'now'>

export const importDocument: Operation<typeof importLine, Import, ImportDeps> = {
  name: 'importDocument',
  summary: 'Put one exported or extracted document into the ledger, with the ids it had.',
  input: importLine,
  async run(deps, line) {
    const fault = faultIn(line) ?? ('entities' in line ? unknownIn(line) : misplacedIn(line))
    if (fault !== null) throw new OnrecordError('invalid-input', { operation: 'importDocument', problem: fault })
    return 'entities' in line ? putExported(deps, line) : putExtracted(deps, line)
  },
}

async function putExported({ store }: ImportDeps, line: ExportedLine): Promise<Import> {
  const { document, blocks, statements, notices, pipeline, added } = line
  const entry = { document, text: line.text, blocks, statements, notices: notices as Notice[], pipeline, added }
  for (;;) {
    const { revision } = await store.knownEntities([])
    const outcome = await store.putDocument(entry, linksOf(line, revision))
    if (outcome !== 'outdated') return { outcome, id: document.id, statements: statements.length }
  }
}

async function putExtracted(deps: ImportDeps, line: BulkLine): Promise<Import> {
  const { id, sha256, url } = line.document
  const statements = line.statements.length
  // Spares a shard that was imported before the search for its entities.
  if ((await deps.store.findByDigest(sha256, url)) === id) return { outcome: 'already-stored', id, statements }
  const { outcome } = await storeExtraction(deps, extractionOf(line))
  return { outcome, id, statements }
}

/** Null where ids and slices are what the text says they are: nothing is taken in that is not in the document. */
function faultIn({ document, text: whole, blocks, statements }: ExportedLine | BulkLine): string | null {
  const digest = createHash('sha256')
    .update(`${document.url ?? ''}\0${whole}`)
    .digest('hex')
  if (document.id !== `d-${digest.slice(0, 16)}`) return 'document.id: not the digest of its url and text'
  if (blocks.some(({ start, end }) => start > end || end > whole.length)) return 'blocks: one reaches beyond the text'
  for (const statement of statements) {
    if (statement.id !== statementId(document.id, statement.content.spans))
      return `${statement.id}: not the id of its document and spans`
    for (const part of ['content', 'cue', 'source'] as const) {
      if (!isSlice(whole, statement[part])) return `${statement.id}: its ${part} is not what the text has there`
    }
    if (!isSlice(whole, statement.act.condition)) return `${statement.id}: its condition is not what the text has there`
  }
  return null
}

function unknownIn({ statements, entities }: ExportedLine): string | null {
  const known = new Set(entities.map(({ id }) => id))
  const missing = entityIds(statements).find((id) => !known.has(id))
  return missing === undefined ? null : `entities: nothing tells what ${missing} is`
}

function misplacedIn({ statements, referents }: BulkLine): string | null {
  const known = new Set(statements.map(({ id }) => id))
  const stray = referents.flatMap(({ uses }) => uses).find(({ statement }) => !known.has(statement))
  return stray === undefined ? null : `referents: ${stray.statement} is no statement of this document`
}

const isSlice = (whole: string, { spans, text: words }: Anchored): boolean =>
  spans.every(({ end }) => end <= whole.length) && joinedText(whole, spans) === words

/** What the document tells of each entity, as far as its statements have it. */
function linksOf({ entities, statements, document }: ExportedLine, revision: number): EntityLinks {
  return { revision, entities: entities.map((entity) => linkOf(entity, statements, document.published)) }
}

function linkOf(entity: Entity, statements: readonly Statement[], published: string | null): LinkedEntity {
  const names = new Set<string>()
  const roles: LinkedEntity['roles'][number][] = []
  for (const { id, speaker, said } of statements) {
    if (speaker?.speaksFor?.entity === entity.id) names.add(speaker.speaksFor.name)
    for (const member of speaker?.members ?? []) if (member.entity === entity.id) names.add(member.name)
    if (speaker?.entity !== entity.id) continue
    names.add(speaker.name)
    if (speaker.role === null) continue
    const { role, of } = speaker
    if (!roles.some((one) => one.role === role && one.of === of))
      roles.push({ role, of, at: said.latest ?? published, statement: id })
  }
  return { entity, names: [...names], roles }
}
