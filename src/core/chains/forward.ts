/** Nouns before the name they stand for: "White House spokesman" in a headline, John Kirby in the third sentence. */
import type { ChainView } from './chain-view.ts'
import { type Entity, genderOf, officeOf } from './entity.ts'
import { nounMatch } from './noun-features.ts'

/** Sentences that a reader waits for the name. */
const FURTHEST = 12
/** Blocks at the top, where a noun without further description is enough. */
const TOP = 2
/** How sure such a link is taken to be; of those in the articles read, nine of ten were right. */
export const FORWARD_CONFIDENCE = 0.8

/** Nameless entity → the named one that is meant; only where no other could be. Linear in entities times the window. */
export function forwardLinks(view: ChainView, entities: readonly Entity[]): ReadonlyMap<Entity, Entity> {
  const links = new Map<Entity, Entity>()
  const named = entities
    .filter(({ names, kind, nouns, phrases }) => names > 0 && kind === 'person' && nouns.size > 0 && phrases.length > 0)
    .sort((a, b) => a.phrases[0]!.head - b.phrases[0]!.head)
  let next = 0
  const nameless = entities.filter(isWaiting).sort((a, b) => a.phrases[0]!.head - b.phrases[0]!.head)
  for (const entity of nameless) {
    const head = entity.phrases[0]!.head
    while (next < named.length && named[next]!.phrases[0]!.head <= head) next++
    const found: Entity[] = []
    for (let at = next; at < named.length && at - next < 40; at++) {
      const other = named[at]!
      if (view.sentence[other.phrases[0]!.head]! - view.sentence[head]! > FURTHEST) break
      if (fits(view, entity, other)) found.push(other)
    }
    if (found.length === 1) links.set(entity, found[0]!)
  }
  return links
}

const isWaiting = ({ names, kind, number, phrases }: Entity): boolean =>
  names === 0 &&
  kind === 'person' &&
  number === 'one' &&
  phrases.length > 0 &&
  phrases[0]!.form === 'nominal' &&
  phrases.every(({ form, determiner }) => form === 'pronoun' || determiner === 'the' || determiner === 'none')

function fits(view: ChainView, entity: Entity, other: Entity): boolean {
  const { noun, title } = entity.phrases[0]!
  const match = nounMatch(other, noun, title === null ? null : officeOf(view, title.role))
  if (match !== 'same' && match !== 'role') return false
  const genders = [genderOf(entity), genderOf(other)]
  if (genders[0] !== null && genders[1] !== null && genders[0] !== genders[1]) return false
  if (entity.owners.size > 0 && other.owners.size > 0) return shares(entity.owners, other.owners)
  if (shares(entity.modifiers, other.modifiers) || shares(entity.owners, other.nameWords)) return true
  const isPlain = entity.owners.size === 0 && entity.modifiers.size === 0
  return match === 'same' && isPlain && view.block[entity.phrases[0]!.head]! < TOP
}

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const word of a) if (b.has(word)) return true
  return false
}
