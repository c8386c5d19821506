/** The program is killed a few times while it adds, links, migrates and reads anew; `npm run faults -- kill` does it 200 times. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KILLS } from './kills.ts'

const seed = Date.now() % 1e9
const rounds = Number(process.env.ONRECORD_FAULT_ROUNDS ?? 2)

for (const [what, killed] of Object.entries(KILLS)) {
  test(`killed during ${what}: nothing acknowledged is lost, nothing is there by half (seed ${seed})`, async () => {
    const result = await killed({ rounds, seed })
    assert.equal(result.rounds, rounds)
  })
}
