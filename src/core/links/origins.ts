/** How many of several pages tell something independently: copies, and what one agency or outlet told them, count once. */
import type { DocumentRecord } from '../document.ts'
import { fold } from '../fold.ts'
import type { Statement } from '../statement.ts'
import { resemblance } from './min-hash.ts'

/** What tells where a page has something from. */
export interface PageEvidence {
  readonly document: Pick<DocumentRecord, 'id' | 'url' | 'publisher' | 'authors' | 'original' | 'chars'>
  /** Null where the text is not known. */
  readonly sketch: Uint32Array | null
  /** Of the statements that are the same: through whom they came. */
  readonly via: Statement['via']
}

/** `version`: documents of one address, of which one came after the other. */
export type OriginReason = 'version' | 'copy' | 'credit' | 'publisher'

/** Pages that count as one report. */
export interface Origin {
  /** Ids of documents, in the order given. */
  readonly documents: readonly string[]
  /** Why they count as one, with the outlet they have in common, as a page names it; empty for a page alone. */
  readonly because: readonly { readonly reason: OriginReason; readonly outlet: string | null }[]
}

/**
 * How much of the shorter text has to stand in the longer one: docs/links-engine.md has what copies and independent pages
 * come to.
 */
const COPIED = 0.5
/** Equal numbers of a sketch below which an estimate is chance. */
const FEWEST = 6 / 64

/** In the order of their first pages. */
export function originsOf(pages: readonly PageEvidence[]): Origin[] {
  const leaders = pages.map((_, index) => index)
  const leaderOf = (index: number): number => {
    let at = index
    while (leaders[at] !== at) at = leaders[at]!
    return at
  }
  const reasons = pages.map(() => new Map<string, Origin['because'][number]>())
  const join = (a: number, b: number, reason: OriginReason, outlet: string | null): void => {
    const [first, second] = [leaderOf(a), leaderOf(b)].sort((x, y) => x - y) as [number, number]
    const why = reasons[first]!
    const key = `${reason} ${outlet === null ? '' : outletKey(outlet)}`
    if (!why.has(key)) why.set(key, { reason, outlet })
    if (first === second) return
    leaders[second] = first
    for (const [theirs, each] of reasons[second]!) if (!why.has(theirs)) why.set(theirs, each)
  }
  joinVersions(pages, join)
  joinByOutlet(pages, join)
  joinCopies(pages, join)
  return pages.flatMap((_, index) => {
    if (leaderOf(index) !== index) return []
    const documents = pages.flatMap(({ document }, other) => (leaderOf(other) === index ? [document.id] : []))
    return [{ documents, because: [...reasons[index]!.values()] }]
  })
}

type Join = (a: number, b: number, reason: OriginReason, outlet: string | null) => void

/** Whether one of the two has much of the other's text. */
export const isCopy = (a: PageEvidence, b: PageEvidence): boolean => containment(a, b) >= COPIED

/** Estimate of the share of the shorter text's shingles that the longer one has. */
export function containment(a: PageEvidence, b: PageEvidence): number {
  if (a.sketch === null || b.sketch === null) return 0
  const common = resemblance(a.sketch, b.sketch)
  if (common < FEWEST) return 0
  const [shorter, longer] = [a.document.chars, b.document.chars].sort((x, y) => x - y) as [number, number]
  return Math.min(1, (common * (1 + longer / Math.max(1, shorter))) / (1 + common))
}

const isVersion = ({ document: a }: PageEvidence, { document: b }: PageEvidence): boolean =>
  a.url !== null && a.url === b.url

/** A page that was changed is one report, however often it came in. */
function joinVersions(pages: readonly PageEvidence[], join: Join): void {
  const known = new Map<string, number>()
  for (const [index, { document }] of pages.entries()) {
    if (document.url === null) continue
    const first = known.get(document.url)
    if (first === undefined) known.set(document.url, index)
    else join(first, index, 'version', null)
  }
}

function joinCopies(pages: readonly PageEvidence[], join: Join): void {
  for (let a = 0; a < pages.length; a++) {
    for (let b = a + 1; b < pages.length; b++) {
      if (!isVersion(pages[a]!, pages[b]!) && isCopy(pages[a]!, pages[b]!)) join(a, b, 'copy', null)
    }
  }
}

/** Pages of one publisher, pages that credit one outlet or copy one address, and that outlet's own page. */
function joinByOutlet(pages: readonly PageEvidence[], join: Join): void {
  const credited = new Map<string, number>()
  const published = new Map<string, number>()
  for (const [index, { document }] of pages.entries()) {
    for (const key of [outletKey(document.publisher), addressKey(document.url)]) {
      if (key === null) continue
      const first = published.get(key)
      if (first === undefined) published.set(key, index)
      else if (!isVersion(pages[first]!, pages[index]!)) join(first, index, 'publisher', document.publisher)
    }
  }
  for (const [index, page] of pages.entries()) {
    for (const [key, outlet] of creditsOf(page)) {
      const first = credited.get(key) ?? published.get(key)
      if (!credited.has(key)) credited.set(key, index)
      if (first !== undefined && first !== index) join(first, index, 'credit', outlet)
      const own = published.get(key)
      if (own !== undefined && own !== index) join(own, index, 'credit', outlet)
    }
  }
}

/** Outlets and addresses that a page says it has its words from, by key; a person may tell many. */
function creditsOf({ document, via }: PageEvidence): ReadonlyMap<string, string> {
  const credits = new Map<string, string>()
  const add = (key: string | null, outlet: string): void => {
    if (key !== null && key !== outletKey(document.publisher)) credits.set(key, outlet)
  }
  for (const { name, kind } of via) if (kind === 'publication') add(outletKey(name), name)
  for (const author of document.authors) if (AGENCIES.has(outletKey(author) ?? '')) add(outletKey(author), author)
  if (document.original !== null) add(addressKey(document.original) ?? outletKey(document.original), document.original)
  return credits
}

/** One outlet under its names. */
const SAME: Readonly<Record<string, string>> = {
  ap: 'associated press',
  afp: 'agence france presse',
  upi: 'united press international',
  'thomson reuters': 'reuters',
  'itar tass': 'tass',
  ria: 'ria novosti',
  dpa: 'deutsche presse agentur',
  pa: 'press association',
  'pa media': 'press association',
}

/** In an author's place they are no persons. */
const AGENCIES: ReadonlySet<string> = new Set(
  'associated press|agence france presse|united press international|reuters|tass|ria novosti|deutsche presse agentur|press association|interfax|xinhua|kyodo|yonhap|ansa|efe|anadolu|ukrinform|unian|bloomberg|canadian press|australian associated press'.split(
    '|',
  ),
)

/** "The Associated Press", "AP" → "associated press". */
export function outletKey(name: string | null): string | null {
  const words = fold(name ?? '').match(/[\p{L}\p{N}]+/gu) ?? []
  if (words[0] === 'the') words.shift()
  while (words.length > 1 && ['agency', 'news', 'newswire', 'com'].includes(words.at(-1)!)) words.pop()
  const key = words.join(' ')
  return key === '' ? null : (SAME[key] ?? key)
}

/** An address without what does not tell one page from another; null for what is none. */
function addressKey(url: string | null): string | null {
  const [, rest] = /^https?:\/\/(?:www\.|m\.)?(.+)$/i.exec(url ?? '') ?? []
  if (rest === undefined) return null
  const bare = rest.split(/[?#]/)[0]!
  return `//${bare.endsWith('/') ? bare.slice(0, -1) : bare}`
}
