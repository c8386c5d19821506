/** Rules that start from a cue: clauses with and without "that", before and after it, infinitives and noun phrases. */
import { hasVerb, skipAddressee, skipAdjuncts, startsClause } from './adjuncts.ts'
import { backward, isInverted, relative } from './backward-rules.ts'
import { type BlockView, isWord, type Range, wordsIn } from './block-view.ts'
import { cueKey, record, type Work } from './candidate.ts'
import { type Context, complementizerAfter } from './clause-context.ts'
import { clauseEnd, contentOf } from './clause-end.ts'
import type { Cue } from './cue-finder.ts'
import { speakerOf } from './cue-subject.ts'
import { passive } from './passive-rules.ts'
import { phrase } from './phrase-rules.ts'
import { AUXILIARIES, SUBJECT_PRONOUNS } from './words.ts'

/** Finds what the cues of one sentence report that no quotation rule has claimed. */
export function applyClauseRules(work: Work, view: BlockView, sentence: Range, cues: readonly Cue[]): void {
  const whole = { work, view, sentence, cues }
  // "X plans to go, its minister said": the report at the end takes the clause before it, and what is inside ends there.
  const closing = closingCue(whole)
  const inner = closing === null ? whole : { ...whole, sentence: { from: sentence.from, to: closing } }
  for (const cue of cues) {
    const context = cue.verb >= inner.sentence.to ? whole : inner
    if (work.usedCues.has(cueKey(view, cue)) || isShadowed(cue, cues)) continue
    if (cue.voice === 'passive') passive(context, cue)
    else if (isInverted(context, cue)) backward(context, cue)
    else forward(context, cue) || relative(context, cue) || backward(context, cue) || phrase(context, cue)
  }
}

/**
 * Finds the report that ends its sentence.
 * @returns the index of the comma before it; null where there is none.
 */
function closingCue(context: Context): number | null {
  const { work, view, cues, sentence } = context
  for (const cue of cues.toReversed()) {
    if (work.usedCues.has(cueKey(view, cue)) || cue.voice !== 'active' || cue.quote >= 0) continue
    const found = work.found[view.index]!.length
    if (hasClauseAfter(context, cue) || !backward(context, cue)) continue
    const last = work.found[view.index]!.at(-1)!
    if (work.found[view.index]!.length === found || last.content.length > 1) return null
    for (let at = cue.from; at > sentence.from; at--) if (view.tokens[at - 1]!.end <= last.content[0]!.end) return at
  }
  return null
}

/** Would the rules for clauses and phrases after the cue find something? */
function hasClauseAfter(context: Context, cue: Cue): boolean {
  const { view, sentence } = context
  const after = cue.entry.addressed ? skipAddressee(view, cue.to, sentence) : cue.to
  if (complementizerAfter(view, sentence, cue.to, after, cue) !== -1) return true
  const open = skipAdjuncts(view, after, sentence)
  return open < sentence.to - 1 && isWord(view, open) && !isInverted(context, cue)
}

/** "declined" in "declined to say whether": the longer group reports. */
const isShadowed = (cue: Cue, cues: readonly Cue[]): boolean =>
  cues.some(
    (other) =>
      other !== cue &&
      other.voice === 'infinitive' &&
      other.from <= cue.from &&
      cue.to < other.to &&
      other.entry.frames.includes('t'),
  )

/** A clause after the cue. */
function forward(context: Context, cue: Cue): boolean {
  const { view, sentence, cues, work } = context
  const { frames, addressed } = cue.entry
  let at = cue.to
  const particle = cue.entry.particles.includes(view.lower[at] ?? '') && /^(out|on)$/.test(view.lower[at]!)
  if (particle) at++
  const afterAddressee = addressed ? skipAddressee(view, at, sentence) : at
  const that = frames.includes('t') ? complementizerAfter(view, sentence, at, afterAddressee, cue) : -1
  let start = that
  let rule: 'that-clause' | 'bare-clause' | 'participle' = 'that-clause'
  if (start === -1 && frames.includes('b')) {
    const told = cue.entry.lemma === 'tell' || cue.entry.lemma === 'assure'
    const open = skipAdjuncts(view, told ? afterAddressee : at, sentence)
    if (
      open < sentence.to &&
      (!told || afterAddressee > at) &&
      startsClause(view, open, sentence) &&
      isClauseNotObject(view, open, sentence, cue)
    ) {
      start = open
      rule = 'bare-clause'
    } else if (view.lower[open] === ':' && view.quoteOf[open + 1] === -1 && hasVerb(view, open + 1, sentence.to)) {
      // "The minister said: the dam is safe", a quotation that was printed without its marks.
      start = open + 1
      rule = 'bare-clause'
    }
  }
  if (start === -1) return false
  const end =
    cue.from === sentence.from ? openingEnd(view, sentence, start) : clauseEnd(view, sentence, start, cues, cue)
  if (wordsIn(view, { from: start, to: end }) < (rule === 'that-clause' ? 2 : 3)) return false
  if (rule === 'bare-clause' && isComparison(view, cue)) return false
  const source = speakerOf(context, cue)
  if (source === undefined) return false
  if (cue.voice === 'participle') rule = 'participle'
  if (rule === 'bare-clause' && source === null) return false
  record(work, view, rule, { source, cue: particle ? { ...cue, to: at } : cue, content: contentOf(view, start, end) })
  return true
}

/** "Asked whether he would go, Lind said": the comma after which the main clause begins; no comma, no clause. */
function openingEnd(view: BlockView, sentence: Range, start: number): number {
  for (let at = start + 2; at < sentence.to; at++) {
    if (view.lower[at] === ',' && view.quoteOf[at] === view.quoteOf[start]) return at
    if (view.lower[at - 1] === ',' && view.quoteOf[at - 1]! >= 0 && view.quoteOf[at] === view.quoteOf[at - 1])
      return at + 1
  }
  return start
}

/** Verbs that rarely take a plain object: what follows them is a clause. */
const CLAUSE_VERBS = new Set(
  'say think believe claim insist argue hope fear tell suggest allege contend assure add feel acknowledge concede'.split(
    ' ',
  ),
)

/** After other verbs ("predicted a win", "denied the charge") only a pronoun or an early verb makes a clause of it. */
function isClauseNotObject(view: BlockView, at: number, sentence: Range, cue: Cue): boolean {
  if (/^[\d$€£]/.test(view.lower[at]!) && cue.entry.lemma === 'add') return false
  if (CLAUSE_VERBS.has(cue.entry.lemma)) return true
  const first = view.lower[at]!
  if (SUBJECT_PRONOUNS.has(first) && !/^(this|these|those|it)$/.test(first)) return true
  for (let index = at + 1; index < Math.min(sentence.to, at + 9); index++) {
    if (/^(,|who|which|that|when|where)$/.test(view.lower[index]!)) return false
    if (AUXILIARIES.has(view.lower[index]!) && !/^['’]s$/.test(view.lower[index]!)) return true
  }
  return false
}

/** "as found by", "as said before": a comparison, whose subject stands elsewhere. */
const isComparison = (view: BlockView, cue: Cue): boolean => cue.verb === cue.from && view.lower[cue.from - 1] === 'as'
