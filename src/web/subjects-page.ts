/** The list of what statements are about: subjects of the user's own first, then those of the ledger. */
import type { ListedSubject, SubjectList } from '../app/list-subjects.ts'
import { type Html, html } from './html.ts'
import { type NameListQuery, nameListPage } from './name-list-page.ts'
import { subjectAddress } from './query.ts'
import { counted, dateInWords } from './wording.ts'

export const subjectsPage = (query: NameListQuery, found: SubjectList): string =>
  nameListPage({
    section: 'subjects',
    title: 'Subjects',
    prompt: 'Find a subject by a word of its name',
    query,
    found,
    before:
      found.defined.length > 0 &&
      html`<h2 class="names-title">Of your own</h2>
<ol class="name-list">
${found.defined.map(item)}</ol>
<h2 class="names-title">Found in what is said</h2>`,
    items: found.rows.map(item),
    empty: html`<h1>No subjects yet</h1>
<p>What statements are about is read from their words: states, people, weapons, treaties. Add a page that quotes somebody:</p>
<pre><code>onrecord add article.html</code></pre>
<p>You can also define subjects of your own, each as a search, in a file <code>subjects.toml</code>.</p>`,
  })

const item = ({ name, statements, first, last }: ListedSubject): Html =>
  html`<li><a href="${subjectAddress(name)}"><bdi>${name}</bdi></a> <span class="quiet">${years(first, last)}</span> <span class="count">${counted(statements, 'statement')}</span></li>\n`

/** `2022`, `2022 to 2024`, `undated`. */
const years = (first: string | null, last: string | null): string => {
  const [from, to] = [first ?? last, last ?? first].map((day) => (day === null ? null : dateInWords(day.slice(0, 4))))
  return from === null || to === null ? 'undated' : from === to ? from! : `${from} to ${to}`
}
