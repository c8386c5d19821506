/** Verifying: the page, and what programs ask with a body because a quotation or a draft is long. */
import type { Context, Hono } from 'hono'
import { listStatements } from '../app/list-statements.ts'
import { perform } from '../app/perform.ts'
import { summarizeLedger } from '../app/summarize-ledger.ts'
import { type DraftDeps, type DraftReport, verifyDraft } from '../app/verify-draft.ts'
import { type Verification, verifyQuote } from '../app/verify-quote.ts'
import type { DocumentRecord } from '../core/document.ts'
import { OnrecordError } from '../core/errors.ts'
import { wordsOf } from '../core/wording/words-of.ts'
import { type AskedQuote, verifyAddress } from '../web/addresses.ts'
import { queryOf, verifyQueryNames } from '../web/query.ts'
import { LONGEST_DRAFT, type VerifyAnswer, verifyPage } from '../web/verify-page.ts'
import { paramsOf, type ServerDeps, wantsJson } from './routes.ts'

/** Without the reader and the pipelines no draft can be read; quotations are checked all the same. */
type VerifyDeps = ServerDeps & Partial<Reading>

type Reading = Pick<DraftDeps, 'read' | 'pipelineFor'>

/** Looking up as many takes some seconds; what is behind them is said to be unchecked. */
const MOST_QUOTATIONS = 300

/** Words of a statement that are offered to try with. */
const EXAMPLE_WORDS = { least: 6, most: 14 } as const

export function verifyRoutes(app: Hono, deps: VerifyDeps): void {
  const { store } = deps

  app.get('/verify', async (c) => {
    const query = queryOf(paramsOf(c), verifyQueryNames)
    if (wantsJson(c)) return c.json(await perform(verifyQuote, deps, query))
    const asked = { ...query, quote: query.quote ?? '' }
    if (query.quote === undefined) return c.html(await shown(asked, null))
    return answered(c, asked, () => quotationAnswer(asked))
  })

  app.post('/verify', async (c) => {
    const form = await c.req.parseBody()
    // A form sends line ends as two characters, whatever was typed.
    const quote = textOf(form.quote).replaceAll('\r\n', '\n')
    const given = verifyQueryNames.flatMap((name) =>
      textOf(form[name]).trim() === '' ? [] : [[name, textOf(form[name])]],
    )
    const asked: AskedQuote = { ...Object.fromEntries(given), quote }
    if (textOf(form.as) === 'draft') {
      return answered(c, asked, async () => draftAnswer(await draftReport({ text: quote })))
    }
    const address = verifyAddress(asked)
    if (address !== null && quote.trim() !== '' && !wantsJson(c)) return c.redirect(address, 303)
    return answered(c, asked, () => quotationAnswer(asked))
  })

  app.post('/api/v1/verify', async (c) => c.json(await perform(verifyQuote, deps, await jsonOf(c))))

  app.post('/api/v1/verify-draft', async (c) => {
    const isJson = (c.req.header('content-type') ?? '').includes('json')
    return c.json(await draftReport(isJson ? await jsonOf(c) : { text: await c.req.text() }))
  })

  /** The page with an answer, or with what is wrong with the question in the place of one. */
  async function answered(c: Context, asked: AskedQuote, answer: () => Promise<VerifyAnswer>): Promise<Response> {
    try {
      const found = await answer()
      if (!wantsJson(c)) return c.html(await shown(asked, found))
      return c.json(found.kind === 'draft' ? found.report : found.verification)
    } catch (thrown) {
      const isTheirs = thrown instanceof OnrecordError && thrown.kind === 'invalid'
      if (!isTheirs || wantsJson(c)) throw thrown
      return c.html(await shown(asked, null, problemWords(thrown)), 400)
    }
  }

  async function shown(asked: AskedQuote, answer: VerifyAnswer | null, problem: string | null = null): Promise<string> {
    const summary = await perform(summarizeLedger, deps, {})
    const example = answer === null && summary.documents > 0 ? await exampleWords() : null
    return verifyPage({ asked, drafts: canRead(deps), summary, example, problem, answer })
  }

  async function draftReport(given: Readonly<Record<string, unknown>>): Promise<DraftReport> {
    if (!canRead(deps)) throw new OnrecordError('unknown-page', { path: '/api/v1/verify-draft' })
    const { text, ...facts } = given
    const fault = typeof text !== 'string' ? 'expected the text of a draft' : draftFault(text)
    if (fault !== null) {
      throw new OnrecordError('invalid-input', { operation: verifyDraft.name, problem: `text: ${fault}` })
    }
    const { url, published, publisher } = facts
    const bytes = new TextEncoder().encode(text as string)
    return perform(verifyDraft, deps, { bytes, file: null, url, published, publisher, most: MOST_QUOTATIONS })
  }

  async function quotationAnswer(asked: AskedQuote): Promise<VerifyAnswer> {
    const verification = await perform(verifyQuote, deps, asked)
    return { kind: 'quotation', verification, places: await placesOf(verification.matches) }
  }

  async function draftAnswer(report: DraftReport): Promise<VerifyAnswer> {
    return {
      kind: 'draft',
      report,
      places: await placesOf(report.quotations.flatMap(({ matches }) => matches.slice(0, 1))),
    }
  }

  async function placesOf(matches: Verification['matches']): Promise<Map<string, DocumentRecord>> {
    const ids = new Map(matches.map(({ document, statement }) => [document, statement]))
    const found = await Promise.all(
      [...ids].map(([id, statement]) => (statement === null ? store.getDocument(id) : store.getStatement(statement))),
    )
    return new Map(found.flatMap((one) => (one === null ? [] : [[one.document.id, one.document]])))
  }

  /** The beginning of what somebody said in their own words, so that whoever comes can see an answer at once. */
  async function exampleWords(): Promise<string | null> {
    const { rows } = await perform(listStatements, deps, { form: 'direct', limit: 20 })
    for (const { statement } of rows) {
      const { text } = statement.content
      const words = wordsOf(text)
      if (statement.content.spans.length > 1 || words.length < EXAMPLE_WORDS.least) continue
      return text.slice(words[0]!.start, words[Math.min(words.length, EXAMPLE_WORDS.most) - 1]!.end)
    }
    return null
  }
}

const canRead = (deps: VerifyDeps): deps is ServerDeps & Reading =>
  deps.read !== undefined && deps.pipelineFor !== undefined

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function draftFault(text: string): string | null {
  if (text.trim() === '') return 'expected the text of a draft'
  return text.length > LONGEST_DRAFT ? `at most ${LONGEST_DRAFT} characters: check a longer draft in parts` : null
}

/** An operation's name means nothing to a reader of the page, nor do the names of its fields. */
function problemWords(error: OnrecordError): string {
  const problem = error.code === 'invalid-input' ? String(error.details.problem) : error.message
  const plain = problem.replace(/^(?:quote|text|speaker): /, '')
  return `${plain[0]!.toUpperCase()}${plain.slice(1)}.`
}

async function jsonOf(c: Context): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => null)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new OnrecordError('bad-body', { what: 'JSON object' })
  }
  return body as Record<string, unknown>
}
