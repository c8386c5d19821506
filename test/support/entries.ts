/** Hand-built documents for tests: a valid `DocumentEntry` from a text and the words to quote in it. */
import { createHash } from 'node:crypto'
import type { DocumentEntry } from '../../src/app/ports.ts'
import type { Block, Form, Manner } from '../../src/core/doc.ts'
import type { DocumentRecord, Notice } from '../../src/core/document.ts'
import { type Span, sliceOf } from '../../src/core/span.ts'
import { NOBODY, type Statement, statementId } from '../../src/core/statement.ts'

/** A statement by its surface: each part is found in the text, the content after the end of the content before. */
export interface StatementParts {
  readonly content: string
  /** Sets the source span when the text has the name, and the speaker in any case. */
  readonly speaker?: string | null
  readonly cue?: string
  readonly form?: Form
  readonly manner?: Manner
}

export interface EntryParts extends Partial<Omit<DocumentRecord, 'id' | 'chars'>> {
  readonly text: string
  readonly statements?: readonly StatementParts[]
  readonly blocks?: readonly Block[]
  readonly notices?: readonly Notice[]
  readonly pipeline?: string | null
  readonly added?: string
}

/** A valid entry; what is not given is as a small English report without metadata would have it. */
export function entryOf(parts: EntryParts): DocumentEntry {
  const { text, statements = [], blocks, notices = [], pipeline = 'test@1', added, ...metadata } = parts
  const document: DocumentRecord = {
    kind: 'report',
    file: 'page.html',
    url: null,
    title: null,
    publisher: null,
    authors: [],
    published: null,
    publishedFrom: metadata.published === undefined || metadata.published === null ? null : 'given',
    modified: null,
    language: 'en',
    original: null,
    sha256: createHash('sha256').update(text).digest('hex'),
    ...metadata,
    id: documentIdOf(metadata.url ?? null, text),
    chars: text.length,
  }
  return {
    document,
    text,
    blocks: blocks ?? [{ start: 0, end: text.length, kind: 'paragraph' }],
    statements: statementsOf(document.id, text, statements),
    notices,
    pipeline,
    added: added ?? '2024-06-22T08:00:00.000Z',
  }
}

const documentIdOf = (url: string | null, text: string): string =>
  `d-${createHash('sha256')
    .update(`${url ?? ''}\0${text}`)
    .digest('hex')
    .slice(0, 16)}`

function statementsOf(documentId: string, text: string, parts: readonly StatementParts[]): Statement[] {
  let from = 0
  return parts.map((part) => {
    const content = spanOf(text, part.content, from)
    if (content === null) throw new Error(`entryOf: "${part.content}" does not follow at ${from} in the text`)
    from = content.end
    return statementOf(documentId, text, content, part)
  })
}

function statementOf(documentId: string, text: string, content: Span, part: StatementParts): Statement {
  const name = part.speaker ?? null
  const anchored = (spans: readonly Span[]) => ({ spans, text: spans.map((span) => sliceOf(text, span)).join(' … ') })
  return {
    id: statementId(documentId, [content]),
    form: part.form ?? 'direct',
    manner: part.manner ?? 'speech',
    content: anchored([content]),
    cue: anchored(found(text, part.cue)),
    source: anchored(found(text, name)),
    speaker: name === null ? null : { name, ...NOBODY },
    addressee: null,
    medium: null,
    said: { value: null, text: null, span: null, precision: 'unknown', anchor: 'none', earliest: null, latest: null },
    via: [],
    within: null,
    act: { type: null, polarity: null, condition: { spans: [], text: '' }, deadline: null },
    about: [],
    confidence: { relation: 1, speaker: null, said: null, act: null },
  }
}

const found = (text: string, part: string | null | undefined): Span[] => {
  const span = part ? spanOf(text, part, 0) : null
  return span === null ? [] : [span]
}

function spanOf(text: string, part: string, from: number): Span | null {
  const start = text.indexOf(part, from)
  return start < 0 ? null : { start, end: start + part.length }
}
