/** What would be offered on real pages: every pair of their statements related and listed, for people to read. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { extractFrom } from '../src/app/extract-document.ts'
import type { ReadingPipeline } from '../src/app/ports.ts'
import { resolveEntities } from '../src/app/resolve-entities.ts'
import { english } from '../src/core/english.ts'
import { RELATIONS, type Relating } from '../src/core/links/link.ts'
import { readDocument } from '../src/read/read-document.ts'
import { openRegister } from '../src/runtime/register.ts'
import { growingLedger, type ReadStatement } from './link-reading.ts'
import { shippedModels } from './models.ts'
import { relate } from './shipped-linker.ts'

interface Offered {
  readonly found: Relating
  readonly sides: readonly [PageStatement, PageStatement]
}

type PageStatement = ReadStatement & { readonly file: string }

export interface PagesReport {
  readonly pages: number
  readonly statements: number
  readonly offered: readonly Offered[]
}

/**
 * @param path a page or a folder of pages.
 * @returns null in a checkout without trained networks.
 */
export async function evaluateOffered(path: string): Promise<PagesReport | null> {
  const models = shippedModels('full')
  if (models === null) return null
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [path]
  const statements = await statementsOf(files, english(models) as unknown as ReadingPipeline)
  const offered: Offered[] = []
  for (const [index, one] of statements.entries()) {
    for (const other of statements.slice(index + 1)) {
      const found = relate(one, other)
      if (found !== null) offered.push({ found, sides: [one, other] })
    }
  }
  return { pages: files.length, statements: statements.length, offered }
}

async function statementsOf(files: readonly string[], pipeline: ReadingPipeline): Promise<PageStatement[]> {
  const register = openRegister(null)
  const known = growingLedger()
  const all: PageStatement[] = []
  for (const file of files) {
    const page = readDocument({ bytes: readFileSync(file), file, url: null, published: null, publisher: null })
    const extraction = await extractFrom({ pipelineFor: () => pipeline }, page)
    const { statements, links } = await resolveEntities(extraction, register, known.ledger)
    known.add(links.entities, page.document.publisher)
    for (const statement of statements) {
      all.push({ statement, document: page.document, text: page.text, file: basename(file) })
    }
  }
  return all
}

export function formatOffered({ pages, statements, offered }: PagesReport): string {
  const lines = [`${pages} pages, ${statements} statements, ${offered.length} links offered`]
  for (const relation of RELATIONS) {
    const own = offered.filter(({ found }) => found.relation === relation)
    if (own.length === 0) continue
    own.sort((a, b) => b.found.confidence - a.found.confidence)
    lines.push('', `== ${relation}: ${own.length}`)
    for (const { found, sides } of own) {
      lines.push('', `${found.confidence.toFixed(2)} ${found.type ?? ''}`.trimEnd())
      for (const side of sides) lines.push(...sideLines(side, found))
    }
  }
  return lines.join('\n')
}

function sideLines({ statement, text, file, document }: PageStatement, { because }: Relating): string[] {
  const shown = because.filter(({ of }) => of === statement.id)
  const evidence = shown.map(({ span, note }) => `${text.slice(span.start, span.end)} (${note})`)
  const said = statement.said.value ?? `printed ${document.published ?? 'on no known day'}`
  const { type, polarity } = statement.act
  return [
    `  ${file}, ${statement.speaker?.name ?? 'nobody named'}, ${said}${type === null ? '' : `, ${type} ${polarity}`}`,
    `    ${statement.content.text.replace(/\s+/g, ' ')}`,
    ...(evidence.length === 0 ? [] : [`    because: ${evidence.join('; ')}`]),
  ]
}
