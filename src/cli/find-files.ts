/** Paths, folders and globs → the files to read, in a fixed order. */
import { globSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { OnrecordError } from '../core/errors.ts'

/** Endings read from a folder or glob; a file named outright is read whatever its name. */
const ENDINGS = /\.(html?|xhtml|shtml|txt|text)$/i

export interface Found {
  readonly files: readonly string[]
  /** Arguments that gave no file. */
  readonly errors: readonly OnrecordError[]
}

/** `-` stays as it is: standard input. Each file once, in the order of the arguments and sorted within a folder. */
export function findFiles(paths: readonly string[]): Found {
  const files = new Set<string>()
  const errors: OnrecordError[] = []
  for (const path of paths) {
    const found = filesAt(path)
    if (found instanceof OnrecordError) errors.push(found)
    else for (const file of found) files.add(file)
  }
  return { files: [...files], errors }
}

function filesAt(path: string): string[] | OnrecordError {
  if (path === '-') return [path]
  try {
    if (!statSync(path).isDirectory()) return [path]
    const inside = filesIn(path)
    return inside.length > 0 ? inside : new OnrecordError('no-files', { path })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      return new OnrecordError('file-unreadable', { file: path, reason: code ?? '?' })
  }
  if (!/[*?[{]/.test(path)) return new OnrecordError('file-unreadable', { file: path, reason: 'no such file' })
  const matches = globSync(path, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return matches.length > 0 ? matches : new OnrecordError('no-files', { path })
}

/** Pages below a folder; hidden files and folders are left out. */
function filesIn(folder: string): string[] {
  const files: string[] = []
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...filesIn(path))
    else if (ENDINGS.test(entry.name)) files.push(path)
  }
  return files
}
