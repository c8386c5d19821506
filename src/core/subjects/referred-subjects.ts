/** Subjects that a content only refers back to: "they would be a target", "his country". */
import type { MentionKind } from '../doc.ts'
import { firstFrom, sliceOf } from '../span.ts'
import { listedName } from './named-subjects.ts'
import { type Candidate, type PlacedReference, type Range, rangeOf, type SubjectView } from './subject-view.ts'
import { conceptSubjects } from './topics.ts'

const POSSESSIVES = new Set(['his', 'her', 'their', 'its', 'theirs', 'hers'])
const OWN = new Set('i we you me us my our your mine ours myself ourselves yourself who which that what'.split(' '))

/** Least confidence of a nameless chain: below it "them" is the other party about as often. */
const SURE = 0.75

/** Pronouns and noun phrases in `range` whose chain tells what they mean; never the speaker, whose id is `speaker`. */
export function referredSubjects(view: SubjectView, range: Range, speaker: string | null): Candidate[] {
  const { tokens } = view.doc.layers
  if (range.from >= range.to) return []
  const found: Candidate[] = []
  const end = tokens[range.to - 1]!.end
  for (let at = firstFrom(view.references, tokens[range.from]!.start); at < view.references.length; at++) {
    const placed = view.references[at]!
    if (placed.start >= end) break
    if (placed.end > end || placed.reference.form === 'name') continue
    if (placed.chain.id === speaker || placed.chain.candidates.length > 0) continue
    found.push(...meaningOf(view, placed))
  }
  return found
}

function meaningOf(view: SubjectView, { reference, chain, start, end }: PlacedReference): Candidate[] {
  const { text } = view.doc
  const word = text.slice(start, end).toLowerCase()
  const isPronoun = reference.form === 'pronoun'
  if (isPronoun && OWN.has(word)) return []
  const range = rangeOf(view, { start, end })
  if (chain.name !== null) {
    const kind: MentionKind | null = chain.kind === 'group' ? null : chain.kind
    if (kind === 'person' && isPronoun && POSSESSIVES.has(word)) return []
    const listed = listedName(kind, sliceOf(text, chain.name))
    return listed === null ? [] : [{ ...range, ...listed, chain: chain.id }]
  }
  if (chain.confidence < SURE || chain.kind === 'person') return []
  return isPronoun ? nounBehind(view, range, chain.references, chain.id) : []
}

/** "The soldiers … they": what the chain is called where it is called anything. */
function nounBehind(
  view: SubjectView,
  range: Range,
  references: readonly { readonly start: number; readonly end: number; readonly form: string }[],
  chain: string,
): Candidate[] {
  const nominal = references.find(({ form }) => form === 'nominal')
  if (nominal === undefined) return []
  const [concept] = conceptSubjects(view, rangeOf(view, nominal), () => false)
  return concept === undefined ? [] : [{ ...range, kind: 'topic', name: concept.name, chain }]
}
