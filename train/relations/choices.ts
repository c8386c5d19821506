/** The linker's choices in annotated articles with the right answers: what its weights are fitted and measured on. */
import { linkViewOf } from '../../src/core/attributions/link-view.ts'
import { choiceFeatures, cueChoices, sourceChoices } from '../../src/core/attributions/linker.ts'
import { goldSpans, type OwnedSpan, readArticles, readableDoc } from './gold-spans.ts'

export interface Decision {
  readonly role: 'content' | 'cue'
  /** Features of each choice. */
  readonly choices: readonly (readonly string[])[]
  /** Indexes of the right choices: one, or more where a content is reported twice. */
  readonly right: ReadonlySet<number>
}

/** Share of the spans that are hidden, so that the linker learns what a content looks like whose cue was not found. */
const HIDDEN = 0.02

/** The decisions of every first annotation of `file`, once with all spans and, where `hide` is set, once with some hidden. */
export async function decisionsOf(file: string, hide: boolean): Promise<Decision[]> {
  const random = randomNumbers(1)
  const decisions: Decision[] = []
  for (const { text, annotations } of readArticles(file)) {
    const doc = await readableDoc(text)
    const spans = goldSpans(doc, annotations[0]!.attributions)
    const add = (seen: readonly OwnedSpan[]) => decisions.push(...decisionsIn(seen, linkViewOf(doc, seen)))
    add(spans)
    if (hide) add(spans.filter(() => random() >= HIDDEN))
  }
  return decisions
}

function decisionsIn(spans: readonly OwnedSpan[], view: ReturnType<typeof linkViewOf>): Decision[] {
  return view.spans.flatMap((span): Decision[] => {
    if (span.role === 'source') return []
    const choices = span.role === 'content' ? cueChoices(view, span) : sourceChoices(view, span)
    const { owners } = spans[span.index]!
    const right = choices.flatMap((choice, index) =>
      choice.span !== null && spans[choice.span.index]!.owners.some((owner) => owners.includes(owner)) ? [index] : [],
    )
    const features = choices.map((choice) => choiceFeatures(view, span, choice))
    return [{ role: span.role, choices: features, right: new Set(right.length > 0 ? right : [0]) }]
  })
}

/** Park and Miller's generator: numbers from 0 to 1, the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
