/** One block as the rules see it: its tokens in lower case, their sentences, and the quotations that cover them. */
import { isUpper } from '../characters.ts'
import type { Block, Doc, Quotation, Token } from '../doc.ts'
import { proseBlocks } from '../prose-blocks.ts'
import { contains, type Span } from '../span.ts'
import { formsOf } from '../token-forms.ts'

/** A range of token indexes of one block: `from` inclusive, `to` exclusive. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** An outermost quotation, or the part of one that stands in this block. */
export interface QuotePart extends Range {
  readonly quotation: Quotation
  readonly span: Span
  /** Position among the quotation's spans. */
  readonly part: number
}

export interface BlockView {
  readonly text: string
  readonly block: Block
  readonly index: number
  readonly tokens: readonly Token[]
  readonly lower: readonly string[]
  /** In text order. */
  readonly sentences: readonly Range[]
  /** Index into `sentences` for each token. */
  readonly sentenceOf: Int32Array
  readonly quotes: readonly QuotePart[]
  /** Index into `quotes` of the outermost quotation over each token, marks included; -1 for none. */
  readonly quoteOf: Int32Array
}

/** A view of every block that statements may come from: not of furniture, another language, code, or white space. */
export function viewsOf(doc: Doc<'blocks' | 'tokens' | 'sentences' | 'quotations'>): BlockView[] {
  const { blocks, tokens, sentences, quotations } = doc.layers
  const parts = quotations.flatMap((quotation) => quotation.spans.map((span, part) => ({ quotation, span, part })))
  parts.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const views: BlockView[] = []
  let nextToken = 0
  let nextSentence = 0
  let nextPart = 0
  const isProse = proseBlocks(doc.text, blocks)
  const forms = formsOf(doc)
  for (const [position, block] of blocks.entries()) {
    while (nextToken < tokens.length && tokens[nextToken]!.start < block.start) nextToken++
    while (nextSentence < sentences.length && sentences[nextSentence]!.start < block.start) nextSentence++
    while (nextPart < parts.length && parts[nextPart]!.span.start < block.start) nextPart++
    const firstToken = nextToken
    const firstSentence = nextSentence
    const firstPart = nextPart
    while (nextToken < tokens.length && tokens[nextToken]!.end <= block.end) nextToken++
    while (nextSentence < sentences.length && sentences[nextSentence]!.end <= block.end) nextSentence++
    while (nextPart < parts.length && parts[nextPart]!.span.end <= block.end) nextPart++
    if (!isProse[position]) continue
    const own = tokens.slice(firstToken, nextToken)
    if (own.length === 0) continue
    views.push({
      text: doc.text,
      block,
      index: views.length,
      tokens: own,
      lower: forms.slice(firstToken, nextToken).map((form) => form.toLowerCase()),
      ...rangesOf(own, sentences.slice(firstSentence, nextSentence)),
      ...quotesOf(own, parts.slice(firstPart, nextPart)),
    })
  }
  return views
}

/**
 * Most tokens of a sentence that rules see at once. Real sentences are far shorter; the rules look back and forth inside
 * one, so that a page without any full stop would otherwise cost the square of its length.
 */
const LONGEST_SENTENCE = 400

function rangesOf(tokens: readonly Token[], sentences: readonly Span[]): Pick<BlockView, 'sentences' | 'sentenceOf'> {
  const ranges: Range[] = []
  const sentenceOf = new Int32Array(tokens.length)
  let at = 0
  for (const sentence of sentences) {
    let from = at
    while (at < tokens.length && tokens[at]!.start < sentence.end) {
      if (at - from === LONGEST_SENTENCE) {
        ranges.push({ from, to: at })
        from = at
      }
      sentenceOf[at] = ranges.length
      at++
    }
    if (at > from) ranges.push({ from, to: at })
  }
  return { sentences: ranges, sentenceOf }
}

function quotesOf(
  tokens: readonly Token[],
  parts: readonly { quotation: Quotation; span: Span; part: number }[],
): Pick<BlockView, 'quotes' | 'quoteOf'> {
  const quotes: QuotePart[] = []
  const quoteOf = new Int32Array(tokens.length).fill(-1)
  let at = 0
  for (const { quotation, span, part } of parts) {
    const outer = quotes.at(-1)
    if (outer !== undefined && contains(outer.span, span)) continue
    while (at < tokens.length && tokens[at]!.end <= span.start) at++
    const from = at
    while (at < tokens.length && tokens[at]!.start < span.end) {
      quoteOf[at] = quotes.length
      at++
    }
    if (at > from) quotes.push({ from, to: at, quotation, span, part })
  }
  return { quotes, quoteOf }
}

/** The characters from the first token of a range to the last. */
export const spanOf = (view: BlockView, range: Range): Span => ({
  start: view.tokens[range.from]!.start,
  end: view.tokens[range.to - 1]!.end,
})

export const isCapitalised = (view: BlockView, index: number): boolean => {
  const token = view.tokens[index]
  return token !== undefined && isUpper(view.text.codePointAt(token.start)!)
}

/** Has the token a letter or digit? Marks and symbols have none. */
export const isWord = (view: BlockView, index: number): boolean => {
  const word = view.lower[index]
  if (word === undefined) return false
  return /^['’]?[\p{L}\p{N}]/u.test(word)
}

/** Number of words in a range. */
export function wordsIn(view: BlockView, range: Range): number {
  let count = 0
  for (let index = range.from; index < range.to; index++) if (isWord(view, index)) count++
  return count
}
