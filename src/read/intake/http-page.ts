/** A page as a server sent it, head and body in one → its bytes, unpacked, with the encoding that the head names. */
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { OnrecordError } from '../../core/errors.ts'
import type { Intake, Page } from './page.ts'

const LONGEST_HEAD = 65_536
/** More layers than this nobody packs a page in. */
const MOST_CODINGS = 3

export const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url)

/** The page in a response, or why there is none. */
export function httpPage(block: Uint8Array, page: Omit<Page, 'bytes'>, maxBytes: number): Intake | string {
  const head = headOf(block)
  if (head === null)
    return { name: page.name, failed: undecodable(page.name, 'the response has no head that could be read') }
  if (head.status !== 200) return 'responses other than 200'
  const type = head.fields.get('content-type') ?? ''
  const essence = type.split(';')[0]!.trim().toLowerCase()
  if (essence !== 'text/html' && essence !== 'application/xhtml+xml' && essence !== 'text/plain') {
    return 'responses of other types than text'
  }
  const charset = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(type)?.[1] ?? null
  try {
    const bytes = unpacked(block.subarray(head.end), head.fields, page.name, maxBytes)
    const format = essence === 'text/plain' ? {} : ({ format: 'html' } as const)
    return { page: { ...page, bytes, facts: { ...page.facts, charset, ...format } } }
  } catch (thrown) {
    if (thrown instanceof OnrecordError) return { name: page.name, failed: thrown }
    throw thrown
  }
}

interface HttpHead {
  readonly status: number
  /** By name in small letters; the last one counts. */
  readonly fields: ReadonlyMap<string, string>
  /** Where the body begins. */
  readonly end: number
}

function headOf(block: Uint8Array): HttpHead | null {
  const start = Buffer.from(block.buffer, block.byteOffset, Math.min(block.length, LONGEST_HEAD)).toString('latin1')
  const [end, gap] = endOf(start)
  const lines = start.slice(0, end).split('\n')
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})/.exec(lines[0]!)?.[1]
  if (status === undefined || gap === 0) return null
  const fields = new Map<string, string>()
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { status: Number(status), fields, end: end + gap }
}

/** Where the head ends, and how long the gap before the body is. */
function endOf(text: string): readonly [end: number, gap: number] {
  const proper = text.indexOf('\r\n\r\n')
  const bare = text.indexOf('\n\n')
  if (proper !== -1 && (bare === -1 || proper < bare)) return [proper, 4]
  return bare === -1 ? [text.length, 0] : [bare, 2]
}

function unpacked(body: Uint8Array, fields: ReadonlyMap<string, string>, name: string, maxBytes: number): Uint8Array {
  const isChunked = /\bchunked\b/i.test(fields.get('transfer-encoding') ?? '')
  let bytes = isChunked ? withoutChunks(body) : body
  const codings = (fields.get('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
  const packed = codings.filter((coding) => coding !== '' && coding !== 'identity')
  if (packed.length > MOST_CODINGS) throw undecodable(name, `packed ${packed.length} times over`)
  for (const coding of packed.toReversed()) bytes = decoded(bytes, coding, name, maxBytes)
  if (bytes.length > maxBytes) throw tooLarge(name, maxBytes)
  return bytes
}

/** Many archives keep the field when they have undone the coding: a body that is no chunks is taken as it is. */
export function withoutChunks(body: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = []
  let at = 0
  while (at < body.length) {
    const line = Buffer.from(body.buffer, body.byteOffset + at, Math.min(128, body.length - at)).toString('latin1')
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i.exec(line)
    if (size === null) return chunks.length === 0 ? body : Buffer.concat(chunks)
    const start = at + size[0].length
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) break
    chunks.push(body.subarray(start, start + length))
    at = start + length
    while (at < body.length && (body[at] === 13 || body[at] === 10)) at++
  }
  return Buffer.concat(chunks)
}

type Decoder = (bytes: Uint8Array, options: { maxOutputLength: number }) => Buffer

/** A body that was cut off gives what there is of it. */
const gunzip: Decoder = (bytes, options) => gunzipSync(bytes, { ...options, finishFlush: constants.Z_SYNC_FLUSH })
const inflate: Decoder = (bytes, options) => {
  const isWrapped = (bytes[0]! & 0x0f) === 8 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0
  const both = { ...options, finishFlush: constants.Z_SYNC_FLUSH }
  return isWrapped ? inflateSync(bytes, both) : inflateRawSync(bytes, both)
}

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: inflate,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
}

/** Never more than the limit in memory: what unpacks to more is refused while it is unpacked. */
function decoded(bytes: Uint8Array, coding: string, name: string, maxBytes: number): Uint8Array {
  const decode = Object.hasOwn(decoders, coding) ? decoders[coding]! : null
  if (decode === null) throw undecodable(name, `packed as "${coding.slice(0, 40)}", which is not known`)
  if (bytes.length === 0) return bytes
  try {
    return decode(bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(name, maxBytes)
    // As with chunks: the archive may have undone it, and left the field.
    if (looksLikeText(bytes)) return bytes
    throw undecodable(name, `its ${coding} coding cannot be undone`)
  }
}

const looksLikeText = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 256).every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13)

const undecodable = (file: string, reason: string) => new OnrecordError('undecodable', { file, reason })

const tooLarge = (file: string, maxBytes: number) =>
  new OnrecordError('file-too-large', { file, size: `over ${maxBytes / 1e6}`, limit: maxBytes / 1e6 })
