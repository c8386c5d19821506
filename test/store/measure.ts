/** Measures the SQLite store on an invented corpus: `node test/store/measure.ts [documents] [path]`. */

/*
 * Documents of about 4,000 characters with 15 statements each; words and names are drawn with Zipf's frequencies from
 * 40,000 and 20,000. The figures of the decision record come from here.
 */
import { rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StatementFilter, Store } from '../../src/app/ports.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { invented, words } from '../support/invented-news.ts'

const documents = Number(process.argv[2] ?? 13_334)
const path = process.argv[3] ?? join(tmpdir(), `onrecord-measure-${process.pid}.db`)

await measureStoring()
await measureListing()
for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })

async function measureStoring(): Promise<void> {
  const store = openSqliteStore(path)
  const every = Math.ceil(documents / 6)
  let [milliseconds, before] = [0, 0]
  const cpu = process.cpuUsage()
  for (let number = 1; number <= documents; number++) {
    const entry = invented(number)
    const started = performance.now()
    await store.putDocument(entry)
    milliseconds += performance.now() - started
    if (number % every === 0 || number === documents) {
      const megabytes = Math.round(process.memoryUsage().rss / 1e6)
      const rate = Math.round(((number % every || every) / (milliseconds - before)) * 1000)
      console.log(`${number} documents: ${rate} documents/s since the last line, ${megabytes} MB resident`)
      before = milliseconds
    }
  }
  const { user, system } = process.cpuUsage(cpu)
  await store.close()
  console.log(`stored ${documents} documents at ${Math.round((documents / milliseconds) * 1000)} documents/s`)
  console.log(
    `processor time with making the documents up: ${((user + system) / documents / 1000).toFixed(2)} ms a document`,
  )
  console.log(`the file has ${(statSync(path).size / documents / 1000).toFixed(1)} kB a document`)
}

async function measureListing(): Promise<void> {
  const store = openSqliteStore(path, { mode: 'existing' })
  const summary = await store.summary()
  console.log(`${summary.statements} statements by ${summary.speakers.length} speakers`)
  const name = (rank: number): string => summary.speakers[Math.min(rank, summary.speakers.length - 1)]!.name
  let deep: string | undefined
  for (let page = 0; page < Math.min(40, summary.statements / 1000 - 1); page++) {
    deep = (await store.listStatements({ limit: 1000, after: deep })).next ?? undefined
  }
  const filters: Record<string, Omit<StatementFilter, 'limit'>> = {
    'page 1': {},
    'page 800': { after: deep },
    form: { form: 'direct' },
    'manner that nothing has': { manner: 'thought' },
    'speaker of many': { speaker: name(0) },
    'speaker of one': { speaker: name(1e9) },
    'part of names': { speaker: 'en' },
    publisher: { publisher: 'publisher 0' },
    'three months': { from: '2019-01-01', to: '2019-03-31' },
    'the commonest word': { text: words[1]! },
    'a common word': { text: words[20]! },
    'a rare word': { text: words[5000]! },
    'two words': { text: `${words[300]} ${words[500]}` },
    'two of the commonest': { text: `${words[0]} ${words[2]}` },
    'phrase of two of the commonest': { text: `"${words[0]} ${words[1]}"` },
    'beginning of three letters': { text: `${words[500]!.slice(0, 3)}*` },
    'beginning of one letter': { text: 'e*' },
    'only an exclusion': { text: `-${words[0]}` },
    'a common word, part of names': { text: words[20]!, speaker: 'en' },
    'everything at once': {
      text: words[20]!,
      speaker: 'en',
      publisher: 'Publisher 0',
      from: '2019-01-01',
      form: 'direct',
    },
  }
  for (const [what, filter] of Object.entries(filters)) {
    await report(`statements: ${what}`, () => store.listStatements({ ...filter, limit: 50 }))
  }
  for (const what of ['page 1', 'publisher', 'the commonest word', 'two words'] as const) {
    await report(`documents: ${what}`, () => store.listDocuments({ ...filters[what], limit: 50 }))
  }
  await report('summary', async () => ({ total: (await store.summary()).statements }))
  await measureReading(store)
  await store.close()
}

async function measureReading(store: Store): Promise<void> {
  const { statement, document } = (await store.listStatements({ limit: 1 })).rows[0]!
  const one = (found: unknown) => ({ total: found === null ? 0 : 1 })
  await report('one statement', async () => one(await store.getStatement(statement.id)))
  await report('one document', async () => one(await store.getDocument(document.id)))
  await report('by digest', async () => one(await store.findByDigest(document.sha256, document.url)))
}

/** Prints the median of 21 times, the first of them, and how many rows match. */
async function report(what: string, ask: () => Promise<{ readonly total: number }>): Promise<void> {
  const times: number[] = []
  let total = 0
  for (let time = 0; time < 21; time++) {
    const started = performance.now()
    total = (await ask()).total
    times.push(performance.now() - started)
  }
  const first = times[0]!
  const median = times.sort((a, b) => a - b)[10]!
  console.log(`${what}: p50 ${median.toFixed(1)} ms, first ${first.toFixed(1)} ms, ${total} match`)
}
