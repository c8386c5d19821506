/** The reports of links as text. */
import { type Calibration, type CurvePoint, formatScore, percent } from './link-measures.ts'
import type { PairSet } from './link-pairs.ts'
import type { CategoryRow, LinkFault, LinksReport, SetReport } from './links.ts'

const NAMES: Readonly<Record<PairSet, string>> = {
  dev: 'development half',
  more: 'more pairs for development',
  test: 'test half',
}

/** What the issue of links asks for, on the half that nobody looks at. */
const TARGETS = 'targets: repeats F1 at least 85; conflicts P at least 85 with R at least 50'

/** @param withFaults lists the pairs, none of the test half, that came out wrong. */
export function formatLinks({ sets, faults }: LinksReport, withFaults: boolean): string {
  const parts = Object.entries(sets).flatMap(([set, report]) => [
    `== ${NAMES[set as PairSet]}`,
    ...formatSet(report),
    '',
  ])
  return [TARGETS, '', ...parts, ...(withFaults ? faults.flatMap(formatFault) : [])].join('\n').trimEnd()
}

function formatSet(report: SetReport): string[] {
  const { repeats, exactly, conflicts, types, typeAccuracy, clashShown, met, calibration, curves } = report
  const row = (name: string, text: string): string => `${name.padEnd(28)} ${text}`
  return [
    `${report.pairs} pairs`,
    row('repeats, same utterance too', formatScore(repeats)),
    ...Object.entries(exactly).map(([name, score]) => row(`  ${name} exactly`, formatScore(score))),
    row('conflicts', formatScore(conflicts)),
    ...Object.entries(types).map(([name, score]) => row(`  ${name}`, formatScore(score))),
    row('type right, of conflicts', percent(typeAccuracy)),
    row('clashing words shown', percent(clashShown)),
    row('met by their keys, of right', percent(met)),
    row('other when turned round', String(report.asymmetric)),
    '',
    ...formatCategories(report.categories),
    '',
    ...formatCalibration('repeats', calibration.repeats, curves.repeats),
    ...formatCalibration('conflicts', calibration.conflicts, curves.conflicts),
  ]
}

function formatCategories(rows: readonly CategoryRow[]): string[] {
  const failing = rows.filter(({ right, pairs }) => right < pairs / 2).map(({ category }) => category)
  return [
    `${'should be'.padEnd(15)} ${'category'.padEnd(28)} right of pairs   taken for`,
    ...rows.map(
      ({ category, relation, pairs, right, instead }) =>
        `${relation.padEnd(15)} ${category.padEnd(28)} ${String(right).padStart(5)} of ${String(pairs).padStart(5)}   ${instead.join(', ')}`,
    ),
    `less than half right: ${failing.length === 0 ? 'none' : failing.join(', ')}`,
  ]
}

function formatCalibration(name: string, { bins, ece }: Calibration, curve: readonly CurvePoint[]): string[] {
  return [
    `confidence of ${name}: expected calibration error ${percent(ece)}`,
    ...bins.map(
      ({ from, decisions, confidence, right }) =>
        `  from ${from.toFixed(1)}: ${String(decisions).padStart(4)} links, ${percent(confidence)} sure, ${percent(right)} right`,
    ),
    `${name} at least so sure`,
    ...curve.map((point) => `  ${point.from.toFixed(2)}  ${formatScore(point)}`),
    '',
  ]
}

const formatFault = ({ pair, category, is, should, a, b }: LinkFault): string[] => [
  `${pair} ${category}: ${is}, should be ${should}`,
  `    ${a}`,
  `    ${b}`,
]
