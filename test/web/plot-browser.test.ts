/** Tests of the timeline in a real browser: card, keys, touch, no scroll sideways, smallest text, and all of it without scripts. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { type Serving, serve } from '../../src/server/serve.ts'
import { memoryStore } from '../support/memory-store.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { sampleRegister } from '../support/sample-talks.ts'
import { turn, voices } from '../support/sample-voices.ts'

const executablePath = process.env.ONRECORD_CHROMIUM ?? '/usr/bin/chromium'
const skip = existsSync(executablePath) ? false : `no browser at ${executablePath}; name one with ONRECORD_CHROMIUM`

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const speaker = '/speakers/Q501'
const paths = [
  speaker,
  `${speaker}?lanes=subject`,
  `${speaker}?about=ships`,
  '/subjects/ferries',
  '/speakers',
  '/subjects',
]
const wide = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

let browser: Browser
let serving: Serving
/** So many statements that they are drawn as bars. */
let crowded: Serving

before(async () => {
  if (skip !== false) return
  const store = memoryStore([...voices(30), ...turn], plainLinker)
  serving = await serve({ store, register: sampleRegister }, { port: 0 })
  crowded = await serve({ store: memoryStore(voices(150)), register: sampleRegister }, { port: 0 })
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})

after(async () => {
  await browser?.close()
  await serving?.close()
  await crowded?.close()
})

/** Opens a page, runs the check, and fails on anything the browser complained about meanwhile: a refused style, say. */
async function open(path: string, options: BrowserContextOptions, check: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    await page.goto(new URL(path, serving.url).href)
    await check(page)
    assert.deepEqual(complaints, [])
  } finally {
    await context.close()
  }
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(
    'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
  ) as Promise<string>

test('pointing at a mark shows its words and where they stand; Escape takes them away', { skip }, () =>
  open(speaker, wide, async (page) => {
    const mark = page.locator('.plot-drawing a[data-n="2"]')
    await mark.hover()
    const card = page.locator('.plot-card')
    assert.match((await card.textContent())!, /6 January 2022 · denial\s*the ferries run on 1\s*What Adela Orlova said/)
    assert.equal(await card.locator('a').getAttribute('href'), await mark.getAttribute('href'))
    await card.hover()
    await page.waitForTimeout(400)
    assert.ok(await card.isVisible(), 'it stays while the pointer is on it')
    await page.keyboard.press('Escape')
    assert.ok(await card.isHidden())
  }),
)

test('by keys alone: one stop for Tab, arrows from mark to mark, Enter opens', { skip }, () =>
  open(speaker, wide, async (page) => {
    await page.locator('.plot-help a').focus()
    await page.keyboard.press('Tab')
    assert.match(await focused(page), /^1 January 2022, assertion, own words: the ferries run on 0$/)
    assert.ok(await page.locator('.plot-card').isVisible())
    await page.keyboard.press('ArrowRight')
    assert.match(await focused(page), /the ferries run on 8$/)
    await page.keyboard.press('ArrowDown')
    assert.match(await focused(page), /^\d.*, (?!assertion)/)
    await page.keyboard.press('Home')
    assert.match(await focused(page), /the ferries run on 0$/)
    await page.keyboard.press('Tab')
    assert.equal(await focused(page), 'Open the statement')
    await page.keyboard.press('Shift+Tab')
    const address = await page.evaluate('document.activeElement.getAttribute("href")')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${address}`)
  }),
)

test('a finger first sees what it has hit', { skip }, () =>
  open(speaker, phone, async (page) => {
    const mark = page.locator('.plot-drawing a[data-n="2"]')
    await mark.scrollIntoViewIfNeeded()
    const box = (await mark.boundingBox())!
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
    await page.locator('.plot-card').waitFor()
    assert.equal(new URL(page.url()).pathname, speaker)
    await page.locator('.plot-card a').tap()
    await page.waitForURL('**/statements/*')
  }),
)

test('without scripts every mark is a link with a name of its own', { skip }, () =>
  open(speaker, { ...wide, javaScriptEnabled: false }, async (page) => {
    const link = page.getByRole('link', {
      name: '6 January 2022, denial, own words: the ferries run on 1',
      exact: true,
    })
    await link.click()
    await page.waitForURL('**/statements/*')
  }),
)

for (const [name, device] of Object.entries({ phone, wide, huge: { viewport: { width: 2560, height: 1300 } } })) {
  test(`${name}: no page scrolls sideways, no text of a drawing is below 11 px`, { skip }, async () => {
    for (const path of paths) {
      await open(path, device, async (page) => {
        const [across, smallest] = (await page.evaluate(`[document.documentElement.scrollWidth - innerWidth,
          Math.min(99, ...[...document.querySelectorAll('.plot-drawing text')].map((text) =>
            parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))]`)) as [number, number]
        assert.ok(across <= 0, `${path} is ${across} px too wide`)
        assert.ok(smallest >= 11, `${path}: ${smallest} px`)
      })
    }
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: drawings, cards and tables stand axe without a violation`, { skip }, async () => {
    for (const url of [...paths.map((path) => new URL(path, serving.url).href), new URL(speaker, crowded.url).href]) {
      await open(url, { ...wide, colorScheme, bypassCSP: true }, async (page) => {
        await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true')
        const marks = page.locator('.plot-drawing a')
        if ((await marks.count()) > 0) await marks.first().focus()
        await page.evaluate(axe)
        const faults = (await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
        )) as string[]
        assert.deepEqual(faults, [], url)
      })
    }
  })
}

test('a bar opens the statements of its time', { skip }, () =>
  open(new URL(speaker, crowded.url).href, wide, async (page) => {
    const bar = page.locator('.plot-drawing a').first()
    await bar.hover()
    assert.match((await page.locator('.plot-card').textContent())!, /^January to March 2022, assertion: \d+ statements/)
    await page.locator('.plot-card a').click()
    await page.waitForURL('**/?speaker=Q501&act=assertion&said-from=2022-01-01&said-to=2022-03-31')
    assert.ok((await page.locator('.entry').count()) > 0)
  }),
)
