/** References → chains: which names, nouns and pronouns of a document mean one thing. */
import { headOf } from './chains/chain-index.ts'
import { type ChainDoc, type ChainView, viewOf } from './chains/chain-view.ts'
import { type Entity, genderOf } from './chains/entity.ts'
import type { Phrase } from './chains/phrase.ts'
import { phrasesOf } from './chains/phrases.ts'
import { type Resolved, resolve } from './chains/resolver.ts'
import { COURTESIES, HONORIFICS } from './chains/role-nouns.ts'
import { scorerOf } from './chains/scorer.ts'
import { structureOf } from './chains/structure.ts'
import { CHAIN_WEIGHTS } from './chains/weights.ts'
import type { Chain, MentionKind, Reference, Title } from './doc.ts'
import { lengthOf, type Span } from './span.ts'
import type { Stage } from './stage.ts'
import { firstToken, spanOf } from './token-columns.ts'

type Needs = 'blocks' | 'tokens' | 'sentences' | 'words' | 'quotations' | 'mentions' | 'attributions'

/** Names, nouns for people and bodies, and pronouns; each source of an attribution has a reference over its head. */
export const chainFinder = (): Stage<Needs, 'chains'> => ({
  name: 'chain-finder',
  version: 1,
  needs: ['blocks', 'tokens', 'sentences', 'words', 'quotations', 'mentions', 'attributions'],
  gives: 'chains',
  run: (doc) => chainsOf(doc, scorer),
})

const scorer = scorerOf(CHAIN_WEIGHTS)

export function chainsOf(doc: ChainDoc, by = scorer): Chain[] {
  if (doc.layers.tokens.length === 0) return []
  const view = viewOf(doc)
  const structure = structureOf(view, phrasesOf(view))
  const resolved = resolve(view, structure, { scorer: by })
  return written(view, resolved, leftSources(view, resolved))
}

interface Draft {
  readonly entity: Entity | null
  readonly references: readonly Reference[]
}

function written(view: ChainView, { entities, candidates }: Resolved, left: readonly Span[]): Chain[] {
  const drafts: Draft[] = [
    ...entities
      .filter(({ phrases }) => phrases.length > 0)
      .map((entity) => ({
        entity,
        references: entity.phrases.map((phrase) => referenceOf(view, phrase)).sort(byPlace),
      })),
    ...left.map((span) => ({ entity: null, references: [{ ...span, form: 'nominal' as const, mention: null }] })),
  ]
  drafts.sort((a, b) => byPlace(a.references[0]!, b.references[0]!))
  const ids = new Map(drafts.map(({ entity }, index) => [entity, `c${index + 1}`]))
  return drafts.map(({ entity, references }, index) => ({
    id: `c${index + 1}`,
    kind: entity === null ? null : kindOf(entity),
    references,
    name: entity === null ? null : nameOf(view, entity),
    titles: entity === null ? [] : titlesOf(view, entity),
    gender: entity === null ? null : genderOf(entity),
    number: entity === null ? null : entity.number,
    candidates: (entity === null ? [] : (candidates.get(entity) ?? []))
      .filter((candidate) => ids.has(candidate.entity))
      .map((candidate) => ({ chain: ids.get(candidate.entity)!, weight: rounded(candidate.weight) })),
    confidence: entity === null ? 1 : rounded(entity.confidence),
  }))
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end
const rounded = (share: number): number => Math.floor(share * 1000) / 1000

const referenceOf = (view: ChainView, phrase: Phrase): Reference => ({
  ...spanOf(view, phrase.from, phrase.to),
  form: phrase.form,
  mention: phrase.mention < 0 ? null : view.names[phrase.mention]!.id,
})

const kindOf = ({ kind }: Entity): Chain['kind'] =>
  kind === null || kind === 'thing' ? null : (kind as MentionKind | 'group')

function nameOf({ names }: ChainView, { phrases }: Entity): Span | null {
  let best: Span | null = null
  for (const { mention } of phrases) {
    const name = mention < 0 ? null : names[mention]!
    if (name !== null && (best === null || lengthOf(name) > lengthOf(best))) best = { start: name.start, end: name.end }
  }
  return best
}

/** Each role once, in the order of the text; with what it belongs to where any of its uses says so. */
function titlesOf(view: ChainView, { phrases }: Entity): Title[] {
  const found = new Map<string, Title>()
  for (const phrase of phrases) {
    if (phrase.kind !== 'person' || phrase.number === 'many') continue
    // "His lawyer" says what somebody is to whom; without a name beside it, it may have been taken for the wrong one.
    if (phrase.form === 'nominal' && phrase.possessor?.form === 'pronoun') continue
    for (const title of phrase.title === null ? [] : [phrase.title, ...phrase.moreTitles]) {
      if (title.role.to - title.role.from === 1 && COURTESIES.has(view.lower[title.role.from]!)) continue
      const isShort = HONORIFICS.has(view.lower[title.role.to - 1]!) && view.form[title.role.to] === '.'
      const role = spanOf(view, title.role.from, title.role.to + (isShort ? 1 : 0))
      const of = title.of === null ? null : spanOf(view, title.of.from, title.of.to)
      const key = view.doc.text.slice(role.start, role.end).toLowerCase()
      const known = found.get(key)
      if (known === undefined || (known.of === null && of !== null)) found.set(key, { role, of })
    }
  }
  return [...found.values()].sort((a, b) => a.role.start - b.role.start)
}

/** Sources whose head no phrase covers: "those close to him", "many". */
function leftSources(view: ChainView, { entityOf }: Resolved): Span[] {
  const covered = new Uint8Array(view.count)
  for (const { from, to } of entityOf.keys()) covered.fill(1, from, to)
  const left: Span[] = []
  for (const { source } of view.doc.layers.attributions) {
    const span = source[0]
    if (span === undefined) continue
    const head = firstToken(view, headOf(view.doc, span))
    if (head >= view.count || covered[head] === 1) continue
    covered[head] = 1
    left.push({ start: span.start, end: span.end })
  }
  return left
}
