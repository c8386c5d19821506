/** Documents that `onrecord export` or `extract` wrote, one after the other: lines of JSON, in gzip or not, or rows of Parquet. */
import { linesOf } from '../read/intake/lines.ts'
import { openInput, type Stdin, unpackedInput } from './read-bytes.ts'

export interface BulkRecord {
  /** Of the line or row, from 1. */
  readonly number: number
  readonly record: { readonly value: unknown } | { readonly problem: string }
}

/** A page of 20 MB with all that is found in it takes less. */
const LONGEST_LINE = 256_000_000

/** @throws OnrecordError where the file cannot be read, or no further. */
export async function* bulkRecords(path: string, stdin: Stdin): AsyncGenerator<BulkRecord> {
  const stored = await openInput(path, stdin)
  try {
    if (stored.file !== null && Buffer.from(stored.head.subarray(0, 4)).toString('latin1') === 'PAR1') {
      yield* rowsOf(stored.file)
      return
    }
    for await (const { number, bytes } of linesOf(unpackedInput(stored).stream(), LONGEST_LINE)) {
      if (bytes === null) yield { number, record: { problem: `longer than ${LONGEST_LINE / 1e6} MB` } }
      else if (bytes.some((byte) => byte > 0x20)) yield { number, record: parsed(bytes) }
    }
  } finally {
    await stored.close()
  }
}

async function* rowsOf(path: string): AsyncGenerator<BulkRecord> {
  const [{ parquetRows }, { lineOf }] = await Promise.all([
    import('./parquet-reader.ts'),
    import('./parquet-columns.ts'),
  ])
  let number = 0
  for await (const row of parquetRows(path)) {
    number++
    try {
      yield { number, record: { value: lineOf(row) } }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      yield { number, record: { problem: 'one of its columns is not JSON' } }
    }
  }
}

function parsed(line: Uint8Array): BulkRecord['record'] {
  try {
    return { value: JSON.parse(Buffer.from(line).toString()) }
  } catch {
    return { problem: 'this is not JSON' }
  }
}
