/** The rows of a register as people write it: which columns there are, and what each may hold. */
import { countryByCode } from '../core/countries.ts'
import { earliest, latest, parsePartialDate } from '../core/register/partial-date.ts'
import type { EntityKind } from '../core/register/register.ts'
import { CsvFault, csvRows } from './csv-rows.ts'

/** One row: a person (or organisation, outlet, state), with one office or none. */
export interface RegisterRow {
  readonly line: number
  readonly id: string | null
  readonly kind: EntityKind
  readonly name: string
  readonly names: readonly string[]
  readonly gender: 'female' | 'male' | null
  readonly country: string | null
  readonly speaksFor: string | null
  readonly role: string | null
  readonly of: string | null
  readonly start: string | null
  readonly end: string | null
  readonly asOf: string | null
}

const COLUMNS = [
  'name',
  'id',
  'kind',
  'names',
  'gender',
  'country',
  'speaks_for',
  'role',
  'of',
  'start',
  'end',
  'as_of',
] as const
type Column = (typeof COLUMNS)[number]

const KINDS: ReadonlySet<string> = new Set(['person', 'organisation', 'state', 'publication'])
const control = /[\x00-\x1f\x7f]/
const idShape = /^[A-Za-z0-9][\w.:-]*$/

/** @throws CsvFault at the first row that is not as it should be. */
export function* registerRows(file: Uint8Array): Generator<RegisterRow> {
  let columns: readonly Column[] | null = null
  for (const { line, fields } of csvRows(file)) {
    if (columns === null) columns = readHeader(fields, line)
    else yield readRow(fields, columns, line)
  }
  if (columns === null)
    throw new CsvFault(1, 'the file has no header; its first line names the columns, "name" among them')
}

function readHeader(fields: readonly string[], line: number): readonly Column[] {
  const names = fields.map((field) => field.trim().toLowerCase())
  for (const [index, name] of names.entries()) {
    if (!COLUMNS.includes(name as Column)) {
      throw new CsvFault(line, `there is no column "${name}"; the columns are ${COLUMNS.join(', ')}`)
    }
    if (names.indexOf(name) !== index) throw new CsvFault(line, `the column "${name}" is there twice`)
  }
  if (!names.includes('name')) throw new CsvFault(line, 'the column "name" is missing')
  return names as Column[]
}

function readRow(fields: readonly string[], columns: readonly Column[], line: number): RegisterRow {
  if (fields.length !== columns.length) {
    throw new CsvFault(line, `${fields.length} fields where the header has ${columns.length}`)
  }
  const value = (column: Column): string | null => {
    const index = columns.indexOf(column)
    const text = index === -1 ? '' : fields[index]!.trim()
    if (control.test(text)) throw new CsvFault(line, `a control character in "${column}"`)
    return text === '' ? null : text
  }
  const name = value('name')
  if (name === null || !/[\p{L}\p{N}]/u.test(name)) throw new CsvFault(line, 'the name is empty')
  const row: RegisterRow = {
    line,
    id: checked(
      value('id'),
      (id) => idShape.test(id) && !id.startsWith('e-'),
      line,
      'is no id: letters, digits and . : - _, not e-…',
    ),
    kind: (checked(value('kind'), (kind) => KINDS.has(kind), line, `is no kind: ${[...KINDS].join(', ')}`) ??
      'person') as EntityKind,
    name,
    names: namesOf(value('names')),
    gender: checked(
      value('gender'),
      (gender) => gender === 'female' || gender === 'male',
      line,
      'is no gender known here: female, male or nothing',
    ) as RegisterRow['gender'],
    country: checked(
      value('country'),
      isCountry,
      line,
      'is no country code: two capital letters as in ISO 3166-1, XK or EU',
    ),
    speaksFor: value('speaks_for'),
    role: value('role'),
    of: value('of'),
    start: dateIn(value('start'), line),
    end: dateIn(value('end'), line),
    asOf: dateIn(value('as_of'), line),
  }
  checkOffice(row)
  return row
}

const isCountry = (code: string): boolean => code === 'EU' || countryByCode(code) !== null

function checked(
  text: string | null,
  isRight: (text: string) => boolean,
  line: number,
  problem: string,
): string | null {
  if (text !== null && !isRight(text)) throw new CsvFault(line, `"${text}" ${problem}`)
  return text
}

const dateIn = (text: string | null, line: number): string | null =>
  checked(text, (date) => parsePartialDate(date) !== null, line, 'is no date: 2024-06-21, 2024-06 or 2024')

function namesOf(text: string | null): string[] {
  if (text === null) return []
  return text
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function checkOffice({ line, role, of, country, start, end, asOf }: RegisterRow): void {
  if (role === null && (of ?? start ?? end ?? asOf) !== null) throw new CsvFault(line, 'an office has no role')
  if (role !== null && of === null && country === null)
    throw new CsvFault(line, `whose "${role}"? "of" and "country" are empty`)
  if (start !== null && end !== null && latest(parsePartialDate(end)!) < earliest(parsePartialDate(start)!)) {
    throw new CsvFault(line, `the office ends (${end}) before it starts (${start})`)
  }
}
