/** How statements relate, on our own pairs: repeats and conflicts found, their types, the words that clash, and how sure. */
import { CONFLICT_TYPES, type Relating } from '../src/core/links/link.ts'
import { overlaps, type Span } from '../src/core/span.ts'
import {
  type Calibration,
  type CurvePoint,
  calibrationOf,
  curveOf,
  type Decision,
  type Score,
  scoreOf,
} from './link-measures.ts'
import { type LinkPair, type PairSet, readPairs } from './link-pairs.ts'
import { type PairReader, pageOf, pairReader, type ReadStatement } from './link-reading.ts'
import { shippedModels } from './models.ts'
import { linker, relate } from './shipped-linker.ts'

/** Why a pair counts as wrong, in one line; of pairs that the scorer may be written by. */
export interface LinkFault {
  readonly pair: string
  readonly category: string
  readonly is: string
  readonly should: string
  readonly a: string
  readonly b: string
}

export interface CategoryRow {
  readonly category: string
  readonly relation: LinkPair['relation']
  readonly pairs: number
  /** The relation is the one that should be; repeats and the same utterance may stand for each other. */
  readonly right: number
  /** What the others were taken for, most often first. */
  readonly instead: readonly string[]
}

export interface SetReport {
  readonly pairs: number
  /** Repeats and the same utterance as one. */
  readonly repeats: Score
  readonly exactly: Readonly<Record<'repeats' | 'same-utterance' | 'series', Score>>
  readonly conflicts: Score
  /** By type; of a conflict that is found with another type, neither type is right. */
  readonly types: Readonly<Record<string, Score>>
  /** Of the conflicts found that are some. */
  readonly typeAccuracy: number | null
  /** Of the conflicts found that are some: the words shown touch, on both sides, words that clash. */
  readonly clashShown: number | null
  readonly categories: readonly CategoryRow[]
  readonly calibration: Readonly<Record<'repeats' | 'conflicts', Calibration>>
  readonly curves: Readonly<Record<'repeats' | 'conflicts', readonly CurvePoint[]>>
  /** Of the pairs that are rightly found: those that a ledger would put beside each other at all, since they have keys in common. */
  readonly met: number | null
  /** Pairs that relate otherwise when their sides change places. */
  readonly asymmetric: number
}

export interface LinksReport {
  readonly sets: Readonly<Partial<Record<PairSet, SetReport>>>
  /** None of the test half. */
  readonly faults: readonly LinkFault[]
}

interface Judged {
  readonly pair: LinkPair
  readonly sides: readonly [ReadStatement, ReadStatement]
  readonly found: Relating | null
  readonly isAsymmetric: boolean
  readonly meets: boolean
}

/** Null in a checkout without trained networks. */
export async function evaluateLinks(sets: readonly PairSet[]): Promise<LinksReport | null> {
  const models = shippedModels('full')
  if (models === null) return null
  const read = pairReader(models)
  const reports: Partial<Record<PairSet, SetReport>> = {}
  const faults: LinkFault[] = []
  for (const set of sets) {
    const judged: Judged[] = []
    for (const pair of readPairs(set)) judged.push(await judge(pair, read))
    reports[set] = reportOf(judged)
    if (set !== 'test') faults.push(...judged.flatMap(faultOf))
  }
  return { sets: reports, faults }
}

async function judge(pair: LinkPair, read: PairReader): Promise<Judged> {
  const sides = await read(pageOf(pair.a, `${pair.id} a`), pageOf(pair.b, `${pair.id} b`))
  const found = relate(sides[0], sides[1])
  const turned = relate(sides[1], sides[0])
  const isAsymmetric = found?.relation !== turned?.relation || found?.type !== turned?.type
  return { pair, sides, found, isAsymmetric, meets: meets(sides) }
}

/** Statements of a ledger are compared where the keys that they share weigh 1 or more. */
function meets(sides: readonly [ReadStatement, ReadStatement]): boolean {
  const [keys, others] = sides.map((side) => linker.keysOf(linker.viewOf(side)))
  const shared = keys!.filter(({ key }) => others!.some((other) => other.key === key))
  return shared.reduce((sum, { weight }) => sum + weight, 0) >= 1
}

const isRepeat = (relation: string | undefined): boolean =>
  relation === 'repeats' || relation === 'same-utterance' || relation === 'renders'

function reportOf(judged: readonly Judged[]): SetReport {
  const exactly = (relation: string): Score =>
    count(
      judged,
      ({ pair }) => pair.relation === relation,
      ({ found }) => found?.relation === relation,
    )
  const conflicts = judged.filter(({ pair, found }) => pair.relation === 'conflicts' && found?.relation === 'conflicts')
  const share = (rows: readonly Judged[], is: (row: Judged) => boolean): number | null =>
    rows.length === 0 ? null : rows.filter(is).length / rows.length
  const repeatGold = judged.filter(({ pair }) => isRepeat(pair.relation)).length
  const conflictGold = judged.filter(({ pair }) => pair.relation === 'conflicts').length
  const repeatDecisions = decisionsOf(judged, isRepeat)
  const conflictDecisions = decisionsOf(judged, (relation) => relation === 'conflicts')
  return {
    pairs: judged.length,
    repeats: scoreOf(repeatDecisions.filter(({ isRight }) => isRight).length, repeatDecisions.length, repeatGold),
    exactly: {
      repeats: exactly('repeats'),
      'same-utterance': exactly('same-utterance'),
      series: exactly('series'),
    },
    conflicts: exactly('conflicts'),
    types: Object.fromEntries(
      CONFLICT_TYPES.map((type) => [
        type,
        count(
          judged,
          ({ pair }) => pair.type === type,
          ({ found }) => found?.relation === 'conflicts' && found.type === type,
        ),
      ]),
    ),
    typeAccuracy: share(conflicts, ({ pair, found }) => pair.type === found!.type),
    clashShown: share(conflicts, showsClash),
    categories: categoriesOf(judged),
    calibration: { repeats: calibrationOf(repeatDecisions), conflicts: calibrationOf(conflictDecisions) },
    curves: { repeats: curveOf(repeatDecisions, repeatGold), conflicts: curveOf(conflictDecisions, conflictGold) },
    met: share(
      judged.filter((row) => row.found !== null && isRight(row)),
      (row) => row.meets,
    ),
    asymmetric: judged.filter(({ isAsymmetric }) => isAsymmetric).length,
  }
}

function count(judged: readonly Judged[], isGold: (row: Judged) => boolean, isFound: (row: Judged) => boolean): Score {
  const found = judged.filter(isFound)
  return scoreOf(found.filter(isGold).length, found.length, judged.filter(isGold).length)
}

const decisionsOf = (judged: readonly Judged[], is: (relation: string | undefined) => boolean): Decision[] =>
  judged
    .filter(({ found }) => is(found?.relation))
    .map(({ pair, found }) => ({ confidence: found!.confidence, isRight: is(pair.relation) }))

/** Whether the words that the link shows touch, on both sides, words that were marked as clashing. */
function showsClash({ pair, sides, found }: Judged): boolean {
  return sides.every((side, index) => {
    const marked = pair.clash![index]!.flatMap((words) => placesOf(side.text, words))
    const shown = found!.because.filter(({ of }) => of === side.statement.id)
    return shown.some(({ span }) => marked.some((place) => overlaps(place, span)))
  })
}

function placesOf(text: string, words: string): Span[] {
  const places: Span[] = []
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    places.push({ start, end: start + words.length })
  }
  return places
}

const isRight = ({ pair, found }: Judged): boolean =>
  pair.relation === (found?.relation ?? 'none') || (isRepeat(pair.relation) && isRepeat(found?.relation))

function categoriesOf(judged: readonly Judged[]): CategoryRow[] {
  const names = [...new Set(judged.map(({ pair }) => pair.category))].sort()
  const rows = names.map((category): CategoryRow => {
    const own = judged.filter(({ pair }) => pair.category === category)
    const wrong = own.filter((row) => !isRight(row)).map(({ found }) => nameOf(found))
    const kinds = [...new Set(wrong)].map((name) => ({ name, times: wrong.filter((one) => one === name).length }))
    kinds.sort((a, b) => b.times - a.times)
    return {
      category,
      relation: own[0]!.pair.relation,
      pairs: own.length,
      right: own.length - wrong.length,
      instead: kinds.map(({ name, times }) => `${times} ${name}`),
    }
  })
  const order = ['same-utterance', 'repeats', 'series', 'conflicts', 'none']
  return rows.sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation))
}

const nameOf = (found: Relating | null): string =>
  found === null ? 'none' : found.type === null ? found.relation : `${found.relation} (${found.type})`

function faultOf(row: Judged): LinkFault[] {
  const { pair, sides, found } = row
  if (isRight(row) && (pair.type === null || pair.type === found?.type)) return []
  const should = pair.type === null ? pair.relation : `${pair.relation} (${pair.type})`
  const is = found === null ? 'none' : `${nameOf(found)} ${found.confidence.toFixed(2)}`
  return [{ pair: pair.id, category: pair.category, is, should, a: sides[0].text, b: sides[1].text }]
}
