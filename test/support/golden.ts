/** The golden cases: one folder a page, with what the whole way from its bytes to its statements should give. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Extraction, extractDocument } from '../../src/app/extract-document.ts'
import { perform } from '../../src/app/perform.ts'
import { type Span, sliceOf } from '../../src/core/span.ts'
import type { Anchored, Statement } from '../../src/core/statement.ts'
import { readingDeps } from '../../src/runtime/reading.ts'
import type { Model } from '../../src/runtime/settings.ts'

export const goldenFolder = join(import.meta.dirname, '../golden')

/** `expected.json`: what a person can check by reading. Ids and digests follow from the rest and are left out. */
export interface Golden {
  readonly document: Readonly<Record<string, unknown>>
  readonly notices: readonly string[]
  readonly blocks: readonly (readonly [kind: string, text: string])[]
  readonly statements: readonly GoldenStatement[]
}

interface GoldenStatement {
  readonly form: string
  readonly manner: string
  readonly speaker: string | null
  readonly source: readonly string[]
  readonly cue: readonly string[]
  readonly content: readonly string[]
  /** Index of the statement whose content holds this one. */
  readonly within: number | null
  /** Offsets, `start-end` each. */
  readonly spans: { readonly source: string; readonly cue: string; readonly content: string }
}

export const caseNames = (): string[] =>
  readdirSync(goldenFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()

export const expectedPath = (name: string): string => join(goldenFolder, name, 'expected.json')

/** The expectation as it is written; null for a case that has none yet. */
export const expectedOf = (name: string): Golden | null =>
  existsSync(expectedPath(name)) ? (JSON.parse(readFileSync(expectedPath(name), 'utf8')) as Golden) : null

/**
 * Reads the page of a case and finds its statements, as `onrecord extract --model rules` does. What a trained model finds
 * changes with every training; `test/golden-network.test.ts` says how close it has to come.
 */
export const actualOf = async (name: string): Promise<Golden> => goldenOf(await extractionOf(name, 'rules'))

/** What `onrecord extract` finds in the page of a case. */
export async function extractionOf(name: string, model: Model): Promise<Extraction> {
  const file = ['input.txt', 'input.html'].find((input) => existsSync(join(goldenFolder, name, input)))
  if (file === undefined) throw new Error(`${name}: neither input.txt nor input.html`)
  const bytes = readFileSync(join(goldenFolder, name, file))
  return perform(extractDocument, readingDeps({ model }), { bytes, file })
}

function goldenOf({ document, notices, text, blocks, statements }: Extraction): Golden {
  const { id: _id, file: _file, sha256: _sha256, ...facts } = document
  const positions = new Map(statements.map(({ id }, index) => [id, index]))
  return {
    document: facts,
    notices: notices.map(({ code }) => code),
    blocks: blocks.map((block) => [
      block.lang === undefined ? block.kind : `${block.kind} (${block.lang})`,
      sliceOf(text, block),
    ]),
    statements: statements.map((statement) => goldenStatement(statement, text, positions)),
  }
}

function goldenStatement(statement: Statement, text: string, positions: ReadonlyMap<string, number>): GoldenStatement {
  const { form, manner, speaker, source, cue, content, within } = statement
  const texts = ({ spans }: Anchored): string[] => spans.map((span) => sliceOf(text, span))
  return {
    form,
    manner,
    speaker: speaker?.name ?? null,
    source: texts(source),
    cue: texts(cue),
    content: texts(content),
    within: within === null ? null : positions.get(within)!,
    spans: { source: shownSpans(source.spans), cue: shownSpans(cue.spans), content: shownSpans(content.spans) },
  }
}

const shownSpans = (spans: readonly Span[]): string => spans.map(({ start, end }) => `${start}-${end}`).join(' ')
