/** Options that several commands share, and the checks on their values. */
import { OnrecordError } from '../core/errors.ts'
import { ledgerPath, type Settings } from '../runtime/settings.ts'
import { type Option, type Terminal, text, type Values } from './command.ts'

export const ledgerOption: Option = {
  name: 'ledger',
  value: 'PATH',
  help: 'the ledger; default $ONRECORD_LEDGER, else ./onrecord.db',
}

export const sourceOptions: readonly Option[] = [
  { name: 'url', value: 'URL', help: 'address of the page (one file only)' },
  { name: 'published', value: 'DATE', help: 'publication date, like 2024-06-21; wins over the page' },
  { name: 'publisher', value: 'NAME', help: 'publisher; wins over the page' },
  { name: 'max-size', value: 'MB', help: 'largest file to read; default 20' },
]

export const listOptions: readonly Option[] = [
  { name: 'from', value: 'DATE', help: 'published on this day or later' },
  { name: 'to', value: 'DATE', help: 'published on this day or before' },
  { name: 'publisher', value: 'NAME', help: 'only of this publisher (the whole name, any case)' },
  { name: 'language', value: 'TAG', help: 'only in this language, like en' },
  { name: 'limit', value: 'N', help: 'at most so many rows, 1 to 1000; default 50' },
  { name: 'after', value: 'CURSOR', help: 'go on where a former list ended' },
]

export const formatOption = (formats: readonly string[], preset: string): Option => ({
  name: 'format',
  value: formats.join('|'),
  help: `default ${preset}`,
})

export const settingsOf = (terminal: Terminal, values: Values, mode: Settings['mode']): Settings => ({
  ledger: ledgerPath(text(values, 'ledger'), terminal.env),
  mode,
})

/** @throws OnrecordError `usage` for a format the command does not have. */
export function formatOf<Format extends string>(
  command: string,
  values: Values,
  formats: readonly Format[],
  preset: Format,
): Format {
  const value = text(values, 'format') ?? preset
  const format = formats.find((known) => known === value)
  if (format === undefined) {
    const problem = `--format ${value}: expected ${formats.join(', ')}`
    throw new OnrecordError('usage', { problem, command })
  }
  return format
}

/** Bytes from `--max-size`; undefined when not given. @throws OnrecordError `usage`. */
export function maxBytesOf(command: string, values: Values): number | undefined {
  const value = text(values, 'max-size')
  if (value === undefined) return undefined
  const megabytes = Number(value)
  if (!(megabytes > 0 && megabytes <= 500)) {
    throw new OnrecordError('usage', { problem: `--max-size ${value}: expected megabytes, up to 500`, command })
  }
  return Math.round(megabytes * 1e6)
}
