/** `onrecord export`: the record, or what a filter finds of it, in the formats of other programs. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type ExportFormat,
  type ExportFormatName,
  type ExportOptions,
  exportFormatNames,
  exportFormats,
} from '../app/export-formats.ts'
import { type ExportedEntry, exportStatements } from '../app/export-statements.ts'
import { faultsOf, perform } from '../app/perform.ts'
import { OnrecordError } from '../core/errors.ts'
import { openStore } from '../runtime/ledger.ts'
import { openSubjects } from '../runtime/subjects.ts'
import { type Command, type Terminal, text, type Values } from './command.ts'
import { DONE } from './exit-codes.ts'
import { statementOptions } from './list.ts'
import { checkFlags, formatOf, ledgerOption, listOptions, settingsOf, subjectsOf, subjectsOption } from './options.ts'
import { visible } from './visible.ts'

const filters = [...statementOptions, ...listOptions].filter(
  ({ name }) => !['limit', 'after', 'sort', 'subjects'].includes(name),
)

export const exportCommand: Command = {
  name: 'export',
  usage: '',
  summary: 'write the record in formats that other programs read',
  details: [
    `Formats: ${exportFormatNames.map((name) => `${name} (${exportFormats[name].what})`).join('; ')}.`,
    'Without a filter whole documents are written, with those that have no statements; with one, the statements that it finds.',
  ],
  options: [
    { name: 'format', value: 'FORMAT', help: 'one of those above; default jsonl' },
    { name: 'output', value: 'PATH', help: 'a file, or for brat and citron a folder; default standard output' },
    { name: 'title', value: 'TEXT', help: 'what a feed or a dossier is called' },
    ...filters,
    subjectsOption,
    ledgerOption,
  ],
  examples: [
    ['onrecord export --output record.jsonl', 'everything, to be taken in elsewhere with "onrecord import"'],
    ["onrecord export --speaker 'Sergey Lavrov' --format markdown --title Lavrov > lavrov.md", 'a dossier'],
    ['onrecord export --text dam --format csv > dam.csv', 'for a spreadsheet: no cell is ever a formula'],
    ['onrecord export --format brat --output annotated/', 'text and annotations for brat'],
  ],
  async run(terminal, positionals, values) {
    if (positionals.length > 0) {
      const problem = `unexpected "${positionals[0]}": to search for words use --text`
      throw new OnrecordError('usage', { problem, command: 'export' })
    }
    const name = formatOf<ExportFormatName>('export', values, exportFormatNames, 'jsonl')
    const format: ExportFormat = exportFormats[name]
    const output = text(values, 'output') ?? null
    if (format.files !== undefined && output === null) {
      const problem = `--format ${name} writes several files: name a folder with --output`
      throw new OnrecordError('usage', { problem, command: 'export' })
    }
    const asked = Object.fromEntries(filters.map((option) => [option.name, text(values, option.name)]))
    checkFlags('export', faultsOf(exportStatements.input, asked), values)
    const subjects = openSubjects(subjectsOf(terminal, values))
    const store = openStore(settingsOf(terminal, values, 'existing'))
    try {
      const entries = await perform(exportStatements, { store, subjects }, asked)
      if (format.files !== undefined) await writeFiles(format.files, entries, output!)
      else await writeWhole(format.whole!(entries, optionsOf(values, asked)), output, terminal)
      return DONE
    } finally {
      await store.close()
    }
  },
}

function optionsOf(values: Values, asked: Readonly<Record<string, string | undefined>>): ExportOptions {
  const words = Object.values(asked).filter((value) => value !== undefined)
  const title = text(values, 'title') ?? (words.length === 0 ? 'The record' : words.join(', '))
  return { title, self: null, statements: null, now: new Date().toISOString() }
}

async function writeFiles(
  { each, once }: NonNullable<ExportFormat['files']>,
  entries: AsyncIterable<ExportedEntry>,
  folder: string,
): Promise<void> {
  await writing(folder, async () => void mkdirSync(folder, { recursive: true }))
  const write = (name: string, content: string) => {
    const path = join(folder, name)
    return writing(path, async () => writeFileSync(path, content))
  }
  for (const { name, text: content } of once) await write(name, content)
  for await (const entry of entries) for (const { name, text: content } of each(entry)) await write(name, content)
}

async function writeWhole(parts: AsyncIterable<string>, output: string | null, { stdout }: Terminal): Promise<void> {
  if (output === null || output === '-') {
    // Controls that a terminal would obey are made visible there, and only there.
    for await (const part of parts) stdout.write(stdout.isTTY === true ? lines(part) : part)
    return
  }
  const file = await writing(output, () => open(output, 'w'))
  try {
    for await (const part of parts) await writing(output, () => file.writeFile(part))
  } finally {
    await file.close()
  }
}

const lines = (part: string): string => part.split('\n').map(visible).join('\n')

async function writing<Result>(path: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write()
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code ?? String(thrown)
    throw new OnrecordError('file-unwritable', { file: path, reason }, { cause: thrown })
  }
}
