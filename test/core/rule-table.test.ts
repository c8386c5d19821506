/** Every row of the rule table finds its example and leaves its look-alike alone. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ruleTable } from '../../src/core/english/rule-table.ts'
import { attributionsOf, unmarked } from '../support/passages.ts'

describe('rule table', () => {
  for (const [rule, row] of Object.entries(ruleTable)) {
    it(`${rule} finds its example`, async () => {
      const { text, spans } = unmarked(row.example)
      const found = (await attributionsOf(text)).filter((attribution) => attribution.by === rule)
      assert.ok(found.length > 0, `nothing found by ${rule} in: ${text}`)
      const slices = (parts: readonly { start: number; end: number }[]) => parts.map((p) => text.slice(p.start, p.end))
      const best = found.find((attribution) => attribution.content[0]!.start === spans.content[0]!.start) ?? found[0]!
      assert.deepEqual(slices(best.content), slices(spans.content), 'content')
      assert.deepEqual(slices(best.cue), slices(spans.cue), 'cue')
      // A shared subject stands in another clause and is not marked in every example.
      if (spans.source.length > 0) assert.deepEqual(slices(best.source), slices(spans.source), 'source')
    })
    it(`${rule} leaves its look-alike alone`, async () => {
      const { text } = unmarked(row.not)
      const found = (await attributionsOf(text)).filter((attribution) => attribution.by === rule)
      assert.deepEqual(
        found.map((attribution) => attribution.content.map((p) => text.slice(p.start, p.end))),
        [],
      )
    })
  }
})
