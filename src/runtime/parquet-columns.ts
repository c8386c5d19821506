/** One document as a row of Parquet: its columns, and the way there and back. */
import type { BulkLine } from '../app/bulk-line.ts'
import type { DocumentRecord } from '../core/document.ts'

interface Column {
  readonly name: string
  readonly type: 'text' | 'number'
  readonly isNullable?: true
}

/** What stands in the metadata of a file, so that other tables are told apart and later shapes can be. */
export const FORMAT = { key: 'onrecord', value: 'documents 1' }

const TEXT = { type: 'text' } as const
const MAYBE = { type: 'text', isNullable: true } as const
const NUMBER = { type: 'number' } as const

/** Behind `text` those that hold JSON. */
export const columns: readonly Column[] = [
  { name: 'id', ...TEXT },
  { name: 'kind', ...TEXT },
  { name: 'file', ...MAYBE },
  { name: 'url', ...MAYBE },
  { name: 'title', ...MAYBE },
  { name: 'publisher', ...MAYBE },
  { name: 'published', ...MAYBE },
  { name: 'published_from', ...MAYBE },
  { name: 'modified', ...MAYBE },
  { name: 'language', ...TEXT },
  { name: 'original', ...MAYBE },
  { name: 'sha256', ...TEXT },
  { name: 'chars', ...NUMBER },
  { name: 'n_statements', ...NUMBER },
  { name: 'pipeline', ...MAYBE },
  { name: 'text', ...TEXT },
  { name: 'authors', ...TEXT },
  { name: 'blocks', ...TEXT },
  { name: 'statements', ...TEXT },
  { name: 'notices', ...TEXT },
  { name: 'referents', ...TEXT },
  { name: 'speakers', ...TEXT },
]

export type Row = Readonly<Record<string, string | number | null>>

type Outgoing = Pick<BulkLine, 'text' | 'pipeline' | 'speakers'> & {
  readonly document: DocumentRecord
} & { readonly [Name in 'blocks' | 'statements' | 'notices' | 'referents']: readonly unknown[] }

export function rowOf({ document, blocks, statements, notices, text, pipeline, referents, speakers }: Outgoing): Row {
  const { authors, publishedFrom, ...facts } = document
  return {
    ...facts,
    published_from: publishedFrom,
    n_statements: statements.length,
    pipeline,
    text,
    authors: JSON.stringify(authors),
    blocks: JSON.stringify(blocks),
    statements: JSON.stringify(statements),
    notices: JSON.stringify(notices),
    referents: JSON.stringify(referents),
    speakers: JSON.stringify(speakers),
  }
}

/** The line that a row was made of; whether it is right is for whoever imports it to say. @throws SyntaxError for bad JSON. */
export function lineOf(row: Readonly<Record<string, unknown>>): unknown {
  const json = (name: string): unknown => JSON.parse(String(row[name]))
  const {
    id,
    kind,
    file,
    url,
    title,
    publisher,
    published,
    published_from,
    modified,
    language,
    original,
    sha256,
    chars,
  } = row
  return {
    document: {
      id,
      kind,
      file,
      url,
      title,
      publisher,
      authors: json('authors'),
      published,
      publishedFrom: published_from,
      modified,
      language,
      original,
      sha256,
      chars,
    },
    blocks: json('blocks'),
    statements: json('statements'),
    notices: json('notices'),
    text: row.text,
    pipeline: row.pipeline,
    referents: json('referents'),
    speakers: json('speakers'),
  }
}
