/** `bench [plain|ingest|extract|start|kernel|entities|register|links|verify|serve|search] [options]`: picks the bench and prints what it measured. */
import { parseArgs } from 'node:util'
import { defaultModel, models } from '../src/runtime/settings.ts'
import { benchArchive, formatArchive } from './archive.ts'
import { benchEntities, formatEntities } from './entities.ts'
import { benchExtract, formatExtract } from './extract.ts'
import { benchIngest, formatIngest } from './ingest.ts'
import { benchKernel, formatKernel } from './kernel.ts'
import { benchLinks, formatLinks } from './links.ts'
import { benchRegister, formatRegister } from './register.ts'
import { benchSearch, formatSearch } from './search.ts'
import { benchServe, formatServe } from './serve.ts'
import { benchStart, formatStart } from './start.ts'
import { benchVerify, formatVerify } from './verify.ts'

const usage =
  'usage: bench [plain|ingest|extract|start|kernel|entities|register|links|verify|serve|search] [--documents N] [--model full|fast|rules] [--data FILE.jsonl.gz] ' +
  '[--statements N,N,…] [--ledger PATH|postgres://…] [--at-most MS] [--format text|json]'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: 'string' },
    model: { type: 'string' },
    data: { type: 'string', default: '../shared/data/polnear/dev.jsonl.gz' },
    'at-most': { type: 'string' },
    // A million takes some minutes, most of them to fill the ledger.
    statements: { type: 'string' },
    pages: { type: 'string', default: '20000' },
    // Of the bench of search, which fills it where it is empty.
    ledger: { type: 'string' },
    format: { type: 'string', default: 'text' },
  },
})
const usual: Readonly<Record<string, string>> = { links: '10000,100000,1000000', search: '1000000' }
const statements = (values.statements ?? usual[positionals[0] ?? ''] ?? '100000').split(',').map(Number)
const counts = values.pages.split(',').map(Number)
const atMost = Number(values['at-most'] ?? Infinity)
// Storing is measured with the rules: they leave it the larger part of the time.
const bench = positionals[0] ?? 'plain'
// Of 15 statements each: 100,000 in all.
const documents = Number(values.documents ?? (bench === 'entities' ? 6_667 : 20_000))
const model = models.find((known) => known === (values.model ?? (bench === 'plain' ? 'rules' : defaultModel)))

const print = <Report>(report: Report, format: (report: Report) => string): void =>
  console.log(values.format === 'json' ? JSON.stringify(report) : format(report))

const benches: Readonly<Record<string, () => Promise<void> | void>> = {
  plain: async () => print(await benchIngest(documents, model!), formatIngest),
  // Several numbers of pages show whether time grows with them: --pages 5000,20000,80000.
  ingest: async () => print(await benchArchive(counts, model!, values.ledger ?? null), formatArchive),
  extract: async () => print(await benchExtract(model!, values.data), formatExtract),
  start() {
    const report = benchStart(model!)
    print(report, formatStart)
    if (report.best <= atMost) return
    console.error(`allowed ${atMost} ms`)
    process.exitCode = 1
  },
  entities: async () => print(await benchEntities(documents), formatEntities),
  register: () => print(benchRegister(Number(values.documents ?? 500_000)), formatRegister),
  kernel: () => print(benchKernel(), formatKernel),
  verify: async () => print(await benchVerify(statements[0]!), formatVerify),
  serve: async () => print(await benchServe(statements[0]!), formatServe),
  search: async () => print(await benchSearch(statements[0]!, values.ledger ?? null), formatSearch),
  links: async () => print(await benchLinks(statements), formatLinks),
}

const run = benches[bench]
if (run === undefined || model === undefined || !(documents >= 1) || Number.isNaN(atMost)) {
  console.error(usage)
  process.exitCode = 2
} else await run()
