/** Long hostile texts: the English pipeline finishes in seconds and takes twice as long for twice as much, not four times. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block, BlockKind } from '../../src/core/doc.ts'
import { english } from '../../src/core/english.ts'
import { toStatements } from '../../src/core/statement.ts'

interface Long {
  readonly text: string
  readonly blocks: readonly Block[]
}

const pipeline = english()

/** Milliseconds that the pipeline and the statements take. */
async function timeOf({ text, blocks }: Long): Promise<number> {
  const start = performance.now()
  const doc = await pipeline.run({ text, lang: 'en', dct: null, layers: { blocks } })
  toStatements('d-1', doc)
  return performance.now() - start
}

/** One paragraph of `part` over and over. */
const paragraph =
  (part: string) =>
  (length: number): Long => {
    const text = part.repeat(Math.ceil(length / part.length))
    return { text, blocks: [{ start: 0, end: text.length, kind: 'paragraph' }] }
  }

/** Block after block of `part`, an empty line between. */
const blocksOfKind =
  (part: string, kind: BlockKind) =>
  (length: number): Long => {
    const step = part.length + 2
    const count = Math.ceil(length / step)
    const blocks = Array.from({ length: count }, (_, index) => ({
      start: index * step,
      end: index * step + part.length,
      kind,
    }))
    return { text: `${part}\n\n`.repeat(count), blocks }
  }

/** Whole megabytes of one thing. */
const MEGABYTES: Readonly<Record<string, Long>> = {
  'two megabytes of straight marks': paragraph('"')(2_000_000),
  'two megabytes of opening marks': paragraph('“')(2_000_000),
  'two megabytes of apostrophes': paragraph("' ")(2_000_000),
  'two megabytes of brackets': paragraph('(')(2_000_000),
  'two megabytes of spaces': paragraph(' ')(2_000_000),
  'two megabytes of line breaks': paragraph('\n')(2_000_000),
  'two megabytes of dashes': paragraph('- ')(2_000_000),
  'two megabytes of initials': paragraph('a. ')(2_000_000),
  'a megabyte of "said"': paragraph('said ')(1_000_000),
  'a megabyte of emoji': paragraph('😀')(1_000_000),
  'one word of five megabytes': paragraph('a')(5_000_000),
  'one word of five megabytes behind a report': paragraph(`He said the ${'a'.repeat(5_000_000)} would go.`)(5_000_000),
  '200,000 blocks of a word': blocksOfKind('word', 'paragraph')(1_200_000),
}

/** Generous: each takes one or two seconds on an idle laptop. */
const MOST_SECONDS = 20

describe('megabytes', () => {
  for (const [what, long] of Object.entries(MEGABYTES)) {
    it(`${what}: in seconds`, async () => {
      const ms = await timeOf(long)
      assert.ok(ms < MOST_SECONDS * 1000, `${ms.toFixed(0)} ms`)
    })
  }
})

/** What once took, or could well take, the square of its length: each in a single sentence, or in as many blocks. */
const GROWING: Readonly<Record<string, (length: number) => Long>> = {
  'said ': paragraph('said '),
  ', said X': paragraph(', said X'),
  ', according to X': paragraph(', according to X'),
  'he said that ': paragraph('he said that '),
  'he denied that, ': paragraph('he denied that, '),
  'reply ': paragraph('reply '),
  'Monday ': paragraph('Monday '),
  'Bob told Bob ': paragraph('Bob told Bob '),
  '“a,” he said. ': paragraph('“a,” he said. '),
  '"a," he said, ': paragraph('"a," he said, '),
  '"a b." said Bob ': paragraph('"a b." said Bob '),
  'he said "a b c d e f g h" and ': paragraph('he said "a b c d e f g h" and '),
  '“a” ': paragraph('“a” '),
  ' “': paragraph(' “'),
  'a” ': paragraph('a” '),
  '‘a ': paragraph('‘a '),
  '"': paragraph('"'),
  '\\n': paragraph('\n'),
  'He said this. (items)': blocksOfKind('He said this.', 'list-item'),
  '- Ann said. (paragraphs)': blocksOfKind('- Ann said.', 'paragraph'),
  '“Go on (paragraphs)': blocksOfKind('“Go on', 'paragraph'),
  'We go on. (quoted blocks)': blocksOfKind('“We go on and on for ever,” Ann said. “So be it.”', 'quote'),
}

/** Below so many milliseconds a time says more of the machine than of the text. */
const TOO_SHORT = 150
const LENGTH = 60_000

describe('twice as much', () => {
  for (const [what, make] of Object.entries(GROWING)) {
    it(`of ${JSON.stringify(what)} takes about twice as long`, async () => {
      const [one, two] = [make(LENGTH), make(2 * LENGTH)]
      await timeOf(one)
      let best = Number.POSITIVE_INFINITY
      let times = ''
      // A busy machine may slow one of the two: five attempts, and the best counts.
      for (let attempt = 0; attempt < 5 && best >= 3; attempt++) {
        const long = await timeOf(two)
        if (long < TOO_SHORT) return
        const short = await timeOf(one)
        best = Math.min(best, long / Math.max(short, TOO_SHORT / 2))
        times = `${short.toFixed(0)} and ${long.toFixed(0)} ms`
      }
      assert.ok(best < 3, `${best.toFixed(1)} times as long (${times})`)
    })
  }
})
