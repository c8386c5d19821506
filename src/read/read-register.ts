/** Reads somebody's own register from CSV; a file that is wrong anywhere is not read at all. */
import { readFileSync } from 'node:fs'
import { OnrecordError } from '../core/errors.ts'
import { fold } from '../core/fold.ts'
import { Numbers } from '../core/register/growable.ts'
import { packedRegister } from '../core/register/packed-register.ts'
import type { Entity, Register } from '../core/register/register.ts'
import { RegisterBuilder } from '../core/register/register-builder.ts'
import { CsvFault } from './csv-rows.ts'
import { type RegisterRow, registerRows } from './register-rows.ts'

/**
 * The columns are told in docs/register.md.
 * @param path of a CSV file.
 * @throws OnrecordError `file-unreadable`, or `register-malformed` with the line and what is wrong there.
 */
export function readRegister(path: string): Register {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause)
    throw new OnrecordError('file-unreadable', { file: path, reason }, { cause })
  }
  return parseRegister(bytes, path)
}

/**
 * @param bytes of a CSV file, UTF-8.
 * @param file how errors call it.
 * @throws OnrecordError `register-malformed`.
 */
export function parseRegister(bytes: Uint8Array, file: string): Register {
  try {
    const builder = new RegisterBuilder()
    addRows(builder, registerRows(bytes))
    return packedRegister(builder.build())
  } catch (cause) {
    if (!(cause instanceof CsvFault)) throw cause
    throw new OnrecordError('register-malformed', { file, line: cause.line, problem: cause.message }, { cause })
  }
}

const KINDS = ['person', 'organisation', 'state', 'publication'] as const
const GENDERS = ['female', 'male', null] as const

/** Rows of one id are one entity: the first tells what it is, the others add names and offices. */
export function addRows(builder: RegisterBuilder, rows: Iterable<RegisterRow>): void {
  /** Id → number of the entity. */
  const known = new Map<string, number>()
  /** Per entity the line of its first row, kind and gender, as one number: an object each would not fit in memory. */
  const sketches = new Numbers()
  for (const row of rows) {
    const id = row.id ?? idOf(row)
    const sketch = (row.line * KINDS.length + KINDS.indexOf(row.kind)) * GENDERS.length + GENDERS.indexOf(row.gender)
    let index = known.get(id)
    if (index === undefined) {
      index = addEntity(builder, id, row)
      known.set(id, index)
      sketches.push(sketch)
    } else {
      checkAgainst(sketches.at(index), row, id)
      builder.addNames(index, row, [row.name, ...row.names])
    }
    if (row.role !== null) builder.addTenure(index, { ...row, role: row.role, of: (row.of ?? row.country)! })
  }
}

function addEntity(builder: RegisterBuilder, id: string, row: RegisterRow): number {
  try {
    const { kind, name, names, gender, country, speaksFor } = row
    return builder.add({ id, kind, name, names, gender, country, speaksFor })
  } catch (cause) {
    if (cause instanceof RangeError) throw new CsvFault(row.line, cause.message)
    throw cause
  }
}

function checkAgainst(sketch: number, { line, kind, gender, name, id }: RegisterRow, derived: string): void {
  const [first, firstGender] = [Math.floor(sketch / GENDERS.length), GENDERS[sketch % GENDERS.length]!]
  const firstKind = KINDS[first % KINDS.length]!
  const firstLine = Math.floor(first / KINDS.length)
  if (kind === firstKind && (gender === null || gender === firstGender)) return
  const differs =
    kind === firstKind ? `${gender} here and ${firstGender ?? 'nothing'}` : `${kind} here and ${firstKind}`
  const advice = id === null ? `; if these are two of the name "${name}", give each an id` : ''
  throw new CsvFault(line, `"${id ?? derived}" is ${differs} in line ${firstLine}${advice}`)
}

/** Without an id, one name of one country is one entity. */
export const idOf = ({ name, country }: Pick<Entity, 'name' | 'country'>): string => {
  const words = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return ['r', ...words, ...(country === null ? [] : [country.toLowerCase()])].join('-')
}
