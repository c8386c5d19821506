/** `onrecord explain`: a page after each stage, to see how a statement came to be or why one is missing. */
import { type Explanation, explainDocument } from '../app/explain-document.ts'
import { perform } from '../app/perform.ts'
import type { Layers } from '../core/doc.ts'
import { OnrecordError } from '../core/errors.ts'
import { readBytes } from '../runtime/read-bytes.ts'
import { readingDeps } from '../runtime/reading.ts'
import type { Command } from './command.ts'
import { pageError } from './error-line.ts'
import { DONE } from './exit-codes.ts'
import { layerLines } from './explain-layers.ts'
import { jsonBlock } from './json-line.ts'
import { formatOf, formatOption, modelOf, modelOption, registerOf, registerOption, warnOn } from './options.ts'
import { checkPageFlags, pageOptions, sourceOf } from './page-options.ts'
import { type Paint, paintFor, visible } from './visible.ts'

export const explain: Command = {
  name: 'explain',
  usage: 'FILE',
  summary: 'show a page after each stage of the pipeline',
  options: [formatOption(['pretty', 'json'], 'pretty'), modelOption, registerOption, ...pageOptions],
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
    const deps = readingDeps({
      model: modelOf('explain', terminal, values),
      warn: warnOn(terminal),
      register: registerOf(terminal, values),
    })
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
  const view = { text, columns, paint }
  const lines = [
    paint.bold('document'),
    ...Object.entries(document).map(([key, value]) => `  ${key.padEnd(14)}${visible(String(value ?? '–'))}`),
    ...notices.map((notice) => `  note          ${visible(notice.message)}`),
    '',
    paint.bold(`blocks (${blocks.length}), from the reader`),
    ...layerLines('blocks', blocks, view),
  ]
  for (const { stage, version, gives, layer } of stages) {
    lines.push('', paint.bold(`${gives} (${entriesOf(layer)}), from ${stage}@${version}`))
    lines.push(...layerLines(gives, layer, view))
  }
  return `${lines.join('\n')}\n`
}

const entriesOf = (layer: Layers[keyof Layers]): number => ('upos' in layer ? layer.upos.length : layer.length)
