/** Statements of different matters beside each other: whatever is offered there is wrong, which pairs alone cannot tell. */
import type { Relating } from '../src/core/links/link.ts'
import { areStrangers, mattersOf } from './link-matters.ts'
import { type Half, readPairs } from './link-pairs.ts'
import { pageOf, pagesReader, type ReadStatement } from './link-reading.ts'
import { shippedModels } from './models.ts'
import { relate } from './shipped-linker.ts'

interface Stranger {
  readonly found: Relating
  readonly a: string
  readonly b: string
}

export interface StrangersReport {
  readonly half: Half
  readonly pairs: number
  /** By relation; all of it wrong. */
  readonly offered: Readonly<Record<string, number>>
  /** Of the development half alone, for people to read. */
  readonly listed: readonly Stranger[]
}

/** Null in a checkout without trained networks. */
export async function evaluateStrangers(half: Half): Promise<StrangersReport | null> {
  const models = shippedModels('full')
  if (models === null) return null
  const sides = readPairs(half).flatMap(({ id, a, b }) => [pageOf(a, `${id} a`), pageOf(b, `${id} b`)])
  const statements = await pagesReader(models)(sides)
  const matters = statements.map(({ text }) => mattersOf(text))
  const offered: Record<string, number> = {}
  const listed: Stranger[] = []
  let pairs = 0
  for (const [index, one] of statements.entries()) {
    for (let next = index + 1; next < statements.length; next++) {
      const arePair = index % 2 === 0 && next === index + 1
      if (arePair || !areStrangers(matters[index]!, matters[next]!)) continue
      pairs += 1
      const found = relate(one, statements[next]!)
      if (found === null) continue
      offered[found.relation] = (offered[found.relation] ?? 0) + 1
      if (half === 'dev') listed.push({ found, a: line(one), b: line(statements[next]!) })
    }
  }
  listed.sort((x, y) => x.found.relation.localeCompare(y.found.relation) || y.found.confidence - x.found.confidence)
  return { half, pairs, offered, listed }
}

const line = ({ text, document }: ReadStatement): string => `${document.published} ${text}`

export function formatStrangers({ half, pairs, offered, listed }: StrangersReport, withList: boolean): string {
  const counts = Object.entries(offered).map(([relation, count]) => `${count} ${relation}`)
  const lines = withList
    ? listed.flatMap(({ found: { relation, type, confidence }, a, b }) => [
        `${relation} ${type ?? ''} ${confidence.toFixed(2)}`,
        `    ${a}`,
        `    ${b}`,
      ])
    : []
  const summary = `${half} half, statements of different matters: ${pairs} pairs, wrongly offered ${counts.join(', ') || 'nothing'}`
  return [summary, ...lines].join('\n')
}
