/** Rules that make a run of labelled tokens a name: where it begins and ends, and when it is none. */
import type { Doc, MentionKind, Upos } from './doc.ts'
import type { FoundMention } from './mention-agreement.ts'
import type { TokenRun } from './mention-decoding.ts'
import {
  hasOwnArticle,
  isGroup,
  isNobody,
  isOutlet,
  isProduct,
  kindByName,
  OFFICES,
  TITLES,
} from './mention-lexicon.ts'

/** A sentence as the rules look at it; token indexes are the document's. */
export interface SentenceView {
  readonly doc: Doc<'tokens' | 'words'>
  /** Forms of all tokens of the document. */
  readonly forms: readonly string[]
  readonly first: number
  readonly end: number
  /** A headline in title case, or all capitals: they do not tell a name there. */
  readonly isTitled: boolean
}

/** "St. Louis", "Dana J. Novak": the full stop after an abbreviation does not end the name. */
export function joinedOverStops(view: SentenceView, runs: readonly TokenRun[]): TokenRun[] {
  const joined: TokenRun[] = []
  for (const run of runs) {
    const before = joined.at(-1)
    const isOne =
      before !== undefined &&
      before.end === run.first - 1 &&
      formOf(view, before.end) === '.' &&
      (before.kind === run.kind || before.end - before.first === 1) &&
      /^(?:\p{Lu}|St|Ste|Mt|Ft)$/u.test(formOf(view, before.end - 1))
    if (isOne) joined[joined.length - 1] = { ...run, first: before.first }
    else joined.push(run)
  }
  return joined
}

/** The names in a run: mostly one, sometimes none, in a headline more than one. */
export function cleaned(view: SentenceView, run: TokenRun): FoundMention[] {
  const runs = view.isTitled ? partsBetweenVerbs(view, run) : [run]
  return runs.flatMap((part) => {
    const trimmed = withoutTitles(view, withoutEdges(view, part))
    if (!isName(view, trimmed)) return []
    const span = withoutHyphenation(view, trimmed)
    const name = view.doc.text.slice(span.start, span.end)
    const kind = kindOf(name, part.kind)
    return kind === null ? [] : [withArticle(view, trimmed.first, { ...span, kind })]
  })
}

const formOf = ({ forms }: SentenceView, token: number): string => forms[token]!

const uposOf = ({ doc }: SentenceView, token: number): Upos => doc.layers.words.upos[token]!

/** "Voters Abandon Party" is one run of capitals, but no name has a verb in the middle; "Rolling Stone" is no headline. */
function partsBetweenVerbs(view: SentenceView, { first, end, kind }: TokenRun): TokenRun[] {
  const parts: TokenRun[] = []
  let from = first
  for (let token = first; token <= end; token++) {
    if (token < end && !isPredicate(uposOf(view, token))) continue
    if (token > from) parts.push({ first: from, end: token, kind })
    from = token + 1
  }
  return parts
}

const isPredicate = (upos: Upos): boolean => upos === 'VERB' || upos === 'AUX' || upos === 'PRON' || upos === 'SCONJ'

/** No name begins or ends with these. */
const EDGES: ReadonlySet<Upos> = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'PUNCT', 'SCONJ'])

function withoutEdges(view: SentenceView, { first, end, kind }: TokenRun): TokenRun {
  let [from, to] = [first, end]
  while (from < to && isEdge(view, from)) from += 1
  while (to > from && isEdge(view, to - 1)) to -= 1
  return { first: from, end: to, kind }
}

function isEdge(view: SentenceView, token: number): boolean {
  if (!EDGES.has(uposOf(view, token))) return false
  // "Al", "Van", "WHO": the part of speech may be wrong where the word has capitals and is no function word of ours.
  const form = formOf(view, token)
  return form === form.toLowerCase() || FUNCTION_WORDS.has(form.toLowerCase())
}

const FUNCTION_WORDS = new Set(
  'a an the of and or for in on at by to from with as that this his her its their our my your is was'.split(' '),
)

/** "Foreign Minister Orlov" → "Orlov"; a title alone is no name. */
function withoutTitles(view: SentenceView, run: TokenRun): TokenRun {
  if (run.kind !== 'person') return run
  let first = run.first
  for (let token = run.first; token < run.end; token++) {
    const word = formOf(view, token).toLowerCase()
    const isTitle = OFFICES.has(word) || (token === first && (TITLES.has(word) || word === '.'))
    if (isTitle) first = token + 1
  }
  return { ...run, first }
}

/** Longer runs of capitals are lines of a list, or shouting. */
const LONGEST_PERSON = 6
const LONGEST = 10

function isName(view: SentenceView, { first, end, kind }: TokenRun): boolean {
  if (end <= first || end - first > (kind === 'person' ? LONGEST_PERSON : LONGEST)) return false
  let isProper = false
  let hasCapital = false
  for (let token = first; token < end; token++) {
    if (['PROPN', 'X', 'NUM'].includes(uposOf(view, token))) isProper = true
    if (/\p{Lu}/u.test(formOf(view, token))) hasCapital = true
  }
  // In running text a capital is evidence enough; where all words have one, a proper noun is asked for.
  return hasCapital && (isProper || !view.isTitled)
}

/** "New York-based" names New York, "anti-Assad" Assad; "Ki-moon" and "al-Assad" are left whole. */
const PREFIX = /^(?:anti|pro|ex|non|pre|post|mid|then|neo|trans|un)-(?=\p{Lu})/iu
const SUFFIX =
  /[-‐‑](?:\p{Ll}+ed|led|born|style|made|held|run|era|area|wide|bound|like|type|friendly|speaking|leaning)$/u

function withoutHyphenation(view: SentenceView, { first, end }: TokenRun): { start: number; end: number } {
  const { tokens } = view.doc.layers
  const prefix = PREFIX.exec(formOf(view, first))?.[0].length ?? 0
  const suffix = SUFFIX.exec(formOf(view, end - 1))?.[0].length ?? 0
  return { start: tokens[first]!.start + prefix, end: tokens[end - 1]!.end - suffix }
}

/** What the lexicon of facts knows wins over the network; null where it knows the name for a group of people. */
function kindOf(name: string, kind: MentionKind): MentionKind | null {
  if (isGroup(name) || isNobody(name, kind)) return null
  if (kind !== 'person' && isOutlet(name)) return 'publication'
  if (kind !== 'publication' && isProduct(name)) return 'product'
  return kindByName(name) ?? kind
}

/** "told The Economist": a capital inside a sentence makes the article part of the name; at its start only a known outlet's. */
function withArticle(view: SentenceView, first: number, found: FoundMention): FoundMention {
  const before = first - 1
  if (before < view.first || formOf(view, before) !== 'The' || view.isTitled || found.kind === 'person') return found
  const name = view.doc.text.slice(found.start, found.end)
  const isInside = before > view.first && uposOf(view, before - 1) !== 'PUNCT'
  const isOwn = isInside ? found.kind !== 'organisation' : hasOwnArticle(name)
  return isOwn ? { ...found, start: view.doc.layers.tokens[before]!.start } : found
}
