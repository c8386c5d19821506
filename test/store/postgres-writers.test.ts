/** Several programs that write to one ledger in PostgreSQL at once: one entity for one person, nothing counted twice. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Store } from '../../src/app/ports.ts'
import { wholeKeys } from '../../src/core/ledger-keys.ts'
import { openPostgresStore } from '../../src/store/postgres/postgres.ts'
import { entityOf, linkedEntry, linkOf } from '../support/linked-entry.ts'
import { plainLinker } from '../support/plain-linker.ts'
import { noPostgres, postgresLedger } from '../support/postgres.ts'

const PAGES = 40
const people = ['Ilse Marten', 'Pia Holm', 'Jonas Dahl']
const minister = entityOf({ id: 'Q501', name: 'Sergei Orlov' })

/** Puts page `number`, as adding does: a person whom the ledger does not know is new; done again where it was outrun. */
async function putPage(store: Store, number: number): Promise<number> {
  const name = people[number % people.length]!
  const [key] = wholeKeys(name, 'person')
  for (let outrun = 0; ; outrun++) {
    const { revision, byKey } = await store.knownEntities([key!])
    const own = entityOf({ id: `e-${String(number).padStart(16, '0')}`, name })
    const entity = byKey.get(key!)?.[0]?.entity ?? own
    const text = `Page ${number}. ${name} said the dam holds. Sergei Orlov said no.`
    const [plain, links] = linkedEntry({
      text,
      publisher: `Paper ${number % 4}`,
      published: `2024-03-${String(1 + (number % 28)).padStart(2, '0')}`,
      statements: [
        { content: 'the dam holds', speaker: name, who: { entity: entity.id } },
        { content: 'no', speaker: 'Sergei Orlov', who: { entity: minister.id } },
      ],
      revision,
      links: [linkOf(entity, { names: [name] }), linkOf(minister, { names: ['Sergei Orlov'] })],
    })
    const statements = plain.statements.map((statement) => ({
      ...statement,
      about: ['Dams', 'dams', `Dam ${number % 5}`],
    }))
    const at = plain.document.published
    const roles = [{ role: 'minister', of: null, at, statement: statements[1]!.id }]
    const entities = links.entities.map((link) => (link.entity.id === minister.id ? { ...link, roles } : link))
    const outcome = await store.putDocument({ ...plain, statements }, { ...links, entities })
    if (outcome === 'stored') return outrun
    assert.equal(outcome, 'outdated')
  }
}

describe('several programs on one ledger in PostgreSQL', { skip: noPostgres ?? false }, () => {
  test('a person who is new to all of them becomes one entity, and what they tell of another is joined', async () => {
    const ledger = postgresLedger()
    const stores = Array.from({ length: 4 }, () => openPostgresStore(ledger, { linker: plainLinker, connections: 3 }))
    let next = 0
    const puts = stores.flatMap((store) =>
      Array.from({ length: 3 }, async () => {
        while (next < PAGES) await putPage(store, next++)
      }),
    )
    await Promise.all(puts)
    const [store] = stores as [Store]
    for (const name of people) {
      const found = await store.knownEntities(wholeKeys(name, 'person'))
      assert.equal(new Set([...found.byKey.values()].flat().map(({ entity }) => entity.id)).size, 1, name)
    }
    const profile = await store.getSpeaker({ entity: minister.id })
    assert.equal(profile?.statements, PAGES)
    assert.deepEqual(
      profile.roles.map(({ role, from, to }) => [role, from, to]),
      [['minister', '2024-03-01', '2024-03-28']],
    )
    assert.equal(profile.publishers.length, 4)
    const subjects = await store.listSubjects({ limit: 10 })
    assert.deepEqual([subjects.total, subjects.rows[0]?.statements], [6, 2 * PAGES])
    assert.equal((await store.summary()).documents, PAGES)
    await Promise.all(stores.map((each) => each.close()))
  })

  test('a revision is another one after every write, by whichever program, and nothing counted before is told again', async () => {
    const ledger = postgresLedger()
    const [one, other] = [openPostgresStore(ledger), openPostgresStore(ledger)]
    const seen = new Set([await one.revision()])
    for (let number = 0; number < 6; number++) {
      await putPage(number % 2 === 0 ? one : other, number)
      const revision = await one.revision()
      assert.ok(!seen.has(revision), 'somebody wrote')
      seen.add(revision)
    }
    const { total } = await one.facets({ limit: 1 }, 100)
    assert.equal(total, 12)
    await putPage(other, 99)
    assert.equal((await one.facets({ limit: 1 }, 100)).total, 14)
    await Promise.all([one.close(), other.close()])
  })
})
