/** Tests of adding through the server: the form, what becomes of what was sent, events, the API, and stopping in the middle. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Extraction } from '../../src/app/extract-document.ts'
import type { StatementRow, Store } from '../../src/app/ports.ts'
import { readingDeps } from '../../src/runtime/reading.ts'
import { MOST_FILES, MOST_WAITING } from '../../src/server/add-queue.ts'
import { type AppOptions, createApp } from '../../src/server/app.ts'
import { serve } from '../../src/server/serve.ts'
import type { Addition, FileWords } from '../../src/web/add-job-page.ts'
import { memoryStore } from '../support/memory-store.ts'
import { sampleRegister } from '../support/sample-talks.ts'

const reading = { ...readingDeps({ model: 'rules' }), register: sampleRegister }
const ownPage = { 'sec-fetch-site': 'same-origin' }

function appWith(store: Store = memoryStore(), extractor = reading.extractor, options: AppOptions = {}) {
  const deps = { ...reading, store, extractor }
  return createApp(deps, { ingest: deps, ...options })
}

const storyOf = (name: string): string =>
  `${name} ferry will sail\n\nThe mayor of ${name}, Ada Wren, said on Monday that the ferry would sail.\n`
const pageOf = (name: string): string =>
  `<!doctype html><html lang="en"><title>${name} bridge</title><article><h1>${name} bridge</h1><p>“The bridge of ${name} stays shut,” said Ana Pohl, the minister.</p></article>`

interface Sent {
  readonly files?: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[]
  readonly [field: string]: unknown
}

function formOf({ files = [], ...fields }: Sent): FormData {
  const form = new FormData()
  for (const [name, content] of files) form.append('files', new File([content], name))
  // As a browser sends a file field in which nothing was chosen.
  if (files.length === 0) form.append('files', new File([], ''))
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value))
  return form
}

type App = ReturnType<typeof appWith>
const send = (app: App, sent: Sent) => app.request('/add', { method: 'POST', headers: ownPage, body: formOf(sent) })

const additionAt = async (app: App, address: string): Promise<Addition> =>
  (await (await app.request(address, { headers: { accept: 'application/json' } })).json()) as Addition

/** Sends the form and waits until all of it is done. */
async function added(app: App, sent: Sent): Promise<{ address: string; addition: Addition }> {
  const response = await send(app, sent)
  assert.equal(response.status, 303, await response.text())
  const address = response.headers.get('location')!
  await (await app.request(`${address}/events`)).text()
  return { address, addition: await additionAt(app, address) }
}

/** An extractor that waits until it is let go on. */
function held() {
  let release = () => {}
  const free = new Promise<void>((resolve) => {
    release = resolve
  })
  const extract = async (source: Parameters<typeof reading.extractor.extract>[0]): Promise<Extraction> => {
    await free
    return reading.extractor.extract(source)
  }
  return { extractor: { ...reading.extractor, extract }, release: () => release() }
}

test('the empty form teaches', async () => {
  const shown = await (await appWith().request('/add')).text()
  for (const part of [
    'enctype="multipart/form-data"',
    'The same page twice is stored once',
    'onrecord add clippings/',
  ]) {
    assert.ok(shown.includes(part), part)
  }
  assert.ok(!shown.includes('Added lately'))
})

test('files and a pasted text are stored, and the page says what was found in each', async () => {
  const store = memoryStore()
  const app = appWith(store)
  const { address, addition } = await added(app, {
    files: [
      ['north.html', pageOf('Northport')],
      ['south.txt', storyOf('Southport')],
    ],
    content: storyOf('Eastport').replaceAll('\n', '\r\n'),
    published: '2025-03-04',
    publisher: 'The Marlow Courier',
  })
  assert.deepEqual(
    addition.files.map(({ n, name, now }) => [n, name, now.state]),
    [
      [1, 'north.html', 'stored'],
      [2, 'south.txt', 'stored'],
      [3, null, 'stored'],
    ],
  )
  const shown = await (await app.request(address)).text()
  assert.match(shown, /3 pages done: 3 stored with 3 statements/)
  assert.match(shown, /Speakers: Ana Pohl/)
  assert.ok(!shown.includes('data-events'))
  assert.ok(!shown.includes('Look again'))
  for (const { now } of addition.files) {
    assert.ok(now.state === 'stored')
    assert.ok(shown.includes(`<a href="/documents/${now.id}"><bdi>${now.title}</bdi></a>`))
    const { document, text } = (await store.getDocument(now.id))!
    assert.deepEqual(
      [document.published, document.publishedFrom, document.publisher],
      ['2025-03-04', 'given', 'The Marlow Courier'],
    )
    // A form sends two characters for each line break: the text is as it was pasted.
    assert.ok(!text.includes('\r'))
  }
  const again = await added(app, { files: [['other-name.html', pageOf('Northport')]] })
  assert.deepEqual(again.addition.files[0]!.now, {
    state: 'already-stored',
    id: (addition.files[0]!.now as { id: string }).id,
    title: 'Northport bridge',
  })
  assert.match(
    await (await app.request('/add')).text(),
    /Added lately[\s\S]*other-name\.html[\s\S]*north\.html<\/bdi> and 2 more/,
  )
})

test('what cannot be read fails by itself, with its one clear line', async () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
  const { address, addition } = await added(appWith(), {
    files: [
      ['shot.png', png],
      ['nothing.txt', ''],
      ['good.txt', storyOf('Westport')],
    ],
    content: '<p> </p>',
  })
  const told = addition.files.map(({ now }) => (now.state === 'failed' ? `${now.code}: ${now.message}` : now.state))
  assert.deepEqual(told, [
    'not-text: shot.png: a PNG image, not a text or HTML page',
    'empty-file: nothing.txt: the file is empty',
    'stored',
    'no-text: what you pasted: no readable text in the page',
  ])
  assert.match(address, /^\/add\/jobs\/[0-9a-f]{24}$/)
})

test('what nobody foresaw tells nothing of the inside, and is reported', async () => {
  const reported: string[] = []
  const store = { ...memoryStore(), findByDigest: () => Promise.reject(new Error('secret /home/ann/ledger.db')) }
  const app = appWith(store, reading.extractor, { report: ({ message }) => reported.push(message) })
  const { address, addition } = await added(app, { content: storyOf('Midport') })
  assert.equal(addition.files[0]!.now.state, 'failed')
  const page = await (await app.request(address)).text()
  assert.ok(!page.includes('secret') && !JSON.stringify(addition).includes('secret'))
  assert.ok(reported[0]!.includes('secret'))
})

test('hostile file names stay text', async () => {
  const names = [
    '<img src=x onerror=alert(1)>.txt',
    '"><script>alert(1)</script>.txt',
    '../../etc/passwd',
    'a‮gpj.txt',
    'x'.repeat(5000),
  ]
  const app = appWith()
  const { address, addition } = await added(app, {
    files: names.map((name) => [name, storyOf(name.slice(0, 3))] as const),
  })
  const shown = await (await app.request(address)).text()
  assert.ok(!/<img|<script>alert/.test(shown))
  assert.ok(shown.includes('<bdi>&lt;img src=x onerror=alert(1)&gt;.txt</bdi>'))
  assert.ok(shown.includes('<bdi>a‮gpj.txt</bdi>'))
  assert.equal(addition.files[4]!.name!.length, 255)
})

test('what is wrong with the form stands above it, and what was typed stays', async () => {
  const app = appWith()
  const cases: readonly (readonly [Sent, RegExp])[] = [
    [{}, /Choose a file, or paste a page\./],
    [{ content: ' \n ' }, /Choose a file, or paste a page\./],
    [{ content: 'A text', published: 'yesterday' }, /Published: expected a date like 2024-06-21\./],
    [{ content: 'A text', url: 'javascript:alert(1)' }, /Address: expected an address like https:/],
    [
      {
        files: [
          ['a', 'a'],
          ['b', 'b'],
        ],
        url: 'https://example.org/a',
      },
      /Address: it belongs to one page/,
    ],
    [{ files: Array.from({ length: MOST_FILES + 1 }, (_, n) => [`${n}.txt`, 'text'] as const) }, /At most 500 files/],
  ]
  for (const [sent, problem] of cases) {
    const response = await send(app, sent)
    assert.equal(response.status, 400)
    const shown = await response.text()
    assert.match(shown, problem)
    assert.match(shown, /role="alert"/)
    if (sent.url !== undefined) assert.ok(shown.includes(`value="${sent.url}"`))
  }
  const broken = await app.request('/add', {
    method: 'POST',
    headers: { ...ownPage, 'content-type': 'multipart/form-data; boundary=x' },
    body: 'no form at all',
  })
  assert.equal(broken.status, 400)
  assert.match(await broken.text(), /the request holds no form/)
})

const eventsIn = (stream: string) =>
  stream
    .split('\n\n')
    .map((block) =>
      Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string])),
    )
    .filter(({ event }) => event !== undefined)

test('progress comes as events, and goes on behind the last one seen', async () => {
  const { extractor, release } = held()
  const app = appWith(memoryStore(), extractor)
  const response = await send(app, {
    files: [
      ['one.txt', storyOf('Oneport')],
      ['two.txt', storyOf('Twoport')],
    ],
  })
  const address = response.headers.get('location')!
  const waiting = await (await app.request(address)).text()
  assert.ok(waiting.includes(`data-events="${address}/events"`))
  assert.ok(waiting.includes(`<a class="again" href="${address}">Look again</a>`))
  assert.match(waiting, /0 of 2 pages done/)

  const stream = await app.request(`${address}/events`)
  assert.equal(stream.headers.get('content-type'), 'text/event-stream')
  assert.equal(stream.headers.get('cache-control'), 'no-store')
  assert.match(stream.headers.get('content-security-policy')!, /default-src 'none'/)
  const text = stream.text()
  release()
  const events = eventsIn(await text)
  assert.deepEqual(
    events.map(({ id, event, data }) => [
      id,
      event,
      (JSON.parse(data!) as FileWords).state,
      (JSON.parse(data!) as { done: number }).done,
    ]),
    [
      ['1', 'file', 'reading', 0],
      ['2', 'file', 'stored', 1],
      ['3', 'file', 'reading', 1],
      ['4', 'file', 'stored', 2],
      [undefined, 'end', undefined, 2],
    ],
  )
  const last = JSON.parse(events[3]!.data!) as FileWords & { sum: string }
  assert.deepEqual([last.n, last.words, last.link], [2, 'stored, 1 statement', 'Twoport ferry will sail'])
  assert.equal(last.sum, '2 pages done: 2 stored with 2 statements')

  const seen = async (id: string) =>
    eventsIn(await (await app.request(`${address}/events`, { headers: { 'last-event-id': id } })).text()).map(
      ({ id, event }) => id ?? event,
    )
  assert.deepEqual(await seen('2'), ['4', 'end'])
  assert.deepEqual(await seen('4'), ['end'])
  assert.deepEqual(await seen('nonsense'), ['2', '4', 'end'])
})

test('who leaves before the end is forgotten, and the work goes on', async () => {
  const { extractor, release } = held()
  const app = appWith(memoryStore(), extractor)
  const address = (await send(app, { content: storyOf('Farport') })).headers.get('location')!
  const stream = (await app.request(`${address}/events`)).body!
  await stream.getReader().cancel()
  release()
  await (await app.request(`${address}/events`)).text()
  assert.equal((await additionAt(app, address)).files[0]!.now.state, 'stored')
})

test('an addition that nobody knows is not found', async () => {
  for (const path of ['/add/jobs/none', '/add/jobs/none/events']) {
    const response = await appWith().request(path)
    assert.equal(response.status, 404)
    assert.match(await response.text(), /knows of no addition/)
  }
})

test('what is more than can wait is refused whole, and told when to come again', async () => {
  const { extractor } = held()
  const app = appWith(memoryStore(), extractor)
  const many = (name: string) =>
    Array.from({ length: MOST_FILES }, (_, n) => [`${n}.txt`, storyOf(`${name}${n}`)] as const)
  const first = await send(app, { files: [['first.txt', storyOf('Firstport')]] })
  assert.equal(first.status, 303)
  for (let sent = 0; sent + MOST_FILES <= MOST_WAITING.files; sent += MOST_FILES) {
    assert.equal((await send(app, { files: many(`a${sent}`) })).status, 303)
  }
  const refused = await send(app, { content: storyOf('Lastport') })
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '10'])
})

// ── the API

const asJson = (app: App, body: unknown) =>
  app.request('/api/v1/documents', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

test('a program sends a page as JSON: 201 with what was found, 200 when it was there', async () => {
  const app = appWith()
  const page = {
    content: storyOf('Jport'),
    file: 'j.txt',
    url: 'https://example.org/j',
    published: '2025-03-04',
    publisher: null,
  }
  const first = await asJson(app, page)
  const stored = (await first.json()) as { outcome: string; id: string; statements: number; document: { url: string } }
  assert.equal(first.status, 201)
  assert.deepEqual([stored.outcome, stored.statements, stored.document.url], ['stored', 1, 'https://example.org/j'])
  assert.equal(first.headers.get('location'), `/api/v1/documents/${stored.id}`)
  assert.equal((await app.request(first.headers.get('location')!)).status, 200)
  const second = await asJson(app, page)
  assert.deepEqual([second.status, await second.json()], [200, { outcome: 'already-stored', id: stored.id }])
  const { rows } = (await (await app.request('/api/v1/statements')).json()) as { rows: StatementRow[] }
  assert.deepEqual(
    rows.map(({ statement }) => statement.speaker?.name),
    ['The mayor of Jport, Ada Wren'],
  )
})

test('or as it is, with what is known of it in the address', async () => {
  const app = appWith()
  const response = await app.request('/api/v1/documents?file=r.html&published=2025-03-04&publisher=Courier&url=', {
    method: 'POST',
    headers: { 'content-type': 'text/html' },
    body: pageOf('Rport'),
  })
  assert.equal(response.status, 201)
  const { document } = (await response.json()) as { document: Record<string, unknown> }
  assert.deepEqual(
    [document.file, document.published, document.publisher, document.url],
    ['r.html', '2025-03-04', 'Courier', null],
  )
})

test('what is wrong with it: problem JSON with the field', async () => {
  const app = appWith()
  for (const [body, status, detail] of [
    ['{', 400, /no JSON/],
    ['[1]', 400, /no JSON object/],
    [{}, 400, /content: expected the page/],
    [{ content: 7 }, 400, /content: expected the page/],
    [{ content: '' }, 400, /the file is empty/],
    [{ content: 'x', url: 'ftp://example.org' }, 400, /url: expected an address/],
    [{ content: 'x', published: '2025-02-30' }, 400, /published: there is no such day/],
    [{ content: 'x', file: 7 }, 400, /file: /],
    [{ content: 'x', publisher: ['a'] }, 400, /publisher: /],
  ] as const) {
    const response = await asJson(app, body)
    assert.equal(response.status, status, JSON.stringify(body))
    assert.equal(response.headers.get('content-type'), 'application/problem+json')
    assert.match(((await response.json()) as { detail: string }).detail, detail)
  }
})

// ── stopping

test('stopping finishes what was accepted, pages that wait and answers under way', async () => {
  const { extractor, release } = held()
  const store = memoryStore()
  const deps = { ...reading, store, extractor }
  const serving = await serve(deps, { port: 0, ingest: deps })
  const accepted = await fetch(`${serving.url}/add`, {
    method: 'POST',
    headers: { origin: serving.url },
    body: formOf({
      files: [
        ['a.txt', storyOf('Aport')],
        ['b.txt', storyOf('Bport')],
      ],
    }),
    redirect: 'manual',
  })
  assert.equal(accepted.status, 303)
  const answer = fetch(`${serving.url}/api/v1/documents`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: storyOf('Cport'),
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(serving.pending(), 3)
  const closed = serving.close()
  await assert.rejects(fetch(serving.url))
  release()
  assert.equal((await answer).status, 201)
  assert.equal(await closed, 0)
  assert.equal((await store.summary()).documents, 3)
})

test('stopping waits so long and no longer, and tells what was left', async () => {
  const { extractor } = held()
  const deps = { ...reading, store: memoryStore(), extractor }
  const serving = await serve(deps, { port: 0, ingest: deps })
  const send = () =>
    fetch(`${serving.url}/add`, {
      method: 'POST',
      headers: { origin: serving.url },
      body: formOf({ content: storyOf('Dport') }),
      redirect: 'manual',
    })
  assert.equal((await send()).status, 303)
  const events = fetch(`${serving.url}${(await send()).headers.get('location')}/events`).then((response) =>
    response.text(),
  )
  const cut = assert.rejects(events)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const started = performance.now()
  assert.equal(await serving.close(150), 2)
  assert.ok(performance.now() - started < 2000)
  await cut
})
