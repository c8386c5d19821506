/** One document held against itself: digests, spans, slices, and columns that repeat what its JSON says. */
import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import type { DocumentEntry, FaultCode, Mend } from '../../app/ports.ts'
import type { Block } from '../../core/doc.ts'
import type { DocumentRecord, Notice } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import type { Statement } from '../../core/statement.ts'
import { type EntryValues, valuesOf } from '../put-entry.ts'
import { restored } from '../storable.ts'
import { faultOf, type Tell } from './fault.ts'
import type { DocumentRows } from './read-document.ts'
import { statementFaults } from './statement-faults.ts'

/** What the check goes on with: the document as it would be put, row by row. */
export interface Derived {
  readonly entry: DocumentEntry
  readonly values: EntryValues
}

/** A document as a store has it, its JSON not yet read. */
export interface HeldDocument {
  readonly id: string
  readonly sha256: unknown
  readonly record: unknown
  readonly notices: unknown
  readonly blocks: unknown
  readonly text: string
  readonly pipeline: string | null
  readonly added: string
  /** Deflated; null where none was kept. */
  readonly original: Uint8Array | null
  readonly statements: readonly { readonly id: unknown; readonly body: unknown }[]
}

/** @returns null where too little of it can be read. */
export function checkDocument(rows: DocumentRows, tell: Tell): Derived | null {
  const { row, body } = rows
  const id = String(row.id)
  if (body === null) {
    tell(faultOf('unreadable', `document ${id}`, 'its text is not there', 'backup', id))
    return null
  }
  const { sha256, record, notices, blocks } = body
  const entry = checkText(
    {
      ...{ id, sha256, record, notices, blocks },
      text: restored(body.text),
      pipeline: body.pipeline as string | null,
      added: String(body.added),
      original: rows.original,
      statements: (rows.statements ?? []).map((each) => ({ id: each.row.id, body: each.row.body })),
    },
    tell,
  )
  if (entry === null) return null
  const values = valuesOf(entry, { revision: 0, entities: [] }, null)
  const wrong = [...columnsOf(rows, values), ...statementColumns(rows, values)]
  if (wrong.length > 0) {
    const message = `columns that do not say what its record and statements say: ${[...new Set(wrong)].join(', ')}`
    tell(faultOf('row', `document ${id}`, message, 'repair', id))
  }
  return { entry, values }
}

/** Digests, spans and slices of a document, wherever it is kept. @returns null where too little of it can be read. */
export function checkText(held: HeldDocument, tell: Tell): DocumentEntry | null {
  const { id, text } = held
  const fault: TellOf = (code, message, mend) => tell(faultOf(code, `document ${id}`, message, mend, id))
  const bytes = originalOf(held.original)
  const isKept = bytes !== null && sha256(bytes) === held.sha256
  if (bytes === null ? held.original !== null : !isKept) {
    fault('original', 'the bytes it was read from are not those that its digest is of', 'backup')
  }
  const lost: Mend = isKept ? 'reread' : 'backup'
  const parts = jsonParts(held)
  if (parts === null) {
    fault('unreadable', 'its record, notices or blocks are not JSON', lost)
    return null
  }
  const { record, notices, blocks } = parts
  const digest = sha256(`${record.url ?? ''}\0${text}`)
  if (id !== `d-${digest.slice(0, 16)}` || record.id !== id) {
    fault('digest', 'its id is not the digest of its address and text: one of them was changed', lost)
    // Of a text that is not what it was, nothing more can be told.
    return null
  }
  if (record.chars !== text.length) {
    fault('digest', `its record has ${record.chars} characters, its text ${text.length}`, lost)
  }
  const statements = statementsOf(held, fault)
  const spans = [...blocks, ...notices.flatMap(({ span }) => span ?? [])]
  if (!spans.every((span) => isWithin(span, text.length))) {
    fault('slice', 'a block or a notice reaches beyond its text', 'reanalyse')
  }
  const ids = new Set(statements.map((statement) => statement.id))
  for (const statement of statements) {
    const message = statementFaults(statement, { id, text, ids })
    if (message !== null) tell(faultOf('slice', `statement ${statement.id}`, message, 'reanalyse', id))
  }
  return { document: record, text, blocks, statements, notices, pipeline: held.pipeline, added: held.added }
}

type TellOf = (code: FaultCode, message: string, mend: Mend) => void

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

export const isWithin = ({ start, end }: Span, length: number): boolean => 0 <= start && start <= end && end <= length

function originalOf(deflated: Uint8Array | null): Uint8Array | null {
  try {
    return deflated === null ? null : inflateRawSync(deflated)
  } catch {
    return null
  }
}

function jsonParts({ record, notices, blocks }: HeldDocument) {
  try {
    return {
      record: JSON.parse(String(record)) as DocumentRecord,
      notices: JSON.parse(String(notices)) as Notice[],
      blocks: JSON.parse(String(blocks)) as Block[],
    }
  } catch {
    return null
  }
}

/** Those that can be read; of the others only that they cannot. */
const statementsOf = ({ statements }: HeldDocument, fault: TellOf): Statement[] =>
  statements.flatMap(({ id, body }) => {
    try {
      if (typeof body === 'string') return [JSON.parse(body) as Statement]
    } catch {
      // Told of below.
    }
    fault('unreadable', `its statement ${String(id)} has no record that can be read`, 'reanalyse')
    return []
  })

/** Names of columns of the document that are not as they would be put. */
function columnsOf({ row, body, copyOf, sketch, statements }: DocumentRows, values: EntryValues): string[] {
  const [, published, language] = values.row
  const [, url] = values.body
  const expected: readonly [string, unknown, unknown][] = [
    ['published', row.published, published],
    ['language', row.language, language],
    ['statements', row.statements, statements?.length ?? row.statements],
    ['publisher', row.publisher_name, values.publisher?.name ?? null],
    ['sha256', body!.sha256, values.body[0]],
    ['url', body!.url, url],
    ['original', copyOf, values.copyOf],
    // Ledgers of an older onrecord get theirs when they are linked.
    ['sketch', sketch, sketch === null ? null : values.linkable.sketch],
  ]
  return expected.flatMap(([name, there, put]) => (isSame(there, put) ? [] : [name]))
}

const STATEMENT_COLUMNS = ['ord', 'form', 'manner', 'id', 'said_from', 'said_to', 'act', 'polarity'] as const

function statementColumns({ statements }: DocumentRows, values: EntryValues): string[] {
  // Where one cannot be read, the others have another place in the order.
  if (statements === null || statements.length !== values.statements.length) return []
  return values.statements.flatMap((put, at) => {
    const { row, subjects, outlets } = statements[at]!
    const columns = STATEMENT_COLUMNS.filter((name, column) => !isSame(row[name], put.row[column]))
    const others: readonly [string, boolean][] = [
      ['speaker', isSame(row.speaker_name, put.speaker?.name ?? null)],
      ['entity', isSame(row.entity_id, put.entity)],
      ['principal', isSame(row.principal_id, put.principal)],
      [
        'subjects',
        isSameSet(
          subjects,
          put.subjects.map(({ name }) => name),
        ),
      ],
      ['outlets', isSameSet(outlets, put.outlets)],
    ]
    return [...columns, ...others.flatMap(([name, isRight]) => (isRight ? [] : [name]))]
  })
}

function isSame(there: unknown, put: unknown): boolean {
  if (there instanceof Uint8Array && put instanceof Uint8Array) return Buffer.compare(there, put) === 0
  return (there ?? null) === (put ?? null)
}

function isSameSet(there: readonly unknown[], put: readonly unknown[]): boolean {
  const keys = (values: readonly unknown[]): string =>
    values
      .map((value) => restored(value))
      .sort()
      .join('\n')
  return there.length === put.length && keys(there) === keys(put)
}
