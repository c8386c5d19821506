/** The rule-based attributor: the floor any trained model has to beat, and its fallback. */
import { classOf, DIGIT, LETTER } from '../characters.ts'
import type { Attribution, Doc, Form } from '../doc.ts'
import { inTextOrder, overlaps, type Span } from '../span.ts'
import type { Stage } from '../stage.ts'
import { applyAccordingTo } from './according-rule.ts'
import {
  applyDashAfterBlock,
  applyDialogueDash,
  applyHeadlineRules,
  applyPost,
  applyThisWasSaid,
} from './block-rules.ts'
import { type BlockView, viewsOf } from './block-view.ts'
import { type Candidate, cueKey, type Work } from './candidate.ts'
import { applyClauseRules } from './clause-rules.ts'
import { cuesOf } from './cue-finder.ts'
import { applyFloatingRule } from './floating-rule.ts'
import { applyNounRules } from './noun-rules.ts'
import { applyQuoteRules } from './quote-rules.ts'
import { ruleTable } from './rule-table.ts'

type Needs = 'blocks' | 'tokens' | 'sentences' | 'quotations'

export const ruleAttributor = (): Stage<Needs, 'attributions'> => ({
  name: 'rule-attributor',
  version: 1,
  needs: ['blocks', 'tokens', 'sentences', 'quotations'],
  gives: 'attributions',
  run: attribute,
})

function attribute(doc: Doc<Needs>): Attribution[] {
  const views = viewsOf(doc)
  const work: Work = {
    views,
    cues: views.map((view) => view.sentences.map((sentence) => cuesOf(view, sentence))),
    found: views.map(() => []),
    covered: views.map((view) => new Uint8Array(view.tokens.length)),
    usedCues: new Set(),
    usedQuotations: new Set(),
    sources: new Map(),
  }
  for (const view of views) applyRules(work, view)
  // Last of all: the cue of a quotation over several paragraphs stands in the last of them.
  for (const view of views) applyFloatingRule(work, view)
  const letters = countLetters(doc)
  const kept = surest(work.found.flat().filter((candidate) => isSound(candidate, letters)))
  kept.sort((a, b) => inTextOrder(first(a), first(b)))
  return kept.map((candidate, index) => toAttribution(letters, candidate, index))
}

/** From the surest evidence to the weakest; what one rule has used no later one takes. */
function applyRules(work: Work, view: BlockView): void {
  applyDashAfterBlock(work, view)
  applyPost(work, view)
  applyDialogueDash(work, view)
  applyQuoteRules(work, view)
  for (const [index, sentence] of view.sentences.entries()) {
    const cues = work.cues[view.index]![index]!
    const open = cues.filter((cue) => !work.usedCues.has(cueKey(view, cue)))
    if (open.length > 0 && applyThisWasSaid(work, view, index, open)) continue
    applyClauseRules(work, view, sentence, cues)
    applyNounRules(work, view, sentence, cues)
    applyAccordingTo(work, view, sentence, cues)
  }
  applyHeadlineRules(work, view)
}

/** Something is said, and the speaker is no part of it or of the verb: "Announced last week the plan froze prices" names none. */
const isSound = ({ source, cue, content }: Candidate, letters: LetterCount): boolean =>
  lettersIn(letters, content) > 0 &&
  !source.some((speaker) => [...cue, ...content].some((other) => overlaps(speaker, other)))

const first = (candidate: Candidate): Span => candidate.content[0]!

/** Of finds with the same content the surer rule's stays, and of equals the earlier. */
function surest(found: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>()
  for (const candidate of found) {
    const key = candidate.content.map((span) => `${span.start}-${span.end}`).join()
    const other = best.get(key)
    if (other === undefined || ruleTable[candidate.rule].confidence > ruleTable[other.rule].confidence)
      best.set(key, candidate)
  }
  return [...best.values()]
}

function toAttribution(letters: LetterCount, candidate: Candidate, index: number): Attribution {
  const { source, cue, content, manner, rule } = candidate
  const printedAsQuotation = rule === 'dash-after-block' || rule === 'dialogue-dash' || rule === 'post'
  return {
    id: `a${index + 1}`,
    form: printedAsQuotation ? 'direct' : formOf(letters, content),
    manner,
    source,
    cue,
    content,
    by: rule,
    confidence: ruleTable[rule].confidence,
  }
}

/** `direct` when quotations cover the content, `indirect` when none touches it, else `mixed`. */
function formOf(letters: LetterCount, content: readonly Span[]): Form {
  let quoted = 0
  for (const { start, end } of content) quoted += letters.quotedBefore[end]! - letters.quotedBefore[start]!
  if (quoted === 0) return 'indirect'
  return quoted === lettersIn(letters, content) ? 'direct' : 'mixed'
}

/** How many letters and digits stand before each offset, in all and inside quotations: contents may nest many deep. */
interface LetterCount {
  readonly before: Uint32Array
  readonly quotedBefore: Uint32Array
}

function lettersIn({ before }: LetterCount, spans: readonly Span[]): number {
  let count = 0
  for (const { start, end } of spans) count += before[end]! - before[start]!
  return count
}

function countLetters({ text, layers }: Doc<Needs>): LetterCount {
  const before = new Uint32Array(text.length + 1)
  const quotedBefore = new Uint32Array(text.length + 1)
  const quoted = layers.quotations.flatMap((quotation) => quotation.spans).sort(inTextOrder)
  let next = 0
  let quotedTo = 0
  for (let at = 0; at < text.length; at++) {
    while (next < quoted.length && quoted[next]!.start <= at) quotedTo = Math.max(quotedTo, quoted[next++]!.end)
    const counts = (classOf(text.codePointAt(at)!) & (LETTER | DIGIT)) !== 0 ? 1 : 0
    before[at + 1] = before[at]! + counts
    quotedBefore[at + 1] = quotedBefore[at]! + (at < quotedTo ? counts : 0)
  }
  return { before, quotedBefore }
}
