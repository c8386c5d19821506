/** The one table of everything that can go wrong: code → kind, message and hint. */
import type { ErrorKind, ErrorRow } from './error-row.ts'
import { fetchErrors } from './fetch-errors.ts'
import { serverErrors } from './server-errors.ts'

export type { ErrorKind } from './error-row.ts'

export type ErrorDetails = Readonly<Record<string, string | number>>

export const errorTable = {
  // ── what was asked for
  usage: { kind: 'invalid', message: '{problem}', hint: 'Run "onrecord {command} --help" for what it takes.' },
  'no-command': { kind: 'invalid', message: '{problem}', hint: 'Run "onrecord --help" for all of them.' },
  'invalid-input': {
    kind: 'invalid',
    message: '{operation}: {problem}',
    hint: 'Correct the value named and ask again.',
  },
  'unknown-id': {
    kind: 'not-found',
    message: 'nothing in this ledger has the id "{id}"',
    hint: 'Copy an id from "onrecord statements" or "onrecord documents".',
  },
  'unknown-speaker': {
    kind: 'not-found',
    message: 'nobody in this ledger goes by the name or id "{speaker}"',
    hint: 'Look for part of the name with "onrecord statements --speaker NAME".',
  },
  'unknown-source': {
    kind: 'not-found',
    message: 'no page in this ledger is by "{source}", and none has anything from it',
    hint: 'Look for what there is with "onrecord sources".',
  },
  'unknown-page': { kind: 'not-found', message: 'there is no page at {path}', hint: 'Start at /.' },
  'no-files': {
    kind: 'not-found',
    message: 'no file matches "{path}"',
    hint: 'Name a file, a folder, a glob in quotes, or - for standard input.',
  },
  'file-unwritable': {
    kind: 'unavailable',
    message: '{file}: cannot be written ({reason})',
    hint: 'Name another place with --output.',
  },
  'bad-line': {
    kind: 'invalid',
    message: '{file}, line {line}: {problem}',
    hint: 'Give it as "onrecord export --format jsonl" or "extract --bulk" wrote it.',
  },
  // ── one document
  'file-unreadable': {
    kind: 'unavailable',
    message: '{file}: cannot be read ({reason})',
    hint: 'Check that the file exists and that you may read it.',
  },
  'file-too-large': {
    kind: 'invalid',
    message: '{file}: {size} MB, more than the limit of {limit} MB',
    hint: 'Split the file, or raise the limit with --max-size MB.',
  },
  'empty-file': { kind: 'invalid', message: '{file}: the file is empty', hint: 'Save the page again and add it.' },
  'not-text': {
    kind: 'invalid',
    message: '{file}: {what}, not a text or HTML page',
    hint: 'Convert it to text or HTML first.',
  },
  'no-text': {
    kind: 'invalid',
    message: '{file}: no readable text in the page',
    hint: 'The page may be built by scripts: save it from a browser after it has loaded.',
  },
  'too-slow': {
    kind: 'unavailable',
    message: '{file}: not read within {seconds} s, and given up',
    hint: 'Split the file, or read it by itself.',
  },
  'out-of-memory': {
    kind: 'unavailable',
    message: '{file}: reading it took more memory than a thread may have, and it was given up',
    hint: 'Split the file.',
  },
  // ── many documents in one file
  'many-pages': {
    kind: 'invalid',
    message: '{file}: holds many pages, and --url and --published are facts of one',
    hint: 'Leave them out: an archive or a list tells them for each page.',
  },
  'archive-damaged': {
    kind: 'invalid',
    message: '{file}: damaged at {place} ({reason})',
    hint: 'What could be read was; get the archive again for the rest.',
  },
  undecodable: {
    kind: 'invalid',
    message: '{file}: {reason}',
    hint: 'The archive does not have the page as it was; get it again.',
  },
  'bad-article': {
    kind: 'invalid',
    message: '{file}, {place}: {problem}',
    hint: 'See docs/intake.md for what an article has.',
  },
  'mail-malformed': {
    kind: 'invalid',
    message: '{file}: cannot be read as mail ({reason})',
    hint: 'Save the message again, with all its headers.',
  },
  // ── the ledger
  'no-queue': {
    kind: 'misconfigured',
    message: '{ledger}: a ledger in a file has no queue',
    hint: 'Name a ledger in PostgreSQL with --ledger postgres://…, or add the pages without --queue.',
  },
  'ledger-newer': {
    kind: 'misconfigured',
    message: '{ledger}: written by a newer onrecord (schema {found}, this one knows {known})',
    hint: 'Update onrecord, or name another ledger with --ledger.',
  },
  'not-a-ledger': {
    kind: 'misconfigured',
    message: '{ledger}: not an onrecord ledger',
    hint: 'Name a ledger with --ledger, or a path that does not exist yet to start a new one.',
  },
  'ledger-unopenable': {
    kind: 'misconfigured',
    message: '{ledger}: cannot be opened ({reason})',
    hint: 'Check that the folder exists and that you may write there.',
  },
  'ledger-unreachable': {
    kind: 'unavailable',
    message: '{ledger}: the server does not answer ({reason}); what was acknowledged before is safe',
    hint: 'Check that PostgreSQL runs at this address and can be reached, then try again.',
  },
  'ledger-missing': {
    kind: 'not-found',
    message: '{ledger}: there is no ledger here yet',
    hint: 'Read something first with "onrecord add FILE…", or name a ledger with --ledger.',
  },
  'ledger-busy': {
    kind: 'unavailable',
    message: '{ledger}: another program kept it locked for {seconds} s',
    hint: 'Wait for the other program to finish and try again.',
  },
  'disk-full': {
    kind: 'unavailable',
    message: '{ledger}: the disk is full; what was acknowledged before is safe',
    hint: 'Free some space and add the remaining files again.',
  },
  'ledger-damaged': {
    kind: 'unavailable',
    message: '{ledger}: the file is damaged ({reason})',
    hint: 'Put back a copy from before, or start a new ledger and add the files again.',
  },
  'ledger-io': {
    kind: 'unavailable',
    message: '{ledger}: the disk could not be read or written ({reason}); what was acknowledged before is safe',
    hint: 'Check the disk and its cable or connection, then try again.',
  },
  'backup-exists': {
    kind: 'conflict',
    message: '{file}: there is a file of this name already, and a backup never overwrites one',
    hint: 'Name another file, or move that one away.',
  },
  'backup-failed': {
    kind: 'unavailable',
    message: '{file}: the copy could not be made ({reason}); nothing was left of it',
    hint: 'Name a file on a disk with room, in a folder that you may write to.',
  },
  'backup-elsewhere': {
    kind: 'invalid',
    message: '{ledger}: a ledger in PostgreSQL is copied by the tools of its server',
    hint: 'Run "pg_dump --format=custom --file=FILE" with the same address; docs/care.md tells more.',
  },
  'repair-refused': {
    kind: 'unavailable',
    message: '{ledger}: pages of the file are damaged, and writing to it could make that worse',
    hint: 'Put back a copy from before, or save what can be read as docs/care.md tells.',
  },
  'reanalyse-without-model': {
    kind: 'unavailable',
    message: 'documents in the language "{language}" would be read anew by rules alone, which find less',
    hint: 'Mend the model as told above, or ask for the rules with --model rules.',
  },
  // ── the models
  'model-missing': {
    kind: 'unavailable',
    message: '{file}: this file of a model cannot be read ({reason})',
    hint: 'Install onrecord again; its models come with the package.',
  },
  'model-damaged': {
    kind: 'misconfigured',
    message: '{model}: the model is not as it was made ({reason})',
    hint: 'Install onrecord again, or make the model anew as its README.md tells.',
  },
  // ── somebody's own register
  'register-malformed': {
    kind: 'invalid',
    message: '{file}: line {line}: {problem}; nothing of the file was imported',
    hint: 'Correct the line; docs/register.md tells what each column holds.',
  },
  // ── somebody's own subjects
  'subjects-malformed': {
    kind: 'invalid',
    message: '{file}: line {line}: {problem}; no subject of the file was read',
    hint: 'Correct the line; docs/subjects-file.md tells what a query may hold.',
  },
  'unknown-subject': {
    kind: 'not-found',
    message: 'no statement in this ledger is about "{subject}"',
    hint: 'Look for what there is with "onrecord subjects", or ask for fewer words.',
  },
  // ── the programme itself
  'port-in-use': {
    kind: 'unavailable',
    message: 'port {port} on {host} is taken',
    hint: 'Choose another with --port, or --port 0 for any free one.',
  },
  'port-unopenable': {
    kind: 'misconfigured',
    message: 'port {port} on {host} cannot be opened ({reason})',
    hint: 'Choose a port above 1023 with --port, and an address of this machine with --host.',
  },
  'output-unwritable': {
    kind: 'unavailable',
    message: 'standard output: cannot be written ({reason})',
    hint: 'Check the disk, or the program that reads it.',
  },
  'unknown-host': {
    kind: 'invalid',
    message: 'this server does not answer to the host name "{host}"',
    hint: 'Use the address it printed, or start it with --host NAME to answer to another name.',
  },
  ...fetchErrors,
  ...serverErrors,
  'pipeline-order': {
    kind: 'bug',
    message: 'stages in the wrong order: {faults}',
    hint: 'Put each stage after those that give what it needs.',
  },
  bug: {
    kind: 'bug',
    message: 'something went wrong inside onrecord: {reason}',
    hint: 'Please report it with the file.',
  },
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof errorTable

/** The only error onrecord throws on purpose: a row of the table with its details filled in. */
export class OnrecordError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  override readonly name = 'OnrecordError'

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(fill(errorTable[code].message, details), options)
    this.code = code
    this.details = details
  }

  get kind(): ErrorKind {
    return errorTable[this.code].kind
  }

  get hint(): string {
    return fill(errorTable[this.code].hint, this.details)
  }
}

/** Any thrown value as an `OnrecordError`; what was not foreseen becomes a `bug`. */
export function asOnrecordError(thrown: unknown): OnrecordError {
  if (thrown instanceof OnrecordError) return thrown
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  return new OnrecordError('bug', { reason }, { cause: thrown })
}

const fill = (template: string, details: ErrorDetails): string =>
  template.replace(/\{([a-z]+)\}/gi, (whole, name: string) => String(details[name] ?? whole))
