/** Options of the commands that read pages, and what they were asked to read. */
import { faultsOf } from '../app/perform.ts'
import { givenFacts } from '../app/schemas.ts'
import { OnrecordError } from '../core/errors.ts'
import { defaultMaxBytes } from '../runtime/settings.ts'
import { type Option, text, type Values } from './command.ts'
import { type Found, findFiles } from './find-files.ts'
import { badFlag, checkFlags } from './options.ts'

const LARGEST_MEGABYTES = 500

export const pageOptions: readonly Option[] = [
  { name: 'url', value: 'URL', help: 'address of the page (one file only); wins over the page' },
  { name: 'published', value: 'DATE', help: 'publication date, like 2024-06-21; wins over the page' },
  { name: 'publisher', value: 'NAME', help: 'publisher; wins over the page' },
  { name: 'max-size', value: 'MB', help: `largest file to read; default ${defaultMaxBytes / 1e6}` },
]

/** The files behind the arguments. @throws OnrecordError `usage` when there is none, or one address for several. */
export function pagesOf(command: string, paths: readonly string[], values: Values): Found {
  if (paths.length === 0) throw new OnrecordError('usage', { problem: 'no file was named', command })
  const found = findFiles(paths)
  if (values.url !== undefined && found.files.length > 1) {
    throw new OnrecordError('usage', { problem: '--url goes with one file, and several were named', command })
  }
  return found
}

/** Checks the flags before anything is opened, and gives the limit in bytes. @throws OnrecordError `usage`. */
export function checkPageFlags(command: string, values: Values): number {
  checkFlags(command, faultsOf(givenFacts, values), values)
  const value = text(values, 'max-size')
  if (value === undefined) return defaultMaxBytes
  const megabytes = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  const bytes = Math.round(megabytes * 1e6)
  if (bytes >= 1 && megabytes <= LARGEST_MEGABYTES) return bytes
  throw badFlag(command, 'max-size', value, `expected megabytes, up to ${LARGEST_MEGABYTES}`)
}

/** The reader's input from the flags. */
export const sourceOf = (file: string, values: Values) => ({
  file: file === '-' ? null : file,
  url: text(values, 'url') ?? null,
  published: text(values, 'published') ?? null,
  publisher: text(values, 'publisher') ?? null,
})
