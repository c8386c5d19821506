/** Bytes of a file or of standard input, never more than the limit. */
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { OnrecordError } from '../core/errors.ts'
import type { Terminal } from './command.ts'

/** @throws OnrecordError `file-unreadable`, `file-too-large` (without reading the file). */
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
        reason: stats.isDirectory() ? 'a folder' : 'not a regular file',
      })
    }
    if (stats.size > maxBytes) throw tooLarge(path, stats.size, maxBytes)
    return await handle.readFile()
  } catch (error) {
    if (error instanceof OnrecordError) throw error
    throw new OnrecordError('file-unreadable', { file: path, reason: reasonOf(error) }, { cause: error })
  } finally {
    await handle?.close()
  }
}

async function readAll(stdin: Terminal['stdin'], maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge('standard input', size, maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLarge = (file: string, size: number, limit: number) =>
  new OnrecordError('file-too-large', { file, size: (size / 1e6).toFixed(1), limit: limit / 1e6 })

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'ENOENT') return 'no such file'
  return code ?? String(error)
}
