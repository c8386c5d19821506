/** Where a text has the words of a quotation, exactly or nearly: the best stretch of it, and how much of the quotation stands there. */
import type { Span } from '../span.ts'
import { COMMON_WORDS, FUNCTION_WORDS } from '../wording/word-lists.ts'
import { type Word, wordsOf } from '../wording/words-of.ts'
import { diffWords } from './diff-words.ts'

/** A quotation as it is looked for: its parts are what stands between "…", "[…]" and an editor's brackets. */
export interface SoughtQuote {
  readonly text: string
  readonly words: readonly Word[]
  /** Words of each part, in order; none empty. */
  readonly parts: readonly (readonly string[])[]
}

export interface FoundQuote {
  /** In the text. */
  readonly span: Span
  /** 1 where every word stands there in order, cuts that the quotation marks itself aside; else less. */
  readonly similarity: number
}

/** Words that are looked for: what is longer is a speech, and its beginning tells which. */
const LONGEST = 400
/** Words of the text that may stand where a quotation marks a cut. */
const WIDEST_CUT = 300
/** Pieces that no quotation has more of. */
const MOST_PARTS = 12

export function soughtQuote(text: string): SoughtQuote {
  const words = wordsOf(text.slice(0, 40_000)).slice(0, LONGEST)
  const parts: string[][] = [[]]
  let depth = 0
  let end = 0
  for (const word of words) {
    const between = text.slice(end, word.start)
    const isCut = /…|\.\.\.|[[\]()]/.test(between)
    for (const mark of between) depth = mark === '[' ? 1 : mark === ']' ? 0 : depth
    if (isCut && parts.at(-1)!.length > 0) parts.push([])
    if (depth === 0) parts.at(-1)!.push(word.form)
    end = word.end
  }
  return { text, words, parts: parts.filter((part) => part.length > 0).slice(0, MOST_PARTS) }
}

/** Null where the text has next to nothing of it. @param words of the text, by `wordsOf`. */
export function findQuote(sought: SoughtQuote, words: readonly Word[]): FoundQuote | null {
  const forms = words.map(({ form }) => form)
  return exactly(sought.parts, forms, words) ?? nearly(sought, forms, words)
}

function exactly(parts: SoughtQuote['parts'], forms: readonly string[], words: readonly Word[]): FoundQuote | null {
  const [first, ...rest] = parts
  if (first === undefined) return null
  for (let at = indexOf(first, forms, 0, forms.length); at >= 0; at = indexOf(first, forms, at + 1, forms.length)) {
    let end = at + first.length
    const isWhole = rest.every((part) => {
      const next = indexOf(part, forms, end, end + WIDEST_CUT)
      end = next + part.length
      return next >= 0
    })
    if (isWhole) return { span: { start: words[at]!.start, end: words[end - 1]!.end }, similarity: 1 }
  }
  return null
}

function indexOf(part: readonly string[], forms: readonly string[], from: number, to: number): number {
  const last = Math.min(to, forms.length) - part.length
  for (let at = forms.indexOf(part[0]!, from); at >= 0 && at <= last; at = forms.indexOf(part[0]!, at + 1)) {
    let length = 1
    while (length < part.length && forms[at + length] === part[length]) length++
    if (length === part.length) return at
  }
  return -1
}

/** What a word tells: names and rare words find a passage, "the" and "said" do not. */
const weightOf = (form: string): number => (FUNCTION_WORDS.has(form) ? 0.2 : COMMON_WORDS.has(form) ? 0.5 : 1)

/**
 * The stretch that has most of the words, then those of them that stand there in order. Words of what stands before may count for
 * ones that come behind, so that the stretch ends too soon: some words more are tried, and taken where they fit better.
 */
function nearly({ parts }: SoughtQuote, forms: readonly string[], words: readonly Word[]): FoundQuote | null {
  const wanted = parts.flat()
  const stretch = bestStretch(wanted, forms)
  if (stretch === null) return null
  const further = { ...stretch, to: Math.min(forms.length, stretch.to + Math.ceil(wanted.length / 2)) }
  const [near, far] = [stretch, further].map((each) => alignedIn(each, wanted, forms, words))
  return near === null || (far !== null && far!.similarity > near!.similarity) ? far! : near!
}

interface Stretch {
  readonly from: number
  readonly to: number
}

function alignedIn(
  stretch: Stretch,
  wanted: readonly string[],
  forms: readonly string[],
  words: readonly Word[],
): FoundQuote | null {
  const total = wanted.reduce((sum, form) => sum + weightOf(form), 0)
  const steps = diffWords(forms.slice(stretch.from, stretch.to), wanted)
  const shared = steps.filter(({ before, after }) => before !== null && after !== null)
  const [first, last] = [shared[0]?.before, shared.at(-1)?.before]
  if (first === undefined || first === null || last === undefined || last === null) return null
  const found = shared.reduce((sum, { after }) => sum + weightOf(wanted[after!]!), 0)
  const extra = steps
    .filter(({ before, after }) => after === null && before! > first && before! < last)
    .reduce((sum, { before }) => sum + weightOf(forms[stretch.from + before!]!), 0)
  const span = { start: words[stretch.from + first]!.start, end: words[stretch.from + last]!.end }
  // All of it and more in between is not word for word either.
  return { span, similarity: Math.min(0.99, Math.round((found / (total + 0.5 * extra)) * 100) / 100) }
}

function bestStretch(wanted: readonly string[], forms: readonly string[]): Stretch | null {
  const width = Math.round(wanted.length * 1.5) + 6
  const want = new Map<string, number>()
  for (const form of wanted) want.set(form, (want.get(form) ?? 0) + 1)
  const have = new Map<string, number>()
  let [sum, best, bestAt] = [0, 0, -1]
  for (let at = 0; at < forms.length; at++) {
    const come = forms[at]!
    const count = (have.get(come) ?? 0) + 1
    have.set(come, count)
    if (count <= (want.get(come) ?? 0)) sum += weightOf(come)
    const gone = forms[at - width]
    if (gone !== undefined) {
      const left = have.get(gone)! - 1
      have.set(gone, left)
      if (left < (want.get(gone) ?? 0)) sum -= weightOf(gone)
    }
    if (sum > best + 1e-9) {
      best = sum
      bestAt = at
    }
  }
  return bestAt < 0 ? null : { from: Math.max(0, bestAt - width + 1), to: bestAt + 1 }
}

/** Words of a phrase that is looked up whole, and of the pieces that an altered quotation has kept. */
const PHRASE = 12
const PIECE = 5
const MOST_PIECES = 10

/**
 * Phrases that find a passage, as the quotation has them: the beginning of each part, which a quotation word for word has
 * together, and pieces of a few words, of which one that was altered has some.
 */
export function phrasesOf({ text, words, parts }: SoughtQuote): {
  readonly whole: string[]
  readonly pieces: string[]
} {
  const slice = (from: number, count: number): string => {
    const last = words[Math.min(from + count, words.length) - 1]
    return last === undefined ? '' : text.slice(words[from]!.start, last.end)
  }
  const whole =
    parts.length === 1 && words.length > 1 ? [slice(0, PHRASE), slice(Math.max(0, words.length - PHRASE), PHRASE)] : []
  const pieces: string[] = []
  for (let at = 0; at + 3 <= words.length && pieces.length < MOST_PIECES; at += PIECE) pieces.push(slice(at, PIECE))
  return { whole: [...new Set(whole)], pieces }
}

/** The words that find a passage: those that tell most, longest first, each once. */
export const tellingForms = ({ words }: SoughtQuote): string[] => [
  ...new Set(
    words
      .filter(({ kind, form }) => kind !== 'symbol' && form.length > 1 && !form.startsWith("'"))
      .toSorted((a, b) => weightOf(b.form) - weightOf(a.form) || b.form.length - a.form.length)
      .map(({ form }) => form),
  ),
]
