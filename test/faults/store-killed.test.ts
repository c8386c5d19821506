/** `kill -9` at any moment: every acknowledged document is there, whole, and no half one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Link } from '../../src/core/links/link.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { acknowledged, checkLedger, numbered, pause, said, start } from './store-processes.ts'

test('killed while storing, fifteen times over', async () => {
  const path = ledgerPath()
  const expected = new Set<string>()
  let next = 0
  for (let round = 0; round < 15; round++) {
    const writer = start('store-writer.ts', [path, 'writer', String(next), String(next + 100_000)])
    await said(writer, 'opened')
    await pause(Math.random() * 150)
    writer.process.kill('SIGKILL')
    assert.equal(await writer.ended, null)
    assert.equal(writer.complaints(), '')

    const stored = acknowledged(writer)
    for (const number of stored) expected.add(numbered('writer', number).document.url!)
    const urls = await checkLedger(path)
    assert.deepEqual(
      [...expected].filter((url) => !urls.has(url)),
      [],
      'acknowledged and lost',
    )
    // One more may have been committed without a chance to say so.
    assert.ok(urls.size <= expected.size + 1)
    for (const url of urls) expected.add(url)
    next += stored.length + 1
  }
  assert.ok(expected.size > 15, `only ${expected.size} documents were stored in all rounds`)
  await checkLinks(path)
})

/** No document is linked by half: what is there is what finding everything anew gives. */
async function checkLinks(path: string): Promise<void> {
  const store = openSqliteStore(path, { linker: plainLinker })
  const allLinks = async () => {
    const links: Link[] = []
    for (let after: string | undefined; ; ) {
      const page = await store.links({ limit: 1000, after })
      links.push(...page.rows.map(({ link }) => link))
      if (page.next === null) return links
      after = page.next
    }
  }
  const links = await allLinks()
  assert.ok(links.length > 0)
  await store.relink()
  assert.deepEqual(await allLinks(), links)
  await store.close()
}

test('killed while beginning a ledger: the next one begins it', async () => {
  for (let round = 0; round < 10; round++) {
    const path = ledgerPath()
    const writer = start('store-writer.ts', [path, 'writer', '0', '100000'])
    await said(writer, 'opening')
    await pause(Math.random() * 8)
    writer.process.kill('SIGKILL')
    await writer.ended
    const store = openSqliteStore(path)
    await store.putDocument(numbered('next', 0))
    await store.close()
    assert.ok((await checkLedger(path)).has(numbered('next', 0).document.url!))
  }
})
