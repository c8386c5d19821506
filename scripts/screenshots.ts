/** Shoots every page of the web UI, wide and narrow, light and dark: `node scripts/screenshots.ts OUT [BASE-URL]`. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { serve } from '../src/server/serve.ts'
import { memoryStore } from '../test/support/memory-store.ts'
import { sampleEntries, samples } from '../test/support/sample-ledger.ts'
import { sampleRegister, talks } from '../test/support/sample-talks.ts'
import { quayWall } from '../test/support/sample-versions.ts'

const [, , out, base] = process.argv
if (out === undefined) {
  console.error(
    'usage: node scripts/screenshots.ts OUT [BASE-URL]\nWithout BASE-URL the invented sample ledger is served.',
  )
  process.exit(2)
}

const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } } as const
const schemes = ['light', 'dark'] as const

/** Pages of the sample ledger that try the layout hardest. */
const ownPages = {
  hostile: `/documents/${samples.hostile.document.id}`,
  arabic: `/documents/${samples.arabic.document.id}#s=${samples.arabic.statements[0]!.id}`,
  talks: `/documents/${talks[0].document.id}`,
  'talks-selected': `/documents/${talks[0].document.id}#s=${talks[0].statements[0]!.id}`,
  version: `/documents/${quayWall[1]!.document.id}`,
  changes: `/documents/${quayWall[2]!.document.id}/changes`,
  speaker: '/speakers/Q501',
  choices: '/speakers/or',
  german: `/documents/${samples.german.document.id}`,
}

await mkdir(out, { recursive: true })
const serving =
  base === undefined
    ? await serve({ store: memoryStore([talks, ...sampleEntries, ...quayWall]), register: sampleRegister }, { port: 0 })
    : null
const root = (base ?? serving!.url).replace(/\/$/, '')
const browser = await chromium.launch({
  executablePath: process.env.ONRECORD_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
for (const [name, path] of Object.entries(await addresses(root))) await shoot(browser, name, root + path)
await browser.close()
await serving?.close()

/** The pages worth looking at; of a real ledger its newest document with statements. */
async function addresses(root: string): Promise<Record<string, string>> {
  const response = await fetch(`${root}/api/v1/statements?limit=100`)
  const { rows } = (await response.json()) as {
    rows: { statement: { id: string; within: string | null }; document: { id: string } }[]
  }
  const chosen = rows.find(({ statement }) => statement.within !== null) ?? rows[0]
  const document = chosen?.document.id ?? samples.harbour.document.id
  return {
    ledger: '/',
    compact: '/?view=compact&sort=said',
    search: '/?text=bridge&form=indirect',
    empty: '/?text=bridge&speaker=nobody&form=direct',
    documents: '/documents',
    document: `/documents/${document}`,
    selected: `/documents/${document}#s=${chosen?.statement.id ?? ''}`,
    statement: `/statements/${chosen?.statement.id ?? ''}`,
    speakers: '/speakers',
    subjects: '/subjects',
    conflicts: '/conflicts',
    verify: '/verify',
    sources: '/sources',
    changed: '/changes',
    add: '/add',
    api: '/api',
    error: '/?from=yesterday',
    ...(base === undefined ? ownPages : {}),
  }
}

async function shoot(browser: Browser, name: string, url: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of schemes) {
      const phone = size === 'narrow' ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}
      const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce', ...phone })
      await page.goto(url)
      await page.waitForTimeout(100)
      await page.screenshot({ path: join(out!, `${name}-${size}-${colorScheme}.png`), fullPage: !url.includes('#') })
      await page.close()
    }
  }
}
