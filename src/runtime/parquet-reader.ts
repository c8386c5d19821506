/** Rows of a Parquet file that `onrecord extract` wrote, one group in memory at a time. */
import { zstdDecompressSync } from 'node:zlib'
import { type AsyncBuffer, asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { OnrecordError } from '../core/errors.ts'
import { columns, FORMAT } from './parquet-columns.ts'

/** No group that we write unpacks to so much. */
const LARGEST_COLUMN = 512_000_000

export async function* parquetRows(path: string): AsyncGenerator<Readonly<Record<string, unknown>>> {
  try {
    const file = await asyncBufferFromFile(path)
    const metadata = await parquetMetadataAsync(file)
    if (!metadata.key_value_metadata?.some(({ key, value }) => key === FORMAT.key && value === FORMAT.value)) {
      throw new OnrecordError('file-unreadable', { file: path, reason: 'no Parquet that "onrecord extract" wrote' })
    }
    let start = 0
    for (const group of metadata.row_groups) {
      const end = start + Number(group.num_rows)
      yield* await parquetReadObjects({
        file: whole(file),
        metadata,
        rowStart: start,
        rowEnd: end,
        columns: columns.map(({ name }) => name),
        compressors: {
          ZSTD: (input, size) => zstdDecompressSync(input, { maxOutputLength: Math.min(size, LARGEST_COLUMN) || 1 }),
        },
      })
      start = end
    }
  } catch (error) {
    if (error instanceof OnrecordError) throw error
    const code = (error as NodeJS.ErrnoException).code
    const reason = code === 'ENOENT' ? 'there is no such file' : (error as Error).message
    throw new OnrecordError('file-unreadable', { file: path, reason }, { cause: error })
  }
}

/** Nothing is read that the file does not have, whatever its lists say. */
const whole = (file: AsyncBuffer): AsyncBuffer => ({
  byteLength: file.byteLength,
  slice(start, end = file.byteLength) {
    if (start < 0 || start > end || end > file.byteLength) throw new Error('its lists lead out of the file')
    return file.slice(start, end)
  },
})
