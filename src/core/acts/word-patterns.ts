/** Patterns over words, for the rows of acts: "call+ on|for", "give+ ~3 green light". */
import { progressive, regularPast, thirdPerson } from '../english/inflect.ts'

/** A word in lower case with straight apostrophes; `§` stands where the content begins, `$` where what is looked at ends. */
export type WordList = readonly string[]

/** One step: these words, or up to `gap` words of any kind. */
type Step = { readonly words: ReadonlySet<string>; readonly optional: boolean } | { readonly gap: number }

export type WordPattern = readonly Step[]

/** Forms that no rule of spelling gives. */
const IRREGULAR: Readonly<Record<string, string>> = {
  ban: 'banned banning',
  bar: 'barred barring',
  be: 'is are was were am been being',
  bear: 'bore borne',
  beg: 'begged begging',
  break: 'broke broken',
  cut: 'cut cutting',
  do: 'does did done doing',
  drop: 'dropped dropping',
  face: 'faced',
  fall: 'fell fallen',
  feel: 'felt',
  fight: 'fought',
  find: 'found',
  forbid: 'forbade forbad forbidden forbidding',
  forecast: 'forecast forecasted',
  foresee: 'foresaw foreseen',
  give: 'gave given',
  go: 'goes went gone',
  have: 'has had having',
  hit: 'hit hitting',
  hold: 'held',
  impel: 'impelled impelling',
  keep: 'kept',
  lay: 'laid',
  let: 'let letting',
  make: 'made',
  meet: 'met',
  pay: 'paid',
  permit: 'permitted permitting',
  plan: 'planned planning',
  plead: 'pled',
  put: 'put putting',
  rebut: 'rebutted rebutting',
  say: 'said',
  seek: 'sought',
  send: 'sent',
  shoot: 'shot',
  shut: 'shut shutting',
  slam: 'slammed slamming',
  spurn: 'spurned',
  stand: 'stood',
  stop: 'stopped stopping',
  swear: 'swore sworn',
  take: 'took taken',
  tell: 'told',
  think: 'thought',
  throw: 'threw thrown',
  undertake: 'undertook undertaken',
  understand: 'understood',
  withdraw: 'withdrew withdrawn',
  write: 'wrote written',
}

const formsOf = (base: string): string[] => [
  base,
  thirdPerson(base),
  regularPast(base),
  progressive(base),
  ...(IRREGULAR[base]?.split(' ') ?? []),
]

/**
 * `a|b` one of these words, `word+` any of its forms, `word?` may be missing, `~3` up to three words of any kind, `@name` a list of
 * `lists`. Patterns are separated by ` / `.
 */
export const patternsOf = (source: string, lists: Readonly<Record<string, ReadonlySet<string>>> = {}): WordPattern[] =>
  source.split(' / ').map((pattern) =>
    pattern
      .trim()
      .split(/\s+/)
      .map((part): Step => {
        if (part.startsWith('~')) return { gap: Number(part.slice(1)) }
        const optional = part.endsWith('?') && part.length > 1
        const alternatives = (optional ? part.slice(0, -1) : part).split('|')
        const words = alternatives.flatMap((word) => {
          if (word.startsWith('@')) return [...lists[word.slice(1)]!]
          return word.endsWith('+') ? formsOf(word.slice(0, -1)) : [word]
        })
        return { words: new Set(words), optional }
      }),
  )

/** Whether `pattern` stands in `words` from `at` on; the index after its last word, or -1. */
export function matchAt(pattern: WordPattern, words: WordList, at: number, step = 0): number {
  const part = pattern[step]
  if (part === undefined) return at
  if ('gap' in part) {
    for (let skipped = 0; skipped <= part.gap && at + skipped <= words.length; skipped++) {
      const end = matchAt(pattern, words, at + skipped, step + 1)
      if (end >= 0) return end
    }
    return -1
  }
  const word = words[at]
  if (word !== undefined && part.words.has(word)) {
    const end = matchAt(pattern, words, at + 1, step + 1)
    if (end >= 0) return end
  }
  return part.optional ? matchAt(pattern, words, at, step + 1) : -1
}

/** First words by which `pattern` can begin; null where it may begin with anything. */
export function openingsOf(pattern: WordPattern): ReadonlySet<string> | null {
  const words = new Set<string>()
  for (const part of pattern) {
    if ('gap' in part) return null
    for (const word of part.words) words.add(word)
    if (!part.optional) return words
  }
  return null
}

/** Patterns of many rows, looked up by the word they begin with; earlier rows win. */
export function indexed<Row>(
  rows: readonly Row[],
  patternsOfRow: (row: Row) => readonly WordPattern[],
): ReadonlyMap<string, readonly { readonly row: Row; readonly order: number; readonly pattern: WordPattern }[]> {
  const table = new Map<string, { row: Row; order: number; pattern: WordPattern }[]>()
  rows.forEach((row, order) => {
    for (const pattern of patternsOfRow(row)) {
      for (const word of openingsOf(pattern) ?? []) {
        const list = table.get(word)
        if (list === undefined) table.set(word, [{ row, order, pattern }])
        else list.push({ row, order, pattern })
      }
    }
  })
  return table
}

/** The first row, in the table's order, one of whose patterns begins at a word of `from` up to `to`; null for none. */
export function firstRow<Row>(
  table: ReturnType<typeof indexed<Row>>,
  words: WordList,
  from: number,
  to: number,
): { readonly row: Row; readonly at: number; readonly end: number } | null {
  let best: { row: Row; order: number; at: number; end: number } | null = null
  for (let at = from; at < to; at++) {
    for (const { row, order, pattern } of table.get(words[at]!) ?? []) {
      // Those of one word stand in the table's order.
      if (best !== null && order >= best.order) break
      const end = matchAt(pattern, words, at)
      if (end >= 0) best = { row, order, at, end }
    }
  }
  return best
}
