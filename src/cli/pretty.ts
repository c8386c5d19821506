/** Documents and statements for human eyes on a terminal. */
import type { DocumentRecord, Notice } from '../core/document.ts'
import type { Statement } from '../core/statement.ts'
import { type Paint, visible } from './visible.ts'

interface Whole {
  readonly document: DocumentRecord
  readonly statements: readonly Statement[]
  readonly notices: readonly Notice[]
}

/** A document's head, its notices, and its statements one below the other. */
export function prettyExtraction({ document, statements, notices }: Whole, paint: Paint, columns: number): string {
  const lines = [paint.bold(visible(document.title ?? document.file ?? document.id)), paint.dim(headOf(document))]
  for (const notice of notices) lines.push(`note: ${visible(notice.message)}`)
  lines.push('')
  for (const statement of statements) lines.push(...prettyStatement(statement, paint, columns), '')
  if (statements.length === 0) lines.push('no statements found', '')
  return `${lines.join('\n')}\n`
}

const headOf = (document: DocumentRecord): string =>
  [
    document.publisher ?? 'publisher unknown',
    document.published === null ? 'undated' : `${document.published} (from ${document.publishedFrom})`,
    document.language,
    document.original === null ? null : `copied from ${document.original}`,
    document.id,
  ]
    .filter((part) => part !== null)
    .map(visible)
    .join(' · ')

/** Speaker and cue, the words, and what kind of statement it is. */
export function prettyStatement(statement: Statement, paint: Paint, columns: number): string[] {
  const who = statement.speaker === null ? 'speaker not named' : visible(statement.speaker.name)
  const cue = statement.cue.text === '' ? '' : ` ${paint.dim(visible(statement.cue.text))}`
  const indent = statement.within === null ? '  ' : '    '
  return [
    `${indent}${paint.accent(who)}${cue}`,
    ...wrapped(visible(statement.content.text), Math.max(20, columns - indent.length - 2)).map(
      (line) => `${indent}  ${line}`,
    ),
    `${indent}${paint.dim(`${statement.form} ${statement.manner} · ${Math.round(100 * statement.confidence.relation)} % · ${statement.id}`)}`,
  ]
}

/** Breaks at spaces so that no line is longer than `width`, where words allow it. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines
}
