/**
 * Writes src/core/chains/given-names.ts from the office holders' genders: `node train/chains/given-names.ts DATA`. A name is
 * taken where at least ten people bear it and 98 of 100 are of one gender (Wikidata, CC0).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const LEAST = 10
const SHARE = 0.98

const counts = new Map<string, { female: number; male: number }>()
const rows = readFileSync(join(process.argv[2] ?? '../shared/data', 'officials/people.csv'), 'utf8')
  .split('\n')
  .slice(1)
for (const row of rows) {
  const [, name, gender] = /^Q\d+,("[^"]*"|[^,]*),(?:"[^"]*"|[^,]*),(female|male),/.exec(row) ?? []
  const words = (name ?? '').replaceAll('"', '').split(' ')
  if (words.length < 2 || !/^\p{Script=Latin}+$/u.test(words[0]!) || !/^\p{Lu}\p{Ll}+$/u.test(words[0]!)) continue
  const count = counts.get(words[0]!) ?? { female: 0, male: 0 }
  count[gender as 'female' | 'male']++
  counts.set(words[0]!, count)
}
const namesOf = (gender: 'female' | 'male'): string[] =>
  [...counts]
    .filter(([, { female, male }]) => female + male >= LEAST && { female, male }[gender] >= SHARE * (female + male))
    .map(([name]) => name)
    .sort()

const lines = (names: readonly string[]): string => {
  const rows: string[] = []
  let row = ' '
  for (const name of names) {
    if (row.length + name.length > 118) {
      rows.push(row)
      row = ' '
    }
    row += ` ${name}`
  }
  return [...rows, row].join('\n').trim()
}
const set = (gender: 'female' | 'male'): string =>
  `const ${gender.toUpperCase()} = new Set(\n  \`${lines(namesOf(gender))}\`.split(/\\s+/),\n)`

writeFileSync(
  new URL('../../src/core/chains/given-names.ts', import.meta.url),
  `/** Given names that, among office holders, people of one gender alone bear; written by train/chains/given-names.ts, not by hand. */

${set('female')}
${set('male')}

/** Weak evidence, for 98 of 100 bearers at least. Null for names that both bear, and for all others. */
export const genderOfGivenName = (name: string): 'female' | 'male' | null =>
  FEMALE.has(name) ? 'female' : MALE.has(name) ? 'male' : null
`,
)
