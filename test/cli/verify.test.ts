/** `onrecord verify`, as the command line answers: each verdict with its exit code. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { ledgerPath } from '../support/ledger-path.ts'
import { fileOf } from './pages.ts'
import { onrecord } from './terminal.ts'

const ledger = ledgerPath()
const page =
  '“The northern ferry will not sail before the second week of May,” harbour master Ada Wren said on Monday.\n'

before(async () => {
  const file = fileOf('verify/ferry.txt', page)
  const { code, err } = await onrecord([
    'add',
    file,
    '--ledger',
    ledger,
    '--model',
    'rules',
    '--published',
    '2024-05-01',
  ])
  assert.equal(code, 0, err)
})

const verify = async (...args: string[]) => {
  const { code, out } = await onrecord(['verify', ...args, '--ledger', ledger, '--format', 'json'])
  return { code, answer: code < 2 || code > 9 ? JSON.parse(out) : null }
}

const WORDS = 'the northern ferry will not sail before the second week of May'

test('verbatim, with what is left out marked, and from whoever is named', async () => {
  for (const args of [[WORDS], [WORDS, '--speaker', 'Wren'], ['the northern ferry … the second week of May']]) {
    const { code, answer } = await verify(...args)
    assert.deepEqual([code, answer.verdict, answer.speaker], [0, 'verbatim', 'harbour master Ada Wren'])
    const [{ span, text }] = answer.matches
    assert.equal(page.slice(span.start, span.end), text)
  }
})

test('altered, from another speaker, elsewhere, not at all', async () => {
  const altered = await verify('the northern ferry will sail before the second week of May')
  assert.deepEqual([altered.code, altered.answer.verdict], [10, 'altered'])
  assert.deepEqual(altered.answer.matches[0].altersMeaning, ['negation'])
  assert.equal((await verify(WORDS, '--speaker', 'Tomas Brandt')).code, 11)
  assert.equal((await verify(WORDS, '--document', 'd-0123456789abcdef')).code, 12)
  assert.equal((await verify('zeppelins carried forty tons of marble')).code, 13)
  assert.equal((await verify(' ')).code, 2)
})
