/** Malformed pages: read, or refused with the reason; `npm run faults -- pages --count 1000` reads more of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MUTATIONS } from './malformed-pages.ts'
import { malformedPages } from './malformed-run.ts'

const count = Number(process.env.ONRECORD_MALFORMED_PAGES ?? 20)
const seed = Date.now() % 1e9

test(`${count} malformed pages (seed ${seed}): no crash, no hang, no flood of memory, and every span holds`, async () => {
  assert.ok(Object.keys(MUTATIONS).length <= 60)
  const { pages, read, refused } = await malformedPages({ count, seed, patience: 4 })
  assert.equal(read + refused, pages)
  assert.ok(read > pages / 3, `only ${read} of ${pages} were read`)
})
