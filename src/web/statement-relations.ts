/** What a statement has to do with others: other renderings with the differing words, the record, repeats, possible conflicts. */
import type { Utterance } from '../app/find-utterance.ts'
import type { LinkTo, Relations } from '../app/get-relations.ts'
import type { StatementRow } from '../app/ports.ts'
import { wordDiff } from '../core/compare/word-diff.ts'
import type { Link } from '../core/links/link.ts'
import { relationWords, typeWords } from '../core/links/link-words.ts'
import { markedPieces } from '../core/links/marked.ts'
import type { Origin } from '../core/links/origins.ts'
import { standingOf } from './circumstances.ts'
import { diffWords } from './diff-words.ts'
import { type Html, html } from './html.ts'
import { publisherOf, titleOf } from './ledger-page.ts'
import { statementPageAddress } from './query.ts'
import { saidElement } from './said-words.ts'
import { cueOf, speakerName } from './statement-list.ts'
import { counted, dateElement, langTag, percent } from './wording.ts'

/** Statements and links that are shown at most; the claim's page and the API have all. */
const MOST = 12

export function statementRelations({ row, utterance, claim, links }: Relations): Html {
  const others = utterance.statements.filter(({ statement }) => statement.id !== row.statement.id)
  const ofKind = (relation: Link['relation']): LinkTo[] => links.filter(({ link }) => link.relation === relation)
  return html`${utteranceSection(row, utterance, others)}
${section('The record', 'What a transcript or release has, beside this report; marks show what differs.', ofKind('renders'), row)}
${section('May conflict', 'A program suggests these: read both passages before saying so.', ofKind('conflicts'), row)}
${section('Seems to be said again', claimWords(claim), ofKind('repeats'), row)}
${section('Of one series', 'Like moves of the same side, about something else or under another condition.', ofKind('series'), row)}`
}

const claimWords = ({ statements, utterances }: Relations['claim']): string =>
  utterances > 1
    ? `${counted(statements, 'statement')} of ${counted(utterances, 'utterance')} seem to make this claim.`
    : 'Other occasions or other speakers.'

function utteranceSection(own: StatementRow, utterance: Utterance, others: readonly StatementRow[]): Html | false {
  if (others.length === 0) return false
  const { pages, origins, whole, earliest } = utterance
  return html`<section class="relation" aria-labelledby="renderings">
<h2 id="renderings">Other renderings</h2>
<p class="relation-note">${
    pages === 1
      ? new Set(utterance.statements.map(({ document }) => document.id)).size > 1
        ? 'Told in several versions of one page.'
        : 'Told more than once on this page.'
      : html`${!whole && 'At least '}${counted(pages, 'page')}, <strong>${counted(origins.length, 'independent report')}</strong>${earliest === own.statement.id && '; this one was published first'}.`
  } Where the wording is close, what it leaves out of this one is <del>struck out</del>, what it adds <ins>underlined</ins>.</p>
${originsOf(origins)}
<ul class="renderings">${others.slice(0, MOST).map((other) => rendering(own, other, earliest === other.statement.id))}</ul>
${others.length > MOST && html`<p class="quiet">And ${others.length - MOST} more.</p>`}
</section>`
}

const originsOf = (origins: readonly Origin[]): Html | false => {
  // That versions of a page are one page is told already by how many pages there are.
  const joined = origins.filter(({ because }) => because.some(({ reason }) => reason !== 'version'))
  return (
    joined.length > 0 &&
    html`<ul class="origins quiet">${joined.map(({ documents, because }) => html`<li>${counted(documents.length, 'page')} count as one: ${because.map(why)}</li>`)}</ul>`
  )
}

function why({ reason, outlet }: Origin['because'][number], index: number): Html {
  const words =
    reason === 'version'
      ? html`they are versions of one`
      : reason === 'copy'
        ? html`much of their text is the same`
        : html`${reason === 'publisher' ? 'published by' : 'they have it from'} <bdi>${outlet ?? 'the same address'}</bdi>`
  return html`${index > 0 && '; '}${words}`
}

function rendering(own: StatementRow, other: StatementRow, isFirst: boolean): Html {
  const [before, after] = [own.statement.content.text, other.statement.content.text]
  const diff = own.document.language === other.document.language ? wordDiff(before, after) : []
  const words = isClose(diff, after) ? diffWords(diff) : after
  return html`<li>${head(other)}${isFirst && html` <span class="label">published first</span>`}
<blockquote lang="${langTag(other.document.language)}" dir="auto">${words}</blockquote></li>
`
}

/** Marks help where most of the words are the same; where few are, they hide the sentence. */
function isClose(diff: ReturnType<typeof wordDiff>, text: string): boolean {
  const same = diff.reduce((sum, { op, text: piece }) => sum + (op === 'equal' ? piece.length : 0), 0)
  return same >= 0.4 * text.length
}

function section(title: string, note: string, links: readonly LinkTo[], own: StatementRow): Html | false {
  if (links.length === 0) return false
  const id = `r-${links[0]!.link.relation}`
  return html`<section class="relation" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<p class="relation-note">${note}</p>
<ul>${links.slice(0, MOST).map((link) => pair(link, own))}</ul>
${links.length > MOST && html`<p class="quiet">And ${links.length - MOST} more.</p>`}
</section>`
}

/** Side by side; the other one first says how it relates. */
function pair({ link, other }: LinkTo, own: StatementRow): Html {
  const type = typeWords(link)
  const isReport = link.relation === 'renders' && link.from === other.statement.id
  const verb = isReport
    ? link.level === 'confirmed'
      ? 'is reported by'
      : 'seems to be reported by'
    : relationWords(link)
  return html`<li class="pair">
<p class="pair-verb"><span>This ${verb}</span>${type !== null && html` <span class="label">${type}</span>`} <span class="label confidence">${link.level === 'suggested' ? `${percent(link.confidence)} sure` : link.level}</span></p>
<div class="pair-sides">
<div>${head(other)}
${marked(other, link)}</div>
${(link.relation === 'conflicts' || link.relation === 'renders') && html`<div><p class="pair-head quiet">against this one</p>${marked(own, link)}</div>`}
</div></li>
`
}

const marked = ({ statement, document }: StatementRow, link: Link): Html =>
  html`<blockquote lang="${langTag(document.language)}" dir="auto">${markedPieces(
    statement.id,
    statement.content,
    link.because,
  ).map(({ text, isMarked, note }) =>
    isMarked ? html`<mark class="clash"${note !== '' && html` title="${note}"`}>${text}</mark>` : text,
  )}</blockquote>`

const head = ({ statement, document }: StatementRow): Html =>
  html`<p class="pair-head"><a href="${statementPageAddress(statement.id)}">${speakerName(statement)}</a>${standingOf(statement.speaker)}${cueOf(statement)}, ${saidElement(statement.said, 'sentence') ?? html`<span class="unknown">when is not known</span>`}; <bdi>${titleOf(document)}</bdi>, ${publisherOf(document)}, ${dateElement(document.published)}</p>`
