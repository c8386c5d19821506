/** The report of `evaluate acts` as text. */
import type { ActsReport, Calibration, Part, Scores } from './acts.ts'

const percent = (share: number | null): string => (share === null ? '    –' : (100 * share).toFixed(1).padStart(5))

export function formatActs({ given, found, plover, faults }: ActsReport): string {
  const columns: readonly [string, Part][] = [
    ['folds 0–3, given', given.folds],
    ['held out, given', given.heldOut],
    ['folds 0–3, found', found.folds],
    ['held out, found', found.heldOut],
  ]
  const lines = [
    'attributions            items  macro F1  accuracy  polarity  condition: same  touching  deadline  calibration error',
    ...columns.map(
      ([name, part]) =>
        `${name.padEnd(22)} ${String(part.items).padStart(6)}     ${percent(part.scores.macroF1)}     ${percent(part.scores.accuracy)}     ${percent(part.polarity)}            ${percent(part.conditionExact)}     ${percent(part.conditionOverlap)}     ${percent(part.deadline)}              ${percent(part.calibration.error)}`,
    ),
    '',
    'held out, given attributions',
    ...tableOf(given.heldOut.scores),
    ...calibrationLines(given.heldOut.calibration),
  ]
  if (plover === null) lines.push('', 'PLOVER: its data is not there')
  else {
    for (const [name, part] of Object.entries(plover)) {
      lines.push(
        '',
        `PLOVER, ${name === 'all' ? 'all' : `${name} numbers`}: ${part.items} sentences, macro F1 ${percent(part.scores.macroF1)}, without SUPPORT ${percent(part.withoutSupport)}, accuracy ${percent(part.scores.accuracy)}, calibration error ${percent(part.calibration.error)}`,
        ...tableOf(part.scores),
      )
    }
    lines.push(...calibrationLines(plover.all.calibration))
  }
  return [...lines, '', 'faults on folds 0–3 and on PLOVER’s even numbers', ...faults].join('\n')
}

const tableOf = ({ acts, confusion }: Scores): string[] => [
  'act             of  precision  recall     F1',
  ...acts.map(
    ({ act, of, precision, recall, f1 }) =>
      `${act.padEnd(12)} ${String(of).padStart(5)}      ${percent(precision)}   ${percent(recall)}  ${percent(f1)}`,
  ),
  ...(confusion.length === 0 ? [] : [`confused: ${confusion.slice(0, 12).join('; ')}`]),
]

const calibrationLines = ({ bins, error }: Calibration): string[] => [
  `confidence from  items  said  right   (error ${percent(error)})`,
  ...bins.map(
    ({ from, items, said, right }) =>
      `${from.toFixed(2).padEnd(14)} ${String(items).padStart(6)} ${percent(said)}  ${percent(right)}`,
  ),
]
