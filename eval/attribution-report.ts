/** The report of `evaluate attribution` as text: one table a question. */
import type { AttributionReport } from './attribution.ts'
import { type Humans, SUPPORT } from './attribution-humans.ts'
import { PHENOMENA, type PhenomenonCount } from './attribution-phenomena.ts'
import type { Reliability } from './attribution-reliability.ts'
import { type Rates, ratio, type Score } from './attribution-score.ts'

export const formatAttribution = (report: AttributionReport): string =>
  [
    [
      `${report.articles} articles, ${report.annotations} annotations: every annotation counts, but where it says "first annotator"`,
    ],
    scoreTable('exact: same first and last token in one paragraph', report.exact),
    scoreTable('overlap: a token shared; content30, content80: 30, 80 % of both', report.overlap),
    scoreTable('whole relations (lenient: contents overlap by half, sources touch)', {
      exact: report.relations.exact,
      lenient: report.relations.lenient,
      'exact, first annotator': report.first.exact,
      'lenient, first annotator': report.first.lenient,
    }),
    scoreTable('exact content by form', report.forms),
    phenomenonTable(report),
    ...humanTables(report.humans),
    reliabilityTable(report.reliability),
    ruleTable(report.rules),
    [
      `${report.nested.found} more finds inside the contents of others, ${report.nested.agreed} of which agree: counted nowhere above`,
    ],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')

function scoreTable(title: string, scores: Readonly<Record<string, Score>>): string[] {
  return [
    title,
    `${''.padEnd(NAME)} ${right('precision', 'recall', 'F1', 'found', 'gold')}`,
    ...Object.entries(scores).map(
      ([name, { precision, recall, f1, found, gold }]) =>
        `${name.padEnd(NAME)} ${right(percent(precision), percent(recall), percent(f1), String(found), String(gold))}`,
    ),
  ]
}

/** People stand beside the finds where the file lets them be compared. */
function phenomenonTable({ phenomena, humans }: AttributionReport): string[] {
  const recalls = (count: PhenomenonCount): [string, string] => [
    percent(ratio(count.relationsFound, count.relations)),
    percent(ratio(count.contentsFound, count.contents)),
  ]
  const people = humans === null ? [] : ['people', 'people']
  return [
    'recall by phenomenon: relations (lenient) and contents (exact); a relation may stand in several rows',
    `${''.padEnd(NAME)} ${right('relations', 'recall', 'contents', 'recall', ...people)}`,
    ...PHENOMENA.map((name) => {
      const count = phenomena[name]
      const [relations, contents] = recalls(count)
      const theirs = humans === null ? [] : recalls(humans.phenomena[name])
      return `${name.padEnd(NAME)} ${right(String(count.relations), relations, String(count.contents), contents, ...theirs)}`
    }),
    ...(humans === null ? [] : ['people: recall of one annotator against another, relations and contents']),
  ]
}

function humanTables(humans: Humans | null): string[][] {
  if (humans === null) return [['no article has more than one annotator: agreement between people is not measured']]
  const { articles, pairs, between, ours, support } = humans
  const row = (name: string, people: Rates, finds: Rates) =>
    `${name.padEnd(NAME)} ${right(percent(people.precision), percent(people.recall), percent(people.f1), percent(finds.precision), percent(finds.recall), percent(finds.f1))}`
  const rows = <Name extends string>(
    kind: string,
    people: Readonly<Record<Name, Rates>>,
    finds: Readonly<Record<Name, Rates>>,
  ) => (Object.keys(people) as Name[]).map((name) => row(`${kind} ${name}`, people[name], finds[name]))
  return [
    [
      `people: one annotator against another, mean of ${pairs} ordered pairs, ${articles} articles; beside them the finds on the same articles`,
      `${''.padEnd(NAME)} ${right('people P', 'R', 'F1', 'finds P', 'R', 'F1')}`,
      ...rows('exact', between.exact, ours.exact),
      ...rows('overlap', between.overlap, ours.overlap),
      ...rows('relations', between.relations, ours.relations),
    ],
    [
      'annotated relations by how many of the other annotators have them (lenient)',
      `${''.padEnd(NAME)} ${right('relations', 'found', 'missed', 'recall')}`,
      ...SUPPORT.map((name) => {
        const { relations, found } = support[name]
        return `${name.padEnd(NAME)} ${right(String(relations), String(found), String(relations - found), percent(ratio(found, relations)))}`
      }),
    ],
  ]
}

const reliabilityTable = ({ bins, error }: Reliability): string[] => [
  'confidence, first annotator (right: lenient)',
  `${''.padEnd(NAME)} ${right('found', 'mean', 'right')}`,
  ...bins.map(
    ({ from, to, found, confidence, right: share }) =>
      `${`${from.toFixed(1)} to ${to.toFixed(1)}`.padEnd(NAME)} ${right(String(found), percent(confidence), percent(share))}`,
  ),
  `expected calibration error ${percent(error)}`,
]

const ruleTable = (rules: AttributionReport['rules']): string[] => [
  'found by, first annotator (agrees: lenient)',
  `${''.padEnd(NAME)} ${right('found', 'agrees')}`,
  ...Object.entries(rules)
    .sort(([, a], [, b]) => b.found - a.found)
    .map(([name, { found, agreed }]) => `${name.padEnd(NAME)} ${right(String(found), percent(agreed / found))}`),
]

/** Width of the first column. */
const NAME = 26

const right = (...cells: readonly string[]): string => cells.map((cell) => cell.padStart(9)).join(' ')

const percent = (value: number | null): string => (value === null ? '–' : (100 * value).toFixed(1))
