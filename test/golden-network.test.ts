/** The golden pages with the network: it finds what the rules' expectations have, by and large, and little else. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { agrees } from '../eval/attribution-measures.ts'
import { modelsFolder } from '../src/models/load-networks.ts'
import { caseNames, expectedOf, extractionOf } from './support/golden.ts'

const LEAST_RECALL = 0.93
const LEAST_PRECISION = 0.88

test('the network keeps what the rules find in the golden pages', async (context) => {
  if (!existsSync(join(modelsFolder, 'en/attribution'))) return context.skip('no trained network in this checkout')
  const lost: string[] = []
  const more: string[] = []
  let expected = 0
  let found = 0
  for (const name of caseNames()) {
    const { statements } = await extractionOf(name, 'full')
    const mine = statements.map(({ source, cue, content }) => ({
      source: source.spans,
      cue: cue.spans,
      content: content.spans,
    }))
    const theirs = expectedOf(name)!.statements.map(({ spans }) => ({
      source: spansOf(spans.source),
      cue: spansOf(spans.cue),
      content: spansOf(spans.content),
      says: spans.content,
    }))
    expected += theirs.length
    found += mine.length
    for (const each of theirs) if (!mine.some((other) => agrees(other, each))) lost.push(`${name} ${each.says}`)
    for (const each of mine) {
      if (!theirs.some((other) => agrees(each, other))) more.push(`${name} ${each.content[0]!.start}`)
    }
  }
  assert.ok(lost.length <= (1 - LEAST_RECALL) * expected, `lost: ${lost.join(', ')}`)
  assert.ok(more.length <= (1 - LEAST_PRECISION) * found, `more: ${more.join(', ')}`)
})

/** `120-186 202-240`, as expectations write them. */
const spansOf = (shown: string) =>
  shown
    .split(/[ ,_]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const [start, end] = part.split('-').map(Number)
      return { start: start!, end: end! }
    })
