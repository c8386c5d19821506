/** What speaks for and against two spans belonging to one attribution, by name: the rows of the table of link weights. */
import { type LinkView, type PlacedSpan, spansBetween, tokensBetween } from './link-view.ts'

/** How a content or a source stands to a cue, in small numbers: indexes of the names below, or counts. */
export interface Link {
  readonly role: 0 | 1
  readonly side: 0 | 1
  readonly distance: number
  /** Spans of each role between the two; two or more count as two. */
  readonly cues: number
  readonly contents: number
  readonly sources: number
  readonly place: number
  readonly quotation: number
  /** How a content begins, how a cue ends. */
  readonly word: number
}

const ROLES = ['content', 'source'] as const
const SIDES = ['before', 'after'] as const
const DISTANCES = ['0', '1', '2', '3', '4', '6', '10', '16', '30'] as const
const COUNTS = ['0', '1', '2+'] as const
const PLACES = ['same sentence', 'next sentence', 'far sentence', 'next block', 'far block'] as const
const QUOTATIONS = ['no quotation', 'one quotation', 'cue quoted', 'cue outside', 'two quotations'] as const
const OPENINGS = ['a word', 'a mark', 'that', 'to'] as const
const CUE_FORMS = ['past', 'ing', 'to', 'other'] as const

/** `span` a content or a source. */
export const linkOf = (view: LinkView, span: PlacedSpan, cue: PlacedSpan): Link => ({
  role: span.role === 'content' ? 0 : 1,
  side: span.index < cue.index ? 0 : 1,
  distance: distance(tokensBetween(span, cue)),
  cues: Math.min(2, spansBetween(view, 'cue', span, cue)),
  contents: Math.min(2, spansBetween(view, 'content', span, cue)),
  sources: Math.min(2, spansBetween(view, 'source', span, cue)),
  place: place(span, cue),
  quotation: quotationPlace(span, cue),
  word: span.role === 'content' ? openingOf(view, span) : cueFormOf(view, cue),
})

/** One number for each way in which two spans can stand to each other. */
export function keyOf({ role, side, distance, cues, contents, sources, place, quotation, word }: Link): number {
  const counts = (cues * 3 + contents) * 3 + sources
  return (((((role * 2 + side) * 9 + distance) * 27 + counts) * 5 + place) * 5 + quotation) * 4 + word
}

export function featuresOf(link: Link): string[] {
  const on = `${ROLES[link.role]} ${SIDES[link.side]}`
  const [cues, contents, sources] = [COUNTS[link.cues], COUNTS[link.contents], COUNTS[link.sources]]
  const common = [
    `${on} ${DISTANCES[link.distance]}`,
    `${on}, ${cues} cues between`,
    `${on}, ${contents} contents between`,
    `${on}, ${sources} sources between`,
    `${on}, ${PLACES[link.place]}`,
    `${on}, ${QUOTATIONS[link.quotation]}`,
  ]
  if (link.role === 1) {
    const between = `${on}, ${cues} cues, ${contents} contents, ${sources} sources between`
    return [...common, between, `${on}, cue ${CUE_FORMS[link.word]}`]
  }
  const sentence = link.place === 0 ? 'same' : 'other'
  const opening = OPENINGS[link.word]
  return [...common, `${on}, starts with ${opening}`, `${on}, ${sentence} sentence, ${opening}, ${cues} cues`]
}

/** Features of a content having no cue, or of a cue having no source. */
export const loneFeatures = (view: LinkView, span: PlacedSpan): string[] => [
  `${span.role} alone`,
  span.role === 'cue'
    ? `cue alone, ${CUE_FORMS[cueFormOf(view, span)]}`
    : `content alone, ${span.quotation < 0 ? 'no quotation' : 'quotation'}`,
]

/** Tokens between, in steps: index of the name. */
function distance(tokens: number): number {
  if (tokens < 5) return tokens
  if (tokens < 6) return 4
  if (tokens < 10) return 5
  if (tokens < 16) return 6
  return tokens < 30 ? 7 : 8
}

function place(a: PlacedSpan, b: PlacedSpan): number {
  const blocks = Math.abs(a.block - b.block)
  return blocks > 0 ? Math.min(4, 2 + blocks) : Math.min(2, Math.abs(a.sentence - b.sentence))
}

function quotationPlace(a: PlacedSpan, cue: PlacedSpan): number {
  if (a.quotation === cue.quotation) return a.quotation < 0 ? 0 : 1
  if (a.quotation < 0) return 2
  return cue.quotation < 0 ? 3 : 4
}

function openingOf({ doc }: LinkView, content: PlacedSpan): number {
  if (content.quotation >= 0) return 1
  const { start, end } = doc.layers.tokens[content.first]!
  if (end - start > 4) return 0
  const word = doc.text.slice(start, end).toLowerCase()
  return word === 'that' ? 2 : word === 'to' ? 3 : 0
}

/** The last word of a cue by its ending: "said", "saying", "according to". */
function cueFormOf({ doc }: LinkView, cue: PlacedSpan): number {
  const { start, end } = doc.layers.tokens[cue.last]!
  const word = doc.text.slice(start, end).toLowerCase()
  if (word.endsWith('ing')) return 1
  if (word === 'to') return 2
  return word === 'said' || word.endsWith('ed') ? 0 : 3
}
