/** The names of a document in clusters, with the gender that the text around them tells. */
import { honorificGender, titleGender } from './agreement.ts'
import type { ChainView } from './chain-view.ts'
import { genderOfGivenName } from './given-names.ts'
import { clusterNames, type NameCluster, type NameUse } from './names.ts'
import type { Phrase } from './phrase.ts'
import { namesOf, type Structure } from './structure.ts'

export interface NamedEntities {
  readonly clusters: readonly NameCluster[]
  readonly clusterOf: ReadonlyMap<Phrase, number>
  /** Cluster → clusters that it may be the same as, where no one of them is clearly meant. */
  readonly unclear: ReadonlyMap<number, readonly number[]>
  /** Evidence by cluster. */
  readonly female: Float64Array
  readonly male: Float64Array
}

/** Weights of evidence: a given name, "Mrs" or "spokeswoman", a pronoun with nobody else near; more than so many add nothing. */
const GIVEN_NAME = 1.2
const WORD = 2
const PRONOUN = 0.4
const MOST_PRONOUNS = 5

export function namedEntities(view: ChainView, { phrases, ties }: Structure): NamedEntities {
  const names = phrases.filter(({ form }) => form === 'name')
  const uses = names.map(
    (phrase): NameUse => ({
      words: namesOf(view, phrase),
      kind: phrase.kind!,
      gender: honorificGender(view, phrase),
    }),
  )
  const { clusters, unclear: unclearUses } = clusterNames(uses)
  const clusterOf = new Map<Phrase, number>()
  const unclear = new Map<number, readonly number[]>()
  clusters.forEach((cluster, index) => {
    for (const use of cluster.uses) clusterOf.set(names[use]!, index)
    const possible = unclearUses.get(cluster.uses[0]!)
    if (possible !== undefined) unclear.set(index, possible)
  })
  const evidence = { female: new Float64Array(clusters.length), male: new Float64Array(clusters.length) }
  clusters.forEach(({ kind, words, uses: own }, index) => {
    if (kind !== 'person') return
    const given = words.length > 1 ? genderOfGivenName(words[0]!) : null
    if (given !== null) evidence[given][index]! += GIVEN_NAME
    for (const use of own) {
      const gender = uses[use]!.gender ?? titleGender(view, names[use]!)
      if (gender !== null) evidence[gender][index]! += WORD
    }
  })
  for (const { a, b } of ties) {
    const [name, noun] = a.form === 'name' ? [a, b] : [b, a]
    const cluster = clusterOf.get(name)
    if (cluster !== undefined && noun.form === 'nominal' && noun.gender !== null)
      evidence[noun.gender][cluster]! += WORD
  }
  votes(view, phrases, clusterOf, clusters, evidence)
  return { clusters, clusterOf, unclear, ...evidence }
}

/** "Bo arrived. She said": a pronoun speaks for the one person named in its sentence so far and the sentence before. */
function votes(
  view: ChainView,
  phrases: readonly Phrase[],
  clusterOf: ReadonlyMap<Phrase, number>,
  clusters: readonly NameCluster[],
  evidence: Readonly<Record<'female' | 'male', Float64Array>>,
): void {
  const counts = { female: new Int32Array(clusters.length), male: new Int32Array(clusters.length) }
  /** The only person of a sentence so far: -1 for none, -2 for several. */
  let here = -1
  let before = -1
  let sentence = -1
  for (const phrase of phrases) {
    const own = view.sentence[phrase.head]!
    if (own !== sentence) {
      before = own === sentence + 1 ? here : -1
      here = -1
      sentence = own
    }
    const cluster = clusterOf.get(phrase)
    if (cluster !== undefined && clusters[cluster]!.kind === 'person')
      here = here === -1 || here === cluster ? cluster : -2
    else if (phrase.form === 'nominal' && phrase.kind === 'person' && phrase.number === 'one' && !phrase.inside)
      here = -2
    if (phrase.form !== 'pronoun' || phrase.gender === null) continue
    const only = here === -1 ? before : before === -1 || before === here ? here : -2
    if (only >= 0 && counts[phrase.gender][only]!++ < MOST_PRONOUNS) evidence[phrase.gender][only]! += PRONOUN
  }
}
