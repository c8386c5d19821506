/** Tests of what the network is given: features of forms, quotation states, paragraphs of bounded length, one run a document. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Network, NetworkInput } from '../../src/core/network.ts'
import { beginningOf, endOf, folded, lastPartOf, shapeOf } from '../../src/core/network-features.ts'
import { paragraphsOf, type ReadableDoc, readWithNetwork } from '../../src/core/network-reading.ts'
import { readableDoc } from '../support/scripted-network.ts'

describe('features', () => {
  it('fold case and marks', () => {
    assert.deepEqual(['The', '“', '’', 'O’Hara', 'ΟΔΟΣ'].map(folded), ['the', '"', "'", "o'hara", 'οδος'])
  })

  it('have shapes of at most eight code points', () => {
    const shapes = [
      ['Minister', 'Xxx'],
      ['U.S.', 'X.X.'],
      ['x²', 'x9'],
      ['A1-b2-C3', 'X9-x9-X9'],
      ['😀😀😀a', '😀😀x'],
      ['....', '..'],
      ['aAaAaAaAaA', 'xXxXxXxX'],
    ] as const
    for (const [form, shape] of shapes) assert.equal(shapeOf(form), shape)
  })

  it('count code points at both ends, and see the part after the last hyphen', () => {
    assert.deepEqual([endOf('a😀b', 2), endOf('a😀b', 3), endOf('ab', 3), endOf('', 2)], ['😀b', 'a😀b', 'ab', ''])
    assert.deepEqual([beginningOf('😀bcd', 3), beginningOf('ab', 3)], ['😀bc', 'ab'])
    assert.deepEqual([lastPartOf('re-opened'), lastPartOf('a-b-c'), lastPartOf('word')], ['opened', 'c', null])
  })
})

describe('paragraphs', () => {
  const longest = (doc: ReadableDoc): number => {
    const starts = paragraphsOf(doc)
    return Math.max(...starts.slice(1).map((end, index) => end - starts[index]!))
  }

  it('are the blocks', () => {
    const doc = readableDoc('One two three.', '', 'Four five.')
    assert.deepEqual(paragraphsOf(doc), [0, 4, 7])
  })

  it('of a long block end with a sentence', () => {
    const doc = readableDoc('Short.', 'The rain fell on the old town. '.repeat(150), 'After.')
    assert.ok(longest(doc) <= 400)
    const { tokens } = doc.layers
    for (const start of paragraphsOf(doc).slice(1)) {
      const before = tokens[start - 1]!
      assert.equal(doc.text.slice(before.start, before.end), '.')
    }
  })

  it('are never longer than 600 tokens', () => {
    assert.equal(longest(readableDoc('rain '.repeat(5000))), 600)
    assert.ok(
      longest(readableDoc(`It fell. ${'rain '.repeat(500)}stopped. It fell again. ${'rain '.repeat(900)}.`)) <= 600,
    )
  })
})

describe('reading', () => {
  it('runs each network once a document, and gives it forms and quotation states', () => {
    const inputs: NetworkInput[] = []
    const network: Network<string> = {
      name: 'fake',
      run: (input) => {
        inputs.push(input)
        return 'scores'
      },
    }
    const doc = readableDoc('“We will,” she said.', 'He left “early.')
    const reading = readWithNetwork(network, doc)
    assert.deepEqual(readWithNetwork(network, { ...doc, layers: { ...doc.layers } }), reading)
    assert.equal(reading.scores, 'scores')
    assert.deepEqual(inputs, [
      {
        forms: ['“', 'We', 'will', ',', '”', 'she', 'said', '.', 'He', 'left', '“', 'early', '.'],
        states: ['b', 'i', 'i', 'i', 'i', 'o', 'o', 'o', 'o', 'o', 'u', 'u', 'u'],
        paragraphs: [0, 8, 13],
      },
    ])
    readWithNetwork({ ...network }, doc)
    assert.equal(inputs.length, 2)
    assert.equal(inputs[1], inputs[0])
  })
})
