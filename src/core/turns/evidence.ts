/** Whether the labels of a text show that it is a transcript: many, of few speakers, in turn, with spoken words behind them. */
import type { Label, LabelStyle } from './label.ts'
import { namelessKind } from './label-words.ts'
import type { Title } from './title.ts'

/** A label, and what stands under it until the next. */
export interface Labelled {
  readonly label: Label
  /** Where a block begins; else behind a line break inside of one. */
  readonly opensBlock: boolean
}

/** Fewer labels show nothing, but under a title that announces a transcript. */
const LEAST_LABELS = 4
const LEAST_ANNOUNCED = 1
/** Names before colons are common in other texts: they need more of everything. */
const LEAST_NAMES = 5
/** Part of the text that has to stand under labels. */
const LEAST_COVERED = 0.5
/** Part of the turns that have to hold spoken words: "I", "you", a question. */
const LEAST_SPOKEN = 0.3
/** Part of the turns that may be quotations: a report that names its speakers before a colon has nothing else. */
const MOST_QUOTED = 0.3
/** Code units at the beginning of a turn that are looked at. */
const LOOKED_AT = 400

/**
 * The labels of `all` that are believed: those of the style that the text is set in; none where it is no transcript.
 * @param blocks how many may begin with a label.
 * @param length of the text that may be said, in code units: blocks without headline and furniture.
 * @param isNamed whether a single word is the last of a longer name elsewhere in the text.
 */
export function believedLabels(
  text: string,
  all: readonly Labelled[],
  end: number,
  blocks: number,
  length: number,
  title: Title | null,
  isNamed: (word: string) => boolean,
): readonly Label[] {
  const counted = countByKey(all)
  const announced = title?.announces === true
  // "Ana Pohl:" at first, "Pohl:" later.
  const surnames = new Set(
    [...counted.keys()].filter((key) => key.includes(' ')).map((key) => key.slice(key.lastIndexOf(' ') + 1)),
  )
  for (const styles of STYLES) {
    const kept = all.filter(
      ({ label, opensBlock }) => styles.includes(label.style) && isKept(label, opensBlock, counted, surnames),
    )
    if (kept.length === 0) continue
    const labels = kept.map(({ label }) => label)
    const isPlain = styles[0] === 'caps' || styles[0] === 'point'
    const everywhere = blocks > 1 && kept.filter(({ opensBlock }) => opensBlock).length === blocks
    const enough =
      (everywhere && isEvery(labels, counted)) ||
      (isPlain ? hasEnough(labels, counted, announced) : hasEnoughNames(labels, counted, announced, isNamed))
    if (enough && isSpoken(text, labels, end, length, announced && isPlain)) return labels
  }
  return []
}

/** In the order in which they are tried: the surest first. */
const STYLES: readonly (readonly LabelStyle[])[] = [
  ['caps', 'letter'],
  ['point', 'letter'],
  ['line', 'name'],
  ['name', 'letter'],
]

/** Nothing in the text stands without a label, as in captions: each names a person in full, or comes again. */
const isEvery = (labels: readonly Label[], counted: ReadonlyMap<string, number>): boolean =>
  labels.every(({ key, certain }) => certain || (counted.get(key) ?? 0) > 1 || key.includes(' '))

function countByKey(all: readonly Labelled[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>()
  for (const { label, opensBlock } of all) if (opensBlock) counted.set(label.key, (counted.get(label.key) ?? 0) + 1)
  return counted
}

/** Inside of a block only what opens blocks elsewhere; of what may be an abbreviation before a colon only what comes again. */
function isKept(
  label: Label,
  opensBlock: boolean,
  counted: ReadonlyMap<string, number>,
  surnames: ReadonlySet<string>,
): boolean {
  const count = counted.get(label.key) ?? 0
  if (!opensBlock && count === 0) return false
  return label.certain || count > 1 || label.key.length > 4 || surnames.has(label.key)
}

function hasEnough(labels: readonly Label[], counted: ReadonlyMap<string, number>, announced: boolean): boolean {
  const keys = new Set(labels.map(({ key }) => key))
  const named = labels.filter(({ style, certain, key }) => style !== 'letter' && (certain || counted.get(key)! > 1))
  if (announced && named.filter(({ certain }) => certain).length >= LEAST_ANNOUNCED) return true
  if (named.length === 0) return hasEnoughLetters(labels, announced)
  if (announced && named.length > 1) return true
  const repeated = [...keys].filter((key) => (counted.get(key) ?? 0) > 1)
  return labels.length >= LEAST_LABELS && keys.size > 1 && repeated.length > 0 && labels.length > keys.size + 1
}

/** Q and A alone are the form of an interview, and of a page of help. */
function hasEnoughLetters(labels: readonly Label[], announced: boolean): boolean {
  const questions = labels.filter(({ key }) => key === 'q').length
  return announced && questions > 1 && labels.length - questions > 1
}

function hasEnoughNames(
  labels: readonly Label[],
  counted: ReadonlyMap<string, number>,
  announced: boolean,
  isNamed: (word: string) => boolean,
): boolean {
  const keys = [...new Set(labels.map(({ key }) => key))]
  const repeated = keys.filter((key) => (counted.get(key) ?? 0) > 1)
  const isSpeaker = (key: string): boolean =>
    key.includes(' ') || namelessKind(key) !== null || key.length === 1 || isNamed(key)
  if (!repeated.every(isSpeaker)) return false
  if (announced) return labels.length > 2 && keys.length > 1 && labels.length > keys.length
  return labels.length >= LEAST_NAMES && repeated.length > 1 && labels.length >= 1.5 * keys.length
}

/** Most of the text stands under the labels, and it is talk. */
function isSpoken(text: string, labels: readonly Label[], end: number, length: number, announced: boolean): boolean {
  let spoken = 0
  let quoted = 0
  labels.forEach((label, i) => {
    const to = labels[i + 1]?.start ?? end
    const said = text.slice(label.end, Math.min(to, label.end + LOOKED_AT))
    if (TALK.test(said)) spoken++
    if (/^\s*['"“‘«]/.test(said)) quoted++
  })
  const covered = end - labels[0]!.start
  if (announced) return quoted <= labels.length / 2
  return (
    covered >= LEAST_COVERED * length && spoken >= LEAST_SPOKEN * labels.length && quoted <= MOST_QUOTED * labels.length
  )
}

const TALK = /\b(?:I|[Ww]e|[Yy]ou|[Yy]our|[Mm]y|[Oo]ur|us|me)\b|\?/
