/** The page of one document: its text as an article, its statements marked and listed, and where it comes from. */
import type { ChangesAnswer } from '../app/get-changes.ts'
import type { DocumentEntry } from '../app/ports.ts'
import type { DocumentRecord, Notice } from '../core/document.ts'
import { changesAddress, sourceAddress } from './addresses.ts'
import { changeFragment, comparisonParts, kindWords, ON_A_DOCUMENT, versionsNav } from './change-parts.ts'
import { diffLegendOf } from './diff-words.ts'
import { type DocumentPart, inPart, partAsked, partsOf } from './document-parts.ts'
import { documentText, type NumberedStatement, numbered } from './document-text.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { documentAddress, fragmentOf } from './query.ts'
import { statementList } from './statement-list.ts'
import { counted, dateElement, langTag, languageName, publishedFromWords, webAddress } from './wording.ts'

/**
 * @param asked which part of a long document: by its number, or by an offset that it has.
 * @param changes its versions, and what changed since the one before; null where that is not known.
 */
export function documentPage(
  entry: DocumentEntry,
  asked: { part?: string; at?: string } = {},
  changes: ChangesAnswer | null = null,
): string {
  const { document, text, blocks, notices } = entry
  const all = numbered(entry.statements)
  const parts = partsOf(text, blocks, all)
  const part = partAsked(parts, asked.part, asked.at)
  const statements = inPart(part, all)
  const hasHeadline = blocks.some((block) => block.kind === 'headline' && block.start < block.end)
  return page({
    title: document.title ?? document.file ?? document.id,
    section: 'documents',
    twin: `/api/v1${documentAddress(document.id)}`,
    modules: statements.length > 0 ? ['highlight', 'follow'] : [],
    body: html`<div class="document" ${citationData(document)}${part.of > 1 && html` data-parts="${part.of}"`}>
<article>
<header class="document-head">
<p class="kicker">${publisherOf(document)} <span aria-hidden="true">·</span> ${dateElement(document.published)}${datedBy(document)}</p>
${!hasHeadline && html`<h1 class="headline" lang="${langTag(document.language)}" dir="auto">${titleOf(document)}</h1>`}
${changes !== null && versionsNav(changes)}
${noticeList(notices.filter(isOwn), all)}
</header>
${statements.length > 0 && legend}
<div class="text">
${documentText(text, blocks, statements, document.language, part)}</div>
${turningParts(document.id, part)}
${changes !== null && changesSection(changes)}
${provenance(entry)}
</article>
${all.length > 0 ? statementsAside(statements, all.length, entry, changes) : noStatements(entry)}
</div>`,
  })
}

const statementsAside = (
  statements: readonly NumberedStatement[],
  total: number,
  { document, notices }: DocumentEntry,
  changes: ChangesAnswer | null,
): Html =>
  html`<aside class="statements" aria-label="Statements in this document">
<div class="selected" id="selected" aria-live="polite">
${hint}
</div>
<h2>${statements.length < total ? html`${statements.length} of ${counted(total, 'statement')}` : counted(total, 'statement')}</h2>
${statementList(statements, document.language, notices, changedIn(changes))}
</aside>`

/** What became of the page later is told beside each statement and by the list of versions. */
const isOwn = ({ code }: Notice): boolean => code !== 'page-revised' && code !== 'statement-revised'

/** The changes since the version before; nothing on the first one, whose changes are those of the next. */
const sinceBefore = ({ document, comparison }: ChangesAnswer): ChangesAnswer['comparison'] =>
  comparison?.to === document ? comparison : null

function changesSection(answer: ChangesAnswer): Html | false {
  const comparison = sinceBefore(answer)
  if (comparison === null) return false
  const recordOf = (id: string): DocumentRecord => answer.versions.find(({ document }) => document.id === id)!.document
  return html`<section class="what-changed" aria-labelledby="what-changed">
<h2 id="what-changed">What changed in this version</h2>
${diffLegendOf('no longer in it', 'new in it')}
${comparisonParts(comparison, { from: recordOf(comparison.from), to: recordOf(comparison.to) }, changesAddress(answer.document))}
<p class="other-versions"><a href="${changesAddress(answer.document)}">Compare other versions</a></p>
</section>`
}

/** Statements of this version that the one before does not have like this, with the address that tells it. */
function changedIn(answer: ChangesAnswer | null): ReadonlyMap<string, { readonly words: string; readonly at: string }> {
  const comparison = answer === null ? null : sinceBefore(answer)
  if (answer === null || comparison === null) return new Map()
  const addressOf = (index: number): string =>
    `${index < ON_A_DOCUMENT ? '' : changesAddress(answer.document)}#${changeFragment(index)}`
  return new Map(
    comparison.changes.flatMap((change, index) =>
      change.after === null
        ? []
        : [[change.after.id, { words: kindWords(change).toLowerCase(), at: addressOf(index) }]],
    ),
  )
}

/** Where a long document goes on; nothing for one that is whole. */
const turningParts = (id: string, { number, of }: DocumentPart): Html | false =>
  of > 1 &&
  html`<nav class="turning" aria-label="Parts of this document">
${number > 1 && html`<a rel="prev" href="${documentAddress(id)}?part=${number - 1}">‹ Part ${number - 1}</a>`}
<span class="quiet">Part ${number} of ${of}</span>
${number < of && html`<a class="next" rel="next" href="${documentAddress(id)}?part=${number + 1}">Part ${number + 1} ›</a>`}
</nav>`

const noStatements = (
  entry: DocumentEntry,
): Html => html`<aside class="statements" aria-label="Statements in this document">
<h2>No statements</h2>
<p class="hint-none">${whyNone(entry)}</p>
</aside>`

const titleOf = (document: DocumentRecord): string => document.title ?? document.file ?? 'Untitled document'

const publisherOf = ({ publisher }: DocumentRecord): Html =>
  publisher === null
    ? html`<span class="unknown">publisher not known</span>`
    : html`<a href="${sourceAddress(publisher)}"><bdi>${publisher}</bdi></a>`

const datedBy = ({ published, publishedFrom }: DocumentRecord): Html | false =>
  published !== null &&
  publishedFrom !== null &&
  html` <span class="quiet">(${publishedFromWords[publishedFrom]})</span>`

/** What a citation names besides the statement; the client module reads it from here. */
const citationData = (document: DocumentRecord): Html =>
  html`data-title="${document.title ?? ''}" data-publisher="${document.publisher ?? ''}" data-published="${document.published ?? ''}" data-url="${document.url ?? ''}"`

/** The three shapes, as they stand in the text. */
const shapes = html`<span><span class="mark source">source</span> who said it</span>
<span><span class="mark cue">cue</span> how it is said</span>
<span><span class="mark lane-1">content</span> what was said</span>
<span><span class="mark lane-1 lane-2">twice</span> one statement inside another</span>`

const legend = html`<p class="legend">${shapes}</p>`

const hint = html`<div class="hint">
<p>Point at a statement, or select one in the text or the list. <span class="keys"><kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>Esc</kbd> none.</span></p>
<p class="legend">${shapes}</p>
</div>`

const whyNone = ({ pipeline, document }: DocumentEntry): string =>
  pipeline === null
    ? `No statements were looked for: there is no pipeline for ${languageName(document.language)} yet.`
    : 'Nobody is reported to have said anything in this text, as far as could be found.'

/** All of them; those about a statement lead to it. */
function noticeList(notices: readonly Notice[], statements: readonly NumberedStatement[]): Html | false {
  const numbers = new Map(statements.map(({ number, statement }) => [statement.id, number]))
  const place = ({ statement }: Notice): Html | false => {
    const number = statement === null ? undefined : numbers.get(statement)
    return number !== undefined && html` <a href="#${fragmentOf(statement!)}">Statement ${number}</a>`
  }
  return (
    notices.length > 0 &&
    html`<ul class="notices" aria-label="Notices">
${notices.map((notice) => html`<li>${notice.message}${place(notice)}</li>\n`)}</ul>`
  )
}

const provenance = ({
  document,
  added,
  pipeline,
}: DocumentEntry): Html => html`<section class="provenance" aria-labelledby="provenance">
<h2 id="provenance">About this document</h2>
<dl>
${row('Title', document.title === null ? null : html`<bdi>${document.title}</bdi>`)}
${row('Publisher', document.publisher === null ? null : html`<bdi>${document.publisher}</bdi>`)}
${row('Authors', document.authors.length === 0 ? null : html`${document.authors.map((author, i) => html`${i > 0 && ', '}<bdi>${author}</bdi>`)}`)}
${row('Published', document.published === null ? html`${dateElement(null)}` : html`${dateElement(document.published)}${datedBy(document)}`)}
${row('Changed', document.modified === null ? null : dateElement(document.modified))}
${row('Language', html`${languageName(document.language)}`)}
${row('Address', linkTo(document.url))}
${row('Copy of', linkTo(document.original))}
${row('File', document.file === null ? null : html`<span class="code">${document.file}</span>`)}
${row('Length', html`${counted(document.chars, 'character')}`)}
${row('Added', html`${dateElement(added)}`)}
${row('Take it', html`<a href="${documentAddress(document.id)}/text">the text</a>, <a href="${documentAddress(document.id)}/original">the page as it came</a>, <a href="/export?format=jsonl&amp;document=${document.id}">the record</a>`)}
${row('Id', html`<span class="code">${document.id}</span>`)}
${row('SHA-256', html`<span class="code">${document.sha256}</span>`)}
${row('Read by', pipeline === null ? null : html`<span class="code">${pipeline}</span>`)}
</dl>
</section>`

const row = (name: string, value: Html | null): Html | false =>
  value !== null && html`<div><dt>${name}</dt><dd>${value}</dd></div>`

/** A link only for web addresses; anything else a page claims is shown as text. */
function linkTo(address: string | null): Html | null {
  if (address === null) return null
  const href = webAddress(address)
  return href === null
    ? html`<span class="code">${address}</span>`
    : html`<a href="${href}" rel="noreferrer noopener">${address}</a>`
}
