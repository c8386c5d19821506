/** Tests of `onrecord/client`, of lists as lines of JSON, and of a client that somebody else's generator makes. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { generateApi } from 'swagger-typescript-api'
import type { StatementFilter, Store } from '../src/app/ports.ts'
import { createClient, OnrecordProblem } from '../src/client/index.ts'
import { openApi } from '../src/server/openapi.ts'
import { serve } from '../src/server/serve.ts'
import { askedLedger, questions } from './support/asked-ledger.ts'
import { scratchFolder } from './support/ledger-path.ts'
import { sampleRegister } from './support/sample-talks.ts'

const folder = scratchFolder()
const store = await askedLedger(join(folder, 'client.db'))
const deps = { store, register: sampleRegister }
const serving = await serve(deps, { port: 0 })
after(async () => {
  await serving.close(1000)
  await store.close()
})
const client = createClient(serving.url)
const json = async (path: string) => (await fetch(`${serving.url}/api/v1${path}`)).json() as Promise<unknown>

test('every method gives what the API gives', async () => {
  const id = questions.getStatement![0]!.id!
  const document = questions.getDocument![0]!.id!
  const changed = questions.getChanges![2]!.id!
  const claim = questions.getClaim![0]!.id!
  const pairs: readonly (readonly [Promise<unknown>, string])[] = [
    [client.statements({ speaker: 'Orlova', limit: 2 }), '/statements?speaker=Orlova&limit=2'],
    [client.documents({ text: 'bridge' }), '/documents?text=bridge'],
    [client.speakers(), '/speakers'],
    [client.subjects({ limit: 1 }), '/subjects?limit=1'],
    [client.sources({ text: 'radio' }), '/sources?text=radio'],
    [client.links({ relation: 'conflicts' }), '/links?relation=conflicts'],
    [client.statement(id), `/statements/${id}`],
    [client.relations(id), `/statements/${id}/relations`],
    [client.claim(claim), `/claims/${claim}`],
    [client.document(document), `/documents/${document}`],
    [client.changes({ from: '2026-03-05' }), '/changes?from=2026-03-05'],
    [client.changesOf(changed), `/documents/${encodeURIComponent(changed)}/changes`],
    [client.passage(document, { start: 10, end: 90 }), `/documents/${document}/passage?start=10&end=90`],
    [client.speaker('Ana Pohl', { limit: 1 }), '/speakers/Ana%20Pohl?limit=1'],
    [client.subject('ferries'), '/subjects/ferries'],
    [client.source('Island Radio'), '/sources/Island%20Radio'],
    [client.timeline({ speaker: 'Q501', about: 'ferries' }), '/timeline?speaker=Q501&about=ferries'],
    [client.facets({ speaker: 'Orlova' }), '/facets?speaker=Orlova'],
    [client.complete('Orl'), '/complete?text=Orl'],
    [client.summary(), '/summary'],
    [client.verify({ quote: 'the ferries run on 3' }), '/verify?quote=the+ferries+run+on+3'],
  ]
  for (const [answer, path] of pairs) assert.deepEqual(await answer, await json(path), path)
})

test('all rows come one by one, over as many pages as there are', async () => {
  const { total } = await client.statements({ limit: 1 })
  const seen = new Set<string>()
  for await (const { statement } of client.allStatements({ limit: 1 })) seen.add(statement.id)
  assert.equal(seen.size, total)
  let first = 0
  for await (const _ of client.allDocuments()) if (++first === 2) break
  assert.equal(first, 2)
})

test('a problem is an error with code and hint', async () => {
  await assert.rejects(client.statement('d-0000000000000000.1-2'), (error) => {
    assert.ok(error instanceof OnrecordProblem)
    assert.deepEqual([error.status, error.code], [404, 'unknown-id'])
    assert.ok(error.hint !== null && error.message.includes('d-0000000000000000.1-2'))
    return true
  })
  await assert.rejects(
    async () => {
      for await (const _ of client.allStatements({ from: 'yesterday' })) assert.fail()
    },
    { code: 'invalid-input', status: 400 },
  )
})

test('a token is sent; a signal and the time end a request', async () => {
  const seen: (string | null)[] = []
  const silent = createClient('http://127.0.0.1:1/under/', {
    token: 'secret',
    timeout: 20,
    fetch: (address, init) => {
      seen.push(String(address), new Headers(init?.headers).get('authorization'))
      return new Promise((_, reject) => {
        const signal = init!.signal!
        if (signal.aborted) reject(signal.reason)
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    },
  })
  await assert.rejects(silent.summary(), { name: 'TimeoutError' })
  await assert.rejects(silent.allStatements().next(), { name: 'TimeoutError' })
  await assert.rejects(silent.summary({ timeout: 5000, signal: AbortSignal.abort() }), { name: 'AbortError' })
  assert.deepEqual(seen.slice(0, 2), ['http://127.0.0.1:1/under/api/v1/summary', 'Bearer secret'])
})

// ── lines of JSON

test('a list as lines has every row of every page, in order, and nothing else', async () => {
  for (const [path, accept] of [
    ['/statements?format=ndjson', '*/*'],
    ['/documents', 'application/x-ndjson'],
    ['/links', 'application/x-ndjson'],
    ['/subjects', 'application/x-ndjson'],
    ['/sources?format=ndjson', '*/*'],
  ] as const) {
    const response = await fetch(`${serving.url}/api/v1${path}`, { headers: { accept } })
    assert.equal(response.headers.get('content-type'), 'application/x-ndjson')
    const text = await response.text()
    assert.ok(text.endsWith('}\n'))
    const { rows, next } = (await json(`${path.split('?')[0]}?limit=1000`)) as { rows: unknown[]; next: null }
    assert.equal(next, null)
    assert.deepEqual(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
      rows,
    )
  }
  const none = await fetch(`${serving.url}/api/v1/statements?text=nowhere&format=ndjson`)
  assert.deepEqual([none.status, await none.text()], [200, ''])
})

/** A store of whose pages every one is full, and the one with a number fails. */
function failing(at: number): { readonly store: Store; readonly asked: () => number } {
  let asked = 0
  const faulty = new Proxy(store, {
    get(target, name) {
      if (name !== 'listStatements') {
        const value = Reflect.get(target, name) as unknown
        return typeof value === 'function' ? value.bind(target) : value
      }
      return async (filter: StatementFilter) => {
        asked++
        if (asked % at === 0) throw new Error('the disk is gone')
        const page = await target.listStatements({ ...filter, after: undefined })
        const rows = Array.from({ length: 200 }, (_, index) => page.rows[index % page.rows.length]!)
        return { rows, total: 1e6, next: 'more' }
      }
    },
  })
  return { store: faulty, asked: () => asked }
}

test('what fails in the middle breaks the connection, and what fails at the start is a problem', async () => {
  const middle = await serve({ ...deps, store: failing(3).store }, { port: 0, report: () => {} })
  const response = await fetch(`${middle.url}/api/v1/statements?format=ndjson`)
  assert.equal(response.status, 200)
  await assert.rejects(response.text())
  await assert.rejects(async () => {
    for await (const { statement } of createClient(middle.url).allStatements()) assert.ok(statement.id)
  })
  await middle.close(500)
  const start = await serve({ ...deps, store: failing(1).store }, { port: 0, report: () => {} })
  const refused = await fetch(`${start.url}/api/v1/statements?format=ndjson`)
  assert.equal(refused.status, 500)
  assert.equal(refused.headers.get('content-type'), 'application/problem+json')
  await start.close(500)
})

test('no more pages are read than the client takes', async () => {
  const endless = failing(Number.POSITIVE_INFINITY)
  const slow = await serve({ ...deps, store: endless.store }, { port: 0 })
  const controller = new AbortController()
  const response = await fetch(`${slow.url}/api/v1/statements?format=ndjson`, { signal: controller.signal })
  const reader = response.body!.getReader()
  await reader.read()
  await new Promise((resolve) => setTimeout(resolve, 700))
  const before = endless.asked()
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.equal(endless.asked(), before, 'it goes on reading though nobody takes it')
  controller.abort()
  await new Promise((resolve) => setTimeout(resolve, 200))
  assert.ok(endless.asked() - before <= 2)
  await slow.close(500)
})

// ── a client made by others

test('a client made from the description compiles and works', { timeout: 120_000 }, async () => {
  const output = join(folder, 'made')
  mkdirSync(output, { recursive: true })
  await generateApi({
    fileName: 'api.ts',
    output,
    spec: structuredClone(openApi()) as never,
    silent: true,
    extractEnums: false,
  })
  const program = `
import { Api, type StatementPage } from './api.ts'
const api = new Api({ baseUrl: process.argv[2]! })
const { data } = await api.api.listStatements({ speaker: 'Orlova', limit: 2 })
const page: StatementPage = data
const id: string = page.rows[0]!.statement.id
const one = await api.api.getStatement(id)
const quote = await api.api.verifyQuote({ quote: one.data.statement.content.text })
const verdict: 'verbatim' | 'altered' | 'other-speaker' | 'other-document' | 'not-found' = quote.data.verdict
const summary = await api.api.summarizeLedger()
console.log(JSON.stringify({ rows: page.rows.length, id: one.data.statement.id === id, verdict, documents: summary.data.documents }))
`
  writeFileSync(join(output, 'program.ts'), program)
  writeFileSync(join(output, 'package.json'), '{ "type": "module" }')
  const types = join(import.meta.dirname, '../node_modules/@types')
  const tsc = join(import.meta.dirname, '../node_modules/typescript/bin/tsc')
  const flags = ['--target', 'es2024', '--module', 'nodenext', '--strict', '--skipLibCheck', '--types', 'node']
  const compiled = spawnSync(
    process.execPath,
    [
      tsc,
      ...flags,
      '--typeRoots',
      types,
      '--rewriteRelativeImportExtensions',
      '--outDir',
      join(output, 'out'),
      join(output, 'program.ts'),
    ],
    { encoding: 'utf8', cwd: output },
  )
  assert.equal(compiled.status, 0, compiled.stdout)
  const child = await import('node:child_process')
  const { stdout } = await new Promise<{ stdout: string }>((resolve, reject) => {
    child.execFile(process.execPath, [join(output, 'out/program.js'), serving.url], (error, out) =>
      error === null ? resolve({ stdout: out }) : reject(error),
    )
  })
  const { documents } = await client.summary()
  assert.deepEqual(JSON.parse(stdout), { rows: 2, id: true, verdict: 'verbatim', documents })
})
