/** The reports beside the record keep the conventions that a program can check without the record. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRenderings } from '../../eval/renderings-gold.ts'

const rows = readRenderings()

test('sixty reports, each kind as often in both halves, from eight briefings and five speakers at least', () => {
  assert.equal(rows.length, 60)
  for (const fidelity of ['verbatim', 'trimmed', 'altered', 'paraphrase', 'absent']) {
    for (const half of ['dev', 'test']) {
      assert.equal(rows.filter((row) => row.fidelity === fidelity && row.half === half).length, 6, fidelity)
    }
  }
  assert.ok(new Set(rows.map(({ record }) => record.url)).size >= 8)
  assert.ok(new Set(rows.map(({ speaker }) => speaker)).size >= 5)
})

test('quotations are short, paraphrases have none, half of what is altered means something else', () => {
  for (const { id, fidelity, content, record, alters } of rows) {
    const quoted = /“([^”]*)”/.exec(content)?.[1] ?? null
    if (fidelity === 'paraphrase') assert.equal(quoted, null, id)
    else if (fidelity !== 'absent') assert.ok(quoted !== null && quoted.split(' ').length <= 25, id)
    assert.equal('start' in record, fidelity !== 'absent', id)
    if (alters !== null) assert.equal(fidelity, 'altered', id)
  }
  assert.equal(rows.filter(({ alters }) => alters !== null).length, 6)
})
