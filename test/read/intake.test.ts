/** Tests of what takes pages out of files, below the commands: lines, chunks, and archives changed at random. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OnrecordError } from '../../src/core/errors.ts'
import { decodeBytes } from '../../src/read/decode-bytes.ts'
import { pagesOfArticles } from '../../src/read/intake/articles.ts'
import { withoutChunks } from '../../src/read/intake/http-page.ts'
import { linesOf } from '../../src/read/intake/lines.ts'
import { pageOfMail } from '../../src/read/intake/mail.ts'
import type { Intake, PageSource } from '../../src/read/intake/page.ts'
import { pagesOfWarc } from '../../src/read/intake/warc.ts'
import { packedWarc, warcRecord, warcResponse } from '../support/archives.ts'

const context = { maxBytes: 20_000, passedOver: () => {}, note: () => {} }
const archive = { file: 'a.warc', name: 'a.warc' }

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function allOf(source: PageSource): Promise<Intake[]> {
  const all: Intake[] = []
  for await (const intake of source) all.push(intake)
  return all
}

/** The same numbers each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test('lines: in pieces of any size the same; one that is too long is counted and not kept', async () => {
  const bytes = Buffer.from('one\r\n\ntwo\nlonger than ten\nend')
  for (let size = 1; size < 30; size++) {
    const seen: string[] = []
    for await (const { number, bytes: line } of linesOf(inPieces(bytes, size), 10)) {
      seen.push(`${number} ${line === null ? null : Buffer.from(line)}`)
    }
    assert.deepEqual(seen, ['1 one', '2 ', '3 two', '4 null', '5 end'])
  }
  async function* endless() {
    const piece = new Uint8Array(1_000_000).fill(120)
    for (let count = 0; count < 500; count++) yield piece
    yield Buffer.from('\n{}')
  }
  const before = process.memoryUsage().rss
  const kept: (number | null)[] = []
  for await (const { bytes: line } of linesOf(endless(), 5_000_000)) kept.push(line?.length ?? null)
  assert.deepEqual(kept, [null, 2])
  assert.ok(process.memoryUsage().rss - before < 200e6)
})

test('chunks: put together; a body that is no chunks, or ends within one, is taken as far as it goes', () => {
  const undone = (text: string) => Buffer.from(withoutChunks(Buffer.from(text))).toString()
  assert.equal(undone('3\r\nabc\r\nA;x="y"\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n'), 'abc0123456789')
  assert.equal(undone('<html>no chunks</html>'), '<html>no chunks</html>')
  assert.equal(undone('5\r\nab'), 'ab')
  assert.equal(undone('2\r\nab\r\nzz\r\n'), 'ab')
  assert.equal(undone('ffffffff\r\nab'), 'ab')
  assert.equal(undone(''), '')
})

test('the encoding named beside a page stands above the one it declares, below a mark and below plain UTF-8', () => {
  const page = Buffer.from('<meta charset="iso-8859-5"><p>\xb3os</p>', 'latin1')
  assert.match(decodeBytes(page, 'iso-8859-2').text, /łos/)
  assert.match(decodeBytes(page).text, /Гos/)
  assert.equal(decodeBytes(Buffer.from('łos'), 'iso-8859-2').text, 'łos')
  assert.equal(decodeBytes(page, 'no-such-thing').encoding, 'iso-8859-5')
})

test('a web archive in pieces of any size gives the same pages', async () => {
  const records = [1, 2, 3].map((name) => warcResponse(`https://a.example/${name}`, `<p>Page ${name}</p>`))
  for (const bytes of [Buffer.concat(records), packedWarc(records)]) {
    for (const size of [1, 2, 3, 7, 64, 1000]) {
      const pages = await allOf(pagesOfWarc(inPieces(bytes, size), archive, context))
      assert.deepEqual(
        pages.map((intake) => ('page' in intake ? Buffer.from(intake.page.bytes).toString() : intake.failed.message)),
        ['<p>Page 1</p>', '<p>Page 2</p>', '<p>Page 3</p>'],
      )
    }
  }
})

test('archives, lists and messages changed at random: pages or errors of the table, nothing else, and an end', async () => {
  const below = numbers(20_260)
  const records = [
    warcRecord('warcinfo', 'a: b\r\n'),
    warcResponse('https://a.example/1', '<p>One</p>', { fields: { 'Transfer-Encoding': 'chunked' } }),
    warcResponse('https://a.example/2', Buffer.from('1f8b0800000000000003cb48cdc9c907008610a63605000000', 'hex'), {
      fields: { 'Content-Encoding': 'gzip' },
    }),
    warcRecord('conversion', 'Text', { 'WARC-Target-URI': 'https://a.example/3', 'Content-Type': 'text/plain' }),
  ]
  const rows = Buffer.from(
    '{"text":"One","published":"2024-06-21"}\n[{"maintext":"Two","authors":["A"]}]\n{"articles":[{"url":"https://a.example"}]}\n',
  )
  const mail = Buffer.from(
    'From: A <a@a.example>\r\nDate: Fri, 21 Jun 2024 10:00:00 +0000\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=latin1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E4 One</p>\r\n--x--\r\n',
  )
  const listOf = (bytes: Uint8Array) => ({
    ...archive,
    head: bytes.subarray(0, 4_096),
    stream: () => inPieces(bytes, 50),
    whole: async () => bytes,
  })
  const readers: readonly (readonly [Buffer, (bytes: Uint8Array) => PageSource])[] = [
    [Buffer.concat(records), (bytes) => pagesOfWarc(inPieces(bytes, 100), archive, context)],
    [packedWarc(records), (bytes) => pagesOfWarc(inPieces(bytes, 100), archive, context)],
    [rows, (bytes) => pagesOfArticles(listOf(bytes), context)],
    [
      mail,
      async function* (bytes) {
        yield { page: await pageOfMail(bytes, archive, context) }
      },
    ],
  ]
  let failures = 0
  for (let round = 0; round < 1_200; round++) {
    const [whole, read] = readers[round % readers.length]!
    const bytes = changed(whole, below)
    try {
      for (const intake of await allOf(read(bytes))) if ('failed' in intake) failures++
    } catch (thrown) {
      assert.ok(thrown instanceof OnrecordError, `round ${round}: ${thrown}`)
      failures++
    }
  }
  assert.ok(failures > 200)
})

/** Some bytes set, taken out, doubled or moved. */
function changed(whole: Buffer, below: (most: number) => number): Buffer {
  let bytes = Buffer.from(whole)
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(bytes.length)
    const length = 1 + below(40)
    const part = bytes.subarray(at, at + length)
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + length)]
    const kind = below(5)
    if (kind === 0) bytes[at] = below(256)
    else if (kind === 1) bytes = Buffer.concat([before, after])
    else if (kind === 2) bytes = Buffer.concat([before, part, part, after])
    else if (kind === 3) bytes = Buffer.concat([after, part, before])
    else bytes = Buffer.concat([before, Buffer.alloc(length, '9'), after])
    if (bytes.length === 0) return Buffer.from('x')
  }
  return bytes
}
