/** Reads the sources that are followed from TOML; a file that is wrong anywhere is not read at all. */
import { readFileSync } from 'node:fs'
import { parse, TomlError } from 'smol-toml'
import { OnrecordError } from '../core/errors.ts'

export interface Source {
  readonly name: string
  readonly url: string
  readonly everyMs: number
  /** Publisher of its pages, where it is not left to them. */
  readonly publisher: string | null
}

export interface Sources {
  /** Those that are enabled. */
  readonly sources: readonly Source[]
  /** Whom sites may write to. */
  readonly contact: string | null
  readonly delayMs: number
  readonly allowHosts: readonly string[]
  /** When a page is looked at again, in ms after it was first. */
  readonly revisitMs: readonly number[]
}

const LARGEST = 1_000_000
const EVERY_MS = 30 * 60_000
const LEAST_EVERY_MS = 60_000
const DELAY_MS = 1000
const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const LONGEST_MS = 366 * 86_400_000

type Table = Readonly<Record<string, unknown>>

/**
 * What the file holds is told in docs/watch.md.
 * @throws OnrecordError `file-unreadable`, or `sources-malformed` with the line and what is wrong there.
 */
export function readSources(path: string): Sources {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause)
    throw new OnrecordError('file-unreadable', { file: path, reason }, { cause })
  }
  return parseSources(text, path)
}

/** @param file how errors call it. @throws OnrecordError `sources-malformed` */
export function parseSources(text: string, file: string): Sources {
  if (text.length > LARGEST) throw malformed(file, 1, `more than ${LARGEST / 1e6} MB`)
  const root = parsed(text, file)
  const fault = (problem: string): OnrecordError => malformed(file, 1, problem)
  refuseOthers(root, ['source', 'contact', 'delay', 'allow-hosts', 'revisit'], fault)
  const tables = root.source ?? []
  if (!Array.isArray(tables) || tables.length === 0) throw fault('expected at least one [[source]], in double brackets')
  const lines = tableLines(text)
  const seen = new Set<string>()
  return {
    sources: (tables as Table[]).flatMap((table, index) => {
      const source = sourceOf(
        table,
        (problem) => malformed(file, lines[index] ?? 1, `source ${index + 1}: ${problem}`),
        seen,
      )
      return source === null ? [] : [source]
    }),
    contact: textOf(root.contact, 'contact', fault),
    delayMs: root.delay === undefined ? DELAY_MS : durationOf(root.delay, 'delay', fault),
    allowHosts: textsOf(root['allow-hosts'], 'allow-hosts', fault),
    revisitMs: textsOf(root.revisit, 'revisit', fault)
      .map((each) => durationOf(each, 'revisit', fault))
      .sort((a, b) => a - b),
  }
}

type Fault = (problem: string) => OnrecordError

function sourceOf(table: Table, fault: Fault, seen: Set<string>): Source | null {
  refuseOthers(table, ['name', 'url', 'every', 'publisher', 'enabled'], fault)
  const url = textOf(table.url, 'url', fault)
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw fault('url: expected an address, like url = "https://example.org/rss"')
  }
  if (seen.has(url)) throw fault(`there is a source with the address ${url} before it`)
  seen.add(url)
  if (table.enabled !== undefined && typeof table.enabled !== 'boolean') throw fault('enabled: expected true or false')
  const everyMs = table.every === undefined ? EVERY_MS : durationOf(table.every, 'every', fault)
  if (everyMs < LEAST_EVERY_MS) throw fault('every: expected a minute or more, like "30m"')
  const source = {
    name: textOf(table.name, 'name', fault) ?? new URL(url).host,
    url,
    everyMs,
    publisher: textOf(table.publisher, 'publisher', fault),
  }
  return table.enabled === false ? null : source
}

function refuseOthers(table: Table, known: readonly string[], fault: Fault): void {
  const other = Object.keys(table).find((key) => !known.includes(key))
  if (other !== undefined) throw fault(`unexpected “${other}”: expected ${known.join(', ')}`)
}

function textOf(value: unknown, name: string, fault: Fault): string | null {
  if (value === undefined) return null
  if (typeof value !== 'string' || value.trim() === '' || value.length > 500) throw fault(`${name}: expected a text`)
  return value.trim()
}

function textsOf(value: unknown, name: string, fault: Fault): readonly string[] {
  if (value === undefined) return []
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string'))
    throw fault(`${name}: expected texts in brackets`)
  return value as string[]
}

/** "90s", "30m", "1h", "2d". */
function durationOf(value: unknown, name: string, fault: Fault): number {
  const found = typeof value === 'string' ? /^(\d{1,6})\s?([smhd])$/.exec(value.trim()) : null
  const ms = found === null ? Number.NaN : Number(found[1]) * UNITS[found[2]!]!
  if (!(ms <= LONGEST_MS)) throw fault(`${name}: expected a time, like "30m", "1h" or "2d"`)
  return ms
}

function parsed(text: string, file: string): Table {
  try {
    return parse(text)
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    const [first] = cause.message.split('\n')
    const problem = `column ${cause.column}: ${first!.replace(/^Invalid TOML document: /, '')}`
    throw malformed(file, cause.line, problem, cause)
  }
}

function tableLines(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (line.trimStart().startsWith('[[') ? [index + 1] : []))
}

const malformed = (file: string, line: number, problem: string, cause?: unknown): OnrecordError =>
  new OnrecordError('sources-malformed', { file, line, problem }, { cause })
