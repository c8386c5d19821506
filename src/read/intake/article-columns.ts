/** One article as JSON: which of its columns hold the text, and what the others tell of it. */
import { isoDate } from '../plain-date.ts'
import { isWebAddress } from './http-page.ts'
import type { Page, PageFacts } from './page.ts'
import { titledText } from './titled-text.ts'

export type Article =
  | Pick<Page, 'bytes' | 'facts'>
  /** Told without its text. */
  | { readonly address: string; readonly facts: PageFacts }
  /** `isAll` where the lines behind it will be no better. */
  | { readonly problem: string; readonly isAll?: true }

/** The first column that is there counts; behind ours those of news-please and of GDELT. */
const COLUMNS = {
  url: ['url'],
  title: ['title'],
  text: ['text', 'maintext'],
  html: ['html'],
  published: ['published', 'date_publish'],
  publisher: ['publisher', 'source_domain', 'domain'],
  language: ['language'],
} as const

/** As for the flag. */
const LONGEST_PUBLISHER = 500
/** Longer ones are prose in the wrong column. */
const LONGEST_TITLE = 2_000

export function articleIn(value: unknown): Article {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: 'expected an article as {…}' }
  const row = value as Readonly<Record<string, unknown>>
  if (row.document !== undefined && row.statements !== undefined) {
    return {
      problem: 'written by "onrecord extract" or "export": take the file in with "onrecord import"',
      isAll: true,
    }
  }
  const told = columnsOf(row)
  if (typeof told === 'string') return { problem: told }
  const { url, title, text, html, published, publisher, language, authors } = told
  if (url !== null && !isWebAddress(url)) return { problem: `url: expected an address like https://example.org/story` }
  const day = published === null ? null : dayOf(published)
  if (published !== null && day === null)
    return { problem: `published: expected a date like 2024-06-21, not ${shown(published)}` }
  if (publisher !== null && publisher.length > LONGEST_PUBLISHER)
    return { problem: `publisher: longer than ${LONGEST_PUBLISHER} characters` }
  if (title !== null && title.length > LONGEST_TITLE)
    return { problem: `title: longer than ${LONGEST_TITLE} characters` }
  const facts: PageFacts = {
    url,
    published: day,
    publisher,
    title,
    ...(authors.length === 0 ? {} : { authors }),
    language: language !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(language) ? language : null,
    charset: 'utf-8',
  }
  if (html !== null) return { bytes: Buffer.from(html), facts: { ...facts, format: 'html' } }
  if (text !== null) return { bytes: titledText(title, text), facts: { ...facts, format: 'plain' } }
  return url === null ? { problem: 'neither text nor html, and no url' } : { address: url, facts: { url, title } }
}

type Column = keyof typeof COLUMNS
type Told = Record<Column, string | null> & { authors: readonly string[] }

/** The columns as text; a sentence on the first that is something else. Empty is as good as missing. */
function columnsOf(row: Readonly<Record<string, unknown>>): Told | string {
  const told = Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, null])) as Record<Column, string | null>
  for (const [name, columns] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    for (const column of columns) {
      const value = row[column]
      if (value === undefined || value === null || value === '') continue
      if (typeof value !== 'string') return `${column}: expected text`
      told[name] = value.toWellFormed()
      break
    }
  }
  const authors = row.authors ?? row.author ?? []
  const list = typeof authors === 'string' ? [authors] : authors
  if (!Array.isArray(list) || list.some((each) => typeof each !== 'string')) return 'authors: expected a list of names'
  return { ...told, authors: list.map((each: string) => each.toWellFormed()).filter((each) => each !== '') }
}

/** The day that is written, without a conversion between time zones: 2024-06-21, 2024-06-21T22:10:00Z, 20240621T221000Z. */
export function dayOf(written: string): string | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?![\d-])/.exec(written.trim())
  return found === null ? null : isoDate(Number(found[1]), Number(found[2]), Number(found[3]))
}

const shown = (value: string): string => JSON.stringify(value.slice(0, 40))
