/** A file or standard input, opened once: its first bytes to tell what it is, then all of it, as a stream or whole. */
import { constants, lstatSync, type Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { type Duplex, pipeline, Readable } from 'node:stream'
import { createGunzip, gunzipSync, constants as zlib } from 'node:zlib'
import { OnrecordError } from '../core/errors.ts'

export type Stdin = AsyncIterable<Uint8Array>

export interface Opened {
  /** Path as the user gave it; null for standard input. */
  readonly file: string | null
  /** How messages call it. */
  readonly name: string
  /** The first bytes: up to `HEAD_BYTES`. */
  readonly head: Uint8Array
  /** All bytes from the first on, in pieces; once only. @throws OnrecordError `file-unreadable`. */
  stream(): AsyncIterable<Uint8Array>
  /** All bytes at once. @throws OnrecordError `file-unreadable`, `file-too-large` (without reading it: a pipe up to the limit). */
  whole(maxBytes: number): Promise<Uint8Array>
  close(): Promise<void>
  /** The same as it is stored, where this is what was packed with gzip. */
  readonly packed?: Opened
}

/** Enough to tell formats apart. */
const HEAD_BYTES = 4_096
/** Small, so that what a piece unpacks to is small, too. */
const PIECE_BYTES = 32_768

/** Opens a path, or standard input for `-`. @throws OnrecordError `file-unreadable`. */
export async function openInput(path: string, stdin: Stdin): Promise<Opened> {
  if (path === '-') return openStdin(stdin)
  let handle: FileHandle | undefined
  try {
    // Without O_NONBLOCK a named pipe would block until somebody writes to it.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stats = await handle.stat()
    if (!stats.isFile()) throw new OnrecordError('file-unreadable', { file: path, reason: whatElse(stats) })
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return openedFile(path, handle, stats.size, buffer.subarray(0, bytesRead))
  } catch (error) {
    await handle?.close()
    throw asUnreadable(error, path)
  }
}

const openedFile = (path: string, handle: FileHandle, size: number, head: Uint8Array): Opened => ({
  file: path,
  name: path,
  head,
  async *stream() {
    try {
      yield* handle.createReadStream({ start: 0, highWaterMark: PIECE_BYTES, autoClose: false })
    } catch (error) {
      throw asUnreadable(error, path)
    }
  },
  async whole(maxBytes) {
    if (size > maxBytes) throw tooLarge(path, size, maxBytes)
    try {
      return await handle.readFile()
    } catch (error) {
      throw asUnreadable(error, path)
    }
  },
  close: () => handle.close(),
})

const STDIN = 'standard input'

async function openStdin(stdin: Stdin): Promise<Opened> {
  const pieces = stdin[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  try {
    while (size < HEAD_BYTES) {
      const next = await pieces.next()
      if (next.done === true) break
      first.push(next.value)
      size += next.value.length
    }
  } catch (error) {
    throw asUnreadable(error, null)
  }
  async function* stream() {
    try {
      yield* first
      yield* { [Symbol.asyncIterator]: () => pieces }
    } catch (error) {
      throw asUnreadable(error, null)
    }
  }
  return {
    file: null,
    name: STDIN,
    head: Buffer.concat(first).subarray(0, HEAD_BYTES),
    stream,
    whole: (maxBytes) => gathered(stream(), STDIN, maxBytes),
    close: async () => {},
  }
}

/** All of a stream. @throws OnrecordError `file-too-large`: how much more would come nobody knows, and it is not waited for. */
export async function gathered(stream: AsyncIterable<Uint8Array>, name: string, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    if (size > maxBytes) throw tooLarge(name, size, maxBytes)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** What stands in a gzip file; any other as it is. No more is unpacked than is asked for. */
export function unpackedInput(packed: Opened): Opened {
  const { file, name } = packed
  if (packed.head[0] !== 0x1f || packed.head[1] !== 0x8b) return packed
  async function* stream() {
    try {
      yield* compose(packed.stream(), createGunzip())
    } catch (error) {
      if (error instanceof OnrecordError) throw error
      const reason = error instanceof Error ? error.message : String(error)
      throw new OnrecordError('archive-damaged', { file: name, place: 'what is packed', reason }, { cause: error })
    }
  }
  return {
    file,
    name,
    head: headWithin(packed.head),
    stream,
    whole: (maxBytes) => gathered(stream(), name, maxBytes),
    close: packed.close,
    packed,
  }
}

const compose = (source: AsyncIterable<Uint8Array>, through: Duplex): AsyncIterable<Uint8Array> =>
  pipeline(Readable.from(source), through, () => {})

/** Of so few bytes even a bomb unpacks to no more than a megabyte; where they are damaged, fewer may do. */
function headWithin(packed: Uint8Array): Uint8Array {
  for (let size = 1_024; size >= 64; size /= 2) {
    try {
      return gunzipSync(packed.subarray(0, size), { finishFlush: zlib.Z_SYNC_FLUSH }).subarray(0, HEAD_BYTES)
    } catch {}
  }
  return new Uint8Array()
}

/** One page's bytes, never more than the limit. @throws OnrecordError `file-unreadable`, `file-too-large`. */
export async function readBytes(path: string, maxBytes: number, stdin: Stdin): Promise<Uint8Array> {
  const opened = await openInput(path, stdin)
  try {
    return await opened.whole(maxBytes)
  } finally {
    await opened.close()
  }
}

const tooLarge = (file: string, size: number, limit: number) =>
  new OnrecordError('file-too-large', { file, size: Math.ceil(size / 1e5) / 10, limit: limit / 1e6 })

function whatElse(stats: Stats): string {
  if (stats.isDirectory()) return 'it is a folder'
  if (stats.isFIFO()) return 'it is a pipe; name it - and feed it to standard input'
  return 'it is not a regular file'
}

function asUnreadable(error: unknown, path: string | null): OnrecordError {
  if (error instanceof OnrecordError) return error
  return new OnrecordError('file-unreadable', { file: path ?? STDIN, reason: reasonOf(error, path) }, { cause: error })
}

function reasonOf(error: unknown, path: string | null): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'ENOENT' && path !== null) return missing(path)
  return code ?? String(error)
}

/** What to say of a path that leads to nothing. */
export function missing(path: string): string {
  try {
    lstatSync(path)
    return 'a link that leads nowhere'
  } catch {
    return 'no such file'
  }
}
