/** Adding and signing in with a real browser, with and without scripts: nothing complains, nothing is lost, all can be read. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { readingDeps } from '../../src/runtime/reading.ts'
import { type Serving, serve } from '../../src/server/serve.ts'
import { memoryStore } from '../support/memory-store.ts'
import { sampleRegister } from '../support/sample-talks.ts'

const executablePath = process.env.ONRECORD_CHROMIUM ?? '/usr/bin/chromium'
const skip = existsSync(executablePath) ? false : `no browser at ${executablePath}; name one with ONRECORD_CHROMIUM`
const token = 'an-editor-token-1'
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

let browser: Browser
let open: Serving
let closed: Serving

before(async () => {
  if (skip !== false) return
  const serving = (tokens?: { editor: string }) => {
    const deps = { ...readingDeps({ model: 'rules' }), store: memoryStore(), register: sampleRegister }
    return serve(deps, { port: 0, ingest: deps, tokens })
  }
  ;[open, closed] = await Promise.all([serving(), serving({ editor: token })])
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
})

after(async () => {
  await browser?.close()
  await open?.close()
  await closed?.close()
})

/** Runs the check in a fresh browser, and fails on anything the browser complained about meanwhile. */
async function inBrowser(options: BrowserContextOptions, check: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/status of 4\d\d/.test(message.text())) {
      complaints.push(message.text())
    }
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  try {
    await check(page)
    assert.deepEqual(complaints, [])
  } finally {
    await context.close()
  }
}

const fileOf = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const storyOf = (name: string): string =>
  `${name} ferry will sail\n\nThe mayor of ${name}, Ada Wren, said on Monday that the ferry would sail.\n`

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>

test('files are chosen, sent and followed to the end', { skip }, () =>
  inBrowser({}, async (page) => {
    await page.goto(`${open.url}/add`)
    const hostile = '<img src=x onerror=alert(1)>.txt'
    await page.setInputFiles('#files', [
      fileOf('north.txt', storyOf('Northport')),
      fileOf(hostile, storyOf('Southport')),
      fileOf('empty.txt', ''),
    ])
    assert.deepEqual(await page.locator('.chosen bdi').allTextContents(), ['north.txt', hostile, 'empty.txt'])
    await page.click('.send button')
    await page.waitForURL(/\/add\/jobs\//)
    await page.locator('h1', { hasText: 'Added' }).waitFor()
    assert.equal(await page.locator('#sum').textContent(), '3 pages done: 2 stored with 2 statements, 1 not stored')
    assert.deepEqual(
      await page.locator('.files li').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-state'))),
      ['stored', 'stored', 'failed'],
    )
    assert.equal(await page.locator('.again').count(), 0)
    assert.match((await page.locator('.files li').nth(2).textContent())!, /empty\.txt: the file is empty/)
    await page.locator('.found a').first().click()
    await page.waitForURL(/\/documents\/d-/)
    assert.match((await page.locator('h1').textContent())!, /Northport ferry will sail/)
  }),
)

test('a file that is dropped is chosen', { skip }, () =>
  inBrowser({}, async (page) => {
    await page.goto(`${open.url}/add`)
    await page.evaluate(`{
      const transfer = new DataTransfer()
      transfer.items.add(new File(['text'], 'dropped.txt', { type: 'text/plain' }))
      for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
    }`)
    assert.deepEqual(await page.locator('.chosen bdi').allTextContents(), ['dropped.txt'])
    assert.equal(
      await page
        .locator('#files')
        .evaluate((input) => (input as unknown as { files: { length: number } }).files.length),
      1,
    )
  }),
)

test('what is wrong is told without losing what was chosen', { skip }, () =>
  inBrowser({}, async (page) => {
    await page.goto(`${open.url}/add`)
    await page.setInputFiles('#files', [fileOf('a.txt', 'a'), fileOf('b.txt', 'b')])
    await page.fill('#url', 'https://example.org/a')
    await page.click('.send button')
    await page.locator('.chosen .problem').waitFor()
    assert.equal(
      await page.locator('.chosen .problem').textContent(),
      'Address: it belongs to one page, and you sent several.',
    )
    assert.equal(await page.locator('.send button').isEnabled(), true)
    assert.equal(await page.locator('.chosen bdi').count(), 2)
  }),
)

test('without scripts: the form, the page of what was sent, the link to look again', { skip }, () =>
  inBrowser({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${open.url}/add`)
    assert.equal(await page.locator('.can-drop').isVisible(), false)
    await page.setInputFiles('#files', [fileOf('plain.txt', storyOf('Plainport'))])
    await page.fill('#content', storyOf('Pasteport'))
    await page.click('.send button')
    await page.waitForURL(/\/add\/jobs\//)
    for (let tries = 0; (await page.locator('.again').count()) > 0 && tries < 50; tries++) {
      await page.waitForTimeout(50)
      await page.click('.again')
    }
    assert.equal(await page.locator('#sum').textContent(), '2 pages done: 2 stored with 2 statements')
  }),
)

test('signing in, a link from elsewhere, signing out', { skip }, () =>
  inBrowser({}, async (page) => {
    await page.goto(`${closed.url}/documents?text=ferry`)
    await page.fill('#token', 'a-wrong-token-here')
    await page.click('main button')
    assert.match((await page.locator('[role=alert]').textContent())!, /no token of this server/)
    await page.fill('#token', token)
    await page.click('main button')
    await page.waitForURL(`${closed.url}/documents?text=ferry`)
    // The form of a signed-in page is taken.
    await page.goto(`${closed.url}/add`)
    await page.fill('#content', storyOf('Ownport'))
    await page.click('.send button')
    await page.locator('h1', { hasText: 'Added' }).waitFor()
    // Another site links here: "localhost" is one, as browsers count.
    await page.goto(`${open.url.replace('127.0.0.1', 'localhost')}/`)
    await page.evaluate(`location.href = ${JSON.stringify(`${closed.url}/documents?text=ferry`)}`)
    await page.locator('.documents, .listing, table, .digest, main h1').first().waitFor()
    await page.waitForURL(`${closed.url}/documents?text=ferry`)
    await page.waitForFunction("document.querySelector('#token') === null")
    await page.goto(`${closed.url}/sign-in`)
    await page.click('main button')
    await page.waitForURL(`${closed.url}/sign-in`)
    assert.equal((await page.goto(`${closed.url}/documents`))!.status(), 401)
  }),
)

test('on a phone nothing scrolls sideways', { skip }, () =>
  inBrowser(phone, async (page) => {
    for (const url of [`${open.url}/add`, `${closed.url}/`]) {
      await page.goto(url)
      assert.equal(await overflow(page), 0, url)
    }
    await page.goto(`${open.url}/add`)
    const long = 'a-name-without-an-end-'.repeat(8)
    await page.setInputFiles('#files', [fileOf(`${long}.txt`, storyOf('Phoneport'))])
    assert.equal(await overflow(page), 0)
    await page.click('.send button')
    await page.locator('h1', { hasText: 'Added' }).waitFor()
    assert.equal(await overflow(page), 0)
  }),
)
