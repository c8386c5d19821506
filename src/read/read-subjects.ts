/** Reads subjects of a user's own from TOML; a file that is wrong anywhere is not read at all. */
import { readFileSync } from 'node:fs'
import { parse, TomlError } from 'smol-toml'
import { OnrecordError } from '../core/errors.ts'
import { foldName } from '../core/fold.ts'
import { parseQuery, QueryFault } from '../core/query/parse-query.ts'
import type { Query } from '../core/query/query.ts'

export interface SubjectDefinition {
  readonly name: string
  readonly query: Query
}

/** More bytes than anybody writes by hand. */
const LARGEST = 1_000_000
const LONGEST_NAME = 200

/**
 * What the file holds is told in docs/subjects-file.md.
 * @throws OnrecordError `file-unreadable`, or `subjects-malformed` with the line and what is wrong there.
 */
export function readSubjects(path: string): SubjectDefinition[] {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause)
    throw new OnrecordError('file-unreadable', { file: path, reason }, { cause })
  }
  return parseSubjects(bytes, path)
}

/**
 * @param bytes of a TOML file, UTF-8.
 * @param file how errors call it.
 * @throws OnrecordError `subjects-malformed`; its `query` and `at` are those of a query that cannot be read.
 */
export function parseSubjects(bytes: Uint8Array, file: string): SubjectDefinition[] {
  if (bytes.length > LARGEST) throw malformed(file, 1, `more than ${LARGEST / 1_000_000} MB`)
  const text = decoded(bytes, file)
  const lines = subjectLines(text)
  const names = new Set<string>()
  return tablesOf(text, file).map((table, index) => {
    const place = { file, line: lines[index] ?? 1, number: index + 1 }
    const name = nameOf(table, place, names)
    return { name, query: queryOf(table, place, name) }
  })
}

interface Place {
  readonly file: string
  /** Where its table begins, from 1. */
  readonly line: number
  readonly number: number
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw malformed(file, 1, 'not UTF-8', cause)
  }
}

function tablesOf(text: string, file: string): Readonly<Record<string, unknown>>[] {
  const root = parsed(text, file)
  const [other] = Object.keys(root).filter((key) => key !== 'subject')
  if (other !== undefined) throw malformed(file, 1, `unexpected “${other}”: each subject begins with [[subject]]`)
  const tables = root.subject ?? []
  if (!Array.isArray(tables) || !tables.every(isTable)) {
    throw malformed(file, 1, 'expected [[subject]], in double brackets')
  }
  return tables
}

function parsed(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    return parse(text)
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    const [first] = cause.message.split('\n')
    throw malformed(
      file,
      cause.line,
      `column ${cause.column}: ${first!.replace(/^Invalid TOML document: /, '')}`,
      cause,
    )
  }
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

function nameOf(table: Readonly<Record<string, unknown>>, { file, line, number }: Place, names: Set<string>): string {
  const { name } = table
  const fault = (problem: string): OnrecordError => malformed(file, line, `subject ${number}: ${problem}`)
  const [other] = Object.keys(table).filter((key) => key !== 'name' && key !== 'query')
  if (other !== undefined) throw fault(`unexpected “${other}”: expected name and query`)
  if (typeof name !== 'string' || name.trim() === '') throw fault('name: expected a text, like name = "Grain exports"')
  if (name.length > LONGEST_NAME) throw fault(`name: longer than ${LONGEST_NAME} characters`)
  const folded = foldName(name)
  if (names.has(folded)) throw fault(`there is a subject “${name}” before it`)
  names.add(folded)
  return name.trim()
}

function queryOf(table: Readonly<Record<string, unknown>>, { file, line, number }: Place, name: string): Query {
  const { query } = table
  const place = `subject ${number} “${name}”: query`
  if (typeof query !== 'string') throw malformed(file, line, `${place}: expected a text, like query = "grain OR wheat"`)
  try {
    return parseQuery(query)
  } catch (cause) {
    if (!(cause instanceof QueryFault)) throw cause
    const character = [...query.slice(0, cause.at)].length + 1
    const problem = `${place}, character ${character}: ${cause.message}`
    throw new OnrecordError('subjects-malformed', { file, line, problem, query, at: cause.at }, { cause })
  }
}

/** The lines at which tables begin; one in a text of several lines would put the numbers off, and no more. */
function subjectLines(text: string): number[] {
  const lines: number[] = []
  text.split('\n').forEach((line, index) => {
    if (line.trimStart().startsWith('[[')) lines.push(index + 1)
  })
  return lines
}

const malformed = (file: string, line: number, problem: string, cause?: unknown): OnrecordError =>
  new OnrecordError('subjects-malformed', { file, line, problem }, { cause })
