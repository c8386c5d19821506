/** Tests that no text of a page, of its metadata or of a query is ever taken for markup, script or a followable address. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import type { DocumentEntry } from '../../src/app/ports.ts'
import { createApp } from '../../src/server/app.ts'
import { buildEntry } from '../support/build-entry.ts'
import { memoryStore } from '../support/memory-store.ts'
import { samples } from '../support/sample-ledger.ts'
import { sampleRegister } from '../support/sample-talks.ts'

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  '\tjavascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</textarea></style><script>alert(1)</script>',
  '<!--',
  ']]><script>alert(1)</script>',
  '" autofocus onfocus=alert(1) x="',
  '&lt;script&gt;&#x3C;img src=x onerror=alert(1)&#x3E;',
  '`+alert(1)+`',
]

/** Everything a page can claim about itself, filled with one payload. */
const poisoned = (payload: string): DocumentEntry => {
  const entry = buildEntry({
    document: {
      title: payload,
      publisher: payload,
      authors: [payload, payload],
      url: payload,
      original: payload,
      file: payload,
      language: payload,
      published: payload,
    },
    blocks: [
      ['headline', `Head ${payload}`],
      ['paragraph', `“Content ${payload},” ${payload} said.`, payload],
      ['boilerplate', payload],
    ],
    statements: [{ source: [payload], cue: ['said'], content: [`“Content ${payload},”`], after: payload }],
    notices: [{ code: 'no-article', message: payload, span: null, statement: null }],
  })
  return { ...entry, pipeline: payload, added: payload }
}

/** Fails on anything that could run, load or lead somewhere it should not. */
function assertHarmless(markup: string): void {
  const { document } = parseHTML(markup)
  for (const script of document.querySelectorAll('script')) {
    assert.match(script.getAttribute('src') ?? '', /^\/assets\/[a-z-]+\.js$/)
    assert.equal(script.textContent, '')
  }
  assert.equal(document.querySelectorAll('img, svg, iframe, object, embed, style, base, meta[http-equiv]').length, 0)
  for (const element of document.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      assert.ok(!name.startsWith('on') && name !== 'autofocus' && name !== 'style', `${element.tagName} ${name}`)
      if (name !== 'href' && name !== 'src' && name !== 'action') continue
      const address = element.getAttribute(name)!
      const ownIcon = element.getAttribute('rel') === 'icon'
      assert.ok(ownIcon || /^(\/(?!\/)|#|https?:\/\/)/.test(address), `${element.tagName} ${name}=${address}`)
    }
  }
}

for (const payload of payloads) {
  test(`${JSON.stringify(payload)} in every field of a document`, async () => {
    const entry = poisoned(payload)
    const app = createApp({ store: memoryStore([entry]), register: sampleRegister })
    const own = entry.statements
      .slice(0, 3)
      .flatMap(({ id, speaker, about }) => [
        `/statements/${id}`,
        ...(speaker === null ? [] : [`/speakers/${encodeURIComponent(speaker.name)}`]),
        ...about.map((name) => `/subjects/${encodeURIComponent(name)}`),
      ])
    if (entry.document.publisher !== null) own.push(`/sources/${encodeURIComponent(entry.document.publisher)}`)
    own.push('/speakers', '/subjects', '/sources', '/conflicts', '/verify', '/api')
    for (const path of ['/', '/?view=compact', '/documents', `/documents/${entry.document.id}`, ...own]) {
      const response = await app.request(path)
      assert.equal(response.status, 200)
      assertHarmless(await response.text())
    }
  })

  test(`${JSON.stringify(payload)} in every part of a query`, async () => {
    const app = createApp({ store: memoryStore([samples.harbour]), register: sampleRegister })
    const value = encodeURIComponent(payload)
    for (const name of [
      'text',
      'speaker',
      'publisher',
      'language',
      'document',
      'after',
      'form',
      'from',
      'limit',
      'unknown',
    ]) {
      for (const path of ['/', '/documents']) {
        const response = await app.request(`${path}?${name}=${value}`)
        assert.ok(response.status === 200 || response.status === 400, `${name}: ${response.status}`)
        assertHarmless(await response.text())
      }
    }
    for (const path of [`/documents/${value}`, `/statements/${value}`, `/${value}`]) {
      const response = await app.request(path)
      assert.equal(response.status, 404)
      assertHarmless(await response.text())
    }
  })
}

test('a web address is a link, any other is text', async () => {
  const app = createApp({ store: memoryStore([samples.harbour, samples.hostile]), register: sampleRegister })
  const links = async (id: string): Promise<(string | null)[]> => {
    const { document } = parseHTML(await (await app.request(`/documents/${id}`)).text())
    return [...document.querySelectorAll('.provenance a[rel]')].map((link) => link.getAttribute('href'))
  }
  assert.deepEqual(await links(samples.harbour.document.id), [samples.harbour.document.url])
  assert.deepEqual(await links(samples.hostile.document.id), [])
})
