/** Conditions: "if the vote fails", "until Zelensky accepted", "in exchange for two pilots", whole clauses with their conjunction. */
import { firstFrom, overlaps, type Span } from '../span.ts'
import type { ActDoc, ActView } from './act-view.ts'
import { wordOf } from './act-view.ts'
import { CONDITION_ROWS, type ConditionRow } from './condition-rows.ts'
import { NEGATIONS } from './word-lists.ts'
import { matchAt, patternsOf } from './word-patterns.ts'

const PATTERNS = CONDITION_ROWS.map((row) => ({ row, pattern: patternsOf(row.pattern)[0]! }))
const OPENERS = new Set([
  'only',
  'if',
  'unless',
  'until',
  'till',
  'as',
  'so',
  'once',
  'provided',
  'providing',
  'on',
  'in',
  'before',
])
/** After these "if" is "whether", or no condition at all. */
const NOT_IF = new Set([
  'even',
  'as',
  'what',
  'see',
  'know',
  'ask',
  'asked',
  'asks',
  'asking',
  'wonder',
  'wondered',
  'knows',
  'knew',
  'unclear',
  'determine',
  'check',
  'inquired',
  'say',
  'sure',
  'doubt',
])
const NOT_ONCE = new Set([
  'at',
  'all',
  'than',
  'only',
  'for',
  'was',
  'were',
  'had',
  'has',
  'have',
  'who',
  'which',
  'more',
  'but',
])
const AFTER_ONCE = new Set([
  'again',
  'more',
  'and',
  'a',
  'every',
  ',',
  '.',
  'per',
  'upon',
  'considered',
  'called',
  'known',
  'said',
])
const NO_CLAUSE = new Set([
  'possible',
  'now',
  'then',
  'recently',
  'today',
  'tomorrow',
  'late',
  'last',
  'next',
  'at',
  'after',
  'early',
  'further',
  'needed',
  'necessary',
])
const END_MARKS = new Set(['.', '!', '?', ';', ':', '—', '–', '"', '”', '»', ')', '…', '“', '-'])
/** Words of one condition. */
const LONGEST = 60

interface Part extends Span {
  readonly word: string
}

/** The conditions of one attribution, in text order: in its content, and beside it in its sentence. */
export function conditionsOf(doc: ActDoc, view: ActView, type: string): Span[] {
  const found: Span[] = []
  const add = (span: Span | null) => {
    if (span !== null && !found.some((other) => overlaps(other, span))) found.push(span)
  }
  for (const parts of view.parts) {
    for (let at = 0; at < parts.length; at++) {
      if (OPENERS.has(parts[at]!.word)) add(conditionAt(doc, parts, at, type))
    }
  }
  const beside = besides(doc, view)
  if (beside.before.length > 0) add(conditionAt(doc, beside.before, 0, type))
  if (beside.after.length > 0) add(conditionAt(doc, beside.after, beside.after[0]!.word === ',' ? 1 : 0, type))
  return found.sort((a, b) => a.start - b.start).slice(0, 4)
}

function partsOf({ text, layers: { tokens } }: ActDoc, span: Span, most = 600): Part[] {
  const parts: Part[] = []
  for (let at = firstFrom(tokens, span.start); at < tokens.length && parts.length < most; at++) {
    const token = tokens[at]!
    if (token.start >= span.end) break
    parts.push({ start: token.start, end: token.end, word: wordOf(text.slice(token.start, token.end)) })
  }
  return parts
}

/** What the sentence holds before the attribution begins, and right after its content. */
function besides(doc: ActDoc, { attribution, content, near }: ActView): { before: Part[]; after: Part[] } {
  const { sentences } = doc.layers
  const { source, cue } = attribution
  const start = Math.min(content.start, ...[...source, ...cue].map((span) => span.start))
  const first = sentences[firstFrom(sentences, start + 1) - 1]
  const last = sentences[firstFrom(sentences, content.end) - 1]
  const opens = (span: Span): boolean => {
    const [one, two] = partsOf(doc, span, 2)
    return OPENERS.has(one?.word ?? '') || (one?.word === ',' && OPENERS.has(two?.word ?? ''))
  }
  // What another attribution holds is that one's condition.
  const isFree = (span: Span): boolean => near.every(({ content: held }) => held.every((one) => !overlaps(one, span)))
  const stop = Math.min(
    last?.end ?? content.end,
    ...[...source, ...cue].filter((span) => span.start >= content.end).map((span) => span.start),
  )
  const partsOfFree = (from: number, to: number): Part[] => {
    const span = { start: from, end: to }
    if (to <= from || !opens(span)) return []
    const parts = partsOf(doc, span)
    return parts.every(isFree) ? parts : []
  }
  return { before: partsOfFree(first?.start ?? start, start), after: partsOfFree(content.end, stop) }
}

function conditionAt(doc: ActDoc, parts: readonly Part[], at: number, type: string): Span | null {
  const word = parts[at]?.word ?? ''
  if (!OPENERS.has(word)) return null
  const words = parts.slice(at, at + 6).map((part) => part.word)
  for (const { row, pattern } of PATTERNS) {
    const length = matchAt(pattern, words, 0)
    if (length < 0 || !isCondition(row, parts, at, length, doc, type)) continue
    return clauseFrom(parts, at, length)
  }
  if (word === 'before' && type === 'refusal' && hasVerb(parts, at + 1)) return clauseFrom(parts, at, 1)
  return null
}

function isCondition(
  row: ConditionRow,
  parts: readonly Part[],
  at: number,
  length: number,
  doc: ActDoc,
  type: string,
): boolean {
  const previous = parts[at - 1]?.word ?? ''
  const next = parts[at + length]?.word ?? ''
  if (next === '' || END_MARKS.has(next)) return false
  if (row.name === 'if') {
    if (NOT_IF.has(previous) || next === 'not' || next === 'any' || next === 'only') return false
    // "asked if anyone was missing": the whole content is what is asked.
    return !(type === 'question' && isFirst(parts, at))
  }
  if (row.name === 'once' && (NOT_ONCE.has(previous) || AFTER_ONCE.has(next))) return false
  if (row.name === 'as long as' && (previous === 'for' || next === 'it'))
    return next === 'it' && previous !== 'for' && parts[at + length + 1]?.word !== 'takes'
  if (!row.clause) return true
  if (NO_CLAUSE.has(next) || /^\d/.test(next)) return false
  const nextSpan = parts[at + length]!
  const time = doc.layers.timexes.find((timex) => timex.start <= nextSpan.end && timex.end > nextSpan.start)
  // "until Friday", "until the end of June" are times; "until the month is over" is a clause.
  if (time !== undefined)
    return hasVerb(
      parts.filter((part) => part.start >= time.end),
      0,
      3,
    )
  return hasVerb(parts, at + length)
}

const isFirst = (parts: readonly Part[], at: number): boolean =>
  parts.slice(0, at).every(({ word }) => END_MARKS.has(word))

const VERBS = new Set(
  "is are was were be been has have had does do did will would can could may might must should gets comes goes takes makes 's 're 've".split(
    ' ',
  ),
)

/** Whether a verb comes before the clause ends: an auxiliary, or a word that is spelt like one and does not open the phrase. */
function hasVerb(parts: readonly Part[], from: number, reach = 14): boolean {
  for (let at = from; at < parts.length && at < from + reach; at++) {
    const word = parts[at]?.word ?? ''
    if (END_MARKS.has(word) || word === ',') return false
    if (VERBS.has(word) || NEGATIONS.has(word)) return true
    if (at > from && /(ed|s|en|t)$/.test(word) && !/(ss|ous|ent|ant|est|'s|is|us|ist)$/.test(word)) return true
    if (
      at > from &&
      /^(they|we|you|i|people|all|both|guns|troops|forces|talks|sides)$/.test(parts[at - 1]!.word) &&
      /^[a-z]+$/.test(word)
    )
      return true
  }
  return false
}

/** From `at` to the end of its clause, without the mark that ends it. */
function clauseFrom(parts: readonly Part[], at: number, length: number): Span {
  const isInitial = parts
    .slice(0, at)
    .every(({ word }) => END_MARKS.has(word) || word === 'but' || word === 'and' || word === 'that' || word === ',')
  let end = at + length
  for (let i = at + length; i < parts.length && i < at + LONGEST; i++) {
    const { word } = parts[i]!
    if (END_MARKS.has(word) && !(word === '-' && i + 1 < parts.length)) {
      // A quotation may begin inside the clause.
      if (!(word === '“' || word === '"') || i === parts.length - 1) break
    }
    if (word === ',') {
      const after = parts[i + 1]?.word ?? ''
      if (
        isInitial ||
        /^(and|but|while|although|so|which|who|said|says|he|she|it|they|we|i|adding|stating|according|as|where|unless|then|namely|because)$/.test(
          after,
        ) ||
        after === ''
      )
        break
    }
    end = i + 1
  }
  while (end > at + length + 1 && parts[end - 1]!.word === ',') end--
  return { start: parts[at]!.start, end: parts[end - 1]!.end }
}
