/** What a statement or a claim has to do with others, for human eyes on a terminal. */
import type { Utterance } from '../app/find-utterance.ts'
import type { Claim } from '../app/get-claim.ts'
import type { LinkTo, Relations } from '../app/get-relations.ts'
import type { StatementRow } from '../app/ports.ts'
import type { Origin } from '../core/links/origins.ts'
import { prettyOther } from './pretty-links.ts'
import { saidWhen } from './said-when.ts'
import { clipped, type Paint, visible } from './visible.ts'

/** Statements of an utterance and links that are shown at most. */
const MOST = 20

/** Behind a statement: empty where it stands alone. */
export function prettyRelations({ row, utterance, claim, links }: Relations, paint: Paint, columns: number): string[] {
  const lines: string[] = []
  if (utterance.statements.length > 1) {
    lines.push('', paint.bold(`  this utterance: ${reports(utterance)}`))
    lines.push(...statementLines(utterance, row.statement.id, paint, columns), ...originLines(utterance, paint))
  }
  if (claim.utterances > 1) {
    lines.push('', `  ${claim.utterances} utterances seem to say the same: onrecord show ${visible(claim.id)}`)
  }
  return [...lines, ...linkLines(links, row, paint, columns)]
}

export function prettyClaim({ utterances, all, links }: Claim, paint: Paint, columns: number): string {
  const head = `${counted(all.statements.length, 'statement')}, ${counted(utterances.length, 'utterance')}, ${reports(all)}`
  const lines = [paint.bold(head), ...originLines(all, paint)]
  for (const utterance of utterances.slice(0, MOST)) {
    const [first] = utterance.statements
    lines.push(
      '',
      `  ${paint.accent(visible(first!.statement.speaker?.name ?? 'speaker not named'))} · ${reports(utterance)}`,
    )
    lines.push(...statementLines(utterance, null, paint, columns))
  }
  lines.push(...moreThan(utterances.length))
  return `${[...lines, ...linkLines(links, null, paint, columns)].join('\n')}\n`
}

/** "9 pages, 2 independent reports". */
export function reports({ pages, origins, whole }: Utterance): string {
  const independent = pages === 1 ? '' : `, ${counted(origins.length, 'independent report')}`
  return `${whole ? '' : 'at least '}${counted(pages, 'page')}${independent}`
}

function statementLines(
  { statements, earliest, pages }: Utterance,
  own: string | null,
  paint: Paint,
  columns: number,
): string[] {
  const lines = statements.slice(0, MOST).map(({ statement, document }) => {
    const first = statement.id === earliest && pages > 1 ? 'first published' : null
    const marks = [statement.id === own ? 'this one' : null, first].filter((mark) => mark !== null)
    const head = [
      saidWhen(statement.said) ?? document.published ?? 'undated',
      document.publisher,
      statement.form,
      statement.id,
    ]
    const line = visible(head.filter((part) => part !== null).join(' · '))
    const content = clipped(visible(statement.content.text), Math.max(40, columns - 6))
    return [`    ${paint.dim(line)}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`, `      ${content}`]
  })
  return [...lines.flat(), ...moreThan(statements.length)]
}

/** Which pages count as one, and why. */
function originLines({ origins }: Utterance, paint: Paint): string[] {
  return origins
    .filter(({ documents }) => documents.length > 1)
    .map(({ documents, because }) => `    ${paint.dim(`${documents.length} pages count as one: ${why(because)}`)}`)
}

const why = (because: Origin['because']): string =>
  because
    .map(({ reason, outlet }) => {
      if (reason === 'version') return 'they are versions of one'
      if (reason === 'copy') return 'much of their text is the same'
      const name = visible(outlet ?? 'the same address')
      return reason === 'publisher' ? `published by ${name}` : `they have it from ${name}`
    })
    .join('; ')

function linkLines(links: readonly LinkTo[], own: StatementRow | null, paint: Paint, columns: number): string[] {
  const lines = links
    .slice(0, MOST)
    .flatMap(({ link, other }) => ['', ...prettyOther(link, other, own, paint, columns)])
  return [...lines, ...moreThan(links.length)]
}

const moreThan = (total: number): string[] => (total > MOST ? [`    … and ${total - MOST} more`] : [])

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
