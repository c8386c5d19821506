/** Web archives, WARC 1.0 and 1.1, plain or gzip → their pages, one record in memory at a time. */
import { AsyncIterReader, type StatusAndHeaders, StatusAndHeadersParser } from 'warcio'
import { OnrecordError } from '../../core/errors.ts'
import { httpPage, isWebAddress } from './http-page.ts'
import type { Intake, IntakeContext, Page, PageSource } from './page.ts'

/** Heads are some hundred bytes; what goes on like this is none. */
const LONGEST_HEAD = 65_536
const LONGEST_LINE = 8_192

interface Archive {
  /** Path as the user gave it; null for standard input. */
  readonly file: string | null
  readonly name: string
}

/** What a record is, without its block. */
interface RecordHead {
  readonly type: string
  readonly url: string | null
  readonly mediaType: string
  readonly length: number
}

/** Told instead of a record. */
type Trouble = { readonly trouble: string; readonly isEnd: boolean }

/**
 * Gives the pages of an archive in its order. A record that cannot be read is told of by its number and place, and so is
 * the end of an archive that was cut off; what can be read is given.
 */
export async function* pagesOfWarc(
  bytes: AsyncIterable<Uint8Array>,
  archive: Archive,
  context: Pick<IntakeContext, 'maxBytes' | 'passedOver'>,
): PageSource {
  const records = await recordsOf(bytes)
  for (;;) {
    const head = await records.next()
    if (head === null) return
    if ('trouble' in head) {
      yield damaged(archive, records, head.trouble)
      if (head.isEnd) return
      continue
    }
    // Of what is too large the beginning tells whether it would have been a page.
    const most = context.maxBytes + LONGEST_HEAD
    const block = await records.block(Math.min(head.length, most))
    const isWhole = 'trouble' in block ? false : await records.skip(head.length - block.bytes.length)
    if ('trouble' in block || isWhole !== true) {
      yield damaged(archive, records, 'trouble' in block ? block.trouble : (isWhole as Trouble).trouble)
      return
    }
    const found = pageIn(head, block.bytes, archive, context.maxBytes)
    if (typeof found === 'string') context.passedOver(found)
    else if ('page' in found && head.length > most)
      yield { name: found.page.name, failed: tooLarge(found.page.name, head, context) }
    else yield found
  }
}

/** Types of records that are no pages by their nature. */
const OTHER_TYPES: ReadonlySet<string> = new Set(['warcinfo', 'request', 'metadata', 'revisit', 'continuation'])
const TEXT_TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'text/plain'])

/** The page of a record, or why it has none. */
function pageIn(head: RecordHead, block: Uint8Array, { file, name }: Archive, maxBytes: number): Intake | string {
  const { type, url, mediaType } = head
  if (OTHER_TYPES.has(type)) return `${type} records`
  if (type !== 'response' && type !== 'resource' && type !== 'conversion') return 'records of unknown types'
  if (url === null || !isWebAddress(url)) return 'records without a web address'
  const page = { name: `${name}, ${url}`, file, facts: { url } }
  if (type === 'response') {
    if (!mediaType.startsWith('application/http')) return 'responses of other protocols'
    return httpPage(block, page, maxBytes)
  }
  const [essence] = mediaType.toLowerCase().split(';')
  if (!TEXT_TYPES.has(essence!.trim())) return 'records of other types than text'
  const format = essence!.trim() === 'text/plain' ? ({ format: 'plain' } as const) : ({ format: 'html' } as const)
  return { page: { ...page, bytes: block, facts: { ...page.facts, ...format } } satisfies Page }
}

const damaged = ({ name }: Archive, { number, offset }: Records, reason: string): Intake => ({
  name,
  failed: new OnrecordError('archive-damaged', { file: name, place: `record ${number}, byte ${offset}`, reason }),
})

const tooLarge = (file: string, { length }: RecordHead, { maxBytes }: Pick<IntakeContext, 'maxBytes'>) =>
  new OnrecordError('file-too-large', { file, size: Math.ceil(length / 1e5) / 10, limit: maxBytes / 1e6 })

/** Whether an archive is packed its first two bytes tell; a pipe may give them one by one. */
async function recordsOf(bytes: AsyncIterable<Uint8Array>): Promise<Records> {
  const pieces = bytes[Symbol.asyncIterator]()
  let first: Uint8Array = new Uint8Array()
  while (first.length < 2) {
    const next = await pieces.next()
    if (next.done === true) break
    first = Buffer.concat([first, next.value])
  }
  async function* all() {
    if (first.length > 0) yield first
    yield* { [Symbol.asyncIterator]: () => pieces }
  }
  return new Records(all(), first[0] === 0x1f && first[1] === 0x8b)
}

/** Walks from record to record; all that is read is bounded, whatever the archive says. */
class Records {
  /** Of the record that was read last, from 1. */
  number = 0
  /** Where it begins in the file as it is stored. */
  offset = 0
  readonly #reader: AsyncIterReader
  /** The first line of a record that has been read already. */
  #first: { readonly line: Uint8Array | null; readonly offset: number } | null = null
  readonly #isPacked: boolean

  constructor(bytes: AsyncIterable<Uint8Array>, isPacked: boolean) {
    this.#isPacked = isPacked
    this.#reader = new AsyncIterReader(bytes, isPacked ? 'gzip' : null)
  }

  /** The head of the next record; null at the end. Bytes that belong to none are trouble, told once. */
  async next(): Promise<RecordHead | Trouble | null> {
    let isStray = false
    for (;;) {
      const { line, offset } = this.#first ?? (await this.#line())
      this.#first = null
      if (this.#isBroken()) return this.#begun(offset, BROKEN)
      if (line === null && this.#isCutOff()) return this.#begun(offset, CUT_OFF)
      if (line === null || isRecord(line)) {
        if (!isStray) return line === null ? null : this.#head(this.#begun(offset, line))
        this.#first = { line, offset }
        return STRAY
      }
      if (isBlank(line) || isStray) continue
      isStray = true
      this.#begun(offset, null)
    }
  }

  async #line(): Promise<{ readonly line: Uint8Array | null; readonly offset: number }> {
    const offset = this.#reader.getRawOffset()
    return { offset, line: await this.#reader.readlineRaw(LONGEST_LINE) }
  }

  #begun<Value>(offset: number, value: Value): Value {
    this.number++
    this.offset = offset
    return value
  }

  async #head(first: Uint8Array): Promise<RecordHead | Trouble> {
    const lines = [first]
    let size = 0
    for (;;) {
      const line = await this.#reader.readlineRaw(LONGEST_LINE)
      if (this.#isBroken()) return BROKEN
      if (line === null) return CUT_OFF
      if (isBlank(line)) break
      lines.push(line)
      size += line.length
      if (size > LONGEST_HEAD) return { trouble: 'its head has no end', isEnd: false }
    }
    const head = await parsed(Buffer.concat([...lines, CRLF]))
    const length = head?.headers.get('Content-Length') ?? ''
    if (!/^\d{1,15}$/.test(length)) return { trouble: 'its head does not tell its length', isEnd: false }
    const url = head?.headers.get('WARC-Target-URI') ?? null
    return {
      type: (head?.headers.get('WARC-Type') ?? '').toLowerCase(),
      // WARC 1.0 has it in angle brackets in its grammar, and some programs write them.
      url: url === null ? null : url.replace(/^<|>$/g, ''),
      mediaType: head?.headers.get('Content-Type') ?? '',
      length: Number(length),
    }
  }

  async block(length: number): Promise<{ readonly bytes: Uint8Array } | Trouble> {
    const bytes = length === 0 ? new Uint8Array() : await this.#reader.readSize(length)
    if (this.#isBroken()) return BROKEN
    return bytes.length < length ? CUT_OFF : { bytes }
  }

  async skip(length: number): Promise<true | Trouble> {
    if (length === 0) return true
    const skipped = await this.#reader.skipSize(length)
    if (this.#isBroken()) return BROKEN
    return skipped < length ? CUT_OFF : true
  }

  /** The reader takes what it cannot unpack for bytes that were never packed. */
  #isBroken(): boolean {
    return this.#isPacked && this.#reader.compressed === null
  }

  /** At the end of the file: what is packed ends before its own end, maybe before anything came out of it. */
  #isCutOff(): boolean {
    return this.#isPacked && this.#reader.inflator?.ended === false
  }
}

const BROKEN: Trouble = { trouble: 'what was compressed cannot be unpacked', isEnd: true }
const STRAY: Trouble = { trouble: 'no record begins here, as one should', isEnd: false }
const CUT_OFF: Trouble = { trouble: 'the archive ends within it', isEnd: true }
const CRLF = Buffer.from('\r\n')

const isBlank = (line: Uint8Array): boolean => line.every((byte) => byte === 13 || byte === 10)

const isRecord = (line: Uint8Array): boolean =>
  /^WARC\/\d\.\d+\s*$/.test(Buffer.from(line.subarray(0, 20)).toString('latin1'))

/** Status line and headers of a head that is whole. */
export const parsed = (head: Uint8Array): Promise<StatusAndHeaders | null> =>
  new StatusAndHeadersParser().parse(new AsyncIterReader([head], null), { headersClass: Headers as never })
