/** Targets of what comes in from containers: web archives, pages as servers send them, lists of articles, mail. */
import assert from 'node:assert/strict'
import { OnrecordError } from '../../src/core/errors.ts'
import { articleIn } from '../../src/read/intake/article-columns.ts'
import { httpPage, withoutChunks } from '../../src/read/intake/http-page.ts'
import { linesOf } from '../../src/read/intake/lines.ts'
import { pageOfMail } from '../../src/read/intake/mail.ts'
import type { Intake } from '../../src/read/intake/page.ts'
import { pagesOfWarc } from '../../src/read/intake/warc.ts'
import { warcRecord } from '../support/archives.ts'
import type { Target } from './fuzzer.ts'

const MOST_BYTES = 100_000

/** The bytes in pieces, cut where nobody expects it. */
async function* piecesOf(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function toldOf(intake: Intake): unknown {
  if ('failed' in intake) {
    assert.ok(intake.failed instanceof OnrecordError && intake.failed.code !== 'bug', String(intake.failed))
    return [intake.name, intake.failed.code]
  }
  assert.ok(intake.page.bytes.length <= MOST_BYTES, 'no larger than allowed')
  return [intake.page.name, intake.page.bytes.length, intake.page.facts]
}

async function warc(input: string): Promise<unknown> {
  const bytes = Buffer.from(input, 'latin1')
  const results: string[] = []
  for (const size of [bytes.length || 1, 7]) {
    const told: unknown[] = []
    const context = { maxBytes: MOST_BYTES, passedOver: (what: string) => told.push(what) }
    for await (const intake of pagesOfWarc(piecesOf(bytes, size), { name: 'a.warc', file: 'a.warc' }, context))
      told.push(toldOf(intake))
    results.push(JSON.stringify(told))
  }
  assert.equal(results[0], results[1], 'the same however it is cut in pieces')
  return results[0]
}

const response =
  'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>a\n\r\n0\r\n\r\n'
const HTTP = [
  'HTTP/1.1 200 OK\r\n',
  'Content-Type: text/html',
  'Content-Encoding: gzip',
  'Transfer-Encoding: chunked',
  '\r\n',
  '\r\n\r\n',
  'fffffff',
  '0\r\n',
  ':',
  'charset=',
]

export const intakeTargets: Readonly<Record<string, Target>> = {
  warc: {
    seeds: [
      warcRecord('response', response, {
        'WARC-Target-URI': 'https://example.org/a',
        'Content-Type': 'application/http; msgtype=response',
      }).toString('latin1'),
      warcRecord('warcinfo', 'x').toString('latin1'),
    ],
    words: [
      'WARC/1.0\r\n',
      'WARC/1.1',
      'WARC-Type: ',
      'response',
      'WARC-Target-URI: ',
      'Content-Length: ',
      '999999',
      '-1',
      ...HTTP,
    ],
    run: warc,
  },
  'http-page': {
    seeds: [response, response.replace('Transfer-Encoding: chunked', 'Content-Encoding: gzip, br')],
    words: HTTP,
    run(input) {
      const bytes = Buffer.from(input, 'latin1')
      assert.ok(withoutChunks(bytes).length <= bytes.length)
      const page = httpPage(bytes, { name: 'a', file: 'a', facts: {} }, MOST_BYTES)
      return typeof page === 'string' ? page : toldOf(page)
    },
  },
  articles: {
    seeds: [
      '{"url":"https://example.org/a","title":"A","text":"Somebody said so.","date_publish":"2024-06-21 10:00:00"}\n',
      '{"DATE":"20240621","DocumentIdentifier":"https://example.org/a"}\n',
    ],
    words: [
      '{',
      '}',
      '"url":',
      '"title":',
      '"text":',
      '"html":',
      '"authors":',
      '"published":',
      '20240621',
      'null',
      '[',
      ']',
      '"',
      ',',
      '\n',
    ],
    async run(input) {
      const told: unknown[] = []
      for await (const { number, bytes } of linesOf(piecesOf(Buffer.from(input), 13), 2_000)) {
        try {
          const value: unknown = bytes === null ? null : JSON.parse(Buffer.from(bytes).toString())
          if (typeof value === 'object' && value !== null && !Array.isArray(value))
            told.push([number, articleIn(value)])
        } catch (thrown) {
          if (!(thrown instanceof SyntaxError)) throw thrown
        }
      }
      return told
    },
  },
  mail: {
    seeds: [
      'From: "The Gull" <a@example.org>\r\nSubject: Ferry\r\nDate: Fri, 21 Jun 2024 10:00:00 +0200\r\nContent-Type: text/plain\r\n\r\nThe mayor said so.\r\n',
    ],
    words: [
      'From: ',
      'Subject: ',
      '=?utf-8?B?',
      '?=',
      'Content-Type: multipart/mixed; boundary=x',
      '--x\r\n',
      '--x--',
      'Content-Transfer-Encoding: base64',
      'quoted-printable',
      '=3D',
      '\r\n\r\n',
      'message/rfc822',
    ],
    async run(input) {
      try {
        const page = await pageOfMail(
          Buffer.from(input, 'latin1'),
          { file: 'a.eml', name: 'a.eml' },
          { note: () => {} },
        )
        return [page.facts, page.bytes.length]
      } catch (thrown) {
        if (!(thrown instanceof OnrecordError) || thrown.code === 'bug') throw thrown
        return thrown.code
      }
    },
    grows: false,
  },
}
