/** Paths, folders and globs → the files to read, in a fixed order. */
import { type Dirent, globSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { OnrecordError } from '../core/errors.ts'
import { isElsewhere } from '../runtime/page-sources.ts'
import { missing } from '../runtime/read-bytes.ts'

/** Endings read from a folder; a file named outright, or by a glob, is read whatever its name. */
const ENDINGS = /\.(?:(?:html?|xhtml|shtml|txt|text|vtt|srt|warc|jsonl|ndjson|eml)(?:\.gz)?|wacz)$/i

const MANY = /\.(?:warc|wacz|jsonl|ndjson)(?:\.gz)?$/i

export interface Found {
  readonly files: readonly string[]
  /** Arguments that gave no file. */
  readonly errors: readonly OnrecordError[]
}

/** How many pages they are, as far as their names tell: no end of them where one looks like an archive or a list. */
export const countOf = (files: readonly string[]): number =>
  files.some((file) => MANY.test(file) || isElsewhere(file)) ? Number.POSITIVE_INFINITY : files.length

/** `-` stays as it is, standard input, and so does what is no path. Each file once, in the order of the arguments and sorted within a folder. */
export function findFiles(paths: readonly string[]): Found {
  const files = new Map<string, string>()
  const errors: OnrecordError[] = []
  for (const path of paths) {
    for (const found of filesAt(path)) {
      if (found instanceof OnrecordError) errors.push(found)
      else if (!files.has(placeOf(found))) files.set(placeOf(found), found)
    }
  }
  return { files: [...files.values()], errors }
}

const placeOf = (path: string): string => (path === '-' || isElsewhere(path) ? path : resolve(path))

function filesAt(path: string): (string | OnrecordError)[] {
  if (path === '-' || isElsewhere(path)) return [path]
  try {
    if (!statSync(path).isDirectory()) return [path]
    const inside = filesIn(path)
    return inside.length > 0 ? inside : [new OnrecordError('no-files', { path })]
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return [unreadable(path, code ?? String(error))]
  }
  if (!/[*?[{]/.test(path)) return [unreadable(path === '' ? '""' : path, missing(path))]
  const matches = globSync(path, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return matches.length > 0 ? matches : [new OnrecordError('no-files', { path })]
}

/** Pages below a folder; hidden files and folders are left out, and so are links to folders, which may lead in circles. */
function filesIn(folder: string): (string | OnrecordError)[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    return [unreadable(folder, (error as NodeJS.ErrnoException).code ?? String(error))]
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    if (entry.name.startsWith('.')) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    return ENDINGS.test(entry.name) ? [path] : []
  })
}

const unreadable = (file: string, reason: string) => new OnrecordError('file-unreadable', { file, reason })
