/** The five real pages in one ledger: dossiers, positions, threats in a series, the conflict on troops; offsets alone, no text. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { getTimeline } from '../src/app/get-timeline.ts'
import { ingestDocument } from '../src/app/ingest-document.ts'
import { listLinks } from '../src/app/list-links.ts'
import { perform } from '../src/app/perform.ts'
import type { Deps, LinkRow } from '../src/app/ports.ts'
import type { Statement } from '../src/core/statement.ts'
import { openDeps } from '../src/runtime/wire.ts'
import { ledgerPath } from './support/ledger-path.ts'

const folder = join(import.meta.dirname, '../../shared/seeds')
const skip = existsSync(folder) ? false : 'the five pages are not beside this checkout'

let deps: Deps
const pages: (readonly Statement[])[] = []
let links: readonly LinkRow[] = []

before(async () => {
  if (skip !== false) return
  deps = openDeps({ ledger: ledgerPath(), mode: 'create' }, { pages: 1 })
  for (const file of readdirSync(folder).sort()) {
    const bytes = readFileSync(join(folder, file))
    const { id } = await perform(ingestDocument, deps, { bytes, file })
    pages.push((await deps.store.getDocument(id))!.statements)
  }
  links = (await perform(listLinks, deps, { limit: 1000 })).rows
})

after(async () => {
  await deps?.extractor.close()
  await deps?.store.close()
})

/** Id of the statement with the smallest content over a code unit of a page. */
function at(page: number, offset: number): string {
  const holding = pages[page]!.filter(({ content }) =>
    content.spans.some(({ start, end }) => start <= offset && offset < end),
  )
  const [smallest] = holding.sort((a, b) => a.content.text.length - b.content.text.length)
  assert.ok(smallest, `no statement at ${page}:${offset}`)
  return smallest.id
}

test('the American commitment not to send troops is one position, one part of it told by another', {
  skip,
}, async () => {
  const answer = await perform(getTimeline, deps, { speaker: 'United States', about: 'troops in Ukraine' })
  const entries = [...answer.dated, ...answer.undated]
  const entry = (id: string) => entries.find(({ statement }) => statement.id === id)
  const those = [at(0, 113), at(3, 1), at(3, 110), at(3, 245)]
  const positions = those.map((id) => entry(id)?.position)
  assert.ok(positions[0])
  assert.deepEqual(positions, Array(4).fill(positions[0]))
  assert.deepEqual(
    those.map((id) => entry(id)!.own),
    [false, true, true, true],
  )
})

test('the threats of the Kremlin, its spokesman and the president hang together', { skip }, () => {
  const near = new Map<string, string[]>()
  for (const { link } of links) {
    if (!['same-utterance', 'repeats', 'series'].includes(link.relation)) continue
    near.set(link.from, [...(near.get(link.from) ?? []), link.to])
    near.set(link.to, [...(near.get(link.to) ?? []), link.from])
  }
  const reached = new Set<string>()
  const open = [at(1, 10)]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    open.push(...(near.get(next) ?? []))
  }
  const threats = {
    headline: at(1, 10),
    Peskov: at(1, 95),
    Kremlin: at(1, 230),
    again: at(1, 612),
    other: at(0, 1675),
    Putin: at(2, 1785),
  }
  for (const [name, id] of Object.entries(threats)) assert.ok(reached.has(id), name)
})

test('hundreds of servicemen against only an attaché is offered as a conflict, and hardly anything else is', {
  skip,
}, () => {
  const conflicts = links.filter(({ link }) => link.relation === 'conflicts')
  const servicemen = at(0, 1240)
  const only = [at(3, 940), at(3, 1180)]
  const found = conflicts.filter(({ link }) => [link.from, link.to].includes(servicemen))
  assert.ok(
    found.some(({ link }) => only.includes(link.from) || only.includes(link.to)),
    'not offered',
  )
  assert.ok(conflicts.length <= 6, conflicts.map(({ link }) => `${link.from} ${link.to}`).join('\n'))
})

// biome-ignore format: a row a dossier
const DOSSIERS: readonly (readonly [about: string, statements: readonly (readonly [page: number, offset: number])[]])[] = [
  ['Patriot', [[0, 20], [0, 113], [0, 480], [0, 730], [0, 1572], [0, 1675], [0, 2270], [1, 10], [1, 95], [1, 230], [1, 612]]],
  ['NASAMS', [[1, 1300]]],
  ['ATACMS', [[4, 690], [4, 1375]]],
  ['troops in Ukraine', [[0, 113], [0, 1240], [2, 165], [2, 450], [2, 930], [2, 1025], [2, 1200], [2, 1500], [2, 1640], [3, 1], [3, 110], [3, 245], [3, 430], [3, 940], [3, 1180], [3, 1780], [3, 2180]]],
]

for (const [about, expected] of DOSSIERS) {
  test(`the dossier of ${about} holds every statement about it, in the order of saying`, { skip }, async () => {
    const { dated, undated } = await perform(getTimeline, deps, { about, limit: 1000 })
    const ids = new Set([...dated, ...undated].map(({ statement }) => statement.id))
    const missing = expected.filter(([page, offset]) => !ids.has(at(page, offset)))
    assert.deepEqual(missing, [])
    const days = dated.map(({ statement }) => statement.said.earliest ?? '')
    assert.deepEqual(days, days.toSorted())
  })
}

const records = join(import.meta.dirname, '../../shared/data/primary/white-house.jsonl.gz')
const skipRecord =
  skip === false && !existsSync(records) ? 'the record of the White House is not beside this checkout' : skip

test('quoted blocks are put beside the turns of the briefing that they render, as altered', {
  skip: skipRecord,
}, async () => {
  const briefing = gunzipSync(readFileSync(records))
    .toString()
    .split('\n')
    .filter((line) => line.includes('"press-briefings"') && line.includes('"2024-02-27"'))
    .map((line) => JSON.parse(line) as { title: string; text: string; url: string; date: string })[0]!
  const head = `${briefing.title.replace(/\s+/g, ' ')}\n\n`
  const { id } = await perform(ingestDocument, deps, {
    bytes: Buffer.from(head + briefing.text),
    file: 'briefing.txt',
    url: briefing.url,
    published: briefing.date,
  })
  const { text } = (await deps.store.getDocument(id))!
  const found = (await perform(listLinks, deps, { relation: 'renders', limit: 100 })).rows
  for (const [offset, words] of [
    [430, 'a sovereign decision'],
    [1180, 'The only U.S. military personnel'],
  ] as const) {
    const own = found.filter(({ link }) => link.from === at(3, offset))
    assert.equal(own.length, 1)
    const { link, to } = own[0]!
    assert.equal(link.type, 'altered')
    assert.ok(text.slice(to.statement.content.spans[0]!.start).replace(/\s+/g, ' ').slice(0, 80).includes(words))
    assert.ok(link.because.some(({ of }) => of === link.from) && link.because.some(({ of }) => of === link.to))
  }
})
