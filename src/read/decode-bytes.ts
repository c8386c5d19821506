/** Bytes → text: which encoding they are in, by byte-order mark, declaration, validity and plausibility, in that order. */
import { isUtf8 } from 'node:buffer'
import { isControl } from './check-bytes.ts'
import { guessEncoding } from './guess-encoding.ts'

export interface DecodedText {
  /** Without the byte-order mark; otherwise what the bytes say, unchanged. */
  readonly text: string
  /** WHATWG name of the encoding used. */
  readonly encoding: string
  /** One sentence when the declared encoding is not the one the bytes are in; else null. */
  readonly mismatch: string | null
}

/**
 * Decodes a page. Never throws: bytes that fit no encoding become U+FFFD.
 * @param charset named beside the page, as by an HTTP header: stands above what the page declares, as in browsers.
 */
export function decodeBytes(bytes: Uint8Array, charset: string | null = null): DecodedText {
  const marked = encodingOfMark(bytes)
  if (marked !== null) return { text: decode(bytes, marked), encoding: marked, mismatch: null }
  const wide = wideEncoding(bytes)
  if (wide !== null) return { text: decode(bytes, wide), encoding: wide, mismatch: null }

  const declared = (charset === null ? null : knownEncoding(charset)) ?? declaredEncoding(bytes)
  const { multibyte, invalid } = countUtf8(bytes)
  const said = declared === null ? null : `The page says it is in ${declared}`
  if (declared === 'iso-2022-jp') return { text: decode(bytes, declared), encoding: declared, mismatch: null }
  if (invalid === 0) {
    const wrong = multibyte > 0 && declared !== null && declared !== 'utf-8'
    return { text: decode(bytes, 'utf-8'), encoding: 'utf-8', mismatch: wrong ? `${said} but it is in utf-8.` : null }
  }
  if (declared !== null && declared !== 'utf-8') {
    const text = decode(bytes, declared)
    if (replacements(text) * 100 <= text.length) return { text, encoding: declared, mismatch: null }
  }
  if (multibyte >= invalid * 5) {
    const mismatch = `The page is in utf-8 with ${invalid} ${invalid === 1 ? 'byte' : 'bytes'} that cannot be read.`
    return { text: decode(bytes, 'utf-8'), encoding: 'utf-8', mismatch }
  }
  const encoding = guessEncoding(bytes)
  return { text: decode(bytes, encoding), encoding, mismatch: said && `${said} but it was read as ${encoding}.` }
}

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/**
 * UTF-16 without a mark. Its line breaks, spaces and digits have a zero byte, always on the same side; that alone does
 * not do, because a text in UTF-8 may hold a stray NUL, so the bytes must also make no sense as UTF-8.
 */
function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes.length < 2 || bytes.length % 2 === 1) return null
  const sample = bytes.subarray(0, Math.min(bytes.length, 8_192))
  let controls = 0
  const zeros = [0, 0]
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i]!
    if (byte === 0) zeros[i % 2]!++
    if (isControl(byte)) controls++
  }
  if (zeros[0] === zeros[1]) return null
  const [even, odd] = zeros as [number, number]
  const oneSided = Math.min(even, odd) * 10 <= Math.max(even, odd)
  if (!oneSided || (isUtf8(sample) && controls * 8 < sample.length)) return null
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  return isPlausible(decode(sample, encoding)) ? encoding : null
}

/** Letters, digits, punctuation and spaces, but for two in a hundred. */
function isPlausible(text: string): boolean {
  const odd = text.replace(/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\t\n\r]/gu, '')
  return odd.length * 50 <= text.length
}

/** The encoding an XML declaration or a `<meta>` in the first 4,096 bytes names, by its WHATWG name; null for none. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096)).toString('latin1')
  const xml = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)
  if (xml !== null) return knownEncoding(xml[1]!)
  const withoutComments = head.replace(/<!--[\s\S]*?-->/g, '')
  for (const meta of withoutComments.matchAll(/<meta\s[^>]*/gi)) {
    const charset = /charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(meta[0])
    const encoding = charset === null ? null : knownEncoding(charset[1]!)
    if (encoding !== null) return encoding
  }
  return null
}

/** A page whose declaration could be read byte by byte is not in UTF-16, whatever it says: browsers take UTF-8 then. */
function knownEncoding(label: string): string | null {
  try {
    const name = new TextDecoder(label).encoding
    return name.startsWith('utf-16') ? 'utf-8' : name
  } catch {
    return null
  }
}

/** Well-formed multi-byte sequences and bytes that belong to none; a sequence cut off by the end of the file is no fault. */
function countUtf8(bytes: Uint8Array): { multibyte: number; invalid: number } {
  let multibyte = 0
  let invalid = 0
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i]!
    if (byte < 0x80) {
      i++
      continue
    }
    const length =
      byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0
    let have = 1
    while (have < length && i + have < bytes.length && (bytes[i + have]! & 0xc0) === 0x80) have++
    if (length > 0 && have === length) multibyte++
    else if (length === 0 || i + have < bytes.length) invalid++
    i += have
  }
  return { multibyte, invalid }
}

function replacements(text: string): number {
  let count = 0
  for (let i = text.indexOf('\ufffd'); i !== -1; i = text.indexOf('\ufffd', i + 1)) count++
  return count
}
