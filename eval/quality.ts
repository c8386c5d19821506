/** Writes `docs/quality.md`: what is measured of acts, subjects, links and renderings, each beside what it means and does not mean. */
import { readFileSync, writeFileSync } from 'node:fs'

interface Measured {
  /** As `evaluate TASK` prints it. */
  readonly text: string
  /** As `--format json` has it. */
  readonly report: object
}

/** Null where the task has nothing to measure with. */
export type ReportOf = (task: string) => Promise<Measured | null>

interface Section {
  readonly task: string
  readonly title: string
  /** Page of how it works. */
  readonly page: string
  /** What the figures mean, and where they end. */
  readonly means: string
}

const SECTIONS: readonly Section[] = [
  {
    task: 'acts',
    title: 'Acts',
    page: 'acts.md',
    means:
      'What kind of move a statement makes, against statements of our own writing and against the PLOVER sentences mapped to our acts. ' +
      'Macro F1 weighs every act alike, however rare. The sentences of our own are well formed and have one act each; news has ' +
      'longer ones that do two things at once, and PLOVER marks events rather than statements, so that its labels fit only roughly.',
  },
  {
    task: 'subjects',
    title: 'Subjects',
    page: 'subjects.md',
    means:
      'What a statement is about. A subject counts as right where it is listed under the name that the gold has, so that a weapon named ' +
      'in the plural or a state named by its demonym must come out the same. What is a main thing and what a mere detail is a matter ' +
      'of judgement: a lower precision tells partly of a different judgement.',
  },
  {
    task: 'links',
    title: 'Links',
    page: 'links.md',
    means:
      'How two statements relate, on 300 pairs of our own, one half of which nobody looks at while the scorer is written. A pair of ' +
      'the gold set is hard on purpose and more often a conflict than any two statements of a newspaper are: a fifth of the pairs are ' +
      'unrelated, in a ledger nearly all are. So recall carries over to real pages better than precision does; therefore statements of ' +
      'different matters are set beside each other as well, and whatever is offered there is wrong. The figures of the development ' +
      'half are those of pairs that the scorer was written by, the test half tells what to expect, and "more pairs" what new people and ' +
      'matters do to it while they are new. SICK describes pictures in short sentences and MSR counts two sentences of one story as paraphrases even where one ' +
      'tells more than the other; neither has speakers, dates or promises, and nothing was tuned for them. Entailment goes one way, ' +
      'a repeat goes both.',
  },
  {
    task: 'renderings',
    title: 'Renderings',
    page: 'verify.md',
    means:
      'Whether a report finds the turn of a White House briefing that it renders among all turns of the same speaker there, and whether ' +
      'it is said rightly how faithful it is. The reports are ours, 60 of them, so that one of them is more than one per cent; the ' +
      'briefings are carefully transcribed, which a transcript by machine is not.',
  },
]

interface Glance {
  readonly task: string
  readonly what: string
  /** Keys into the report. */
  readonly at: readonly string[]
  /** What is asked for, a share. */
  readonly target: number | null
}

/** The figures that were asked for. */
const AT_A_GLANCE: readonly Glance[] = [
  { task: 'acts', what: 'acts, held out: macro F1', at: ['given', 'heldOut', 'scores', 'macroF1'], target: 0.8 },
  { task: 'acts', what: 'acts, PLOVER: macro F1', at: ['plover', 'all', 'scores', 'macroF1'], target: 0.65 },
  { task: 'links', what: 'repeats, test half: F1', at: ['sets', 'test', 'repeats', 'f1'], target: 0.85 },
  {
    task: 'links',
    what: 'conflicts, test half: precision',
    at: ['sets', 'test', 'conflicts', 'precision'],
    target: 0.85,
  },
  { task: 'links', what: 'conflicts, test half: recall', at: ['sets', 'test', 'conflicts', 'recall'], target: 0.5 },
  {
    task: 'links',
    what: 'SICK, contradiction: F1',
    at: ['corpora', 'sick', 'train', 'contradiction', 'f1'],
    target: null,
  },
  { task: 'renderings', what: 'renderings, all 60: turn and fidelity', at: ['fidelity'], target: 0.9 },
  {
    task: 'renderings',
    what: 'renderings, test half: turn and fidelity',
    at: ['halves', 'test', 'fidelity'],
    target: 0.9,
  },
]

/** Pages whose figures are measured elsewhere, and the floors that hold them. */
const OTHERS = [
  {
    what: 'attributions: source, cue, content',
    page: 'attribution-model.md',
    task: 'attribution',
    prefix: 'attribution.',
  },
  { what: 'our own passages: attributions', page: 'relations.md', task: 'gold', prefix: 'gold.' },
  { what: 'words and names', page: 'word-layers.md', task: 'words', prefix: 'words.' },
  { what: 'names', page: 'word-layers.md', task: 'mentions', prefix: 'mentions.' },
  { what: 'times', page: 'time.md', task: 'time', prefix: 'time.' },
  { what: 'chains', page: 'chains.md', task: 'chains', prefix: 'chains.' },
  { what: 'speakers', page: 'speakers.md', task: 'speakers', prefix: 'speakers.' },
  { what: 'addressee, medium, relays', page: 'utterances.md', task: 'utterances', prefix: 'utterances.' },
  { what: 'whole records', page: 'register.md', task: 'records', prefix: 'records.' },
] as const

/** Tasks that the page has a section or a row for. */
export const tasksOnPage: readonly string[] = [...SECTIONS, ...OTHERS].map(({ task }) => task)

const target = new URL('../docs/quality.md', import.meta.url)

/**
 * Measures and writes the page.
 * @param day ISO date of the measuring.
 */
export async function writeQuality(reportOf: ReportOf, day: string): Promise<string> {
  const reports = new Map<string, Measured | null>()
  for (const { task } of SECTIONS) reports.set(task, await reportOf(task))
  const page = [
    '# Quality',
    '',
    `Written by \`npm run evaluate -- quality\`, measured on ${day}. Do not edit: measure again.`,
    '',
    'Percentages throughout: P is precision, R recall. How the gold sets are made: [eval/gold/README.md](../eval/gold/README.md).',
    'Data that is not part of the repository is read from the folder that `--data` names; where it is absent, its lines are missing.',
    '',
    '| figure | measured | asked for |',
    '|---|---|---|',
    ...AT_A_GLANCE.map((glance) => glanceRow(glance, reports.get(glance.task) ?? null)),
    '',
    ...SECTIONS.map((section) => sectionOf(section, reports.get(section.task)?.text ?? null)),
    ...othersOf(),
  ].join('\n')
  writeFileSync(target, `${page.trimEnd()}\n`)
  return page
}

function glanceRow({ what, at, target: least }: Glance, measured: Measured | null): string {
  const value = at.reduce<unknown>((from, key) => (from as Record<string, unknown> | null)?.[key], measured?.report)
  const share = shareOf(value)
  const shown = share === null ? '–' : (100 * share).toFixed(1)
  return `| ${what} | ${shown} | ${least === null ? '' : `at least ${(100 * least).toFixed(0)}`} |`
}

/** Of a figure, or of a count of what is right. */
function shareOf(value: unknown): number | null {
  if (typeof value === 'number') return value
  const { right, of } = (value ?? {}) as { right?: number; of?: number }
  return right === undefined || of === undefined || of === 0 ? null : right / of
}

function sectionOf({ task, title, page, means }: Section, report: string | null): string {
  const body =
    report === null ? 'Not measured here: what it needs was absent.' : `\`\`\`text\n${withoutFaults(report)}\n\`\`\``
  const more = hasPage(page) ? ` How it works: [${page}](${page}).` : ''
  return [`## ${title}`, '', `\`npm run evaluate -- ${task}\`.${more}`, '', means, '', body, ''].join('\n')
}

/** Faults are for those who mend them, and may hold sentences of others. */
const withoutFaults = (report: string): string => report.split(/\n+faults /)[0]!.trimEnd()

/** The floors stand for the figures: each is a little below what was measured last, and no change may fall below. */
function othersOf(): string[] {
  const baseline = JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as {
    least: Record<string, number>
  }
  const rows = OTHERS.flatMap(({ what, page, task, prefix }) => {
    const floors = Object.entries(baseline.least).filter(([name]) => name.startsWith(prefix))
    if (floors.length === 0) return []
    const figures = floors.map(([name, least]) => `${name.slice(prefix.length)} ${(100 * least).toFixed(1)}`)
    return [`| ${what} | ${figures.join(', ')} | \`${task}\` | ${hasPage(page) ? `[${page}](${page})` : ''} |`]
  })
  return [
    '## Everything before',
    '',
    'What the statements are made of. Given are the floors of `eval/baseline.json`, each a little below what was measured when it was set:',
    '`npm run evaluate -- floors` measures all anew and fails below one of them.',
    '',
    '| what | at least | task | page |',
    '|---|---|---|---|',
    ...rows,
  ]
}

const hasPage = (page: string): boolean => {
  try {
    readFileSync(new URL(`../docs/${page}`, import.meta.url))
    return true
  } catch {
    return false
  }
}
