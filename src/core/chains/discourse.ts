/** What a reader remembers at a place of the text: who was referred to last, who spoke, who began the sentence. */
import { agrees } from './agreement.ts'
import type { ChainView } from './chain-view.ts'
import { type Entity, officeOf } from './entity.ts'
import type { Anaphor, Standing } from './features.ts'
import { nounMatch } from './noun-features.ts'
import type { Phrase } from './phrase.ts'
import type { Structure } from './structure.ts'

/** How many things are remembered, and how many of them are weighed. */
const MEMORY = 60
const WEIGHED = 16

export class Discourse {
  lastSpeaker: Entity | null = null
  private readonly view: ChainView
  /** Latest first. */
  private readonly recent: Entity[] = []
  private readonly firstOfSentence = new Map<number, Entity>()
  private mostFrequent: Entity | null = null

  constructor(view: ChainView) {
    this.view = view
  }

  /** A reference to `entity` was read. */
  note(phrase: Phrase, entity: Entity): void {
    if (entity.phrases.length > (this.mostFrequent?.phrases.length ?? 0)) this.mostFrequent = entity
    const sentence = this.view.sentence[phrase.head]!
    if (!this.firstOfSentence.has(sentence)) this.firstOfSentence.set(sentence, entity)
    const at = this.recent.indexOf(entity)
    if (at >= 0) this.recent.splice(at, 1)
    this.recent.unshift(entity)
    if (this.recent.length > MEMORY) this.recent.pop()
    if (this.view.sourceOf[phrase.head]! >= 0) this.lastSpeaker = entity
  }

  /** First thing referred to in a sentence. */
  firstOf(sentence: number): Entity | null {
    return this.firstOfSentence.get(sentence) ?? null
  }

  /** Who may be meant, latest first. */
  possible(anaphor: Anaphor): Entity[] {
    const found: Entity[] = []
    for (const entity of this.recent) {
      if (!agrees(anaphor, entity, this.view)) continue
      found.push(entity)
      if (found.length === WEIGHED) break
    }
    return found
  }

  standings({ phrase, from }: Anaphor, possible: readonly Entity[]): (entity: Entity, rank: number) => Standing {
    const isNear = ({ last }: Entity): boolean => this.view.sentence[from]! - this.view.sentence[last!.head]! < 2
    const near = possible.filter(isNear).length
    const office = phrase.title === null ? null : officeOf(this.view, phrase.title.role)
    const matches = phrase.form === 'nominal' ? possible.map((entity) => nounMatch(entity, phrase.noun, office)) : []
    const ofNoun = matches.filter((match) => match === 'same').length
    const ofRole = ofNoun + matches.filter((match) => match === 'role').length
    const ofKind = possible.filter((entity) => entity.kind === phrase.kind && isNear(entity)).length
    return (entity, rank) => ({
      rank,
      match: matches[rank] ?? 'none',
      isOnlyOneOfKind: ofKind === 1 && entity.kind === phrase.kind && isNear(entity),
      isMostFrequent: entity === this.mostFrequent,
      isOnlyOneNear: near === 1 && isNear(entity),
      isOnlyOneOfNoun: ofNoun === 1 && matches[rank] === 'same',
      isOnlyOneOfRole: ofRole === 1 && matches[rank] === 'role',
    })
  }

  /** "the outlet", "the agency": the outlet named last, in this sentence or the two before. */
  outletBefore(phrase: Phrase): Entity | null {
    if (phrase.kind !== 'publication' || phrase.determiner !== 'the' || phrase.of !== null) return null
    const found = this.recent.find(({ kind, names }) => kind === 'publication' && names > 0)
    if (found === undefined || this.view.sentence[phrase.head]! - this.view.sentence[found.last!.head]! > 2) return null
    return found
  }

  /** "Hill, who was there, said": the phrase right before. */
  antecedentOfWho(phrase: Phrase): Entity | null {
    const before = this.view.form[phrase.from - 1] === ',' ? phrase.from - 1 : phrase.from
    for (const entity of this.recent.slice(0, 4)) {
      if (entity.last!.to === before && entity.kind !== 'place') return entity
    }
    return null
  }
}

/** Attribution → the first outermost phrase of its source, who speaks. */
export function sourcePhrases(view: ChainView, { groups, phrases }: Structure): ReadonlyMap<number, Phrase> {
  const sources = new Map<number, Phrase>()
  for (const phrase of [...groups.map((group) => group.phrase), ...phrases]) {
    const attribution = view.sourceOf[phrase.head]!
    if (attribution < 0) continue
    const known = sources.get(attribution)
    if (known === undefined || (phrase.from <= known.from && phrase.to > known.to)) sources.set(attribution, phrase)
  }
  return sources
}
