/** Tests of what pages show of versions: on the document, beside its statements, on the pages of changes; hostile text stays text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import type { DocumentEntry } from '../../src/app/ports.ts'
import { createApp } from '../../src/server/app.ts'
import { entryOf } from '../support/entries.ts'
import { memoryStore } from '../support/memory-store.ts'
import { samples } from '../support/sample-ledger.ts'
import { sampleRegister } from '../support/sample-talks.ts'
import { quayWall } from '../support/sample-versions.ts'

const appOf = (entries: readonly DocumentEntry[]) =>
  createApp({ store: memoryStore(entries), register: sampleRegister })
const app = appOf([...quayWall, samples.harbour])
const [first, second, third] = quayWall.map(({ document }) => document.id)

const textOf = (element: { readonly textContent: string | null } | null): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

async function opened(path: string, from = app) {
  const response = await from.request(path)
  assert.equal(response.status, 200, path)
  return parseHTML(await response.text()).document
}

test('a version says which it is, where the latest is, and lists all', async () => {
  const page = await opened(`/documents/${second}`)
  const nav = page.querySelector('.versions')
  assert.match(
    textOf(nav),
    /This page has 3 versions; this is version 2 of 3, not the latest, added 5 March 2026, 15:30 UTC/,
  )
  const links = [...nav!.querySelectorAll('a')].map((link) => [textOf(link), link.getAttribute('href')])
  assert.deepEqual(links, [
    ['Read the latest', `/documents/${third}`],
    ['What changed since', `/documents/${second}/changes?against=${third}`],
    ['Version 1', `/documents/${first}`],
    ['Version 2', `/documents/${second}`],
    ['Version 3', `/documents/${third}`],
  ])
  assert.equal(nav!.querySelectorAll('[aria-current]').length, 1)
})

test('a page that never changed has nothing of this', async () => {
  const page = await opened(`/documents/${samples.harbour.document.id}`)
  assert.equal(page.querySelector('.versions'), null)
  assert.equal(page.querySelector('.what-changed'), null)
  assert.equal(page.querySelector('.label.changed'), null)
})

test('what changed in a version, word by word, and beside its statements', async () => {
  const page = await opened(`/documents/${third}`)
  const section = page.querySelector('.what-changed')
  assert.match(textOf(section), /1 added, 1 reworded, 1 reattributed The page says that it was changed\./)
  const changes = [...section!.querySelectorAll('.change')]
  assert.deepEqual(
    changes.map((change) => change.getAttribute('data-kind')),
    ['reworded', 'reattributed', 'added'],
  )
  assert.deepEqual(
    [...changes[0]!.querySelectorAll('del, ins')].map((mark) => textOf(mark)),
    ['no longer: 12', 'new: 21'],
  )
  const labels = [...page.querySelectorAll('.label.changed')]
  assert.deepEqual(
    labels.map((label) => [textOf(label), label.getAttribute('href')]),
    [
      ['reworded', '#change-1'],
      ['reattributed', '#change-2'],
      ['added', '#change-3'],
    ],
  )
  for (const label of labels) assert.ok(page.querySelector(label.getAttribute('href')!) !== null)
  // The text of the page is its text, whatever changed.
  assert.equal(page.querySelector('.text del, .text ins'), null)
})

test('the first version does not tell the changes of the second as its own', async () => {
  const page = await opened(`/documents/${first}`)
  assert.equal(page.querySelector('.what-changed'), null)
  const notices = [...page.querySelectorAll('.statement-list .notices a')].map((link) => link.getAttribute('href'))
  assert.equal(notices.length, 3)
  assert.ok(notices.every((href) => href!.startsWith(`/statements/${third}.`)))
})

test('any two versions, with their twin', async () => {
  const path = `/documents/${third}/changes?against=${first}`
  const page = await opened(path)
  assert.match(
    textOf(page.querySelector('.compared')),
    /From the version added 5 March 2026, 09:00 UTC to the one added 6 March/,
  )
  assert.deepEqual(
    [...page.querySelectorAll('.chooser option')].map((option) => [textOf(option), option.hasAttribute('selected')]),
    [
      ['Version 1', true],
      ['Version 2', false],
    ],
  )
  const twin = page.querySelector('link[rel=alternate]')!.getAttribute('href')!
  const asked = await (await app.request(path, { headers: { accept: 'application/json' } })).json()
  assert.deepEqual(await (await app.request(twin)).json(), asked)
  assert.equal((await app.request(`/documents/${third}/changes?against=nobody`)).status, 400)
  assert.equal((await app.request('/documents/d-0000000000000000/changes')).status, 404)
  assert.match(
    textOf(await opened(`/documents/${samples.harbour.document.id}/changes`).then((own) => own.querySelector('main'))),
    /one version of this page/,
  )
})

test('the list of changed pages: filters, silence, corrections, and what it teaches when there is none', async () => {
  assert.match(
    textOf((await opened('/changes')).querySelector('.changed-list')),
    /1 added, 1 reworded, 1 reattributed 1 says something else 3 versions Correction: /,
  )
  assert.match(
    textOf((await opened('/changes?to=2026-03-05')).querySelector('.changed-list')),
    /another title 3 versions changed without a notice/,
  )
  assert.match(textOf((await opened('/changes?publisher=nobody')).querySelector('main')), /No page changed like that/)
  assert.match(
    textOf((await opened('/changes', appOf([samples.harbour]))).querySelector('main')),
    /No page has changed yet/,
  )
})

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  'javascript:alert(1)',
  '<!--',
  '" autofocus onfocus=alert(1) x="',
  '&lt;script&gt;&#x3C;img src=x onerror=alert(1)&#x3E;',
]

for (const payload of payloads) {
  test(`two versions full of ${payload} show it as text`, async () => {
    const version = (word: string, at: number): DocumentEntry =>
      entryOf({
        text: `Head ${payload}\n\n${payload} the bridge stays ${word} until spring ${payload}, ${payload} said.\n\nCorrection: ${payload} ${word}`,
        url: `https://example.org/${payload}`,
        title: `${payload} ${word}`,
        publisher: payload,
        modified: `${payload} ${word}`,
        added: at === 0 ? '2026-03-05T08:00:00.000Z' : '2026-03-05T09:00:00.000Z',
        statements: [
          { content: `${payload} the bridge stays ${word} until spring ${payload}`, speaker: payload, cue: 'said' },
        ],
      })
    const entries = ['shut', 'open'].map(version)
    const hostile = appOf(entries)
    const [before, after] = entries.map(({ document }) => document.id)
    for (const path of ['/changes', `/documents/${before}`, `/documents/${after}`, `/documents/${after}/changes`]) {
      const page = await opened(path, hostile)
      assert.equal(page.querySelector('main script, main img, main svg, [autofocus], [onfocus], [onerror]'), null, path)
      for (const link of page.querySelectorAll('a[href]'))
        assert.match(link.getAttribute('href')!, /^(?:\/|#|\?|https?:)/)
      assert.ok(textOf(page.querySelector('main')).includes(payload.replace(/\s+/g, ' ')), path)
    }
  })
}

test('of very many changes a document shows the first and leads to the others', async () => {
  const version = (word: string, at: number): DocumentEntry => {
    const contents = Array.from({ length: 200 }, (_, day) => `The ${word} stays shut on day ${day} of the year`)
    return entryOf({
      text: contents.map((content) => `“${content}”, Orlova said.`).join('\n\n'),
      url: 'https://example.org/live',
      added: `2026-03-0${at + 1}T08:00:00.000Z`,
      statements: contents.map((content) => ({ content, speaker: 'Orlova' })),
    })
  }
  const entries = ['bridge', 'ferry'].map(version)
  const many = appOf(entries)
  const id = entries[1]!.document.id
  const page = await opened(`/documents/${id}`, many)
  assert.equal(page.querySelectorAll('.change').length, 30)
  assert.match(textOf(page.querySelector('.what-changed')), /200 reworded .* And 170 changes more: show them/)
  const hrefs = [...page.querySelectorAll('.label.changed')].map((label) => label.getAttribute('href'))
  assert.deepEqual([hrefs[29], hrefs[30]], ['#change-30', `/documents/${id}/changes#change-31`])
  const all = await many.request(`/documents/${id}/changes`)
  const text = await all.text()
  assert.ok(text.length < 200_000, `${text.length}`)
  assert.match(text, /And 50 changes more: <a href="\/api\/v1\/documents\//)
})
