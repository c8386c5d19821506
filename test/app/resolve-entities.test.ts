/** Tests of who is meant: the register, then the ledger, then somebody new; and of never taking one for another by a name alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Extraction } from '../../src/app/extract-document.ts'
import { ingestDocument } from '../../src/app/ingest-document.ts'
import { perform } from '../../src/app/perform.ts'
import type { Deps, Store } from '../../src/app/ports.ts'
import { resolveEntities } from '../../src/app/resolve-entities.ts'
import type { DocumentReferent, UsePlace } from '../../src/core/referents.ts'
import type { Entity, Tenure } from '../../src/core/register/register.ts'
import { registerOf } from '../../src/core/register/register-of.ts'
import type { Statement } from '../../src/core/statement.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { type EntryParts, entryOf } from '../support/entries.ts'
import { ledgerPath } from '../support/ledger-path.ts'
import { entityOf } from '../support/linked-entry.ts'

const orlov = entityOf({ id: 'Q501', name: 'Sergei Orlov', gender: 'male', country: 'RU' })
const russia = entityOf({ id: 'Q159', kind: 'state', name: 'Russia', country: 'RU' })
const tenure: Tenure = {
  person: 'Q501',
  role: 'Minister of Foreign Affairs',
  of: 'RU',
  start: '2020-01-01',
  end: '2023-12-31',
  asOf: null,
}
const later: Tenure = { ...tenure, person: 'Q502', start: '2024-01-01', end: '2026-12-31' }
const register = registerOf(
  [orlov, russia, entityOf({ id: 'Q502', name: 'Pyotr Zima', country: 'RU' })],
  [tenure, later],
)
const nobodyKnown = registerOf([], [])

type Told = Partial<Omit<DocumentReferent, 'uses' | 'chain'>>

/** A page with one statement by each of `told`, named by the first name. */
function pageOf(text: string, told: readonly Told[], parts: Partial<EntryParts> = {}): Extraction {
  const contents = told.map((_, index) => `words ${index} of ${text}`)
  const speakers = told.map(({ names = [] }) => names[0] ?? 'the minister')
  const entry = entryOf({
    ...parts,
    text: contents.map((content, index) => `${speakers[index]} said: “${content}”.`).join('\n'),
    statements: contents.map((content, index) => ({ content, speaker: speakers[index]! })),
  })
  const referents = told.map((referent, index) => ({
    names: [],
    kind: 'person' as const,
    titles: [],
    gender: null,
    at: entry.document.published,
    countries: [],
    ...referent,
    chain: `c${index + 1}`,
    uses: [{ statement: entry.statements[index]!.id, at: 'speaker' as const }],
  }))
  return { ...entry, referents }
}

/** Adds pages to a ledger, one after the other, and gives the speakers' entities of each. */
async function added(pages: readonly Extraction[], known = nobodyKnown, store: Store = openSqliteStore(ledgerPath())) {
  const entities: (string | null)[][] = []
  for (const page of pages) {
    const { statements, notices, links } = await resolveEntities(page, known, store)
    const { document, text, blocks, pipeline } = page
    const added = '2025-01-01T00:00:00.000Z'
    const entry = { document, text, blocks, statements, notices, pipeline, added }
    assert.equal(await store.putDocument(entry, links), 'stored')
    entities.push(statements.map(({ speaker }) => speaker?.entity ?? null))
  }
  return { entities, store }
}

const marten: Told = { names: ['Ilse Marten'], gender: 'female' }
const role = (name: string, of: string | null = null) => ({ titles: [{ role: name, of }] })

test('the register’s entity by name and role, with the confidence of both readings', async () => {
  const page = pageOf('a', [{ names: ['Sergey Orlov'], ...role('Foreign Minister', 'Russian') }], {
    published: '2022-05-01',
  })
  const [first] = page.statements
  const unsure = { ...first!, confidence: { ...first!.confidence, speaker: 0.5 } }
  const { statements, notices, links } = await resolveEntities({ ...page, statements: [unsure] }, register, null)
  assert.equal(statements[0]!.speaker!.entity, 'Q501')
  assert.equal(statements[0]!.speaker!.name, 'Sergey Orlov', 'the name stays as the text has it')
  const { speaker } = statements[0]!.confidence
  assert.ok(speaker !== null && speaker > 0.4 && speaker < 0.5)
  assert.deepEqual(notices, [])
  assert.deepEqual(links.entities[0]!.roles, [
    { role: 'Foreign Minister', of: 'Russian', at: '2022-05-01', statement: first!.id },
  ])
})

test('without a ledger nobody is made up: what the register does not know stays null', async () => {
  const { statements, links } = await resolveEntities(pageOf('a', [marten]), register, null)
  assert.equal(statements[0]!.speaker!.entity, null)
  assert.equal(statements[0]!.confidence.speaker, null)
  assert.deepEqual(links.entities, [])
})

test('a role that the register knows them not to have held is a notice on the statement', async () => {
  const page = pageOf(
    'a',
    [
      {
        names: ['Sergei Orlov'],
        titles: [
          { role: 'diplomat', of: null },
          { role: 'Foreign Minister', of: 'Russian' },
        ],
        countries: ['RU'],
      },
    ],
    {
      published: '2025-03-01',
    },
  )
  const { statements, notices } = await resolveEntities(page, register, null)
  assert.deepEqual(
    notices.map(({ code, statement }) => [code, statement]),
    [['role-not-held', statements[0]!.id]],
  )
  const { message, span } = notices[0]!
  assert.match(message, /Sergei Orlov “Foreign Minister” \(Russian\).* on 2025-03-01/)
  assert.equal(page.text.slice(span!.start, span!.end), 'Sergei Orlov')
})

test('entities in every place of a statement', async () => {
  const page = pageOf('a', [marten])
  const [first] = page.statements as [Statement]
  const span = { start: 0, end: 4 }
  const full: Statement = {
    ...first,
    speaker: {
      ...first.speaker!,
      members: [
        { name: 'A', entity: null, kind: null },
        { name: 'Orlov', entity: null, kind: 'person' },
      ],
      speaksFor: { name: 'Russia', entity: 'Q159' },
    },
    addressee: { name: 'Orlov', kind: 'person', entity: null, span },
    medium: { name: 'Orlov', kind: 'other', entity: null, span },
    via: [
      { name: 'B', kind: 'person', span, entity: null },
      { name: 'Orlov', kind: 'person', span, entity: null },
    ],
  }
  const places: UsePlace[] = ['members.1', 'addressee', 'medium', 'via.1']
  const referent: DocumentReferent = {
    names: ['Sergei Orlov'],
    kind: 'person',
    ...role('Foreign Minister', 'Russia'),
    gender: null,
    at: '2022-01-01',
    countries: [],
    chain: 'c1',
    uses: places.map((at) => ({ statement: first.id, at })),
  }
  const told = { ...page, statements: [full], referents: [referent] }
  const { statements, links } = await resolveEntities(told, register, null)
  const { speaker, addressee, medium, via, confidence } = statements[0]!
  assert.deepEqual(
    [speaker!.entity, ...speaker!.members.map(({ entity }) => entity), addressee!.entity, medium!.entity],
    [null, null, 'Q501', 'Q501', 'Q501'],
  )
  assert.deepEqual(
    via.map(({ entity }) => entity),
    [null, 'Q501'],
  )
  assert.equal(confidence.speaker, null)
  assert.deepEqual(
    links.entities.map(({ entity }) => entity.id),
    ['Q501', 'Q159'],
    'whom they speak for is linked too',
  )
})

/** Two pages that name a person alike; whether they are taken for one. */
const pairs: readonly [
  what: string,
  first: Told,
  second: Told,
  parts: [Partial<EntryParts>, Partial<EntryParts>],
  same: boolean,
][] = [
  ['one publisher', marten, marten, [{ publisher: 'A' }, { publisher: 'A' }], true],
  ['nothing but the name', marten, marten, [{ publisher: 'A' }, { publisher: 'B' }], false],
  ['no publisher known', marten, marten, [{}, {}], false],
  [
    'one role',
    { ...marten, ...role('surgeon') },
    { ...marten, ...role('chief surgeon') },
    [{ publisher: 'A' }, { publisher: 'B' }],
    true,
  ],
  [
    'one country',
    { ...marten, ...role('mayor', 'Norway') },
    { ...marten, ...role('mayor', 'Norwegian') },
    [{}, {}],
    true,
  ],
  [
    'roles that differ',
    { ...marten, ...role('surgeon') },
    { ...marten, ...role('striker') },
    [{ publisher: 'A' }, { publisher: 'A' }],
    false,
  ],
  [
    'one role of two countries',
    { ...marten, ...role('minister', 'Norwegian') },
    { ...marten, ...role('minister', 'Danish') },
    [{ publisher: 'A' }, { publisher: 'A' }],
    false,
  ],
  ['man and woman', marten, { ...marten, gender: 'male' }, [{ publisher: 'A' }, { publisher: 'A' }], false],
  [
    'two public roles',
    { ...marten, ...role('senator') },
    { ...marten, ...role('chairwoman') },
    [{ publisher: 'A' }, { publisher: 'A' }],
    true,
  ],
  [
    'two public roles elsewhere',
    { ...marten, ...role('senator') },
    { ...marten, ...role('chairwoman') },
    [{ publisher: 'A' }, { publisher: 'B' }],
    false,
  ],
  [
    'one role of one body, in full and short',
    { ...marten, ...role('manager', 'the Harbour Works Union') },
    { ...marten, ...role('manager', 'HWU') },
    [{ publisher: 'A' }, { publisher: 'B' }],
    true,
  ],
  [
    'one role of two bodies',
    { ...marten, ...role('manager', 'Northline') },
    { ...marten, ...role('manager', 'Southline') },
    [{ publisher: 'A' }, { publisher: 'B' }],
    false,
  ],
  [
    'what they are to each other',
    { ...marten, ...role('rival') },
    { ...marten, ...role('surgeon') },
    [{ publisher: 'A' }, { publisher: 'A' }],
    true,
  ],
  [
    'two spellings',
    { names: ['Serhiy Bondar'] },
    { names: ['Sergei Bondar'] },
    [{ publisher: 'A' }, { publisher: 'A' }],
    true,
  ],
  [
    'person and organisation',
    marten,
    { ...marten, gender: null, kind: 'organisation' },
    [{ publisher: 'A' }, { publisher: 'A' }],
    false,
  ],
  [
    'an organisation has its name alone',
    { names: ['Harbour Watch'], kind: 'organisation' },
    { names: ['Harbour Watch'], kind: 'organisation' },
    [{ publisher: 'A' }, { publisher: 'B' }],
    true,
  ],
  [
    'a ministry has not',
    { names: ['Ministry of Works'], kind: 'organisation' },
    { names: ['Ministry of Works'], kind: 'organisation' },
    [{ publisher: 'A' }, { publisher: 'B' }],
    false,
  ],
]

for (const [what, first, second, [one, other], same] of pairs) {
  test(`${what}: ${same ? 'the same' : 'not the same'}`, async () => {
    const { entities, store } = await added([pageOf('a', [first], one), pageOf('b', [second], other)])
    const [a, b] = entities.flat()
    assert.match(a!, /^e-[0-9a-f]{16}$/)
    assert.match(b!, /^e-[0-9a-f]{16}$/)
    assert.equal(a === b, same)
    await store.close()
  })
}

test('a surname, a group, a nameless source and what is of no known kind make no entity', async () => {
  const told: Told[] = [
    { names: ['Marten'] },
    { names: ['I. Marten'] },
    { names: ['Marten and Holm'], kind: 'group' },
    { names: ['a senior official'], kind: 'anonymous' },
    { names: ['Ilse Marten'], kind: null },
    { names: [] },
  ]
  const { entities, store } = await added([pageOf('a', told, { publisher: 'A' })])
  assert.deepEqual(entities.flat(), [null, null, null, null, null, null])
  await store.close()
})

test('a surname alone is not taken for whoever the ledger knows by it', async () => {
  const { entities, store } = await added([
    pageOf('a', [marten], { publisher: 'A' }),
    pageOf('b', [{ names: ['Marten'] }], { publisher: 'A' }),
  ])
  assert.equal(entities[1]![0], null)
  await store.close()
})

test('two of one name in the ledger, and nothing that tells which: neither', async () => {
  const { entities, store } = await added([
    pageOf('a', [{ ...marten, ...role('surgeon') }], { publisher: 'A' }),
    pageOf('b', [{ ...marten, ...role('striker') }], { publisher: 'A' }),
    pageOf('c', [marten], { publisher: 'A' }),
    pageOf('d', [{ ...marten, ...role('striker') }], { publisher: 'B' }),
  ])
  const [surgeon, striker, either, again] = entities.flat()
  assert.notEqual(surgeon, striker)
  assert.equal(either, null)
  assert.equal(again, striker)
  await store.close()
})

test('two chains of one name on one page are one', async () => {
  const { entities, store } = await added([pageOf('a', [marten, marten], { publisher: 'A' })])
  assert.equal(new Set(entities.flat()).size, 1)
  await store.close()
})

test('the same pages in the same order give the same ids', async () => {
  const pages = [pageOf('a', [marten], { publisher: 'A' }), pageOf('b', [{ names: ['Pia Holm'] }], { publisher: 'B' })]
  const one = await added(pages)
  const other = await added(pages)
  assert.deepEqual(one.entities, other.entities)
  await one.store.close()
  await other.store.close()
})

test('pages added at once that name somebody new alike: one entity, whoever comes first', async () => {
  const store = openSqliteStore(ledgerPath())
  const pages = Array.from({ length: 6 }, (_, index) => pageOf(`page ${index}`, [marten], { publisher: 'A' }))
  const depsOf = (page: Extraction): Deps => ({
    store,
    register: nobodyKnown,
    read: () => assert.fail('the extractor reads'),
    pipelineFor: () => null,
    extractor: { atOnce: 1, extract: async () => page, analyse: async () => page, close: async () => {} },
    now: () => new Date(0),
  })
  const source = (index: number) => ({ bytes: new Uint8Array([index]), file: `${index}.txt` })
  const outcomes = await Promise.all(pages.map((page, index) => perform(ingestDocument, depsOf(page), source(index))))
  assert.ok(outcomes.every(({ outcome }) => outcome === 'stored'))
  assert.deepEqual(
    (await store.speakersNamed('Ilse Marten')).map(({ statements }) => statements),
    [6],
  )
  await store.close()
})

test('a name that may be one of several in the register is none of them, until the ledger has seen which', async () => {
  const two = registerOf([orlov, russia, { ...orlov, id: 'Q502' } satisfies Entity], [tenure])
  const alone: Told = { names: ['Sergei Orlov'] }
  const told: Told = { ...alone, ...role('Foreign Minister', 'Russian') }
  const { entities, store } = await added(
    [
      pageOf('a', [alone], { publisher: 'A', published: '2022-01-01' }),
      pageOf('b', [told], { publisher: 'A', published: '2022-01-02' }),
      pageOf('c', [alone], { publisher: 'A', published: '2022-01-03' }),
      pageOf('d', [alone], { publisher: 'B', published: '2022-01-04' }),
    ],
    two,
  )
  const [first, second, third, elsewhere] = entities.flat()
  assert.match(first!, /^e-/)
  assert.deepEqual([second, third], ['Q501', 'Q501'])
  assert.match(elsewhere!, /^e-/)
  assert.notEqual(elsewhere, first)
  await store.close()
})

test('an outlet that was read as an organisation is the register’s outlet', async () => {
  const outlet = entityOf({ id: 'r-lantern', kind: 'publication', name: 'Daily Lantern' })
  const page = pageOf('a', [{ names: ['Daily Lantern'], kind: 'organisation' }])
  const { statements } = await resolveEntities(page, registerOf([outlet], []), null)
  assert.equal(statements[0]!.speaker!.entity, 'r-lantern')
})
