/** Which act an attribution is: its cue first, then the words, the mood and the time of its content. */
import type { ActType } from '../doc.ts'
import type { ActDoc, ActView, Word } from './act-view.ts'
import { CONTENT_ROWS, type ContentRow } from './content-rows.ts'
import { CUE_ROWS, type CueRow } from './cue-rows.ts'
import { futureOf } from './future.ts'
import { namesOwn, type OwnSide, ownSide } from './own-side.ts'
import { FUTURES, NEGATIONS, ORDERS } from './word-lists.ts'
import { firstRow, indexed } from './word-patterns.ts'

export interface ActEvidence {
  readonly type: ActType
  /** The row or the rule that told: "cue: demands", "content: not so", "order". */
  readonly by: string
  /** The row says no itself. */
  readonly isNegativeRow: boolean
  readonly cueNegated: boolean
}

const CUES = indexed<CueRow>(CUE_ROWS, ({ patterns }) => patterns)
const CONTENTS = indexed<ContentRow>(CONTENT_ROWS, ({ patterns }) => patterns)
const HELPERS = new Set(
  "will would 'll wo ca can could may might must should do does did has have had is are was were be been also then again neither to".split(
    ' ',
  ),
)
/** Sentences of one content that are looked at. */
const MOST_SENTENCES = 6
const CLASHES = new Set(['war', 'conflict', 'confrontation', 'clash', 'retaliation'])

export function readAct(doc: ActDoc, view: ActView): ActEvidence {
  const helpers = trailing(view.beforeCue)
  const words = [...helpers, ...view.cueWords]
  const cue = view.cueWords.slice(0, view.cueLength)
  const cueNegated = [...helpers, ...cue].some((word) => NEGATIONS.has(word))
  const bare = view.attribution.cue.length === 0 && view.attribution.source.length === 0
  const found = bare
    ? firstRow(CUES, wordsOf(view.sentences[0] ?? []), 0, (view.sentences[0]?.length ?? 0) + 1)
    : firstRow(CUES, words, 0, helpers.length + view.cueLength)
  const row = found?.row ?? null
  const read = (type: ActType, by: string, isNegativeRow = false, isCueNegated = cueNegated): ActEvidence => ({
    type,
    by,
    isNegativeRow,
    cueNegated: isCueNegated,
  })
  if (row === null || row.act === 'by content') {
    if (row === null && view.attribution.manner === 'thought') return read('opinion', 'manner: thought')
    const content = byContent(doc, view, row !== null)
    if (content !== null) return read(content.type, content.by, content.negative)
    if (row !== null) return read('prediction', 'cue: warns')
    // "Norway will send material": the cue itself is what is going to be done.
    if (cue.some((word) => FUTURES.has(word))) return read('commitment', 'cue: future')
    return read('assertion', 'nothing')
  }
  // "'Who knew?' she demanded", "'Leave us,' she asked": the mood of the quotation is surer than the verb behind it.
  if (view.isDirect && (row.act === 'demand' || row.act === 'question')) {
    const content = byContent(doc, view, false)
    if (content?.by === 'order' || content?.by === 'question mark') return read(content.type, content.by)
  }
  const tookNo = row.act === 'no-comment' || row.act === 'refusal' || row.name === 'will not exclude'
  return read(row.act, `cue: ${row.name}`, row.negative, tookNo ? false : cueNegated)
}

interface Read {
  readonly type: ActType
  readonly by: string
  readonly negative: boolean
}

function byContent(doc: ActDoc, view: ActView, isWarning: boolean): Read | null {
  let known: OwnSide | null = null
  const side = (): OwnSide => {
    known ??= ownSide(doc, view)
    return known
  }
  let weak: Read | null = null
  for (const [index, sentence] of view.sentences.slice(0, MOST_SENTENCES).entries()) {
    const read = ofSentence(doc, view, sentence, view.asks[index]!, side, isWarning)
    if (read === null) continue
    // Indirect speech is one sentence; of a quotation the first that does something counts.
    if (read.type !== 'question' || index === 0) return read
    weak ??= read
  }
  return weak
}

function ofSentence(
  doc: ActDoc,
  view: ActView,
  sentence: readonly Word[],
  asks: boolean,
  side: () => OwnSide,
  isWarning: boolean,
): Read | null {
  if (asks) return { type: 'question', by: 'question mark', negative: false }
  if ((view.isDirect || view.isBeforeCue) && isOrder(sentence)) return { type: 'demand', by: 'order', negative: false }
  const row = rowOf(view, sentence, isWarning)
  const future = futureOf(doc, view, sentence, side)
  if (isWarning && future === 'own') return { type: 'threat', by: 'own future, warned', negative: false }
  const isWeak = row === null || row.act === 'criticism' || row.act === 'prediction'
  if (isWeak && future === 'own') return { type: 'commitment', by: 'own future', negative: false }
  if (row !== null) return { type: row.act, by: `content: ${row.name}`, negative: row.negative }
  if (future === 'other' && sentence.some(({ word }) => CLASHES.has(word)) && namesOwn(doc, sentence, side()))
    return { type: 'threat', by: 'own clash', negative: false }
  return future === null ? null : { type: 'prediction', by: 'other future', negative: false }
}

function rowOf(view: ActView, sentence: readonly Word[], isWarning: boolean): ContentRow | null {
  const words = wordsOf(sentence)
  if (isWarning) {
    const warned = firstRow(WARNINGS, words, 0, words.length)
    if (warned !== null) return warned.row
  }
  const found = firstRow(CONTENTS, words, 0, words.length)
  if (found === null) return null
  const { only } = found.row
  const fits = only === null || (only === 'warning' ? isWarning : view.isDirect)
  if (fits) return found.row
  return firstRow(PLAIN_CONTENTS, words, 0, words.length)?.row ?? null
}

const WARNINGS = indexed<ContentRow>(
  CONTENT_ROWS.filter(({ only }) => only === 'warning'),
  ({ patterns }) => patterns,
)

const PLAIN_CONTENTS = indexed<ContentRow>(
  CONTENT_ROWS.filter(({ only }) => only === null),
  ({ patterns }) => patterns,
)

/** `§ … $`, without what marks the content as reported and the marks at its end. */
function wordsOf(sentence: readonly Word[]): string[] {
  const words = sentence.map(({ word }) => word)
  while (words.length > 0 && /^[.,;:!?…-]$/.test(words.at(-1)!)) words.pop()
  if (words[0] === 'that') words.shift()
  return ['§', ...words, '$']
}

/** A verb that opens the sentence in its bare form, with something to be done behind it. */
function isOrder(sentence: readonly Word[]): boolean {
  let at = 0
  while (/^(please|so|and|but|then|now|just|well|no|yes|,|first)$/.test(sentence[at]?.word ?? '')) at++
  const first = sentence[at]
  const second = sentence[at + 1]?.word ?? ''
  if (first === undefined || !ORDERS.has(first.word)) return false
  if (first.word === 'please') return true
  // "Help arrived", "Release is near": a noun with its verb.
  return (
    !/^(is|was|are|were|has|had|will|would|from|of|arrived|came|for|'s|can|could)$/.test(second) ||
    (first.word === 'look' && second === 'for')
  )
}

/** The helping words right before the cue. */
function trailing(words: readonly string[]): string[] {
  let from = words.length
  while (from > 0 && (HELPERS.has(words[from - 1]!) || NEGATIONS.has(words[from - 1]!) || /ly$/.test(words[from - 1]!)))
    from--
  return words.slice(from)
}
