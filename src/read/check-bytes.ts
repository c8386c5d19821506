/** Refuses what cannot be a text page (empty, too large, an image, an archive …) before anything tries to decode it. */
import { OnrecordError } from '../core/errors.ts'

/** 20 MB: some forty times the largest news page. */
export const defaultMaxBytes = 20_000_000

interface Signature {
  readonly what: string
  /** Where the bytes stand. */
  readonly at: number
  readonly bytes: readonly number[]
  /** True for a signature of plain letters, which a text may begin with too: it counts only among control characters. */
  readonly letters?: boolean
}

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0))

const signatures: readonly Signature[] = [
  { what: 'a PNG image', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a] },
  { what: 'a JPEG image', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { what: 'a GIF image', at: 0, bytes: ascii('GIF87a'), letters: true },
  { what: 'a GIF image', at: 0, bytes: ascii('GIF89a'), letters: true },
  { what: 'a WebP image', at: 8, bytes: ascii('WEBPVP8') },
  { what: 'a WAV recording', at: 8, bytes: ascii('WAVEfmt'), letters: true },
  { what: 'a BMP image', at: 0, bytes: ascii('BM'), letters: true },
  { what: 'a TIFF image', at: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { what: 'a TIFF image', at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { what: 'an icon', at: 0, bytes: [0x00, 0x00, 0x01, 0x00] },
  { what: 'an AVIF image', at: 4, bytes: ascii('ftypavif') },
  { what: 'a HEIC image', at: 4, bytes: ascii('ftyphei') },
  { what: 'a video', at: 4, bytes: ascii('ftyp'), letters: true },
  { what: 'a video', at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3] },
  { what: 'a sound recording', at: 0, bytes: ascii('ID3'), letters: true },
  { what: 'a sound recording', at: 0, bytes: ascii('OggS'), letters: true },
  { what: 'a sound recording', at: 0, bytes: ascii('fLaC'), letters: true },
  { what: 'a PDF document', at: 0, bytes: ascii('%PDF-') },
  { what: 'a PostScript document', at: 0, bytes: ascii('%!PS-Adobe') },
  { what: 'an RTF document', at: 0, bytes: ascii('{\\rtf1') },
  { what: 'an Office document of the old format', at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1] },
  { what: 'a ZIP archive (or an Office document or e-book)', at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { what: 'an empty ZIP archive', at: 0, bytes: [0x50, 0x4b, 0x05, 0x06] },
  { what: 'a gzip archive', at: 0, bytes: [0x1f, 0x8b] },
  { what: 'a bzip2 archive', at: 0, bytes: ascii('BZh'), letters: true },
  { what: 'an xz archive', at: 0, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { what: 'a 7z archive', at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { what: 'a Zstandard archive', at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { what: 'a RAR archive', at: 0, bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { what: 'a tar archive', at: 257, bytes: ascii('ustar'), letters: true },
  { what: 'a SQLite database', at: 0, bytes: ascii('SQLite format 3\0') },
  { what: 'a Linux program', at: 0, bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { what: 'a Windows program', at: 0, bytes: ascii('MZ'), letters: true },
  { what: 'a macOS program', at: 0, bytes: [0xcf, 0xfa, 0xed, 0xfe] },
  { what: 'a Java class', at: 0, bytes: [0xca, 0xfe, 0xba, 0xbe] },
  { what: 'a WebAssembly module', at: 0, bytes: [0x00, 0x61, 0x73, 0x6d] },
  { what: 'a web font', at: 0, bytes: ascii('wOFF'), letters: true },
  { what: 'a web font', at: 0, bytes: ascii('wOF2'), letters: true },
  { what: 'text in UTF-32', at: 0, bytes: [0xff, 0xfe, 0x00, 0x00] },
  { what: 'text in UTF-32', at: 0, bytes: [0x00, 0x00, 0xfe, 0xff] },
]

/**
 * Checks size and kind of the bytes.
 * @throws OnrecordError `empty-file`, `file-too-large`, `not-text`.
 */
export function checkBytes(bytes: Uint8Array, file: string, maxBytes: number): void {
  if (bytes.length === 0) throw new OnrecordError('empty-file', { file })
  if (bytes.length > maxBytes) {
    throw new OnrecordError('file-too-large', { file, size: inMegabytes(bytes.length), limit: inMegabytes(maxBytes) })
  }
  const what = binaryKind(bytes)
  if (what !== null) throw new OnrecordError('not-text', { file, what })
}

/** What the first bytes say the file is, in words ("a PNG image"); null when they could be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const signature of signatures) {
    if (matches(bytes, signature) && (!signature.letters || hasControls(bytes.subarray(0, 512)))) return signature.what
  }
  return null
}

/** Whether decoded text is so full of control characters that it cannot have been text. */
export function looksBinary(text: string): boolean {
  const sample = text.length > 20_000 ? text.slice(0, 20_000) : text
  let controls = 0
  for (let i = 0; i < sample.length; i++) {
    if (isControl(sample.charCodeAt(i)) || sample.charCodeAt(i) === 0xfffd) controls++
  }
  return controls > 4 && controls * 10 > sample.length
}

function matches(bytes: Uint8Array, signature: Signature): boolean {
  return signature.bytes.every((byte, i) => bytes[signature.at + i] === byte)
}

function hasControls(bytes: Uint8Array): boolean {
  return bytes.some(isControl)
}

/** Control characters other than tab, line feed, form feed, carriage return and escape (ISO-2022-JP uses it). */
export function isControl(unit: number): boolean {
  return (unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13 && unit !== 27) || unit === 0x7f
}

/** Two significant digits are enough to see by how much. */
const inMegabytes = (bytes: number): number => Number((bytes / 1_000_000).toPrecision(2))
