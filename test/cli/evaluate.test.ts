/** Tests of `onrecord evaluate`: it runs the evaluations of the repository, and says what is needed where they are not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluateWith } from '../../src/cli/evaluate.ts'
import { linesOf, onrecord } from './terminal.ts'

test('prints what the evaluation prints, as text and as JSON', async () => {
  const text = await onrecord(['evaluate', 'gold', '--model', 'rules'])
  assert.deepEqual([text.code, text.err], [0, ''])
  assert.match(text.out, /^phenomenon .*\n(.*\n)+all +\d+/)
  const json = await onrecord(['evaluate', 'gold', '--model=rules', '--format', 'json'])
  const rows = JSON.parse(json.out) as { phenomenon: string }[]
  assert.ok(rows.some(({ phenomenon }) => phenomenon === 'headline'))
})

test('passes data and exit code on: a folder without corpora is skipped, or fails where it is required', async () => {
  const args = ['evaluate', 'words', '--data', import.meta.dirname]
  const skipped = await onrecord(args)
  assert.equal(skipped.code, 0)
  assert.match(skipped.out, /^words: skipped, no .* in /)
  assert.equal((await onrecord([...args, '--required'])).code, 1)
  const unknown = await onrecord(['evaluate', 'happiness'])
  assert.deepEqual([unknown.code, unknown.out], [2, ''])
  assert.match(unknown.err, /^usage: evaluate .*\bgold\b/)
})

test('needs one task, and a checkout', async () => {
  for (const args of [['evaluate'], ['evaluate', 'gold', 'words']]) {
    const { code, out, err } = await onrecord(args)
    assert.deepEqual([code, out, linesOf(err).length], [2, '', 1])
  }
  let said = ''
  const nowhere = evaluateWith('/no/such/eval/main.ts')
  const output = { write: (text: string) => (said += text) }
  const interrupted = new Promise<void>(() => {})
  const code = await nowhere.run(
    { stdout: output, stderr: output, stdin: (async function* () {})(), env: {}, interrupted },
    ['gold'],
    {},
  )
  assert.equal(code, 69)
  assert.match(said, /^onrecord: evaluate needs a checkout.*\n$/)
})
