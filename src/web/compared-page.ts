/** The page of a page's changes: all its versions, and what changed from one to another. */
import type { ChangesAnswer } from '../app/get-changes.ts'
import { changesAddress, sourceAddress } from './addresses.ts'
import { comparisonParts, momentOf, versionList } from './change-parts.ts'
import { diffLegendOf } from './diff-words.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { documentAddress } from './query.ts'
import { dateElement, langTag, webAddress } from './wording.ts'

/** @param against the version that the address names, if it does */
export function comparedPage(answer: ChangesAnswer, against: string | undefined): string {
  const { document: own, versions, comparison, url } = answer
  const { document } = versions.find((version) => version.document.id === own)!
  const title = document.title ?? document.file ?? document.id
  const href = webAddress(url)
  return page({
    title: `Changes: ${title}`,
    section: 'documents',
    twin: `/api/v1${changesAddress(own, against)}`,
    modules: [],
    body: html`<header class="changes-head">
<p class="kicker">${document.publisher === null ? html`<span class="unknown">publisher not known</span>` : html`<a href="${sourceAddress(document.publisher)}"><bdi>${document.publisher}</bdi></a>`} <span aria-hidden="true">·</span> ${dateElement(document.published)}</p>
<h1 class="headline" lang="${langTag(document.language)}" dir="auto"><a href="${documentAddress(own)}">${title}</a></h1>
<p class="quiet">${href === null ? html`<span class="code">${url ?? 'A page without an address'}</span>` : html`<a href="${href}" rel="noreferrer noopener">${url}</a>`}</p>
</header>
<div class="compared">
<section aria-labelledby="what-changed">
<h2 id="what-changed">What changed</h2>
${comparison === null ? alone : compared(answer)}
</section>
<nav aria-label="Versions of this page">
<h2>Versions</h2>
${versionList(versions, own, (id) => changesAddress(id))}
${versions.length > 2 && chooser(answer)}
</nav>
</div>`,
  })
}

const alone = html`<p class="hint-none">The ledger has one version of this page: there is nothing to compare.</p>`

function compared({ versions, comparison }: ChangesAnswer): Html {
  const [from, to] = [comparison!.from, comparison!.to].map(
    (id) => versions.find(({ document }) => document.id === id)!,
  )
  return html`<p>From <a href="${documentAddress(from!.document.id)}">the version added ${momentOf(from!)}</a> to <a href="${documentAddress(to!.document.id)}">the one added ${momentOf(to!)}</a>.</p>
${diffLegendOf('only in the earlier version', 'only in the later one')}
${comparisonParts(comparison!, { from: from!.document, to: to!.document })}`
}

/** Any two versions, also without a script. */
const chooser = ({ document, versions, comparison }: ChangesAnswer): Html => {
  const other = comparison?.from === document ? comparison.to : comparison?.from
  return html`<form class="chooser" action="/documents/${document}/changes" method="get">
<p><label for="against">Compare this version with</label> <select id="against" name="against">${versions.map(
    (version, index) =>
      version.document.id !== document &&
      html`<option value="${version.document.id}"${version.document.id === other && html` selected`}>Version ${index + 1}</option>`,
  )}</select> <button type="submit">Compare</button></p>
</form>`
}
