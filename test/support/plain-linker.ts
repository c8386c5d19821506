/** A linker whose rules fit on a page, for tests of what links are kept and shown by: words in common, "not" against none. */
import { createHash } from 'node:crypto'
import type { Linkable, Relating } from '../../src/core/links/link.ts'
import type { Linker } from '../../src/core/links/linker.ts'
import { plainWords } from './naive-store.ts'

export interface PlainView {
  readonly item: Linkable
  readonly words: readonly string[]
  readonly denies: boolean
}

const numberOf = (text: string): number => createHash('sha256').update(text).digest().readUIntBE(0, 6)

const dayOf = ({ statement, document }: Linkable): string =>
  (statement.said.earliest ?? document.published ?? '2000-01-01').slice(0, 10)

/** Statements that share two words meet; those with the same words relate. */
export const plainLinker: Linker<PlainView> = {
  viewOf(item) {
    const words = plainWords(item.statement.content.text)
    return { item, words: [...new Set(words.filter((word) => word !== 'not'))].sort(), denies: words.includes('not') }
  },
  keysOf: ({ words }) => words.map((word) => ({ key: numberOf(word), weight: 0.5 })),
  placeOf: (item) =>
    Math.floor(Date.parse(dayOf(item)) / 86_400_000) * 2 ** 32 + Math.floor(numberOf(item.statement.id) / 2 ** 16),
  renderer: {
    turnKeys: ({ statement }) => plainWords(statement.content.text).map(numberOf),
    reportKeys: ({ statement }) => plainWords(statement.content.text).map(numberOf),
    rendering(report, turns) {
      const words = plainWords(report.statement.content.text)
      const held = turns.filter(({ statement }) => {
        const said = plainWords(statement.content.text)
        return statement.speaker?.name === report.statement.speaker?.name && words.every((word) => said.includes(word))
      })
      return held.slice(0, 2).map((turn) => {
        const isSame = turn.statement.content.text === report.statement.content.text
        const because = [{ span: report.statement.content.spans[0]!, of: report.statement.id, note: 'words' }]
        return {
          turn,
          relating: { relation: 'renders', type: isSame ? 'verbatim' : 'trimmed', confidence: 0.8, because },
        }
      })
    },
  },
  relate(a, b): Relating | null {
    if (a.words.join() !== b.words.join()) return null
    const because = [a, b].map(({ item: { statement } }) => ({
      span: statement.content.spans[0]!,
      of: statement.id,
      note: 'words',
    }))
    const same = dayOf(a.item) === dayOf(b.item) && a.item.statement.speaker?.name === b.item.statement.speaker?.name
    if (a.denies !== b.denies) return { relation: 'conflicts', type: 'denies', confidence: 0.7, because }
    return { relation: same ? 'same-utterance' : 'repeats', type: null, confidence: 0.9, because }
  },
}
