/** The noun phrase that begins at a token, as far as one who is told something or tells it needs it: head, name, owner. */
import { MONTHS, TIME_NOUNS, WEEKDAYS } from '../../english/words.ts'
import type { Span } from '../../span.ts'
import { spanOf } from '../../token-columns.ts'
import type { Name, ReportView } from './report-view.ts'

export interface Phrase {
  /** Tokens from and up to, exclusive, without what hangs on the head by a preposition. */
  readonly from: number
  readonly to: number
  /** Token of the head noun; for names their last token. */
  readonly head: number
  /** The name that is the head. */
  readonly name: Name | null
  /** Other names in the phrase: "CNN" of "CNN's Ann Lee" and of "CNN host Ann Lee". */
  readonly owners: readonly Name[]
  /** First token after all that belongs to it: "of …", "in Ohio", further names after "and". */
  readonly end: number
  readonly many: boolean
}

const OPENERS = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON'])
/** Longest phrase looked at, in tokens. */
const LONGEST = 24

/** Null where no noun phrase begins. */
export function phraseAt(view: ReportView, from: number, limit: number): Phrase | null {
  const base = baseAt(view, from, limit)
  if (base === null) return null
  let end = base.to
  const owners = [...base.owners]
  let many = isPlural(view, base.head)
  for (let parts = 0; parts < 6 && end < limit; parts++) {
    const next = hangsOn(view, base, end, limit)
    if (next === null) break
    const of = view.lower[end] === 'of' ? view.names[view.mention[next - 1]!] : undefined
    if (of?.kind === 'publication') owners.push(of)
    if (isJoined(view, end, next)) many = true
    end = next
  }
  return { ...base, owners, end, many }
}

/** "the king and the queen", "reporters and editors"; "the mayor and former judge" is one. */
function isJoined(view: ReportView, at: number, next: number): boolean {
  if (view.lower[at] !== 'and' && view.lower[at] !== 'or' && view.lower[at] !== ',') return false
  return (
    view.upos[at + 1] === 'DET' ||
    POSSESSIVES.has(view.lower[at + 1]!) ||
    view.mention[next - 1]! >= 0 ||
    isPlural(view, next - 1)
  )
}

type Base = Pick<Phrase, 'from' | 'to' | 'head' | 'name' | 'owners'>

function baseAt(view: ReportView, from: number, limit: number): Base | null {
  const { lower, upos, mention, names } = view
  const owners: Name[] = []
  let head = -1
  let name: Name | null = null
  // "NBC's Meet the Press": a programme that is no noun phrase is its outlet.
  let before: Base | null = null
  let at = from
  const last = Math.min(limit, from + LONGEST)
  while (at < last) {
    const index = mention[at]!
    if (index >= 0) {
      const found = names[index]!
      if (name !== null) owners.push(name)
      name = found
      while (at < last && mention[at] === index) at++
      head = at - 1
      continue
    }
    const word = lower[at]!
    if (head >= 0 && (isTime(word) || word === 'that')) break
    if (at === from && (WEEKDAYS.has(word) || MONTHS.has(word)) && lower[at + 1] !== "'s") return null
    // "UNN reports": a verb that is taken for a noun.
    if (head >= 0 && name?.kind === 'publication' && REPORTS.has(word)) break
    if (upos[at] === 'PRON' && !POSSESSIVES.has(word)) {
      if (head < 0 && at === from) return { from, to: at + 1, head: at, name: null, owners }
      break
    }
    if (word === "'s" || (word === "'" && head >= 0)) {
      if (head < 0) return null
      before = { from, to: at, head, name, owners: [...owners] }
      if (name !== null) owners.push(name)
      name = null
      head = -1
      at++
      continue
    }
    if (upos[at] === 'NOUN' || upos[at] === 'PROPN') {
      if (name !== null) owners.push(name)
      name = null
      head = at++
      continue
    }
    if (upos[at] === 'DET' && at > from && head >= 0) break
    // "Mr. King", "Sen. Lund".
    if (word === '.' && head === at - 1 && isTitle(view, at) && at + 1 < last) {
      at++
      continue
    }
    if (word === '-' || word === '/' || word === '&') {
      if (at + 1 < last && head >= 0 && OPENERS.has(upos[at + 1]!)) at++
      else break
      continue
    }
    if (head >= 0 && name === null && QUOTES.has(word)) break
    if (OPENERS.has(upos[at]!) || POSSESSIVES.has(word) || (head < 0 && isModifier(view, at, from))) {
      if (head >= 0 && upos[at] !== 'ADJ' && upos[at] !== 'NUM') break
      if (head >= 0 && !reachesNoun(view, at, last)) break
      at++
      continue
    }
    break
  }
  return head < 0 ? before : { from, to: head + 1, head, name, owners }
}

const REPORTS = new Set(['reports', 'writes', 'notes', 'quotes', 'says'])
const SHORT_TITLES = new Set('mr mrs ms dr sen rep gov gen col lt st prof rev hon capt sgt'.split(' '))
const isTitle = ({ lower, doc: { layers } }: ReportView, at: number): boolean =>
  SHORT_TITLES.has(lower[at - 1]!) && layers.tokens[at - 1]!.end === layers.tokens[at]!.start

const POSSESSIVES = new Set('my your his her its our their whose'.split(' '))
/** "a widely read column", "cheering supporters". */
const isModifier = ({ upos, lower }: ReportView, at: number, from: number): boolean =>
  upos[at] === 'VERB'
    ? at > from || (/(?:ing|ed)$/.test(lower[at]!) && upos[at + 1] === 'NOUN')
    : upos[at] === 'ADV' && at > from
const QUOTES = new Set(['"', '“', '”', "''", '``'])

const isTime = (word: string): boolean =>
  WEEKDAYS.has(word) ||
  MONTHS.has(word) ||
  TIME_NOUNS.has(word) ||
  word === 'last' ||
  word === 'earlier' ||
  word === 'late'

/** An adjective behind a noun belongs to the phrase where another noun follows. */
function reachesNoun(view: ReportView, at: number, last: number): boolean {
  const next = at + 1
  return next < last && (view.upos[next] === 'NOUN' || view.upos[next] === 'PROPN') && !isTime(view.lower[next]!)
}

/** The end of "of the union", "in Ohio", "and his staff" behind a phrase; null where nothing of that kind follows. */
function hangsOn(view: ReportView, base: Base, at: number, limit: number): number | null {
  const { lower, mention, names } = view
  const word = lower[at]!
  if (word === 'of' || (word === 'for' && lower[base.head]!.startsWith('spokes')))
    return baseAt(view, at + 1, limit)?.to ?? null
  if (base.name === null && PLACERS.has(word) && isIndefinite(view, base)) {
    const after = baseAt(view, at + 1, limit)
    if (after !== null && after.name !== null && names[mention[after.head]!]?.kind === 'place') return after.to
    return null
  }
  if (word === 'and' || word === 'or' || word === ',') {
    const after = baseAt(view, at + 1, limit)
    if (after === null || (base.name === null) !== (after.name === null)) return null
    if (word === ',' && !(lower[after.to] === 'and' || lower[after.to] === ',')) return null
    if (word === ',' && base.name?.kind !== after.name?.kind) return null
    return after.to < limit && isVerbNext(view, after.to) ? null : after.to
  }
  return null
}

const PLACERS = new Set(['in', 'at'])
const isIndefinite = (view: ReportView, base: Base): boolean =>
  view.lower[base.from] === 'a' || view.lower[base.from] === 'an'
const isVerbNext = ({ upos, lower }: ReportView, at: number): boolean =>
  (upos[at] === 'VERB' || upos[at] === 'AUX') && lower[at] !== 'to'

const isPlural = ({ lower, upos, lemma, mention }: ReportView, at: number): boolean =>
  (upos[at] === 'NOUN' || (upos[at] === 'PROPN' && mention[at]! < 0)) && lemma[at]!.toLowerCase() !== lower[at]

/** What names it: people and outlets without titles and articles, everything else as it stands. */
export function namingSpan(view: ReportView, phrase: Phrase): Span {
  const { name, from, head, end, many } = phrase
  if (name === null || (many && end > phrase.to)) return spanOf(view, from, end)
  const { start } = name
  if (name.kind !== 'person' && name.kind !== 'publication' && view.lower[from] === 'the')
    return spanOf(view, from, head + 1)
  return { start, end: name.end }
}
