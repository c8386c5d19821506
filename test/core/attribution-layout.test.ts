/** Tests of attributions that the layout joins: a colon and the next paragraph, a quotation and the name behind its dash. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AttributableDoc, LabelledSpan } from '../../src/core/attributions/labelled-span.ts'
import { networkAttributor } from '../../src/core/attributions/network-attributor.ts'
import type { Attribution } from '../../src/core/doc.ts'
import { foundOf, labelled, placed, shown } from '../support/labelled.ts'

const shownOf = (doc: AttributableDoc, spans: readonly LabelledSpan[]): string[] =>
  (networkAttributor(() => foundOf(spans)).run(doc) as Attribution[]).map((each) => shown(doc.text, each))

/** The shown attributions of a passage of which the network found speaker and cue, and no content. */
async function withoutContents(text: string, source: string, cue: string): Promise<string[]> {
  const { doc } = await labelled(text)
  const speaker = source === '' ? [] : [placed(doc, 'source', source, 0.9)]
  return shownOf(doc, [...speaker, placed(doc, 'cue', cue, 0.9)])
}

describe('a colon at the end of a paragraph', () => {
  it('reports the next paragraph', async () => {
    const found = await withoutContents('The mayor added:\n\nThe well is dry and will stay so.', 'The mayor', 'added')
    assert.deepEqual(found, ['The mayor | added | The well is dry and will stay so.'])
  })

  it('reports the quotation that begins the next paragraph, and no more', async () => {
    const text = 'Rand told reporters on Monday:\n\n“The well is dry as dust.” Nobody had asked.'
    assert.deepEqual(await withoutContents(text, 'Rand', 'told'), ['Rand | told | “The well is dry as dust.”'])
  })

  it('reports nothing behind a word of thought', async () => {
    const text = 'This is what Rand knows:\n\nThe well is dry and will stay so.'
    assert.deepEqual(await withoutContents(text, 'Rand', 'knows'), [])
  })

  it('reports nothing without speaker, nor where the report ended before, nor beyond the next paragraph', async () => {
    const dry = 'The well is dry and will stay so.'
    assert.deepEqual(await withoutContents(`It was added:\n\n${dry}`, '', 'added'), [])
    assert.deepEqual(await withoutContents(`Rand spoke. Now read on:\n\n${dry}`, 'Rand', 'spoke'), [])
    assert.deepEqual(await withoutContents(`Rand added:\n\nThe well.\n\n${dry}`, 'Rand', 'added'), [])
  })
})

describe('a dash behind a quotation', () => {
  const line = '“The well was dry. It is full again, they say.” — '

  it('signs all of it with the name that ends the line, whatever the network found of it', async () => {
    const { doc } = await labelled(`${line}Olga Rand`)
    const name = placed(doc, 'source', 'Olga Rand', 0.9)
    assert.deepEqual(shownOf(doc, [name]), ['Olga Rand |  | “The well was dry. It is full again, they say.”'])
    const inner = [placed(doc, 'source', 'they', 0.9), placed(doc, 'cue', 'say', 0.9)]
    const content = placed(doc, 'content', 'It is full again', 0.9)
    assert.deepEqual(shownOf(doc, [content, ...inner, name]), [
      'Olga Rand |  | “The well was dry. It is full again, they say.”',
      'they | say | It is full again',
    ])
  })

  it('signs nothing with a name that goes on, nor a quotation in the middle of a line', async () => {
    const goesOn = await labelled(`${line}Rand sighed.`)
    assert.deepEqual(shownOf(goesOn.doc, [placed(goesOn.doc, 'source', 'Rand', 0.9)]), [])
    const inside = await labelled(`Of the words ${line}Rand`)
    assert.deepEqual(shownOf(inside.doc, [placed(inside.doc, 'source', 'Rand', 0.9)]), [])
  })
})

describe('many of them', () => {
  it('take twice as long for twice as much', async () => {
    const timeOf = async (count: number): Promise<number> => {
      const { doc } = await labelled('Rand added:\n\n“The well is dry as dust.” — Ferro\n\n'.repeat(count))
      const spans = doc.layers.tokens.flatMap((token, at): LabelledSpan[] => {
        const word = doc.text.slice(token.start, token.end)
        const role = word === 'added' ? 'cue' : word === 'Rand' || word === 'Ferro' ? 'source' : null
        return role === null ? [] : [{ ...token, role, first: at, last: at, posterior: 0.9 }]
      })
      let best = Number.POSITIVE_INFINITY
      for (let round = 0; round < 3; round++) {
        const before = performance.now()
        assert.ok(shownOf(doc, spans).length >= count)
        best = Math.min(best, performance.now() - before)
      }
      return best
    }
    let ratio = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 5 && ratio > 3; attempt++) ratio = (await timeOf(1000)) / (await timeOf(500))
    assert.ok(ratio <= 3, `twice the text takes ${ratio.toFixed(1)} times as long`)
  })
})
