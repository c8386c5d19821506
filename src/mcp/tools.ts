/** The tools: each one operation, its input as the operation declares it, its answer whole as data and short in words. */
import type { CallToolResult, McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { getChanges } from '../app/get-changes.ts'
import { getPassage } from '../app/get-passage.ts'
import { getStatement } from '../app/get-statement.ts'
import { getTimeline } from '../app/get-timeline.ts'
import { type Ingestion, ingestDocument } from '../app/ingest-document.ts'
import { linkFilter, listLinks } from '../app/list-links.ts'
import { listStatements } from '../app/list-statements.ts'
import { type Operation, perform } from '../app/perform.ts'
import type { Deps } from '../app/ports.ts'
import { givenFacts } from '../app/schemas.ts'
import { verifyQuote } from '../app/verify-quote.ts'
import { asOnrecordError } from '../core/errors.ts'
import {
  type Links,
  wordedConflicts,
  wordedPassage,
  wordedStatement,
  wordedStatements,
  wordedVerification,
} from './worded.ts'
import { wordedChanges } from './worded-changes.ts'

/** What the tools use; what reads a page stands behind the extractor. */
export type McpDeps = Omit<Deps, 'read' | 'pipelineFor'>

interface Tool<Schema extends z.ZodObject, Output> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: Schema
  readonly writes?: true
  run(deps: McpDeps, input: z.output<Schema>): Promise<Output>
  words(answer: Output, links: Links): string
}

/** A tool that is an operation and nothing else. */
const asked = <Schema extends z.ZodObject, Output, D>(
  operation: Operation<Schema, Output, D>,
  tool: Omit<Tool<Schema, Output>, 'input' | 'run'>,
): Tool<Schema, Output> => ({
  ...tool,
  input: operation.input,
  run: (deps, input) => perform(operation, deps as D, input),
})

const conflictFilter = linkFilter.omit({ relation: true })

const addInput = givenFacts.extend({
  content: z.string().min(1, 'expected the page').describe('the page itself: its text or its HTML'),
})

export const tools = [
  asked(listStatements, {
    name: 'search_statements',
    title: 'Search statements',
    description:
      'Find who said what: by words, speaker, for whom they speak, subject, act, dates, publisher. Every hit has the exact words and where they stand.',
    words: wordedStatements,
  }),
  asked(getStatement, {
    name: 'get_statement',
    title: 'One statement',
    description: 'One statement by its id, with everything that is known of it.',
    words: wordedStatement,
  }),
  asked(getPassage, {
    name: 'get_document_passage',
    title: 'Passage of a document',
    description:
      'The text of a document around a statement, exactly as it stands: read it before relying on a quotation.',
    words: wordedPassage,
  }),
  asked(getTimeline, {
    name: 'speaker_timeline',
    title: 'What a speaker said over time',
    description:
      'What a speaker, a state or an organisation said, in the order of saying; what has no date apart. Narrow it with about; with about alone: what everybody said of it.',
    words: (answer, links) => {
      if (answer.speaker === null && answer.others.length > 0)
        return `Several go by that name: ${answer.others.map(({ name, entity }) => `${name}${entity === null ? '' : ` (${entity.id})`}`).join('; ')}`
      const told = [...answer.dated, ...answer.undated]
      const rows = told.map((row) => `${row.own ? '' : '[told by others] '}${wordedStatement(row, links)}`)
      return `${[answer.speaker?.name, answer.about].filter(Boolean).join(' on ')}, ${answer.datedTotal} dated and ${answer.undatedTotal} undated statements:\n\n${rows.join('\n\n')}`
    },
  }),
  {
    name: 'find_conflicts',
    title: 'Statements that may conflict',
    description:
      'Pairs of statements that may conflict, with the words that clash. They are suggestions of a program: read both passages before you say that somebody contradicts himself.',
    input: conflictFilter,
    run: (deps, input) => perform(listLinks, deps, { ...input, relation: 'conflicts' }),
    words: wordedConflicts,
  } satisfies Tool<typeof conflictFilter, Awaited<ReturnType<typeof listLinks.run>>>,
  asked(verifyQuote, {
    name: 'verify_quote',
    title: 'Verify a quotation',
    description:
      'Hold a quotation against the record: verbatim, altered (with the differences and what they change), said by another speaker, standing in another document, or not found (with the nearest passages).',
    words: wordedVerification,
  }),
  asked(getChanges, {
    name: 'page_changes',
    title: 'What changed on a page',
    description:
      'The versions of a page (by the id of a document, or its address) and what changed between two of them: statements added, removed, reworded, or given to another speaker, and whether the page says so.',
    words: wordedChanges,
  }),
  {
    name: 'add_document',
    title: 'Add a page',
    description:
      'Read a page (its text or HTML) into the ledger and find its statements. The same page twice is stored once.',
    input: addInput,
    writes: true,
    run: (deps, { content, ...facts }) =>
      perform(ingestDocument, deps as Deps, { ...facts, bytes: new TextEncoder().encode(content), file: null }),
    words: (answer) =>
      answer.outcome === 'stored'
        ? `Stored as ${answer.id}, with ${answer.statements} statements.`
        : `It was there already, as ${answer.id}.`,
  } satisfies Tool<typeof addInput, Ingestion>,
] as const

/** Names of the tools that change the ledger. */
export const writingTools: ReadonlySet<string> = new Set(
  (tools as readonly Tool<z.ZodObject, unknown>[]).filter(({ writes }) => writes === true).map(({ name }) => name),
)

/** Registers every tool, or those that read; errors come back as answers that say what to do, never as a broken connection. */
export function registerTools(server: McpServer, deps: McpDeps, links: Links, readOnly: boolean): void {
  for (const tool of tools as readonly Tool<z.ZodObject, unknown>[]) {
    const { name, title, description, input, writes } = tool
    if (writes === true && readOnly) continue
    const annotations = {
      readOnlyHint: writes !== true,
      destructiveHint: false,
      openWorldHint: false,
      idempotentHint: true,
    }
    server.registerTool(name, { title, description, inputSchema: input, annotations }, async (given) => {
      try {
        const answer = await tool.run(deps, given)
        return {
          content: [{ type: 'text', text: tool.words(answer, links) }],
          structuredContent: answer as CallToolResult['structuredContent'],
        } as CallToolResult
      } catch (thrown) {
        return failure(thrown)
      }
    })
  }
}

function failure(thrown: unknown): CallToolResult {
  const { code, message, hint } = asOnrecordError(thrown)
  return {
    isError: true,
    content: [{ type: 'text', text: `${message}. ${hint}` }],
    structuredContent: { code, message, hint },
  }
}
