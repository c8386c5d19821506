/** Documents → a Parquet file, one group of rows in memory at a time; the same documents give the same bytes. */
import { type FileHandle, open } from 'node:fs/promises'
import { zstdCompressSync } from 'node:zlib'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { columns, FORMAT, type Row } from './parquet-columns.ts'

/** A group is written when it has so many rows or so many characters, whichever comes first. */
const ROWS_A_GROUP = 1_000
const CHARACTERS_A_GROUP = 16_000_000

const schema = [
  { name: 'document', num_children: columns.length },
  ...columns.map(({ name, type, isNullable }) => ({
    name,
    repetition_type: isNullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
    ...(type === 'text'
      ? { type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const }
      : { type: 'INT32' as const }),
  })),
]

/** What filters go by; of the others nobody asks for the least and the greatest. */
const counted: ReadonlySet<string> = new Set(['id', 'url', 'publisher', 'published', 'language', 'n_statements'])

export interface RowWriter {
  write(row: Row): Promise<void>
  finish(): Promise<void>
}

export async function parquetWriter(path: string): Promise<RowWriter> {
  const file = await open(path, 'w')
  const bytes = new ByteWriter()
  const parquet = new ParquetWriter({
    writer: bytes,
    schema,
    codec: 'ZSTD',
    compressors: { ZSTD: (input) => zstdCompressSync(input) },
    kvMetadata: [FORMAT],
    createdBy: 'onrecord',
  })
  let rows: Row[] = []
  let characters = 0

  async function flush(): Promise<void> {
    if (rows.length > 0) {
      const columnData = columns.map(({ name }) => ({
        name,
        data: rows.map((row) => row[name] ?? null),
        statistics: counted.has(name),
        offsetIndex: false,
      }))
      await parquet.write({ columnData, rowGroupSize: rows.length })
    }
    rows = []
    characters = 0
    await written(file, bytes)
  }

  return {
    async write(row) {
      rows.push(row)
      for (const value of Object.values(row)) characters += typeof value === 'string' ? value.length : 8
      if (rows.length >= ROWS_A_GROUP || characters >= CHARACTERS_A_GROUP) await flush()
    },
    async finish() {
      try {
        await flush()
        await parquet.finish()
        await written(file, bytes)
        await file.sync()
      } finally {
        await file.close()
      }
    },
  }
}

/** Moves what has been made to the file; the writer goes on counting from where it was. */
async function written(file: FileHandle, bytes: ByteWriter): Promise<void> {
  const made = bytes.getBytes()
  for (let at = 0; at < made.length; ) at += (await file.write(made, at)).bytesWritten
  bytes.index = 0
}
