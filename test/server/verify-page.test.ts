/** Tests of verifying through the HTTP door: the page for quotations and drafts, its twins, and what is wrong with a question. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Store } from '../../src/app/ports.ts'
import type { DraftReport } from '../../src/app/verify-draft.ts'
import type { Verification } from '../../src/app/verify-quote.ts'
import { readingDeps } from '../../src/runtime/reading.ts'
import { createApp } from '../../src/server/app.ts'
import { openSqliteStore } from '../../src/store/sqlite.ts'
import { buildEntry } from '../support/build-entry.ts'
import { sampleRegister } from '../support/sample-talks.ts'

const said = '“The harbour tunnel will not be closed to traffic this summer, and 14 crews work there every night,”'
const report = buildEntry({
  document: { url: 'https://example.org/tunnel', publisher: 'The Harbour <Post>', published: '2026-03-05' },
  blocks: [
    ['headline', 'Tunnel stays open'],
    ['paragraph', `${said} Mira Halvorsen said. The tunnel was built in 1961 by nobody in particular.`],
  ],
  statements: [{ source: ['Mira Halvorsen'], cue: ['said'], content: [said], form: 'direct' }],
})
const id = report.statements[0]!.id

let store: Store
let app: ReturnType<typeof createApp>
before(async () => {
  store = openSqliteStore(':memory:')
  await store.putDocument(report)
  app = createApp({ ...readingDeps({ model: 'rules' }), store, register: sampleRegister })
})
after(() => store.close())

const page = async (path: string, status = 200): Promise<string> => {
  const response = await app.request(path)
  assert.equal(response.status, status)
  return response.text()
}

/** As a browser sends the form. */
const post = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  app.request('/verify', {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  })

const postJson = (path: string, body: unknown) =>
  app.request(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })

test('without a question the page teaches, with words of this very ledger', async () => {
  const shown = await page('/verify')
  assert.match(shown, /<a href="\/verify" aria-current="page">Verify<\/a>/)
  assert.ok(shown.includes('<del><span class="visually-hidden">not quoted: </span>not</del>'))
  assert.ok(shown.includes('<option value="Mira Halvorsen"></option>'))
  const [, address] = /href="(\/verify\?quote=[^"]+)"/.exec(shown) ?? []
  assert.match(await page(address!.replaceAll('&amp;', '&')), /On record, word for word/)
})

test('a changed quotation: verdict, difference, what it touches, where it stands', async () => {
  const quote = 'The harbour tunnel will be closed to traffic this summer, and 40 crews work there'
  const shown = await page(`/verify?${new URLSearchParams({ quote })}`)
  assert.match(shown, /On record, but in other words/)
  assert.ok(shown.includes('not quoted: </span>not</del>'))
  assert.match(shown, /not quoted: <\/span>14<\/del>\s*<ins><span class="visually-hidden">added: <\/span>40<\/ins>/)
  assert.match(shown, /The change touches a negation and a number/)
  assert.ok(shown.includes(`href="/statements/${id}"`))
  assert.ok(shown.includes('The Harbour &lt;Post&gt;'))
  assert.ok(!shown.includes('<Post>'))
  assert.ok(shown.includes(`>\n${quote}</textarea>`))
})

test('the verdicts: another speaker, words of nobody, nothing near', async () => {
  const asked = (query: Record<string, string>) => page(`/verify?${new URLSearchParams(query)}`)
  const quote = 'the harbour tunnel will not be closed to traffic'
  const other = await asked({ quote, speaker: 'Jonas "Eide"' })
  assert.match(other, /not from this speaker/)
  assert.ok(other.includes('value="Jonas &quot;Eide&quot;"'))
  const nobody = await asked({ quote: 'The tunnel was built in 1961 by nobody in particular' })
  assert.match(nobody, /given to nobody/)
  assert.ok(nobody.includes(`href="/documents/${report.document.id}"`))
  assert.match(await asked({ quote: 'harbour tunnel' }), /So few words are in many texts/)
  assert.ok(!nobody.includes('So few words'))
  const nothing = await asked({ quote: 'The mayor resigned over the price of bread and went home' })
  assert.match(nothing, /Not found in this ledger/)
  assert.match(nothing, /does not show that it was never said/)
})

test('the page and its twins give one answer', async () => {
  const query = new URLSearchParams({ quote: 'the tunnel was built in 1961', speaker: 'Halvorsen' })
  const twin = (await (await app.request(`/api/v1/verify?${query}`)).json()) as Verification
  const shown = await page(`/verify?${query}`)
  assert.ok(shown.includes(`href="/api/v1/verify?${query.toString().replaceAll('&', '&amp;')}"`))
  const negotiated = await app.request(`/verify?${query}`, { headers: { accept: 'application/json' } })
  assert.deepEqual(await negotiated.json(), twin)
  const posted = await postJson('/api/v1/verify', Object.fromEntries(query))
  assert.deepEqual(await posted.json(), twin)
})

test('a place that an address asks for stands in the form and counts', async () => {
  const query = new URLSearchParams({ quote: 'the tunnel was built in 1961', publisher: 'The Tern "&" Gull' })
  const shown = await page(`/verify?${query}`)
  assert.match(shown, /On record, but not there/)
  assert.ok(shown.includes('name="publisher" type="text" value="The Tern &quot;&amp;&quot; Gull"'))
  assert.ok(!shown.includes('name="document"'))
  const again = await post({ as: 'quotation', ...Object.fromEntries(query) })
  assert.equal(again.headers.get('location'), `/verify?${query}`)
})

test('a short quotation that is posted gets an address; a long one its answer', async () => {
  const short = await post({ as: 'quotation', quote: 'built in 1961', speaker: '' })
  assert.equal(short.status, 303)
  assert.equal(short.headers.get('location'), '/verify?quote=built+in+1961')
  const long = await post({ as: 'quotation', quote: `${said} ${'and so it went on '.repeat(200)}` })
  assert.equal(long.status, 200)
  assert.match(await long.text(), /class="verdict v-/)
})

const draft =
  'Tunnel news\r\n\r\n“The harbour tunnel will be closed to traffic this summer,” Mira Halvorsen said. The “harbour tunnel” is old.\r\n\r\n' +
  '“Nobody has asked for a <b>ferry</b> to the moon,” Jonas Eide said.\r\n'

test('a draft: its own text, every quotation numbered, a verdict for each, counts', async () => {
  const response = await post({ as: 'draft', quote: draft })
  assert.equal(response.status, 200)
  const shown = await response.text()
  assert.match(shown, /3 quotations, held against 1 document</)
  assert.match(
    shown,
    /<a href="#v1"><span class="sign" aria-hidden="true">≈<\/span> <strong>1<\/strong> in other words/,
  )
  assert.match(shown, /<strong>1<\/strong> too short to tell/)
  for (const number of [1, 2, 3]) {
    assert.ok(shown.includes(`id="q${number}" href="#v${number}"`), String(number))
    assert.ok(shown.includes(`id="v${number}"`), String(number))
  }
  assert.match(
    shown,
    /<mark class="quoted v-altered">The harbour tunnel will be closed to traffic this summer,<\/mark>/,
  )
  assert.match(shown, /given to <bdi>Mira Halvorsen<\/bdi>/)
  assert.ok(shown.includes('a &lt;b&gt;ferry&lt;/b&gt; to the moon'))
  assert.ok(!shown.includes('<b>ferry'))
})

test('the text of a draft is shown whole and in order', async () => {
  const shown = await (await post({ as: 'draft', quote: draft })).text()
  const from = shown.indexOf('<div class="draft-text">')
  const text = shown
    .slice(from)
    .replaceAll(/<ul>.*?<\/ul>/gs, '')
    .replaceAll(/<a class="quote-ref".*?<\/a>/g, '')
    .replaceAll(/<[^>]*>/g, '')
  for (const line of draft.split('\r\n\r\n')) {
    assert.ok(text.includes(line.trim().replace('<b>', '&lt;b&gt;').replace('</b>', '&lt;/b&gt;')), line)
  }
})

test('programs send a draft as JSON or as it is', async () => {
  const text = draft.replaceAll('\r\n', '\n')
  const asJson = (await (await postJson('/api/v1/verify-draft', { text })).json()) as DraftReport
  assert.deepEqual(
    asJson.quotations.map(({ verdict }) => verdict),
    ['altered', 'verbatim', 'not-found'],
  )
  assert.equal(asJson.unchecked, 0)
  for (const { span, quote } of asJson.quotations) assert.equal(asJson.text.slice(span.start, span.end), quote)
  const asText = await app.request('/api/v1/verify-draft', {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'text/plain' },
  })
  assert.deepEqual(await asText.json(), asJson)
})

test('more quotations than a server looks up at once are said to be unchecked', async () => {
  const text = '“Nobody has asked for it today,” Jonas Eide said. '.repeat(310)
  assert.match(
    await (await post({ as: 'draft', quote: text })).text(),
    /10 quotations more at the end of the draft were not checked/,
  )
})

test('what is wrong with a question stands above the form, which keeps what was typed', async () => {
  const empty = await page('/verify?quote=%22%E2%80%A6%22', 400)
  assert.match(empty, /role="alert"[^>]*>Expected the words of a quotation\.</)
  assert.ok(!empty.includes('verifyQuote'))
  const long = await post({ as: 'draft', quote: 'so it went on. '.repeat(14_000) })
  assert.equal(long.status, 400)
  assert.match(await long.text(), /at most 200000 characters: check a longer draft in parts/i)
  const blank = await post({ as: 'draft', quote: ' ' })
  assert.equal(blank.status, 400)
  assert.match(await blank.text(), /Expected the text of a draft\./)
  assert.match(await page(`/verify?quote=tunnel&speaker=${'x'.repeat(600)}`, 400), /At most 500 characters/)
})

test('problems as JSON for programs', async () => {
  for (const [path, body] of [
    ['/api/v1/verify', { quote: '' }],
    ['/api/v1/verify', '[1]'],
    ['/api/v1/verify', '{'],
    ['/api/v1/verify-draft', { text: 7 }],
    ['/api/v1/verify-draft', { text: 'x', published: 'yesterday' }],
  ] as const) {
    const response = await postJson(path, body)
    assert.equal(response.status, 400, JSON.stringify(body))
    assert.equal(response.headers.get('content-type'), 'application/problem+json')
  }
})

test('a form of another site is refused, and one too large', async () => {
  assert.equal((await post({ quote: 'tunnel' }, { 'sec-fetch-site': 'cross-site' })).status, 403)
  assert.equal((await post({ quote: 'x'.repeat(1_100_000) })).status, 413)
})

test('an empty ledger says so; without a reader there is no button for drafts', async () => {
  const empty = openSqliteStore(':memory:')
  try {
    const shown = await (await createApp({ store: empty, register: sampleRegister }).request('/verify')).text()
    assert.match(shown, /This ledger is empty/)
    assert.ok(!shown.includes('value="draft"'))
  } finally {
    await empty.close()
  }
})
