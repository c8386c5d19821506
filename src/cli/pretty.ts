/** Documents and statements for human eyes on a terminal. */

import { actWords } from '../core/act-words.ts'
import type { DocumentRecord, Notice } from '../core/document.ts'
import type { Speaker, Statement } from '../core/statement.ts'
import { titleWords } from '../core/title-words.ts'
import { saidWhen } from './said-when.ts'
import { type Paint, visible } from './visible.ts'

interface Whole {
  readonly document: DocumentRecord
  readonly statements: readonly Statement[]
  readonly notices: readonly Notice[]
}

/** A document's head, its notices, and its statements one below the other, each with the notices about it. */
export function prettyExtraction({ document, statements, notices }: Whole, paint: Paint, columns: number): string {
  const lines = [paint.bold(visible(document.title ?? document.file ?? document.id)), paint.dim(headOf(document))]
  for (const notice of notices) lines.push(noteOf(notice))
  lines.push('')
  const about = Map.groupBy(notices, (notice) => notice.statement)
  for (const statement of statements) {
    const notes = (about.get(statement.id) ?? []).map((notice) => `    ${noteOf(notice)}`)
    lines.push(...prettyStatement(statement, paint, columns), ...notes, '')
  }
  if (statements.length === 0) lines.push('no statements found', '')
  return `${lines.join('\n')}\n`
}

export const noteOf = (notice: Notice): string => `note: ${visible(notice.message)}`

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

/** Speaker and cue; to whom, where, when and through whom as far as known; the words; what kind of statement it is. */
export function prettyStatement(statement: Statement, paint: Paint, columns: number): string[] {
  const { speaker, cue, within, confidence } = statement
  const who = speaker === null ? 'speaker not named' : visible(speaker.name)
  const said = cue.text === '' ? '' : ` ${paint.dim(visible(cue.text))}`
  const indent = within === null ? '  ' : '    '
  const width = Math.max(20, columns - indent.length - 2)
  const circumstances = circumstancesOf(statement)
  const act = actWords(statement.act)
  const entity = speaker?.entity ? ` · ${speaker.entity}` : ''
  return [
    `${indent}${paint.accent(who)}${speaker === null ? '' : visible(standingOf(speaker))}${said}`,
    ...(circumstances === '' ? [] : wrapped(circumstances, width).map((line) => `${indent}  ${paint.dim(line)}`)),
    ...wrapped(visible(statement.content.text), width).map((line) => `${indent}  ${line}`),
    ...(act === null ? [] : wrapped(visible(act), width).map((line) => `${indent}  ${paint.dim(line)}`)),
    ...aboutLine(statement.about).map((line) => `${indent}  ${paint.dim(line)}`),
    `${indent}${paint.dim(`${statement.form} ${statement.manner} · ${Math.round(100 * confidence.relation)} % · ${statement.id}${entity}`)}`,
  ]
}

/** `about Patriot, Ukraine`; no line where nothing is known. */
const aboutLine = (about: readonly string[]): string[] =>
  about.length === 0 ? [] : [`about ${visible(about.join(', '))}`]

/** ` (Russian Foreign Minister; for Russia)`; empty where nothing is known. */
function standingOf({ name, role, of, speaksFor }: Speaker): string {
  const parts = [titleWords(role, of, name), speaksFor === null ? '' : `for ${speaksFor.name}`].filter(
    (part) => part !== '',
  )
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`
}

/** `to Channel One · in an interview · 2022-12-28 · via Politico`. */
function circumstancesOf({ addressee, medium, said, via }: Statement): string {
  const when = saidWhen(said)
  const parts = [
    addressee && `to ${addressee.name}`,
    medium && `in ${medium.name}`,
    when && `said ${when}`,
    via.length > 0 && `via ${via.map(({ name }) => name).join(' > ')}`,
  ]
  return visible(parts.filter((part) => typeof part === 'string').join(' · '))
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
