/** Contract: statements of another reading take the place of those that are there, and nothing of these is left. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentEntry, EntityLinks, Fault, Store } from '../../src/app/ports.ts'
import { entryOf } from '../support/entries.ts'
import { storyOf } from '../support/readings.ts'
import { withStore } from './contract.ts'

const words = ['bridge', 'ferry', 'quay', 'not', 'crane']

/** Everything that is asked of a ledger, but for numbers that only tell how it came about. */
async function answersOf(store: Store): Promise<unknown> {
  const { documents, statements, speakers } = await store.summary()
  const listed = await store.listStatements({ limit: 1000 })
  const searches = await Promise.all(
    words.map(async (text) => {
      const [all, within] = [store.listStatements({ limit: 1000, text }), store.listDocuments({ limit: 1000, text })]
      return [(await all).rows.map(({ statement }) => statement.id), (await within).total]
    }),
  )
  const entities = await Promise.all(
    ['e-00000000000000aa', 'e-00000000000000bb'].map((entity) => store.getSpeaker({ entity })),
  )
  const links = (await store.links({ limit: 1000 })).rows.map(({ link }) => link)
  return {
    totals: [documents, statements, speakers],
    listed: listed.rows,
    entries: await Promise.all(listed.rows.map(({ document }) => store.getDocument(document.id))),
    searches,
    links: links.map((link) => JSON.stringify(link)).sort(),
    subjects: (await store.listSubjects({ limit: 1000 })).rows,
    speakers: (await store.listSpeakers({ limit: 1000 })).rows,
    relays: await store.relays(),
    roles: entities.map((entity) => entity?.roles.map(({ role, of }) => [role, of]).sort()),
  }
}

/** @param open a store with `plainLinker` */
export function careContract(open: () => Promise<Store>): void {
  const [before, links] = storyOf(1, [0, 1, 2])
  const [after] = storyOf(1, [1, 2, 3], 'later@2')

  test('which pipeline read each document, page by page, in one order', () =>
    withStore(open, async (store) => {
      const entries = [1, 2, 3, 4, 5].map((number) => storyOf(number, [0], number === 3 ? null : `test@${number}`))
      for (const [entry, given] of entries) await store.putDocument(entry, given)
      const ids: string[] = []
      const seen: (string | null)[] = []
      for (let next: string | undefined; ; ) {
        const page = await store.readings(2, next)
        ids.push(...page.rows.map(({ id }) => id))
        seen.push(...page.rows.map(({ pipeline }) => pipeline))
        assert.ok(page.rows.every(({ language }) => language === 'en'))
        if (page.next === null) break
        next = page.next
      }
      assert.deepEqual(ids.toSorted(), entries.map(([entry]) => entry.document.id).sort())
      assert.deepEqual(seen.toSorted(), ['test@1', 'test@2', 'test@4', 'test@5', null].sort())
      assert.deepEqual(
        (await store.readings(1000)).rows.map(({ id }) => id),
        ids,
      )
      await assert.rejects(store.readings(0), { code: 'invalid-input' })
    }))

  test('statements are replaced: what is kept, added and gone is told, and the document stays as it was', () =>
    withStore(open, async (store) => {
      await store.putDocument(before, links)
      assert.equal(await store.isRelinkDue(), false)
      const given = { ...after, text: 'not this', added: '2030-01-01T00:00:00.000Z' }
      assert.deepEqual(await store.replaceStatements(given, links), {
        outcome: 'replaced',
        kept: 2,
        added: 1,
        gone: [before.statements[0]!.id],
        decisionsLost: 0,
      })
      const { statements, notices, pipeline } = after
      assert.deepEqual(await store.getDocument(before.document.id), { ...before, statements, notices, pipeline })
      assert.equal(await store.getStatement(before.statements[0]!.id), null)
      assert.equal(await store.isRelinkDue(), true)
      await store.relink()
      assert.equal(await store.isRelinkDue(), false)
    }))

  test('a document that is not there, and one whose entities have been outrun, change nothing', () =>
    withStore(open, async (store) => {
      assert.deepEqual(await store.replaceStatements(after, links), { outcome: 'unknown' })
      assert.equal(await store.isRelinkDue(), false)
      await store.putDocument(before, links)
      const { entity } = links.entities[0]!
      const added = { entity: { ...entity, id: 'e-00000000000000cc' }, names: [], roles: [] }
      const outrun = { revision: 99, entities: [...links.entities, added] }
      assert.deepEqual(await store.replaceStatements(after, outrun), { outcome: 'outdated' })
      assert.deepEqual(await store.getDocument(before.document.id), before)
    }))

  test('a ledger read anew answers as one that was read so from the beginning', () =>
    fc.assert(
      fc.asyncProperty(readings, (stories) =>
        withStore(open, (fresh) =>
          withStore(open, async (store) => {
            for (const [number, { first }] of stories.entries()) await store.putDocument(...storyOf(number, first))
            for (const [number, { second }] of stories.entries()) {
              if (second === null) continue
              const [entry, given] = storyOf(number, second, 'later@2')
              assert.equal((await store.replaceStatements(entry, given)).outcome, 'replaced')
            }
            await store.relink()
            for (const [number, { first, second }] of stories.entries()) {
              const [entry, given] = second === null ? storyOf(number, first) : storyOf(number, second, 'later@2')
              await fresh.putDocument(entry, given)
            }
            assert.deepEqual(await answersOf(store), await answersOf(fresh))
            assert.deepEqual(await faultsOf(store), [])
          }),
        ),
      ),
      { numRuns: 25 },
    ))

  test('a check of what was put finds nothing wrong, whatever characters are in it', () =>
    fc.assert(
      fc.asyncProperty(fc.array(strange, { maxLength: 4 }), (pages) =>
        withStore(open, async (store) => {
          for (const [number, { before: lead, said, speaker, title }] of pages.entries()) {
            const text = `${lead}“${said}” said ${speaker}.`
            const statements = [{ content: `“${said}”`, speaker, cue: 'said' }]
            const url = `https://example.org/${number}`
            await store.putDocument(entryOf({ text, title, url, publisher: speaker, original: title, statements }))
          }
          assert.deepEqual(await faultsOf(store), [])
          assert.equal(
            await store.repair({ codes: new Set(['row', 'words', 'keys', 'entity', 'name']), documents: [] }),
            0,
          )
          assert.deepEqual(await faultsOf(store), [])
        }),
      ),
      { numRuns: 40 },
    ))

  test('a document without its statements; a text that is its own is put back, another is not', () =>
    withStore(open, async (store) => {
      await store.putDocument(before, links)
      const { statements: _, ...page } = before
      assert.deepEqual(await store.getPage(before.document.id), page)
      assert.equal(await store.getPage('d-0000000000000000'), null)
      assert.equal(await store.restoreText(before), true)
      assert.equal(await store.restoreText({ ...before, text: `${before.text} ` }), false)
      assert.equal(await store.restoreText(storyOf(9, [])[0]), false)
      assert.deepEqual(await store.getDocument(before.document.id), before)
    }))

  test('pages that come while links are due, and after, are linked as ever', () =>
    withStore(open, (fresh) =>
      withStore(open, async (store) => {
        const stories = Array.from({ length: 6 }, (_, number) => storyOf(number, [0, 1, 2, 3]))
        const later = Array.from({ length: 6 }, (_, number) => storyOf(number, [3, 1], 'later@2'))
        const put = async (into: Store, [entry, given]: readonly [DocumentEntry, EntityLinks]) =>
          assert.equal(await into.putDocument(entry, given), 'stored')
        for (const story of stories.slice(0, 4)) await put(store, story)
        for (const [entry, given] of later.slice(0, 4)) await store.replaceStatements(entry, given)
        await put(store, later[4]!)
        await store.relink()
        await put(store, later[5]!)
        for (const story of later) await put(fresh, story)
        assert.deepEqual(await answersOf(store), await answersOf(fresh))
      }),
    ))
}

/** What a check finds, of everything. */
async function faultsOf(store: Store): Promise<Fault[]> {
  const faults: Fault[] = []
  const checked = await store.check({ isDeep: true, found: (fault) => faults.push(fault) })
  assert.equal(checked.faults, faults.length)
  assert.equal(checked.isSound, true)
  return faults
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: fc.constantFrom('\ud800', '\0', 'ё', '東', 'ß', '“', 'x', ' '), maxLength: 20 }),
)
const strange = fc.record({ before: text, said: text, speaker: text, title: fc.option(text) })

/** Stories, each with the sayings that a first and maybe a second reading finds in it. */
const sayings = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 5 })
const readings = fc.array(fc.record({ first: sayings, second: fc.option(sayings) }), { minLength: 1, maxLength: 5 })
