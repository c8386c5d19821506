/** The list of everybody who speaks in the ledger. */
import type { Page, SpeakerRow } from '../app/ports.ts'
import { html } from './html.ts'
import { type NameListQuery, nameListPage } from './name-list-page.ts'
import { speakerAddress } from './query.ts'
import { counted } from './wording.ts'

export const speakersPage = (query: NameListQuery, found: Page<SpeakerRow>): string =>
  nameListPage({
    section: 'speakers',
    title: 'Speakers',
    prompt: 'Find a speaker by any part of a name',
    query,
    found,
    items: found.rows.map(
      ({ entity, name, statements }) =>
        html`<li><a href="${speakerAddress(entity?.id ?? name)}"><bdi>${name}</bdi></a> <span class="quiet">${entity === null ? 'who is not known' : entity.kind}</span> <span class="count">${counted(statements, 'statement')}</span></li>\n`,
    ),
    empty: html`<h1>Nobody speaks here yet</h1>
<p>Everybody whom a page quotes or reports has a page of their own here: what they said over time, to whom, and who reports it. Add a page that quotes somebody:</p>
<pre><code>onrecord add article.html</code></pre>`,
  })
