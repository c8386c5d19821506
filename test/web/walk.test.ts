/** The walk of the README, as somebody new takes it: start, find, compare, follow to the proof, verify, take the dossier along. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { ledgerPath } from '../support/ledger-path.ts'

const executablePath = process.env.ONRECORD_CHROMIUM ?? '/usr/bin/chromium'
const skip = existsSync(executablePath) ? false : `no browser at ${executablePath}; name one with ONRECORD_CHROMIUM`

const root = join(import.meta.dirname, '../..')
let browser: Browser
let program: ChildProcess
let url = ''

/** As `npm start` does it, with a ledger and a port of its own. */
before(async () => {
  if (skip !== false) return
  const args = [join(root, 'scripts/start.ts'), '--ledger', ledgerPath(), '--port', '0']
  program = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  url = await new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      said += String(part)
      const address = /served at (http:\/\/[\w.:]+)\//.exec(said)
      if (address !== null) resolve(address[1]!)
    }
    program.stdout!.on('data', hear)
    program.stderr!.on('data', hear)
    program.once('exit', () => reject(new Error(`npm start ended: ${said}`)))
  })
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
})

after(async () => {
  await browser?.close()
  program?.kill('SIGINT')
})

async function walking(steps: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  try {
    await steps(page)
    assert.deepEqual(complaints, [])
  } finally {
    await context.close()
  }
}

test('from the first page to the dossier', { skip }, () =>
  walking(async (page) => {
    await page.goto(url)
    // Find what Kirby said about American troops: the box completes the name.
    await page.locator('#f-text').pressSequentially('troops speaker:kir')
    await page.getByRole('option', { name: /John Kirby/ }).click()
    await page.getByRole('button', { name: 'Search' }).click()
    assert.match(await page.locator('.chips').innerText(), /John Kirby/)
    assert.ok((await page.locator('.entry').count()) > 0)
    await page.locator('.chips a', { hasText: 'troops' }).click()

    // Which earlier statement may conflict?
    const only = page.locator('.entry', { hasText: 'the only American military personnel' })
    await only.getByRole('link', { name: 'All about it' }).click()
    const conflicts = page.getByRole('region', { name: 'May conflict' })
    assert.match(await conflicts.innerText(), /Sergey Lavrov/)
    assert.deepEqual(await conflicts.locator('mark', { hasText: /^(only|hundreds)$/ }).allInnerTexts(), [
      'hundreds',
      'only',
    ])

    // Follow the chain to the words that prove it.
    const chain = page.locator('.chain')
    assert.match(await chain.innerText(), /Printed by\s+Capital Wire/)
    assert.match(await chain.innerText(), /Said by\s+John Kirby/)
    await page.getByRole('link', { name: 'Read it in the document' }).click()
    assert.match(await page.locator('mark[data-lit~="c"]').first().innerText(), /the only American military personnel/)

    // Is the misquoted version on record?
    await page.getByRole('link', { name: 'Verify' }).click()
    await page.locator('textarea').fill('The United States will send troops to fight in Ukraine')
    await page.getByRole('button', { name: 'Check quotation' }).click()
    const verdict = page.locator('main')
    assert.match(await verdict.innerText(), /in other words/i)
    assert.ok((await verdict.locator('del').allTextContents()).some((words) => /\bnot$/.test(words)))
    assert.match(await verdict.innerText(), /negation|not or never|denied|“not”/i)

    // The dossier, as a file.
    await page.goto(`${url}/?speaker=John+Kirby`)
    await page.locator('#export-format').selectOption('markdown')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ])
    const dossier = readFileSync((await download.path())!, 'utf8')
    assert.match(dossier, /will not send troops/)
    assert.match(dossier, /Capital Wire/)
    assert.ok(dossier.includes(`${url}/statements/`))
  }),
)

test('a page pasted by hand is read while one watches, and found', { skip }, () =>
  walking(async (page) => {
    await page.goto(`${url}/add`)
    await page
      .locator('textarea')
      .first()
      .fill('Orsolya Banks, mayor of Tarn, told Radio Tarn on Monday that the new bridge would open in May.')
    await page
      .getByRole('button', { name: /add|read/i })
      .first()
      .click()
    await page
      .getByText(/1 statement/)
      .first()
      .waitFor({ timeout: 60_000 })
    await page.goto(`${url}/?text=bridge+May&speaker=Orsolya`)
    assert.equal(await page.locator('.entry').count(), 1)
  }),
)

test('by the keyboard alone: search, step, open, select, help', { skip }, () =>
  walking(async (page) => {
    await page.goto(url)
    await page.keyboard.press('/')
    assert.equal(await page.evaluate('document.activeElement.id'), 'f-text')
    await page.keyboard.type('dam')
    await page.keyboard.press('Enter')
    await page.waitForURL(/text=dam/)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    assert.equal(await page.locator('.entry[data-lit]').count(), 1)
    assert.match(await page.locator('#selected-count').innerText(), /1 selected/)
    await page.keyboard.press('?')
    assert.ok(await page.getByRole('dialog', { name: 'Keys' }).isVisible())
    await page.keyboard.press('Escape')
    assert.equal(await page.getByRole('dialog', { name: 'Keys' }).isVisible(), false)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/statements\//)
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.waitForURL(/\/conflicts$/)
  }),
)

test('what is selected is exported, and nothing else; a search is kept in the browser', { skip }, () =>
  walking(async (page) => {
    await page.goto(`${url}/?text=dam`)
    const boxes = page.locator('.entry input[type="checkbox"]')
    await boxes.nth(0).check()
    await boxes.nth(2).check()
    const ids = [await boxes.nth(0).getAttribute('value'), await boxes.nth(2).getAttribute('value')]
    await page.locator('#export-format').selectOption('csv')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ])
    const rows = readFileSync((await download.path())!, 'utf8')
    for (const id of ids) assert.ok(rows.includes(id!), id!)
    assert.ok(!rows.includes((await boxes.nth(1).getAttribute('value'))!))
    await page.getByRole('button', { name: 'Save this search' }).click()
    await page.goto(url)
    await page.getByRole('link', { name: '“dam”' }).click()
    await page.waitForURL(/text=dam/)
  }),
)
