/** The rule-based attributor: the floor any trained model has to beat, and its fallback. */
import type { Attribution, Doc } from '../doc.ts'
import { contains, firstFrom, inTextOrder, overlaps, type Span } from '../span.ts'
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
import { countLetters, formOf, type LetterCount, lettersIn } from './form-of.ts'
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
  const areas = views.map(({ tokens }) => ({ start: tokens[0]!.start, end: tokens.at(-1)!.end }))
  const begins = (candidate: Candidate): boolean => isWithin(areas, first(candidate))
  const kept = surest(work.found.flat().filter((candidate) => begins(candidate) && isSound(candidate, letters)))
  kept.sort((a, b) => inTextOrder(first(a), first(b)))
  return kept.map((candidate, index) => toAttribution(letters, candidate, index))
}

/** A quotation that was left open in a block that nothing is looked for in may run on into one that is read. */
function isWithin(areas: readonly Span[], span: Span): boolean {
  const area = areas[firstFrom(areas, span.start + 1) - 1]
  return area !== undefined && contains(area, span)
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
    form: printedAsQuotation ? 'direct' : formOf(letters, cue, content),
    manner,
    source,
    cue,
    content,
    by: rule,
    confidence: ruleTable[rule].confidence,
  }
}
