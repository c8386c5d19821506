/** The page of the API: every operation with its parameters, and an example that works on this ledger. */
import { type Html, html } from './html.ts'
import { page } from './layout.ts'

export interface ApiExample {
  /** From the root of the server. */
  readonly address: string
  /** The beginning of the answer. */
  readonly answer: string
}

/** What the page takes of an OpenAPI document. */
export interface ApiDescription {
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

interface Described {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: unknown
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly description?: string
  readonly schema: Readonly<Record<string, unknown>>
}

export function apiPage(
  { tags, paths }: ApiDescription,
  examples: ReadonlyMap<string, ApiExample>,
  origin: string,
): string {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Described })),
  )
  const group = ({ name }: { readonly name: string }) => html`<section class="api-group" aria-labelledby="api-${name}">
<h2 id="api-${name}">${name}</h2>
${all.filter(({ operation }) => operation.tags.includes(name)).map((each) => entry(each, examples.get(each.operation.operationId), origin))}</section>
`
  return page({
    title: 'API',
    section: null,
    twin: '/api/v1/openapi.json',
    modules: [],
    body: html`<header class="document-head"><h1 class="headline">API</h1></header>
<p class="api-lead">All that these pages show, for programs. Every answer is JSON; every list comes in pages, of which <code>next</code> is the cursor to the one after, or whole as lines of JSON with <code>format=ndjson</code>. <a href="/api/v1/openapi.json">The description in OpenAPI 3.1</a> is what clients are made from.</p>
<p class="api-lead">An answer has an <code>ETag</code>: given back in <code>If-None-Match</code>, it spares an answer that has not changed. Whatever goes wrong comes as <code>application/problem+json</code>, with a <code>code</code> and a <code>hint</code>.</p>
<nav class="api-groups" aria-label="Groups of operations"><ul>
${tags.map(({ name }) => html`<li><a href="#api-${name}">${name}</a></li>\n`)}</ul></nav>
${tags.map(group)}`,
  })
}

function entry(
  { path, method, operation }: { readonly path: string; readonly method: string; readonly operation: Described },
  example: ApiExample | undefined,
  origin: string,
): Html {
  const { operationId, summary, parameters } = operation
  const shown = method === 'get' ? example : undefined
  return html`<article class="api-operation" id="${operationId}">
<h3><span class="api-method">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${summary}${method === 'post' && ' Asked with a body: see the description.'}</p>
${
  parameters.length > 0 &&
  html`<dl class="api-parameters">
${parameters.map(parameterRow)}</dl>
`
}${
  shown !== undefined &&
  html`<details>
<summary>Example</summary>
<p><a href="${shown.address}">${shown.address}</a></p>
<pre tabindex="0" aria-label="For the command line"><code>curl '${origin}${shown.address.replaceAll("'", '%27')}'</code></pre>
<pre tabindex="0" aria-label="The beginning of the answer"><code>${shown.answer}</code></pre>
</details>
`
}</article>
`
}

const parameterRow = ({ name, in: place, required, description, schema }: Parameter) =>
  html`<dt><code>${name}</code></dt><dd>${[
    place === 'path' ? 'part of the address' : null,
    required && place !== 'path' ? 'needed' : null,
    description ?? null,
    valuesOf(schema),
  ]
    .filter((part) => part !== null)
    .join('; ')}</dd>
`

function valuesOf({ enum: values, type, minimum, maximum, default: preset, pattern }: Parameter['schema']): string {
  if (Array.isArray(values)) return values.join(', ')
  if (type === 'integer') {
    const range = typeof maximum === 'number' && maximum < 1e9 ? `, ${minimum} to ${maximum}` : ''
    return `a whole number${range}${preset === undefined ? '' : `; default ${preset}`}`
  }
  return typeof pattern === 'string' && pattern.includes('\\d{4}') ? 'a date like 2024-06-21' : 'text'
}
