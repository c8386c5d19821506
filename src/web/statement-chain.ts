/** The chain of a statement, hop by hop from the page in hand to whoever spoke, each hop with the words that prove it. */
import type { DocumentEntry } from '../app/ports.ts'
import { hullOf, type Span } from '../core/span.ts'
import type { Statement } from '../core/statement.ts'
import { titleWords } from '../core/title-words.ts'
import { sourceAddress } from './addresses.ts'
import { named } from './circumstances.ts'
import { type Html, html } from './html.ts'
import { publisherOf } from './ledger-page.ts'
import { markedPassage, stretchAround } from './passage.ts'
import { documentAddress } from './query.ts'
import { dateElement, langTag, publishedFromWords } from './wording.ts'

interface Hop {
  readonly role: string
  readonly name: Html
  readonly proof: Span | null
  /** Said where the text has no words for it. */
  readonly without: string
}

/** Words on either side of a proof. */
const AROUND = 90

export function statementChain(statement: Statement, entry: DocumentEntry): Html {
  const { text, blocks, document } = entry
  return html`<ol class="chain">
${hopsOf(statement, entry).map(
  ({ role, name, proof, without }) => html`<li>
<p class="hop"><span class="hop-role">${role}</span> <span class="hop-name">${name}</span></p>
${
  proof === null
    ? without !== '' && html`<p class="quiet proof-none">${without}</p>`
    : html`<p class="proof-text" lang="${langTag(document.language)}" dir="auto">${markedPassage(text, stretchAround(text, blocks, proof, AROUND), [{ ...proof, kind: 'proof' }])}</p>`
}
</li>
`,
)}</ol>`
}

function hopsOf({ speaker, source, via, addressee, medium, within }: Statement, { document }: DocumentEntry): Hop[] {
  const { published, publishedFrom } = document
  const spoke =
    speaker === null ? html`<span class="unknown">speaker not named</span>` : named(speaker.name, speaker.entity)
  const title = speaker === null ? '' : titleWords(speaker.role, speaker.of, speaker.name)
  return [
    {
      role: document.kind === 'report' ? 'Printed by' : 'Recorded by',
      name: html`<span>${document.publisher === null ? publisherOf(document) : html`<a href="${sourceAddress(document.publisher)}">${publisherOf(document)}</a>`}</span>, <a href="${documentAddress(document.id)}">${dateElement(published)}</a>`,
      proof: null,
      without: publishedFrom === null ? 'No date is known.' : `Date ${publishedFromWords[publishedFrom]}.`,
    },
    ...via.map(({ name, entity, span }) => ({
      role: 'Relayed by',
      name: named(name, entity),
      proof: span,
      without: '',
    })),
    ...(medium === null
      ? []
      : [{ role: 'Told in', name: named(medium.name, medium.entity), proof: medium.span, without: '' }]),
    {
      role: 'Said by',
      name: html`${spoke}${title !== '' && html`, <bdi>${title}</bdi>`}${speaker?.speaksFor && html`, for ${named(speaker.speaksFor.name, speaker.speaksFor.entity)}`}`,
      proof: hullOf(source.spans),
      without: within === null ? 'The text names the speaker elsewhere, or nowhere.' : 'Said inside another statement.',
    },
    ...(addressee === null
      ? []
      : [{ role: 'Said to', name: named(addressee.name, addressee.entity), proof: addressee.span, without: '' }]),
  ]
}
