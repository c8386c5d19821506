/** The page that shows what becomes of pages that were sent: each file, and what was found in it. */
import { isPronoun } from './filters.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { documentAddress } from './query.ts'
import { counted } from './wording.ts'

export type FileState =
  | { readonly state: 'waiting' }
  | { readonly state: 'reading' }
  | {
      readonly state: 'stored'
      readonly id: string
      readonly title: string | null
      readonly statements: number
      /** Names of those who speak in it, each once, in the order of the text. */
      readonly speakers: readonly string[]
      readonly notices: readonly string[]
    }
  | { readonly state: 'already-stored'; readonly id: string; readonly title: string | null }
  | { readonly state: 'failed'; readonly code: string; readonly message: string; readonly hint: string }

/** One of the files of an addition. */
export interface AddedFile {
  /** From 1. */
  readonly n: number
  /** As the browser told it, which may be anything; null for a text that was pasted. */
  readonly name: string | null
  readonly now: FileState
}

/** Files that were sent together. */
export interface Addition {
  readonly id: string
  readonly files: readonly AddedFile[]
}

/** What a row says: the page is made of it, and so is every event that changes the page. */
export interface FileWords {
  readonly n: number
  readonly state: FileState['state']
  readonly words: string
  /** More to know: why it failed and what to do, or what was noticed. */
  readonly detail: string
  /** Where the document is; null until there is one. */
  readonly href: string | null
  readonly link: string
}

export function fileWords({ n, name, now }: AddedFile): FileWords {
  const row = { n, state: now.state, detail: '', href: null, link: '' }
  switch (now.state) {
    case 'waiting':
      return { ...row, words: 'waiting' }
    case 'reading':
      return { ...row, words: 'being read' }
    case 'stored':
      return {
        ...row,
        words: `stored, ${counted(now.statements, 'statement')}`,
        detail: [speakersWords(now.speakers), ...now.notices].filter(Boolean).join(' '),
        href: documentAddress(now.id),
        link: now.title ?? name ?? 'See the document',
      }
    case 'already-stored':
      return {
        ...row,
        words: 'was there already',
        href: documentAddress(now.id),
        link: now.title ?? name ?? 'See the document',
      }
    case 'failed':
      return { ...row, words: 'not stored', detail: `${now.message}. ${now.hint}` }
  }
}

/** Names that a row has room for. */
const FEW = 5

function speakersWords(names: readonly string[]): string {
  const speakers = names.filter((name) => !isPronoun(name))
  if (speakers.length === 0) return ''
  const more = speakers.length > FEW ? [`and ${speakers.length - FEW} more`] : []
  return `Speakers: ${[...speakers.slice(0, FEW), ...more].join(', ')}.`
}

/** `3 of 5 done: 2 stored with 31 statements, 1 not stored`. */
export function additionWords({ files }: Addition): string {
  const has = (state: FileState['state']) => files.filter(({ now }) => now.state === state).length
  const [stored, already, failed] = [has('stored'), has('already-stored'), has('failed')]
  const found = files.reduce((sum, { now }) => sum + (now.state === 'stored' ? now.statements : 0), 0)
  const parts = [
    stored > 0 && `${stored} stored with ${counted(found, 'statement')}`,
    already > 0 && `${already} there already`,
    failed > 0 && `${failed} not stored`,
  ].filter(Boolean)
  const done = stored + already + failed
  const head =
    done === files.length ? `${counted(files.length, 'page')} done` : `${done} of ${counted(files.length, 'page')} done`
  return parts.length === 0 ? head : `${head}: ${parts.join(', ')}`
}

/** How many of its files nothing more will happen to. */
export const doneIn = ({ files }: Addition): number =>
  files.filter(({ now }) => now.state !== 'waiting' && now.state !== 'reading').length

export const isDone = (addition: Addition): boolean => doneIn(addition) === addition.files.length

/** What a file is called where it has no name. */
export const PASTED = 'What you pasted'

export const additionAddress = (id: string): string => `/add/jobs/${encodeURIComponent(id)}`

export function addJobPage(addition: Addition): string {
  const done = isDone(addition)
  const address = additionAddress(addition.id)
  return page({
    title: 'Adding',
    section: 'add',
    twin: null,
    modules: done ? [] : ['add'],
    body: html`<section class="adding"${!done && html` data-events="${address}/events"`}>
<h1 class="headline">${done ? 'Added' : 'Adding'}</h1>
<p class="lead" id="sum" role="status">${additionWords(addition)}</p>
${!done && html`<progress max="${addition.files.length}" value="${doneIn(addition)}" aria-labelledby="sum"></progress>`}
<ol class="files">
${addition.files.map((file) => fileRow(file.name, fileWords(file)))}</ol>
<p class="after">${!done && html`<a class="again" href="${address}">Look again</a> `}<a href="/add">Add more</a> <a href="/documents">To the documents</a></p>
</section>`,
  })
}

const fileRow = (name: string | null, { n, state, words, detail, href, link }: FileWords): Html =>
  html`<li data-n="${n}" data-state="${state}">
<p class="file"><bdi>${name ?? PASTED}</bdi> <span class="state">${words}</span></p>
<p class="found">${href !== null && html`<a href="${href}"><bdi>${link}</bdi></a>`}</p>
<p class="detail">${detail}</p>
</li>
`
