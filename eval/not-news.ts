/** Statements found in texts that hold none: recipes, code, tables, poems, contracts, other languages. */
import { readdirSync, readFileSync } from 'node:fs'
import { extract } from '../src/index.ts'

export interface FalseStatement {
  readonly file: string
  readonly source: string
  readonly cue: string
  readonly content: string
}

export interface NotNewsReport {
  readonly texts: number
  /** Runs of characters between white space. */
  readonly words: number
  readonly found: readonly FalseStatement[]
  readonly per2000Words: number
}

const folder = new URL('./gold/not-news/', import.meta.url)

export async function evaluateNotNews(): Promise<NotNewsReport> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
  let words = 0
  const found: FalseStatement[] = []
  for (const file of files) {
    const text = readFileSync(new URL(file, folder), 'utf8')
    words += text.split(/\s+/).filter((word) => word !== '').length
    const { statements } = await extract(text, { file })
    for (const { source, cue, content } of statements) {
      found.push({ file, source: source.text, cue: cue.text, content: content.text })
    }
  }
  return { texts: files.length, words, found, per2000Words: (2000 * found.length) / words }
}

export const formatNotNews = ({ texts, words, found, per2000Words }: NotNewsReport): string =>
  [
    `${texts} texts, ${words} words, ${found.length} false statements: ${per2000Words.toFixed(2)} per 2,000 words`,
    ...found.map(
      ({ file, source, cue, content }) =>
        `${file}: ${oneLine(source) || '–'} | ${oneLine(cue) || '–'} | ${oneLine(content)}`,
    ),
  ].join('\n')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 100)
