/** Adding: files can be dropped, what was chosen is shown, sending shows how far it is, and progress comes without reloading. */

interface FileEvent {
  readonly n: number
  readonly state: string
  readonly words: string
  readonly detail: string
  readonly href: string | null
  readonly link: string
}

interface Sum {
  readonly sum: string
  readonly done: number
}

/** What the server takes at once. */
const MOST_BYTES = 20_000_000

const form = document.querySelector<HTMLFormElement>('.add-form')
const progress = document.querySelector<HTMLElement>('[data-events]')
if (form !== null) improve(form)
if (progress !== null) follow(progress, progress.dataset.events!)

function improve(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]')!
  const chosen = form.querySelector<HTMLElement>('.chosen')!
  const box = form.querySelector<HTMLElement>('.drop')!
  box.dataset.ready = ''
  input.addEventListener('change', () => show(input, chosen))
  // Dropped beside the box, a file would replace the page.
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    box.dataset.over = ''
  })
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) delete box.dataset.over
  })
  addEventListener('drop', (event) => {
    delete box.dataset.over
    if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return
    event.preventDefault()
    input.files = event.dataTransfer.files
    show(input, chosen)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    send(form, chosen)
  })
  show(input, chosen)
}

function show(input: HTMLInputElement, chosen: HTMLElement): void {
  const files = [...(input.files ?? [])]
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  const list = document.createElement('ul')
  list.append(...files.map(({ name, size }) => element('li', '', [element('bdi', '', [name]), ` ${inWords(size)}`])))
  chosen.replaceChildren(...(files.length === 0 ? [] : [list]))
  if (files.length > 1) chosen.append(element('p', '', [`${files.length} files, ${inWords(bytes)}`]))
  if (bytes > MOST_BYTES) {
    chosen.append(element('p', 'problem', ['That is more than 20 MB: send them in several parts.']))
  }
}

const inWords = (bytes: number): string =>
  bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`

/** Sends as the browser would have done, but tells how far it is. */
function send(form: HTMLFormElement, chosen: HTMLElement): void {
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]')!
  const words = button.textContent
  const bar = document.createElement('progress')
  bar.setAttribute('aria-label', 'Sent')
  chosen.append(bar)
  button.disabled = true
  button.textContent = 'Sending'
  const request = new XMLHttpRequest()
  const failed = (problem: string) => {
    bar.replaceWith(element('p', 'problem', [problem]))
    button.disabled = false
    button.textContent = words
  }
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.max = total
    bar.value = loaded
  })
  request.addEventListener('load', () => {
    if (request.status < 300) location.assign(request.responseURL)
    else failed(problemIn(request.response as Document | null) ?? `The server answered ${request.status}.`)
  })
  request.addEventListener('error', () =>
    failed('The server could not be reached, or it did not want the whole of it.'),
  )
  request.open('POST', form.action)
  request.responseType = 'document'
  request.send(new FormData(form))
}

/** The one clear line of the page that the server answered with. */
const problemIn = (page: Document | null): string | null => page?.querySelector('.problem')?.textContent ?? null

function follow(section: HTMLElement, address: string): void {
  const events = new EventSource(address)
  section.querySelector('.again')?.remove()
  events.addEventListener('file', ({ data }) => {
    const event = JSON.parse(data) as FileEvent & Sum
    update(section, event)
    summarize(section, event)
  })
  events.addEventListener('end', ({ data }) => {
    events.close()
    summarize(section, JSON.parse(data) as Sum)
    section.querySelector('progress')?.remove()
    section.querySelector('h1')!.textContent = 'Added'
    document.title = document.title.replace('Adding', 'Added')
  })
}

function update(section: HTMLElement, { n, state, words, detail, href, link }: FileEvent): void {
  const row = section.querySelector<HTMLElement>(`li[data-n="${Number(n)}"]`)
  if (row === null) return
  row.dataset.state = state
  row.querySelector('.state')!.textContent = words
  row.querySelector('.detail')!.textContent = detail
  if (href === null || !href.startsWith('/documents/')) return
  const anchor = document.createElement('a')
  anchor.href = href
  anchor.append(element('bdi', '', [link]))
  row.querySelector('.found')!.replaceChildren(anchor)
}

function summarize(section: HTMLElement, { sum, done }: Sum): void {
  section.querySelector('#sum')!.textContent = sum
  const bar = section.querySelector('progress')
  if (bar !== null) bar.value = done
}

function element(name: string, className: string, children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

export {}
