/** Who is meant: the register's entity, else one that the ledger knows, else, for what has a whole name, a new one of the ledger. */
import { createHash } from 'node:crypto'
import type { Notice } from '../core/document.ts'
import { wholeKeys } from '../core/ledger-keys.ts'
import type { DocumentReferent } from '../core/referents.ts'
import { identify } from '../core/register/identify.ts'
import type { Entity, EntityKind, Identification, Register } from '../core/register/register.ts'
import type { Statement } from '../core/statement.ts'
import type { Extraction } from './extract-document.ts'
import { matchKnown } from './match-known.ts'
import { type PlacedEntity, placeEntities } from './place-entities.ts'
import type { EntityLinks, KnownEntity, LinkedEntity, RoleEvidence, Store } from './ports.ts'

export interface Resolution {
  readonly statements: readonly Statement[]
  /** Those of the extraction, and what the register contradicts. */
  readonly notices: readonly Notice[]
  readonly links: EntityLinks
}

interface Verdict {
  readonly referent: DocumentReferent
  readonly found: Identification
}

/**
 * Sets the entities of a document's statements and how sure they are.
 * @param ledger null where there is none: then an entity is one of the register or not known.
 */
export async function resolveEntities(
  extraction: Extraction,
  register: Register,
  ledger: Pick<Store, 'knownEntities'> | null,
): Promise<Resolution> {
  const verdicts = extraction.referents.map((referent) => ({ referent, found: identified(referent, register) }))
  const placed = new Map<DocumentReferent, PlacedEntity>()
  for (const { referent, found } of verdicts) {
    if (found.entity !== null) placed.set(referent, { entity: found.entity, confidence: found.confidence })
  }
  const revision = ledger === null ? 0 : await linkWithLedger(extraction, register, ledger, verdicts, placed)
  const statements = placeEntities(extraction.statements, placed)
  // In a transcript one speaker calls another something; the page itself says nothing of it.
  const judged = extraction.document.kind === 'transcript' ? [] : verdicts
  return {
    statements,
    notices: [
      ...extraction.notices,
      ...judged.flatMap((verdict) => roleNotices(verdict, register, extraction.statements)),
    ],
    links: { revision, entities: linkedEntities(statements, placed, register) },
  }
}

/** Readers of names mistake outlets for organisations and states for either: what has just this name will do. */
function identified(referent: DocumentReferent, register: Register): Identification {
  const found = identify(referent, register)
  const { kind } = referent
  const isThing = kind === 'organisation' || kind === 'publication' || kind === 'state'
  if (!isThing || found.because !== 'unknown') return found
  const anyKind = identify({ ...referent, kind: null }, register)
  return anyKind.entity === null || anyKind.entity.kind === 'person' ? found : anyKind
}

/** @returns the revision of the ledger's entities. */
async function linkWithLedger(
  { document }: Extraction,
  register: Register,
  ledger: Pick<Store, 'knownEntities'>,
  verdicts: readonly Verdict[],
  placed: Map<DocumentReferent, PlacedEntity>,
): Promise<number> {
  const open = verdicts
    .filter(({ found }) => found.entity === null)
    .map(({ referent, found }) => ({ referent, found, keys: wholeNames(referent).flatMap(({ keys }) => keys) }))
    .filter(({ keys }) => keys.length > 0)
  if (open.length === 0) return 0
  const { revision, byKey } = await ledger.knownEntities([...new Set(open.flatMap(({ keys }) => keys))])
  const added: KnownEntity[] = []
  for (const { referent, found, keys } of open) {
    const known = new Map<string, KnownEntity>()
    for (const each of keys.flatMap((key) => byKey.get(key) ?? [])) known.set(each.entity.id, each)
    for (const each of added) {
      const { name, names, kind } = each.entity
      if ([name, ...names].some((one) => wholeKeys(one, kind).some((key) => keys.includes(key)))) {
        known.set(each.entity.id, each)
      }
    }
    // Where the register knows the name and could not tell, what the ledger has seen of its own may; where it found that
    // they do not fit, they stay out.
    const mayBeKnown = found.because === 'ambiguous'
    const candidates = [...known.values()].filter(({ entity }) => mayBeKnown || register.get(entity.id) === null)
    const match = matchKnown(referent, candidates, document.publisher)
    if (match.isAmbiguous) continue
    const entity = match.known?.entity ?? newEntity(document.id, referent)
    placed.set(referent, { entity, confidence: match.confidence })
    if (match.known === null) {
      added.push({
        entity,
        roles: referent.titles,
        publishers: document.publisher === null ? [] : [document.publisher],
      })
    }
  }
  return revision
}

/** Names that can tell a thing from others: of a person more than a surname; none of a group or a nameless source. */
function wholeNames({ names, kind }: DocumentReferent): { readonly name: string; readonly keys: readonly string[] }[] {
  if (kind === null || kind === 'group' || kind === 'anonymous') return []
  return names.map((name) => ({ name, keys: wholeKeys(name, kind) })).filter(({ keys }) => keys.length > 0)
}

/** The id is that of the first document which names it: the same pages in the same order give the same ledger. */
function newEntity(document: string, referent: DocumentReferent): Entity {
  const [name, ...names] = wholeNames(referent).map((one) => one.name)
  const digest = createHash('sha256').update(`${document}\0${referent.chain}\0${name}`).digest('hex')
  return {
    id: `e-${digest.slice(0, 16)}`,
    kind: referent.kind as EntityKind,
    name: name!,
    names,
    gender: referent.gender,
    country: null,
    speaksFor: null,
  }
}

/** All entities that the statements name, each with what the document tells of it. */
function linkedEntities(
  statements: readonly Statement[],
  placed: ReadonlyMap<DocumentReferent, PlacedEntity>,
  register: Register,
): LinkedEntity[] {
  const linked = new Map<string, { entity: Entity; names: Set<string>; roles: RoleEvidence[] }>()
  const linkOf = (entity: Entity) => {
    const link = linked.get(entity.id) ?? { entity, names: new Set(), roles: [] }
    linked.set(entity.id, link)
    return link
  }
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  for (const [referent, { entity }] of placed) {
    const link = linkOf(entity)
    for (const name of referent.names) link.names.add(name)
    for (const { role, of } of referent.titles) {
      const shown = referent.uses.find((use) => byId.get(use.statement)?.speaker?.role === role) ?? referent.uses[0]
      if (shown !== undefined) link.roles.push({ role, of, at: referent.at, statement: shown.statement })
    }
  }
  // A state that somebody speaks for is known by its code, without a chain of its own.
  for (const { speaker } of statements) {
    const principal = speaker?.speaksFor
    if (!principal?.entity || linked.has(principal.entity)) continue
    const entity = register.get(principal.entity) ?? stateOf(principal.entity, principal.name)
    linkOf(entity).names.add(principal.name)
  }
  return [...linked.values()].map(({ entity, names, roles }) => ({ entity, names: [...names], roles }))
}

const stateOf = (id: string, name: string): Entity => ({
  id,
  kind: 'state',
  name,
  names: [],
  gender: null,
  country: null,
  speaksFor: null,
})

function roleNotices({ referent, found }: Verdict, register: Register, statements: readonly Statement[]): Notice[] {
  if (!found.contradicts) return []
  const { titles } = referent
  const title = titles.find((one) => identify({ ...referent, titles: [one] }, register).contradicts) ?? titles[0]
  if (title === undefined) return []
  const use = referent.uses.find(({ at }) => at === 'speaker') ?? referent.uses[0]
  const statement = statements.find(({ id }) => id === use?.statement) ?? null
  const name = found.entity?.name ?? referent.names[0] ?? 'them'
  const office = title.of === null ? `“${title.role}”` : `“${title.role}” (${title.of})`
  const when = referent.at === null ? 'then' : `on ${referent.at}`
  return [
    {
      code: 'role-not-held',
      message: `The text calls ${name} ${office}, which the register does not know them to have been ${when}.`,
      span: statement?.source.spans[0] ?? null,
      statement: statement?.id ?? null,
    },
  ]
}
