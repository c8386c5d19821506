/** Bytes of a file or of standard input, never more than the limit. */
import { constants, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import { OnrecordError } from '../core/errors.ts'
import type { Terminal } from './command.ts'
import { missing } from './find-files.ts'

/** @throws OnrecordError `file-unreadable`, `file-too-large` (without reading it: standard input up to the limit). */
export async function readBytes(path: string, maxBytes: number, stdin: Terminal['stdin']): Promise<Uint8Array> {
  if (path === '-') return readAll(stdin, maxBytes)
  let handle: Awaited<ReturnType<typeof open>> | undefined
  try {
    // Without O_NONBLOCK a named pipe would block until somebody writes to it.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stats = await handle.stat()
    if (!stats.isFile()) {
      throw new OnrecordError('file-unreadable', {
        file: path,
        reason: whatElse(stats),
      })
    }
    if (stats.size > maxBytes) throw tooLarge(path, stats.size, maxBytes)
    return await handle.readFile()
  } catch (error) {
    if (error instanceof OnrecordError) throw error
    throw new OnrecordError('file-unreadable', { file: path, reason: reasonOf(error, path) }, { cause: error })
  } finally {
    await handle?.close()
  }
}

async function readAll(stdin: Terminal['stdin'], maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stdin) {
      size += chunk.length
      // How much more would come nobody knows, and it is not waited for.
      if (size > maxBytes) throw tooLarge('standard input', size, maxBytes)
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof OnrecordError) throw error
    throw new OnrecordError(
      'file-unreadable',
      { file: 'standard input', reason: reasonOf(error, null) },
      { cause: error },
    )
  }
  return Buffer.concat(chunks)
}

const tooLarge = (file: string, size: number, limit: number) =>
  new OnrecordError('file-too-large', { file, size: Math.ceil(size / 1e5) / 10, limit: limit / 1e6 })

function whatElse(stats: Stats): string {
  if (stats.isDirectory()) return 'it is a folder'
  if (stats.isFIFO()) return 'it is a pipe; name it - and feed it to standard input'
  return 'it is not a regular file'
}

function reasonOf(error: unknown, path: string | null): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'ENOENT' && path !== null) return missing(path)
  return code ?? String(error)
}
