/** Every page under axe (WCAG 2.2 AA and what axe calls best practice): wide and light, narrow and dark; no violation at all. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { type Browser, chromium } from 'playwright-core'
import { type Serving, serve } from '../../src/server/serve.ts'
import { memoryStore } from '../support/memory-store.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { sampleEntries, samples } from '../support/sample-ledger.ts'
import { sampleRegister, talks } from '../support/sample-talks.ts'
import { quayWall } from '../support/sample-versions.ts'

const executablePath = process.env.ONRECORD_CHROMIUM ?? '/usr/bin/chromium'
const skip = existsSync(executablePath) ? false : `no browser at ${executablePath}; name one with ONRECORD_CHROMIUM`
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const { harbour, hostile, arabic } = samples
const paths = [
  '/',
  '/?view=compact&sort=said&text=bridge',
  '/?speaker=nobody',
  '/documents',
  `/documents/${harbour.document.id}`,
  `/documents/${harbour.document.id}#s=${harbour.statements[2]!.id}`,
  `/documents/${hostile.document.id}`,
  `/documents/${arabic.document.id}`,
  `/statements/${harbour.statements[3]!.id}`,
  `/statements/${arabic.statements[0]!.id}`,
  `/documents/${talks[0].document.id}`,
  '/speakers',
  '/speakers/Q501',
  '/speakers/or',
  '/subjects',
  '/subjects/bridge',
  '/conflicts',
  '/verify',
  '/sources',
  '/changes',
  '/changes?publisher=nobody',
  `/documents/${quayWall[0]!.document.id}`,
  `/documents/${quayWall[1]!.document.id}`,
  `/documents/${quayWall[2]!.document.id}/changes?against=${quayWall[0]!.document.id}`,
  `/statements/${quayWall[0]!.statements[0]!.id}`,
  '/add',
  '/api',
  '/nope',
]

let browser: Browser
let serving: Serving

before(async () => {
  if (skip !== false) return
  const store = memoryStore([talks, ...sampleEntries, ...quayWall], plainLinker)
  serving = await serve({ store, register: sampleRegister }, { port: 0 })
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
})

after(async () => {
  await browser?.close()
  await serving?.close()
})

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

for (const [name, options] of [
  ['wide, light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['narrow, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark', isMobile: true, hasTouch: true }],
] as const) {
  for (const path of paths) {
    test(`${path} (${name})`, { skip }, async () => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
      try {
        const page = await context.newPage()
        await page.goto(serving.url + path)
        await page.evaluate(axe)
        const { violations, passes } = (await page.evaluate('axe.run()')) as {
          violations: Violation[]
          passes: unknown[]
        }
        assert.ok(passes.length > 10, 'axe has looked')
        const told = violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
        )
        assert.deepEqual(told, [])
      } finally {
        await context.close()
      }
    })
  }
}
