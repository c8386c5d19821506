/** The `subjects` layer: what the content of each attribution is about. */
import type { AboutReading, Attribution, Subject } from './doc.ts'
import type { Stage } from './stage.ts'
import { namedSubjects } from './subjects/named-subjects.ts'
import { referredSubjects } from './subjects/referred-subjects.ts'
import { relativeSubject } from './subjects/relative-subject.ts'
import { type Candidate, type Range, rangeOf, type SubjectView, subjectView, upos } from './subjects/subject-view.ts'
import { conceptSubjects, mainNouns } from './subjects/topics.ts'

type Needs = 'tokens' | 'sentences' | 'words' | 'mentions' | 'attributions' | 'timexes' | 'chains'

/** Most subjects of one statement. */
const MOST = 8

export const subjectReader = (): Stage<Needs, 'subjects'> => ({
  name: 'subject-reader',
  version: 1,
  needs: ['tokens', 'sentences', 'words', 'mentions', 'attributions', 'timexes', 'chains'],
  gives: 'subjects',
  run(doc) {
    const view = subjectView(doc)
    const speakers = new Map(
      doc.layers.utterances?.map((utterance) => [utterance.attribution, utterance.speaker?.chain]),
    )
    return doc.layers.attributions.map((attribution): AboutReading => {
      const speaker = speakers.get(attribution.id) ?? sourceChain(view, attribution)
      return { attribution: attribution.id, subjects: subjectsOf(view, attribution, speaker) }
    })
  },
})

function subjectsOf(view: SubjectView, attribution: Attribution, speaker: string | null): Subject[] {
  const found: Candidate[] = []
  for (const span of attribution.content) {
    const range = rangeOf(view, span)
    if (range.from < range.to) found.push(...subjectsIn(view, range, speaker))
  }
  const before = relativeSubject(view, attribution)
  if (before !== null) found.push(...subjectsIn(view, before, speaker))
  return ranked(view, found, attribution).map(({ from, to, kind, name, chain }) => ({
    span: { start: view.doc.layers.tokens[from]!.start, end: view.doc.layers.tokens[to - 1]!.end },
    kind,
    name,
    chain,
  }))
}

const sourceChain = (view: SubjectView, { source }: Attribution): string | null =>
  source[0] === undefined ? null : (view.chains.at(source[0])?.id ?? null)

function subjectsIn(view: SubjectView, range: Range, speaker: string | null): Candidate[] {
  const named = namedSubjects(view, range)
  const taken = new Set<number>()
  const take = ({ from, to }: Range): void => {
    for (let at = from; at < to; at++) taken.add(at)
  }
  const isTaken = (at: number): boolean => taken.has(at)
  named.forEach(take)
  const concepts = conceptSubjects(view, range, isTaken)
  concepts.forEach(take)
  return [...named, ...concepts, ...mainNouns(view, range, isTaken), ...referredSubjects(view, range, speaker)]
}

/** One for each name, the most important first: what is said of is before the verb, what counts is named and named again. */
function ranked(view: SubjectView, found: readonly Candidate[], { content }: Attribution): Candidate[] {
  const first = new Map<string, { readonly candidate: Candidate; times: number }>()
  for (const candidate of [...found].sort((a, b) => a.from - b.from)) {
    const key = candidate.name.toLowerCase()
    const known = first.get(key)
    if (known === undefined) first.set(key, { candidate, times: 1 })
    else known.times += 1
  }
  const verb = firstVerb(view, content[0] === undefined ? { from: 0, to: 0 } : rangeOf(view, content[0]))
  const score = ({ candidate, times }: { candidate: Candidate; times: number }): number =>
    Math.min(times, 3) + (candidate.from < verb ? 1 : 0) + (candidate.kind === 'topic' ? 0 : 0.5)
  return [...first.values()]
    .sort((a, b) => score(b) - score(a) || a.candidate.from - b.candidate.from)
    .slice(0, MOST)
    .map(({ candidate }) => candidate)
}

function firstVerb(view: SubjectView, { from, to }: Range): number {
  for (let at = from; at < to; at++) if (upos(view, at) === 'VERB' || upos(view, at) === 'AUX') return at
  return to
}
