/** Assistants over HTTP, asked by the SDK's own client of the program itself: tools, roles, and who is kept out. */
import assert from 'node:assert/strict'
import { request } from 'node:http'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { WRITES } from '../../src/server/guard.ts'
import { type Child, started, until } from '../cli/child.ts'
import { onrecord } from '../cli/terminal.ts'
import { ledgerPath } from '../support/ledger-path.ts'

const examples = join(import.meta.dirname, '../../examples')
const tokens = { editor: 'an-editor-token-1', reader: 'a-reader-token-01' }
const ledger = ledgerPath()

interface Server {
  readonly child: Child
  readonly url: string
}

async function served(more: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const child = started(['serve', '--ledger', ledger, '--port', '0', '--model', 'rules', ...more], env)
  await until(child, () => child.out().includes('\n'))
  return { child, url: /http:\/\/127\.0\.0\.1:\d+/.exec(child.out())![0] }
}

let open: Server
let closed: Server
let deaf: Server

before(async () => {
  const { code, err } = await onrecord(['add', examples, '--ledger', ledger, '--model', 'rules'])
  assert.equal(code, 0, err)
  const env = { ONRECORD_TOKEN: tokens.editor, ONRECORD_READER_TOKEN: tokens.reader }
  ;[open, closed, deaf] = await Promise.all([served(), served([], env), served(['--read-only'])])
})

after(async () => {
  for (const { child } of [open, closed, deaf]) {
    child.process.kill('SIGINT')
    assert.equal(await child.ended, 0, child.err())
  }
})

interface Answer {
  readonly isError?: boolean
  readonly structuredContent?: unknown
  readonly content: readonly { readonly text: string }[]
}

/** Connects, lets `use` ask, and hangs up. */
async function asked<T>(
  { url }: Server,
  use: (call: (name: string, given: object) => Promise<Answer>, client: Client) => Promise<T>,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const client = new Client({ name: 'test', version: '0' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }))
  try {
    const call = async (name: string, given: object) =>
      (await client.callTool({ name, arguments: { ...given } })) as unknown as Answer
    return await use(call, client)
  } finally {
    await client.close()
  }
}

const story = (name: string) => ({
  content: `${name}\n\nAda Wren, the mayor, said on Monday that the ferry of ${name} would sail.`,
})
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test('on this machine: every tool, links to this server’s pages, resources', async () => {
  await asked(open, async (call, client) => {
    const { tools } = await client.listTools()
    assert.ok(tools.some(({ name }) => name === 'add_document'))
    const found = await call('search_statements', { text: 'dam', limit: 2 })
    const { rows } = found.structuredContent as { rows: { statement: { id: string }; document: { id: string } }[] }
    assert.equal(rows.length, 2)
    const { statement, document } = rows[0]!
    assert.ok(found.content[0]!.text.includes(`${open.url}/documents/${document.id}#s=${statement.id}`))
    const { contents } = await client.readResource({ uri: `onrecord://statements/${statement.id}` })
    assert.equal(JSON.parse((contents[0] as { text: string }).text).statement.id, statement.id)
    const added = await call('add_document', story('Openport'))
    assert.equal((added.structuredContent as { outcome: string }).outcome, 'stored')
  })
})

test('with tokens: nobody without one, a reader reads, an editor adds', async () => {
  await assert.rejects(asked(closed, async () => {}))
  await assert.rejects(asked(closed, async () => {}, bearer('a-guessed-token-99')))
  await asked(
    closed,
    async (call, client) => {
      const { tools } = await client.listTools()
      assert.ok(tools.length > 5 && tools.every(({ annotations }) => annotations?.readOnlyHint === true))
      assert.equal((await call('search_statements', { limit: 1 })).isError, undefined)
      await assert.rejects(call('add_document', story('Readerport')), /add_document/)
    },
    bearer(tokens.reader),
  )
  const outcome = await asked(
    closed,
    async (call) =>
      ((await call('add_document', story('Editorport'))).structuredContent as { outcome: string }).outcome,
    bearer(tokens.editor),
  )
  assert.equal(outcome, 'stored')
})

test('a server that only reads has no tool that writes', async () => {
  await asked(deaf, async (call, client) => {
    const { tools } = await client.listTools()
    assert.ok(tools.every(({ name }) => name !== 'add_document'))
    await assert.rejects(call('add_document', story('Deafport')), /add_document/)
  })
})

const initialize = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '0' } },
})

/** Status of a bare request, with headers that `fetch` would not let us forge. */
const statusOf = (headers: Readonly<Record<string, string>>, method = 'POST'): Promise<number> =>
  new Promise((resolve, reject) => {
    const all = { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers }
    request(`${open.url}/mcp`, { method, headers: all }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
      .on('error', reject)
      .end(method === 'POST' ? initialize : undefined)
  })

test('a page elsewhere does not get in, by whatever name', async () => {
  assert.equal(await statusOf({}), 200)
  assert.equal(await statusOf({ origin: 'http://evil.example' }), 403)
  assert.equal(await statusOf({ 'sec-fetch-site': 'cross-site' }), 403)
  assert.equal(await statusOf({ host: 'evil.example' }), 400)
  assert.equal(await statusOf({ 'content-type': 'text/plain' }), 415)
  assert.equal(await statusOf({ 'x-forwarded-for': '203.0.113.7' }), 403)
  assert.equal(await statusOf({}, 'GET'), 405)
  assert.equal(await statusOf({}, 'DELETE'), 405)
})

test('what is no message is answered, not thrown', async () => {
  for (const body of ['{', '[]', 'null', '7', '{"jsonrpc":"2.0"}']) {
    const response = await fetch(`${open.url}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body,
    })
    assert.ok(response.status >= 400 && response.status < 500, `${body}: ${response.status}`)
  }
})

test('additions by assistants count among the changes of a client', async () => {
  const own = await served([], { ONRECORD_TOKEN: tokens.editor })
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'add_document', arguments: {} } }
  const send = (body: unknown) =>
    fetch(`${own.url}/mcp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...bearer(tokens.editor),
      },
      body: JSON.stringify(body),
    })
  // One message of many calls counts as many.
  assert.notEqual((await send(message)).status, 429)
  const refused = await send(Array.from({ length: WRITES.burst + 5 }, () => message))
  assert.equal(refused.status, 429)
  assert.ok(Number(refused.headers.get('retry-after')) >= 1)
  own.child.process.kill('SIGTERM')
  assert.equal(await own.child.ended, 0, own.child.err())
})
