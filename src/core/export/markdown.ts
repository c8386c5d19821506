/** A dossier as Markdown: statements in order, each with who, when, where from, and a link to the proof. */

import type { DocumentRecord } from '../document.ts'
import type { Said, Statement } from '../statement.ts'

export interface DossierRow {
  readonly statement: Statement
  readonly document: DocumentRecord
}

export interface DossierOptions {
  /** Whose or of what: "Sergey Lavrov", "Patriot". */
  readonly title: string
  /** Where statements are shown, their id is put behind it; null where nothing serves them. */
  readonly statements: string | null
  /** ISO date on which it was made. */
  readonly made: string
}

/** @param rows in the order in which they are to stand. */
export function markdownDossier(rows: readonly DossierRow[], { title, statements, made }: DossierOptions): string {
  const parts = rows.map((row) => entryOf(row, statements))
  const count = `${rows.length} ${rows.length === 1 ? 'statement' : 'statements'}`
  return `# ${plain(title)}\n\n${count}, from the record on ${made}.\n\n${parts.join('\n')}`
}

function entryOf({ statement, document }: DossierRow, base: string | null): string {
  const { speaker, said, via, act, content } = statement
  const who = speaker === null ? 'Speaker not named' : [speaker.name, speaker.role].filter(Boolean).join(', ')
  const facts = [
    saidWords(said),
    act.type === null ? null : `${act.type}${act.polarity === 'negative' ? ' (negative)' : ''}`,
    act.condition.text === '' ? null : `condition: ${act.condition.text}`,
    via.length === 0 ? null : `through ${via.map(({ name }) => name).join(', ')}`,
    `${statement.form} ${statement.manner}`,
  ]
  const source = [document.title ?? document.file ?? document.id, document.publisher, document.published]
  const address = document.url === null ? '' : ` <${document.url.replace(/[<>\s]/g, encodeURIComponent)}>`
  const proof = base === null ? `\`${statement.id}\`` : `[${statement.id}](${base}${encodeURIComponent(statement.id)})`
  return `## ${plain(who)}

${content.text
  .split(/\r\n|\r|\n/)
  .map((line) => `> ${plain(line)}`)
  .join('\n')}

${facts
  .filter((fact) => fact !== null)
  .map(plain)
  .join(' · ')}

${plain(source.filter(Boolean).join(', '))}${address} · ${proof}
`
}

const saidWords = ({ earliest, latest, precision }: Said): string =>
  precision === 'unknown' || earliest === null
    ? 'time of saying unknown'
    : earliest === latest || latest === null
      ? `said ${earliest}`
      : `said ${earliest} to ${latest}`

/** What Markdown or HTML in it would mean stands as it is: the text of a page is hostile. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]|~<>&]/g, (mark) => ENTITIES[mark] ?? `\\${mark}`)
    .replace(/^[#+=-]|^\d{1,9}(?=[.)])/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }
