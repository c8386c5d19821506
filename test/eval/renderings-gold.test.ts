/** The reports beside the record keep the conventions that a program can check without the record. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
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

const data = new URL('../../../shared/data/primary/white-house.jsonl.gz', import.meta.url)
const skip = existsSync(data) ? false : 'the briefings are not here'

test('verbatim is what the record has in a row, trimmed what it has in order and means the same, altered neither', {
  skip,
}, () => {
  const records = gunzipSync(readFileSync(data)).toString('utf8').trim().split('\n')
  const texts = new Map(
    records.map((line) => JSON.parse(line) as { url: string; text: string }).map((r) => [r.url, r.text]),
  )
  const wordsOf = (text: string): string[] =>
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  for (const { id, fidelity, content, record, alters } of rows) {
    const passage = wordsOf(texts.get(record.url)!.slice(record.start, record.end))
    const quoted = wordsOf(/“([^”]*)”/.exec(content)?.[1]?.replaceAll(/[‘’]/g, ' ') ?? '')
    if (quoted.length === 0 || fidelity === 'absent') continue
    const inRow = ` ${passage.join(' ')} `.includes(` ${quoted.join(' ')} `)
    let at = -1
    const inOrder = quoted.every((word) => {
      at = passage.indexOf(word, at + 1)
      return at >= 0
    })
    const is = inRow ? 'verbatim' : inOrder && alters === null ? 'trimmed' : 'altered'
    assert.equal(is, fidelity, `${id}: ${content}`)
  }
})
