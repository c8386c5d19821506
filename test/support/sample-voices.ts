/** An invented ledger of two people who say much over time: with acts, subjects, addressees and one change of position. */
import type { DocumentEntry, EntityLinks } from '../../src/app/ports.ts'
import type { ActType } from '../../src/core/doc.ts'
import { entityOf, linkedEntry, linkOf } from './linked-entry.ts'

export const minister = entityOf({ id: 'Q501', name: 'Adela Orlova' })
export const mayor = entityOf({ id: 'Q502', name: 'Pavel Dunmore' })

const ACTS: readonly ActType[] = ['assertion', 'denial', 'threat', 'demand']
const PUBLISHERS = ['The Marlow Courier', 'Island Radio']
const span = { start: 0, end: 1 }

const isoDay = (number: number): string => new Date(Date.UTC(2022, 0, 1 + number)).toISOString().slice(0, 10)

/**
 * Pages with one statement each: every fourth by the mayor, every fifth undated, every seventh told by the mayor, each on
 * `ferries` and, every other one, on `grain`.
 * @param words of each statement, before its number
 */
export function voices(pages: number, words = 'the ferries run on'): [DocumentEntry, EntityLinks][] {
  return Array.from({ length: pages }, (_, index) => {
    const who = index % 4 === 3 ? mayor : minister
    const day = isoDay(index * 5)
    return pageOf({
      content: `${words} ${index}`,
      who,
      said: index % 5 === 4 ? undefined : [day, day],
      published: day,
      publisher: PUBLISHERS[index % 2]!,
      act: ACTS[index % 4]!,
      about: index % 2 === 0 ? ['ferries', 'grain'] : ['ferries'],
      told: index % 7 === 6,
    })
  })
}

/** Two statements of the minister on one matter, of which the later denies the earlier one. */
export const turn: readonly [DocumentEntry, EntityLinks][] = (
  [
    ['the ships will sail to the island', '2023-03-01', 'positive'],
    ['the ships will not sail to the island', '2023-09-01', 'negative'],
  ] as const
).map(([content, day, polarity]) =>
  pageOf({
    content,
    who: minister,
    said: [day, day],
    published: day,
    publisher: 'Island Radio',
    act: 'commitment',
    about: ['ships'],
    told: false,
    polarity,
  }),
)

interface Parts {
  readonly content: string
  readonly who: typeof minister
  readonly said: readonly [string, string] | undefined
  readonly published: string
  readonly publisher: string
  readonly act: ActType
  readonly about: readonly string[]
  readonly told: boolean
  readonly polarity?: 'positive' | 'negative'
}

function pageOf({
  content,
  who,
  said,
  act,
  about,
  told,
  polarity = 'positive',
  ...page
}: Parts): [DocumentEntry, EntityLinks] {
  const [entry, links] = linkedEntry({
    ...page,
    text: `${who.name} said ${content}.`,
    title: `What ${who.name} said`,
    statements: [{ content, speaker: who.name, who: { entity: who.id, kind: 'person' }, ...(said && { said }) }],
    links: [minister, mayor].map((entity) => linkOf(entity, { names: [entity.name] })),
  })
  const via = told ? [{ name: mayor.name, kind: 'person', span, entity: mayor.id }] : []
  const addressee = { name: 'the council', kind: null, entity: null, span }
  const statements = entry.statements.map((statement) => ({
    ...statement,
    about,
    via,
    addressee,
    act: { ...statement.act, type: act, polarity },
  }))
  return [{ ...entry, statements }, links]
}
