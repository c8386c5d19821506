/** The frame every page stands in: head, masthead, the discreet link to the JSON twin, footer. */
import { type Html, html } from './html.ts'

/** The parts of the site, in the order in which the masthead has them. */
const NAVIGATION = [
  ['statements', '/', 'Statements'],
  ['documents', '/documents', 'Documents'],
  ['speakers', '/speakers', 'Speakers'],
  ['subjects', '/subjects', 'Subjects'],
  ['conflicts', '/conflicts', 'Conflicts'],
  ['verify', '/verify', 'Verify'],
  ['sources', '/sources', 'Sources'],
  ['add', '/add', 'Add'],
] as const

type Section = (typeof NAVIGATION)[number][0]

export interface Frame {
  /** What the page is, for the window's title. */
  readonly title: string
  /** Which part of the site it belongs to. */
  readonly section: Section | null
  /** Address of the same data as JSON; null where there is none. */
  readonly twin: string | null
  /** Client modules the page needs, by name. */
  readonly modules: readonly string[]
  readonly body: Html
}

/** A whole page, as the text that is sent. */
export const page = ({ title, section, twin, modules, body }: Frame): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title} – onrecord</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/assets/style.css">
<link rel="icon" href="data:image/svg+xml,${icon}">
${twin !== null && html`<link rel="alternate" type="application/json" href="${twin}">`}
${[...modules, 'keys'].map((name) => html`<script type="module" src="/assets/${name}.js"></script>\n`)}</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
<p class="wordmark"><a href="/">on<span>record</span></a></p>
<p class="motto">Who said what, and the words that prove it</p>
<nav aria-label="Main">
${NAVIGATION.map(([name, address, words]) => html`<a href="${address}"${current(section === name)}>${words}</a>\n`)}</nav>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer class="colophon">
<p>Every entry points at the exact characters of the page it was read from.</p>
<p class="colophon-links"><a class="twin" href="/api">API</a> ${twin !== null && html`<a class="twin" href="${twin}" title="The data of this page, for programs">JSON</a> `}<button type="button" class="quiet-button" id="show-keys" hidden>Keys</button></p>
</footer>
</body>
</html>
`.toString()

const current = (here: boolean) => here && html` aria-current="page"`

/** An opening quotation mark on a disc, percent-encoded for a `data:` address. */
const icon = encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#7c2320"/>' +
    '<path d="M8 20c0-6 2-9 6-11v3c-2 1-3 2-3 4h3v6H8zm10 0c0-6 2-9 6-11v3c-2 1-3 2-3 4h3v6h-6z" fill="#fff"/></svg>',
)
