/** What the reader refuses, which encodings it reads, and how it tells HTML from plain text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OnrecordError } from '../../src/core/errors.ts'
import { decodeBytes } from '../../src/read/decode-bytes.ts'
import { detectFormat } from '../../src/read/detect-format.ts'
import { readDocument } from '../../src/read/index.ts'

const refusal = (bytes: Uint8Array, file: string | null, maxBytes?: number): OnrecordError => {
  try {
    readDocument(maxBytes === undefined ? { bytes, file } : { bytes, file, maxBytes })
  } catch (error) {
    if (error instanceof OnrecordError) return error
    throw error
  }
  throw new Error('was not refused')
}

test('an empty file, one over the limit and one without words are refused by name', () => {
  assert.equal(refusal(Buffer.from(''), 'a.txt').code, 'empty-file')
  assert.match(refusal(Buffer.from(''), null).message, /standard input/)
  const large = refusal(Buffer.alloc(2_000_000, 'a'), 'a.txt', 1_000_000)
  assert.equal(large.code, 'file-too-large')
  assert.match(large.message, /a\.txt: 2 MB, more than the limit of 1 MB/)
  assert.equal(refusal(Buffer.from(' \n\t '), 'a.txt').code, 'no-text')
  assert.equal(refusal(Buffer.from('<html><body><script>var a = 1</script></body></html>'), 'a.html').code, 'no-text')
})

const binaries: readonly (readonly [string, readonly number[] | string])[] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
  ['a JPEG image', [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
  ['a GIF image', [...Buffer.from('GIF89a'), 1, 0, 1, 0, 0]],
  ['a WebP image', [...Buffer.from('RIFF'), 1, 2, 3, 4, ...Buffer.from('WEBPVP8 ')]],
  ['a PDF document', '%PDF-1.7\n'],
  ['a ZIP archive', [0x50, 0x4b, 0x03, 0x04, 20, 0]],
  ['a gzip archive', [0x1f, 0x8b, 8, 0]],
  ['a Linux program', [0x7f, 0x45, 0x4c, 0x46, 2, 1]],
]

for (const [what, bytes] of binaries) {
  test(`${what} is no text, whatever its name`, () => {
    const error = refusal(Buffer.from(bytes as string), 'page.html')
    assert.equal(error.code, 'not-text')
    assert.match(error.message, new RegExp(what))
  })
}

test('noise is binary data; a text with a NUL in it, or that begins like an image, is a text', () => {
  assert.match(refusal(Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 7) % 32)), 'a').message, /binary data/)
  const text = 'He said it would hold.\0 She said it would not, and left.'
  assert.equal(readDocument({ bytes: Buffer.from(text), file: 'a.txt' }).text, text)
  const gif = 'GIF89a is the name of a format, the engineer said.'
  assert.equal(readDocument({ bytes: Buffer.from(gif), file: 'a.txt' }).text, gif)
})

const german = 'Der Minister sagte, er müsse über die Straße gehen und fände das schön. '
const russian = 'Министр заявил, что договор останется в силе и что решение принято. '

const encoded: readonly (readonly [string, string, Buffer])[] = [
  ['utf-8 with a mark', german, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(german)])],
  ['utf-16le with a mark', russian, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(russian, 'utf16le')])],
  ['utf-16be with a mark', german, Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(german, 'utf16le').swap16()])],
  ['utf-16le without a mark', german, Buffer.from(german, 'utf16le')],
  ['utf-16le without a mark, Cyrillic', russian, Buffer.from(russian, 'utf16le')],
  ['utf-16be without a mark', german, Buffer.from(german, 'utf16le').swap16()],
  ['windows-1252 undeclared', german, Buffer.from(german, 'latin1')],
  ['windows-1251 undeclared', russian, fromTable(russian, 'windows-1251')],
  ['koi8-r undeclared', russian, fromTable(russian, 'koi8-r')],
]

for (const [name, text, bytes] of encoded) {
  test(`plain text in ${name}`, () => {
    const decoded = decodeBytes(bytes)
    assert.equal(decoded.text, text)
    assert.equal(decoded.mismatch, null)
  })
}

const declared: readonly (readonly [string, string, string])[] = [
  ['meta charset', '<meta charset="windows-1251">', 'windows-1251'],
  ['meta http-equiv', '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', 'koi8-r'],
  ['XML declaration', '<?xml version="1.0" encoding="windows-1251"?>', 'windows-1251'],
]

for (const [name, head, encoding] of declared) {
  test(`encoding by ${name}`, () => {
    const decoded = decodeBytes(Buffer.concat([Buffer.from(`${head}<p>`), fromTable(russian, encoding)]))
    assert.equal(decoded.encoding, encoding)
    assert.ok(decoded.text.endsWith(russian))
    assert.equal(decoded.mismatch, null)
  })
}

test('East Asian encodings are read as declared', () => {
  const pages: readonly (readonly [string, number[], string])[] = [
    ['shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本'],
    ['gb18030', [0xd6, 0xd0, 0xb9, 0xfa], '中国'],
    ['euc-kr', [0xc7, 0xd1, 0xb1, 0xb9], '한국'],
    ['big5', [0xa4, 0xa4, 0xb0, 0xea], '中國'],
  ]
  for (const [encoding, bytes, text] of pages) {
    const decoded = decodeBytes(Buffer.concat([Buffer.from(`<meta charset=${encoding}>`), Buffer.from(bytes)]))
    assert.ok(decoded.text.endsWith(text), encoding)
  }
})

test('a wrong declaration is noticed and the bytes are believed', () => {
  const wrong = decodeBytes(Buffer.from(`<meta charset="iso-8859-1"><p>${german}`))
  assert.equal(wrong.encoding, 'utf-8')
  assert.match(wrong.mismatch ?? '', /windows-1252 but it is in utf-8/)
  const other = decodeBytes(Buffer.concat([Buffer.from('<meta charset="utf-8"><p>'), Buffer.from(german, 'latin1')]))
  assert.ok(other.text.endsWith(german))
  assert.match(other.mismatch ?? '', /utf-8 but it was read as windows-1252/)
  const page = readDocument({ bytes: Buffer.from(`<meta charset="iso-8859-1"><p>${german.repeat(4)}`), file: 'a.html' })
  assert.deepEqual(page.notices.map(({ code }) => code).slice(0, 1), ['encoding-mismatch'])
})

test('one bad byte in a long UTF-8 text spoils that byte only; an unknown label is as good as none', () => {
  const broken = Buffer.concat([Buffer.from(german.repeat(20)), Buffer.from([0xff]), Buffer.from(german)])
  assert.equal(decodeBytes(broken).text, `${german.repeat(20)}\ufffd${german}`)
  assert.equal(decodeBytes(Buffer.from(`<meta charset="klingon"><p>${german}`)).mismatch, null)
})

test('the content decides the format, the name only when the content does not', () => {
  assert.equal(detectFormat('<!DOCTYPE html><p>Hello', 'a.txt'), 'html')
  assert.equal(detectFormat('  <!-- saved --><html><body>', null), 'html')
  assert.equal(detectFormat('He wrote <p> and <b> by hand.', 'a.txt'), 'plain')
  assert.equal(detectFormat('Words only, but named so.', 'a.html'), 'plain')
  assert.equal(detectFormat('Words first <p>then tags', 'a.html'), 'html')
  assert.equal(detectFormat('if a < b and c > d then stop', null), 'plain')
})

/** Encodes with the decoder's own table turned round. */
function fromTable(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding)
  const codes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Buffer.from([...text].map((char) => codes.get(char) ?? 0x3f))
}
