/** What `extract` finds, into a file: complete or not there at all, so that a shard that was begun is never taken for one. */
import { open, rename, rm } from 'node:fs/promises'
import { OnrecordError } from '../core/errors.ts'
import type { Row } from './parquet-columns.ts'

export interface BulkOutput<Item> {
  write(item: Item): Promise<void>
  /** Gives the file its name. */
  finish(): Promise<void>
  /** Leaves nothing behind. */
  abandon(): Promise<void>
}

/** Rows as Parquet. @throws OnrecordError `file-unwritable`. */
export async function parquetOutput(path: string): Promise<BulkOutput<Row>> {
  const { parquetWriter } = await import('./parquet-writer.ts')
  return underItsName(path, parquetWriter)
}

/** Lines of text. @throws OnrecordError `file-unwritable`. */
export const linesOutput = (path: string): Promise<BulkOutput<string>> =>
  underItsName(path, async (part) => {
    const file = await open(part, 'w')
    return {
      write: (line) => file.appendFile(line),
      async finish() {
        await file.sync()
        await file.close()
      },
    }
  })

interface Writer<Item> {
  write(item: Item): Promise<void>
  finish(): Promise<void>
}

async function underItsName<Item>(
  path: string,
  begin: (part: string) => Promise<Writer<Item>>,
): Promise<BulkOutput<Item>> {
  const part = `${path}.part`
  const told = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work()
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error)
      throw new OnrecordError('file-unwritable', { file: path, reason }, { cause: error })
    }
  }
  const writer = await told(() => begin(part))
  return {
    write: (item) => told(() => writer.write(item)),
    finish: () =>
      told(async () => {
        await writer.finish()
        await rename(part, path)
      }),
    abandon: () => rm(part, { force: true }),
  }
}
