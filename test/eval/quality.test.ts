/** The page of quality has everything that is measured. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { tasksOnPage } from '../../eval/quality.ts'

const file = new URL('../../docs/quality.md', import.meta.url)

test('docs/quality.md names every task, and says how and when it was measured', () => {
  const page = readFileSync(file, 'utf8')
  for (const task of tasksOnPage) assert.ok(page.includes(`\`${task}\``) || page.includes(`-- ${task}\``), task)
  assert.match(page, /`npm run evaluate -- quality`, measured on 20\d\d-\d\d-\d\d/)
})

test('what is printed on the page is figures, not the sentences that came out wrong', () => {
  assert.doesNotMatch(readFileSync(file, 'utf8'), /^faults /m)
})
