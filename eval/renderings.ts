/** Reports beside the record: is the right turn found among all of the speaker's, and is it said rightly how faithful the report is. */
import { FIDELITIES, type Fidelity } from '../src/core/links/link.ts'
import type { Renderer } from '../src/core/links/renderer.ts'
import { percent } from './link-measures.ts'
import { HALVES, type Half, markedText } from './link-pairs.ts'
import { pagesReader, type ReadStatement } from './link-reading.ts'
import { shippedModels } from './models.ts'
import { findRendering, meets, shippedRenderer } from './renderings-finder.ts'
import { type RenderingRow, readRenderings } from './renderings-gold.ts'
import { type Briefing, readBriefings, turnAt } from './renderings-reading.ts'

interface Count {
  readonly right: number
  readonly of: number
}

export interface RenderingsHalf {
  /** Reports whose turn is in the record: the right one found. */
  readonly turn: Count
  /** Of these: a ledger would put the right turn beside the report, since they have keys in common. */
  readonly met: Count
  /** Reports of what nobody said: no turn offered. */
  readonly absent: Count
  /** All reports: the right turn with the right fidelity, or rightly none. */
  readonly fidelity: Count
  /** By the fidelity that should be, what was found. */
  readonly table: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Changes of meaning: found under the right name. */
  readonly alters: Count
  /** Reports that change no meaning, but are said to. */
  readonly falseAlarms: Count
}

export interface RenderingsReport {
  readonly halves: Readonly<Record<Half, RenderingsHalf>>
  /** Share of all reports with the right turn and fidelity. */
  readonly fidelity: number
  /** Of the development half alone. */
  readonly faults: readonly string[]
}

interface Judged {
  readonly row: RenderingRow
  readonly isTurnRight: boolean
  readonly found: Fidelity | 'absent'
  readonly alters: readonly string[]
  readonly meets: boolean
}

/** Null where the briefings, the trained networks or what finds renderings are absent. */
export async function evaluateRenderings(data: string): Promise<RenderingsReport | null> {
  const models = shippedModels('full')
  const renderer = shippedRenderer
  if (models === null || renderer === null) return null
  const rows = readRenderings()
  const briefings = await readBriefings(
    data,
    rows.map(({ record }) => record.url),
  )
  if (briefings === null) return null
  const readAll = pagesReader(models)
  const judged: Judged[] = []
  for (const row of rows) {
    const { published, publisher } = row
    const [report] = await readAll([{ ...markedText(row), published, publisher, name: row.id }])
    judged.push(judge(renderer, row, report!, briefings.get(row.record.url)!))
  }
  const halves = Object.fromEntries(
    HALVES.map((half) => [half, reportOf(judged.filter(({ row }) => row.half === half))]),
  ) as Record<Half, RenderingsHalf>
  const fidelity = judged.filter(isRight).length / judged.length
  return { halves, fidelity, faults: judged.filter(({ row }) => row.half === 'dev').flatMap(faultOf) }
}

function judge(renderer: Renderer, row: RenderingRow, report: ReadStatement, briefing: Briefing): Judged {
  const turns = briefing.turns.filter(({ statement }) => statement.speaker?.name === row.speaker)
  const rendering = findRendering(renderer, report, turns)
  const { start, end } = row.record
  const should = start === undefined || end === undefined ? null : turnAt(briefing, { start, end })
  return {
    row,
    isTurnRight: (rendering?.turn ?? null) === (should?.statement.id ?? null),
    found: rendering?.fidelity ?? 'absent',
    alters: rendering?.alters ?? [],
    meets: should !== null && meets(renderer, report, briefing.turns, should),
  }
}

const isRight = ({ row, isTurnRight, found }: Judged): boolean => isTurnRight && found === row.fidelity

function reportOf(judged: readonly Judged[]): RenderingsHalf {
  const count = (of: readonly Judged[], is: (one: Judged) => boolean): Count => ({
    right: of.filter(is).length,
    of: of.length,
  })
  const present = judged.filter(({ row }) => row.fidelity !== 'absent')
  const changed = judged.filter(({ row }) => row.alters !== null)
  const unchanged = present.filter(({ row }) => row.alters === null)
  const table: Record<string, Record<string, number>> = {}
  for (const { row, found, isTurnRight } of judged) {
    const name = isTurnRight || found === 'absent' ? found : 'another turn'
    table[row.fidelity] ??= {}
    table[row.fidelity]![name] = (table[row.fidelity]![name] ?? 0) + 1
  }
  return {
    turn: count(present, ({ isTurnRight }) => isTurnRight),
    met: count(present, ({ meets: isMet }) => isMet),
    absent: count(
      judged.filter(({ row }) => row.fidelity === 'absent'),
      ({ found }) => found === 'absent',
    ),
    fidelity: count(judged, isRight),
    table,
    alters: count(changed, ({ row, alters }) => alters.includes(row.alters!)),
    falseAlarms: count(unchanged, ({ alters }) => alters.length > 0),
  }
}

function faultOf(one: Judged): string[] {
  const { row, isTurnRight, found, alters } = one
  const isMissed = row.alters !== null && !alters.includes(row.alters)
  if (isRight(one) && !isMissed && (row.alters !== null || alters.length === 0)) return []
  const turn = isTurnRight || found === 'absent' ? '' : ' of another turn'
  const change = row.alters === null ? '' : `, ${row.alters} changed`
  return [
    `${row.id} is ${found}${turn} [${alters.join(', ')}], should be ${row.fidelity}${change}: ${row.speaker} ${row.cue} ${row.content}`,
  ]
}

export function formatRenderings({ halves, fidelity, faults }: RenderingsReport, withFaults: boolean): string {
  const parts = Object.entries(halves).flatMap(([half, report]) => [`== ${half} half`, ...formatHalf(report), ''])
  return [
    `all: turn and fidelity right ${percent(fidelity)}, target at least 90`,
    '',
    ...parts,
    ...(withFaults ? faults : []),
  ]
    .join('\n')
    .trimEnd()
}

function formatHalf({ turn, met, absent, fidelity, table, alters, falseAlarms }: RenderingsHalf): string[] {
  const row = (name: string, { right, of }: Count): string =>
    `${name.padEnd(34)} ${percent(of === 0 ? null : right / of)}  (${right} of ${of})`
  const columns = [...FIDELITIES, 'absent', 'another turn']
  const line = (name: string, cells: readonly string[]): string =>
    [name.padEnd(12), ...cells.map((cell) => cell.padStart(12))].join(' ')
  return [
    row('right turn found', turn),
    row('right turn met by its keys', met),
    row('nothing offered where nothing is', absent),
    row('turn and fidelity right', fidelity),
    row('change of meaning named', alters),
    row('change of meaning where none is', falseAlarms),
    '',
    line('should be', columns),
    ...[...FIDELITIES, 'absent'].map((fidelity) =>
      line(
        fidelity,
        columns.map((column) => String(table[fidelity]?.[column] ?? 0)),
      ),
    ),
  ]
}
