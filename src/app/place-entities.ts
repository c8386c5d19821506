/** Entities into the statements that name them, wherever they do. */
import type { DocumentReferent, UsePlace } from '../core/referents.ts'
import type { Entity } from '../core/register/register.ts'
import type { Speaker, Statement } from '../core/statement.ts'

export interface PlacedEntity {
  readonly entity: Entity
  /** 0 to 1: that the name, role or office means this entity. */
  readonly confidence: number
}

type Places = ReadonlyMap<UsePlace, PlacedEntity>

/** New statements; where nothing is known of any place the statement itself. */
export function placeEntities(
  statements: readonly Statement[],
  placed: ReadonlyMap<DocumentReferent, PlacedEntity>,
): readonly Statement[] {
  const byStatement = new Map<string, Map<UsePlace, PlacedEntity>>()
  for (const [{ uses }, entity] of placed) {
    for (const { statement, at } of uses) {
      const places = byStatement.get(statement) ?? new Map()
      places.set(at, entity)
      byStatement.set(statement, places)
    }
  }
  if (byStatement.size === 0) return statements
  return statements.map((statement) => {
    const places = byStatement.get(statement.id)
    return places === undefined ? statement : withPlaces(statement, places)
  })
}

function withPlaces(statement: Statement, places: Places): Statement {
  const { speaker, addressee, medium, via, confidence } = statement
  const id = (at: UsePlace): { readonly entity: string } | null => {
    const entity = places.get(at)?.entity.id
    return entity === undefined ? null : { entity }
  }
  const ofSpeaker = places.get('speaker')
  return {
    ...statement,
    speaker: speaker && speakerWith(speaker, id),
    addressee: addressee && { ...addressee, ...id('addressee') },
    medium: medium && { ...medium, ...id('medium') },
    via: via.map((relay, index) => ({ ...relay, ...id(`via.${index}`) })),
    confidence:
      speaker === null || ofSpeaker === undefined
        ? confidence
        : { ...confidence, speaker: rounded((confidence.speaker ?? 1) * ofSpeaker.confidence) },
  }
}

const speakerWith = (speaker: Speaker, id: (at: UsePlace) => { readonly entity: string } | null): Speaker => ({
  ...speaker,
  ...id('speaker'),
  speaksFor: speaker.speaksFor && { ...speaker.speaksFor, ...id('speaksFor') },
  members: speaker.members.map((member, index) => ({ ...member, ...id(`members.${index}`) })),
})

/** To three places: more would look measured. */
const rounded = (share: number): number => Math.round(share * 1000) / 1000
