/** Writes `docs/cli.md` and `docs/errors.md` from the code: `npm run docs`; with `--check` it only compares. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from '../src/cli/command.ts'
import { loadCommands } from '../src/cli/commands.ts'
import { BAD_USAGE, DONE, exitCodeOfCode, exitCodesByKind, SOME_FAILED } from '../src/cli/exit-codes.ts'
import { optionRows, sentence, usageLine } from '../src/cli/help.ts'
import { type ErrorCode, type ErrorKind, errorTable } from '../src/core/errors.ts'
import { statusOfCode } from '../src/server/problem.ts'
import { extractShape } from './extract-shape.ts'

const root = join(import.meta.dirname, '..')
const commands = await loadCommands()

const GENERATED = '<!-- Made by `npm run docs` from the code: change it there. -->'

/** Path in the repository → what should be there. */
export const pages: Readonly<Record<string, () => string>> = { 'docs/cli.md': cliPage, 'docs/errors.md': errorsPage }

/** Paths of the pages that are not what the code says. */
export const stalePages = (): string[] =>
  Object.entries(pages)
    .filter(([path, make]) => make() !== contentOf(join(root, path)))
    .map(([path]) => path)

function check(): number {
  const stale = stalePages()
  for (const path of stale) console.error(`${path} is not what the code says: run "npm run docs" and commit it`)
  return stale.length === 0 ? 0 : 1
}

function write(): number {
  for (const path of stalePages()) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), pages[path]!())
    console.log(`${path} written`)
  }
  return 0
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function cliPage(): string {
  return [
    '# The command line',
    '',
    GENERATED,
    '',
    '```',
    'onrecord COMMAND [options]',
    '```',
    '',
    ...table(
      ['command', 'what it does'],
      commands.map((command) => [`[${command.name}](#onrecord-${command.name})`, command.summary]),
    ),
    '',
    '`onrecord COMMAND --help` (or `onrecord help COMMAND`) prints what stands here; `onrecord --version` prints the version.',
    '',
    '## The ledger',
    '',
    'The ledger is `./onrecord.db` unless `--ledger PATH` or the environment variable `ONRECORD_LEDGER` says otherwise; the',
    'flag wins. `add` begins it where there is none. Several programs may read and add to it at the same time.',
    '',
    '## Models and threads',
    '',
    '`--model`, or the environment variable `ONRECORD_MODEL`, says what finds statements: `full`, the trained network completed by',
    'the rules; `fast`, a smaller network and the rules; `rules`, the rules alone. A model whose files are missing or damaged',
    'is told of in one line on standard error, the rules stand in for it, and the exit code does not change.',
    '',
    'From 32 pages on, `add` and `extract` read with all cores, up to eight. The output is the same, in the same order; a page',
    'that crashes its thread, or takes longer than a minute and one more for each megabyte, fails by itself.',
    '',
    'Compiled code is kept between starts in the folder for caches of the user (`~/.cache/onrecord`, or where the platform',
    'has it). `NODE_COMPILE_CACHE` names another folder, `NODE_DISABLE_COMPILE_CACHE=1` keeps none.',
    '',
    '## Output',
    '',
    'Data goes to standard output, everything else (progress, notes, errors, how to get the next page) to standard error. On a',
    'terminal there is colour, unless `NO_COLOR` is set or `TERM` is `dumb`, and a progress bar; elsewhere neither. Control',
    'characters in texts are shown, never obeyed: replaced by pictures where people read, escaped in JSON.',
    '',
    '| format | what it is |',
    '|---|---|',
    '| `table`, `pretty` | for eyes: fitted to the width of the terminal, and may change at any time |',
    '| `jsonl` | one JSON value a line; fields are added, never renamed or removed, without a major version |',
    '| `json` | one JSON value, indented; the same promise |',
    '| `csv` | RFC 4180 with a header line; the same promise. Cells are what the page said: import them as text |',
    '',
    '## Exit codes',
    '',
    ...table(['code', 'means'], exitCodeRows()),
    '',
    'Which error ends with which code: [errors](errors.md).',
    '',
    ...commands.flatMap(commandSection),
    '## The line of extract',
    '',
    '`onrecord extract PATH… --format jsonl` prints one line for each document. Every field is always there, unless the table',
    'says otherwise; what is not known is `null` or empty, never guessed. Offsets count UTF-16 code units of the text that',
    '`--text` adds, from `start` up to but without `end`: `text.slice(start, end)` in JavaScript.',
    '',
    ...table(
      ['field', 'type', 'meaning'],
      extractShape.map(([path, type, meaning]) => [`\`${path}\``, type, meaning]),
    ),
    '',
  ].join('\n')
}

function commandSection(command: Command): string[] {
  return [
    `## onrecord ${command.name}`,
    '',
    sentence(command.summary),
    '',
    '```',
    usageLine(command),
    '```',
    '',
    ...(command.details ?? []).flatMap((paragraph) => [paragraph, '']),
    ...table(
      ['option', ''],
      optionRows(command).map(([flag, help]) => [`\`${flag}\``, help]),
    ),
    '',
    '```sh',
    ...command.examples.flatMap(([line, what]) => [`# ${what}`, line]),
    '```',
    '',
  ]
}

const kindMeans: Readonly<Record<ErrorKind, string>> = {
  invalid: 'the input cannot be used',
  forbidden: 'whoever asks may not do that',
  'not-found': 'what was named is not there',
  unavailable: 'a file, disk, port or ledger cannot be used now',
  bug: 'a fault of onrecord: please report it',
  conflict: 'it would contradict what is there',
  misconfigured: 'the ledger, port or Node.js named will not do',
}

function exitCodeRows(): string[][] {
  return [
    [String(DONE), 'done'],
    [String(SOME_FAILED), 'some documents failed; the others are stored (or printed)'],
    [String(BAD_USAGE), 'bad usage: a flag, a value, a command'],
    ...Object.entries(exitCodesByKind)
      .sort(([, a], [, b]) => a - b)
      .map(([kind, code]) => [String(code), `${kind}: ${kindMeans[kind as ErrorKind]}`]),
    ['130', 'stopped by Ctrl-C; what was acknowledged is stored'],
  ]
}

function errorsPage(): string {
  return [
    '# Errors',
    '',
    GENERATED,
    '',
    'The command line prints message and hint in one line on standard error. The HTTP API answers with problem JSON (RFC 9457)',
    'that has the `code`, the message as `detail` and the `hint`; of a `bug` it tells only that there was one. `{…}` stands for a',
    'detail. When one of several documents fails, `add` and `extract` go on with the rest and end with 1.',
    '',
    ...table(
      ['code', 'kind', 'exit code', 'HTTP', 'message', 'what to do'],
      (Object.keys(errorTable) as ErrorCode[]).map((code) => {
        const { kind, message, hint } = errorTable[code]
        return [`\`${code}\``, kind, String(exitCodeOfCode(code)), String(statusOfCode(code)), message, hint]
      }),
    ),
    '',
  ].join('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)]
}

if (import.meta.main) process.exitCode = process.argv.includes('--check') ? check() : write()
