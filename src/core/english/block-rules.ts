/** Rules about whole blocks: headlines, "- Kirby said." under a quoted block, "This was stated by …". */
import { hasVerb } from './adjuncts.ts'
import { type BlockView, isCapitalised, isWord, type Range, spanOf, wordsIn } from './block-view.ts'
import { record, type Work } from './candidate.ts'
import type { Cue } from './cue-finder.ts'
import { INVERTIBLE } from './cue-subject.ts'
import { nounPhraseFrom } from './phrase-after.ts'
import { canSpeak } from './phrase-shape.ts'
import { subjectBefore } from './source-finder.ts'
import { AUXILIARIES, SUBORDINATORS } from './words.ts'

/** Labels that stand before a headline's colon without speaking. */
const LABELS = new Set(
  (
    'live analysis explainer opinion editorial comment exclusive breaking update updated watch video photos pictures gallery listen podcast review preview ' +
    'profile obituary factbox timeline infographic quiz recap fact factcheck report special interview q&a poll map graphic data read key letters correction ' +
    'column columnist investigation feature essay how why what who where when inside revealed explained summary highlights results scores recipe weather sport ' +
    'business politics world science health culture travel technology news briefing note tip question answer step part chapter day week'
  ).split(' '),
)

/** "X: claim" and "claim - X". */
export function applyHeadlineRules(work: Work, view: BlockView): void {
  if (view.block.kind !== 'headline' || work.found[view.index]!.length > 0) return
  const { from, to } = { from: 0, to: view.tokens.length }
  const colon = view.lower.indexOf(':')
  if (colon > 0 && colon < to - 2) {
    const label = { from, to: colon }
    const claim = { from: colon + 1, to }
    if (isSpeaker(view, label) && isClaim(view, claim)) {
      record(work, view, 'headline-colon', { source: label, cue: null, content: [spanOf(view, claim)] })
      return
    }
  }
  for (let at = to - 2; at > 2 && at >= to - 9; at--) {
    if (!/^(-|–|—|--)$/.test(view.lower[at]!) || view.tokens[at]!.start === view.tokens[at - 1]!.end) continue
    const speaker = { from: at + 1, to }
    const claim = { from, to: at }
    if (isSpeaker(view, speaker) && isClaim(view, claim)) {
      record(work, view, 'headline-dash', { source: speaker, cue: null, content: [spanOf(view, claim)] })
    }
    return
  }
}

/** A name or role of a few words, and no label of the page's. */
function isSpeaker(view: BlockView, range: Range): boolean {
  if (wordsIn(view, range) > 6 || wordsIn(view, range) === 0) return false
  for (let at = range.from; at < range.to; at++) {
    const word = view.lower[at]!
    if (LABELS.has(word) || AUXILIARIES.has(word) || SUBORDINATORS.has(word) || /\d/.test(word)) return false
    if (!isWord(view, at) && !/^[.'’&/-]$|^['’]s$/.test(word)) return false
  }
  return canSpeak(view, range, true) && !hasVerb(view, range.from, range.to)
}

/** Something that can be claimed: a clause or a quotation. */
function isClaim(view: BlockView, range: Range): boolean {
  if (wordsIn(view, range) < 3) return false
  for (let at = range.from; at < range.to; at++) if (view.quoteOf[at]! >= 0) return true
  return hasVerb(view, range.from, range.to) || headlineVerb(view, range)
}

/** Headlines are in the present tense: a lower-case or capitalised word in -s after the first, or "to" + verb. */
function headlineVerb(view: BlockView, range: Range): boolean {
  for (let at = range.from + 1; at < range.to - 1; at++) {
    const word = view.lower[at]!
    if (word === 'to' || word === 'not') return true
    if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !isCapitalised(view, at)) return true
  }
  return false
}

/** A paragraph that only says who said the one before: "- Kirby said." */
export function applyDashAfterBlock(work: Work, view: BlockView): void {
  const dashed = /^(-|–|—|--)$/.test(view.lower[0] ?? '')
  const before = work.views[view.index - 1]
  if (!dashed || before === undefined || view.tokens.length > 16) return
  if (before.block.kind !== 'paragraph' && before.block.kind !== 'quote' && before.block.kind !== 'standfirst') return
  const sentence = { from: 1, to: view.tokens.length }
  const cue = work.cues[view.index]!.flat().find((other) => other.entry.frames.includes('q'))
  if (cue === undefined) return
  const inverted = cue.from === 1
  const source = inverted ? nounPhraseFrom(view, sentence, cue.to, false) : subjectBefore(view, sentence, cue.from)
  if (source === null || !canSpeak(view, source, true) || (!inverted && source.from !== 1)) return
  // A clause after the cue has its own content: "- Kirby said that …" is a list item.
  if (wordsIn(view, { from: Math.max(cue.to, source.to), to: view.tokens.length }) > 4) return
  const content = [spanOf(before, { from: 0, to: before.tokens.length })]
  for (const quote of before.quotes) work.usedQuotations.add(quote.quotation.id)
  record(work, view, 'dash-after-block', { source, cue, content })
}

/** A post from a network, embedded: its text, and under it "— Name (@handle) date". */
export function applyPost(work: Work, view: BlockView): void {
  const before = work.views[view.index - 1]
  if (!/^(-|–|—|--)$/.test(view.lower[0] ?? '') || before === undefined || before.block.kind === 'headline') return
  const bracket = view.lower.indexOf('(')
  if (bracket < 2 || bracket > 9 || view.lower[bracket + 1] !== '@' || view.tokens.length > 24) return
  const content = [spanOf(before, { from: 0, to: before.tokens.length })]
  for (const quote of [...before.quotes, ...view.quotes]) work.usedQuotations.add(quote.quotation.id)
  work.found[before.index]!.length = 0
  record(work, view, 'post', { source: { from: 1, to: bracket }, cue: null, content, manner: 'writing' })
}

/** "— If the bakery closes, said Zofia, I shall talk to my neighbours.": speech opened by a dash, without marks. */
export function applyDialogueDash(work: Work, view: BlockView): void {
  if (!/^(-|–|—|―)$/.test(view.lower[0] ?? '') || view.block.kind === 'headline' || view.quotes.length > 0) return
  if (work.found[view.index]!.length > 0) return
  for (const [index, sentence] of view.sentences.entries()) {
    const cue = work.cues[view.index]![index]!.find(
      (other) => INVERTIBLE.has(other.entry.lemma) && other.from > 1 && /^[,?!…–—-]$/.test(view.lower[other.from - 1]!),
    )
    if (cue === undefined) continue
    const source = nounPhraseFrom(view, sentence, cue.to, false)
    if (source === null || source.from !== cue.to || !canSpeak(view, source, true)) return
    let before = cue.from
    while (before > 1 && /^[,–—-]$/.test(view.lower[before - 1]!)) before--
    let after = source.to
    while (after < view.tokens.length && !isWord(view, after)) after++
    let end = view.tokens.length
    while (end > after && view.lower[end - 1] === '.') end--
    const content = [spanOf(view, { from: 1, to: before })]
    // After a comma or dash the speech goes on; after "and threw his gloves away" it does not.
    if (after < end && !isWord(view, source.to)) content.push(spanOf(view, { from: after, to: end }))
    record(work, view, 'dialogue-dash', { source, cue, content })
    return
  }
}

/** "This was stated by X", "Lavrov said this to …": the content is the sentence before. */
export function applyThisWasSaid(work: Work, view: BlockView, sentenceIndex: number, cues: readonly Cue[]): boolean {
  const sentence = view.sentences[sentenceIndex]!
  for (const cue of cues) {
    if (!/[qt]/.test(cue.entry.frames) || cue.entry.manner === 'thought' || cue.quote >= 0) continue
    const passive =
      cue.voice === 'passive' && cue.from - 1 === sentence.from && /^(this|that)$/.test(view.lower[cue.from - 1]!)
    const active =
      cue.voice === 'active' &&
      view.lower[cue.to] === 'this' &&
      /^(to|in|on|at|during|\.|,|after|while)$/.test(view.lower[cue.to + 1] ?? '.')
    if (!passive && !active) continue
    const source = passive ? agentOf(view, sentence, cue) : subjectBefore(view, sentence, cue.from)
    const content = sentenceBefore(work, view, sentenceIndex)
    if (source === null || content === null || !canSpeak(view, source, true)) continue
    record(work, view, 'this-was-said', { source, cue, content: [content] })
    return true
  }
  return false
}

function agentOf(view: BlockView, sentence: Range, cue: Cue): Range | null {
  for (let at = cue.to; at < Math.min(sentence.to, cue.to + 8); at++) {
    if (view.lower[at] === 'by') return nounPhraseFrom(view, sentence, at + 1, false)
  }
  return null
}

/** How many blocks back "this" may point: past a list or a few captions, no further. */
const BLOCKS_BACK = 20

/** The last full sentence of the text before: in this block, or in the nearest one of running text. */
function sentenceBefore(work: Work, view: BlockView, sentenceIndex: number) {
  let owner: BlockView | undefined = view
  let sentence: Range | undefined = view.sentences[sentenceIndex - 1]
  while (sentence === undefined) {
    owner = work.views[(owner as BlockView).index - 1]
    if (owner === undefined || owner.block.kind === 'headline' || view.index - owner.index > BLOCKS_BACK) return null
    if (owner.block.kind === 'paragraph' || owner.block.kind === 'standfirst' || owner.block.kind === 'quote')
      sentence = owner.sentences.at(-1)
  }
  let { to } = sentence
  const final = (owner as BlockView).lower[to - 1]
  if (final === '.' && to - 1 > sentence.from) to--
  return spanOf(owner as BlockView, { from: sentence.from, to })
}
