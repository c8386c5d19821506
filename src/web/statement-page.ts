/** The page of one statement: the words large, who and when with the reason, the chain, what relates to it, and how to cite it. */
import type { Relations } from '../app/get-relations.ts'
import type { DocumentEntry } from '../app/ports.ts'
import { actWords } from '../core/act-words.ts'
import type { DocumentRecord } from '../core/document.ts'
import { hullOf } from '../core/span.ts'
import type { Statement } from '../core/statement.ts'
import { named, standingOf } from './circumstances.ts'
import { citationsOf, liveAddress } from './citations.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { publisherOf, titleOf } from './ledger-page.ts'
import { noticeWords } from './notice-words.ts'
import { markedPassage, stretchAround } from './passage.ts'
import { addressOf, speakerAddress, statementAddress, statementPageAddress, subjectAddress } from './query.ts'
import { saidElement } from './said-words.ts'
import { statementChain } from './statement-chain.ts'
import { cueOf } from './statement-list.ts'
import { statementRelations } from './statement-relations.ts'
import { dateElement, formWords, langTag, mannerWords, percent } from './wording.ts'

/** @param origin of the server, for addresses that leave it: `http://127.0.0.1:4870`. */
export function statementPage(relations: Relations, entry: DocumentEntry, origin: string): string {
  const { statement, document } = relations.row
  const { speaker, content } = statement
  return page({
    title: `${speaker?.name ?? 'Speaker not named'}: ${content.text.slice(0, 80).toWellFormed()}`,
    section: 'statements',
    twin: `/api/v1${statementPageAddress(statement.id)}/relations`,
    modules: ['statement'],
    body: html`<article class="statement">
<header class="statement-head">
<h1 class="visually-hidden">A statement by ${speaker?.name ?? 'a speaker not named'}</h1>
<p class="statement-who">${speaker === null ? html`<span class="unknown">Speaker not named</span>` : speaker.entity === null ? html`<bdi>${speaker.name}</bdi>` : html`<a href="${speakerAddress(speaker.entity)}"><bdi>${speaker.name}</bdi></a>`}${standingOf(speaker)}${cueOf(statement)}</p>
<blockquote class="statement-words" lang="${langTag(document.language)}" dir="auto" cite="${document.url ?? ''}">${content.text}</blockquote>
<p class="kicker">${publisherOf(document)} <span aria-hidden="true">·</span> ${dateElement(document.published)} <span aria-hidden="true">·</span> <a href="${statementAddress(document.id, statement.id)}"><bdi>${titleOf(document)}</bdi></a></p>
${noticesOf(statement, entry)}
</header>
<div class="statement-columns">
<div>
${facts(statement)}
<section class="relation" aria-labelledby="chain"><h2 id="chain">How it came here</h2>
${statementChain(statement, entry)}</section>
<section class="relation" aria-labelledby="passage"><h2 id="passage">Where it stands</h2>
<p class="passage" lang="${langTag(document.language)}" dir="auto">${passage(statement, entry)}</p>
<p class="statement-links"><a href="${placeAddress(statement, document)}">Read it in the document</a>${live(statement, entry)}</p></section>
</div>
<div>
${statementRelations(relations)}
${citing(relations, origin)}
</div>
</div>
</article>`,
  })
}

/** Of a document that may be too long for one page, the part that has the statement. */
function placeAddress(statement: Statement, document: DocumentRecord): string {
  const [page, fragment] = statementAddress(document.id, statement.id).split('#')
  const at = statement.content.spans[0]?.start ?? 0
  return document.chars < LONG ? `${page}#${fragment}` : `${page}?at=${at}#${fragment}`
}

/** UTF-16 units: shorter ones have hardly so many statements that they are cut. */
const LONG = 6000

const noticesOf = (statement: Statement, { notices }: DocumentEntry): Html | false => {
  const own = notices.filter((notice) => notice.statement === statement.id)
  return own.length > 0 && html`<ul class="notices">${own.map((notice) => html`<li>${noticeWords(notice)}</li>`)}</ul>`
}

/** Every field, known or not: what is not known is said to be. */
function facts(statement: Statement): Html {
  const { addressee, medium, act, about, form, manner, confidence } = statement
  return html`<dl class="facts">
${row('To whom', addressee && named(addressee.name, addressee.entity))}
${row('Where', medium && html`${named(medium.name, medium.entity)}${medium.kind !== null && html` <span class="quiet">${medium.kind.replaceAll('-', ' ')}</span>`}`)}
${row('When', when(statement))}
${row('Act', act.type === null ? null : actOf(statement))}
${row('About', about.length === 0 ? null : html`${about.map((name, index) => html`${index > 0 && ', '}<a href="${subjectAddress(name)}"><bdi>${name}</bdi></a>`)}`)}
${row('Form', html`${formWords[form]} ${mannerWords[manner]}`)}
${row('How sure', html`<span class="sure">${sure('the relation', confidence.relation)}${sure('the speaker', confidence.speaker)}${sure('the date', confidence.said)}${sure('the act', confidence.act)}</span>`)}
${statement.speaker?.reason && row('Nameless', html`<bdi>${statement.speaker.reason}</bdi>`)}
${(statement.speaker?.candidates.length ?? 0) > 0 && row('May be', html`${statement.speaker!.candidates.map(({ name, weight }, index) => html`${index > 0 && ' or '}<bdi>${name}</bdi> <span class="quiet">${percent(weight)}</span>`)}`)}
</dl>`
}

const row = (name: string, value: Html | null | false | undefined): Html =>
  html`<div><dt>${name}</dt><dd>${value || html`<span class="unknown">not known</span>`}</dd></div>\n`

const sure = (what: string, share: number | null): Html | false =>
  share !== null && html`<span>${what} ${percent(share)}</span> `

/** The date with its reason. */
function when({ said }: Statement): Html | null {
  const shown = saidElement(said)
  if (shown === null) return null
  const reason =
    said.anchor === 'explicit'
      ? said.text === null
        ? 'the text gives the day'
        : html`the text has “<bdi>${said.text}</bdi>”`
      : said.anchor === 'published'
        ? html`${said.text === null ? 'counted' : html`“<bdi>${said.text}</bdi>”, counted`} from the day of publication`
        : 'the text says no more'
  return html`${shown} <span class="quiet">(${reason})</span>`
}

function actOf({ act }: Statement): Html {
  const kind = actWords({ ...act, condition: { spans: [], text: '' }, deadline: null })
  return html`<a href="${addressOf('/', {}, { act: act.type })}">${kind}</a>${
    act.condition.text !== '' && html`, under the condition “<bdi>${act.condition.text}</bdi>”`
  }${act.deadline !== null && html`, by ${act.deadline}`}`
}

function passage(statement: Statement, { text, blocks }: DocumentEntry): Html {
  const hull = hullOf([...statement.content.spans, ...statement.cue.spans, ...statement.source.spans])
  if (hull === null) return html``
  return markedPassage(text, stretchAround(text, blocks, hull), [
    ...statement.source.spans.map((span) => ({ ...span, kind: 'source' as const })),
    ...statement.cue.spans.map((span) => ({ ...span, kind: 'cue' as const })),
    ...statement.content.spans.map((span) => ({ ...span, kind: 'content' as const })),
  ])
}

function live({ content }: Statement, { document, text }: DocumentEntry): Html | false {
  const [span] = content.spans
  const href = span === undefined ? null : liveAddress(document, text.slice(span.start, span.end))
  return href !== null && html` <a href="${href}" rel="noreferrer noopener">On the live page</a>`
}

function citing({ row: own }: Relations, origin: string): Html {
  const permalink = `${origin}${statementPageAddress(own.statement.id)}`
  return html`<section class="relation citing" aria-labelledby="citing"><h2 id="citing">Cite it</h2>
<dl>${citationsOf(own, permalink).map(({ style, text }) => copied(style, text))}
${copied('Link', permalink)}
${copied('Id', own.statement.id)}</dl>
<p class="quiet">Export: ${(['markdown', 'json-ld', 'web-annotation', 'jsonl'] as const).map((format) => html`<a href="/export?format=${format}&amp;statement=${encodeURIComponent(own.statement.id)}">${format}</a> `)}</p></section>`
}

/** The button has its place from the beginning, and works once the page's script runs. */
const copied = (name: string, text: string): Html =>
  html`<div><dt>${name}</dt><dd><span data-copy>${text}</span> <button type="button" class="quiet-button" hidden aria-label="Copy: ${name}">Copy</button></dd></div>\n`
