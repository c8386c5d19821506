/** The search form, the chips of active filters and the facets: every one an address, none needs JavaScript. */
import type { FacetCount, FacetName, Facets, LedgerSummary } from '../app/ports.ts'
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
  view: 'view',
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
  const offered = names.filter((name) => !['text', 'document', 'query'].includes(name) && narrowing(name))
  return html`<form class="search" action="${path}" method="get" role="search">
<div class="search-box">
<label for="f-text">${path === '/' ? 'Search what was said, and by whom' : 'Search the texts'}</label>
<input id="f-text" name="text" type="search" value="${query.text ?? ''}" placeholder="${path === '/' ? 'words, "a phrase", speaker:Name, act:denial, about:dam' : 'words, "a phrase", -without'}" maxlength="2000"${path === '/' && html` aria-describedby="search-help"`} autocomplete="off" enterkeyhint="search">
<button type="submit">Search</button>
</div>
${path === '/' && searchHelp}
<details class="more">
<summary>Filter by ${path === '/' ? 'speaker, publisher, date…' : 'publisher, language, date'}</summary>
<div class="fields">
${offered.map((name) => html`<p><label for="f-${name}">${capital(filterWords[name])}</label>${field(name, query[name] ?? '', summary)}</p>\n`)}
<p class="submit"><button type="submit">Show</button></p>
</div>
</details>
${(['document', 'limit', 'query', 'sort', 'view'] as const).map((name) => query[name] !== undefined && html`<input type="hidden" name="${name}" value="${query[name]}">`)}
</form>`
}

/** What the box understands, folded away until somebody asks. */
const searchHelp = html`<details class="search-help" id="search-help"><summary>What can I type?</summary>
<p>Words must all occur; <code>"boots on the ground"</code> is a phrase, <code>-word</code> excludes, <code>word*</code> is a beginning. Fields narrow:
<code>speaker:Kirby</code>, <code>for:Russia</code>, <code>act:threat,refusal</code>, <code>about:"air defence"</code>, <code>publisher:Reuters</code>, <code>form:direct</code>,
<code>from:2024-01-01</code>, <code>to:2024-12-31</code>, <code>said-from:</code> and <code>said-to:</code> for the day of saying. <code>OR</code> and parentheses work too:
<code>about:Patriot (speaker:Peskov OR speaker:Lavrov) -act:opinion</code>.</p></details>`

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

/** By what the statements found could be narrowed further, each value a link with its count. */
export function facets(query: Query, { total, counted: looked, facets: found }: Facets): Html | false {
  const sections = FACETS.map((name) => facet(query, name, found[name])).filter((section) => section !== false)
  return (
    sections.length > 0 &&
    html`<aside class="facets" aria-label="Narrow further">
${looked < total && html`<p class="quiet">Counted in the ${number(looked)} that were added last.</p>`}
${sections}</aside>`
  )
}

const FACETS = ['speaker', 'about', 'act', 'publisher', 'form', 'year'] as const

const facetTitles: Readonly<Record<FacetName, string>> = {
  speaker: 'Speakers',
  about: 'About',
  act: 'Acts',
  publisher: 'Publishers',
  form: 'Forms',
  year: 'Published in',
}

function facet(query: Query, name: FacetName, values: readonly FacetCount[]): Html | false {
  const shown = values.filter((value) => name !== 'speaker' || !isPronoun(value.name)).slice(0, facetLength)
  // One value that everything has narrows nothing.
  if (shown.length === 0 || (shown.length === 1 && (name === 'year' || name === 'form'))) return false
  return html`<details class="facet"${(name !== 'year' || shown.length > 1) && html` open`}><summary><h2>${facetTitles[name]}</h2></summary>
<ul>${shown.map(
    (value) =>
      html`<li><a href="${facetAddress(query, name, value.name)}"${isChosen(query, name, value.name) && html` aria-current="true"`}><bdi>${value.name}</bdi></a> <span class="count">${number(value.statements)}</span></li>\n`,
  )}</ul></details>
`
}

const facetAddress = (query: Query, name: FacetName, value: string): string =>
  name === 'year'
    ? addressOf('/', query, { from: `${value}-01-01`, to: `${value}-12-31` })
    : addressOf('/', query, { [name]: value })

const isChosen = (query: Query, name: FacetName, value: string): boolean =>
  name === 'year' ? query.from === `${value}-01-01` && query.to === `${value}-12-31` : query[name] === value

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

const facetLength = 7

const capital = (words: string): string => words[0]!.toUpperCase() + words.slice(1)
