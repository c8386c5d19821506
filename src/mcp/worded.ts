/** Answers in words, for a model to read: the exact words first, then who, when and where, then where to look them up. */
import type { Passage } from '../app/get-passage.ts'
import type { LinkRow, Page, StatementRow } from '../app/ports.ts'
import type { Verification } from '../app/verify-quote.ts'
import type { Statement } from '../core/statement.ts'

/** Where a statement can be opened. */
export interface Links {
  /** Of the web pages, without a slash at its end; null where nothing serves them. */
  readonly web: string | null
}

export const statementUri = (id: string): string => `onrecord://statements/${id}`
export const documentUri = (id: string): string => `onrecord://documents/${id}`

const linkTo = (statement: string, { web }: Links): string =>
  web === null ? statementUri(statement) : `${web}/documents/${statement.split('.')[0]}#s=${statement}`

/** Three lines: the words; the circumstances; the proof. */
export function wordedStatement({ statement, document }: StatementRow, links: Links): string {
  const { speaker, act } = statement
  const who = speaker === null ? 'speaker not named' : [speaker.name, speaker.role].filter(Boolean).join(', ')
  const facts = [
    who,
    wordedSaid(statement),
    statement.addressee === null ? null : `to ${statement.addressee.name}`,
    statement.medium === null ? null : `in ${statement.medium.name}`,
    statement.via.length === 0 ? null : `through ${statement.via.map(({ name }) => name).join(' > ')}`,
    act.type === null ? null : `${act.type}${act.polarity === 'negative' ? ' (negative)' : ''}`,
    act.condition.text === '' ? null : `condition: ${quoted(act.condition.text)}`,
    `${statement.form} ${statement.manner}`,
  ]
  const page = [document.title ?? document.id, document.publisher, document.published].filter(Boolean).join(', ')
  return `${quoted(statement.content.text)}\n  ${facts.filter((fact) => fact !== null).join('; ')}\n  ${page}: ${linkTo(statement.id, links)}`
}

const wordedSaid = ({ said }: Statement): string => {
  if (said.precision === 'unknown' || said.earliest === null) return 'time of saying not known'
  return said.latest === null || said.latest === said.earliest
    ? `said ${said.earliest}`
    : `said between ${said.earliest} and ${said.latest}`
}

/** As JSON writes it: whatever a page says, it cannot end the quotation and go on as if it were ours. */
const quoted = (text: string): string => JSON.stringify(text)

export function wordedStatements({ rows, total, next }: Page<StatementRow>, links: Links): string {
  if (rows.length === 0) return 'No statement in the ledger matches.'
  const more = next === null ? '' : `\n\nMore with after: ${quoted(next)}`
  const shown = rows.length < total ? `${rows.length} of ${total} statements` : `${total} statements`
  return `${shown}:\n\n${rows.map((row) => wordedStatement(row, links)).join('\n\n')}${more}`
}

export function wordedPassage({ document, span, text }: Passage): string {
  const page = [document.title ?? document.id, document.publisher, document.published].filter(Boolean).join(', ')
  return `${quoted(text)}\n  ${page}: ${documentUri(document.id)}, code units ${span.start} to ${span.end}`
}

/** A program suggests; it never says that somebody contradicts himself. */
export function wordedConflicts({ rows, total }: Page<LinkRow>, links: Links): string {
  if (rows.length === 0) return 'No statement in the ledger may conflict with another.'
  const pairs = rows.map(({ link, from, to }) => {
    const type = link.type === null ? '' : ` (${link.type})`
    const clash = link.because.map(({ note }) => note).filter((note) => note !== '')
    const why = clash.length === 0 ? '' : `\nwhat clashes: ${[...new Set(clash)].join(', ')}`
    return `${wordedStatement(from, links)}\nmay conflict${type} with\n${wordedStatement(to, links)}${why}`
  })
  return `${rows.length} of ${total} pairs that may conflict; read both before saying so:\n\n${pairs.join('\n\n')}`
}

export function wordedVerification({ verdict, matches }: Verification, { web }: Links): string {
  const shown = matches.slice(0, 5).map(({ statement, document, text, speaker, similarity, diff, altersMeaning }) => {
    const changes = diff
      .filter(({ op }) => op !== 'equal')
      .map(({ op, text: piece }) => `${op} ${quoted(piece.trim())}`)
    const facts = [
      speaker ?? 'speaker not known',
      `${Math.round(similarity * 100)} % of the words`,
      changes.length === 0 ? null : `from the record to the quotation: ${changes.join(', ')}`,
      altersMeaning.length === 0 ? null : `changes ${altersMeaning.join(', ')}`,
    ]
    const link = statement === null ? documentUri(document) : linkTo(statement, { web })
    return `${quoted(text)}\n  ${facts.filter((fact) => fact !== null).join('; ')}\n  ${link}`
  })
  return `Verdict: ${verdict}.${shown.length === 0 ? '' : `\n\n${shown.join('\n\n')}`}`
}
