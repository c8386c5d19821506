/** WACZ, a ZIP with web archives in it → their pages, unpacked as they are read and never to a file. */
import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { OnrecordError } from '../../core/errors.ts'
import type { IntakeContext, PageSource } from './page.ts'
import { pagesOfWarc } from './warc.ts'

/** The archives in the order of the ZIP's own list. @param path of the file: a ZIP is read from its end, which a pipe has not. */
export async function* pagesOfWacz(path: string, context: Pick<IntakeContext, 'maxBytes' | 'passedOver'>): PageSource {
  let zip: ZipFile
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (error) {
    throw damaged(path, 'its list of files', error)
  }
  try {
    let count = 0
    for await (const entry of entriesOf(zip, path)) {
      if (!/^archive\/[^/]+\.warc(?:\.gz)?$/i.test(entry.fileName)) continue
      count++
      const name = `${path}, ${entry.fileName}`
      try {
        const stream = await zip.openReadStreamPromise(entry)
        yield* pagesOfWarc(bytesOf(stream, name), { file: path, name }, context)
      } catch (error) {
        yield { name, failed: error instanceof OnrecordError ? error : damaged(name, 'its beginning', error) }
      }
    }
    if (count === 0) throw new OnrecordError('not-text', { file: path, what: 'a ZIP archive without web archives' })
  } finally {
    zip.close()
  }
}

async function* entriesOf(zip: ZipFile, path: string): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry()
  } catch (error) {
    throw damaged(path, 'its list of files', error)
  }
}

async function* bytesOf(stream: Readable, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream
  } catch (error) {
    throw damaged(name, 'what is packed', error)
  }
}

const damaged = (file: string, place: string, error: unknown) =>
  new OnrecordError('archive-damaged', { file, place, reason: (error as Error).message }, { cause: error })
