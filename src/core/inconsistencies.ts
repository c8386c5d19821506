/** What does not fit together inside one document: told to the reader, never smoothed over. */
import { chainById } from './chains/chain-index.ts'
import type { Chain, Doc, Quotation, Timex, Utterance } from './doc.ts'
import type { DocumentRecord, Notice } from './document.ts'
import { fold } from './fold.ts'
import { contains, firstFrom, hullOf, overlaps, type Span, sliceOf } from './span.ts'
import { chosenAttributions, type Statement } from './statement.ts'
import { questionableSaying, questionableTimexes } from './timexes/questionable.ts'

/** More than a reader would read, and a page that is nothing but faults is not worth a list of them. */
const MOST = 50

/** Notices of a document that a pipeline with chains and utterances has read, in text order; none where layers are missing. */
export function inconsistenciesIn(document: DocumentRecord, doc: Doc, statements: readonly Statement[]): Notice[] {
  return [
    ...headlineSpeakers(document.id, doc, statements),
    ...openQuotations(doc, statements),
    ...oddDates(doc, statements),
  ]
    .sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
    .slice(0, MOST)
}

// ── a headline that names another speaker than the text

/** Two statements of which one shortens the other share at least so many words of content, and so great a part of the shorter. */
const LEAST_SHARED = 2
const LEAST_SHARE = 0.3

function headlineSpeakers(documentId: string, doc: Doc, statements: readonly Statement[]): Notice[] {
  const { blocks, chains, utterances, attributions } = doc.layers
  if (blocks === undefined || chains === undefined || utterances === undefined || attributions === undefined) return []
  const headlines = blocks.filter(({ kind }) => kind === 'headline')
  if (headlines.length === 0) return []
  const isHeadline = (span: Span): boolean => headlines.some((headline) => contains(headline, span))
  const speakers = speakersOf(documentId, doc, utterances)
  const spoken = statements.flatMap((statement) => {
    const chain = speakers.get(statement.id)
    return chain === undefined ? [] : [{ statement, chain, isAbove: isHeadline(statement.content.spans[0]!) }]
  })
  const below = spoken.filter(({ isAbove }) => !isAbove)
  return spoken.flatMap(({ statement, chain, isAbove }): Notice[] => {
    if (!isAbove || chain.kind !== 'person' || chain.references.some((reference) => !isHeadline(reference))) return []
    const words = contentWords(doc, statement)
    const others = below.filter(
      (other) => other.chain.kind === 'person' && isRendering(words, contentWords(doc, other.statement)),
    )
    const name = sliceOf(doc.text, chain.name!)
    // Another spelling, or a part of the name, is the same person.
    if (others.length === 0 || below.some((other) => sharesPart(name, sliceOf(doc.text, other.chain.name!)))) return []
    const found = sliceOf(doc.text, others[0]!.chain.name!)
    return [
      {
        code: 'headline-names-other-speaker',
        message: `The headline has “${name}” say this; the text below never names “${name}” and gives a statement like it to “${found}”.`,
        span: chain.name,
        statement: statement.id,
      },
    ]
  })
}

/** The chain of each statement's speaker, where it has a name. */
function speakersOf(documentId: string, doc: Doc, utterances: readonly Utterance[]): ReadonlyMap<string, Chain> {
  const byAttribution = new Map(utterances.map((utterance) => [utterance.attribution, utterance]))
  const speakers = new Map<string, Chain>()
  for (const [id, attribution] of chosenAttributions(documentId, doc.layers.attributions!)) {
    const speaker = byAttribution.get(attribution.id)?.speaker?.chain ?? null
    const chain = speaker === null ? null : chainById(doc, speaker)
    if (chain !== null && chain.name !== null) speakers.set(id, chain)
  }
  return speakers
}

function contentWords({ text, layers: { tokens = [], words } }: Doc, { content }: Statement): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { start, end } of content.spans) {
    for (let i = firstFrom(tokens, start); i < tokens.length && tokens[i]!.end <= end; i++) {
      const upos = words?.upos[i]
      if (upos === undefined || CONTENT.has(upos))
        found.add((words?.lemma[i] ?? sliceOf(text, tokens[i]!)).toLowerCase())
    }
  }
  return found
}

const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'])

function isRendering(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  let shared = 0
  for (const word of words) if (others.has(word)) shared++
  return shared >= LEAST_SHARED && shared >= LEAST_SHARE * Math.min(words.size, others.size)
}

const sharesPart = (name: string, other: string): boolean => {
  const parts = new Set(fold(name).split(' '))
  return fold(other)
    .split(' ')
    .some((part) => parts.has(part))
}

// ── quotations without an end

function openQuotations({ text, layers: { quotations = [] } }: Doc, statements: readonly Statement[]): Notice[] {
  return quotations
    .filter(({ balanced, style }) => !balanced && style !== 'block')
    .flatMap((quotation): Notice[] => {
      const span = hullOf(quotation.spans)!
      const statement = statements.find(({ content }) => content.spans.some((each) => overlaps(each, span)))
      // Marks outside of statements are a matter of the page's typing, not of the record.
      if (statement === undefined) return []
      return [
        {
          code: 'quotation-unbalanced',
          message: `A quotation is opened and never closed: “${openingOf(text, quotation)}”. Where the words quoted end is inferred.`,
          span,
          statement: statement.id,
        },
      ]
    })
}

const LONGEST_OPENING = 60
/** The first half of a pair whose second was cut off. */
const HALF = /[\uD800-\uDBFF]$/

function openingOf(text: string, { spans }: Quotation): string {
  const opening = sliceOf(text, spans[0]!)
  return opening.length <= LONGEST_OPENING ? opening : `${opening.slice(0, LONGEST_OPENING).replace(HALF, '')} …`
}

// ── dates that cannot be right

/** Weekdays that do not fit their dates, wherever they stand; of other dates those on which something is said to have been said. */
function oddDates(doc: Doc, statements: readonly Statement[]): Notice[] {
  const { timexes } = doc.layers
  if (timexes === undefined) return []
  const spoken = (timex: Timex): Statement | undefined =>
    statements.find(({ said }) => said.span !== null && overlaps(said.span, timex))
  const mismatched = questionableTimexes(doc as Doc<'timexes'>).filter(({ why }) => why === 'weekday-mismatch')
  const notices = mismatched.map(({ timex: id, message }): Notice => {
    const timex = timexes[Number(id.slice(1)) - 1]!
    const statement =
      spoken(timex) ?? statements.find(({ content }) => content.spans.some((span) => overlaps(span, timex)))
    return { code: 'weekday-mismatch', message, span: spanOf(timex), statement: statement?.id ?? null }
  })
  for (const statement of statements) {
    const span = statement.said.span
    if (span === null) continue
    for (let at = firstFrom(timexes, span.start); at < timexes.length && timexes[at]!.start < span.end; at++) {
      const odd = questionableSaying(doc, timexes[at]!)
      if (odd !== null) {
        notices.push({
          code: 'date-questionable',
          message: odd.message,
          span: spanOf(timexes[at]!),
          statement: statement.id,
        })
      }
    }
  }
  return notices
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })
