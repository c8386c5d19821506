/** The page of conflicts: statements that may not both be so, side by side, with the words that clash marked. */
import type { LedgerSummary, LinkRow, Page, StatementRow } from '../app/ports.ts'
import { CONFLICT_TYPES, type Link } from '../core/links/link.ts'
import { markedPieces } from '../core/links/marked.ts'
import { standingOf } from './circumstances.ts'
import { groupPairs, type PairGroup } from './conflict-groups.ts'
import { clashWords, conflictWords } from './conflict-words.ts'
import {
  activeConflictFilters,
  type ConflictQuery,
  conflictsAddress,
  conflictsTwin,
  DEFAULT_LEVEL,
  levelWords,
} from './conflicts-query.ts'
import { type Html, html } from './html.ts'
import { knownSpeakers } from './known-speakers.ts'
import { page } from './layout.ts'
import { publisherOf, titleOf } from './ledger-page.ts'
import { speakerAddress, statementPageAddress } from './query.ts'
import { saidElement } from './said-words.ts'
import { counted, dateElement, langTag, number, percent } from './wording.ts'

export interface ConflictsView {
  readonly query: ConflictQuery
  readonly found: Page<LinkRow>
  /** Links of the statements found: what tells pairs of the same two utterances. */
  readonly links: readonly Link[]
  /** Pairs of each kind under the filters besides the kind. */
  readonly types: ReadonlyMap<string | null, number>
  /** Pairs in the ledger that nobody rejected. */
  readonly all: number
  readonly summary: Pick<LedgerSummary, 'statements' | 'speakers'>
}

export function conflictsPage(view: ConflictsView): string {
  const { query, found, all } = view
  return page({
    title: 'Conflicts',
    section: 'conflicts',
    twin: conflictsTwin(query),
    modules: [],
    body: html`<header class="conflicts-head">
<h1 class="headline">Conflicts</h1>
<p class="lead">Pairs of statements that may conflict: it seems that both cannot be so, or that both cannot be meant. A program suggests them; both may still be true, or the reports may be wrong.</p>
</header>
${all === 0 && activeConflictFilters(query).length === 0 ? teaching(view) : listing(view)}
${found.rows.length > 0 && html`<details class="kinds"><summary>What is shown here</summary>${kinds}</details>`}`,
  })
}

const listing = (view: ConflictsView): Html => html`${form(view)}
${chips(view.query)}
<section aria-label="Pairs found">
<p class="tally"><strong>${counted(view.found.total, 'pair')}</strong>${view.found.total !== view.all && ` of ${number(view.all)}`}, the latest statement first</p>
${view.found.rows.length > 0 ? html`<ol class="conflicts">\n${groupPairs(view.found.rows, view.links).map(pair)}</ol>` : nothing(view)}
${turning(view)}
</section>`

function form({ query, types, summary }: ConflictsView): Html {
  const { type = '', level = DEFAULT_LEVEL, speaker = '' } = query
  return html`<form class="search conflict-filters" action="/conflicts" method="get" role="search">
<div class="fields">
<p><label for="c-type">Kind of clash</label><select id="c-type" name="type"><option value="">any</option>${CONFLICT_TYPES.map(
    (each) =>
      html`<option value="${each}"${each === type && html` selected`}>${conflictWords[each].kind} (${number(types.get(each) ?? 0)})</option>`,
  )}</select></p>
<p><label for="c-speaker">Speaker of either</label><input id="c-speaker" name="speaker" type="text" value="${speaker}" maxlength="500" autocomplete="off" list="c-speakers">${knownSpeakers('c-speakers', summary.speakers)}</p>
<p><label for="c-level">Level</label><select id="c-level" name="level">${Object.entries(levelWords).map(
    ([value, words]) =>
      html`<option value="${value === DEFAULT_LEVEL ? '' : value}"${value === level && html` selected`}>${words}</option>`,
  )}</select></p>
<p class="submit"><button type="submit">Show</button></p>
</div>
${(['document', 'statement', 'limit'] as const).map((name) => query[name] !== undefined && html`<input type="hidden" name="${name}" value="${query[name]}">`)}
</form>`
}

const chips = (query: ConflictQuery): Html | false => {
  const active = activeConflictFilters(query)
  return (
    active.length > 0 &&
    html`<ul class="chips" aria-label="Filters in force">
${active.map(
  ({ name, words, value }) =>
    html`<li><a href="${conflictsAddress(query, { [name]: null })}" aria-label="Remove ${words}: ${value}"><span class="chip-name">${words}</span> <bdi>${value}</bdi> <span class="cross" aria-hidden="true">×</span></a></li>\n`,
)}${active.length > 1 && html`<li><a class="all" href="/conflicts">Remove all</a></li>`}</ul>`
  )
}

/** The earlier statement first, as one reads. */
const pair = ({ shown: { link, from, to }, others }: PairGroup): Html => html`<li class="conflict">
${side(to, link, 'earlier')}
<div class="between"><p><strong>may conflict</strong>${between(link)}</p>
<p class="labels"><span class="label confidence" title="How often such pairs are right, as measured">${percent(link.confidence)} sure</span> <span class="label" title="${levelTitles[link.level]}">${link.level}</span></p></div>
${side(from, link, 'later')}
${others.length > 0 && alsoReported(others)}
</li>
`

const alsoReported = (others: readonly LinkRow[]): Html => html`<details class="also">
<summary>${counted(others.length, 'more pair')} of the same two utterances, in other reports</summary>
<ul>${others.map(({ from, to }) => html`<li>${report(to)} <span aria-hidden="true">↔</span><span class="visually-hidden"> against </span> ${report(from)}</li>\n`)}</ul>
</details>`

const report = ({ statement, document }: StatementRow): Html =>
  html`<a href="${statementPageAddress(statement.id)}">${publisherOf(document)}, ${dateElement(document.published)}</a>`

const levelTitles: Readonly<Record<Link['level'], string>> = {
  suggested: 'Found by the program; nobody has looked at it',
  confirmed: 'Somebody has looked at it and thinks so too',
  rejected: 'Somebody has looked at it and thinks that they do not conflict',
}

const between = ({ type }: Link): Html | false => {
  const words = clashWords(type)
  return words !== null && html` <span class="clash-kind">${words}</span>`
}

function side({ statement, document }: StatementRow, link: Link, which: 'earlier' | 'later'): Html {
  const { speaker } = statement
  return html`<article class="side ${which}" aria-label="The ${which} statement">
<p class="who">${
    speaker === null
      ? html`<span class="unknown">speaker not named</span>`
      : speaker.entity === null
        ? html`<span class="speaker"><bdi>${speaker.name}</bdi></span>`
        : html`<a class="speaker" href="${speakerAddress(speaker.entity)}"><bdi>${speaker.name}</bdi></a>`
  }${standingOf(speaker)}</p>
<blockquote lang="${langTag(document.language)}" dir="auto">${words(statement, link)}</blockquote>
<p class="quiet">${saidElement(statement.said) ?? html`<span class="unknown">when is not known</span>`}${statement.act.type !== null && html` <span aria-hidden="true">·</span> ${statement.act.type}`}</p>
<p class="where"><a href="${statementPageAddress(statement.id)}"><bdi>${titleOf(document)}</bdi></a>, ${publisherOf(document)}, ${dateElement(document.published)}</p>
</article>`
}

/** The words of the statement; sliced, so that marking loses and makes no character. */
const words = ({ id, content }: StatementRow['statement'], { because }: Link): Html =>
  html`${markedPieces(id, content, because).map(({ text, isMarked, note }) =>
    isMarked ? html`<mark class="clashing"${note !== '' && html` title="${note}"`}>${text}</mark>` : html`${text}`,
  )}`

function nothing({ query }: ConflictsView): Html {
  const active = activeConflictFilters(query)
  return html`<div class="nothing">
<h2>${active.length === 0 ? 'There is nothing on this page' : 'No pair matches'}</h2>
<p>${active.length > 1 ? html`Take one of the filters away, or <a href="/conflicts">show all pairs</a>.` : html`<a href="/conflicts">Show all pairs</a>`}</p>
</div>`
}

function turning({ query, found }: ConflictsView): Html | false {
  return (
    (found.next !== null || query.after !== undefined) &&
    html`<nav class="turning" aria-label="Pages">
${query.after !== undefined && html`<a href="${conflictsAddress(query, { after: null })}">« First page</a>`}
${found.next !== null && html`<a class="next" rel="next" href="${conflictsAddress(query, { after: found.next })}">Next page ›</a>`}
</nav>`
  )
}

const teaching = ({ summary: { statements } }: ConflictsView): Html => html`<section class="teaching">
<h2>None so far</h2>
<p>${
  statements === 0
    ? html`The ledger is empty. Add pages with <code>onrecord add article.html</code>; statements that may conflict then stand here.`
    : html`No two statements of this ledger seem to conflict; it holds ${number(statements)}. It takes pages on one matter, of different days or outlets: the more there are, the more there is to hold against each other.`
}</p>
${kinds}
</section>`

/** `*…*` of an invented example as marks. */
const example = (text: string): Html =>
  html`${text.split('*').map((part, index) => (index % 2 === 1 ? html`<mark class="clashing">${part}</mark>` : html`${part}`))}`

const kinds = html`<p>A pair is made of two statements about one thing. The words that clash are marked, and each statement leads to its place in its page. These kinds are looked for, with invented examples:</p>
<dl>${CONFLICT_TYPES.map((type) => {
  const {
    kind,
    example: [earlier, later],
  } = conflictWords[type]
  return html`<div><dt>${kind}</dt><dd><span class="sample">${example(earlier)}</span><br><span class="sample">${example(later)}</span></dd></div>\n`
})}</dl>
<p>“88 % sure” says how many of a hundred such pairs were right when people looked at them. A pair that people rejected is not shown unless you ask for it.</p>`
