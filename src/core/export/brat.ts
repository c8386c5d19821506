/** brat's stand-off format (brat.nlplab.org/standoff.html): the text in one file, annotations with offsets in another. */
import { codePointOffsets } from '../code-points.ts'
import type { Span } from '../span.ts'
import type { Anchored } from '../statement.ts'
import type { Exported } from './exported.ts'

/** What `annotation.conf` has to declare for brat to show the files. */
export const BRAT_CONFIGURATION = `[entities]
Content
Cue
Source

[relations]
SaidBy Arg1:Content, Arg2:Source
SaidWith Arg1:Content, Arg2:Cue
<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Form Arg:Content, Value:direct|indirect|mixed
Manner Arg:Content, Value:speech|writing|thought
Act Arg:Content, Value:assertion|denial|commitment|refusal|threat|demand|permission|prediction|criticism|support|question|no-comment|opinion
`

/** The content of the `.ann` file; the `.txt` file is the text itself. Offsets are code points. */
export function bratAnnotations({ text, statements }: Exported): string {
  const offset = codePointOffsets(text)
  const lines: string[] = []
  let entities = 0
  let relations = 0
  let attributes = 0
  const entity = (type: string, { spans }: Anchored): string | null => {
    const fragments = spans.flatMap((span) => onOneLine(text, span))
    if (fragments.length === 0) return null
    const places = fragments.map(({ start, end }) => `${offset(start)} ${offset(end)}`).join(';')
    const words = fragments.map(({ start, end }) => text.slice(start, end)).join(' ')
    lines.push(`T${++entities}\t${type} ${places}\t${words}`)
    return `T${entities}`
  }
  for (const { content, cue, source, form, manner, act, id } of statements) {
    const said = entity('Content', content)
    if (said === null) continue
    for (const [type, target] of [
      ['SaidBy', entity('Source', source)],
      ['SaidWith', entity('Cue', cue)],
    ] as const) {
      if (target !== null) lines.push(`R${++relations}\t${type} Arg1:${said} Arg2:${target}`)
    }
    const values = { Form: form, Manner: manner, ...(act.type === null ? {} : { Act: act.type }) }
    for (const [name, value] of Object.entries(values)) lines.push(`A${++attributes}\t${name} ${said} ${value}`)
    lines.push(`#${entities}\tAnnotatorNotes ${said}\t${id}`)
  }
  return lines.map((line) => `${line}\n`).join('')
}

/** brat takes no line break inside an annotation: a span over several lines becomes one fragment a line. */
function onOneLine(text: string, { start, end }: Span): Span[] {
  const fragments: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== '\n' && text[at] !== '\r') continue
    if (text.slice(from, at).trim() !== '') fragments.push({ start: from, end: at })
    from = at + 1
  }
  return fragments
}
