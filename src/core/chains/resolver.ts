/** Reads a document from its beginning and gives every reference to the thing it means, or to several that it may mean. */

import { agrees, classOf, honorificGender, subjectLike, titleGender } from './agreement.ts'
import type { ChainView } from './chain-view.ts'
import { type Entity, emptyEntity, modifiersOf, ownersOf, tell } from './entity.ts'
import { type Anaphor, type AnaphorClass, featuresOf, nobodyFeatures } from './features.ts'
import { genderOfGivenName } from './given-names.ts'
import { clusterNames, type NameClusters, type NameUse } from './names.ts'
import type { Phrase } from './phrase.ts'
import { type ChainScorer, softmax } from './scorer.ts'
import { namesOf, type Structure } from './structure.ts'

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

/** How many things are remembered, and how many of them are weighed. */
const MEMORY = 60
const WEIGHED = 24
/** Least probability of the best, by class. */
const SURE: Readonly<Record<AnaphorClass, number>> = { he: 0.5, they: 0.5, it: 0.5, noun: 0.5 }
const LEAST_WEIGHT = 0.05

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
  private readonly structure: Structure
  private readonly options: Options
  private readonly tiedTo = new Map<Phrase, Phrase[]>()
  private readonly groupAt = new Map<Phrase, Structure['groups'][number]>()
  private readonly clusterOf = new Map<Phrase, number>()
  private readonly clusters: NameClusters
  private readonly ofCluster = new Map<number, Entity>()
  /** Latest first. */
  private readonly recent: Entity[] = []
  private readonly firstOfSentence = new Map<number, Entity>()
  private readonly deferred: Phrase[] = []
  private lastSpeaker: Entity | null = null

  constructor(view: ChainView, structure: Structure, options: Options) {
    this.view = view
    this.structure = structure
    this.options = options
    for (const { a, b } of structure.ties) {
      this.tiedTo.set(a, [...(this.tiedTo.get(a) ?? []), b])
      this.tiedTo.set(b, [...(this.tiedTo.get(b) ?? []), a])
    }
    for (const group of structure.groups) this.groupAt.set(group.members.at(-1)!, group)
    this.clusters = this.cluster()
  }

  private cluster(): NameClusters {
    const names = this.structure.phrases.filter(({ form }) => form === 'name')
    const uses = names.map((phrase): NameUse => {
      return { words: namesOf(this.view, phrase), kind: phrase.kind!, gender: honorificGender(this.view, phrase) }
    })
    const clusters = clusterNames(uses)
    clusters.clusters.forEach(({ uses }, index) => {
      for (const use of uses) this.clusterOf.set(names[use]!, index)
    })
    return clusters
  }

  read(phrase: Phrase): void {
    if (phrase.form === 'pronoun' && (phrase.noun === 'I' || phrase.noun === 'we')) this.deferred.push(phrase)
    else this.give(phrase, this.meant(phrase))
    const group = this.groupAt.get(phrase)
    if (group !== undefined) this.readGroup(group)
  }

  /** The entity of a phrase; null for a new one. */
  private meant(phrase: Phrase): Entity | null {
    if (phrase.form === 'name') return this.named(phrase)
    for (const other of this.tiedTo.get(phrase) ?? []) {
      const entity = this.entityOf.get(other) ?? (other.form === 'name' ? this.named(other) : null)
      if (entity !== null) return entity
    }
    if (phrase.form === 'pronoun' && phrase.noun === 'who') return this.antecedentOfWho(phrase)
    return this.weighed(phrase)
  }

  private named(phrase: Phrase): Entity {
    const cluster = this.clusterOf.get(phrase)!
    const known = this.ofCluster.get(cluster)
    if (known !== undefined) return known
    const entity = this.create()
    this.ofCluster.set(cluster, entity)
    entity.kind = this.clusters.clusters[cluster]!.kind
    if (entity.kind === 'person') {
      const { words } = this.clusters.clusters[cluster]!
      const gender = words.length > 1 ? genderOfGivenName(words[0]!) : null
      if (gender !== null) entity[gender] += WEAK
    }
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
    if (phrase.form === 'name') {
      const gender = honorificGender(this.view, phrase) ?? titleGender(this.view, phrase)
      if (gender !== null) entity[gender] += 1
    }
    tell(this.view, entity, phrase)
    const sentence = this.view.sentence[phrase.head]!
    if (!this.firstOfSentence.has(sentence)) this.firstOfSentence.set(sentence, entity)
    const at = this.recent.indexOf(entity)
    if (at >= 0) this.recent.splice(at, 1)
    this.recent.unshift(entity)
    if (this.recent.length > MEMORY) this.recent.pop()
    if (this.isSource(phrase)) this.lastSpeaker = entity
  }

  private isSource({ head }: Phrase): boolean {
    return this.view.sourceOf[head]! >= 0
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
  private readonly groups = new Map<string, Entity>()

  /** "Hill, who was there, said": the phrase right before. */
  private antecedentOfWho(phrase: Phrase): Entity | null {
    const before = this.view.form[phrase.from - 1] === ',' ? phrase.from - 1 : phrase.from
    for (const entity of this.recent.slice(0, 4)) {
      if (entity.last!.to === before && entity.kind !== 'place') return entity
    }
    return null
  }

  private weighed(phrase: Phrase): Entity | null {
    const kind = classOf(phrase)
    if (kind === null) return null
    const anaphor = this.anaphorOf(phrase, kind)
    const possible = this.recent.filter((entity) => agrees(anaphor, entity, this.view)).slice(0, WEIGHED)
    if (possible.length === 0) return null
    const isSubject = (one: Phrase): boolean => subjectLike(this.view, one)
    const weighed = possible.map((entity, rank) => ({
      entity,
      features: featuresOf(this.view, anaphor, entity, rank, isSubject),
    }))
    const nobody = nobodyFeatures(this.view, anaphor, possible[0]!)
    if (this.options.teacher !== undefined) return this.options.teacher({ anaphor, candidates: weighed, nobody })
    const { scorer } = this.options
    const shares = softmax([...weighed.map(({ features }) => scorer.score(kind, features)), scorer.score(kind, nobody)])
    let best = 0
    for (let i = 1; i < shares.length; i++) if (shares[i]! > shares[best]!) best = i
    const share = shares[best]!
    if (best < weighed.length && share >= SURE[kind]) {
      const entity = weighed[best]!.entity
      entity.confidence = Math.min(entity.confidence, share)
      if (phrase.gender !== null && entity.kind === 'person') entity[phrase.gender] += share >= 0.8 ? 0.5 : 0.2
      return entity
    }
    const open = this.create()
    open.confidence = shares.at(-1)!
    const candidates = weighed
      .map(({ entity }, i) => ({ entity, weight: shares[i]! }))
      .filter(({ weight }) => weight >= LEAST_WEIGHT)
      .sort((a, b) => b.weight - a.weight)
    if (candidates.length > 0) this.candidates.set(open, candidates)
    if (phrase.gender !== null) open[phrase.gender] += 1
    if (phrase.form === 'pronoun') open.kind = phrase.kind
    return open
  }

  private anaphorOf(phrase: Phrase, kind: AnaphorClass): Anaphor {
    const { view } = this
    const sentence = view.sentence[phrase.head]!
    const content = view.contentOf[phrase.head]!
    const lower = view.lower[phrase.head]!
    return {
      phrase,
      class: kind,
      isSource: this.isSource(phrase),
      isObject: /^(?:him|her|them|it)$/.test(lower) && /^(?:VERB|ADP)$/.test(view.upos[phrase.head - 1] ?? ''),
      isPossessive: /^(?:his|her|their|its)$/.test(lower),
      lastSpeaker: this.lastSpeaker,
      speaker: content < 0 ? null : this.speakerOf(content),
      isQuoted: view.quotation[phrase.head]! >= 0,
      gender: phrase.gender,
      modifiers: phrase.title === null ? NONE : modifiersOf(view, phrase.title.role, new Set()),
      owners: phrase.of === null ? NONE : ownersOf(view, phrase.of, new Set()),
      owner: phrase.possessor === null ? null : (this.entityOf.get(phrase.possessor) ?? null),
      firstBefore: this.firstOfSentence.get(sentence - 1) ?? null,
      firstHere: this.firstOfSentence.get(sentence) ?? null,
    }
  }

  /** The speaker of an attribution, if its source stands before what is read now. */
  private speakerOf(attribution: number): Entity | null {
    const source = this.view.doc.layers.attributions[attribution]!.source[0]
    if (source === undefined) return null
    return this.sourceEntity(attribution)
  }

  private bySource: Map<number, Phrase> | null = null
  sourceEntity(attribution: number): Entity | null {
    if (this.bySource === null) {
      this.bySource = new Map()
      for (const { phrase } of this.structure.groups) this.noteSource(phrase)
      for (const phrase of this.structure.phrases) this.noteSource(phrase)
    }
    const phrase = this.bySource.get(attribution)
    if (phrase === undefined) return null
    return this.entityOf.get(phrase) ?? (phrase.form === 'name' ? this.named(phrase) : null)
  }
  /** The first outermost phrase of a source is who speaks. */
  private noteSource(phrase: Phrase): void {
    const attribution = this.view.sourceOf[phrase.head]!
    if (attribution < 0) return
    const known = this.bySource!.get(attribution)
    if (known === undefined || (phrase.from <= known.from && phrase.to > known.to))
      this.bySource!.set(attribution, phrase)
  }

  /** "I" and "we" in what somebody says; names that may be several people's. */
  finish(): void {
    const wes = new Map<Entity | number, Entity>()
    for (const phrase of this.deferred) {
      const content = this.view.contentOf[phrase.head]!
      const quoted = this.view.quotation[phrase.head]! >= 0
      const speaker = content < 0 ? null : this.sourceEntity(content)
      const key = speaker ?? this.view.quotation[phrase.head]! - 1
      if (speaker !== null && quoted && (phrase.noun === 'I' || speaker.kind !== 'person')) {
        this.entityOf.set(phrase, speaker)
        speaker.phrases.push(phrase)
        continue
      }
      const known = wes.get(key)
      const entity = known ?? this.create()
      wes.set(key, entity)
      if (known === undefined) {
        entity.number = phrase.noun === 'we' ? 'many' : 'one'
        entity.kind = phrase.noun === 'we' ? 'group' : 'person'
        if (speaker !== null && quoted) this.candidates.set(entity, [{ entity: speaker, weight: 0.5 }])
      }
      this.entityOf.set(phrase, entity)
      entity.phrases.push(phrase)
    }
    for (const [cluster, entity] of this.ofCluster) this.unclear(cluster, entity)
  }

  private unclear(cluster: number, entity: Entity): void {
    const first = this.clusters.clusters[cluster]!.uses[0]!
    const possible = this.clusters.unclear.get(first)
    if (possible === undefined) return
    const others = possible.map((one) => this.ofCluster.get(one)).filter((one) => one !== undefined)
    const sum = others.reduce((total, { names }) => total + names, 0)
    this.candidates.set(
      entity,
      others.map((other) => ({ entity: other, weight: other.names / sum })).sort((a, b) => b.weight - a.weight),
    )
  }
}

const NONE: ReadonlySet<string> = new Set()
/** What a given name weighs as evidence of gender. */
const WEAK = 0.3
