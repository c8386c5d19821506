/** Tests of the pages of subjects: who speaks over time, what is spoken of together, the list of all. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseQuery } from '../../src/core/query/parse-query.ts'
import { createApp } from '../../src/server/app.ts'
import { memoryStore } from '../support/memory-store.ts'
import { sampleRegister } from '../support/sample-talks.ts'
import { voices } from '../support/sample-voices.ts'

const subjects = [
  { name: 'Harbour', query: parseQuery('ferries') },
  { name: 'Not yet', query: parseQuery('zeppelins') },
]
const app = createApp({ store: memoryStore(voices(30)), register: sampleRegister, subjects })
const page = async (path: string): Promise<string> => {
  const response = await app.request(path)
  assert.equal(response.status, 200, path)
  return response.text()
}

test('who speaks over time: a lane and a column for each speaker, or by act', async () => {
  const shown = await page('/subjects/grain')
  assert.ok(shown.includes('>Adela Orlova</text>') && shown.includes('<th scope="col">Who</th>'))
  assert.match(shown, /<title>[^<]+, Adela Orlova, assertion, own words: the ferries run on 0<\/title>/)
  const byAct = await page('/subjects/grain?lanes=act')
  assert.ok(byAct.includes('>assertion</text>') && !byAct.includes('>Adela Orlova</text>'))
})

test('speakers lead to their positions; acts, publishers and related subjects to what they stand for', async () => {
  const shown = await page('/subjects/ferries')
  assert.match(
    shown,
    /<a href="\/subjects\/ferries\?speaker=Q502"><bdi>Pavel Dunmore<\/bdi><\/a> <span class="count">7</,
  )
  assert.match(shown, /<a href="\/subjects\/grain"><bdi>grain<\/bdi><\/a> <span class="count">15</)
  assert.ok(!shown.includes('<a href="/subjects/ferries"><bdi>'), 'a subject is not spoken of together with itself')
  assert.ok(shown.includes('<a href="/?act=threat&amp;about=ferries"><bdi>threat</bdi></a>'))
  const answer = (await (await app.request('/api/v1/subjects/ferries')).json()) as Record<string, unknown>
  assert.deepEqual(answer.related, [{ name: 'grain', statements: 15 }])
  assert.equal(answer.counted, 30)
})

test('the list of subjects, those of the user’s own first, with its twin', async () => {
  const shown = await page('/subjects')
  assert.ok(shown.indexOf('Harbour</bdi>') < shown.indexOf('<bdi>ferries</bdi>'))
  assert.match(shown, /<a href="\/subjects\/ferries"><bdi>ferries<\/bdi><\/a> <span class="quiet">2022<\/span>/)
  const found = await page('/subjects?text=grain')
  assert.ok(
    found.includes('<bdi>grain</bdi>') && !found.includes('<bdi>ferries</bdi>') && !found.includes('Of your own'),
  )
  const twin = await (await app.request('/api/v1/subjects?limit=1')).json()
  const negotiated = await app.request('/subjects?limit=1', { headers: { accept: 'application/json' } })
  assert.deepEqual(await negotiated.json(), twin)
})

test('a subject of one’s own that nothing answers yet has a page that says so', async () => {
  assert.ok((await page('/subjects/Not%20yet')).includes('No statement of the ledger answers'))
})
