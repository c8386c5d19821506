/** Builds the register that ships: `node scripts/register.ts DATA OUT DATE`, DATA the folder of officials, OUT models/register. */
import { hash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packedBytes } from '../src/core/register/packed.ts'
import { RegisterBuilder } from '../src/core/register/register-builder.ts'
import { additions } from './register/additions.ts'
import { governments } from './register/governments.ts'
import { officials } from './register/officials.ts'
import { organisations } from './register/organisations.ts'
import { outlets } from './register/outlets.ts'
import { mergedParts, withIdsOf } from './register/parts.ts'

const [data, out, date] = process.argv.slice(2)
if (data === undefined || out === undefined || date === undefined) {
  console.error('usage: node scripts/register.ts DATA OUT DATE')
  process.exit(2)
}

const found = officials(data)
const own = additions(join(out, 'additions.csv'), found)
const people = withIdsOf(own, found)
const others = [people, governments(data), outlets(data)]
const bodies = organisations(
  data,
  [...others, own].flatMap(({ entities }) => entities),
)
const { entities, tenures } = mergedParts([...others, bodies, own])

const builder = new RegisterBuilder()
const indexes = new Map(entities.map((entity) => [entity.id, builder.add(entity)]))
for (const tenure of tenures) builder.addTenure(indexes.get(tenure.person)!, tenure)
const bytes = packedBytes(builder.build())

const kinds = Map.groupBy(entities, ({ kind }) => kind)
const counts = Object.fromEntries([...kinds].map(([kind, list]) => [kind, list.length]))
const meta = {
  name: 'register',
  version: 1,
  date,
  sources: JSON.parse(readFileSync(join(out, 'sources.json'), 'utf8')),
  entities: counts,
  tenures: tenures.length,
  files: { 'register.bin': hash('sha256', bytes) },
}
writeFileSync(join(out, 'register.bin'), bytes)
writeFileSync(join(out, 'meta.json'), `${JSON.stringify(meta, null, 2)}\n`)
console.log(`${bytes.length} bytes`, counts, `${tenures.length} tenures`)
