/** The page for checking: one quotation or a whole draft held against the record. */
import type { LedgerSummary } from '../app/ports.ts'
import type { DraftReport } from '../app/verify-draft.ts'
import type { QuoteMatch, Verification } from '../app/verify-quote.ts'
import type { DocumentRecord } from '../core/document.ts'
import { wordsOf } from '../core/wording/words-of.ts'
import { type AskedQuote, verifyAddress } from './addresses.ts'
import { diffLegend, diffWords, isSame } from './diff-words.ts'
import { draftResult } from './draft-result.ts'
import { type Html, html } from './html.ts'
import { knownSpeakers } from './known-speakers.ts'
import { page } from './layout.ts'
import { documentAddress, statementPageAddress } from './query.ts'
import { alteration, placeOf } from './quote-match.ts'
import { verdictHeadings, verdictMeaning, verdictSigns } from './verdict-words.ts'
import { counted, langTag, percent } from './wording.ts'

/** Documents of the matches, by id. */
export type Places = ReadonlyMap<string, DocumentRecord>

export interface VerifyView {
  /** What stands in the form. */
  readonly asked: AskedQuote
  /** Whether this server can read drafts. */
  readonly drafts: boolean
  readonly summary: Pick<LedgerSummary, 'documents' | 'speakers'>
  /** Words of the ledger to try with; null where it has none. */
  readonly example: string | null
  /** Why there is no answer. */
  readonly problem: string | null
  readonly answer: VerifyAnswer | null
}

export type VerifyAnswer =
  | { readonly kind: 'quotation'; readonly verification: Verification; readonly places: Places }
  | { readonly kind: 'draft'; readonly report: DraftReport; readonly places: Places }

/** As much as the form takes. */
export const LONGEST_DRAFT = 200_000

export function verifyPage(view: VerifyView): string {
  const { answer, asked } = view
  return page({
    title:
      answer === null
        ? 'Verify a quotation'
        : answer.kind === 'draft'
          ? 'A draft, verified'
          : titleFor(answer.verification),
    section: 'verify',
    twin: answer?.kind === 'quotation' ? verifyAddress(asked, '/api/v1/verify') : null,
    modules: [],
    body: html`<div class="verify">
<header class="verify-head">
<h1 class="headline">Verify a quotation</h1>
${answer === null && html`<p class="lead">Was this really said, in these words, by this person? Paste a quotation, or a whole draft to check everything it puts between quotation marks.</p>`}
</header>
${view.problem !== null && html`<p class="verify-problem" role="alert" id="verify-problem">${view.problem}</p>`}
${form(view)}
${answer?.kind === 'quotation' && quotationResult(answer.verification, answer.places, view)}
${answer?.kind === 'draft' && draftResult(answer.report, answer.places, view.summary.documents)}
${answer === null && teaching(view)}
</div>`,
  })
}

const titleFor = ({ verdict }: Verification): string => verdictHeadings[verdict]

const form = ({ asked: { quote, speaker, document, publisher }, drafts, problem, answer, summary }: VerifyView): Html =>
  html`<form class="verify-form${answer?.kind === 'draft' && ' read'}" action="/verify" method="post">
<p class="verify-quote"><label for="v-quote">Quotation${drafts && ' or draft'}</label>
<textarea id="v-quote" name="quote" rows="4" required maxlength="${LONGEST_DRAFT}"${problem !== null && html` aria-describedby="verify-problem" aria-invalid="true"`}>
${quote}</textarea></p>
<p class="verify-speaker"><label for="v-speaker">Said by <span class="quiet">(may be left open; a draft tells by itself)</span></label>
<input id="v-speaker" name="speaker" type="text" value="${speaker ?? ''}" maxlength="500" autocomplete="off" list="v-speakers">${knownSpeakers('v-speakers', summary.speakers)}</p>
${place('document', 'In the document', document)}${place('publisher', 'Published by', publisher)}<p class="verify-submit"><button type="submit" name="as" value="quotation">Check quotation</button>
${drafts && html`<button type="submit" name="as" value="draft" class="second">Check every quotation in a draft</button>`}</p>
</form>`

/** Only an address asks for a place; then it stands in the form, where it can be changed. */
const place = (name: 'document' | 'publisher', label: string, value: string | undefined): Html | false =>
  value !== undefined &&
  html`<p><label for="v-${name}">${label}</label>
<input id="v-${name}" name="${name}" type="text" value="${value}" maxlength="4000" autocomplete="off"></p>
`

function quotationResult(verification: Verification, places: Places, { asked, summary }: VerifyView): Html {
  const { verdict, matches } = verification
  const differs = matches.some(({ diff, similarity }) => similarity >= NEAR && !isSame(diff))
  return html`<section class="verdict v-${verdict}" aria-labelledby="verdict">
<h2 id="verdict"><span class="sign" aria-hidden="true">${verdictSigns[verdict]}</span> ${verdictHeadings[verdict]}</h2>
<p class="meaning">${verdictMeaning(verification, asked.speaker ?? null)}${verdict === 'not-found' && ` It was looked for in ${counted(summary.documents, 'document')}.`}</p>
${wordsOf(verification.quote.slice(0, 1000)).length < FEW && html`<p class="meaning">So few words are in many texts: found or not, they prove little.</p>`}
${matches.length > 0 && html`<h3>${verdict === 'not-found' ? 'The nearest passages' : counted(matches.length, 'passage')}</h3>`}
${differs && diffLegend}
${matches.length > 0 && html`<ol class="matches">\n${matches.map((match) => passage(match, places))}</ol>`}
</section>`
}

/** Words of a quotation that can be told from a chance. */
const FEW = 4

/** What has fewer of the words is near by chance: then its differences would only confuse. */
const NEAR = 0.4

function passage(match: QuoteMatch, places: Places): Html {
  const document = places.get(match.document)
  return html`<li class="match">
<blockquote lang="${langTag(document?.language ?? 'und')}" dir="auto">${match.similarity < NEAR ? match.text : diffWords(match.diff)}</blockquote>
${match.similarity >= NEAR && alteration(match)}
<p class="who">${match.speaker === null ? html`<span class="unknown">given to nobody</span>` : html`<span class="speaker"><bdi>${match.speaker}</bdi></span>`}, in ${placeOf(match, document)}</p>
<p class="labels"><span class="label">${match.similarity === 1 ? 'every word' : `${percent(match.similarity)} of the words`}</span> ${
    match.statement !== null
      ? html`<a class="label" href="${statementPageAddress(match.statement)}">the statement</a>`
      : html`<a class="label" href="${documentAddress(match.document)}">the document</a>`
  }</p>
</li>
`
}

function teaching({ summary, example }: VerifyView): Html {
  if (summary.documents === 0) {
    return html`<section class="teaching"><h2>Nothing to hold it against yet</h2>
<p>This ledger is empty. Add pages with <code>onrecord add article.html</code>, and quotations can be checked against them.</p></section>`
  }
  const tried = example === null ? null : verifyAddress({ quote: example })
  return html`<section class="teaching">
<h2>What you get</h2>
<p>Say the record has: <span class="sample">“The tunnel will not be closed this summer,” Mira Halvorsen said.</span></p>
<dl>
<div><dt><span class="sign" aria-hidden="true">=</span> ${verdictHeadings.verbatim}</dt><dd><span class="sample">“the tunnel will not be closed”</span></dd></div>
<div><dt><span class="sign" aria-hidden="true">≈</span> ${verdictHeadings.altered}</dt><dd><span class="sample">“The tunnel will ${diffWords([{ op: 'delete', text: 'not ' }])}be closed this summer”</span> The change touches a negation.</dd></div>
<div><dt><span class="sign" aria-hidden="true">≠</span> ${verdictHeadings['other-speaker']}</dt><dd>the same, said to be by Jonas Eide</dd></div>
<div><dt><span class="sign" aria-hidden="true">?</span> ${verdictHeadings['not-found']}</dt><dd><span class="sample">“the mayor resigned”</span></dd></div>
</dl>
<p>Case, punctuation and the kind of quotation marks do not count; … and [words in brackets] stand for what was left out or put in.</p>
${tried !== null && html`<p>Try it with words of this ledger: <a class="sample" href="${tried}">“<bdi>${example}</bdi>”</a></p>`}
</section>`
}
