/** Clauses of a short text: which words a negation reaches, what is possible or due or to come, and what holds under a condition only. */
import type { Span } from '../span.ts'
import { stemOf } from './stem.ts'
import {
  ALLEGED,
  CLAUSE_OPENERS,
  CONDITIONS,
  DENYING_VERBS,
  HEDGES,
  MODALS,
  type ModalClass,
  PLANNING,
} from './word-lists.ts'
import type { Word } from './words-of.ts'

/**
 * `fact`: present or past, told as so; `future`: will, would, plans to; `possible`: may, could, likely; `obliged`: must, should;
 * `unreal`: would have, could have.
 */
export type Modality = 'fact' | ModalClass | 'unreal'

export interface Clause {
  /** Indices of its first word and after its last one. */
  readonly from: number
  readonly to: number
  readonly modality: Modality
  /** Does it begin with if, unless, until, provided? */
  readonly conditional: boolean
  /** Told in the past or the perfect ("had", "was", "sent"); null where nothing tells. */
  readonly past: boolean | null
  /** Is what it says passed on as somebody else's claim: allegedly? */
  readonly alleged: boolean
  /** What makes the modality what it is; null for a fact. */
  readonly modal: Span | null
}

export interface Clauses {
  readonly clauses: readonly Clause[]
  /** Index of its clause, for each word. */
  readonly clauseOf: readonly number[]
  /** For each word: is it denied (an odd number of negations reaches it)? */
  readonly negated: readonly boolean[]
  /** What denies, each once, in order. */
  readonly negations: readonly Span[]
}

/** Reads `words` of `text`; `offset` is what was given to `wordsOf`. Linear in their number. */
export function clausesOf(text: string, words: readonly Word[], offset = 0): Clauses {
  const starts = clauseStarts(text, words, offset)
  const clauses: Clause[] = []
  const clauseOf: number[] = []
  const negated: boolean[] = words.map(() => false)
  const negations: Span[] = []
  for (const [index, from] of starts.entries()) {
    const to = starts[index + 1] ?? words.length
    clauses.push(clauseOfWords(words, from, to))
    for (let at = from; at < to; at++) clauseOf.push(index)
    deny(words, from, to, negated, negations)
  }
  return { clauses, clauseOf, negated, negations }
}

function clauseStarts(text: string, words: readonly Word[], offset: number): number[] {
  const starts = words.length > 0 ? [0] : []
  for (let at = 1; at < words.length; at++) {
    const begun = at - starts.at(-1)!
    if (begun > 1 && isBoundary(text, words, at, starts.at(-1)!, offset)) starts.push(at)
  }
  return starts
}

function isBoundary(text: string, words: readonly Word[], at: number, start: number, offset: number): boolean {
  const word = words[at]!
  if (word.first) return true
  // "until" and "after" begin a clause where a verb follows; as prepositions they part what belongs together only by a little.
  if (CLAUSE_OPENERS.has(word.form)) return true
  if (JOINING.has(word.form) && joinsClause(words, at, start)) return true
  const [from, to] = [words[at - 1]!.end - offset, word.start - offset]
  for (let place = from; place < to && place < from + 4; place++) {
    const mark = text[place]!
    if (mark === ';' || mark === ':' || mark === '–' || mark === '—' || mark === '(' || mark === '…') return true
    if (mark === ',') return !isListed(words, at)
    if (mark === '-' && to - from > 1) return true
  }
  return false
}

const JOINING: ReadonlySet<string> = new Set(['and', 'or', 'nor'])
const FINITE: ReadonlySet<string> = new Set("is are was were am has had have do does did 've 're 'm".split(' '))

/** "The wolf was back AND nobody had been hurt": a verb of its own stands on either side. */
function joinsClause(words: readonly Word[], at: number, start: number): boolean {
  const holdsVerb = ({ form, kind }: Word): boolean => kind === 'modal' || FINITE.has(form)
  const behind = words.slice(at + 1, at + 6)
  return behind.some(holdsVerb) && words.slice(Math.max(start, at - 20), at).some(holdsVerb)
}

/** "Britain, France and Italy": no clause begins at a name or number between commas. */
const isListed = (words: readonly Word[], at: number): boolean =>
  (words[at]!.kind === 'name' || words[at]!.form === 'and') && words[at - 1]!.kind === 'name'

function clauseOfWords(words: readonly Word[], from: number, to: number): Clause {
  let modality: Modality = 'fact'
  let modal: Span | null = null
  let past: boolean | null = null
  let alleged = false
  const first = words[from]!.form
  for (let at = from; at < to; at++) {
    const word = words[at]!
    const { form } = word
    if (ALLEGED.has(form)) alleged = true
    if (past === null && word.kind !== 'name') past = pastOf(words, at)
    if (modality === 'unreal') continue
    const found = modalAt(words, at, to)
    if (found !== null && (modality === 'fact' || found === 'unreal' || (modality === 'future' && HEDGES.has(form)))) {
      modality = found
      modal = { start: word.start, end: word.end }
    }
  }
  const conditional = CONDITIONS.has(first) || (first === 'only' && words[from + 1]?.form === 'if')
  return { from, to, modality, conditional, past, alleged, modal }
}

const PAST_AUXILIARIES: ReadonlySet<string> = new Set(['had', 'was', 'were', 'did', 'has', 'have', 'been'])
const PRESENT: ReadonlySet<string> = new Set(['is', 'are', 'am', 'does', 'do'])

function pastOf(words: readonly Word[], at: number): boolean | null {
  const { form, kind } = words[at]!
  if (PAST_AUXILIARIES.has(form)) return !(form.startsWith('ha') && words[at + 1]?.form === 'to')
  if (PRESENT.has(form)) return false
  if (kind !== 'word' || form.length < 4) return null
  return form.endsWith('ed') && !form.endsWith('eed') ? true : null
}

function modalAt(words: readonly Word[], at: number, to: number): Modality | null {
  const { form, kind } = words[at]!
  const next = words[at + 1]?.form
  if (kind === 'modal') {
    if (HEDGES.has(form)) return 'possible'
    const modal = MODALS.get(form)!
    for (let after = at + 1; after < Math.min(to, at + 4); after++) {
      const { form: later } = words[after]!
      if (later === 'have' && modal !== 'obliged' && isParticiple(words[after + 1])) return 'unreal'
    }
    return modal
  }
  // "he'd" is would or had: with a participle it is had.
  if (form === "'d") return isParticiple(words[at + 1]) ? null : 'future'
  if (BE_FORMS.has(form) && next === 'to') return 'future'
  if (next !== 'to') return PLANNING.has(form) && next === 'not' ? 'future' : null
  if (PLANNING.has(form)) return 'future'
  if (form === 'going' || form === 'about') return words[at - 1]?.kind === 'function' ? 'future' : null
  if (form === 'need' || form === 'needs' || form === 'have' || form === 'has' || form === 'had') return 'obliged'
  return null
}

const BE_FORMS: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were'])

const isParticiple = (word: Word | undefined): boolean =>
  word !== undefined && (/(?:ed|en|wn)$/.test(word.form) || (word.form !== word.stem && !word.form.endsWith('s')))

const denying: ReadonlySet<string> = new Set([...DENYING_VERBS].map(stemOf))

/** A negation that denies nothing: "not only", "no doubt". */
export interface FalseNegationRow {
  readonly words: string
  readonly example: string
  readonly not: string
}
export const FALSE_NEGATION_ROWS: readonly FalseNegationRow[] = [
  { words: 'not only', example: 'It hit not only the port', not: 'It did not hit the port' },
  { words: 'not just', example: 'It hit not just the port', not: 'It did not hit the port' },
  { words: 'not merely', example: 'It hit not merely the port', not: 'It did not hit the port' },
  { words: 'no doubt', example: 'No doubt it hit the port', not: 'It hit no port' },
  { words: 'no matter', example: 'It will hit the port no matter the cost', not: 'It will hit no port' },
  { words: 'no fewer', example: 'No fewer than six ships came', not: 'No ships came' },
  { words: 'no less', example: 'No less than six ships came', not: 'No ships came' },
  { words: 'no more', example: 'No more than six ships came', not: 'No ships came' },
  { words: 'no later', example: 'Ships will come no later than May', not: 'No ships will come' },
  { words: 'none other', example: 'It was none other than the mayor', not: 'None of them came' },
  { words: 'never before', example: 'Never before had the port been hit', not: 'The port was never hit' },
  { words: 'never again', example: 'Never again', not: 'The port was never hit' },
]
const falseNegations = new Set(FALSE_NEGATION_ROWS.map(({ words }) => words))

function deny(words: readonly Word[], from: number, to: number, negated: boolean[], negations: Span[]): void {
  /** How many negations begin to reach at each word of the clause. */
  const begun = new Map<number, number>()
  const own = new Set<number>()
  for (let at = from; at < to; at++) {
    const start = deniedFrom(words, at, from, to)
    if (start === null) continue
    negations.push({ start: words[at]!.start, end: words[at]!.end })
    begun.set(start, (begun.get(start) ?? 0) + 1)
    if (start <= at) own.add(at)
  }
  let reaching = 0
  for (let at = from; at < to && begun.size > 0; at++) {
    reaching += begun.get(at) ?? 0
    // No negation denies itself.
    negated[at] = (reaching - (own.has(at) ? 1 : 0)) % 2 === 1
  }
}

/**
 * Index of the first word that the negation at `at` reaches; null where there is none. Beside a verb or a subject it denies the
 * clause, "without" and "neither" what follows, a verb of denying what it governs.
 */
function deniedFrom(words: readonly Word[], at: number, from: number, to: number): number | null {
  const { form, stem, kind } = words[at]!
  if (kind === 'negation') {
    const next = words[at + 1]?.form ?? ''
    if (falseNegations.has(`${form} ${next}`)) return null
    // "No," as an answer.
    if (form === 'no' && (at + 1 === to || words[at + 1]!.first)) return null
    if (form === 'without' || form === 'nor' || form === 'neither') return at + 1
    return from
  }
  const rules = form === 'rule' || form === 'rules' || form === 'ruled' || form === 'ruling'
  if (rules && isOut(words, at, to)) return at + 1
  if (kind !== 'word' || !denying.has(stem)) return null
  // The fall of a price is no denial: "declined by 3%"; and nobody fails in "after talks failed".
  const governs = words[at + 1]?.form === 'to'
  if ((stem === 'declin' || stem === 'fail') && !governs) return null
  return at + 1 < to ? at + 1 : null
}

const isOut = (words: readonly Word[], at: number, to: number): boolean => {
  for (let after = at + 1; after < Math.min(to, at + 5); after++) if (words[after]!.form === 'out') return true
  return false
}
