/** `bench [ingest|kernel] [--documents N] [--format json]`: picks the bench and prints what it measured. */
import { parseArgs } from 'node:util'
import { benchIngest, formatIngest } from './ingest.ts'
import { benchKernel, formatKernel } from './kernel.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { documents: { type: 'string', default: '20000' }, format: { type: 'string', default: 'text' } },
})
const documents = Number(values.documents)
const asJson = values.format === 'json'
const bench = positionals[0] ?? 'ingest'
if (bench === 'ingest' && documents >= 1) {
  const report = await benchIngest(documents)
  console.log(asJson ? JSON.stringify(report) : formatIngest(report))
} else if (bench === 'kernel') {
  const report = benchKernel()
  console.log(asJson ? JSON.stringify(report) : formatKernel(report))
} else {
  console.error('usage: bench [ingest|kernel] [--documents N] [--format text|json]')
  process.exitCode = 2
}
