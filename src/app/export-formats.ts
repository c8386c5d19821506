/** The export formats: what each is called, and how documents become its text, piece by piece. */
import { atomFeed } from '../core/export/atom.ts'
import { BRAT_CONFIGURATION, bratAnnotations } from '../core/export/brat.ts'
import { citronDocument } from '../core/export/citron.ts'
import { csvHead, csvRow } from '../core/export/csv.ts'
import { urnOf } from '../core/export/exported.ts'
import { JSON_LD_CONTEXT, jsonLd } from '../core/export/json-ld.ts'
import { markdownDossier } from '../core/export/markdown.ts'
import { webAnnotations } from '../core/export/web-annotation.ts'
import type { ExportedEntry } from './export-statements.ts'

export interface ExportOptions {
  /** What the selection is called: in feeds and dossiers. */
  readonly title: string
  /** Address of the selection; null where nothing serves it. */
  readonly self: string | null
  /** What a statement's id is put behind to open it; null where nothing serves it. */
  readonly statements: string | null
  /** ISO instant. */
  readonly now: string
}

export interface ExportFormat {
  readonly what: string
  readonly mime: string
  /** One text for the whole selection. */
  readonly whole?: (entries: AsyncIterable<ExportedEntry>, options: ExportOptions) => AsyncIterable<string>
  /** Files for each document, and such as stand once beside them. */
  readonly files?: {
    readonly each: (entry: ExportedEntry) => readonly ExportFile[]
    readonly once: readonly ExportFile[]
  }
}

export interface ExportFile {
  readonly name: string
  readonly text: string
}

export const exportFormats = {
  jsonl: {
    what: 'one line a document with its text and statements; "onrecord import" reads it',
    mime: 'application/x-ndjson',
    whole: (entries) => mapped(entries, (entry) => `${JSON.stringify(exportLine(entry))}\n`),
  },
  csv: {
    what: 'one row a statement, for spreadsheets',
    mime: 'text/csv; charset=utf-8',
    whole: csvText,
  },
  'json-ld': {
    what: 'schema.org and PROV-O',
    mime: 'application/ld+json',
    whole: (entries) =>
      list(entries, `{"@context":${JSON.stringify(JSON_LD_CONTEXT)},"@graph":[`, ']}\n', (entry) =>
        (jsonLd(entry)['@graph'] as readonly object[]).map((node) => JSON.stringify(node)),
      ),
  },
  'web-annotation': {
    what: 'W3C Web Annotation',
    mime: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    whole: (entries, { self }) => {
      const head = {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: self ?? urnOf('export'),
        type: 'AnnotationPage',
      }
      const opened = `${JSON.stringify(head).slice(0, -1)},"items":[`
      return list(entries, opened, ']}\n', (entry) =>
        webAnnotations(entry).map(({ '@context': _, ...annotation }) => JSON.stringify(annotation)),
      )
    },
  },
  citron: {
    what: 'JSON of BBC Citron; a file for each document',
    mime: 'application/json',
    files: {
      each: (entry) => [{ name: `${entry.document.id}.json`, text: `${JSON.stringify(citronDocument(entry))}\n` }],
      once: [],
    },
  },
  brat: {
    what: 'brat stand-off; .txt and .ann for each document',
    mime: 'text/plain; charset=utf-8',
    files: {
      each: (entry) => [
        { name: `${entry.document.id}.txt`, text: entry.text },
        { name: `${entry.document.id}.ann`, text: bratAnnotations(entry) },
      ],
      once: [{ name: 'annotation.conf', text: BRAT_CONFIGURATION }],
    },
  },
  atom: {
    what: 'an Atom feed',
    mime: 'application/atom+xml; charset=utf-8',
    async *whole(entries, { title, self, statements, now }) {
      const all = await collected(entries)
      const options = { title, self: self ?? urnOf('export'), statements: statements ?? urnOf(''), updated: now }
      yield atomFeed(all, options)
    },
  },
  markdown: {
    what: 'a dossier to read and paste',
    mime: 'text/markdown; charset=utf-8',
    async *whole(entries, { title, statements, now }) {
      const all = await collected(entries)
      const rows = all.flatMap(({ document, statements: those }) => those.map((statement) => ({ statement, document })))
      yield markdownDossier(rows, { title, statements, made: now.slice(0, 10) })
    },
  },
} as const satisfies Readonly<Record<string, ExportFormat>>

export type ExportFormatName = keyof typeof exportFormats
export const exportFormatNames = Object.keys(exportFormats) as readonly ExportFormatName[]

/** The contract's line with the text, and what a ledger needs besides to take it in again. */
export const exportLine = ({ document, blocks, statements, notices, text, ...rest }: ExportedEntry) => ({
  document,
  blocks,
  statements,
  notices,
  text,
  pipeline: rest.pipeline,
  added: rest.added,
  entities: rest.entities,
})

async function* csvText(entries: AsyncIterable<ExportedEntry>): AsyncGenerator<string> {
  yield csvHead()
  for await (const { statements, document } of entries)
    yield statements.map((statement) => csvRow({ statement, document })).join('')
}

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

async function* mapped<A, B>(items: AsyncIterable<A>, change: (item: A) => B): AsyncGenerator<B> {
  for await (const item of items) yield change(item)
}

async function* list(
  entries: AsyncIterable<ExportedEntry>,
  opening: string,
  closing: string,
  parts: (entry: ExportedEntry) => readonly string[],
): AsyncGenerator<string> {
  yield opening
  let isFirst = true
  for await (const entry of entries) {
    for (const part of parts(entry)) {
      yield `${isFirst ? '' : ','}\n${part}`
      isFirst = false
    }
  }
  yield `\n${closing}`
}
