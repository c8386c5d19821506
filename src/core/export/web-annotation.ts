/** W3C Web Annotations: each statement as a comment on the exact words, found again by quotation or by position. */
import { codePointOffsets } from '../code-points.ts'
import { type Span, sliceOf } from '../span.ts'
import type { Statement } from '../statement.ts'
import { type Exported, urnOf } from './exported.ts'

/** Code units of the text that stand before and after a quotation, to tell it from others like it. */
const AROUND = 32

type Json = Readonly<Record<string, unknown>>

/**
 * One annotation a statement (https://www.w3.org/TR/annotation-model/): body a description in words and the statement as
 * data; one target for each span, with a TextQuoteSelector refined by nothing and a TextPositionSelector in code points.
 */
export function webAnnotations({ document, text, statements }: Exported): Json[] {
  const offset = codePointOffsets(text)
  const source = document.url ?? urnOf(document.id)
  return statements.map((statement) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: urnOf(statement.id),
    type: 'Annotation',
    motivation: 'describing',
    body: [
      {
        type: 'TextualBody',
        value: describedBy(statement),
        format: 'text/plain',
        language: 'en',
        purpose: 'describing',
      },
      ...tagsOf(statement).map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
    ],
    target: statement.content.spans.map((span) => ({
      source,
      selector: [quoteSelector(text, span), positionSelector(span, offset)],
    })),
  }))
}

function quoteSelector(text: string, span: Span): Json {
  const prefix = text.slice(whole(text, Math.max(0, span.start - AROUND)), span.start)
  const suffix = text.slice(span.end, whole(text, Math.min(text.length, span.end + AROUND)))
  return { type: 'TextQuoteSelector', exact: sliceOf(text, span), prefix, suffix }
}

/** Half a surrogate pair is no text: the cut goes before the pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}

const positionSelector = (span: Span, offset: (unit: number) => number): Json => ({
  type: 'TextPositionSelector',
  start: offset(span.start),
  end: offset(span.end),
})

/** "Sergey Lavrov, Foreign Minister of Russia: said (indirect speech, assertion)". */
function describedBy({ speaker, cue, form, manner, act }: Statement): string {
  const who = speaker === null ? 'Speaker not named' : [speaker.name, speaker.role].filter(Boolean).join(', ')
  const kind = [`${form} ${manner}`, act.type].filter(Boolean).join(', ')
  return `${who}${cue.text === '' ? '' : `: ${cue.text}`} (${kind})`
}

const tagsOf = ({ about, act }: Statement): string[] => [...(act.type === null ? [] : [act.type]), ...about]
