/** The harness hands turns over as a ledger does, takes the surest rendering and reads its changes from the evidence. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadStatement } from '../../eval/link-reading.ts'
import { findRendering, meets } from '../../eval/renderings-finder.ts'
import type { Linkable, Relating } from '../../src/core/links/link.ts'
import { MOST_TURNS, type Renderer } from '../../src/core/links/renderer.ts'

const named = (id: string) => ({ statement: { id } }) as unknown as ReadStatement
const keysOf = ({ statement }: Linkable): number[] => [...statement.id].map((letter) => letter.codePointAt(0)!)
const relating = (confidence: number, note: string, of: string): Relating => ({
  relation: 'renders',
  type: 'altered',
  confidence,
  because: [{ span: { start: 0, end: 1 }, of, note }],
})

test('turns come in the order of the keys that they share; the surest is taken, with the changes its evidence names', () => {
  let given: string[] = []
  const renderer: Renderer = {
    turnKeys: keysOf,
    reportKeys: keysOf,
    rendering(report, turns) {
      given = turns.map(({ statement }) => statement.id)
      return turns.map((turn, index) => ({
        turn,
        relating: relating(index / 10, index === 2 ? 'number, word order' : 'same', report.statement.id),
      }))
    },
  }
  const found = findRendering(renderer, named('abc'), [named('xyz'), named('abx'), named('abc')])
  assert.deepEqual(given, ['abc', 'abx', 'xyz'])
  assert.deepEqual(found, { turn: 'xyz', fidelity: 'altered', alters: ['number'] })
})

test('none found is none; a turn without common keys, or behind too many others, is not met', () => {
  const renderer: Renderer = { turnKeys: keysOf, reportKeys: keysOf, rendering: () => null }
  const [report, right, far] = [named('abc'), named('a'), named('z')]
  assert.equal(findRendering(renderer, report, [right]), null)
  assert.equal(meets(renderer, report, [far, right], right), true)
  assert.equal(meets(renderer, report, [far, right], far), false)
  const nearer = Array.from({ length: MOST_TURNS }, () => named('ab'))
  assert.equal(meets(renderer, report, [right, ...nearer], right), false)
})
