/** Every golden page gives what its `expected.json` says; `npm run golden` rewrites those, this test never does. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actualOf, caseNames, expectedOf } from './support/golden.ts'

describe('golden pages', () => {
  for (const name of caseNames()) {
    it(name, async () => {
      const expected = expectedOf(name)
      assert.ok(expected !== null, `${name}: no expected.json; write it with "npm run golden ${name}" and read it`)
      const actual = await actualOf(name)
      // Statements first: what went wrong in the reader shows there too, and in fewer lines.
      for (const part of ['statements', 'blocks', 'document', 'notices'] as const) {
        assert.deepEqual(actual[part], expected[part], `${part} of ${name}`)
      }
    })
  }
})
