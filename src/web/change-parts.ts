/** What pages show of a page's versions: which there are, and what changed from one to another, word by word. */
import type { ChangesAnswer, Comparison } from '../app/get-changes.ts'
import type { VersionRow } from '../app/ports.ts'
import type { DocumentRecord } from '../core/document.ts'
import type { Statement } from '../core/statement.ts'
import { changeNote, countWords, tellingOf } from '../core/versions/change-words.ts'
import type { ChangeKind, FactChange, StatementChange } from '../core/versions/version-changes.ts'
import { changesAddress } from './addresses.ts'
import { type DiffSides, diffWords } from './diff-words.ts'
import { type Html, html } from './html.ts'
import { documentAddress, statementAddress, statementPageAddress } from './query.ts'
import { cueOf, speakerName } from './statement-list.ts'
import { counted, dateElement, dateInWords, langTag, number } from './wording.ts'

/** Versions that are listed: the latest of them. */
const LISTED = 30

const KINDS: Readonly<Record<ChangeKind, string>> = {
  added: 'Added',
  removed: 'Removed',
  reworded: 'Reworded',
  reattributed: 'Reattributed',
  retold: 'Retold',
}

export const kindWords = ({ kind, speaker }: StatementChange): string =>
  kind === 'reattributed' && speaker === 'role' ? 'In another role' : KINDS[kind]

/** On the page of a version: which one it is, and where the others are. Nothing for a page that has one. */
export function versionsNav({ document, versions }: ChangesAnswer): Html | false {
  if (versions.length < 2) return false
  const own = versions.findIndex((version) => version.document.id === document)
  const latest = versions.at(-1)!
  const isLatest = latest.document.id === document
  return html`<nav class="versions" aria-label="Versions of this page">
<p>This page has ${number(versions.length)} versions; this is <strong>${isLatest ? 'the latest' : html`version ${own + 1} of ${versions.length}, not the latest`}</strong>, added ${momentOf(versions[own]!)}.</p>
<p class="versions-links">${
    isLatest
      ? html`<a href="#what-changed">What changed in it</a>`
      : html`<a href="${documentAddress(latest.document.id)}">Read the latest</a> <a href="${changesAddress(document, latest.document.id)}">What changed since</a>`
  }</p>
<details><summary>All versions</summary>
${versionList(versions, document, (id) => documentAddress(id))}</details>
</nav>`
}

/** @param addressOf where each leads */
export const versionList = (versions: readonly VersionRow[], own: string, addressOf: (id: string) => string): Html =>
  html`${versions.length > LISTED && html`<p class="quiet">The latest ${LISTED} of ${number(versions.length)}.</p>`}
<ol class="version-list">${versions.slice(-LISTED).map((version, index, shown) => {
    const { document, statements } = version
    const place = versions.length - shown.length + index + 1
    const isLast = place === versions.length
    return html`<li><a href="${addressOf(document.id)}"${document.id === own && html` aria-current="page"`}>Version ${place}</a> <span class="quiet">added ${momentOf(version)}, ${counted(statements, 'statement')}${isLast && ', the latest'}</span></li>\n`
  })}</ol>`

/** Versions may follow one another on one day. */
export const momentOf = ({ added }: Pick<VersionRow, 'added'>): Html => {
  const time = /^\d{4}-\d\d-\d\dT(\d\d:\d\d)/.exec(added)?.[1]
  return html`<time datetime="${added}">${dateInWords(added)}${time !== undefined && `, ${time} UTC`}</time>`
}

/** Changes that a document's own page shows; the page of its changes has more. */
export const ON_A_DOCUMENT = 30
const ON_A_PAGE = 150

/**
 * The changes as a list, with what the page says of them.
 * @param documents the two versions
 * @param all where more are shown than this page has room for; without it this page is that
 */
export function comparisonParts(
  comparison: Comparison,
  documents: { readonly from: DocumentRecord; readonly to: DocumentRecord },
  all: string | null = null,
): Html {
  const most = all === null ? ON_A_PAGE : ON_A_DOCUMENT
  const { changes, counts, silent, correction, samePipeline, words } = comparison
  return html`<p class="tally"><strong>${countWords(counts)}</strong></p>
<p class="telling${silent && ' silent'}">${tellingOf(comparison)}</p>
${correction !== null && html`<blockquote class="correction" lang="${langTag(documents.to.language)}" dir="auto">${correction.text}</blockquote>`}
<dl class="change-facts">
${factRow('Title', comparison.title)}${dateRow('Published', comparison.published)}${dateRow('Day of change', comparison.modified)}
<div><dt>Text</dt><dd>${counted(words.added, 'word')} more and ${number(words.removed)} fewer, of ${number(words.before)}</dd></div>
</dl>
${!samePipeline && html`<p class="notices">The two versions were read by different versions of the program, which may find other statements in the same words.</p>`}
${changes.length > 0 && html`<ol class="change-list">\n${changes.slice(0, most).map((change, index) => changeItem(change, index, documents))}</ol>`}
${changes.length > most && html`<p class="other-versions">And ${counted(changes.length - most, 'change')} more: ${all === null ? html`<a href="/api/v1${changesAddress(documents.to.id, documents.from.id)}">all of them as JSON</a>` : html`<a href="${all}">show them</a>`}.</p>`}`
}

/** Where a change stands in the list; what it is about leads there. */
export const changeFragment = (index: number): string => `change-${index + 1}`

function changeItem(
  change: StatementChange,
  index: number,
  { from, to }: { readonly from: DocumentRecord; readonly to: DocumentRecord },
): Html {
  const { kind, before, after, altersMeaning } = change
  const shown = (after ?? before)!
  const { language } = after === null ? from : to
  const note = changeNote(change)
  return html`<li class="change" data-kind="${kind}" id="${changeFragment(index)}">
<p class="change-head"><span class="change-kind">${kindWords(change)}</span> ${speakerName(shown)}${cueOf(shown)}</p>
<blockquote lang="${langTag(language)}" dir="auto">${wordsOf(change, shown)}</blockquote>
${altersMeaning.length > 0 && html`<p class="alters">Changes what is said: ${altersMeaning.join(', ')}.</p>`}
${note !== null && html`<p class="change-note">${note}</p>`}
<p class="labels">${before !== null && placed(before, from, 'Before')} ${after !== null && placed(after, to, 'Now')}</p>
</li>
`
}

const SIDES: DiffSides = { delete: 'no longer: ', insert: 'new: ' }

function wordsOf({ kind, diff }: StatementChange, { content }: Statement): Html {
  const { text } = content
  if (kind === 'added') return diffWords([{ op: 'insert', text }], SIDES)
  if (kind === 'removed') return diffWords([{ op: 'delete', text }], SIDES)
  return kind === 'reworded' ? diffWords(diff, SIDES) : html`${text}`
}

const placed = ({ id }: Statement, document: DocumentRecord, when: string): Html =>
  html`<span>${when}: <a href="${statementAddress(document.id, id)}">in the text</a>, <a href="${statementPageAddress(id)}">all about it</a></span>`

const factRow = (name: string, change: FactChange | null): Html | false =>
  change !== null &&
  html`<div><dt>${name}</dt><dd>${side('del', 'before: ', change.before)} ${side('ins', 'now: ', change.after)}</dd></div>\n`

const side = (mark: 'del' | 'ins', aloud: string, value: string | null): Html => {
  const words = html`<span class="visually-hidden">${aloud}</span><bdi>${value ?? 'none'}</bdi>`
  return mark === 'del' ? html`<del>${words}</del>` : html`<ins>${words}</ins>`
}

const dateRow = (name: string, change: FactChange | null): Html | false =>
  change !== null &&
  html`<div><dt>${name}</dt><dd>${change.before === null ? 'none' : dateElement(change.before)}, now ${change.after === null ? 'none' : dateElement(change.after)}</dd></div>\n`
