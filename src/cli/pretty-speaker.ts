/** A speaker for human eyes on a terminal: names, roles and where they stand, and what was said when. */
import type { SpeakerAnswer } from '../app/get-speaker.ts'
import type { SpeakerRow } from '../app/ports.ts'
import type { Timeline, TimelineEntry } from '../app/timeline-entries.ts'
import { titleWords } from '../core/title-words.ts'
import type { Terminal } from './command.ts'
import { saidWhen } from './said-when.ts'
import { type Column, tableOf } from './table.ts'
import { type Paint, paintFor, visible } from './visible.ts'

export function prettySpeaker(answer: SpeakerAnswer, terminal: Terminal): string {
  const { speaker, others } = answer
  if (speaker === null) return choicesOf(others, terminal)
  const paint = paintFor(terminal.stdout.isTTY, terminal.env)
  const lines = [paint.bold(headOf(speaker)), '']
  const section = (title: string, rows: readonly string[]) => {
    if (rows.length > 0) lines.push(paint.dim(title), ...rows.map((row) => `  ${visible(row)}`), '')
  }
  section(
    'names in texts',
    speaker.names.map(({ name, statements }) => `${name} (${statements})`),
  )
  section(
    'roles in texts',
    speaker.roles.map(({ role, of, from, to, evidence }) => {
      const when = from === null ? 'undated' : from === to ? from : `${from} to ${to}`
      return `${titleWords(role, of, '')}  ${when}  ${evidence.statement}`
    }),
  )
  section(
    'offices, from the register',
    speaker.offices.map(({ role, of, start, end, asOf }) => {
      const until = end ?? (asOf === null ? '…' : `… (as of ${asOf})`)
      return `${role}, ${of}  ${start ?? '…'} to ${until}`
    }),
  )
  section(
    'speaks for',
    speaker.speaksFor.map(({ name, statements }) => `${name} (${statements})`),
  )
  const more = others.length === 0 ? '' : `${alsoNamed(others)}\n`
  return `${lines.join('\n')}\n${timelineTables(answer, paint, terminal)}${more}`
}

export const headOf = ({ entity, name, statements }: SpeakerRow): string =>
  `${visible(name)}${entity === null ? '' : ` (${entity.kind}, ${entity.id})`}, ${statements} statement${statements === 1 ? '' : 's'}`

/** Several of one name: what to choose from. */
export function choicesOf(others: readonly SpeakerRow[], { stdout, env }: Terminal): string {
  const table = tableOf(others, choiceColumns, paintFor(stdout.isTTY, env), stdout.columns ?? 120)
  return `this may be any of these; name one by its id, or by its whole name:\n${table}`
}

const choiceColumns: readonly Column<SpeakerRow>[] = [
  { title: 'statements', value: (row) => row.statements, width: 10 },
  { title: 'kind', value: (row) => row.entity?.kind ?? 'not known', width: 12, spare: true },
  { title: 'name', value: (row) => row.name },
  { title: 'id', value: (row) => row.entity?.id ?? '–', width: 18 },
]

/** Statements under a like name whose speaker nobody knows. */
export const alsoNamed = (others: readonly SpeakerRow[]): string =>
  `also under a like name: ${others
    .slice(0, 5)
    .map(({ name, entity, statements }) => `${visible(entity?.id ?? name)} (${statements})`)
    .join(', ')}${others.length > 5 ? ', …' : ''}`

/** Own words, what others tell of them, and what has no date: each a table of its own; none of what there is none of. */
export function timelineTables(timeline: Timeline, paint: Paint, { stdout }: Terminal): string {
  const { dated, datedTotal, undated, undatedTotal } = timeline
  const tables = [
    ['own words', dated.filter(({ own }) => own)],
    ['told by others', dated.filter(({ own }) => !own)],
    ['when is not known: own words', undated.filter(({ own }) => own)],
    ['when is not known: told by others', undated.filter(({ own }) => !own)],
  ] as const
  const shown = tables
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => `${paint.bold(title)}\n${tableOf(rows, columns, paint, stdout.columns ?? 160)}`)
  const left = datedTotal - dated.length + undatedTotal - undated.length
  const more = left > 0 ? [`${left} more: raise --limit, or narrow with --from and --to of "onrecord timeline"\n`] : []
  return [...shown, ...more].join('\n')
}

const columns: readonly Column<TimelineEntry>[] = [
  { title: 'said', value: ({ statement }) => saidWhen(statement.said), width: 24, least: 10 },
  { title: 'precision', value: ({ statement }) => statement.said.precision, width: 9, spare: true },
  { title: 'content', value: ({ statement }) => statement.content.text },
  { title: 'published', value: ({ document }) => document.published, width: 10, spare: true },
  { title: 'publisher', value: ({ document }) => document.publisher, width: 18, spare: true },
  { title: 'id', value: ({ statement }) => statement.id, width: 40 },
]
