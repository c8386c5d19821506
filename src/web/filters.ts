/** The search form, the chips of active filters and the facets: every one an address, none needs JavaScript. */
import type { LedgerSummary } from '../app/ports.ts'
import { ACT_TYPES, POLARITIES } from '../core/query/query.ts'
import { type Html, html } from './html.ts'
import { addressOf, narrowing, type Query, type QueryName, statementQueryNames } from './query.ts'
import { dateInWords, formWords, languageName, mannerWords, number } from './wording.ts'

/** What a filter is called on the page. */
export const filterWords: Readonly<Record<QueryName, string>> = {
  text: 'words',
  speaker: 'speaker',
  'speaks-for': 'speaks for',
  act: 'act',
  polarity: 'polarity',
  about: 'about',
  publisher: 'publisher',
  language: 'language',
  form: 'form',
  manner: 'manner',
  'said-from': 'said from',
  'said-to': 'said to',
  from: 'published from',
  to: 'published to',
  document: 'document',
  query: 'query',
  sort: 'order',
  limit: 'per page',
  after: 'page',
}

/** The active filters that narrow the list, in order. */
export const activeFilters = (query: Query): { name: QueryName; value: string }[] =>
  statementQueryNames.flatMap((name) => {
    const value = query[name]
    return value === undefined || !narrowing(name) ? [] : [{ name, value }]
  })

/** How a filter's value reads on the page. */
export const filterValue = (name: QueryName, value: string): string => {
  if (name === 'language') return languageName(value)
  if (name === 'from' || name === 'to' || name === 'said-from' || name === 'said-to') return dateInWords(value)
  return value
}

/** A form for `names`; what the address has besides them is kept, the page within the results is not. */
export function searchForm(path: string, query: Query, names: readonly QueryName[], summary: LedgerSummary): Html {
  const offered = names.filter((name) => name !== 'text' && narrowing(name) && name !== 'document')
  const open = offered.some((name) => query[name] !== undefined)
  return html`<form class="search" action="${path}" method="get" role="search">
<div class="search-box">
<label for="f-text">${path === '/' ? 'Search what was said, and by whom' : 'Search the texts'}</label>
<input id="f-text" name="text" type="search" value="${query.text ?? ''}" placeholder="${'words, "a phrase", -without'}" maxlength="500" autocomplete="off" enterkeyhint="search">
<button type="submit">Search</button>
</div>
<details class="more"${open && html` open`}>
<summary>Filter by ${path === '/' ? 'speaker, publisher, date…' : 'publisher, language, date'}</summary>
<div class="fields">
${offered.map((name) => html`<p><label for="f-${name}">${capital(filterWords[name])}</label>${field(name, query[name] ?? '', summary)}</p>\n`)}
<p class="submit"><button type="submit">Show</button></p>
</div>
</details>
${(['document', 'limit'] as const).map((name) => query[name] !== undefined && html`<input type="hidden" name="${name}" value="${query[name]}">`)}
</form>`
}

function field(name: QueryName, value: string, summary: LedgerSummary): Html {
  switch (name) {
    case 'speaker':
    case 'publisher': {
      const known = name === 'speaker' ? summary.speakers : summary.publishers
      return html`<input id="f-${name}" name="${name}" type="text" value="${value}" list="known-${name}" maxlength="500" autocomplete="off"><datalist id="known-${name}">${known
        .slice(0, offeredValues)
        .map((one) => html`<option value="${one.name}"></option>`)}</datalist>`
    }
    case 'act':
      return select(
        name,
        value,
        ACT_TYPES.map((act) => [act, act] as const),
      )
    case 'polarity':
      return select(
        name,
        value,
        POLARITIES.map((polarity) => [polarity, polarity] as const),
      )
    case 'about':
    case 'speaks-for':
      return html`<input id="f-${name}" name="${name}" type="text" value="${value}" maxlength="500" autocomplete="off">`
    case 'language':
      return select(
        name,
        value,
        summary.languages.map((one) => [one.name, languageName(one.name)]),
      )
    case 'form':
      return select(name, value, Object.entries(formWords))
    case 'manner':
      return select(name, value, Object.entries(mannerWords))
    default:
      return html`<input id="f-${name}" name="${name}" type="date" value="${value}">`
  }
}

/** More than a browser shows at once; the rest is found by typing. */
const offeredValues = 200

/** A value that is not among the choices stays in the form, so that a search is never changed unseen. */
function select(name: QueryName, value: string, choices: readonly (readonly [string, string])[]): Html {
  const all =
    value === '' || choices.some(([choice]) => choice === value) ? choices : [...choices, [value, value] as const]
  return html`<select id="f-${name}" name="${name}"><option value="">any</option>${all.map(
    ([choice, words]) => html`<option value="${choice}"${choice === value && html` selected`}>${words}</option>`,
  )}</select>`
}

/** The filters in force, each a link that takes it away. */
export function chips(path: string, query: Query): Html | false {
  const active = activeFilters(query)
  return (
    active.length > 0 &&
    html`<ul class="chips" aria-label="Filters in force">
${active.map(
  ({ name, value }) =>
    html`<li><a href="${addressOf(path, query, { [name]: null })}" aria-label="Remove ${filterWords[name]}: ${filterValue(name, value)}"><span class="chip-name">${filterWords[name]}</span> <bdi>${filterValue(name, value)}</bdi> <span class="cross" aria-hidden="true">×</span></a></li>\n`,
)}${active.length > 1 && html`<li><a class="all" href="${path}">Remove all</a></li>`}</ul>`
  )
}

/** What the ledger holds most of, as links that narrow the page at hand. */
export const facets = (query: Query, summary: LedgerSummary): Html =>
  html`<aside class="facets" aria-label="In the whole ledger">
${facet(
  'Speakers',
  'speaker',
  summary.speakers.filter(({ name }) => !isPronoun(name)),
  query,
)}
${facet('Publishers', 'publisher', summary.publishers, query)}
</aside>`

/** Whether a speaker's name is only a pronoun: as a filter it would put many people under one name. */
export const isPronoun = (name: string): boolean => pronouns.has(name.toLowerCase())

const pronouns: ReadonlySet<string> = new Set([
  'he',
  'she',
  'they',
  'it',
  'i',
  'we',
  'you',
  'who',
  'one',
  'that',
  'which',
])

function facet(
  title: string,
  name: 'speaker' | 'publisher',
  values: LedgerSummary['speakers'],
  query: Query,
): Html | false {
  return (
    values.length > 0 &&
    html`<section aria-labelledby="facet-${name}"><h2 id="facet-${name}">${title}</h2>
<ul>${values
      .slice(0, facetLength)
      .map(
        (value) =>
          html`<li><a href="${addressOf('/', query, { [name]: value.name })}"${query[name] === value.name && html` aria-current="true"`}><bdi>${value.name}</bdi></a> <span class="count">${number(value.statements)}</span></li>\n`,
      )}</ul></section>`
  )
}

const facetLength = 8

const capital = (words: string): string => words[0]!.toUpperCase() + words.slice(1)
