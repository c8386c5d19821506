/** The entities of the naive store: everything worked out anew from what was put. */
import {
  type DocumentEntry,
  type EntityLinks,
  type KnownEntity,
  type LinkedEntity,
  MOST_NAMED,
  type NamedCount,
  type SpeakerKey,
  type SpeakerProfile,
  type SpeakerRow,
  type StatementRow,
  type TimelineFilter,
  type TimelineRows,
} from '../../src/app/ports.ts'
import { PRONOUNS } from '../../src/core/chains/phrase.ts'
import { isDated } from '../../src/core/is-dated.ts'
import { ledgerKeys, searchKeys } from '../../src/core/ledger-keys.ts'
import type { Entity } from '../../src/core/register/register.ts'
import type { Party, Statement } from '../../src/core/statement.ts'
import { answers, type NaiveLedger } from './naive-query.ts'

export interface Put {
  readonly entry: DocumentEntry
  readonly links: EntityLinks
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

export const linksOf = (puts: readonly Put[]): { publisher: string | null; link: LinkedEntity }[] =>
  puts.flatMap(({ entry, links }) => links.entities.map((link) => ({ publisher: entry.document.publisher, link })))

export const entitiesOf = (puts: readonly Put[]): Entity[] => [
  ...new Map(
    linksOf(puts)
      .reverse()
      .map(({ link }) => [link.entity.id, link.entity]),
  ).values(),
]

export function knownEntity(puts: readonly Put[], entity: Entity): KnownEntity {
  const own = linksOf(puts).filter(({ link }) => link.entity.id === entity.id)
  const roles = own.flatMap(({ link }) => link.roles)
  return {
    entity,
    roles: [...new Map(roles.map(({ role, of }) => [`${role}\0${of ?? ''}`, { role, of }])).values()],
    publishers: [...new Set(own.flatMap(({ publisher }) => publisher ?? []))],
  }
}

const namesOf = (puts: readonly Put[], entity: Entity): string[] => [
  entity.name,
  ...linksOf(puts)
    .filter(({ link }) => link.entity.id === entity.id)
    .flatMap(({ link }) => link.names),
]

export const keysOf = (puts: readonly Put[], entity: Entity): Set<string> =>
  new Set([...namesOf(puts, entity), ...entity.names].flatMap((name) => ledgerKeys(name, entity.kind)))

/** Ids of the entities that an id, a name or a part of one may mean. */
export function meant(puts: readonly Put[], name: string): string[] {
  const entities = entitiesOf(puts)
  const byId = entities.filter(({ id }) => id === name.trim())
  const found = byId.length > 0 ? byId : [...exact(puts, name), ...inNames(puts, name)]
  return found.map(({ id }) => id)
}

const exact = (puts: readonly Put[], name: string): Entity[] =>
  entitiesOf(puts).filter((entity) => {
    const keys = keysOf(puts, entity)
    return searchKeys(name).some((key) => keys.has(key))
  })

const inNames = (puts: readonly Put[], name: string): Entity[] =>
  entitiesOf(puts).filter((entity) => namesOf(puts, entity).some((one) => fold(one).includes(fold(name))))

export const isBy = ({ speaker }: Statement, ids: readonly string[]): boolean =>
  speaker !== null && [speaker.entity, ...speaker.members.map(({ entity }) => entity)].some((id) => ids.includes(id!))

const rowsOf = (puts: readonly Put[]): StatementRow[] =>
  puts.flatMap(({ entry }) => entry.statements.map((statement) => ({ statement, document: entry.document })))

export function speakersNamed(puts: readonly Put[], name: string): SpeakerRow[] {
  const rows = (entities: readonly Entity[], matches: (name: string) => boolean): SpeakerRow[] => {
    const names = new Set(
      rowsOf(puts).flatMap(({ statement: { speaker } }) =>
        speaker !== null && speaker.entity === null && matches(fold(speaker.name)) ? [speaker.name] : [],
      ),
    )
    return [
      ...entities.map((entity) => ({ entity, name: entity.name, statements: by(puts, { entity: entity.id }).length })),
      ...[...names].map((one) => ({ entity: null, name: one, statements: by(puts, { name: one }).length })),
    ]
      .filter(({ statements }) => statements > 0)
      .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
  }
  const byId = entitiesOf(puts).filter(({ id }) => id === name.trim())
  if (byId.length > 0) {
    const [entity] = byId
    return [{ entity: entity!, name: entity!.name, statements: by(puts, { entity: entity!.id }).length }]
  }
  if (fold(name).trim() === '') return []
  const first = rows(exact(puts, name), (one) => one === fold(name))
  return first.length > 0 ? first : rows(inNames(puts, name), (one) => one.includes(fold(name)))
}

const by = (puts: readonly Put[], speaker: SpeakerKey): StatementRow[] =>
  rowsOf(puts).filter(({ statement }) => isOf(statement, speaker))

const isOf = (statement: Statement, speaker: SpeakerKey): boolean =>
  'entity' in speaker
    ? isBy(statement, [speaker.entity])
    : statement.speaker?.name === speaker.name && statement.speaker.entity === null

export function profileOf(puts: readonly Put[], speaker: SpeakerKey): SpeakerProfile | null {
  const entity = 'entity' in speaker ? entitiesOf(puts).find(({ id }) => id === speaker.entity) : null
  const rows = by(puts, speaker)
  if (entity === undefined || (entity === null && rows.length === 0)) return null
  const publishers = tally(rows.map(({ document }) => document.publisher))
  if (entity === null) {
    const name = 'name' in speaker ? speaker.name : ''
    const names = [{ name, statements: rows.length }]
    return { entity, name, statements: rows.length, names, roles: [], speaksFor: [], publishers, ...contentsOf(rows) }
  }
  const own = rows.filter(({ statement }) => statement.speaker?.entity === entity.id)
  const principals = tally(own.map(({ statement }) => statement.speaker?.speaksFor?.entity ?? null))
  const nameOf = (id: string): string => entitiesOf(puts).find((one) => one.id === id)!.name
  return {
    entity,
    name: entity.name,
    statements: rows.length,
    names: tally(own.map(({ statement }) => statement.speaker!.name)),
    roles: rolesOf(puts, entity),
    speaksFor: principals.map(({ name, statements }) => ({ name: nameOf(name), entity: name, statements })),
    publishers,
    ...contentsOf(rows),
  }
}

const contentsOf = (
  rows: readonly StatementRow[],
): Pick<SpeakerProfile, 'addressees' | 'media' | 'subjects' | 'acts'> => ({
  addressees: parties(rows.map(({ statement }) => statement.addressee)),
  media: parties(rows.map(({ statement }) => statement.medium)),
  subjects: tally(rows.flatMap(({ statement }) => [...new Set(statement.about)])).slice(0, MOST_NAMED),
  acts: tally(rows.map(({ statement }) => statement.act.type)) as SpeakerProfile['acts'],
})

/** An entity has the name that it is given most often. */
function parties(all: readonly (Party | null)[]): NamedCount[] {
  const known = all.filter((party) => party !== null)
  const groups = Map.groupBy(known, ({ entity, name }) => entity ?? `name ${name}`)
  return [...groups.values()]
    .map((group) => ({
      name: tally(group.map(({ name }) => name))[0]!.name,
      entity: group[0]!.entity,
      statements: group.length,
    }))
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NAMED)
}

/** Everybody who speaks; by name alone only who has a name. */
export function allSpeakers(puts: readonly Put[], text: string | undefined): SpeakerRow[] {
  const names = new Set(
    rowsOf(puts).flatMap(({ statement: { speaker } }) =>
      speaker !== null && speaker.entity === null && !(fold(speaker.name) in PRONOUNS) ? [speaker.name] : [],
    ),
  )
  const isAsked = (spellings: readonly string[]): boolean =>
    spellings.some((one) => fold(one).includes(fold(text ?? '').trim()))
  return [
    ...entitiesOf(puts)
      .filter((entity) => isAsked(namesOf(puts, entity)))
      .map((entity) => ({ entity, name: entity.name, statements: by(puts, { entity: entity.id }).length })),
    ...[...names]
      .filter((name) => isAsked([name]))
      .map((name) => ({ entity: null, name, statements: by(puts, { name }).length })),
  ]
    .filter(({ statements }) => statements > 0)
    .sort((a, b) => b.statements - a.statements)
}

function rolesOf(puts: readonly Put[], entity: Entity): SpeakerProfile['roles'] {
  const roles = new Map<string, SpeakerProfile['roles'][number]>()
  for (const { entry, links } of puts) {
    for (const { role, of, at, statement } of links.entities.find((one) => one.entity.id === entity.id)?.roles ?? []) {
      const { id, title } = entry.document
      const known = roles.get(`${role}\0${of ?? ''}`)
      const dates = [known?.from, known?.to, at].filter((date) => typeof date === 'string').sort()
      const isLater = known === undefined || (at ?? '') > (known.to ?? '')
      const evidence = isLater ? { statement, document: id, title } : known.evidence
      roles.set(`${role}\0${of ?? ''}`, { role, of, from: dates[0] ?? null, to: dates.at(-1) ?? null, evidence })
    }
  }
  const key = ({ role, of }: { role: string; of: string | null }): string => `${role}\0${of ?? ''}`
  return [...roles.values()].sort((a, b) => {
    if (a.to !== b.to) return (a.to ?? '') > (b.to ?? '') ? -1 : 1
    return key(a) < key(b) ? -1 : 1
  })
}

export function timelineOf(puts: readonly Put[], filter: TimelineFilter, ledger: NaiveLedger): TimelineRows {
  const { speaker, voiceOf, query } = filter
  const isTheirs = ({ statement }: StatementRow): boolean =>
    speaker === null ||
    isOf(statement, speaker) ||
    voiceOf?.includes(statement.speaker?.speaksFor?.entity ?? '') === true
  const rows = rowsOf(puts)
    .filter(isTheirs)
    .filter(({ statement, document }) => query === undefined || answers(statement, document, query, ledger))
  const hasDate = ({ statement }: StatementRow): boolean => isDated(statement.said)
  const key = ({ statement: { id, said }, document }: StatementRow): string =>
    [isDated(said) ? (said.earliest ?? '') : '', said.latest ?? '~', document.published ?? '', id].join('\0')
  const ordered = rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  const dated = ordered
    .filter(hasDate)
    .filter(({ statement: { said } }) => filter.from === undefined || (said.latest ?? '~') >= filter.from)
    .filter(({ statement: { said } }) => filter.to === undefined || (said.earliest ?? '') <= filter.to)
  const isBounded = filter.from !== undefined || filter.to !== undefined
  const undated = isBounded ? [] : ordered.filter((row) => !hasDate(row))
  return {
    dated: dated.slice(0, filter.limit),
    datedTotal: dated.length,
    undated: undated.slice(0, filter.limit),
    undatedTotal: undated.length,
  }
}

function tally(values: readonly (string | null)[]): { name: string; statements: number }[] {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([name, statements]) => ({ name, statements }))
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
}
