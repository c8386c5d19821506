/** Parses the hand-annotated gold set: passages of news text with bracketed source, cue and content spans. */
import { OnrecordError } from '../src/core/errors.ts'
import { inTextOrder, overlaps, type Span, sliceOf, trimmed } from '../src/core/span.ts'

export interface GoldRelation {
  /** The relation's number in the markup, unique in its passage. */
  readonly id: number
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  /** At least one. */
  readonly content: readonly Span[]
}

export interface GoldPassage {
  /** What follows `---`, or the passage's number in its file, counted from 1. */
  readonly name: string
  /** The passage without markup; offsets of the spans point into it (UTF-16 code units). */
  readonly text: string
  /** In order of their numbers. */
  readonly relations: readonly GoldRelation[]
}

type Role = 'source' | 'cue' | 'content'

interface Label {
  readonly role: Role
  readonly relation: number
}

interface OpenBracket {
  readonly labels: readonly Label[]
  readonly start: number
  readonly line: number
}

interface LabelledSpan extends Span {
  readonly label: Label
  readonly line: number
}

/** The lines of one passage; `line` is the number of the first of them in the file. */
interface RawPassage {
  readonly name: string
  readonly line: number
  readonly lines: readonly string[]
}

const roles: Readonly<Record<string, Role>> = { S: 'source', C: 'cue', Q: 'content' }
const labelPattern = /^([SCQ])([1-9][0-9]?)$/
const separator = '---'

/**
 * All passages of one gold file, in order. The markup is described in `eval/gold/README.md`.
 * @param file names the file in messages.
 * @throws OnrecordError `invalid-input`, with file and line, on the first fault.
 */
export function parseGold(source: string, file = 'gold'): GoldPassage[] {
  const names = new Set<string>()
  return splitPassages(source, file).map((raw) => {
    if (names.has(raw.name)) throw faultAt(file, raw.line, `a second passage named "${raw.name}"`)
    names.add(raw.name)
    return parsePassage(raw, file)
  })
}

/** Cuts at `---` lines and blanks out comment lines, so that line numbers stay those of the file. */
function splitPassages(source: string, file: string): RawPassage[] {
  const passages: RawPassage[] = []
  let name = ''
  let line = 1
  let lines: string[] = []
  const close = (): void => {
    const first = lines.findIndex((text) => text.trim() !== '')
    if (first >= 0) {
      const end = lines.findLastIndex((text) => text.trim() !== '') + 1
      passages.push({ name: name || String(passages.length + 1), line: line + first, lines: lines.slice(first, end) })
    } else if (name !== '' || passages.length > 0) {
      throw faultAt(file, line, 'a passage without text')
    }
  }
  for (const [index, text] of source.split(/\r?\n/).entries()) {
    if (text === separator || text.startsWith(`${separator} `)) {
      close()
      name = text.slice(separator.length).trim()
      line = index + 2
      lines = []
    } else {
      lines.push(text.startsWith('#') ? '' : text)
    }
  }
  close()
  return passages
}

function parsePassage(raw: RawPassage, file: string): GoldPassage {
  const spans: LabelledSpan[] = []
  const open: OpenBracket[] = []
  let text = ''
  for (const [index, line] of raw.lines.entries()) {
    const number = raw.line + index
    if (index > 0) text += '\n'
    let at = 0
    while (at < line.length) {
      const character = line[at]!
      if (character === '\\' && at + 1 < line.length) {
        text += line[at + 1]
        at += 2
      } else if (character === '[') {
        const end = line.indexOf(' ', at)
        const written = end < 0 ? line.slice(at + 1) : line.slice(at + 1, end)
        open.push({ labels: parseLabels(written, file, number), start: text.length, line: number })
        at = end < 0 ? line.length : end + 1
      } else if (character === ']') {
        const bracket = open.pop()
        if (bracket === undefined)
          throw faultAt(file, number, 'a "]" that closes nothing (write \\] for the character)')
        for (const label of bracket.labels) spans.push({ start: bracket.start, end: text.length, label, line: number })
        at++
      } else {
        text += character
        at++
      }
    }
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined) throw faultAt(file, unclosed.line, 'a "[" that is never closed')
  for (const span of spans) checkSpan(span, text, file)
  return { name: raw.name, text, relations: toRelations(spans, raw, file) }
}

function parseLabels(written: string, file: string, line: number): Label[] {
  return written.split('+').map((part) => {
    const match = labelPattern.exec(part)
    if (match === null) {
      throw faultAt(file, line, `"[${written}" is no label such as [S1, [C2 or [S1+S2 (write \\[ for the character)`)
    }
    return { role: roles[match[1]!]!, relation: Number(match[2]) }
  })
}

function checkSpan(span: LabelledSpan, text: string, file: string): void {
  const slice = sliceOf(text, span)
  const what = `the ${span.label.role} of relation ${span.label.relation}`
  const within = trimmed(text, span)
  if (within.start === within.end) throw faultAt(file, span.line, `${what} is empty`)
  if (within.start !== span.start || within.end !== span.end) {
    throw faultAt(file, span.line, `${what} begins or ends with white space: "${slice}"`)
  }
  if (/\n[ \t]*\n/.test(slice)) throw faultAt(file, span.line, `${what} runs over a blank line: one span a paragraph`)
}

function toRelations(spans: readonly LabelledSpan[], raw: RawPassage, file: string): GoldRelation[] {
  const ids = [...new Set(spans.map((span) => span.label.relation))].sort((a, b) => a - b)
  return ids.map((id) => {
    const of = (role: Role): Span[] => {
      const own = spans.filter((span) => span.label.relation === id && span.label.role === role).sort(inTextOrder)
      const clash = own.find((span, index) => index > 0 && overlaps(own[index - 1]!, span))
      if (clash !== undefined) throw faultAt(file, clash.line, `two ${role} spans of relation ${id} overlap`)
      return own.map(({ start, end }) => ({ start, end }))
    }
    const relation = { id, source: of('source'), cue: of('cue'), content: of('content') }
    if (relation.content.length === 0) throw faultAt(file, raw.line, `relation ${id} of "${raw.name}" has no content`)
    return relation
  })
}

const faultAt = (file: string, line: number, problem: string): OnrecordError =>
  new OnrecordError('invalid-input', { operation: `${file}:${line}`, problem })
