/** Measures every rule beside the network, by how its finds stand to the network's: the figures of the table of rules. */
import { type Acceptance, isAccepted } from '../../src/core/attributions/combination.ts'
import type { Standing } from '../../src/core/attributions/rule-acceptance.ts'
import { judgedFinds } from './judged-finds.ts'

const [, , articlesFile, dumpFile] = process.argv
if (articlesFile === undefined || dumpFile === undefined) {
  console.error('usage: node train/relations/measure-rules.ts ARTICLES.jsonl.gz DUMP.jsonl')
  process.exit(2)
}
// Nothing is taken over the network's head here, so that every other standing is seen.
const everywhere: Acceptance = (_, standing) => standing !== 'over'
const counts = new Map<string, { found: number; agreed: number }>()
for (const { find, right } of await judgedFinds(articlesFile, dumpFile, everywhere)) {
  if (find.rule === null) continue
  const key = `${find.rule.by} ${find.standing}`
  const count = counts.get(key) ?? { found: 0, agreed: 0 }
  counts.set(key, { found: count.found + 1, agreed: count.agreed + (right ? 1 : 0) })
}
console.log('rule                 standing     found  agrees  accepted')
for (const [key, { found, agreed }] of [...counts].sort()) {
  const [rule, standing] = key.split(' ') as [string, Standing]
  const share = ((100 * agreed) / found).toFixed(0)
  const accepted = isAccepted(rule, standing) ? 'yes' : ''
  console.log(
    `${rule.padEnd(20)} ${standing.padEnd(12)} ${String(found).padStart(5)} ${share.padStart(6)}%  ${accepted}`,
  )
}
