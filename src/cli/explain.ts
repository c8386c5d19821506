/** `onrecord explain`: a page after each stage, to see how a statement came to be or why one is missing. */
import { type Explanation, explainDocument } from '../app/explain-document.ts'
import { perform } from '../app/perform.ts'
import type { Attribution, Block, Layers, Mention, Quotation, Words } from '../core/doc.ts'
import { OnrecordError } from '../core/errors.ts'
import type { Span } from '../core/span.ts'
import { readingDeps } from '../runtime/reading.ts'
import type { Command } from './command.ts'
import { pageError } from './error-line.ts'
import { DONE } from './exit-codes.ts'
import { jsonBlock } from './json-line.ts'
import { formatOf, formatOption, modelOf, modelOption, warnOn } from './options.ts'
import { checkPageFlags, pageOptions, sourceOf } from './page-options.ts'
import { readBytes } from './read-bytes.ts'
import { clipped, type Paint, paintFor, visible } from './visible.ts'

export const explain: Command = {
  name: 'explain',
  usage: 'FILE',
  summary: 'show a page after each stage of the pipeline',
  options: [formatOption(['pretty', 'json'], 'pretty'), modelOption, ...pageOptions],
  examples: [
    ['onrecord explain story.html', 'blocks, sentences, quotations, attributions'],
    ['onrecord explain story.txt --format json | jq ".stages[].stage"', 'for a script'],
  ],
  async run(terminal, positionals, values) {
    const [file, ...rest] = positionals
    if (file === undefined || rest.length > 0) {
      throw new OnrecordError('usage', { problem: 'expected one file', command: 'explain' })
    }
    const format = formatOf('explain', values, ['pretty', 'json'], 'pretty')
    const maxBytes = checkPageFlags('explain', values)
    const deps = readingDeps({ model: modelOf('explain', terminal, values), warn: warnOn(terminal) })
    const { stdout, stdin, env } = terminal
    const bytes = await readBytes(file, maxBytes, stdin)
    const source = { ...sourceOf(file, values), bytes, maxBytes }
    const explanation = await perform(explainDocument, deps, source).catch((thrown) => {
      throw pageError(thrown, file)
    })
    if (format === 'json') stdout.write(jsonBlock(explanation))
    else stdout.write(pretty(explanation, paintFor(stdout.isTTY, env), stdout.columns ?? 120))
    return DONE
  },
}

function pretty(explanation: Explanation, paint: Paint, columns: number): string {
  const { document, text, blocks, notices, stages } = explanation
  const row = (label: string, span: Span) => {
    const place = `${span.start}–${span.end}`.padEnd(14)
    const room = Math.max(20, columns - 30)
    return `  ${paint.dim(place)}${visible(label).padEnd(14)}${clipped(visible(text.slice(span.start, Math.min(span.end, span.start + room + 8))), room)}`
  }
  const lines = [
    paint.bold('document'),
    ...Object.entries(document).map(([key, value]) => `  ${key.padEnd(14)}${visible(String(value ?? '–'))}`),
    ...notices.map((notice) => `  note          ${visible(notice.message)}`),
    '',
    paint.bold(`blocks (${blocks.length}), from the reader`),
    ...blocks.map((block: Block) => row(block.lang === undefined ? block.kind : `${block.kind} ${block.lang}`, block)),
  ]
  for (const { stage, version, gives, layer } of stages) {
    lines.push('', paint.bold(`${gives} (${entriesOf(layer)}), from ${stage}@${version}`))
    if (gives === 'tokens') lines.push(`  ${tokensLine(layer as readonly Span[], text, columns)}`)
    else if (gives === 'sentences') lines.push(...(layer as readonly Span[]).map((span) => row('', span)))
    else if (gives === 'words') lines.push(`  ${wordsLine(layer as Words, columns)}`)
    else if (gives === 'mentions') lines.push(...(layer as readonly Mention[]).map((each) => row(each.kind, each)))
    else if (gives === 'quotations')
      lines.push(...(layer as readonly Quotation[]).flatMap((quotation) => quotationRows(quotation, row)))
    else if (gives === 'attributions')
      lines.push(...(layer as readonly Attribution[]).flatMap((each) => attributionRows(each, row, paint)))
  }
  return `${lines.join('\n')}\n`
}

const entriesOf = (layer: Layers[keyof Layers]): number => ('upos' in layer ? layer.upos.length : layer.length)

const tokensLine = (tokens: readonly Span[], text: string, columns: number): string =>
  clipped(
    tokens
      .slice(0, columns)
      .map((token) => visible(text.slice(token.start, token.end)))
      .join(' | '),
    Math.max(40, columns - 2),
  )

const wordsLine = ({ upos, lemma }: Words, columns: number): string =>
  clipped(
    lemma
      .slice(0, columns)
      .map((each, i) => `${visible(each)} ${upos[i]}`)
      .join(' | '),
    Math.max(40, columns - 2),
  )

const quotationRows = (quotation: Quotation, row: (label: string, span: Span) => string): string[] =>
  quotation.spans.map((span) => row(quotation.balanced ? quotation.style : `${quotation.style} (open)`, span))

const attributionRows = (
  attribution: Attribution,
  row: (label: string, span: Span) => string,
  paint: Paint,
): string[] => [
  `  ${paint.accent(attribution.id)} ${attribution.form} ${attribution.manner}, by ${attribution.by}, confidence ${attribution.confidence}`,
  ...attribution.source.map((span) => row('  source', span)),
  ...attribution.cue.map((span) => row('  cue', span)),
  ...attribution.content.map((span) => row('  content', span)),
]
