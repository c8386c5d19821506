/** Tests of listening: a free port, a taken one, a stranger's host name, closing while an answer is under way. */
import assert from 'node:assert/strict'
import { request } from 'node:http'
import { test } from 'node:test'
import { serve } from '../../src/server/serve.ts'
import { started, until } from '../cli/child.ts'
import { fileOf, storyText } from '../cli/pages.ts'
import { onrecord, valuesOf } from '../cli/terminal.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { memoryStore } from '../support/memory-store.ts'
import { sampleEntries } from '../support/sample-ledger.ts'
import { sampleRegister } from '../support/sample-talks.ts'

const store = memoryStore(sampleEntries)

/** Status of `/` asked for under the host name given, which `fetch` would not let us forge. */
const statusAs = (url: string, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
      .on('error', reject)
      .end()
  })

test('port 0 takes a free port on 127.0.0.1 and says which', async () => {
  const serving = await serve({ store, register: sampleRegister }, { port: 0 })
  try {
    assert.match(serving.url, /^http:\/\/127\.0\.0\.1:\d+$/)
    const response = await fetch(serving.url)
    assert.equal(response.status, 200)
    assert.match(await response.text(), /Night ferries/)
  } finally {
    await serving.close()
  }
  await assert.rejects(fetch(serving.url))
})

test('a taken port is an error that says so', async () => {
  const first = await serve({ store, register: sampleRegister }, { port: 0 })
  const port = Number(new URL(first.url).port)
  try {
    await assert.rejects(serve({ store, register: sampleRegister }, { port }), {
      code: 'port-in-use',
      message: `port ${port} on 127.0.0.1 is taken`,
    })
  } finally {
    await first.close()
  }
})

test('an address that is not this machine’s is an error that says so', async () => {
  const options = { host: '203.0.113.7', port: 0, tokens: { editor: 'a-token-of-sixteen' } }
  await assert.rejects(serve({ store, register: sampleRegister }, options), { code: 'port-unopenable' })
})

test('another host name, or another port, is refused with 400', async () => {
  const serving = await serve({ store, register: sampleRegister }, { port: 0 })
  const { host, port } = new URL(serving.url)
  try {
    assert.equal(await statusAs(serving.url, host), 200)
    assert.equal(await statusAs(serving.url, `localhost:${port}`), 200)
    assert.equal(await statusAs(serving.url, 'evil.example'), 400)
    assert.equal(await statusAs(serving.url, `evil.example:${port}`), 400)
    assert.equal(await statusAs(serving.url, 'localhost:1'), 400)
    assert.equal(await statusAs(`${serving.url}/assets/style.css`, 'evil.example'), 400)
  } finally {
    await serving.close()
  }
})

test('closing lets an answer under way finish', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const slow = { ...store, summary: () => held.then(() => store.summary()) }
  const serving = await serve({ store: slow, register: sampleRegister }, { port: 0 })
  const answer = fetch(`${serving.url}/api/v1/summary`)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const closed = serving.close()
  release()
  assert.equal((await answer).status, 200)
  await closed
})

test('others are let in only with a token', async () => {
  const deps = { store, register: sampleRegister }
  for (const options of [
    { host: '0.0.0.0' },
    { host: '::' },
    { host: 'desk.newsroom.example' },
    { publicUrl: 'https://record.example' },
  ]) {
    await assert.rejects(serve(deps, { port: 0, ...options }), { code: 'token-needed' }, JSON.stringify(options))
  }
  for (const host of ['127.0.0.1', 'localhost']) await (await serve(deps, { port: 0, host })).close()
  const serving = await serve(deps, { port: 0, host: '0.0.0.0', tokens: { editor: 'a-token-of-sixteen' } })
  const url = serving.url.replace('0.0.0.0', '127.0.0.1')
  assert.equal((await fetch(url)).status, 401)
  assert.equal((await fetch(url, { headers: { authorization: 'Bearer a-token-of-sixteen' } })).status, 200)
  await serving.close()
})

test('what an assistant listens to does not keep the server from closing', async () => {
  let end = () => {}
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(': listening\n\n'))
      end = () => controller.close()
    },
  })
  const mcp = {
    writesIn: async () => 0,
    answer: async () => new Response(stream, { headers: { 'content-type': 'text/event-stream' } }),
    close: async () => {
      end()
      end = () => {}
    },
  }
  const serving = await serve({ store, register: sampleRegister }, { port: 0, mcp })
  const headers = { 'content-type': 'application/json' }
  const listening = await fetch(`${serving.url}/mcp`, { method: 'POST', headers, body: '{}' })
  const started = performance.now()
  const [text] = await Promise.all([listening.text(), serving.close()])
  assert.equal(text, ': listening\n\n')
  assert.ok(performance.now() - started < 10_000)
})

// ── the program itself

const ledger = ledgerPath()
const line = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { code, out, err } = await onrecord(['serve', '--ledger', ledger, '--port', '0', ...args], { env })
  assert.equal(out, '')
  return `${code} ${err}`
}

async function program(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = started(['serve', '--ledger', ledger, '--port', '0', '--model', 'rules', ...args], env)
  await until(child, () => child.out().includes('\n'))
  return { child, url: /http:\/\/127\.0\.0\.1:\d+/.exec(child.out())![0] }
}

/** Sends so many pages as the form does. */
async function sendPages(url: string, count: number): Promise<Response> {
  const form = new FormData()
  for (let n = 0; n < count; n++) form.append('files', new File([storyText(`sent ${n}`)], `${n}.txt`))
  return fetch(`${url}/add`, { method: 'POST', headers: { origin: url }, body: form, redirect: 'manual' })
}

test('the program says in one line why it will not serve', async () => {
  await onrecord(['add', fileOf('serve/first.txt', storyText('first')), '--ledger', ledger, '--model', 'rules'])
  const editor = 'an-editor-token-1'
  assert.match(
    await line(['--host', '0.0.0.0']),
    /^78 onrecord: --host 0\.0\.0\.0 is reached from other machines, and no token is set\. Set ONRECORD_TOKEN [^\n]*\n$/,
  )
  assert.match(
    await line(['--public-url', 'https://record.example']),
    /^78 onrecord: --public-url https:\/\/record\.example is reached/,
  )
  assert.match(
    await line([], { ONRECORD_TOKEN: 'short' }),
    /^78 onrecord: ONRECORD_TOKEN: expected at least 16 characters\. [^\n]*\n$/,
  )
  assert.match(
    await line([], { ONRECORD_READER_TOKEN: editor }),
    /^78 onrecord: ONRECORD_READER_TOKEN: it takes an ONRECORD_TOKEN/,
  )
  assert.match(
    await line([], { ONRECORD_TOKEN: editor, ONRECORD_READER_TOKEN: editor }),
    /^78 onrecord: ONRECORD_READER_TOKEN: the same/,
  )
  for (const address of [
    'record.example',
    'ftp://record.example',
    'https://u:p@record.example',
    'https://record.example/x',
  ]) {
    assert.match(
      await line(['--public-url', address], { ONRECORD_TOKEN: editor }),
      /^2 onrecord: --public-url \S+: expected an address/,
      address,
    )
  }
  assert.match(await line(['--model', 'huge']), /^2 onrecord: --model huge/)
})

test('Ctrl-C finishes what was accepted; the log has a line a request and no text', async () => {
  const { child, url } = await program(['--log'])
  const sent = await sendPages(url, 40)
  assert.equal(sent.status, 303)
  await fetch(`${url}/?text=secretword`)
  child.process.kill('SIGINT')
  assert.equal(await child.ended, 0, child.err())
  const { out } = await onrecord(['documents', '--ledger', ledger, '--format', 'jsonl', '--limit', '1000'])
  assert.equal(valuesOf(out).length, 41)
  assert.match(child.err(), /finishing what was accepted \(\d+ pages?\); Ctrl-C ends it at once\n/)
  const told = child
    .err()
    .split('\n')
    .filter((text) => text.startsWith('{'))
  assert.deepEqual(
    told
      .map((text) => JSON.parse(text) as Record<string, unknown>)
      .map(({ method, path, status }) => [method, path, status]),
    [
      ['POST', '/add', 303],
      ['GET', '/', 200],
    ],
  )
  for (const text of told) assert.ok((JSON.parse(text) as { bytes: number }).bytes > 200)
  assert.ok(!/secretword|sent \d/.test(child.err()))
})

test('a second Ctrl-C ends it at once', async () => {
  const { child, url } = await program([])
  assert.equal((await sendPages(url, 400)).status, 303)
  child.process.kill('SIGINT')
  await until(child, () => child.err().includes('finishing'))
  child.process.kill('SIGINT')
  assert.equal(await child.ended, 'SIGINT')
})

test('an export that fails in the middle breaks the connection: nobody takes a part for the whole', async () => {
  const store = memoryStore(sampleEntries)
  let asked = 0
  const getDocument: typeof store.getDocument = async (id) => {
    if (++asked > 2) throw new Error('the disk is gone')
    return store.getDocument(id)
  }
  const serving = await serve({ store: { ...store, getDocument }, register: sampleRegister }, { port: 0 })
  try {
    const response = await fetch(`${serving.url}/api/v1/export?format=jsonl`)
    assert.equal(response.status, 200)
    await assert.rejects(response.text())
  } finally {
    await serving.close()
  }
})
