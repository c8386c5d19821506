/** Documents whose statements name entities, for tests of the ledger. */
import type { DocumentEntry, EntityLinks, LinkedEntity } from '../../src/app/ports.ts'
import type { Entity } from '../../src/core/register/register.ts'
import type { Said, Speaker, Statement } from '../../src/core/statement.ts'
import { type EntryParts, entryOf, type StatementParts } from './entries.ts'

export interface LinkedStatement extends StatementParts {
  readonly who?: Partial<Speaker>
  /** First and last day; null where it is open. */
  readonly said?: readonly [earliest: string | null, latest: string | null]
}

export interface LinkedParts extends EntryParts {
  readonly statements?: readonly LinkedStatement[]
  readonly links?: readonly LinkedEntity[]
  readonly revision?: number
}

/** The arguments of `Store.putDocument`. */
export function linkedEntry(parts: LinkedParts): [DocumentEntry, EntityLinks] {
  const { links = [], revision = 0, ...rest } = parts
  const entry = entryOf(rest)
  const statements = entry.statements.map((statement, index) => withWho(statement, parts.statements![index]!))
  return [
    { ...entry, statements },
    { revision, entities: links },
  ]
}

function withWho(statement: Statement, { who, said }: LinkedStatement): Statement {
  return {
    ...statement,
    speaker: statement.speaker && { ...statement.speaker, ...who },
    said: said === undefined ? statement.said : saidOf(said),
  }
}

const saidOf = ([earliest, latest]: readonly [string | null, string | null]): Said => ({
  value: earliest ?? latest,
  text: null,
  span: null,
  precision: earliest === latest ? 'day' : 'month',
  anchor: 'explicit',
  earliest,
  latest,
})

export const entityOf = (parts: Partial<Entity> & Pick<Entity, 'id' | 'name'>): Entity => ({
  kind: 'person',
  names: [],
  gender: null,
  country: null,
  speaksFor: null,
  ...parts,
})

export const linkOf = (entity: Entity, parts: Partial<LinkedEntity> = {}): LinkedEntity => ({
  entity,
  names: [],
  roles: [],
  ...parts,
})
