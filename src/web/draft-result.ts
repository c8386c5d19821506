/** A draft with a verdict on every quotation: its own text, the quotations numbered, each verdict beside its paragraph. */
import type { DraftQuotation, DraftReport } from '../app/verify-draft.ts'
import { VERDICTS, type Verdict } from '../app/verify-quote.ts'
import type { DocumentRecord } from '../core/document.ts'
import { type Mark, toSegments } from '../core/segments.ts'
import { type Span, sliceOf } from '../core/span.ts'
import { verifyAddress } from './addresses.ts'
import { diffLegend, diffWords, isSame } from './diff-words.ts'
import { type Html, html } from './html.ts'
import { alteration, placeOf } from './quote-match.ts'
import { shortVerdicts, verdictSigns } from './verdict-words.ts'
import { counted, number, percent } from './wording.ts'

interface Numbered {
  readonly number: number
  readonly quotation: DraftQuotation
}

export function draftResult(
  { text, quotations, notices, unchecked }: DraftReport,
  places: ReadonlyMap<string, DocumentRecord>,
  documents: number,
): Html {
  const all = quotations.map((quotation, index): Numbered => ({ number: index + 1, quotation }))
  const differs = quotations.some(({ verdict, matches }) => verdict === 'altered' && !isSame(matches[0]?.diff ?? []))
  return html`<section class="draft" aria-labelledby="draft-verdict">
<h2 id="draft-verdict">${quotations.length === 0 ? 'There is no quotation in it' : `${counted(quotations.length, 'quotation')}, held against ${counted(documents, 'document')}`}</h2>
${quotations.length === 0 && html`<p class="meaning">Only words between quotation marks are checked. For a sentence without them, use “Check quotation”.</p>`}
${telling(notices).length > 0 && html`<ul class="notices">${telling(notices).map(({ message }) => html`<li>${message}</li>`)}</ul>`}
${quotations.length > 0 && tally(all)}
${unchecked > 0 && html`<p class="meaning">${counted(unchecked, 'quotation')} more at the end of the draft ${unchecked === 1 ? 'was' : 'were'} not checked: check the rest of the text by itself.</p>`}
${differs && diffLegend}
<div class="draft-text">
${paragraphsOf(text).map((paragraph) => row(text, paragraph, all, places))}</div>
</section>`
}

/** What bears on which quotations are found; that a draft has no date, say, does not. */
const telling = (notices: DraftReport['notices']): DraftReport['notices'] =>
  notices.filter(({ code }) => TELLING.has(code))

const TELLING: ReadonlySet<string> = new Set(['language-without-pipeline', 'model-missing', 'quotation-unbalanced'])

/** How many of each verdict, each a link to the first. */
function tally(all: readonly Numbered[]): Html {
  const telling = all.filter(({ quotation }) => !quotation.tooShort)
  const kinds = VERDICTS.flatMap((verdict) => {
    const own = telling.filter(({ quotation }) => quotation.verdict === verdict)
    return own.length === 0 ? [] : [{ verdict, own }]
  })
  const short = all.filter(({ quotation }) => quotation.tooShort)
  return html`<ul class="verdict-tally">
${kinds.map(({ verdict, own }) => html`<li class="v-${verdict}"><a href="#v${own[0]!.number}"><span class="sign" aria-hidden="true">${verdictSigns[verdict]}</span> <strong>${number(own.length)}</strong> ${shortVerdicts[verdict]}</a></li>\n`)}${
  short.length > 0 &&
  html`<li><a href="#v${short[0]!.number}"><strong>${number(short.length)}</strong> too short to tell</a></li>\n`
}</ul>`
}

/** Lines of the text, without what is blank. */
function paragraphsOf(text: string): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') spans.push({ start: at, end: at + line.length })
    at += line.length + 1
  }
  return spans
}

function row(
  text: string,
  paragraph: Span,
  all: readonly Numbered[],
  places: ReadonlyMap<string, DocumentRecord>,
): Html {
  const here = all.filter(({ quotation: { span } }) => span.start < paragraph.end && span.end > paragraph.start)
  const begun = here.filter(({ quotation: { span } }) => span.start >= paragraph.start)
  return html`<div class="draft-row"><p dir="auto">${marked(text, paragraph, here)}</p>
${begun.length > 0 && html`<ul>${begun.map((each) => card(each, places))}</ul>`}</div>
`
}

function marked(text: string, paragraph: Span, quotations: readonly Numbered[]): Html[] {
  const marks = quotations.map(
    ({ number, quotation: { span } }): Mark => ({ ...span, statement: String(number), role: 'content' }),
  )
  const byNumber = new Map(quotations.map((each) => [String(each.number), each.quotation]))
  const begun = new Set<string>()
  return toSegments(paragraph, marks).map((segment) => {
    const slice = sliceOf(text, segment)
    const inner = segment.marks.at(-1)
    if (inner === undefined) return html`${slice}`
    const opened = segment.marks.filter(({ statement, start }) => start >= paragraph.start && !begun.has(statement))
    for (const { statement } of opened) begun.add(statement)
    const { verdict, tooShort } = byNumber.get(inner.statement)!
    return html`${opened.map(({ statement }) => referenceTo(statement, byNumber.get(statement)!))}<mark class="quoted ${tooShort ? 'short' : `v-${verdict}`}">${slice}</mark>`
  })
}

const referenceTo = (number: string, quotation: DraftQuotation): Html =>
  html`<a class="quote-ref" id="q${number}" href="#v${number}" aria-label="Quotation ${number}: ${wordsFor(quotation)}">${number}</a>`

const wordsFor = ({ verdict, tooShort }: DraftQuotation): string =>
  tooShort ? 'too short to tell' : shortVerdicts[verdict]

function card({ number, quotation }: Numbered, places: ReadonlyMap<string, DocumentRecord>): Html {
  const { verdict, matches, given, quote, tooShort } = quotation
  const best = matches[0]
  const alone = verifyAddress({ quote, speaker: given })
  return html`<li class="quote-card ${tooShort ? 'short' : `v-${verdict}`}" id="v${number}">
<p class="quote-head"><a class="quote-no" href="#q${number}" aria-label="Quotation ${number}, in the text">${number}</a> <strong>${!tooShort && html`<span class="sign" aria-hidden="true">${verdictSigns[verdict]}</span> `}${capital(wordsFor(quotation))}</strong></p>
<p class="quiet">${given === null ? 'the draft gives it to nobody by name' : html`given to <bdi>${given}</bdi>`}</p>
${best !== undefined && !tooShort && found(verdict, best, places)}
${alone !== null && html`<p class="labels"><a class="label" href="${alone}">check it alone</a></p>`}
</li>
`
}

/** Below that the nearest passage has nothing to do with the quotation, and its differences are noise. */
const NEAR = 0.4

function found(
  verdict: Verdict,
  best: DraftQuotation['matches'][number],
  places: ReadonlyMap<string, DocumentRecord>,
): Html | false {
  const isFound = verdict !== 'not-found'
  return (
    (isFound || best.similarity >= NEAR) &&
    html`${!isFound && html`<p class="quiet">The nearest has ${percent(best.similarity)} of the words:</p>`}
${verdict !== 'verbatim' && html`<blockquote dir="auto">${diffWords(best.diff)}</blockquote>`}
${isFound && alteration(best)}
<p class="where">${best.speaker === null ? html`<span class="unknown">given to nobody</span>` : html`<bdi>${best.speaker}</bdi>`}, in ${placeOf(best, places.get(best.document))}</p>`
  )
}

const capital = (words: string): string => words[0]!.toUpperCase() + words.slice(1)
