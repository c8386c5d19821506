/** Options that several commands share, and the checks on their values. */
import type { InputFault } from '../app/perform.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Warn } from '../runtime/pipelines.ts'
import { defaultModel, ledgerPath, type Model, models, type Settings } from '../runtime/settings.ts'
import { type Option, type Terminal, text, type Values } from './command.ts'
import { errorLine } from './error-line.ts'
import { clipped } from './visible.ts'

export const ledgerOption: Option = {
  name: 'ledger',
  value: 'LEDGER',
  help: 'a file or postgres://…; default $ONRECORD_LEDGER, else ./onrecord.db',
}

export const modelOption: Option = {
  name: 'model',
  value: models.join('|'),
  help: `what finds statements; default $ONRECORD_MODEL, else ${defaultModel}`,
}

export const registerOption: Option = {
  name: 'register',
  value: 'FILE',
  help: 'people of your own, as CSV, beside those that ship; default $ONRECORD_REGISTER',
}

export const subjectsOption: Option = {
  name: 'subjects',
  value: 'FILE',
  help: 'subjects of your own, as TOML; default $ONRECORD_SUBJECTS, else ./subjects.toml',
}

export const aboutHelp = 'name of a subject, yours or the ledger’s; else words that subjects or what is said must have'

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

/** The user's own register: the flag, else `ONRECORD_REGISTER`, else none. */
export const registerOf = ({ env }: Terminal, values: Values): string | null =>
  text(values, 'register') ?? (env.ONRECORD_REGISTER || null)

/** The file of the user's own subjects: the flag, else `ONRECORD_SUBJECTS`, else none is named. */
export const subjectsOf = ({ env }: Terminal, values: Values): string | null =>
  text(values, 'subjects') ?? (env.ONRECORD_SUBJECTS || null)

/** The model named by the flag, else by `ONRECORD_MODEL`, else the default. @throws OnrecordError `usage` for another name. */
export function modelOf(command: string, { env }: Terminal, values: Values): Model {
  const flag = text(values, 'model')
  const value = flag ?? (env.ONRECORD_MODEL || defaultModel)
  const model = models.find((known) => known === value)
  if (model !== undefined) return model
  const expected = `expected ${models.join(', ')}`
  if (flag !== undefined) throw badFlag(command, 'model', flag, expected)
  throw new OnrecordError('usage', { problem: `ONRECORD_MODEL=${shownValue(value)}: ${expected}`, command })
}

/** Says on standard error that a model is missing, and what that means. */
export const warnOn =
  ({ stderr }: Terminal): Warn =>
  (error, meanwhile = 'statements are found by rules alone') =>
    stderr.write(`${errorLine(error)} Until then ${meanwhile}.\n`)

/** @throws OnrecordError `usage` for a format the command does not have. */
export function formatOf<Format extends string>(
  command: string,
  values: Values,
  formats: readonly Format[],
  preset: Format,
): Format {
  const value = text(values, 'format') ?? preset
  const format = formats.find((known) => known === value)
  if (format === undefined) throw badFlag(command, 'format', value, `expected ${formats.join(', ')}`)
  return format
}

/** @throws OnrecordError `usage` naming every flag whose value will not do, with the value. */
export function checkFlags(command: string, faults: readonly InputFault[], values: Values): void {
  if (faults.length === 0) return
  const problem = faults.map(({ field, message }) => flagProblem(field, text(values, field) ?? '', message)).join('; ')
  throw new OnrecordError('usage', { problem, command })
}

export const badFlag = (command: string, name: string, value: string, expected: string): OnrecordError =>
  new OnrecordError('usage', { problem: flagProblem(name, value, expected), command })

const flagProblem = (name: string, value: string, expected: string): string =>
  `--${name} ${shownValue(value)}: ${expected}`

const shownValue = (value: string): string => clipped(/^[^\s"]+$/.test(value) ? value : JSON.stringify(value), 60)
