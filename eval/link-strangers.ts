/** Statements of different pairs beside each other: nearly none relate, so that what is offered there tells of false alarms. */
import type { Relating } from '../src/core/links/link.ts'
import { relate } from '../src/core/links/relate.ts'
import { markedText, type PairSide, readPairs } from './link-pairs.ts'
import { pagesReader, type ReadStatement } from './link-reading.ts'
import { shippedModels } from './models.ts'

export interface Stranger {
  readonly found: Relating
  readonly a: string
  readonly b: string
}

export interface StrangersReport {
  readonly pairs: number
  /** By relation. */
  readonly offered: Readonly<Record<string, number>>
  /** All that is offered, for people to read: some of it is right, since many statements have the same speakers and topics. */
  readonly listed: readonly Stranger[]
}

/** Of the development half; null in a checkout without trained networks. */
export async function evaluateStrangers(): Promise<StrangersReport | null> {
  const models = shippedModels('full')
  if (models === null) return null
  const sides = readPairs('dev').flatMap(({ id, a, b }) => [pageOf(a, `${id} a`), pageOf(b, `${id} b`)])
  const statements = await pagesReader(models)(sides)
  const offered: Record<string, number> = {}
  const listed: Stranger[] = []
  let pairs = 0
  for (const [index, one] of statements.entries()) {
    // Two sides of one pair stand side by side.
    for (const other of statements.slice(index % 2 === 0 ? index + 2 : index + 1)) {
      if (one.text === other.text) continue
      pairs += 1
      const found = relate(one, other)
      if (found === null) continue
      offered[found.relation] = (offered[found.relation] ?? 0) + 1
      listed.push({ found, a: line(one), b: line(other) })
    }
  }
  listed.sort((x, y) => x.found.relation.localeCompare(y.found.relation) || y.found.confidence - x.found.confidence)
  return { pairs, offered, listed }
}

const pageOf = (side: PairSide, name: string) => ({
  ...markedText(side),
  published: side.published,
  publisher: side.publisher,
  name,
})

const line = ({ text, document }: ReadStatement): string => `${document.published} ${text}`

export function formatStrangers({ pairs, offered, listed }: StrangersReport, withList: boolean): string {
  const counts = Object.entries(offered).map(([relation, count]) => `${count} ${relation}`)
  return [
    `statements of different pairs, development half: ${pairs} pairs, offered: ${counts.join(', ') || 'nothing'}`,
    ...(withList
      ? listed.flatMap(({ found, a, b }) => [
          `${found.relation} ${found.type ?? ''} ${found.confidence.toFixed(2)}`,
          `    ${a}`,
          `    ${b}`,
        ])
      : []),
  ].join('\n')
}
