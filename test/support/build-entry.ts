/** Builds a stored document by hand: blocks as written, statements by quoting the words they consist of. */
import { createHash } from 'node:crypto'
import type { DocumentEntry } from '../../src/app/ports.ts'
import type { Attribution, Block, BlockKind, Form, Manner } from '../../src/core/doc.ts'
import type { DocumentRecord, Notice } from '../../src/core/document.ts'
import type { Span } from '../../src/core/span.ts'
import { toStatements } from '../../src/core/statement.ts'

export interface Saying {
  readonly source?: readonly string[]
  readonly cue?: readonly string[]
  readonly content: readonly string[]
  readonly form?: Form
  readonly manner?: Manner
  readonly confidence?: number
  /** Words after which all the parts are looked for; the beginning of the text where there are none. */
  readonly after?: string
}

export interface EntryRecipe {
  readonly document?: Partial<DocumentRecord>
  readonly blocks: readonly (readonly [kind: BlockKind, text: string, lang?: string])[]
  readonly statements?: readonly Saying[]
  readonly notices?: readonly Notice[]
  readonly pipeline?: string | null
}

export function buildEntry(recipe: EntryRecipe): DocumentEntry {
  const text = recipe.blocks.map(([, words]) => words).join('\n\n')
  const blocks: Block[] = []
  let at = 0
  for (const [kind, words, lang] of recipe.blocks) {
    blocks.push({ start: at, end: at + words.length, kind, ...(lang === undefined ? {} : { lang }) })
    at += words.length + 2
  }
  const digest = createHash('sha256').update(text).digest('hex')
  const document: DocumentRecord = {
    id: `d-${digest.slice(0, 16)}`,
    kind: 'report',
    file: null,
    url: null,
    title: recipe.blocks.find(([kind]) => kind === 'headline')?.[1] ?? null,
    publisher: null,
    authors: [],
    published: null,
    publishedFrom: null,
    modified: null,
    language: 'en',
    original: null,
    sha256: digest,
    chars: text.length,
    ...recipe.document,
  }
  const attributions = (recipe.statements ?? []).map((saying, index) => attributionOf(text, saying, `a${index}`))
  const statements = toStatements(document.id, {
    text,
    lang: document.language,
    dct: document.published,
    layers: { attributions },
  })
  const pipeline = recipe.pipeline === undefined ? 'by-hand@1' : recipe.pipeline
  return {
    document,
    text,
    blocks,
    statements,
    notices: recipe.notices ?? [],
    pipeline,
    added: '2025-02-03T09:30:00.000Z',
  }
}

function attributionOf(text: string, saying: Saying, id: string): Attribution {
  const from = saying.after === undefined ? 0 : find(text, saying.after, 0).end
  const spans = (parts: readonly string[] = []): Span[] => parts.map((words) => find(text, words, from))
  return {
    id,
    form: saying.form ?? 'direct',
    manner: saying.manner ?? 'speech',
    source: spans(saying.source),
    cue: spans(saying.cue),
    content: spans(saying.content),
    by: 'hand',
    confidence: saying.confidence ?? 0.9,
  }
}

function find(text: string, words: string, from: number): Span {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`the sample does not contain "${words}"`)
  return { start, end: start + words.length }
}
