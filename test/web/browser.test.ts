/** Tests in a real browser: exact text, lighting, keys, no scroll sideways, no layout shift, no console errors, contrast. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { type Serving, serve } from '../../src/server/serve.ts'
import { buildEntry } from '../support/build-entry.ts'
import { memoryStore } from '../support/memory-store.ts'
import { sampleEntries, samples } from '../support/sample-ledger.ts'
import { sampleRegister } from '../support/sample-talks.ts'

const executablePath = process.env.ONRECORD_CHROMIUM ?? '/usr/bin/chromium'
const skip = existsSync(executablePath) ? false : `no browser at ${executablePath}; name one with ONRECORD_CHROMIUM`

const { harbour } = samples
/** A page whose only statement stands in what surrounds the article. */
const furnished = buildEntry({
  blocks: [
    ['boilerplate', 'Home'],
    ['headline', 'Nothing to report'],
    ['boilerplate', '“Subscribe,” the editor urged.'],
  ],
  statements: [{ source: ['the editor'], cue: ['urged'], content: ['“Subscribe,”'] }],
})
const harbourPath = `/documents/${harbour.document.id}`
const wide = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const paths = [
  '/',
  '/?text=bridge&form=indirect',
  '/?speaker=nobody',
  '/documents',
  '/nope',
  ...sampleEntries.map(({ document }) => `/documents/${document.id}`),
  ...sampleEntries.flatMap(({ statements }) => statements.slice(0, 2).map(({ id }) => `/statements/${id}`)),
]

let browser: Browser
let serving: Serving

before(async () => {
  if (skip !== false) return
  serving = await serve({ store: memoryStore([...sampleEntries, furnished]), register: sampleRegister }, { port: 0 })
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
})

after(async () => {
  await browser?.close()
  await serving?.close()
})

/** Opens a page, runs the check, and fails on anything the browser complained about meanwhile. */
async function open(path: string, options: BrowserContextOptions, check: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const expected = path === '/nope' && message.text().includes('404')
    if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`))
  try {
    await page.goto(serving.url + path)
    await check(page)
    assert.deepEqual(complaints, [])
  } finally {
    await context.close()
  }
}

/** Texts of all marks lit for good, and the address's fragment. */
const lit = (page: Page): Promise<string[]> => page.locator('mark[data-lit]').allTextContents()
const fragment = (page: Page): Promise<string> => page.evaluate('location.hash') as Promise<string>
const inView = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const box = element.getBoundingClientRect()
      return box.top >= 0 && box.bottom <= (globalThis as unknown as { innerHeight: number }).innerHeight
    })

for (const entry of sampleEntries) {
  test(`"${entry.document.title?.slice(0, 30)}": the browser's text is the document's, block by block`, { skip }, () =>
    open(`/documents/${entry.document.id}`, wide, async (page) => {
      const shown = await page
        .locator('.text [data-start]')
        .evaluateAll((elements) => elements.map((element) => [element.getAttribute('data-start'), element.textContent]))
      assert.deepEqual(
        shown,
        entry.blocks.map(({ start, end }) => [String(start), entry.text.slice(start, end)]),
      )
    }),
  )
}

for (const [name, device] of Object.entries({ wide, phone })) {
  test(`${name}: no page scrolls sideways, shifts or complains`, { skip }, async () => {
    for (const path of [...paths, `${harbourPath}#s=${harbour.statements[6]!.id}`]) {
      await open(path, device, async (page) => {
        const [across, shift] = (await page.evaluate(`new Promise((resolve) => {
          let shift = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shift += entry.value
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve([document.documentElement.scrollWidth - innerWidth, shift]), 200)
        })`)) as [number, number]
        assert.ok(across <= 0, `${path} is ${across} px too wide`)
        // A busy machine may paint a page before all of it has come: that is no jump that anybody sees.
        assert.ok(shift < 0.01, `${path} shifts by ${shift}`)
      })
    }
  })
}

test('an address with #s= lights source, cue and content and scrolls to them', { skip }, () => {
  const statement = harbour.statements.at(-1)!
  return open(`${harbourPath}#s=${statement.id}`, { viewport: { width: 1280, height: 500 } }, async (page) => {
    assert.deepEqual(await lit(page), [statement.content.text, statement.cue.text, statement.source.text])
    assert.ok(await inView(page, 'mark[data-lit]'))
    assert.ok(await inView(page, '.statement-list > li[data-lit]'))
    assert.match((await page.locator('.selected').textContent())!, /Father Aurelio Brandt/)
    assert.ok((await page.locator('.selected').textContent())!.includes(statement.id))
  })
})

test('pointing lights all parts of the innermost statement, and leaving takes the light away', { skip }, () =>
  open(harbourPath, wide, async (page) => {
    await page.locator('mark', { hasText: 'the grout was failing' }).hover()
    const glowing = page.locator('mark[data-glow]')
    assert.deepEqual(await glowing.allTextContents(), ['the contractor', 'had told', 'that “the grout was failing”'])
    await page.locator('.masthead').hover()
    assert.equal(await glowing.count(), 0)
  }),
)

test('a click in the text or in the list selects; going back undoes it', { skip }, () =>
  open(harbourPath, wide, async (page) => {
    await page.locator('.statement-list > li').nth(1).locator('a').first().click()
    assert.equal(await fragment(page), `#s=${harbour.statements[1]!.id}`)
    assert.deepEqual(await lit(page), [
      harbour.text.slice(harbour.statements[1]!.content.spans[0]!.start, harbour.statements[1]!.content.spans[0]!.end),
      'Ms Orlova',
      'told',
      harbour.text.slice(harbour.statements[1]!.content.spans[1]!.start, harbour.statements[1]!.content.spans[1]!.end),
    ])
    await page.locator('mark', { hasText: 'had told' }).click()
    assert.equal(await fragment(page), `#s=${harbour.statements[3]!.id}`)
    await page.goBack()
    assert.equal(await fragment(page), '')
    assert.deepEqual(await lit(page), [])
  }),
)

test('keys: j and k step, the arrows step in the list, Escape clears', { skip }, () =>
  open(harbourPath, wide, async (page) => {
    const at = async (index: number) => assert.equal(await fragment(page), `#s=${harbour.statements[index]!.id}`)
    await page.keyboard.press('j')
    await at(0)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await at(2)
    assert.ok(await inView(page, 'mark[data-lit]'))
    await page.keyboard.press('k')
    await at(1)
    await page.keyboard.press('Escape')
    assert.equal(await fragment(page), '')
    assert.deepEqual(await lit(page), [])
    await page.locator('.statement-list > li a').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    assert.equal(await page.evaluate('document.activeElement.closest("li").dataset.n'), '3')
  }),
)

test('Tab reaches every statement in the text and lights it', { skip }, () =>
  open(harbourPath, wide, async (page) => {
    const reached = new Set<string>()
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab')
      const number = (await page.evaluate(
        'document.activeElement.matches(".ref") ? document.activeElement.dataset.n : null',
      )) as string | null
      if (number === null) continue
      reached.add(number)
      assert.ok((await page.locator('mark[data-glow]').count()) > 0)
    }
    assert.deepEqual(
      [...reached],
      harbour.statements.map((_, index) => String(index + 1)),
    )
  }),
)

test('copying: id, link and citation', { skip }, () => {
  const statement = harbour.statements[0]!
  return open(`${harbourPath}#s=${statement.id}`, wide, async (page) => {
    const copied = async (words: string): Promise<string> => {
      await page.locator('.selected button', { hasText: words }).click()
      return page.evaluate('navigator.clipboard.readText()') as Promise<string>
    }
    assert.equal(await copied('Copy id'), statement.id)
    assert.equal(await copied('Copy link'), `${serving.url}/statements/${statement.id}`)
    assert.equal(
      await copied('Copy citation'),
      `the transport minister, Adela Orlova: ${statement.content.text}. “${harbour.document.title}”, The Marlow Courier, 2025-01-30. ${harbour.document.url}. ${statement.id}`,
    )
  })
})

test('the address of a statement inside folded furniture opens the fold; others stay folded', { skip }, () => {
  const [statement] = furnished.statements
  return open(`/documents/${furnished.document.id}#s=${statement!.id}`, wide, async (page) => {
    assert.equal(await page.locator('.furniture').first().getAttribute('open'), null)
    assert.ok(await page.locator('mark', { hasText: 'Subscribe' }).isVisible())
    assert.ok(await inView(page, 'mark[data-lit]'))
  })
})

test('a search leaves no empty fields in the address', { skip }, () =>
  open('/', wide, async (page) => {
    await page.fill('#f-text', 'bridge')
    await page.press('#f-text', 'Enter')
    await page.waitForURL('**/?text=bridge')
    assert.equal(await page.locator('.entry').count(), 3)
  }),
)

test('without JavaScript: search, chips, a statement’s address and the text itself still work', { skip }, () =>
  open('/', { ...wide, javaScriptEnabled: false }, async (page) => {
    await page.fill('#f-text', 'bridge')
    await page.press('#f-text', 'Enter')
    assert.equal(await page.locator('.entry').count(), 3)
    await page.locator('.chips a').first().click()
    assert.equal(await page.locator('.chips').count(), 0)
    await page.goto(`${serving.url}/statements/${harbour.statements[11]!.id}`)
    await page.getByRole('link', { name: 'Read it in the document' }).click()
    assert.ok(await page.locator('.ref[data-n="12"]').isVisible())
    assert.equal(await page.locator(':target').getAttribute('data-n'), '12')
  }),
)

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: every text has a contrast of 4.5 to 1 or more with its ground`, { skip }, async () => {
    for (const path of [
      '/?text=bridge',
      '/documents',
      `${harbourPath}#s=${harbour.statements[3]!.id}`,
      `/documents/${samples.german.document.id}`,
    ]) {
      await open(path, { ...wide, colorScheme }, async (page) => {
        const faults = (await page.evaluate(contrastFaults)) as string[]
        assert.deepEqual(faults, [], path)
      })
    }
  })
}

/** Runs in the page: text nodes whose colour is too close to the nearest background behind them. */
const contrastFaults = `(() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).map((value) => value / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ground = (element) => {
    for (let e = element; e !== null; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor
      if (channels(colour)[3] !== 0) return colour
    }
    return 'rgb(255, 255, 255)'
  }
  const faults = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (walker.currentNode.data.trim() === '' || !element.checkVisibility()) continue
    const [a, b] = [luminance(getComputedStyle(element).color), luminance(ground(element))]
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (ratio < 4.5) faults.push(ratio.toFixed(2) + ' ' + walker.currentNode.data.trim().slice(0, 40))
  }
  return faults
})()`
