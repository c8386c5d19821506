/** The changes of one page for a terminal: its versions, then every statement that changed, with the words. */
import type { ChangesAnswer, Comparison } from '../app/get-changes.ts'
import type { VersionRow } from '../app/version-ports.ts'
import type { Statement } from '../core/statement.ts'
import { changeNote, countWords, tellingOf } from '../core/versions/change-words.ts'
import type { FactChange, StatementChange } from '../core/versions/version-changes.ts'
import { type Paint, visible } from './visible.ts'

export function prettyChanges({ url, document, versions, comparison }: ChangesAnswer, paint: Paint): string {
  const head = `${paint.bold(visible(url ?? document))}\n${versions.length === 1 ? '1 version: nothing to compare' : `${versions.length} versions`}\n`
  const listed = versions.map((version) => versionLine(version, comparison, paint)).join('')
  return `${head}${listed}${comparison === null ? '' : `\n${prettyComparison(comparison, paint)}`}`
}

function versionLine({ document, statements, added }: VersionRow, comparison: Comparison | null, paint: Paint): string {
  const role = document.id === comparison?.from ? 'from' : document.id === comparison?.to ? 'to' : ''
  const line = `${role.padEnd(4)}  ${added.slice(0, 16).replace('T', ' ')}  ${document.id}  ${statements} statements  ${visible(document.title ?? '')}`
  return `${role === '' ? paint.dim(line.trimEnd()) : line.trimEnd()}\n`
}

function prettyComparison(comparison: Comparison, paint: Paint): string {
  const { changes, counts, words, title, published, modified, correction, samePipeline } = comparison
  const facts = [
    factLine('title', title, paint),
    factLine('published', published, paint),
    factLine('modified', modified, paint),
    `${words.added} words more and ${words.removed} fewer, of ${words.before}`,
    tellingOf(comparison),
    correction === null ? null : `  “${visible(correction.text)}”`,
    samePipeline
      ? null
      : 'The two were read by different versions of the program, which may find other statements in the same words.',
  ]
  const head = `${paint.bold(countWords(counts))}\n${facts.flatMap((fact) => (fact === null ? [] : [`${fact}\n`])).join('')}`
  return `${head}${changes.map((change) => `\n${prettyChange(change, paint)}`).join('')}`
}

const factLine = (name: string, change: FactChange | null, { gone, come }: Paint): string | null =>
  change === null
    ? null
    : `${name}: ${gone(visible(change.before ?? 'none'))} → ${come(visible(change.after ?? 'none'))}`

function prettyChange(change: StatementChange, paint: Paint): string {
  const { kind, before, after, altersMeaning } = change
  const shown = (after ?? before)!
  const note = changeNote(change)
  const lines = [
    wordsOf(change, shown, paint),
    [shown.speaker === null ? 'nobody named' : visible(shown.speaker.name), visible(shown.cue.text)]
      .filter(Boolean)
      .join(' · '),
    altersMeaning.length === 0 ? null : `changes what is said: ${altersMeaning.join(', ')}`,
    note === null ? null : visible(note),
    paint.dim([before?.id, after?.id].filter((id) => id !== undefined).join(' → ')),
  ]
  return `${paint.accent(kind)}\n${lines.flatMap((line) => (line === null ? [] : [`  ${line}\n`])).join('')}`
}

/** Marks besides colours, so that nothing is told by colour alone and a file has them too. */
function wordsOf({ kind, diff }: StatementChange, { content }: Statement, { gone, come }: Paint): string {
  if (kind === 'added') return come(visible(content.text))
  if (kind === 'removed') return gone(visible(content.text))
  if (kind !== 'reworded') return visible(content.text)
  return diff
    .map(({ op, text }) => {
      const words = visible(text)
      if (op === 'equal') return words
      return op === 'delete' ? `${gone(`[-${words.trim()}-]`)} ` : `${come(`{+${words.trim()}+}`)} `
    })
    .join('')
    .trimEnd()
}
