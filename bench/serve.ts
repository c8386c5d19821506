/** How fast pages are answered from a ledger of a hundred thousand statements under a steady load, and what the server holds. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openSqliteStore } from '../src/store/sqlite.ts'
import { NewsCorpus, STATEMENTS } from './links-corpus.ts'
import { wordOf, zipf } from './zipf-words.ts'

interface ServeBench {
  readonly statements: number
  readonly loads: readonly {
    readonly page: string
    readonly aSecond: number
    readonly requests: number
    readonly failed: number
    readonly p50: number
    readonly p99: number
    /** Kilobytes of HTML: the largest answer. */
    readonly largest: number
  }[]
  /** Most megabytes of memory the server had (VmHWM). */
  readonly memory: number
  /** Kilobytes of all client modules together, compressed. */
  readonly script: number
  /** Milliseconds until a browser paints the ledger page, best of five; null where there is no browser. */
  readonly paint: number | null
}

const A_SECOND = 100
const SECONDS = 20
const WARM = 200

export async function benchServe(statements: number): Promise<ServeBench> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-serve-'))
  const ledger = join(folder, 'serve.db')
  try {
    const { documents, speakers, ids } = await filled(ledger, statements)
    const { url, server } = await served(ledger)
    try {
      const pages: readonly (readonly [string, (at: number) => string])[] = [
        ['ledger', () => '/'],
        ['search', (at) => searchAt(at, speakers)],
        ['document', (at) => `/documents/${documents[(at * 7919) % documents.length]}`],
        ['statement', (at) => `/statements/${ids[(at * 7919) % ids.length]}`],
      ]
      const loads = []
      for (const [page, pathAt] of pages) loads.push({ page, ...(await load(url, pathAt)) })
      return {
        statements: documents.length * STATEMENTS,
        loads,
        memory: Math.round(peakOf(server) / 1024),
        script: Math.round(scriptSize() / 102.4) / 10,
        paint: await paintOf(`${url}/`),
      }
    } finally {
      server.kill('SIGINT')
      await new Promise((resolve) => server.once('exit', resolve))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * What people search for: a word, two, a word and a speaker, a speaker. Every request another one; words from the tenth commonest
 * on, since nobody looks for "said".
 */
function searchAt(at: number, speakers: readonly string[]): string {
  const rank = (seed: number): number => 10 + ((seed * 7919) % 3000)
  const word = wordOf(rank(at))
  const speaker = speakers[(at * 17) % speakers.length]!
  const queries: readonly Readonly<Record<string, string>>[] = [
    { text: word },
    { text: word, speaker },
    { speaker },
    { text: `${word} ${wordOf(rank(at) >> 3)}` },
  ]
  return `/?${new URLSearchParams(queries[at % queries.length])}`
}

/** Statements of the generator, which have some hundred words, each with eight words more, as unevenly common as those of news. */
async function filled(ledger: string, statements: number) {
  const store = openSqliteStore(ledger)
  const corpus = new NewsCorpus()
  const [documents, ids]: [string[], string[]] = [[], []]
  const speakers = new Set<string>()
  for (let number = 0; number < statements / STATEMENTS; number++) {
    const entry = corpus.next()
    const worded = entry.statements.map((statement, at) => {
      const words = Array.from({ length: 8 }, (_, word) => wordOf(zipf(number * 1009 + at * 31 + word)))
      return { ...statement, content: { ...statement.content, text: `${statement.content.text} ${words.join(' ')}` } }
    })
    await store.putDocument({ ...entry, statements: worded })
    documents.push(entry.document.id)
    for (const { id, speaker } of entry.statements) {
      ids.push(id)
      if (speaker !== null) speakers.add(speaker.name)
    }
  }
  await store.close()
  return { documents, ids, speakers: [...speakers] }
}

async function served(ledger: string): Promise<{ readonly url: string; readonly server: ChildProcess }> {
  const program = join(import.meta.dirname, '../bin/onrecord.js')
  const server = spawn(process.execPath, [program, 'serve', '--ledger', ledger, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stdout!.on('data', (part) => {
      said += String(part)
      const address = /http:\/\/[\w.:]+/.exec(said)
      if (address !== null) resolve(address[0])
    })
    server.once('exit', () => reject(new Error('the server ended')))
  })
  return { url, server }
}

/** Requests are sent at their time, however many are under way; what each waits counts from then on. */
async function load(url: string, pathAt: (at: number) => string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  for (let at = 0; at < WARM; at++) await answered(url + pathAt(at + 100_000), agent)
  const requests = A_SECOND * SECONDS
  const started = performance.now()
  const all: Promise<{ readonly ms: number; readonly ok: boolean; readonly bytes: number }>[] = []
  for (let at = 0; at < requests; at++) {
    const due = started + (at * 1000) / A_SECOND
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    all.push(answered(url + pathAt(at), agent).then(({ ok, bytes }) => ({ ok, bytes, ms: performance.now() - due })))
  }
  const done = await Promise.all(all)
  agent.destroy()
  const times = done.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number): number => Math.round(times[Math.floor((times.length - 1) * share)]! * 10) / 10
  return {
    aSecond: A_SECOND,
    requests,
    failed: done.filter(({ ok }) => !ok).length,
    p50: at(0.5),
    p99: at(0.99),
    largest: Math.round(Math.max(...done.map(({ bytes }) => bytes)) / 102.4) / 10,
  }
}

function answered(address: string, agent: Agent): Promise<{ readonly ok: boolean; readonly bytes: number }> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { accept: 'text/html' } }, (response) => {
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
      })
      response.once('end', () => resolve({ ok: response.statusCode === 200, bytes }))
    }).once('error', reject)
  })
}

/** Kilobytes. */
const peakOf = ({ pid }: ChildProcess): number =>
  existsSync(`/proc/${pid}/status`)
    ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN)
    : Number.NaN

/** As they are written: types are stripped before they are sent. */
function scriptSize(): number {
  const folder = join(import.meta.dirname, '../src/web/client')
  const modules = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  return modules.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0)
}

async function paintOf(url: string): Promise<number | null> {
  const executablePath = process.env.ONRECORD_CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) return null
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
  const times: number[] = []
  for (let run = 0; run < 5; run++) {
    const page = await browser.newPage()
    await page.goto(url)
    times.push(
      (await page.evaluate(
        'performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.MAX_VALUE',
      )) as number,
    )
    await page.close()
  }
  await browser.close()
  return Math.round(Math.min(...times))
}

export const formatServe = ({ statements, loads, memory, script, paint }: ServeBench): string =>
  [
    `ledger of ${statements} statements; ${SECONDS} seconds of each page at ${A_SECOND} requests a second; milliseconds`,
    ...loads.map(
      ({ page, p50, p99, failed, largest, requests }) =>
        `  ${page.padEnd(10)} p50 ${String(p50).padStart(6)}  p99 ${String(p99).padStart(6)}  ${requests - failed} of ${requests} answered, at most ${largest} kB`,
    ),
    `  server memory ${memory} MB at its most; client script ${script} kB compressed; first paint ${paint === null ? 'not measured: no browser' : `${paint} ms`}`,
  ].join('\n')
