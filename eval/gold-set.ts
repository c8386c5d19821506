/** Attributions against our own gold passages, a row a phenomenon: what a pipeline finds, misses and invents. */
import { readdirSync, readFileSync } from 'node:fs'
import type { ArticlePipeline } from './attribution-articles.ts'
import { agrees } from './attribution-measures.ts'
import { parseGold } from './gold.ts'

export interface GoldRow {
  readonly phenomenon: string
  readonly passages: number
  found: number
  gold: number
  right: number
}

const folder = new URL('./gold/', import.meta.url)

/** Runs every passage of `eval/gold`; a nested relation counts like any other. */
export async function evaluateGold(pipeline: ArticlePipeline): Promise<GoldRow[]> {
  const rows: GoldRow[] = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.gold.txt'))
    .sort()) {
    const passages = parseGold(readFileSync(new URL(file, folder), 'utf8'), file)
    const phenomenon = file.replace('.gold.txt', '')
    const row: GoldRow = { phenomenon, passages: passages.length, found: 0, gold: 0, right: 0 }
    for (const { text, relations } of passages) {
      const kind = phenomenon === 'headline' ? ('headline' as const) : ('paragraph' as const)
      let start = 0
      const blocks = text.split('\n\n').map((part) => {
        const block = { start, end: start + part.length, kind }
        start += part.length + 2
        return block
      })
      const doc = await pipeline.run({ text, lang: 'en', dct: null, layers: { blocks } })
      const open = new Set(relations)
      row.found += doc.layers.attributions.length
      row.gold += relations.length
      for (const attribution of doc.layers.attributions) {
        const match = [...open].find((relation) => agrees(attribution, relation))
        if (match === undefined) continue
        open.delete(match)
        row.right += 1
      }
    }
    rows.push(row)
  }
  return rows
}

export function formatGold(rows: readonly GoldRow[]): string {
  const total = rows.reduce(
    (sum, row) => ({ found: sum.found + row.found, gold: sum.gold + row.gold, right: sum.right + row.right }),
    { found: 0, gold: 0, right: 0 },
  )
  const line = (name: string, { found, gold, right }: { found: number; gold: number; right: number }) =>
    `${name.padEnd(22)} ${String(gold).padStart(5)} ${String(found).padStart(5)} ${String(right).padStart(5)}   ${percent(right, found)}  ${percent(right, gold)}`
  return [
    'phenomenon              gold found right   precision  recall',
    ...rows.map((row) => line(row.phenomenon, row)),
    line('all', total),
  ].join('\n')
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '    –' : ((100 * part) / whole).toFixed(1).padStart(5)
