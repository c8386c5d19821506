/** What speaks for and against two spans belonging to one attribution, by name: the rows of the table of link weights. */
import { sliceOf } from '../span.ts'
import { between, type LinkView, type PlacedSpan, tokensBetween } from './link-view.ts'

/** Features of a content being reported by `cue`. */
export function contentFeatures(view: LinkView, content: PlacedSpan, cue: PlacedSpan): string[] {
  const side = content.index < cue.index ? 'before' : 'after'
  const cues = most(2, between(view, 'cue', content, cue))
  const contents = most(2, between(view, 'content', content, cue))
  const near = distance(content, cue)
  return [
    `content ${side} ${near}`,
    `content ${side}, ${cues} cues between`,
    `content ${side}, ${contents} contents between`,
    `content ${side}, ${most(2, between(view, 'source', content, cue))} sources between`,
    `content ${side}, ${place(content, cue)}`,
    `content ${side}, ${quotationPlace(content, cue)}`,
    `content ${side}, starts with ${openingOf(view, content)}`,
    `content ${side}, ${place(content, cue) === 'same sentence' ? 'same' : 'other'} sentence, ${openingOf(view, content)}, ${cues} cues`,
  ]
}

/** Features of `source` being the one who speaks with `cue`. */
export function sourceFeatures(view: LinkView, source: PlacedSpan, cue: PlacedSpan): string[] {
  const side = source.index < cue.index ? 'before' : 'after'
  const cues = most(2, between(view, 'cue', source, cue))
  const contents = most(2, between(view, 'content', source, cue))
  const sources = most(2, between(view, 'source', source, cue))
  return [
    `source ${side} ${distance(source, cue)}`,
    `source ${side}, ${cues} cues between`,
    `source ${side}, ${contents} contents between`,
    `source ${side}, ${sources} sources between`,
    `source ${side}, ${cues} cues, ${contents} contents, ${sources} sources between`,
    `source ${side}, ${place(source, cue)}`,
    `source ${side}, ${quotationPlace(source, cue)}`,
    `source ${side}, cue ${formOf(view, cue)}`,
  ]
}

/** Features of a content having no cue, or of a cue having no source. */
export const loneFeatures = (view: LinkView, span: PlacedSpan): string[] => [
  `${span.role} alone`,
  span.role === 'cue'
    ? `cue alone, ${formOf(view, span)}`
    : `content alone, ${span.quotation < 0 ? 'no quotation' : 'quotation'}`,
]

const most = (limit: number, count: number): string => (count >= limit ? `${limit}+` : String(count))

/** Tokens between, in steps. */
function distance(a: PlacedSpan, b: PlacedSpan): string {
  const count = tokensBetween(a, b)
  if (count < 4) return String(count)
  if (count < 6) return '4'
  if (count < 10) return '6'
  if (count < 16) return '10'
  return count < 30 ? '16' : '30'
}

function place(a: PlacedSpan, b: PlacedSpan): string {
  const blocks = Math.abs(a.block - b.block)
  if (blocks > 0) return blocks === 1 ? 'next block' : 'far block'
  const sentences = Math.abs(a.sentence - b.sentence)
  if (sentences === 0) return 'same sentence'
  return sentences === 1 ? 'next sentence' : 'far sentence'
}

function quotationPlace(a: PlacedSpan, b: PlacedSpan): string {
  if (a.quotation === b.quotation) return a.quotation < 0 ? 'no quotation' : 'one quotation'
  if (a.quotation < 0) return 'cue quoted'
  return b.quotation < 0 ? 'cue outside' : 'two quotations'
}

/** How a content begins: "that", "to", a quotation mark, or some other word. */
function openingOf({ doc }: LinkView, content: PlacedSpan): string {
  const word = sliceOf(doc.text, doc.layers.tokens[content.first]!).toLowerCase()
  if (content.quotation >= 0) return 'a mark'
  return word === 'that' || word === 'to' ? word : 'a word'
}

/** The last word of a cue by its ending: "saying", "said", "according to". */
function formOf({ doc }: LinkView, cue: PlacedSpan): string {
  const word = sliceOf(doc.text, doc.layers.tokens[cue.last]!).toLowerCase()
  if (word.endsWith('ing')) return 'ing'
  if (word === 'to') return 'to'
  return word === 'said' || word.endsWith('ed') ? 'past' : 'other'
}
