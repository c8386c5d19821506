/** Options of the commands that read pages, and what they were asked to read. */
import { faultsOf } from '../app/perform.ts'
import { givenFacts } from '../app/schemas.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Network } from '../runtime/fetched-pages.ts'
import type { Page } from '../runtime/page-sources.ts'
import { defaultMaxBytes } from '../runtime/settings.ts'
import { type Option, text, type Values } from './command.ts'
import { type Found, findFiles } from './find-files.ts'
import { version } from './main.ts'
import { badFlag, checkFlags } from './options.ts'

const LARGEST_MEGABYTES = 500
const LONGEST_SECONDS = 86_400

export const pageOptions: readonly Option[] = [
  { name: 'url', value: 'URL', help: 'address of the page (one page only); wins over the page' },
  { name: 'published', value: 'DATE', help: 'publication date, like 2024-06-21; wins over the page' },
  { name: 'publisher', value: 'NAME', help: 'publisher; wins over the page' },
  { name: 'fetch', help: 'fetch the pages that a list of articles names without their text' },
  { name: 'allow-host', value: 'HOST:PORT', help: 'fetch from a machine of your own, too; several with commas' },
  { name: 'contact', value: 'TEXT', help: 'whom sites that are fetched may write to' },
  { name: 'max-size', value: 'MB', help: `largest page to read; default ${defaultMaxBytes / 1e6}` },
]

export const timeoutOption: Option = {
  name: 'page-timeout',
  value: 'SECONDS',
  help: 'give up a page that takes longer; default 60, and 60 more for each megabyte',
}

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

/** How long a page may take, in milliseconds; undefined where nobody said. @throws OnrecordError `usage`. */
export function pageTimeoutOf(command: string, values: Values): number | undefined {
  const value = text(values, 'page-timeout')
  if (value === undefined) return undefined
  const seconds = /^\d{1,5}(\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN
  if (seconds > 0 && seconds <= LONGEST_SECONDS) return Math.round(seconds * 1000)
  throw badFlag(command, 'page-timeout', value, `expected seconds, up to ${LONGEST_SECONDS}`)
}

/** Whether the flags tell facts of which every page has its own. */
export const isForOnePage = (values: Values): boolean => values.url !== undefined || values.published !== undefined

/** How addresses are fetched. */
export const networkOf = (values: Values): Network => ({
  version: version(),
  contact: text(values, 'contact') ?? null,
  lists: values.fetch === true,
  allow: (text(values, 'allow-host') ?? '').split(',').filter((each) => each !== ''),
})

/** The reader's input for one file, from the flags. */
export const sourceOf = (file: string, values: Values) => ({
  file: file === '-' ? null : file,
  url: text(values, 'url') ?? null,
  published: text(values, 'published') ?? null,
  publisher: text(values, 'publisher') ?? null,
})

/** The reader's input for a page: the flags win over what its container tells. */
export const sourceOfPage = ({ bytes, name, file, facts }: Page, values: Values) => ({
  bytes,
  file,
  ...(name === (file ?? 'standard input') ? {} : { name }),
  ...facts,
  url: text(values, 'url') ?? facts.url ?? null,
  published: text(values, 'published') ?? facts.published ?? null,
  publisher: text(values, 'publisher') ?? facts.publisher ?? null,
})
