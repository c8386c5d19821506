/** A line of an export back into a ledger: checked against its own text, stored under the ids it had. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Notice } from '../core/document.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Entity } from '../core/register/register.ts'
import { joinedText } from '../core/span.ts'
import { type Anchored, type Statement, statementId } from '../core/statement.ts'
import { extractLineSchema } from './contract.ts'
import { entityIds } from './export-statements.ts'
import type { Operation } from './perform.ts'
import type { Deps, EntityLinks, LinkedEntity } from './ports.ts'

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

export const importLine = extractLineSchema.extend({
  text,
  pipeline: text.nullable(),
  added: z.iso.datetime(),
  entities: z.array(entitySchema),
})

type ImportLine = z.output<typeof importLine>

export interface Import {
  readonly outcome: 'stored' | 'already-stored'
  readonly id: string
  readonly statements: number
}

export const importDocument: Operation<typeof importLine, Import, Pick<Deps, 'store'>> = {
  name: 'importDocument',
  summary: 'Put one exported document into the ledger, with the ids it had.',
  input: importLine,
  async run({ store }, line) {
    const fault = faultIn(line)
    if (fault !== null) throw new OnrecordError('invalid-input', { operation: 'importDocument', problem: fault })
    const { document, blocks, statements, notices, pipeline, added } = line
    const entry = { document, text: line.text, blocks, statements, notices: notices as Notice[], pipeline, added }
    for (;;) {
      const { revision } = await store.knownEntities([])
      const outcome = await store.putDocument(entry, linksOf(line, revision))
      if (outcome !== 'outdated') return { outcome, id: document.id, statements: statements.length }
    }
  },
}

/** Null where ids and slices are what the text says they are: nothing is taken in that is not in the document. */
function faultIn({ document, text: whole, blocks, statements, entities }: ImportLine): string | null {
  const digest = createHash('sha256')
    .update(`${document.url ?? ''}\0${whole}`)
    .digest('hex')
  if (document.id !== `d-${digest.slice(0, 16)}`) return 'document.id: not the digest of its url and text'
  if (blocks.some(({ start, end }) => start > end || end > whole.length)) return 'blocks: one reaches beyond the text'
  const known = new Set(entities.map(({ id }) => id))
  const missing = entityIds(statements).find((id) => !known.has(id))
  if (missing !== undefined) return `entities: nothing tells what ${missing} is`
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

const isSlice = (whole: string, { spans, text: words }: Anchored): boolean =>
  spans.every(({ end }) => end <= whole.length) && joinedText(whole, spans) === words

/** What the document tells of each entity, as far as its statements have it. */
function linksOf({ entities, statements, document }: ImportLine, revision: number): EntityLinks {
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
