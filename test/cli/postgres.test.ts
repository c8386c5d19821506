/** Tests of commands on a ledger in PostgreSQL: the same answers as from a file, and no password in any message. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { ledgerPath } from '../support/ledger-path.ts'
import { noPostgres, postgresLedger } from '../support/postgres.ts'
import { linesOf, onrecord, valuesOf } from './terminal.ts'

const examples = join(import.meta.dirname, '../../examples')

const [url, empty] = [postgresLedger(), postgresLedger()]

describe('a ledger in PostgreSQL', { skip: noPostgres ?? false }, () => {
  const file = ledgerPath()

  before(async () => {
    for (const ledger of [file, url]) {
      const { code, err } = await onrecord(['add', examples, '--model', 'rules', '--ledger', ledger])
      assert.equal(code, 0, err)
      assert.match(err, /14 stored \(\d+ statements\)/)
    }
  })

  const both = async (...args: readonly string[]): Promise<readonly [string, string]> => {
    const [one, other] = [await onrecord([...args, '--ledger', file]), await onrecord([...args, '--ledger', url])]
    assert.equal(other.code, one.code, other.err)
    return [one.out, other.out]
  }

  test('lists, timelines, links, sources and verdicts are those of a file', async () => {
    for (const args of [
      ['statements', '--format', 'jsonl', '--limit', '1000'],
      ['statements', '--format', 'jsonl', '--text', 'troops', '--limit', '5'],
      ['documents', '--format', 'jsonl'],
      ['sources', '--format', 'jsonl'],
      ['links', '--format', 'jsonl'],
      ['export', '--format', 'jsonl'],
    ]) {
      const [one, other] = await both(...args)
      assert.ok(linesOf(one).length > 0, args.join(' '))
      const untimed = (text: string) => text.replace(/"added":"[^"]*"/g, '"added":""')
      assert.deepEqual(linesOf(untimed(other)).sort(), linesOf(untimed(one)).sort(), args.join(' '))
    }
    const [first] = valuesOf<{ statement: { content: { text: string } } }>(
      (await both('statements', '--format', 'jsonl', '--limit', '1'))[1],
    )
    const quote = first!.statement.content.text.replace(/[“”"]/g, '')
    const [one, other] = await both('verify', quote, '--format', 'json')
    assert.deepEqual(JSON.parse(other), JSON.parse(one))
  })

  test('the second time nothing is stored', async () => {
    const { code, err } = await onrecord(['add', examples, '--model', 'rules', '--ledger', url])
    assert.equal(code, 0)
    assert.match(err, /0 stored.*14 there already/)
  })
})

test('a server that is not there: one line, no password, the code of what is not available', async () => {
  const { code, err, out } = await onrecord(['statements', '--ledger', 'postgres://ann:s3cret@127.0.0.1:1/news'])
  assert.equal(out, '')
  assert.equal(linesOf(err).length, 1, err)
  assert.match(err, /postgres:\/\/ann:\*\*\*@127\.0\.0\.1:1\/news: the server does not answer/)
  assert.ok(!err.includes('s3cret'))
  assert.ok(code > 2, String(code))
})

test('a ledger that nobody has begun', { skip: noPostgres ?? false }, async () => {
  const { code, err } = await onrecord(['statements', '--ledger', empty])
  assert.match(err, /there is no ledger here yet/)
  assert.ok(code > 2)
})
