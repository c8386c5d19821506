/** An invented page of which everything is known: speakers with roles, to whom, where, when, through whom, and what does not fit. */
import type { DocumentEntry, EntityLinks } from '../../src/app/ports.ts'
import type { Entity } from '../../src/core/register/register.ts'
import { registerOf } from '../../src/core/register/register-of.ts'
import type { Said, Speaker, Statement } from '../../src/core/statement.ts'
import { buildEntry } from './build-entry.ts'
import { entityOf, linkOf } from './linked-entry.ts'

const minister: Entity = entityOf({
  id: 'Q501',
  name: 'Adela Orlova',
  names: ['Адела Орлова'],
  gender: 'female',
  country: 'EE',
})
const state: Entity = entityOf({ id: 'Q191', kind: 'state', name: 'Estonia', country: 'EE' })
const radio: Entity = entityOf({ id: 'r-island-radio', kind: 'publication', name: 'Island Radio' })
const mayor: Entity = entityOf({ id: 'e-00000000000000d1', name: 'Pavel Dunmore', gender: 'male' })

/** Knows the minister, and since when. */
export const sampleRegister = registerOf(
  [minister, state, radio],
  [{ person: 'Q501', role: 'Minister of Transport', of: 'EE', start: '2023-04-17', end: null, asOf: '2025-01-01' }],
)

const built = buildEntry({
  document: {
    publisher: 'The Marlow Courier',
    published: '2025-02-03',
    publishedFrom: 'meta',
    url: 'https://courier.example/talks',
  },
  blocks: [
    ['headline', 'Dunmore says the talks have failed'],
    [
      'paragraph',
      'The Estonian transport minister, Adela Orlova, told Island Radio in an interview on Friday that the talks had failed. She said last week that a deal was near.',
    ],
    [
      'paragraph',
      'Tallinn would not pay twice, a spokesman for the ministry said. Two officials, who were not authorised to speak, said the money was gone. Orlova and Pavel Dunmore promised to meet again.',
    ],
    ['paragraph', 'According to Mayor Pavel Dunmore, Orlova had said “never again”. He is right.'],
  ],
  statements: [
    {
      source: ['The Estonian transport minister, Adela Orlova'],
      cue: ['told'],
      content: ['that the talks had failed'],
      form: 'indirect',
    },
    {
      source: ['She'],
      cue: ['said'],
      content: ['that a deal was near'],
      form: 'indirect',
      after: 'talks had failed. ',
    },
    {
      source: ['a spokesman for the ministry'],
      cue: ['said'],
      content: ['Tallinn would not pay twice'],
      form: 'indirect',
      after: 'a deal was near',
    },
    {
      source: ['Two officials'],
      cue: ['said'],
      content: ['the money was gone'],
      form: 'indirect',
      after: 'a spokesman for the ministry said',
    },
    { source: ['Orlova and Pavel Dunmore'], cue: ['promised'], content: ['to meet again'], form: 'indirect' },
    { source: ['Orlova'], cue: ['had said'], content: ['“never again”'], after: 'Mayor Pavel Dunmore' },
  ],
})

const { text } = built
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

const said = (words: string, value: string, earliest: string, latest: string, precision: Said['precision']): Said => ({
  value,
  text: words,
  span: spanOf(words),
  precision,
  anchor: 'published',
  earliest,
  latest,
})

const orlova = {
  name: 'Adela Orlova',
  entity: 'Q501',
  kind: 'person',
  role: 'transport minister',
  of: 'Estonian',
} as const

const details: readonly (Partial<Omit<Statement, 'speaker'>> & { readonly speaker: Partial<Speaker> })[] = [
  {
    speaker: orlova,
    addressee: { name: 'Island Radio', kind: 'publication', entity: radio.id, span: spanOf('Island Radio') },
    medium: { name: 'an interview', kind: 'interview', entity: null, span: spanOf('an interview') },
    said: said('on Friday', '2025-01-31', '2025-01-31', '2025-01-31', 'day'),
    via: [{ name: 'Island Radio', kind: 'publication', span: spanOf('Island Radio'), entity: radio.id }],
  },
  { speaker: orlova, said: said('last week', '2025-W05', '2025-01-27', '2025-02-02', 'week') },
  {
    speaker: {
      kind: 'person',
      role: 'spokesman',
      of: 'the ministry',
      speaksFor: { name: 'Estonia', entity: state.id },
    },
  },
  { speaker: { kind: 'anonymous', count: 2, role: 'officials', reason: 'who were not authorised to speak' } },
  {
    speaker: {
      kind: 'group',
      members: [
        { name: 'Orlova', entity: 'Q501', kind: 'person' },
        { name: 'Pavel Dunmore', entity: mayor.id, kind: 'person' },
      ],
    },
  },
  {
    speaker: orlova,
    via: [
      { name: 'Pavel Dunmore', kind: 'person', span: spanOf('According to Mayor Pavel Dunmore'), entity: mayor.id },
    ],
  },
]

const statements = built.statements.map((statement, index): Statement => {
  const { speaker, ...rest } = details[index]!
  return { ...statement, ...rest, speaker: { ...statement.speaker!, ...speaker } }
})

const role = { role: 'transport minister', of: 'Estonian', at: '2025-01-31', statement: statements[0]!.id }

/** The arguments of `Store.putDocument`. */
export const talks: [DocumentEntry, EntityLinks] = [
  {
    ...built,
    statements,
    notices: [
      {
        code: 'headline-names-other-speaker',
        message: 'The headline gives these words to Dunmore, the text to Adela Orlova.',
        span: spanOf('Dunmore says the talks have failed'),
        statement: statements[0]!.id,
      },
      {
        code: 'model-missing',
        message: 'Read by rules alone, which find less: a file of the model was missing.',
        span: null,
        statement: null,
      },
    ],
  },
  {
    revision: 0,
    entities: [
      linkOf(minister, { names: ['Adela Orlova', 'Orlova'], roles: [role] }),
      linkOf(state, { names: ['Estonia'] }),
      linkOf(radio, { names: ['Island Radio'] }),
      linkOf(mayor, { names: ['Pavel Dunmore'], roles: [{ ...role, role: 'Mayor', of: null }] }),
    ],
  },
]
