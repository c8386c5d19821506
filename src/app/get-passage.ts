/** A stretch of a document's text with the statements in it: what proves an answer, with the words around it. */
import { z } from 'zod'
import type { DocumentRecord } from '../core/document.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Span } from '../core/span.ts'
import { overlaps, sliceOf } from '../core/span.ts'
import type { Statement } from '../core/statement.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'

const offset = z.coerce.number('expected a whole number').int('expected a whole number').min(0, 'at least 0')

export const passageQuery = z.object({
  document: z.string().max(40, 'expected an id like d-0123456789abcdef').describe('id of the document'),
  start: offset.default(0).describe('first UTF-16 code unit, inclusive'),
  end: offset.optional().describe('the code unit after the last one; default 4,000 after the first'),
})

/** Code units of one answer: a whole book would drown whoever asked. */
const MOST = 20_000
const PRESET = 4000

export interface Passage {
  readonly document: DocumentRecord
  /** Never inside a surrogate pair: it is widened by a code unit where it would be. */
  readonly span: Span
  readonly text: string
  /** All that touch the passage, in text order. */
  readonly statements: readonly Statement[]
}

export const getPassage: Operation<typeof passageQuery, Passage, Pick<Deps, 'store'>> = {
  name: 'getPassage',
  summary: 'Give a stretch of a document, exactly as it stands, with the statements in it.',
  input: passageQuery,
  async run({ store }, { document: id, start, end = start + PRESET }) {
    const entry = await store.getDocument(id)
    if (entry === null) throw new OnrecordError('unknown-id', { id })
    const { text, document } = entry
    const from = boundary(text, Math.min(start, text.length), -1)
    const span = { start: from, end: boundary(text, Math.min(Math.max(end, from), from + MOST, text.length), 1) }
    const statements = entry.statements.filter(({ content }) => content.spans.some((each) => overlaps(each, span)))
    return { document, span, text: sliceOf(text, span), statements }
  },
}

/** `at`, or one further where it would cut a character in two. */
function boundary(text: string, at: number, step: -1 | 1): number {
  const unit = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  const inside = unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff
  return inside ? at + step : at
}
