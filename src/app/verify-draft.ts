/** A whole draft held against the record: a verdict on every quotation in it. */
import { z } from 'zod'
import type { Doc, Quotation } from '../core/doc.ts'
import type { Notice } from '../core/document.ts'
import { contains, hullOf, lengthOf, type Span, sliceOf } from '../core/span.ts'
import type { Speaker, Statement } from '../core/statement.ts'
import { wordsOf } from '../core/wording/words-of.ts'
import type { ReadOutcome, ReadSource } from '../read/read-document.ts'
import { extractFrom, readable } from './extract-document.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'
import { resolveEntities } from './resolve-entities.ts'
import { pageSource } from './schemas.ts'
import { type Verification, verifyQuote } from './verify-quote.ts'

export interface DraftQuotation extends Verification {
  /** Where the quotation stands in the draft's text, without its marks. */
  readonly span: Span
  /** To whom the draft gives it; null where it does not tell, and then nobody is asked for. */
  readonly given: string | null
  /** So few words are in many texts: found or not, they prove little. */
  readonly tooShort: boolean
}

export interface DraftReport {
  /** The draft as it was read: what all spans count in. */
  readonly text: string
  /** What a reader should know, such as that its language has no pipeline and so no quotation was looked for. */
  readonly notices: readonly Notice[]
  /** In text order. */
  readonly quotations: readonly DraftQuotation[]
  /** Quotations behind those, for which there was no room. */
  readonly unchecked: number
}

/** Words of a quotation that can be told from a chance. */
const LEAST_WORDS = 4

export const draftInput = pageSource.extend({
  /** Quotations that are checked, the first of the text; all where it is left out. */
  most: z.int().positive().optional(),
})

export interface DraftDeps extends Pick<Deps, 'store' | 'pipelineFor' | 'register'> {
  /** A server loads its reader with the first draft. */
  readonly read: (source: ReadSource) => ReadOutcome | Promise<ReadOutcome>
}

export const verifyDraft: Operation<typeof draftInput, DraftReport, DraftDeps> = {
  name: 'verifyDraft',
  summary: 'Hold every quotation of a draft against the record.',
  input: draftInput,
  async run(deps, input) {
    const page = await deps.read(readable(input))
    let quotations: readonly Quotation[] = []
    const extraction = await extractFrom(deps, page, (_, doc) => {
      quotations = (doc as Doc<'quotations'>).layers.quotations ?? quotations
    })
    const { statements } = await resolveEntities(extraction, deps.register, null)
    const answers: DraftQuotation[] = []
    let unchecked = 0
    for (const quotation of quotations) {
      const span = insideOf(page.text, quotation)
      const quote = span === null ? '' : sliceOf(page.text, span)
      if (span === null || !/[\p{L}\p{N}]/u.test(quote)) continue
      if (answers.length >= (input.most ?? Number.POSITIVE_INFINITY)) {
        unchecked++
        continue
      }
      await breath()
      const speaker = statementOver(statements, span)?.speaker ?? null
      // A pronoun that was not told, and officials without a name, are nobody to ask for.
      const isNamed = speaker !== null && speaker.kind !== 'anonymous' && speaker.candidates.length === 0
      const verification = await verified(deps, quote, isNamed ? speaker : null)
      const given = isNamed ? speaker.name : null
      answers.push({ ...verification, span, given, tooShort: wordsOf(quote).length < LEAST_WORDS })
    }
    return { text: page.text, notices: extraction.notices, quotations: answers, unchecked }
  },
}

/** Looking a quotation up takes the thread for some milliseconds: a server has others to answer between two of them. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** The ledger may know the speaker by an entity, by the name alone, or have it from those for whom they speak. */
async function verified(deps: DraftDeps, quote: string, speaker: Speaker | null): Promise<Verification> {
  const asked = [speaker?.entity, speaker?.name, speaker?.speaksFor?.entity].filter(
    (one) => one !== null && one !== undefined,
  )
  let first: Verification | null = null
  for (const one of speaker === null ? [undefined] : asked) {
    const answer = await verifyQuote.run(
      deps,
      verifyQuote.input.parse({ quote: quote.slice(0, 200_000), speaker: one }),
    )
    if (answer.verdict !== 'other-speaker') return answer
    first ??= answer
  }
  return first!
}

/** From behind the first mark to before the last, over all paragraphs; null for nothing between. */
function insideOf(text: string, { spans, style, balanced }: Quotation): Span | null {
  const hull = hullOf(spans)
  if (hull === null) return null
  if (style === 'block') return hull
  const start = hull.start + 1
  const end = balanced ? hull.end - 1 : hull.end
  return text.slice(start, end).trim() === '' ? null : { start, end }
}

function statementOver(statements: readonly Statement[], span: Span): Statement | null {
  let best: Statement | null = null
  for (const statement of statements) {
    const hull = hullOf(statement.content.spans)!
    const length = (one: Statement) => lengthOf(hullOf(one.content.spans)!)
    if (contains(hull, span) && (best === null || length(statement) < length(best))) best = statement
  }
  return best
}
