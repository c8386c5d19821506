/** Measures storing in PostgreSQL: `node test/store/measure-postgres.ts [documents] [connections,…] [processes]`. */

/*
 * Made up beforehand, put by so many connections of one process or by so many processes with one connection each: the
 * documents of measure.ts without links (15 statements, 4,000 characters), those of the bench of links with (10 statements).
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { NewsCorpus } from '../../bench/links-corpus.ts'
import type { DocumentEntry } from '../../src/app/ports.ts'
import { shippedLinker } from '../../src/runtime/linker.ts'
import { openPostgresStore } from '../../src/store/postgres/postgres.ts'
import { invented } from '../support/invented-news.ts'
import { noPostgres, postgresLedger } from '../support/postgres.ts'

const [count = '2000', connections = '1,4', processes = '0', url, part, links] = process.argv.slice(2)
if (noPostgres !== null) throw new Error(noPostgres)
const linker = shippedLinker()

const entriesOf = (isLinked: boolean): DocumentEntry[] => {
  const news = new NewsCorpus(1, 'many')
  return Array.from({ length: Number(count) }, (_, number) => (isLinked ? news.next() : invented(number)))
}

if (url !== undefined) await putPart(url, Number(part), links === 'links')
else {
  for (const isLinked of [false, true]) {
    for (const each of connections.split(',').map(Number)) await measure(each, isLinked)
    if (processes !== '0') await measureProcesses(Number(processes), isLinked)
  }
}

async function measure(connections: number, isLinked: boolean): Promise<void> {
  const address = `${postgresLedger()}&application_name=measure-${process.pid}`
  const store = openPostgresStore(address, { connections, ...(isLinked ? { linker } : {}) })
  const entries = entriesOf(isLinked)
  await store.revision()
  const cpu = process.cpuUsage()
  const started = performance.now()
  let next = 0
  const puts = Array.from({ length: connections }, async () => {
    while (next < entries.length) await store.putDocument(entries[next++]!)
  })
  await Promise.all(puts)
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const found = isLinked ? `, ${(await store.links({ limit: 1 })).total} links` : ''
  console.log(
    `${connections} connections${isLinked ? ', linking' : ''}: ${Math.round(entries.length / seconds)} documents/s, ` +
      `processor time a document: ${((user + system) / 1000 / entries.length).toFixed(1)} ms here, ` +
      `${((await serverTime(address)) / entries.length).toFixed(1)} ms in the server; ${await sizeOf(address, entries.length)}${found}`,
  )
  await store.close()
}

async function measureProcesses(processes: number, isLinked: boolean): Promise<void> {
  const address = postgresLedger()
  await openPostgresStore(address).revision()
  const started = performance.now()
  const children = Array.from({ length: processes }, (_, part) =>
    spawn(
      process.execPath,
      [process.argv[1]!, count, '1', String(processes), address, String(part), isLinked ? 'links' : 'none'],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    ),
  )
  await Promise.all(children.map((child) => once(child, 'close')))
  const seconds = (performance.now() - started) / 1000
  console.log(`${processes} processes${isLinked ? ', linking' : ''}: all done in ${seconds.toFixed(1)} s with starting`)
}

async function putPart(address: string, part: number, isLinked: boolean): Promise<void> {
  const entries = entriesOf(isLinked).filter((_, number) => number % Number(processes) === part)
  const store = openPostgresStore(address, { connections: 1, ...(isLinked ? { linker } : {}) })
  await store.revision()
  const started = performance.now()
  for (const entry of entries) await store.putDocument(entry)
  const rate = entries.length / ((performance.now() - started) / 1000)
  console.log(`  process ${part}: ${Math.round(rate)} documents/s`)
  await store.close()
}

/** Processor time of the server's processes for this program, in milliseconds; where it runs on this machine, on Linux. */
async function serverTime(address: string): Promise<number> {
  const client = new pg.Client({ connectionString: address.replace(/\?.*/, '') })
  await client.connect()
  const { rows } = await client.query('SELECT pid FROM pg_stat_activity WHERE application_name = $1', [
    `measure-${process.pid}`,
  ])
  await client.end()
  const ticks = rows.map(({ pid }: { pid: number }) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      return Number(fields[11]) + Number(fields[12])
    } catch {
      return Number.NaN
    }
  })
  return 10 * ticks.reduce((sum, each) => sum + each, 0)
}

async function sizeOf(address: string, documents: number): Promise<string> {
  const client = new pg.Client({ connectionString: address.replace(/\?.*/, '') })
  await client.connect()
  const schema = new URL(address).searchParams.get('schema')
  const { rows } = await client.query(
    `SELECT sum(pg_total_relation_size(c.oid)) AS bytes FROM pg_class c WHERE relnamespace = $1::regnamespace AND relkind = 'r'`,
    [schema],
  )
  await client.end()
  return `${(Number(rows[0].bytes) / documents / 1000).toFixed(1)} kB a document`
}
