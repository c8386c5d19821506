/** Was this really said, by this speaker, there? A verdict on a quotation, with the passages that prove it. */
import { z } from 'zod'
import { alterationsIn, MEANINGS, type Meaning } from '../core/compare/altered-meaning.ts'
import {
  type FoundQuote,
  findQuote,
  phrasesOf,
  type SoughtQuote,
  soughtQuote,
  tellingForms,
} from '../core/compare/find-quote.ts'
import { wordDiff } from '../core/compare/word-diff.ts'
import { foldName } from '../core/fold.ts'
import { speakersAgree, voiceOf } from '../core/links/relate/side.ts'
import { hullOf, lengthOf, type Span, sliceOf } from '../core/span.ts'
import { NOBODY, type Speaker, type Statement } from '../core/statement.ts'
import { wordsOf } from '../core/wording/words-of.ts'
import type { Operation } from './perform.ts'
import type { Deps } from './ports.ts'
import type { Passage } from './verify-ports.ts'

export const VERDICTS = ['verbatim', 'altered', 'other-speaker', 'other-document', 'not-found'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface QuoteMatch {
  /** Id of the statement that the passage is part of; null where the page says it in no statement. */
  readonly statement: string | null
  readonly document: string
  readonly span: Span
  readonly text: string
  readonly speaker: string | null
  readonly similarity: number
  /** From the passage to the quotation. */
  readonly diff: readonly { readonly op: 'equal' | 'insert' | 'delete'; readonly text: string }[]
  readonly altersMeaning: readonly Meaning[]
}

export interface Verification {
  readonly quote: string
  readonly verdict: Verdict
  /** Who said it, as far as the best match tells; null without one. */
  readonly speaker: string | null
  /** The passage that decided first; primary records before reports. */
  readonly matches: readonly QuoteMatch[]
}

const name = z.string().max(500, 'at most 500 characters')

export const verifyInput = z.object({
  quote: z
    .string()
    .max(200_000, 'at most 200,000 characters: check a whole text as a draft')
    .refine((quote) => /[\p{L}\p{N}]/u.test(quote), 'expected the words of a quotation'),
  speaker: name.optional(),
  /** Id or address of the document in which it is said to stand. */
  document: z.string().max(4000, 'longer than any address').optional(),
  publisher: name.optional(),
})

export type VerifyInput = z.output<typeof verifyInput>

export const verifyQuote: Operation<typeof verifyInput, Verification, Pick<Deps, 'store'>> = {
  name: 'verifyQuote',
  summary: 'Hold a quotation against the record: verbatim, altered, of another speaker or document, or not found.',
  input: verifyInput,
  async run({ store }, asked) {
    const sought = soughtQuote(asked.quote)
    const [who, entries] = await Promise.all([
      speakerAsked(store, asked.speaker),
      store.passages({ ...phrasesOf(sought), words: tellingForms(sought) }, CANDIDATES),
    ])
    const found = entries.flatMap((entry) => matchIn(entry, sought, who, asked))
    return verdictOn(asked.quote, found)
  },
}

/** Documents that are read. */
const CANDIDATES = 40
/** From so much of its words on a passage is the quotation, altered. */
const NEAR = 0.6
/** What is shown of a quotation that is not found. */
const NEAREST = 3
const MOST_MATCHES = 10

/** Whom the user names: the entities that the name may mean, and the name itself. */
interface Asked {
  readonly name: string
  readonly entities: ReadonlySet<string>
}

async function speakerAsked(
  store: Pick<Deps['store'], 'speakersNamed'>,
  speaker: string | undefined,
): Promise<Asked | null> {
  if (speaker === undefined || foldName(speaker) === '') return null
  const rows = await store.speakersNamed(speaker)
  return { name: speaker, entities: new Set(rows.flatMap(({ entity }) => entity?.id ?? [])) }
}

function isAsked({ name: asked, entities }: Asked, speaker: Speaker | null): boolean {
  if (speaker === null) return false
  const ids = [speaker.entity, speaker.speaksFor?.entity, ...speaker.members.map(({ entity }) => entity)]
  if (ids.some((id) => id !== null && id !== undefined && entities.has(id))) return true
  const folded = foldName(asked)
  const names = [speaker.name, ...speaker.members.map((member) => member.name)].map(foldName)
  if (names.some((each) => ` ${each} `.includes(` ${folded} `))) return true
  return speakersAgree(voiceOf({ ...NOBODY, name: asked }), voiceOf(speaker)) === 'same'
}

interface Candidate {
  readonly match: QuoteMatch
  readonly url: string | null
  readonly isPrimary: boolean
  readonly published: string
  readonly rightSpeaker: boolean
  readonly rightPlace: boolean
}

function matchIn(entry: Passage, sought: SoughtQuote, who: Asked | null, asked: VerifyInput): Candidate[] {
  const { document, text } = entry
  const found = findQuote(sought, wordsOf(text))
  if (found === null) return []
  const statement = statementOver(entry, found.span)
  const speaker = statement?.speaker ?? null
  return [
    {
      match: matchOf(entry, sought, found, statement),
      url: document.url,
      isPrimary: document.kind !== 'report',
      published: document.published ?? '~',
      rightSpeaker: who === null || isAsked(who, speaker),
      rightPlace: isPlace(asked, entry),
    },
  ]
}

function isPlace({ document: place, publisher }: VerifyInput, { document }: Passage): boolean {
  const isThere = !place?.trim() || place === document.id || place === document.url
  return isThere && (!publisher?.trim() || foldName(publisher) === foldName(document.publisher ?? ''))
}

/** The smallest statement that has most of the passage. */
function statementOver({ statements }: Passage, span: Span): Statement | null {
  let best: Statement | null = null
  for (const statement of statements) {
    const hull = hullOf(statement.content.spans)!
    const shared = Math.min(hull.end, span.end) - Math.max(hull.start, span.start)
    if (shared < 0.8 * lengthOf(span)) continue
    if (best === null || lengthOf(hull) < lengthOf(hullOf(best.content.spans)!)) best = statement
  }
  return best
}

function matchOf(
  { document, text }: Passage,
  sought: SoughtQuote,
  { span, similarity }: FoundQuote,
  statement: Statement | null,
): QuoteMatch {
  const passage = sliceOf(text, span)
  const diff = similarity === 1 ? [] : wordDiff(passage, sought.text)
  const words = (op: 'insert' | 'delete') =>
    diff.filter((piece) => piece.op === op).flatMap((piece) => wordsOf(piece.text))
  const altered = alterationsIn(wordsOf(passage), sought.words, words('delete'), words('insert'))
  return {
    statement: statement?.id ?? null,
    document: document.id,
    span,
    text: passage,
    speaker: statement?.speaker?.name ?? null,
    similarity,
    diff:
      similarity === 1 ? [{ op: 'equal', text: passage }] : diff.map(({ op, text: piece }) => ({ op, text: piece })),
    altersMeaning: MEANINGS.filter((meaning) => altered.some(({ kind }) => kind === meaning)),
  }
}

/** Versions of one page that have the very same words of the same speaker are one match; the first stays. */
function onePerPage(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  return candidates.filter(({ url, match }) => {
    const key = JSON.stringify([url ?? match.document, match.text, match.speaker])
    return !seen.has(key) && seen.add(key)
  })
}

/** A record before reports of it, what fits better first, then the earliest. */
const inOrder = (a: Candidate, b: Candidate): number =>
  Number(b.rightSpeaker && b.rightPlace) - Number(a.rightSpeaker && a.rightPlace) ||
  Number(b.match.similarity === 1) - Number(a.match.similarity === 1) ||
  Number(b.isPrimary) - Number(a.isPrimary) ||
  b.match.similarity - a.match.similarity ||
  (a.published < b.published ? -1 : a.published > b.published ? 1 : a.match.document < b.match.document ? -1 : 1)

function verdictOn(quote: string, found: readonly Candidate[]): Verification {
  const near = found.filter(({ match }) => match.similarity >= NEAR).sort(inOrder)
  const exact = near.filter(({ match }) => match.similarity === 1)
  const answer = (verdict: Verdict, candidates: readonly Candidate[]): Verification => ({
    quote,
    verdict,
    speaker: verdict === 'not-found' ? null : (candidates[0]?.match.speaker ?? null),
    matches: onePerPage(candidates)
      .slice(0, verdict === 'not-found' ? NEAREST : MOST_MATCHES)
      .map(({ match }) => match),
  })
  const right = (each: Candidate): boolean => each.rightSpeaker && each.rightPlace
  if (exact.some(right)) return answer('verbatim', exact.filter(right).concat(near.filter((each) => !right(each))))
  // The very words, of somebody else or somewhere else, tell more than other words of the right one.
  const misplaced = exact.length > 0 ? exact : near
  if (exact.length === 0 && near.some(right)) return answer('altered', near)
  if (misplaced.some(({ rightPlace, rightSpeaker }) => rightPlace && !rightSpeaker)) {
    const others = misplaced.filter(({ rightPlace, rightSpeaker }) => rightPlace && !rightSpeaker)
    return answer('other-speaker', [...others, ...near.filter((each) => !others.includes(each))])
  }
  if (misplaced.length > 0) {
    const isElsewhere = misplaced.some(({ rightSpeaker }) => rightSpeaker)
    return answer(isElsewhere ? 'other-document' : 'other-speaker', near)
  }
  return answer(
    'not-found',
    [...found].sort((a, b) => b.match.similarity - a.match.similarity),
  )
}
