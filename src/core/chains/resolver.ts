/** Reads a document from its beginning and gives every reference to the thing it means, or to several that it may mean. */

import { firstToken } from '../token-columns.ts'
import { classOf, subjectLike } from './agreement.ts'
import { LEAST_WEIGHT, leastShare, MARGIN } from './certainty.ts'
import type { ChainView } from './chain-view.ts'
import { Discourse, sourcePhrases } from './discourse.ts'
import { type Entity, emptyEntity, modifiersOf, ownersOf, tell, wordingOf } from './entity.ts'
import type { AnaphorClass } from './feature-names.ts'
import { type Anaphor, featuresOf, nobodyFeatures } from './features.ts'
import { FORWARD_CONFIDENCE, forwardLinks } from './forward.ts'
import { type NamedEntities, namedEntities } from './named-entities.ts'
import type { Phrase } from './phrase.ts'
import { type ChainScorer, softmax } from './scorer.ts'
import type { Structure } from './structure.ts'

export interface Candidate {
  readonly entity: Entity
  readonly weight: number
}

export interface Resolved {
  readonly entities: readonly Entity[]
  readonly entityOf: ReadonlyMap<Phrase, Entity>
  /** For entities that may be another one. */
  readonly candidates: ReadonlyMap<Entity, readonly Candidate[]>
}

/** One decision, for training: whom the anaphor may mean and with which features. */
export interface Decision {
  readonly anaphor: Anaphor
  readonly candidates: readonly { readonly entity: Entity; readonly features: readonly number[] }[]
  readonly nobody: readonly number[]
}

export interface Options {
  readonly scorer: ChainScorer
  /** Training: takes the decision instead of the scorer; the entity, or null for nobody. */
  readonly teacher?: (decision: Decision) => Entity | null
}

/** How sure "the outlet" is taken to be. */
const OUTLET_CONFIDENCE = 0.85

export function resolve(view: ChainView, structure: Structure, options: Options): Resolved {
  const state = new Resolver(view, structure, options)
  for (const phrase of structure.phrases) state.read(phrase)
  state.finish()
  return state
}

class Resolver implements Resolved {
  readonly entities: Entity[] = []
  readonly entityOf = new Map<Phrase, Entity>()
  readonly candidates = new Map<Entity, readonly Candidate[]>()
  private readonly view: ChainView
  private readonly options: Options
  private readonly tiedTo = new Map<Phrase, Phrase[]>()
  private readonly groupAt = new Map<Phrase, Structure['groups'][number]>()
  private readonly named: NamedEntities
  private readonly ofCluster = new Map<number, Entity>()
  private readonly groups = new Map<string, Entity>()
  private readonly discourse: Discourse
  private readonly sources: ReadonlyMap<number, Phrase>
  private readonly deferred: Phrase[] = []
  private readonly unsettled = new Set<Entity>()

  constructor(view: ChainView, structure: Structure, options: Options) {
    this.view = view
    this.options = options
    for (const { a, b } of structure.ties) {
      this.tiedTo.set(a, [...(this.tiedTo.get(a) ?? []), b])
      this.tiedTo.set(b, [...(this.tiedTo.get(b) ?? []), a])
    }
    for (const group of structure.groups) this.groupAt.set(group.members.at(-1)!, group)
    this.named = namedEntities(view, structure)
    this.discourse = new Discourse(view)
    this.sources = sourcePhrases(view, structure)
  }

  read(phrase: Phrase): void {
    if (phrase.form === 'pronoun' && (phrase.noun === 'I' || phrase.noun === 'we')) this.deferred.push(phrase)
    else this.give(phrase, this.meant(phrase))
    const group = this.groupAt.get(phrase)
    if (group !== undefined) this.readGroup(group)
  }

  /** The entity of a phrase; null for a new one. */
  private meant(phrase: Phrase): Entity | null {
    if (phrase.form === 'name') return this.ofName(phrase)
    for (const other of this.tiedTo.get(phrase) ?? []) {
      const entity = this.entityOf.get(other) ?? (other.form === 'name' ? this.ofName(other) : null)
      if (entity !== null) return entity
    }
    if (phrase.form === 'pronoun' && phrase.noun === 'who') return this.discourse.antecedentOfWho(phrase)
    return this.weighed(phrase)
  }

  private ofName(phrase: Phrase): Entity {
    const cluster = this.named.clusterOf.get(phrase)!
    const known = this.ofCluster.get(cluster)
    if (known !== undefined) return known
    const entity = this.create()
    this.ofCluster.set(cluster, entity)
    entity.kind = this.named.clusters[cluster]!.kind
    entity.female = this.named.female[cluster]!
    entity.male = this.named.male[cluster]!
    return entity
  }

  private create(members: readonly Entity[] = []): Entity {
    const entity = emptyEntity(this.entities.length, members)
    this.entities.push(entity)
    return entity
  }

  private give(phrase: Phrase, to: Entity | null): void {
    const entity = to ?? this.create()
    this.entityOf.set(phrase, entity)
    tell(this.view, entity, phrase)
    entity.lastIsSubject = subjectLike(this.view, phrase)
    if (!this.unsettled.has(entity)) this.discourse.note(phrase, entity)
  }

  private readGroup({ phrase, members }: Structure['groups'][number]): void {
    const entities = members.map((member) => this.entityOf.get(member)).filter((entity) => entity !== undefined)
    const key = entities.map(({ index }) => index).join(' ')
    const known = this.groups.get(key)
    const entity = known ?? this.create(entities)
    this.groups.set(key, entity)
    entity.kind = 'group'
    this.give(phrase, entity)
  }

  private weighed(phrase: Phrase): Entity | null {
    const kind = classOf(phrase)
    if (kind === null) return null
    const outlet = this.discourse.outletBefore(phrase)
    if (outlet !== null) {
      outlet.confidence = Math.min(outlet.confidence, OUTLET_CONFIDENCE)
      return outlet
    }
    const anaphor = this.anaphorOf(phrase, kind)
    const possible = this.discourse.possible(anaphor)
    if (possible.length === 0) return null
    const standingOf = this.discourse.standings(anaphor, possible)
    const weighed = possible.map((entity, rank) => ({
      entity,
      features: featuresOf(this.view, anaphor, entity, standingOf(entity, rank)),
    }))
    const nobody = nobodyFeatures(this.view, anaphor, possible[0]!)
    const { scorer, teacher } = this.options
    if (teacher !== undefined) {
      const taught = teacher({ anaphor, candidates: weighed, nobody })
      if (taught !== null) confirm(taught, phrase, 1)
      return taught
    }
    const shares = softmax([...weighed.map(({ features }) => scorer.score(kind, features)), scorer.score(kind, nobody)])
    let best = 0
    for (let i = 1; i < shares.length; i++) if (shares[i]! > shares[best]!) best = i
    const share = shares[best]!
    const second = Math.max(...weighed.map((_, i) => (i === best ? 0 : shares[i]!)))
    if (best < weighed.length && share >= leastShare(anaphor, weighed[best]!.entity) && share >= MARGIN * second) {
      const { entity } = weighed[best]!
      // "The winner" may well be Bo; it is no title of Bo's unless the text says so.
      const { match } = standingOf(entity, best)
      if (phrase.form === 'nominal' && match !== 'same' && match !== 'role') phrase.title = null
      confirm(entity, phrase, share)
      return entity
    }
    const open = this.create()
    open.confidence = shares.at(-1)!
    const candidates = weighed
      .map(({ entity }, i) => ({ entity, weight: shares[i]! }))
      .filter(({ weight }) => weight >= LEAST_WEIGHT)
      .sort((a, b) => b.weight - a.weight)
    if (candidates.length > 0) {
      this.candidates.set(open, candidates)
      // One of those before, though not clear which: no new thing that what follows could mean.
      if (best < weighed.length) this.unsettled.add(open)
    }
    if (phrase.gender !== null) open[phrase.gender] += 1
    if (phrase.form === 'pronoun') {
      open.kind = phrase.kind
      open.number = phrase.number
    }
    return open
  }

  private anaphorOf(phrase: Phrase, kind: AnaphorClass): Anaphor {
    const { view } = this
    const from = this.ownWordsFrom(phrase)
    const sentence = view.sentence[from]!
    const content = view.contentOf[phrase.head]!
    const lower = view.lower[phrase.head]!
    return {
      phrase,
      class: kind,
      from,
      isSource: view.sourceOf[phrase.head]! >= 0,
      isSubject: subjectLike(view, phrase),
      isObject: /^(?:him|her|them|it)$/.test(lower) && /^(?:VERB|ADP)$/.test(view.upos[phrase.head - 1] ?? ''),
      isPossessive: /^(?:his|her|their|its)$/.test(lower),
      lastSpeaker: this.discourse.lastSpeaker,
      speaker: content < 0 ? null : this.speakerOf(content),
      isQuoted: view.quotation[phrase.head]! >= 0,
      gender: phrase.gender,
      wording: wordingOf(view, phrase),
      modifiers: phrase.title === null ? NONE : modifiersOf(view, phrase.title.role, new Set()),
      owners: phrase.of === null ? NONE : ownersOf(view, phrase.of, new Set()),
      owner: phrase.possessor === null ? null : (this.entityOf.get(phrase.possessor) ?? null),
      firstBefore: this.discourse.firstOf(sentence - 1),
      firstHere: this.discourse.firstOf(sentence),
    }
  }

  /** First token of what a source says, where it stands before the source; else of the source. */
  private ownWordsFrom(phrase: Phrase): number {
    const attribution = this.view.sourceOf[phrase.head]!
    if (attribution < 0) return phrase.head
    const { content } = this.view.doc.layers.attributions[attribution]!
    return content[0] === undefined ? phrase.head : Math.min(phrase.head, firstToken(this.view, content[0]))
  }

  /** Who says an attribution; null where that is not read yet, or no name. */
  private speakerOf(attribution: number): Entity | null {
    const phrase = this.sources.get(attribution)
    if (phrase === undefined) return null
    return this.entityOf.get(phrase) ?? (phrase.form === 'name' ? this.ofName(phrase) : null)
  }

  /** What only the whole document tells: nouns before names, "I" and "we", names that may be several people's. */
  finish(): void {
    for (const [entity, named] of forwardLinks(this.view, this.entities)) {
      named.confidence = Math.min(named.confidence, FORWARD_CONFIDENCE)
      named.female += entity.female
      named.male += entity.male
      for (const phrase of entity.phrases) {
        this.entityOf.set(phrase, named)
        named.phrases.push(phrase)
      }
      entity.phrases.length = 0
      this.candidates.delete(entity)
    }
    const own = new Map<Entity | number, Entity>()
    for (const phrase of this.deferred) this.firstPerson(phrase, own)
    for (const [cluster, entity] of this.ofCluster) this.unclear(cluster, entity)
  }

  /** "I" is the speaker of the quotation it stands in; "we" only where that is no single person. */
  private firstPerson(phrase: Phrase, own: Map<Entity | number, Entity>): void {
    const content = this.view.contentOf[phrase.head]!
    const quotation = this.view.quotation[phrase.head]!
    const speaker = content < 0 || quotation < 0 ? null : this.speakerOf(content)
    if (speaker !== null && (phrase.noun === 'I' || speaker.kind !== 'person')) {
      this.entityOf.set(phrase, speaker)
      speaker.phrases.push(phrase)
      return
    }
    const isMany = phrase.noun === 'we'
    // Below zero: no attribution, but the same quotation; "I" and "we" apart.
    const key = speaker ?? -2 * (quotation + 2) - (isMany ? 1 : 0)
    const known = own.get(key)
    const entity = known ?? this.create()
    if (known === undefined) {
      own.set(key, entity)
      entity.number = isMany ? 'many' : 'one'
      entity.kind = isMany ? 'group' : 'person'
      if (speaker !== null) this.candidates.set(entity, [{ entity: speaker, weight: 0.5 }])
    }
    this.entityOf.set(phrase, entity)
    entity.phrases.push(phrase)
  }

  private unclear(cluster: number, entity: Entity): void {
    const possible = this.named.unclear.get(cluster)
    if (possible === undefined) return
    const others = possible.map((one) => this.ofCluster.get(one)).filter((one) => one !== undefined)
    const sum = others.reduce((total, { names }) => total + names, 0)
    this.candidates.set(
      entity,
      others.map((other) => ({ entity: other, weight: other.names / sum })).sort((a, b) => b.weight - a.weight),
    )
  }
}

/** A pronoun or noun that is likely an entity's tells of its gender. */
function confirm(entity: Entity, phrase: Phrase, share: number): void {
  entity.confidence = Math.min(entity.confidence, share)
  if (phrase.gender !== null && entity.kind === 'person' && entity[phrase.gender] < ENOUGH)
    entity[phrase.gender] += share >= 0.8 ? 0.4 : 0.1
}

/** What pronouns together may weigh as evidence of gender. */
const ENOUGH = 2

const NONE: ReadonlySet<string> = new Set()
