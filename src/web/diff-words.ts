/** The difference between a passage of the record and a quotation of it: readable without colour, on paper and aloud. */
import type { QuoteMatch } from '../app/verify-quote.ts'
import { type Html, html } from './html.ts'

type Piece = QuoteMatch['diff'][number]

/** What the record has and the quotation lacks is deleted, what the quotation adds inserted. */
export const diffWords = (diff: QuoteMatch['diff'], sides: DiffSides = QUOTED): Html =>
  html`${diff.map((each) => piece(each, sides))}`

/** What is said aloud before words that only one side has. */
export interface DiffSides {
  readonly delete: string
  readonly insert: string
}

const QUOTED: DiffSides = { delete: 'not quoted: ', insert: 'added: ' }

/** Words of the record that stand there; of a match word for word all of them. */
export const isSame = (diff: QuoteMatch['diff']): boolean => diff.every(({ op }) => op === 'equal')

/** What the marks mean; stands once above the passages that have them. */
export const diffLegendOf = (gone: string, come: string): Html =>
  html`<p class="diff-legend"><del>Struck out</del>: ${gone}. <ins>Underlined</ins>: ${come}.</p>`

export const diffLegend = diffLegendOf(
  'in the record, and not in the quotation',
  'in the quotation, and not in the record',
)

function piece({ op, text }: Piece, sides: DiffSides): Html {
  if (op === 'equal') return html`${text}`
  const words = text.trim()
  if (words === '') return html`${text}`
  const at = text.indexOf(words)
  const [before, behind] = [text.slice(0, at), text.slice(at + words.length)]
  const marked =
    op === 'delete' ? html`<del>${aloud(sides.delete)}${words}</del>` : html`<ins>${aloud(sides.insert)}${words}</ins>`
  // What replaces a word at the end of the passage follows it without a space in neither text.
  return html`${before}${marked}${behind === '' ? ' ' : behind}`
}

const aloud = (words: string): Html => html`<span class="visually-hidden">${words}</span>`
