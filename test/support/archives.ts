/** Web archives, ZIP files and messages, written byte by byte as tests want them, well or badly. */
import { crc32, gzipSync } from 'node:zlib'

export type Fields = Readonly<Record<string, string>>

const bytesOf = (content: string | Uint8Array): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)

/** One record of a web archive. Fields that are given stand in place of what would be right. */
export function warcRecord(type: string, block: string | Uint8Array, fields: Fields = {}, version = '1.0'): Buffer {
  const body = bytesOf(block)
  const all: Fields = {
    'WARC-Type': type,
    'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000000>',
    'WARC-Date': '2031-01-02T03:04:05Z',
    'Content-Length': String(body.length),
    ...fields,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`WARC/${version}\r\n${lines.join('')}\r\n`), body, Buffer.from('\r\n\r\n')])
}

export interface Sent {
  readonly status?: number
  readonly type?: string
  readonly fields?: Fields
  readonly record?: Fields
}

/** A response of a web server, in its record. */
export function warcResponse(url: string, body: string | Uint8Array, sent: Sent = {}): Buffer {
  const { status = 200, type = 'text/html; charset=utf-8', fields = {}, record = {} } = sent
  const lines = Object.entries({ 'Content-Type': type, ...fields }).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `HTTP/1.1 ${status} Any\r\n${lines.join('')}\r\n`
  return warcRecord('response', Buffer.concat([Buffer.from(head), bytesOf(body)]), {
    'WARC-Target-URI': url,
    'Content-Type': 'application/http; msgtype=response',
    ...record,
  })
}

/** Each record packed by itself, as archives are. */
export const packedWarc = (records: readonly Uint8Array[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)))

export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
  /** What the lists say it unpacks to, where that is a lie. */
  readonly size?: number
}

/** A ZIP file of entries that are stored as they are. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, bytes, size = bytes.length } of entries) {
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(path.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, path, bytes])
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, rest, path]))
    files.push(file)
    at += file.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...files, directory, Buffer.from('PK\u0005\u0006'), end])
}
