/** Bytes of one page → text, blocks and metadata. */
import type { Block } from '../core/doc.ts'
import type { DocumentRecord, Notice } from '../core/document.ts'
import { OnrecordError } from '../core/errors.ts'
import { turnsIn } from '../core/turn-finder.ts'
import { checkBytes, defaultMaxBytes, looksBinary } from './check-bytes.ts'
import { decodeBytes } from './decode-bytes.ts'
import { detectFormat, type PageFormat } from './detect-format.ts'
import { detectLanguage, markLanguages } from './detect-language.ts'
import { documentId, sha256 } from './document-id.ts'
import { documentKind } from './document-kind.ts'
import { readCaptions } from './read-captions.ts'
import { readHtml } from './read-html.ts'
import { readPlainText } from './read-plain-text.ts'

export interface ReadSource {
  readonly bytes: Uint8Array
  /** Path as the user gave it; null for standard input. Names the page in messages; its ending hints at the format. */
  readonly file: string | null
  /** Given by the user; these win over what the page says. */
  readonly url?: string | null
  readonly published?: string | null
  readonly publisher?: string | null
  /** Told by a container, like the facts above, or by whoever fetched the page. */
  readonly title?: string | null
  readonly authors?: readonly string[]
  readonly language?: string | null
  /** Encoding named beside the page; see `decodeBytes`. */
  readonly charset?: string | null
  readonly format?: PageFormat
  /** How messages call it, where the file holds others, too. */
  readonly name?: string
  /** Bytes; above it the page is refused. Default 20 MB. */
  readonly maxBytes?: number
}

export interface ReadOutcome {
  readonly document: DocumentRecord
  readonly text: string
  readonly blocks: readonly Block[]
  readonly notices: readonly Notice[]
}

/**
 * Reads a page.
 * @throws OnrecordError `empty-file`, `file-too-large`, `not-text`, `no-text`.
 */
export function readDocument(source: ReadSource): ReadOutcome {
  const file = source.name ?? source.file ?? 'standard input'
  checkBytes(source.bytes, file, source.maxBytes ?? defaultMaxBytes)
  const decoded = decodeBytes(source.bytes, source.charset ?? null)
  if (looksBinary(decoded.text)) throw new OnrecordError('not-text', { file, what: 'binary data' })

  const format = source.format ?? detectFormat(decoded.text, source.file)
  const page = readers[format](decoded.text, source.url ?? null)
  if (!/[\p{L}\p{N}]/u.test(page.text)) throw new OnrecordError('no-text', { file })

  const language = detectLanguage(page.text, page.blocks, source.language ?? page.declaredLanguage)
  const url = source.url ?? page.url
  const first = page.blocks.filter(({ kind }) => kind !== 'headline').slice(0, 8)
  const notices = [...page.notices]
  if (decoded.mismatch !== null)
    notices.unshift({ code: 'encoding-mismatch', message: decoded.mismatch, span: null, statement: null })
  return {
    document: {
      id: documentId(url, page.text),
      kind:
        format === 'captions'
          ? 'transcript'
          : documentKind(
              page.title,
              first.map((block) => page.text.slice(block.start, block.end)),
              lastLine(page),
              turnsIn(page.text, page.blocks),
            ),
      file: source.file,
      url,
      title: source.title ?? page.title,
      publisher: source.publisher ?? page.publisher,
      authors: source.authors ?? page.authors,
      published: source.published ?? page.published,
      publishedFrom: source.published ? 'given' : page.publishedFrom,
      modified: page.modified,
      language,
      original: page.original,
      sha256: sha256(source.bytes),
      chars: page.text.length,
    },
    text: page.text,
    blocks: markLanguages(page.text, page.blocks, language),
    notices,
  }
}

/** How a page of each format is read; the address is the one that the user gave. */
const readers: Readonly<Record<PageFormat, (text: string, url: string | null) => ReadPage>> = {
  html: readHtmlPage,
  plain: readPlainPage,
  captions: readCaptionPage,
}

const lastLine = ({ text, blocks }: ReadPage): string => {
  const last = blocks.at(-1)
  return last === undefined || last.end - last.start > 20 ? '' : text.slice(last.start, last.end)
}

type Facts = Pick<
  DocumentRecord,
  'url' | 'title' | 'publisher' | 'authors' | 'published' | 'publishedFrom' | 'modified' | 'original'
>

interface ReadPage extends Facts {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly declaredLanguage: string | null
  readonly notices: readonly Notice[]
}

function readPlainPage(text: string): ReadPage {
  const page = readPlainText(text)
  return {
    ...page,
    text,
    url: null,
    publisher: null,
    publishedFrom: page.published === null ? null : 'text',
    modified: null,
    declaredLanguage: null,
    notices: [],
  }
}

function readCaptionPage(source: string): ReadPage {
  const { text, blocks, title, declaredLanguage } = readCaptions(source)
  return { ...NOTHING_TOLD, text, blocks, title, declaredLanguage, notices: [] }
}

const NOTHING_TOLD: Facts = {
  url: null,
  title: null,
  publisher: null,
  authors: [],
  published: null,
  publishedFrom: null,
  modified: null,
  original: null,
}

function readHtmlPage(html: string, url: string | null): ReadPage {
  const { text, blocks, metadata, original, notices } = readHtml(html, url)
  return { ...metadata, text, blocks, url: metadata.canonical, original, declaredLanguage: metadata.language, notices }
}
