/** Contract: entities with their names, roles and publishers; speakers in every spelling; timelines. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Store } from '../../src/app/ports.ts'
import { wholeKeys } from '../../src/core/ledger-keys.ts'
import { fieldQuery } from '../../src/core/query/query.ts'
import { entityOf, linkedEntry, linkOf } from '../support/linked-entry.ts'
import { withStore } from './contract.ts'

const minister = entityOf({ id: 'Q501', name: 'Sergei Orlov', names: ['Сергей Орлов'], gender: 'male', country: 'RU' })
const state = entityOf({ id: 'Q159', kind: 'state', name: 'Russia', names: ['Russian Federation'] })
const doctor = entityOf({ id: 'e-0000000000000001', name: 'Ilse Marten' })
const runner = entityOf({ id: 'e-0000000000000002', name: 'Ilse Marten' })

/** A page with everything: two names of one man, a voice of a state, a group, undated words. */
const talks = linkedEntry({
  text: 'Sergey Orlov said talks failed. Orlov said trains stopped. The embassy said no. Marten and Orlov said yes. She said maybe.',
  publisher: 'Daily Lantern',
  published: '2024-06-21',
  title: 'Talks',
  statements: [
    {
      content: 'talks failed',
      speaker: 'Sergey Orlov',
      who: { entity: minister.id, kind: 'person' },
      said: ['2024-06-20', '2024-06-20'],
    },
    {
      content: 'trains stopped',
      speaker: 'Orlov',
      who: { entity: minister.id, kind: 'person' },
      said: ['2024-06-10', '2024-06-16'],
    },
    { content: 'no', speaker: 'The embassy', who: { speaksFor: { name: 'Russia', entity: state.id } } },
    {
      content: 'yes',
      speaker: 'Marten and Orlov',
      who: {
        kind: 'group',
        members: [
          { name: 'Marten', entity: doctor.id, kind: 'person' },
          { name: 'Orlov', entity: minister.id, kind: 'person' },
        ],
      },
    },
    { content: 'maybe', speaker: 'She', who: { entity: doctor.id }, said: [null, '2024-06-01'] },
  ],
})
const [talksEntry] = talks
const idOf = (index: number): string => talksEntry.statements[index]!.id
const talksLinks = {
  revision: 0,
  entities: [
    linkOf(minister, {
      names: ['Sergey Orlov', 'Orlov'],
      roles: [{ role: 'Foreign Minister', of: 'Russian', at: '2024-06-20', statement: idOf(0) }],
    }),
    linkOf(state, { names: ['Russia'] }),
    linkOf(doctor, { names: ['Ilse Marten'], roles: [{ role: 'doctor', of: null, at: null, statement: idOf(4) }] }),
  ],
}

const contents = (rows: readonly { statement: { content: { text: string } } }[]): string[] =>
  rows.map(({ statement }) => statement.content.text)

export function entityContract(open: () => Promise<Store>): void {
  test('entities are found by every key of their names, with what tells them from others', () =>
    withStore(open, async (store) => {
      const [key] = wholeKeys('Ilse Marten', 'person')
      assert.deepEqual(await store.knownEntities([key!]), { revision: 0, byKey: new Map() })
      await store.putDocument(talksEntry, talksLinks)
      const { revision, byKey } = await store.knownEntities([key!, 'nobody'])
      assert.ok(revision > 0)
      assert.deepEqual([...byKey.keys()], [key])
      assert.deepEqual(byKey.get(key!), [
        { entity: doctor, roles: [{ role: 'doctor', of: null }], publishers: ['Daily Lantern'] },
      ])
      for (const spelling of ['Sergei Orlov', 'Sergey Orlov', 'Сергей Орлов']) {
        const keys = wholeKeys(spelling, 'person')
        const found = (await store.knownEntities(keys)).byKey
        assert.deepEqual([...found.values()].flat()[0]?.entity, minister, spelling)
      }
    }))

  test('an entity of the ledger is not added by one who has not seen those added since', () =>
    withStore(open, async (store) => {
      await store.putDocument(talksEntry, talksLinks)
      const late = {
        text: 'Ilse Marten said go.',
        statements: [{ content: 'go', speaker: 'Ilse Marten', who: { entity: runner.id } }],
      }
      const links = [linkOf(runner, { names: ['Ilse Marten'] })]
      const [entry, outdated] = linkedEntry({ ...late, links })
      assert.equal(await store.putDocument(entry, outdated), 'outdated')
      assert.equal(await store.getDocument(entry.document.id), null)
      const { revision } = await store.knownEntities([])
      assert.equal(await store.putDocument(entry, { ...outdated, revision }), 'stored')
      assert.equal((await store.speakersNamed('Ilse Marten')).length, 2)
    }))

  test('what the register knows is added whatever else has been', () =>
    withStore(open, async (store) => {
      await store.putDocument(talksEntry, talksLinks)
      const other = entityOf({ id: 'Q777', name: 'Pia Holm' })
      const [entry, links] = linkedEntry({
        text: 'Pia Holm said go.',
        statements: [{ content: 'go', speaker: 'Pia Holm', who: { entity: other.id } }],
        links: [linkOf(other)],
      })
      assert.equal(await store.putDocument(entry, links), 'stored')
    }))

  test('a statement whose entity nobody tells of is not stored, nor anything of its document', () =>
    withStore(open, async (store) => {
      await assert.rejects(store.putDocument(talksEntry, { revision: 0, entities: [] }))
      assert.equal(await store.getDocument(talksEntry.document.id), null)
    }))

  test('a speaker is found by any spelling, by id, and under names that the text gives otherwise', () =>
    withStore(open, async (store) => {
      await store.putDocument(talksEntry, talksLinks)
      const said = async (speaker: string) => contents((await store.listStatements({ limit: 10, speaker })).rows)
      const orlovs = ['talks failed', 'trains stopped', 'yes']
      for (const name of ['Sergei Orlov', 'sergey orlov', 'Сергей Орлов', 'Q501', 'orlov']) {
        assert.deepEqual(await said(name), orlovs, name)
      }
      assert.deepEqual(await said('Ilse Marten'), ['yes', 'maybe'])
      assert.deepEqual(await said('embassy'), ['no'])
      assert.deepEqual(await said('Q99'), [])
      const form = { limit: 10, speaker: 'Сергей Орлов', form: 'direct', text: 'trains' } as const
      assert.deepEqual(contents((await store.listStatements(form)).rows), ['trains stopped'])
    }))

  test('whoever speaks for somebody is found by whom they speak for', () =>
    withStore(open, async (store) => {
      await store.putDocument(talksEntry, talksLinks)
      for (const name of ['Russia', 'russian federation', 'Q159']) {
        const { rows, total } = await store.listStatements({ limit: 10, speaksFor: name })
        assert.deepEqual(contents(rows), ['no'], name)
        assert.equal(total, 1)
      }
      assert.equal((await store.listStatements({ limit: 10, speaksFor: 'nowhere' })).total, 0)
    }))

  test('statements by when they were said: whatever may have been within', () =>
    withStore(open, async (store) => {
      await store.putDocument(talksEntry, talksLinks)
      const said = async (saidFrom?: string, saidTo?: string) =>
        contents((await store.listStatements({ limit: 10, saidFrom, saidTo })).rows)
      assert.deepEqual(await said('2024-06-15', '2024-06-19'), ['trains stopped'])
      assert.deepEqual(await said('2024-06-16'), ['talks failed', 'trains stopped'])
      assert.deepEqual(await said(undefined, '2024-05-01'), ['maybe'])
      assert.deepEqual(await said('2024-06-21'), [])
      assert.equal((await said()).length, 5)
    }))

  test('whom a name may mean: in any spelling, else part of a name, most statements first', () =>
    withStore(open, async (store) => {
      await store.putDocument(talksEntry, talksLinks)
      assert.deepEqual(await store.speakersNamed('Сергей Орлов'), [
        { entity: minister, name: 'Sergei Orlov', statements: 3 },
      ])
      assert.deepEqual(
        (await store.speakersNamed('r')).map(({ name, statements }) => [name, statements]),
        [
          ['Sergei Orlov', 3],
          ['Ilse Marten', 2],
          ['Marten and Orlov', 1],
        ],
      )
      assert.deepEqual(await store.speakersNamed('The embassy'), [{ entity: null, name: 'The embassy', statements: 1 }])
      assert.deepEqual((await store.speakersNamed('Q501'))[0]?.entity, minister)
      for (const nobody of ['nobody', '', ' ', 'Q0']) assert.deepEqual(await store.speakersNamed(nobody), [])
    }))

  test('a speaker with names, roles and their evidence, and publishers', () =>
    withStore(open, async (store) => {
      await store.putDocument(talksEntry, talksLinks)
      const text = 'Sergei Orlov, the minister, said fine.'
      const [entry] = linkedEntry({
        text,
        publisher: 'Harbour News',
        published: '2023-01-02',
        statements: [{ content: 'fine', speaker: 'Sergei Orlov', who: { entity: minister.id } }],
      })
      const statement = entry.statements[0]!.id
      const roles = [
        { role: 'minister', of: null, at: '2023-01-02', statement },
        { role: 'Foreign Minister', of: 'Russian', at: '2023-01-02', statement },
      ]
      await store.putDocument(entry, { revision: 0, entities: [linkOf(minister, { names: ['Sergei Orlov'], roles })] })
      assert.deepEqual(await store.getSpeaker({ entity: minister.id }), {
        entity: minister,
        name: 'Sergei Orlov',
        statements: 4,
        names: ['Orlov', 'Sergei Orlov', 'Sergey Orlov'].map((name) => ({ name, statements: 1 })),
        roles: [
          {
            role: 'Foreign Minister',
            of: 'Russian',
            from: '2023-01-02',
            to: '2024-06-20',
            evidence: { statement: idOf(0), document: talksEntry.document.id, title: 'Talks' },
          },
          {
            role: 'minister',
            of: null,
            from: '2023-01-02',
            to: '2023-01-02',
            evidence: { statement, document: entry.document.id, title: null },
          },
        ],
        speaksFor: [],
        publishers: [
          { name: 'Daily Lantern', statements: 3 },
          { name: 'Harbour News', statements: 1 },
        ],
        addressees: [],
        media: [],
        subjects: [],
        acts: [],
      })
      assert.deepEqual((await store.getSpeaker({ entity: doctor.id }))?.roles[0]?.from, null)
      const embassy = await store.getSpeaker({ name: 'The embassy' })
      assert.deepEqual([embassy?.entity, embassy?.statements], [null, 1])
      assert.equal(await store.getSpeaker({ name: 'Orlov' }), null, 'all that Orlov said is known to be the minister’s')
      assert.equal(await store.getSpeaker({ entity: 'Q0' }), null)
    }))

  test('to whom a speaker speaks, where, about what and how: the commonest first, an entity under its commonest name', () =>
    withStore(open, async (store) => {
      const [plain, links] = linkedEntry({
        text: 'Orlov said one. Orlov said two. Orlov said three. Orlov said four.',
        statements: ['one', 'two', 'three', 'four'].map((content) => ({
          content,
          speaker: 'Orlov',
          who: { entity: minister.id },
        })),
        links: [linkOf(minister, { names: ['Orlov'] }), linkOf(state)],
      })
      const span = { start: 0, end: 1 }
      const parts = [
        { to: { name: 'Russia', entity: state.id }, act: 'threat', about: ['dams', 'grain'] },
        { to: { name: 'the Russians', entity: state.id }, act: 'denial', about: ['dams'] },
        { to: { name: 'Russia', entity: state.id }, act: 'threat', about: [] },
        { to: { name: 'reporters', entity: null }, act: null, about: ['dams'] },
      ] as const
      const statements = plain.statements.map((statement, index) => {
        const { to, act, about } = parts[index]!
        const addressee = { ...to, kind: null, span }
        const medium = index > 1 ? { name: 'an interview', kind: 'interview', entity: null, span } : null
        return { ...statement, addressee, medium, about, act: { ...statement.act, type: act } }
      })
      await store.putDocument({ ...plain, statements }, links)
      const profile = await store.getSpeaker({ entity: minister.id })
      assert.deepEqual(profile?.addressees, [
        { name: 'Russia', entity: state.id, statements: 3 },
        { name: 'reporters', entity: null, statements: 1 },
      ])
      assert.deepEqual(profile.media, [{ name: 'an interview', entity: null, statements: 2 }])
      assert.deepEqual(profile.subjects, [
        { name: 'dams', statements: 3 },
        { name: 'grain', statements: 1 },
      ])
      assert.deepEqual(profile.acts, [
        { name: 'threat', statements: 2 },
        { name: 'denial', statements: 1 },
      ])
    }))

  test('everybody who speaks, page by page: most statements first, found by a part of any name, no pronouns', () =>
    withStore(open, async (store) => {
      await store.putDocument(talksEntry, talksLinks)
      const [nameless] = linkedEntry({
        text: 'They said so. A man said no.',
        statements: [
          { content: 'so', speaker: 'They' },
          { content: 'no', speaker: 'A man' },
        ],
      })
      await store.putDocument(nameless)
      const names = async (text?: string) =>
        (await store.listSpeakers({ text, limit: 10 })).rows.map(({ name, statements }) => [name, statements])
      const all = await names()
      assert.deepEqual(all.slice(0, 2), [
        ['Sergei Orlov', 3],
        ['Ilse Marten', 2],
      ])
      assert.deepEqual(all.slice(2).map(String).sort(), ['A man,1', 'Marten and Orlov,1', 'The embassy,1'])
      assert.deepEqual((await names('orlov')).map(String).sort(), ['Marten and Orlov,1', 'Sergei Orlov,3'])
      assert.deepEqual(await names('nobody'), [])
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await store.listSpeakers({ limit: 2, after })
        assert.equal(page.total, 5)
        seen.push(...page.rows.map(({ name }) => name))
        after = page.next ?? undefined
      } while (after !== undefined)
      assert.deepEqual([seen.length, new Set(seen).size], [5, 5])
      await assert.rejects(store.listSpeakers({ limit: 0 }), { code: 'invalid-input' })
    }))

  test('that it was said before the page was published, or once, is no date', () =>
    withStore(open, async (store) => {
      const [entry] = linkedEntry({
        text: 'Pia Holm said go. Pia Holm said stay.',
        published: '2024-06-21',
        statements: [
          { content: 'go', speaker: 'Pia Holm', said: [null, '2024-06-21'] },
          { content: 'stay', speaker: 'Pia Holm', said: [null, '2024-06-21'] },
        ],
      })
      const values = [null, 'PAST_REF']
      const statements = entry.statements.map((statement, index) => ({
        ...statement,
        said: { ...statement.said, value: values[index]! },
      }))
      await store.putDocument({ ...entry, statements })
      const { datedTotal, undatedTotal } = await store.timeline({ speaker: { name: 'Pia Holm' }, limit: 10 })
      assert.deepEqual([datedTotal, undatedTotal], [0, 2])
      assert.equal((await store.listStatements({ limit: 10, saidTo: '2024-06-21' })).total, 0)
    }))

  test('a timeline goes by when things were said; what has no date is apart', () =>
    withStore(open, async (store) => {
      await store.putDocument(talksEntry, talksLinks)
      const speaker = { entity: minister.id }
      const whole = await store.timeline({ speaker, limit: 10 })
      assert.deepEqual(contents(whole.dated), ['trains stopped', 'talks failed'])
      assert.deepEqual(contents(whole.undated), ['yes'])
      assert.deepEqual([whole.datedTotal, whole.undatedTotal], [2, 1])
      const one = await store.timeline({ speaker, limit: 1 })
      assert.deepEqual([one.dated.length, one.datedTotal], [1, 2])
      const late = await store.timeline({ speaker, from: '2024-06-17', limit: 10 })
      assert.deepEqual(contents(late.dated), ['talks failed'])
      assert.equal(late.undatedTotal, 0)
      const about = await store.timeline({ speaker, query: fieldQuery('about', 'trains'), limit: 10 })
      assert.deepEqual([contents(about.dated), about.undatedTotal], [['trains stopped'], 0])
      const byName = await store.timeline({ speaker, query: fieldQuery('about', 'orlov'), limit: 10 })
      assert.equal(byName.datedTotal + byName.undatedTotal, 0, 'a speaker is not what he speaks about')
      assert.equal((await store.timeline({ speaker: { name: 'The embassy' }, limit: 10 })).undatedTotal, 1)
      assert.equal((await store.timeline({ speaker: { entity: 'Q0' }, limit: 10 })).datedTotal, 0)
      await assert.rejects(store.timeline({ speaker, limit: 0 }), { code: 'invalid-input' })
    }))
}
