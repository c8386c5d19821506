/** What a statement is, as columns of a CSV: the words and who said them; then of what, to whom, where, when, through whom. */
import type { StatementRow } from '../app/ports.ts'
import type { Column } from './table.ts'

export const wordCells: readonly Column<StatementRow>[] = [
  { title: 'speaker', value: (row) => row.statement.speaker?.name ?? null },
  { title: 'cue', value: (row) => row.statement.cue.text },
  { title: 'content', value: (row) => row.statement.content.text },
  { title: 'form', value: (row) => row.statement.form },
  { title: 'manner', value: (row) => row.statement.manner },
  { title: 'confidence', value: (row) => row.statement.confidence.relation },
  { title: 'within', value: (row) => row.statement.within },
]

export const circumstanceCells: readonly Column<StatementRow>[] = [
  { title: 'entity', value: (row) => row.statement.speaker?.entity ?? null },
  { title: 'role', value: (row) => row.statement.speaker?.role ?? null },
  { title: 'of', value: (row) => row.statement.speaker?.of ?? null },
  { title: 'speaksFor', value: (row) => row.statement.speaker?.speaksFor?.name ?? null },
  { title: 'addressee', value: (row) => row.statement.addressee?.name ?? null },
  { title: 'medium', value: (row) => row.statement.medium?.name ?? null },
  { title: 'via', value: (row) => row.statement.via.map(({ name }) => name).join(' > ') || null },
  { title: 'saidFrom', value: (row) => row.statement.said.earliest },
  { title: 'saidTo', value: (row) => row.statement.said.latest },
  { title: 'precision', value: (row) => row.statement.said.precision },
  { title: 'act', value: (row) => row.statement.act.type },
  { title: 'polarity', value: (row) => row.statement.act.polarity },
  { title: 'condition', value: (row) => row.statement.act.condition.text || null },
  { title: 'deadline', value: (row) => row.statement.act.deadline },
]
