/** Acts, polarity, conditions, deadlines and the truth of their confidence: on our own statements and on PLOVER's. */
import { readingOf } from '../src/core/act-reader.ts'
import type { ActDoc } from '../src/core/acts/act-view.ts'
import type { ActReading, ActType, Attribution, Doc } from '../src/core/doc.ts'
import { overlaps, type Span, sliceOf } from '../src/core/span.ts'
import { type ActItem, ownItems, type PloverItem, ploverItems } from './acts-data.ts'
import { type ArticlePipeline, blocksOf } from './attribution-articles.ts'

export const ACTS: readonly ActType[] =
  'assertion denial commitment refusal threat demand permission prediction criticism support question no-comment opinion'.split(
    ' ',
  ) as ActType[]

export interface Verdict {
  readonly expected: ActType
  readonly given: ActType | null
  readonly confidence: number
  /** What the reading rests on; empty where nothing was found. */
  readonly by: string
}

export interface Scores {
  readonly macroF1: number
  readonly accuracy: number
  readonly acts: readonly {
    act: ActType
    of: number
    precision: number | null
    recall: number | null
    f1: number | null
  }[]
  readonly confusion: readonly string[]
}

export interface Part {
  readonly items: number
  readonly scores: Scores
  readonly polarity: number
  readonly conditionExact: number
  readonly conditionOverlap: number
  readonly deadline: number
  readonly calibration: Calibration
}

export interface Calibration {
  readonly error: number
  readonly bins: readonly {
    readonly from: number
    readonly items: number
    readonly said: number
    readonly right: number
  }[]
}

export interface ActsReport {
  readonly given: { readonly folds: Part; readonly heldOut: Part }
  readonly found: { readonly folds: Part; readonly heldOut: Part }
  /** Null where the data is not there. */
  readonly plover: { readonly even: Plover; readonly odd: Plover; readonly all: Plover } | null
  /** Of folds 0 to 3 and of PLOVER's even numbers only. */
  readonly faults: readonly string[]
}

export interface Plover {
  readonly items: number
  readonly scores: Scores
  /** Without SUPPORT, half of which are treaties and embassies. */
  readonly withoutSupport: number
  readonly calibration: Calibration
}

interface Read {
  readonly item: ActItem
  readonly given: { reading: ActReading; by: string; doc: Doc } | null
}

export async function evaluateActs(data: string, pipeline: ArticlePipeline): Promise<ActsReport> {
  const given: Read[] = []
  const found: Read[] = []
  for (const item of ownItems()) {
    const blocks = blocksOf(item.text)
    const doc = (await pipeline.run({
      text: item.text,
      lang: 'en',
      dct: item.dct,
      layers: { blocks },
    })) as unknown as ActDoc
    given.push({ item, given: readGiven(doc, item.attribution) })
    const best = bestMatch(doc.layers.attributions, item.attribution)
    found.push({ item, given: best === null ? null : { ...readingOf(doc, best), doc } })
  }
  const faults = given.filter(({ item }) => item.fold < 4).flatMap(faultsOf)
  const plover = await readPlover(data, pipeline, faults)
  return { given: partsOf(given), found: partsOf(found), plover, faults }
}

/** Readings to fit confidence on: folds 0 to 3 and PLOVER's even numbers where they are there; nothing held out. */
export async function evaluateVerdicts(
  data: string,
  pipeline: ArticlePipeline,
): Promise<(Verdict & { isForeign: boolean })[]> {
  const items = [
    ...ownItems().filter(({ fold }) => fold < 4),
    ...(ploverItems(data) ?? []).filter(({ isOdd }) => !isOdd).map((item) => ({ ...item, dct: null })),
  ]
  const verdicts: (Verdict & { isForeign: boolean })[] = []
  for (const item of items) {
    const { text, dct, attribution, type } = item
    const layers = { blocks: blocksOf(text) }
    const doc = (await pipeline.run({ text, lang: 'en', dct, layers })) as unknown as ActDoc
    const { reading, by } = readGiven(doc, attribution)
    verdicts.push({
      expected: type,
      given: reading.type,
      confidence: reading.confidence,
      by,
      isForeign: 'event' in item,
    })
  }
  return verdicts
}

function readGiven(doc: ActDoc, attribution: Attribution): NonNullable<Read['given']> {
  const { utterances: _, ...layers } = doc.layers
  const only = { ...doc, layers: { ...layers, attributions: [attribution] } } as ActDoc
  return { ...readingOf(only, attribution), doc: only }
}

async function readPlover(data: string, pipeline: ArticlePipeline, faults: string[]): Promise<ActsReport['plover']> {
  const items = ploverItems(data)
  if (items === null) return null
  const read: { item: PloverItem; verdict: Verdict }[] = []
  for (const item of items) {
    const doc = (await pipeline.run({
      text: item.text,
      lang: 'en',
      dct: null,
      layers: { blocks: blocksOf(item.text) },
    })) as unknown as ActDoc
    const { reading, by } = readGiven(doc, item.attribution)
    const verdict = { expected: item.type, given: reading.type, confidence: reading.confidence, by }
    read.push({ item, verdict })
    if (!item.isOdd && verdict.given !== item.type)
      faults.push(`${item.id}: ${reading.type} (${by}) | ${item.text.slice(0, 160)}`)
  }
  const of = (keep: (item: PloverItem) => boolean): Plover => {
    const verdicts = read.filter(({ item }) => keep(item)).map(({ verdict }) => verdict)
    return {
      items: verdicts.length,
      scores: scoresOf(verdicts),
      withoutSupport: scoresOf(verdicts.filter(({ expected }) => expected !== 'support')).macroF1,
      calibration: calibrationOf(verdicts),
    }
  }
  return { even: of(({ isOdd }) => !isOdd), odd: of(({ isOdd }) => isOdd), all: of(() => true) }
}

const partsOf = (read: readonly Read[]): { folds: Part; heldOut: Part } => ({
  folds: partOf(read.filter(({ item }) => item.fold < 4)),
  heldOut: partOf(read.filter(({ item }) => item.fold === 4)),
})

function partOf(read: readonly Read[]): Part {
  const verdicts = read.map(
    ({ item, given }): Verdict => ({
      expected: item.type,
      given: given?.reading.type ?? null,
      confidence: given?.reading.confidence ?? 0,
      by: given?.by ?? '',
    }),
  )
  const polarity = read.filter(({ item, given }) => given?.reading.polarity === item.polarity).length / read.length
  const deadlines = read.filter(
    ({ item, given }) => item.deadline !== null || (given?.reading.deadline ?? null) !== null,
  )
  const deadline = deadlines.filter(({ item, given }) => deadlineIn(given) === item.deadline).length / deadlines.length
  const [exact, overlap] = conditionScores(read)
  return {
    items: read.length,
    scores: scoresOf(verdicts),
    polarity,
    conditionExact: exact,
    conditionOverlap: overlap,
    deadline,
    calibration: calibrationOf(verdicts.filter(({ given }) => given !== null)),
  }
}

function deadlineIn(given: Read['given']): string | null {
  const id = given?.reading.deadline ?? null
  return id === null ? null : (given!.doc.layers.timexes!.find((timex) => timex.id === id)?.value ?? null)
}

/** F1 of conditions, by the same span and by spans that share a character. */
function conditionScores(read: readonly Read[]): [number, number] {
  let gold = 0
  let found = 0
  let exact = 0
  let touching = 0
  for (const { item, given } of read) {
    const spans = given?.reading.condition ?? []
    found += spans.length
    if (item.condition === null) continue
    gold++
    const start = item.text.indexOf(item.condition)
    const wanted = { start, end: start + item.condition.length }
    if (spans.some((span) => span.start === wanted.start && span.end === wanted.end)) exact++
    if (spans.some((span) => overlaps(span, wanted))) touching++
  }
  return [(2 * exact) / (gold + found), (2 * touching) / (gold + found)]
}

/** Macro F1 over the acts that `verdicts` expect. */
export function scoresOf(verdicts: readonly Verdict[]): Scores {
  const acts = ACTS.flatMap((act) => {
    const of = verdicts.filter(({ expected }) => expected === act).length
    const told = verdicts.filter(({ given }) => given === act).length
    const right = verdicts.filter(({ expected, given }) => expected === act && given === act).length
    if (of === 0) return []
    const f1 = of + told === 0 ? 0 : (2 * right) / (of + told)
    return [{ act, of, precision: told === 0 ? null : right / told, recall: right / of, f1 }]
  })
  const right = verdicts.filter(({ expected, given }) => expected === given).length
  const confused = new Map<string, number>()
  for (const { expected, given } of verdicts) {
    if (expected === given) continue
    const pair = `${expected} read as ${given ?? 'nothing'}`
    confused.set(pair, (confused.get(pair) ?? 0) + 1)
  }
  return {
    macroF1: acts.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, acts.length),
    accuracy: right / Math.max(1, verdicts.length),
    acts,
    confusion: [...confused].sort(([, a], [, b]) => b - a).map(([pair, count]) => `${count} ${pair}`),
  }
}

/** Expected calibration error over five bins of what was said (Guo and others 2017). */
export function calibrationOf(verdicts: readonly Verdict[]): Calibration {
  const bins = [0, 0.5, 0.7, 0.8, 0.9, 0.95].map((from, index, all) => {
    const inside = verdicts.filter(({ confidence }) => confidence >= from && confidence < (all[index + 1] ?? 1.1))
    const said = inside.reduce((sum, { confidence }) => sum + confidence, 0)
    const right = inside.filter(({ expected, given }) => expected === given).length
    return {
      from,
      items: inside.length,
      said: said / Math.max(1, inside.length),
      right: right / Math.max(1, inside.length),
    }
  })
  const error = bins.reduce(
    (sum, { items, said, right }) => sum + (items * Math.abs(said - right)) / Math.max(1, verdicts.length),
    0,
  )
  return { error, bins: bins.filter(({ items }) => items > 0) }
}

function faultsOf({ item, given }: Read): string[] {
  if (given === null) return []
  const { reading, by } = given
  const faults: string[] = []
  if (reading.type !== item.type) faults.push(`${item.type} read as ${reading.type} (${by})`)
  if (reading.polarity !== item.polarity) faults.push(`polarity should be ${item.polarity}`)
  const shown = reading.condition.map((span) => sliceOf(item.text, span)).join(' … ')
  if (shown !== (item.condition ?? '')) faults.push(`condition "${shown}", should be "${item.condition ?? ''}"`)
  if (deadlineIn(given) !== item.deadline) faults.push(`deadline ${deadlineIn(given)}, should be ${item.deadline}`)
  return faults.map((fault) => `${fault} | ${item.text}`)
}

/** The found attribution that shares most of its content with the given one. */
function bestMatch(attributions: readonly Attribution[], gold: Attribution): Attribution | null {
  let best: Attribution | null = null
  let most = 0
  for (const one of attributions) {
    const shared = sharedOf(one.content, gold.content) / Math.max(sizeOf(one.content), sizeOf(gold.content))
    if (shared > most) {
      best = one
      most = shared
    }
  }
  return best
}

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)
const sharedOf = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce(
    (sum, x) => sum + b.reduce((part, y) => part + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0),
    0,
  )
