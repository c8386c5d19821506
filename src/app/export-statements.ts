/** Whole documents or a selection of statements, one document after the other, as every export format takes them. */
import { z } from 'zod'
import type { Block } from '../core/doc.ts'
import type { Notice } from '../core/document.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Exported } from '../core/export/exported.ts'
import type { Entity } from '../core/register/register.ts'
import type { Statement } from '../core/statement.ts'
import { listStatements } from './list-statements.ts'
import type { Operation } from './perform.ts'
import type { Deps, DocumentEntry, StatementRow } from './ports.ts'
import { statementFilter } from './schemas.ts'

export interface ExportedEntry extends Exported {
  readonly blocks: readonly Block[]
  readonly notices: readonly Notice[]
  readonly pipeline: string | null
  readonly added: string
  /** What the ids in its statements stand for. */
  readonly entities: readonly Entity[]
}

export const exportFilter = statementFilter.omit({ limit: true, after: true, sort: true }).extend({
  statement: z
    .array(z.string().max(2000, 'longer than any id'))
    .max(1000, 'at most 1000 ids')
    .optional()
    .describe('ids of the statements themselves; filters do not count then'),
})

/** Rows asked of the ledger at a time: never the whole of it in memory. */
const AT_ONCE = 500

type Asked = Pick<Deps, 'store' | 'subjects'>

export const exportStatements: Operation<typeof exportFilter, AsyncIterable<ExportedEntry>, Asked> = {
  name: 'exportStatements',
  summary: 'Give documents with their texts and statements, all of them or those that a filter finds.',
  input: exportFilter,
  run: async ({ store, subjects }, { statement, ...filter }) => {
    if (statement !== undefined && statement.length > 0)
      return withEntities(store, chosenStatements(store, await rowsOf(store, statement)))
    const isWhole = Object.values(filter).every((value) => value === undefined || value === '')
    const chosen = isWhole ? wholeDocuments(store) : foundStatements({ store, subjects }, filter)
    return withEntities(store, chosen)
  },
}

type Chosen = readonly [DocumentEntry, readonly Statement[]]

/** Documents without statements too: what goes out can come in again. */
async function* wholeDocuments(store: Deps['store']): AsyncGenerator<Chosen> {
  let after: string | undefined
  do {
    const page = await store.listDocuments({ limit: AT_ONCE, after })
    for (const { document } of page.rows) {
      const entry = await store.getDocument(document.id)
      if (entry !== null) yield [entry, entry.statements]
    }
    after = page.next ?? undefined
  } while (after !== undefined)
}

/** @throws OnrecordError `unknown-id` for one that is not there, before anything is given. */
const rowsOf = (store: Deps['store'], ids: readonly string[]): Promise<StatementRow[]> =>
  Promise.all(
    [...new Set(ids)].map(async (id) => {
      const row = await store.getStatement(id)
      if (row === null) throw new OnrecordError('unknown-id', { id })
      return row
    }),
  )

/** By document, in the order in which each is first named. */
async function* chosenStatements(store: Deps['store'], rows: readonly StatementRow[]): AsyncGenerator<Chosen> {
  const chosen = new Set(rows.map(({ statement }) => statement.id))
  for (const document of new Set(rows.map((row) => row.document.id))) {
    const entry = await store.getDocument(document)
    if (entry !== null) yield [entry, entry.statements.filter(({ id }) => chosen.has(id))]
  }
}

/** Statements of one document stand together in the listing, so that each document is read once. */
async function* foundStatements(
  { store, subjects }: Asked,
  filter: Readonly<Record<string, string | undefined>>,
): AsyncGenerator<Chosen> {
  let open: Open | null = null
  let after: string | undefined
  do {
    const asked = listStatements.input.parse({ ...filter, limit: AT_ONCE, after })
    const page = await listStatements.run({ store, subjects }, asked)
    for (const { statement, document } of page.rows) {
      if (open !== null && open.id === document.id) open.statements.push(statement)
      else {
        yield* closed(store, open)
        open = { id: document.id, statements: [statement] }
      }
    }
    after = page.next ?? undefined
  } while (after !== undefined)
  yield* closed(store, open)
}

/** A document of which some statements have come, and maybe not all. */
interface Open {
  readonly id: string
  readonly statements: Statement[]
}

async function* closed(store: Deps['store'], open: Open | null): AsyncGenerator<Chosen> {
  const entry = open === null ? null : await store.getDocument(open.id)
  if (entry !== null) yield [entry, open!.statements]
}

async function* withEntities(store: Deps['store'], chosen: AsyncIterable<Chosen>): AsyncGenerator<ExportedEntry> {
  const known = new Map<string, Entity | null>()
  for await (const [{ document, text, blocks, notices, pipeline, added }, statements] of chosen) {
    const entities: Entity[] = []
    for (const id of entityIds(statements)) {
      if (!known.has(id)) known.set(id, (await store.getSpeaker({ entity: id }))?.entity ?? null)
      const entity = known.get(id)
      if (entity) entities.push(entity)
    }
    yield { document, text, statements, blocks, notices, pipeline, added, entities }
  }
}

/** Ids that statements name, in text order. */
export const entityIds = (statements: readonly Statement[]): readonly string[] => [
  ...new Set(
    statements.flatMap(({ speaker, addressee, medium, via }) =>
      [
        speaker?.entity,
        speaker?.speaksFor?.entity,
        ...(speaker?.members.map(({ entity }) => entity) ?? []),
        addressee?.entity,
        medium?.entity,
        ...via.map(({ entity }) => entity),
      ].filter((id) => id !== null && id !== undefined),
    ),
  ),
]
