/** The rule-based attributor: the floor any trained model has to beat, and its fallback. */
import type { Attribution, Block, Doc, Form, Quotation } from '../doc.ts'
import { inTextOrder, overlaps, type Span } from '../span.ts'
import type { Stage } from '../stage.ts'
import { applyAccordingTo } from './according-rule.ts'
import { applyDashAfterBlock, applyDialogueDash, applyHeadlineRules, applyThisWasSaid } from './block-rules.ts'
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
  const kept = surest(work.found.flat())
  kept.sort((a, b) => inTextOrder(first(a), first(b)))
  return kept.map((candidate, index) => toAttribution(doc, candidate, index))
}

/** From the surest evidence to the weakest; what one rule has used no later one takes. */
function applyRules(work: Work, view: BlockView): void {
  applyDashAfterBlock(work, view)
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
  applyFloatingRule(work, view)
}

const first = (candidate: Candidate): Span => candidate.content[0]!

/** Of finds with the same content the surer rule's stays, and of equals the earlier. */
function surest(found: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>()
  for (const candidate of found) {
    if (candidate.content.length === 0) continue
    const key = candidate.content.map((span) => `${span.start}-${span.end}`).join()
    const other = best.get(key)
    if (other === undefined || ruleTable[candidate.rule].confidence > ruleTable[other.rule].confidence)
      best.set(key, candidate)
  }
  return [...best.values()]
}

function toAttribution(doc: Doc<Needs>, candidate: Candidate, index: number): Attribution {
  const { source, cue, content, manner, rule } = candidate
  return {
    id: `a${index + 1}`,
    form: formOf(
      doc.text,
      content,
      doc.layers.quotations,
      doc.layers.blocks,
      rule === 'dash-after-block' || rule === 'dialogue-dash',
    ),
    manner,
    source,
    cue,
    content,
    by: rule,
    confidence: ruleTable[rule].confidence,
  }
}

/** `direct` when quotations cover the content, `indirect` when none touches it, else `mixed`. */
export function formOf(
  text: string,
  content: readonly Span[],
  quotations: readonly Quotation[],
  blocks: readonly Block[],
  printedAsQuotation = false,
): Form {
  if (printedAsQuotation) return 'direct'
  let outside = 0
  let inside = 0
  for (const span of content) {
    const covers = quotations.flatMap((quotation) => quotation.spans).filter((cover) => overlaps(cover, span))
    let at = span.start
    for (const cover of covers.sort(inTextOrder)) {
      outside += visible(text, at, Math.min(cover.start, span.end))
      inside += visible(text, Math.max(at, cover.start), Math.min(cover.end, span.end))
      at = Math.max(at, cover.end)
    }
    outside += visible(text, at, span.end)
  }
  if (blocks.length === 0 || inside === 0) return 'indirect'
  return outside === 0 ? 'direct' : 'mixed'
}

/** Letters and digits between two offsets. */
function visible(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (/[\p{L}\p{N}]/u.test(text[at]!)) count++
  return count
}
