/** Both stores, holding the same invented pages, answer the same questions alike, to the last field and in the same order. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import type {
  DocumentEntry,
  EntityLinks,
  LinkedEntity,
  SpeakerRow,
  StatementFilter,
  Store,
} from '../../src/app/ports.ts'
import { ACT_TYPES, allOf, fieldQuery, type Query } from '../../src/core/query/query.ts'
import type { Entity } from '../../src/core/register/register.ts'
import type { Statement } from '../../src/core/statement.ts'
import { openPostgresStore } from '../../src/store/postgres/postgres.ts'
import { openSqliteStore } from '../../src/store/sqlite.ts'
import { entryOf } from '../support/entries.ts'
import { noPostgres, postgresLedger } from '../support/postgres.ts'

const PAGES = 90
const NOWHERE = { start: 0, end: 0 }

/** Letters with marks, without a space between words, beyond the first plane, half a pair, a NUL, what would be an operator. */
const words = [
  ...[
    'troops',
    'Troops',
    'troop',
    'Élan',
    'elan',
    'ёлка',
    'елка',
    'straße',
    'strasse',
    'U.S.',
    'a',
    'and',
    'or',
    'not',
    '1.5',
  ],
  ...[
    '東京都',
    '京',
    'हिन्दी',
    'مُحَمَّد',
    'ไทย',
    '😀',
    '😀x',
    '\ud800',
    'a\0b',
    "it's",
    'co\\l',
    ':*',
    '<->',
    '&',
    '|',
    '!',
    'x:A',
    '--',
  ],
]
/** Each in one spelling: of several, one store keeps the first and the other all. What UTF-8 cannot hold sorts in ways of their own. */
const names = [
  'Ana Pohl',
  'ANA POHL',
  'Ána Pöhl',
  'Pohl',
  'he',
  'ТАСС',
  '東京',
  "O'Dunn 100% _",
  'Ana\\',
  '{"x"}',
  'Élan',
]
const subjects = ['Grain', 'border troops', 'troops', '東京', 'a "quoted", {one}', 'U.S.', 'Élan vital']
const outlets = ['Courier', 'courier', 'Rádio\\ Osk', '{x,"y"}']
const publishers = ['The Gull', 'THE GULL', 'ТАСС', 'Nordwire']
const days = ['2024-01-31', '2024-02-01', '2024-02-01T10:00:00Z', '2024-03-05']

const entityOf = (id: string, name: string): Entity => ({
  id,
  kind: 'person',
  name,
  names: [],
  gender: null,
  country: null,
  speaksFor: null,
})
const entities = [
  entityOf('Q1', 'Ana Pohl'),
  entityOf('Q2', 'Ana Pohl'),
  entityOf('Q3', 'Élan Group'),
  entityOf('Q4', '東京'),
]

/** The same numbers from 0 to 1 at every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

interface Page {
  readonly entry: DocumentEntry
  readonly links: EntityLinks
}

function pages(): Page[] {
  const random = numbers(5)
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!
  const maybe = <Item>(list: readonly Item[]): Item | null => (random() < 0.25 ? null : pick(list))
  const some = <Item>(list: readonly Item[]): Item[] =>
    Array.from({ length: Math.floor(random() * 3) }, () => pick(list))
  const sentence = (length: number): string => Array.from({ length }, () => pick(words)).join(' ')
  return Array.from({ length: PAGES }, (_, number) => {
    const contents = Array.from({ length: Math.floor(random() * 6) }, (_, at) => `${sentence(5)} ${number} ${at}.`)
    const entry = entryOf({
      text: [sentence(9), ...contents].join('\n'),
      statements: contents.map((content) => ({
        content,
        speaker: maybe(names),
        form: pick(['direct', 'indirect', 'mixed'] as const),
        manner: pick(['speech', 'writing'] as const),
      })),
      title: maybe([sentence(3)]),
      url: maybe([`https://example.org/${number % 40}`]),
      publisher: maybe(publishers),
      published: maybe(days),
      language: pick(['en', 'ru']),
      original: maybe(['https://example.org/1', 'Courier']),
      added: new Date(Date.UTC(2024, 5, 1, number)).toISOString(),
    })
    const linked = new Map<string, LinkedEntity>()
    const link = ({ id }: Entity, name: string, statement: string): string => {
      const entity = entities.find((known) => known.id === id)!
      const { names, roles } = linked.get(id) ?? { names: [], roles: [] }
      const role = {
        role: pick(['mayor', 'minister']),
        of: maybe(['Halm']),
        at: entry.document.published?.slice(0, 10) ?? null,
        statement,
      }
      linked.set(id, { entity, names: [...new Set([...names, name])], roles: [...roles, role] })
      return id
    }
    const statements = entry.statements.map((statement): Statement => {
      const { speaker } = statement
      const own = speaker === null ? null : maybe(entities)
      const principal = speaker === null || random() < 0.7 ? null : pick(entities)
      const members = speaker === null ? [] : some(entities)
      const [from, to] = [maybe(days), maybe(days)].map((day) => day?.slice(0, 10) ?? null).sort()
      return {
        ...statement,
        speaker:
          speaker === null
            ? null
            : {
                ...speaker,
                entity: own === null ? null : link(own, speaker.name, statement.id),
                speaksFor:
                  principal === null
                    ? null
                    : { name: principal.name, entity: link(principal, principal.name, statement.id) },
                members: members.map((member) => ({
                  name: member.name,
                  entity: link(member, member.name, statement.id),
                  kind: member.kind,
                })),
              },
        addressee: maybe([{ name: pick(names), kind: null, entity: null, span: NOWHERE }]),
        said: { ...statement.said, precision: random() < 0.4 ? 'unknown' : 'day', earliest: from!, latest: to! },
        via: some(outlets).map((name) => ({ name, kind: 'publication', entity: null, span: NOWHERE })),
        act: { ...statement.act, type: maybe(ACT_TYPES), polarity: maybe(['positive', 'negative'] as const) },
        about: some(subjects),
      }
    })
    return { entry: { ...entry, statements }, links: { revision: 0, entities: [...linked.values()] } }
  })
}

const asked = <Item>(arbitrary: fc.Arbitrary<Item>) => fc.option(arbitrary, { nil: undefined, freq: 1 })
const word = fc.constantFrom(...words, '', ' ', 'tro', 'el', '京都')
const typed = fc
  .array(
    fc.oneof(
      word,
      word.map((text) => `-${text}`),
      word.map((text) => `${text}*`),
      fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
    ),
    { maxLength: 3 },
  )
  .map((terms) => terms.join(' '))
const name = fc.constantFrom(...names, ...entities.map(({ id }) => id), 'pohl', 'an', '%', '_', 'nobody', 'élan', '')
const day = fc.constantFrom('2024-01-31', '2024-02-01', '2024-02-15', '2024-03-05', '')

const leaf: fc.Arbitrary<Query> = fc.oneof(
  fc.tuple(word, fc.boolean()).map(([text, prefix]): Query => ({ kind: 'text', text, prefix })),
  fc.array(fc.constantFrom(...ACT_TYPES), { minLength: 1, maxLength: 5 }).map((acts) => fieldQuery('act', ...acts)),
  fc.constantFrom('positive', 'negative').map((polarity) => fieldQuery('polarity', polarity)),
  fc.constantFrom(...subjects, 'grai', 'troops and grain', 'nothing', '!!').map((about) => fieldQuery('about', about)),
  fc
    .tuple(fc.constantFrom('speaker', 'for'), name)
    .map(([field, value]) => fieldQuery(field as 'speaker' | 'for', value)),
  fc.constantFrom(...publishers, 'the gull').map((publisher) => fieldQuery('publisher', publisher)),
  fc
    .tuple(fc.constantFrom('from', 'to', 'said-from', 'said-to'), day.filter(Boolean))
    .map(([field, value]) => fieldQuery(field as 'from', value)),
)
const { query } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: tie('query').map((of): Query => ({ kind: 'not', of })) },
    {
      weight: 1,
      arbitrary: fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map((of): Query => ({ kind: 'any', of })),
    },
    { weight: 1, arbitrary: fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map(allOf) },
  ),
}))

const documentFilter = {
  text: asked(typed),
  publisher: asked(fc.constantFrom(...publishers, 'the gull', 'gull', '')),
  language: asked(fc.constantFrom('en', 'fr', '')),
  from: asked(day),
  to: asked(day),
  limit: fc.constantFrom(1, 3, 50, 1000),
}
const statementFilter: fc.Arbitrary<StatementFilter> = fc.record({
  ...documentFilter,
  speaker: asked(name),
  speaksFor: asked(name),
  saidFrom: asked(day),
  saidTo: asked(day),
  form: asked(fc.constantFrom('direct', 'indirect', '')),
  manner: asked(fc.constantFrom('speech', 'thought', '')),
  query: asked(query),
  sort: asked(fc.constantFrom('newest', 'oldest', 'said')),
})
const statements = fc.oneof(
  statementFilter,
  // One thing alone finds more.
  fc.record({ text: typed, limit: fc.constant(7) }),
  fc.record({ query, limit: fc.constant(7), sort: asked(fc.constantFrom('oldest', 'said')) }),
)

const keyOf = ({ entity, name }: SpeakerRow): string => entity?.id ?? name

describe('SQLite and PostgreSQL answer alike', { skip: noPostgres ?? false }, () => {
  const stores: Store[] = []
  // Asked for here, so that it is gone after the file and not after the hook.
  const address = postgresLedger()
  before(async () => {
    stores.push(openSqliteStore(':memory:'), openPostgresStore(address))
    for (const store of stores)
      for (const { entry, links } of pages()) {
        const { revision } = await store.knownEntities([])
        assert.equal(await store.putDocument(entry, { ...links, revision }), 'stored')
      }
  })
  after(async () => {
    for (const store of stores) await store.close()
  })

  const alike = async <Answer>(ask: (store: Store) => Promise<Answer>): Promise<Answer> => {
    const [file, server] = await Promise.all(stores.map(ask))
    assert.deepEqual(server, file)
    return file!
  }

  test('pages of statements, with their cursors and totals', async () => {
    await fc.assert(
      fc.asyncProperty(statements, async (filter) => {
        const first = await alike((store) => store.listStatements(filter))
        if (first.next !== null) await alike((store) => store.listStatements({ ...filter, after: first.next! }))
      }),
      { numRuns: 300 },
    )
  })

  test('pages of documents', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(documentFilter), async (filter) => {
        const first = await alike((store) => store.listDocuments(filter))
        if (first.next !== null) await alike((store) => store.listDocuments({ ...filter, after: first.next! }))
      }),
      { numRuns: 100 },
    )
  })

  test('facets, over all that is found and over the last', async () => {
    await fc.assert(
      fc.asyncProperty(statements, fc.constantFrom(5, 1000), (filter, most) =>
        alike((store) => store.facets(filter, most)).then(() => {}),
      ),
      { numRuns: 80 },
    )
  })

  test('speakers: by name, one by one, and all', async () => {
    for (const name of [...names, 'pohl', 'an', '%', 'Q1', 'nobody', '']) {
      const named = await alike((store) => store.speakersNamed(name))
      for (const { entity, name } of named)
        await alike((store) => store.getSpeaker(entity === null ? { name } : { entity: entity.id }))
    }
    // Of entities with as many statements, each store has an order of its own.
    for (const text of [undefined, 'an', 'ana pohl', '%'])
      await alike(async (store) => {
        const rows: SpeakerRow[] = []
        for (let after: string | undefined; ; ) {
          const page = await store.listSpeakers({ text, limit: 3, after })
          rows.push(...page.rows)
          assert.ok(rows.length <= page.total)
          if (page.next === null) break
          after = page.next
        }
        return rows.sort((a, b) => b.statements - a.statements || (keyOf(a) < keyOf(b) ? -1 : 1))
      })
  })

  test('subjects, how much answers a query, and whether one statement does', async () => {
    for (const text of [undefined, 'troops', 'grain', '東', '-'])
      await alike((store) => store.listSubjects({ text, limit: 4 }))
    const { rows } = await stores[0]!.listStatements({ limit: 20 })
    await fc.assert(
      fc.asyncProperty(query, fc.constantFrom(...rows), async (asked, { statement }) => {
        await alike((store) => store.tally(asked))
        await alike((store) => store.answers(statement.id, [asked]))
      }),
      { numRuns: 80 },
    )
  })

  test('what was said over time', async () => {
    const speaker = fc.constantFrom(null, { entity: 'Q1' }, { entity: 'Q3' }, { name: 'Ana Pohl' }, { name: 'ТАСС' })
    const filter = fc.record({
      speaker,
      voiceOf: asked(fc.constant(['Q2'])),
      query: asked(query),
      from: asked(day.filter(Boolean)),
      to: asked(day.filter(Boolean)),
      limit: fc.constantFrom(3, 1000),
    })
    await fc.assert(
      fc.asyncProperty(filter, (asked) => alike((store) => store.timeline(asked)).then(() => {})),
      { numRuns: 80 },
    )
  })

  test('the ledger as a whole, and its outlets', async () => {
    await alike((store) => store.summary())
    await alike((store) => store.publishers())
    await alike((store) => store.relays())
    for (const relays of [[], outlets, outlets.slice(0, 1)])
      for (const own of [publishers, publishers.slice(0, 2)])
        for (const most of [2, 100]) await alike((store) => store.outletTallies({ publishers: own, relays }, most))
    const lookup = { whole: ['troops'], pieces: ['elan', '東京'], words: ['strasse'] }
    const ids = await alike((store) =>
      store.passages(lookup, 1000).then((found) => found.map(({ document }) => document.id).sort()),
    )
    assert.ok(ids.length > 0)
  })
})
