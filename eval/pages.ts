/** Quality of the reader on two public sets of news pages: article text by shingle F1; date, title, author and text checks. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BlockKind } from '../src/core/doc.ts'
import { type ReadOutcome, readDocument } from '../src/read/index.ts'
import { countPage, type PageCounts, type ShingleScore, scorePages } from './pages-shingles.ts'
import { readTarGz } from './pages-tar.ts'

export interface PagesReport {
  readonly task: 'pages'
  readonly articles: ArticleScores
  readonly metadata: MetadataScores
}

export interface ArticleScores {
  readonly pages: number
  /** Every block but headline and boilerplate. */
  readonly body: ShingleScore
  /** Without standfirst, byline, date line and captions as well: what the gold texts hold. */
  readonly prose: ShingleScore
  readonly pagesPerSecond: number
  /** Worst pages first: name and share of shingles right. */
  readonly worst: readonly (readonly [string, number])[]
}

export interface MetadataScores {
  readonly pages: number
  readonly dated: number
  readonly dateRight: number
  readonly dateWrong: number
  readonly dateMissing: number
  /** Of the pages without a gold date, those where one was found. */
  readonly dateUnasked: number
  readonly titleAsked: number
  readonly titleRight: number
  readonly authorAsked: number
  readonly authorRight: number
  /** Text that must appear, and does. */
  readonly withAsked: number
  readonly withRight: number
  /** Text that must not appear, and does not. */
  readonly withoutAsked: number
  readonly withoutRight: number
  /** Name of the page and what is wrong with it. */
  readonly faults: readonly string[]
}

/** Files of the data folder this task needs. */
export const pagesNeeds = ['html/article-extraction-dev.tar.gz', 'html/trafilatura-dev.tar.gz'] as const

/** Reads every page and compares; null when the data is not there. */
export function evaluatePages(dataFolder: string): PagesReport | null {
  const [articles, metadata] = pagesNeeds.map((name) => join(dataFolder, name)) as [string, string]
  if (!existsSync(articles) || !existsSync(metadata)) return null
  return { task: 'pages', articles: scoreArticles(readTarGz(articles)), metadata: scoreMetadata(readTarGz(metadata)) }
}

function scoreArticles(files: ReadonlyMap<string, Uint8Array>): ArticleScores {
  const gold = jsonFile<Record<string, { articleBody: string }>>(files, 'ground-truth.json')
  const body: PageCounts[] = []
  const prose: PageCounts[] = []
  const worst: [string, number][] = []
  const started = performance.now()
  const outcomes = Object.keys(gold).map((name) => tryRead(fileNamed(files, `html/${name}.html`), `${name}.html`))
  const seconds = (performance.now() - started) / 1_000
  Object.entries(gold).forEach(([name, { articleBody }], i) => {
    const counts = countPage(articleBody, textWithout(outcomes[i]!, ['headline', 'boilerplate']))
    body.push(counts)
    const outside: BlockKind[] = ['headline', 'boilerplate', 'standfirst', 'byline', 'dateline', 'caption']
    prose.push(countPage(articleBody, textWithout(outcomes[i]!, outside)))
    worst.push([name, counts.tp])
  })
  return {
    pages: body.length,
    body: scorePages(body),
    prose: scorePages(prose),
    pagesPerSecond: body.length / seconds,
    worst: worst.sort((a, b) => a[1] - b[1]).slice(0, 12),
  }
}

interface GoldPage {
  readonly file: string
  readonly with: readonly string[]
  readonly without: readonly string[]
  readonly title?: string
  readonly author?: string | readonly string[]
  readonly date?: string
}

function scoreMetadata(files: ReadonlyMap<string, Uint8Array>): MetadataScores {
  const gold = Object.values(jsonFile<Record<string, GoldPage>>(files, 'gold.json'))
  const scores = {
    pages: gold.length,
    dated: 0,
    dateRight: 0,
    dateWrong: 0,
    dateMissing: 0,
    dateUnasked: 0,
    titleAsked: 0,
    titleRight: 0,
    authorAsked: 0,
    authorRight: 0,
    withAsked: 0,
    withRight: 0,
    withoutAsked: 0,
    withoutRight: 0,
  }
  const faults: string[] = []
  for (const page of gold) {
    const outcome = tryRead(fileNamed(files, `html/${page.file}`), page.file)
    const found = outcome?.document ?? null
    if (page.date) {
      scores.dated++
      if (found?.published === page.date) scores.dateRight++
      else if (found?.published == null) scores.dateMissing++
      else scores.dateWrong++
      if (found?.published !== page.date) {
        faults.push(
          `${page.file}: date ${found?.published ?? 'missing'} (${found?.publishedFrom ?? '-'}), not ${page.date}`,
        )
      }
    } else if (found?.published) {
      scores.dateUnasked++
    }
    if (page.title) {
      scores.titleAsked++
      if (sameText(found?.title, page.title)) scores.titleRight++
      else faults.push(`${page.file}: title "${found?.title ?? ''}", not "${page.title}"`)
    }
    if (page.author) {
      scores.authorAsked++
      const wanted = typeof page.author === 'string' ? [page.author] : page.author
      const right =
        found?.authors.some((name) => wanted.some((author) => sameText(name, author) || author.includes(name))) ?? false
      if (right) scores.authorRight++
      else faults.push(`${page.file}: author "${found?.authors.join('; ') ?? ''}", not "${wanted.join('; ')}"`)
    }
    const text = spaced(textWithout(outcome, ['boilerplate']))
    for (const wanted of page.with) {
      scores.withAsked++
      if (text.includes(spaced(wanted))) scores.withRight++
      else faults.push(`${page.file}: lacks "${wanted}"`)
    }
    for (const unwanted of page.without) {
      scores.withoutAsked++
      if (!text.includes(spaced(unwanted))) scores.withoutRight++
      else faults.push(`${page.file}: has "${unwanted}"`)
    }
  }
  return { ...scores, faults }
}

/** A page that cannot be read scores nothing; it must not end the run. */
function tryRead(bytes: Uint8Array, file: string): ReadOutcome | null {
  try {
    return readDocument({ bytes, file })
  } catch {
    return null
  }
}

function textWithout(outcome: ReadOutcome | null, kinds: readonly BlockKind[]): string {
  if (outcome === null) return ''
  const kept = outcome.blocks.filter(({ kind }) => !kinds.includes(kind))
  return kept.map(({ start, end }) => outcome.text.slice(start, end)).join('\n')
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Case, spaces and typographic marks do not count. */
function sameText(a: string | null | undefined, b: string | undefined): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return a != null && b !== undefined && plain(a) === plain(b)
}

function fileNamed(files: ReadonlyMap<string, Uint8Array>, ending: string): Uint8Array {
  for (const [name, bytes] of files) if (name.endsWith(ending)) return bytes
  throw new Error(`the archive has no ${ending}`)
}

const jsonFile = <T>(files: ReadonlyMap<string, Uint8Array>, name: string): T =>
  JSON.parse(Buffer.from(fileNamed(files, name)).toString('utf8')) as T

/** The report as lines for people. */
export function formatPages({ articles, metadata }: PagesReport): string {
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`
  const score = ({ precision, recall, f1 }: ShingleScore): string =>
    `F1 ${f1.toFixed(4)}  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}`
  const m = metadata
  return [
    `article text, ${articles.pages} pages, four-word shingles:`,
    `  body (all but headline and boilerplate)        ${score(articles.body)}`,
    `  prose (nor standfirst, byline, date, captions) ${score(articles.prose)}`,
    `  ${articles.pagesPerSecond.toFixed(0)} pages/s; worst: ${articles.worst.map(([name, share]) => `${name.slice(0, 6)} ${share.toFixed(2)}`).join(', ')}`,
    `metadata, ${m.pages} pages:`,
    `  date of ${m.dated}: right ${percent(m.dateRight, m.dated)}, wrong ${percent(m.dateWrong, m.dated)}, missing ${percent(m.dateMissing, m.dated)}; found unasked ${m.dateUnasked}`,
    `  title right ${percent(m.titleRight, m.titleAsked)} of ${m.titleAsked}, author right ${percent(m.authorRight, m.authorAsked)} of ${m.authorAsked}`,
    `  text that must appear ${percent(m.withRight, m.withAsked)} of ${m.withAsked}, that must not ${percent(m.withoutRight, m.withoutAsked)} of ${m.withoutAsked}`,
  ].join('\n')
}
