/** Reads the files of a .tar.gz into memory: all that the evaluation needs of the format. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const blockSize = 512

/** Regular files of the archive, path → bytes; files ending in .gz inside it are unpacked and lose the ending. */
export function readTarGz(path: string): Map<string, Uint8Array> {
  const archive = gunzipSync(readFileSync(path))
  const files = new Map<string, Uint8Array>()
  let longName: string | null = null
  for (let at = 0; at + blockSize <= archive.length && archive[at] !== 0; ) {
    const header = archive.subarray(at, at + blockSize)
    const size = Number.parseInt(textOf(header, 124, 12), 8)
    const type = textOf(header, 156, 1)
    const body = archive.subarray(at + blockSize, at + blockSize + size)
    const prefix = textOf(header, 345, 155)
    const name: string = longName ?? (prefix === '' ? '' : `${prefix}/`) + textOf(header, 0, 100)
    longName = type === 'L' ? textOf(body, 0, body.length) : null
    if (type === '0' || type === '') {
      if (name.endsWith('.gz')) files.set(name.slice(0, -3), gunzipSync(body))
      else files.set(name, body)
    }
    at += blockSize + Math.ceil(size / blockSize) * blockSize
  }
  return files
}

/** A field ends at its first NUL. */
function textOf(bytes: Uint8Array, start: number, length: number): string {
  const field = Buffer.from(bytes.subarray(start, start + length)).toString('utf8')
  const end = field.indexOf('\0')
  return (end === -1 ? field : field.slice(0, end)).trim()
}
