/** Tests of listening: a free port, a taken one, a stranger's host name, closing while an answer is under way. */
import assert from 'node:assert/strict'
import { request } from 'node:http'
import { test } from 'node:test'
import { serve } from '../../src/server/serve.ts'
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
