/** `bench [ingest] [--documents N] [--format json]`: picks the bench and prints what it measured. */
import { parseArgs } from 'node:util'
import { benchIngest, formatIngest } from './ingest.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { documents: { type: 'string', default: '20000' }, format: { type: 'string', default: 'text' } },
})
const documents = Number(values.documents)
if ((positionals[0] ?? 'ingest') !== 'ingest' || !(documents >= 1)) {
  console.error('usage: bench [ingest] [--documents N] [--format text|json]')
  process.exitCode = 2
} else {
  const report = await benchIngest(documents)
  console.log(values.format === 'json' ? JSON.stringify(report) : formatIngest(report))
}
