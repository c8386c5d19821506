/** Every door gives the same answer: HTTP, assistants' tools and the command line, for every operation, over one ledger file. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import { type Offered, operations } from '../src/app/operations.ts'
import { perform } from '../src/app/perform.ts'
import { type McpDeps, mcpServer } from '../src/mcp/server.ts'
import { tools } from '../src/mcp/tools.ts'
import { readingDeps } from '../src/runtime/reading.ts'
import { openRegister } from '../src/runtime/register.ts'
import { createApp } from '../src/server/app.ts'
import { openSqliteStore } from '../src/store/sqlite.ts'
import { onrecord, valuesOf } from './cli/terminal.ts'
import { askedLedger, questions } from './support/asked-ledger.ts'
import { scratchFolder } from './support/ledger-path.ts'

const path = join(scratchFolder(), 'parity.db')
const store = await askedLedger(path)
after(() => store.close())
const deps = { store, ...readingDeps({ model: 'rules', warn: () => {} }), register: openRegister(null, () => {}) }
const app = createApp(deps)

const [clientSide, serverSide] = InMemoryTransport.createLinkedPair()
const server = mcpServer(deps as unknown as McpDeps, { version: '0', web: null })
await server.connect(serverSide)
const client = new Client({ name: 'parity', version: '0' })
await client.connect(clientSide)
after(() => client.close())

type Input = Readonly<Record<string, string>>
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const performed = async ({ operation }: Offered, input: object) => plain(await perform(operation, deps as never, input))

async function overHttp({ path: place, inPath }: Offered, input: Input): Promise<unknown> {
  const filled = place.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(input[inPath[name]!]!))
  const fields = Object.entries(input).filter(([field]) => !Object.values(inPath).includes(field))
  const response = await app.request(`/api/v1${filled}?${new URLSearchParams(fields)}`)
  assert.equal(response.status, 200)
  return response.json()
}

async function asked({ name }: Offered, input: Input): Promise<unknown> {
  const { code, out, err } = await onrecord(['ask', name, JSON.stringify(input), '--ledger', path])
  assert.equal(code, 0, err)
  return JSON.parse(out)
}

/** Operation → the tool that is nothing else. */
const toolOf: Readonly<Record<string, string>> = {
  listStatements: 'search_statements',
  getStatement: 'get_statement',
  getPassage: 'get_document_passage',
  getTimeline: 'speaker_timeline',
  verifyQuote: 'verify_quote',
  getChanges: 'page_changes',
}

/** Tools that are not one of the operations as it stands, and why. */
const OTHER_TOOLS = {
  find_conflicts: 'listLinks with its relation given: compared below',
  add_document: 'writes: adding twice is compared below',
}

describe('HTTP, `onrecord ask` and the tools answer as the operation does', () => {
  for (const offered of operations.filter(({ method }) => method === 'GET')) {
    for (const input of questions[offered.name]!) {
      test(`${offered.name} ${JSON.stringify(input)}`, async () => {
        const answer = await performed(offered, input)
        assert.deepEqual(await overHttp(offered, input), answer)
        assert.deepEqual(await asked(offered, input), answer)
        const tool = toolOf[offered.name]
        if (tool === undefined) return
        const { structuredContent } = await client.callTool({ name: tool, arguments: input })
        assert.deepEqual(plain(structuredContent), answer)
      })
    }
  }
})

test('every tool is compared, or named with its reason', () => {
  assert.deepEqual(
    tools
      .map(({ name }) => name as string)
      .filter((name) => !(name in OTHER_TOOLS))
      .sort(),
    Object.values(toolOf).sort(),
  )
})

const named = (name: string): Offered => operations.find((each) => each.name === name)!

test('conflicts: the tool, the API and the command', async () => {
  const answer = await performed(named('listLinks'), { relation: 'conflicts' })
  const { structuredContent } = await client.callTool({ name: 'find_conflicts', arguments: {} })
  assert.deepEqual(plain(structuredContent), answer)
  assert.ok((answer as { rows: unknown[] }).rows.length > 0)
})

/** Commands with formats of their own: rows of lists, and things whole. */
const commands: readonly (readonly [string, Input, readonly string[], (answer: never) => unknown])[] = [
  ['listStatements', { speaker: 'Orlova' }, ['statements', '--speaker', 'Orlova', '--format', 'jsonl'], rowsOf],
  ['listDocuments', { text: 'bridge' }, ['documents', '--text', 'bridge', '--format', 'jsonl'], rowsOf],
  ['listSubjects', {}, ['subjects', '--format', 'jsonl'], rowsOf],
  ['listSources', {}, ['sources', '--format', 'jsonl'], rowsOf],
  [
    'listLinks',
    {},
    ['links', '--format', 'jsonl'],
    ({ rows }: { rows: { link: unknown }[] }) => rows.map(({ link }) => link),
  ],
  [
    'getTimeline',
    { speaker: 'Q501' },
    ['timeline', 'Q501', '--format', 'jsonl'],
    ({ dated, undated }: { dated: unknown[]; undated: unknown[] }) => [...dated, ...undated],
  ],
  ['listChanges', {}, ['changes', '--format', 'jsonl'], rowsOf],
  ['getSource', { publisher: 'Island Radio' }, ['sources', 'Island Radio', '--format', 'jsonl'], (answer) => [answer]],
]

function rowsOf({ rows }: { readonly rows: readonly unknown[] }): readonly unknown[] {
  return rows
}

for (const [name, input, args, expected] of commands) {
  test(`onrecord ${args.join(' ')} prints the rows of ${name}`, async () => {
    const { code, out, err } = await onrecord([...args, '--ledger', path])
    assert.equal(code, 0, err)
    const rows = valuesOf(out)
    assert.ok(rows.length > 0)
    assert.deepEqual(rows, expected((await performed(named(name), input)) as never))
  })
}

for (const [name, field] of [
  ['getDocument', 'id'],
  ['getStatement', 'id'],
  ['getClaim', 'id'],
  ['getSpeaker', 'speaker'],
] as const) {
  test(`onrecord show --format json prints the answer of ${name}`, async () => {
    const input = questions[name]![0]!
    const { out } = await onrecord(['show', input[field]!, '--format', 'json', '--ledger', path])
    assert.deepEqual(JSON.parse(out), await performed(named(name), input))
  })
}

test('a quotation: with a body, in the address, and by the command', async () => {
  const [input] = questions.verifyQuote as readonly [Input]
  const answer = await performed(named('verifyQuote'), input)
  const headers = { 'content-type': 'application/json' }
  const sent = await app.request('/api/v1/verify', { method: 'POST', headers, body: JSON.stringify(input) })
  assert.deepEqual(await sent.json(), answer)
  const { out } = await onrecord(['verify', input.quote!, '--format', 'json', '--ledger', path])
  assert.deepEqual(JSON.parse(out), answer)
})

test('a draft: over HTTP and by the command', async () => {
  const text = 'Adela Orlova said: “We will not put a single bus on that deck.” Nobody said “bread is cheap in spring”.'
  const answer = (await performed(named('verifyDraft'), { bytes: Buffer.from(text), file: null })) as {
    quotations: unknown[]
  }
  const headers = { 'content-type': 'application/json' }
  const sent = await app.request('/api/v1/verify-draft', { method: 'POST', headers, body: JSON.stringify({ text }) })
  assert.deepEqual(await sent.json(), answer)
  const args = ['verify', '--draft', '-', '--format', 'json', '--model', 'rules', '--ledger', path]
  const { out } = await onrecord(args, { stdin: text })
  assert.deepEqual(valuesOf(out), answer.quotations)
})

test('a page added: by a tool and over HTTP, as the operation tells it; by the command into the same document', async () => {
  const content = 'Adela Orlova said on Monday that the ferries would sail again.'
  const fresh = () => ({ ...deps, store: openSqliteStore(join(scratchFolder(), `added-${Math.random()}.db`)) })
  const [own, served, assisted] = [fresh(), fresh(), fresh()]
  const offered = named('ingestDocument')
  for (const outcome of ['stored', 'already-stored']) {
    const answer = plain(await perform(offered.operation, own as never, { bytes: Buffer.from(content), file: null }))
    assert.equal((answer as { outcome: string }).outcome, outcome)
    assert.deepEqual(offered.output.parse(answer), answer)
    const headers = { 'content-type': 'application/json' }
    const app = createApp(served, { ingest: served })
    const sent = await app.request('/api/v1/documents', { method: 'POST', headers, body: JSON.stringify({ content }) })
    assert.deepEqual(await sent.json(), answer)
    const tool = tools.find(({ name }) => name === 'add_document')!
    assert.deepEqual(plain(await tool.run(assisted, { content } as never)), answer)
    const ledger = join(scratchFolder(), 'added-by-command.db')
    const added = await onrecord(['add', '-', '--model', 'rules', '--ledger', ledger], { stdin: content })
    assert.equal(added.code, 0, added.err)
    const { out } = await onrecord(['documents', '--format', 'jsonl', '--ledger', ledger])
    assert.equal(valuesOf<{ document: { id: string } }>(out)[0]!.document.id, (answer as { id: string }).id)
  }
  for (const { store: each } of [own, served, assisted]) await each.close()
})

test('every operation is compared here', () => {
  const posted = ['ingestDocument', 'verifyDraft']
  assert.deepEqual(
    operations.map(({ name }) => name).filter((name) => questions[name] === undefined && !posted.includes(name)),
    [],
  )
})
