/** The layers of a doc as lines: what each stage gave, with its slices of the text. */
import type {
  AboutReading,
  ActReading,
  Attribution,
  Chain,
  Layers,
  Mention,
  Quotation,
  Timex,
  Turn,
  Utterance,
  Words,
} from '../core/doc.ts'
import { type Span, sliceOf } from '../core/span.ts'
import { clipped, type Paint, visible } from './visible.ts'

export interface LayerView {
  readonly text: string
  readonly columns: number
  readonly paint: Paint
}

type Row = (label: string, span: Span) => string

/** How each layer is written; every layer has a row. */
const writers: {
  readonly [Name in keyof Layers]: (layer: Layers[Name], row: Row, view: LayerView) => readonly string[]
} = {
  blocks: (blocks, row) =>
    blocks.map((block) => row(block.lang === undefined ? block.kind : `${block.kind} ${block.lang}`, block)),
  tokens: (tokens, _, { text, columns }) => [
    oneLine(
      tokens.slice(0, columns).map((token) => sliceOf(text, token)),
      columns,
    ),
  ],
  sentences: (sentences, row) => sentences.map((span) => row('', span)),
  words: ({ upos, lemma }: Words, _, { columns }) => [
    oneLine(
      lemma.slice(0, columns).map((each, index) => `${each} ${upos[index]}`),
      columns,
    ),
  ],
  mentions: (mentions, row) => mentions.map((each: Mention) => row(each.kind, each)),
  quotations: (quotations, row) =>
    quotations.flatMap(({ spans, balanced, style }: Quotation) =>
      spans.map((span) => row(balanced ? style : `${style} (open)`, span)),
    ),
  attributions: (attributions, row, { paint }) => attributions.flatMap((each) => attributionRows(each, row, paint)),
  timexes: (timexes, row) => timexes.map((timex: Timex) => row(timex.value, timex)),
  chains: (chains, row, { paint }) => chains.flatMap((each) => chainRows(each, row, paint)),
  utterances: (utterances, row, { paint }) => utterances.flatMap((each) => utteranceRows(each, row, paint)),
  turns: (turns, row, { paint }) => turns.flatMap((each) => turnRows(each, row, paint)),
  acts: (acts, row, { paint }) => acts.flatMap((each) => actRows(each, row, paint)),
  subjects: (subjects, row, { paint }) => subjects.flatMap((each) => subjectRows(each, row, paint)),
}

export function layerLines<Name extends keyof Layers>(name: Name, layer: Layers[Name], view: LayerView): string[] {
  const { text, columns, paint } = view
  const row: Row = (label, span) => {
    const place = `${span.start}–${span.end}`.padEnd(14)
    const room = Math.max(20, columns - 30)
    const slice = text.slice(span.start, Math.min(span.end, span.start + room + 8))
    return `  ${paint.dim(place)}${visible(label).padEnd(14)}${clipped(visible(slice), room)}`
  }
  return [...writers[name](layer, row, view)]
}

const oneLine = (parts: readonly string[], columns: number): string =>
  `  ${clipped(parts.map(visible).join(' | '), Math.max(40, columns - 2))}`

const attributionRows = (attribution: Attribution, row: Row, paint: Paint): string[] => [
  `  ${paint.accent(attribution.id)} ${attribution.form} ${attribution.manner}, by ${attribution.by}, confidence ${attribution.confidence}`,
  ...attribution.source.map((span) => row('  source', span)),
  ...attribution.cue.map((span) => row('  cue', span)),
  ...attribution.content.map((span) => row('  content', span)),
]

const chainRows = (chain: Chain, row: Row, paint: Paint): string[] => [
  `  ${paint.accent(chain.id)} ${[chain.kind, chain.gender, chain.number].map((each) => each ?? '?').join(' ')}, confidence ${chain.confidence}${candidates(chain.candidates)}`,
  ...chain.references.map((reference) => row(`  ${reference.form}`, reference)),
  ...chain.titles.flatMap(({ role, of }) => [row('  role', role), ...(of === null ? [] : [row('  of', of)])]),
]

const candidates = (those: Chain['candidates']): string =>
  those.length === 0 ? '' : `, may be ${those.map(({ chain, weight }) => `${chain} (${weight})`).join(' or ')}`

function utteranceRows({ attribution, speaker, addressee, medium, said, via }: Utterance, row: Row, paint: Paint) {
  const head =
    speaker === null ? 'nobody' : `${speaker.kind ?? '?'} ${speaker.chain ?? ''}${candidates(speaker.candidates)}`
  return [
    `  ${paint.accent(attribution)} ${head}`,
    ...(speaker === null ? [] : [row('  speaker', speaker.name)]),
    ...(speaker?.speaksFor?.span ? [row('  for', speaker.speaksFor.span)] : []),
    ...(speaker?.members ?? []).map(({ span }) => row('  member', span)),
    ...(speaker?.reason ? [row('  reason', speaker.reason)] : []),
    ...(addressee === null ? [] : [row('  to', addressee.span)]),
    ...(medium === null ? [] : [row('  in', medium.span)]),
    ...(said === null ? [] : [`  said ${said.timex ?? 'on the day of the document'}`]),
    ...via.map(({ span, kind }) => row(`  via ${kind}`, span)),
  ]
}

const turnRows = ({ id, kind, label, name, role, of, spans, medium }: Turn, row: Row, paint: Paint): string[] => [
  `  ${paint.accent(id)} ${kind}`,
  ...(label === null ? [] : [row('  label', label)]),
  ...(name === null ? [] : [row('  name', name)]),
  ...(role === null ? [] : [row('  role', role)]),
  ...(of === null ? [] : [row('  of', of)]),
  ...spans.map((span) => row('  said', span)),
  ...(medium === null ? [] : [row(`  in ${medium.kind}`, medium.span)]),
]

const actRows = (
  { attribution, type, polarity, condition, deadline, confidence }: ActReading,
  row: Row,
  paint: Paint,
) => [
  `  ${paint.accent(attribution)} ${type} ${polarity}, confidence ${confidence}${deadline === null ? '' : `, by ${deadline}`}`,
  ...condition.map((span) => row('  condition', span)),
]

const subjectRows = ({ attribution, subjects }: AboutReading, row: Row, paint: Paint): string[] => [
  `  ${paint.accent(attribution)}`,
  ...subjects.map(({ kind, name, span }) => row(`  ${kind} ${name}`, span)),
]
