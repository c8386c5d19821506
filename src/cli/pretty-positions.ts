/** Lines of position and dossiers for human eyes on a terminal: who holds what since when, and where it may have changed. */
import type { PositionedEntry, TimelineAnswer } from '../app/get-timeline.ts'
import type { Timeline, TimelineEntry } from '../app/timeline-entries.ts'
import { isDated } from '../core/is-dated.ts'
import type { Change, Position } from '../core/positions/positions.ts'
import type { Terminal } from './command.ts'
import { saidWhen } from './said-when.ts'
import { type Column, tableOf } from './table.ts'
import { type Paint, visible } from './visible.ts'

/** Each position under a head of its own, in the order in which they are taken first. */
export function prettyPositions(answer: TimelineAnswer, paint: Paint, { stdout }: Terminal): string {
  const { speaker, about, positions, dated, undated } = answer
  const entries = new Map([...dated, ...undated].map((entry) => [entry.statement.id, entry]))
  const parts = positions.map((position) => {
    const rows = position.statements.flatMap((id) => entries.get(id) ?? [])
    const changes = rows.flatMap((row) => (row.change === null ? [] : [changeLine(row, row.change, entries)]))
    return [
      ...changes.map((line) => paint.accent(line)),
      paint.bold(headOfPosition(position)),
      tableOf(rows, columns, paint, stdout.columns ?? 160),
    ].join('\n')
  })
  const { name, entity } = speaker!
  const who = `${visible(name)}${entity === null ? '' : ` (${entity.kind}, ${entity.id})`}`
  const total = answer.datedTotal + answer.undatedTotal
  return [`${who} on ${visible(about!)}, ${counted(total, 'statement')}\n`, ...parts, ...leftOf(answer)].join('\n')
}

/** Who says what about a subject. */
export function prettyDossier(about: string, timeline: Timeline, paint: Paint, { stdout }: Terminal): string {
  const { dated, datedTotal, undated, undatedTotal } = timeline
  const total = datedTotal + undatedTotal
  const tables = [
    ['in the order of saying', dated],
    ['when is not known', undated],
  ] as const
  const parts = tables
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => `${paint.bold(title)}\n${tableOf(rows, columns, paint, stdout.columns ?? 160)}`)
  return [`${visible(about)}, ${counted(total, 'statement')}\n`, ...parts, ...leftOf(timeline)].join('\n')
}

/** “will not send” → “will send”. */
export const changedWords = ({ before, after }: Change): string => `“${before.text}” → “${after.text}”`

function changeLine(
  { statement, through }: PositionedEntry,
  change: Change,
  entries: ReadonlyMap<string, PositionedEntry>,
): string {
  const when = isDated(statement.said) ? saidWhen(statement.said) : null
  const teller = change.own ? [] : [...through, ...(entries.get(change.from)?.through ?? [])]
  const what = change.own ? 'may have changed' : 'may conflict'
  const told = teller.length === 0 ? '' : `, as told by ${teller.join(', ')}`
  const kind = change.type === 'turned' ? '' : ` (${change.type})`
  return visible(`${what}${when === null ? '' : ` on ${when}`}${told}: ${changedWords(change)}${kind}`)
}

function headOfPosition({ id, first, last, told, published, statements, own, documents }: Position): string {
  const printed = published === null ? null : `published ${rangeOf(...published)}`
  const known = [told === null ? null : `told on ${told}`, printed].filter((part) => part !== null)
  const when = first === null ? ['when is not known', ...known].join(', ') : rangeOf(first, last ?? '…')
  const others = statements.length - own
  const by = others === 0 ? '' : own === 0 ? ', told by others' : `, ${others} told by others`
  return `${id}  ${when}  ${counted(statements.length, 'statement')} in ${counted(documents, 'page')}${by}`
}

const rangeOf = (first: string, last: string): string => (first === last ? first : `${first} to ${last}`)

function leftOf({ dated, datedTotal, undated, undatedTotal }: Timeline): string[] {
  const left = datedTotal - dated.length + undatedTotal - undated.length
  return left > 0 ? [`${left} more: raise --limit, or narrow with --from and --to\n`] : []
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const said: Column<TimelineEntry> = {
  title: 'said',
  value: ({ statement }) => saidWhen(statement.said),
  width: 24,
  least: 10,
}
const speaker: Column<TimelineEntry> = {
  title: 'speaker',
  value: ({ statement }) => statement.speaker?.name ?? null,
  width: 22,
  least: 10,
}
const through: Column<TimelineEntry> = {
  title: 'told by',
  value: (row) => (row.own ? null : [row.through.join(' > ') || 'others', row.told].filter(Boolean).join(', ')),
  width: 25,
  least: 8,
}
const what: readonly Column<TimelineEntry>[] = [
  { title: 'act', value: ({ statement }) => actOf(statement.act), width: 16, spare: true },
  { title: 'content', value: ({ statement }) => statement.content.text },
  { title: 'published', value: ({ document }) => document.published, width: 10, spare: true },
  { title: 'publisher', value: ({ document }) => document.publisher, width: 16, spare: true },
  { title: 'id', value: ({ statement }) => statement.id, width: 40 },
]

const actOf = ({ type, polarity }: TimelineEntry['statement']['act']): string | null =>
  type === null ? null : polarity === 'negative' ? `${type} (not)` : type

const columns: readonly Column<TimelineEntry>[] = [said, speaker, through, ...what]
