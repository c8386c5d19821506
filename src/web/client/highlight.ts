/** Lights the parts of one statement together: on hover, on focus, and for good when its address or list item is chosen. */
import { copy } from './copy.ts'

const page = document.querySelector<HTMLElement>('.document')!
const panel = document.querySelector<HTMLElement>('#selected')!
const hint = [...panel.childNodes]

const items = new Map<string, HTMLElement>()
const references = new Map<string, HTMLElement>()
const marks = new Map<string, HTMLElement[]>()
/** Number of the statement that stays lit; null for none. */
let selected: string | null = null
/** Number of the statement lit while the pointer or the focus is on it. */
let glowing: string | null = null

page.addEventListener('mouseover', (event) => glow(numberAt(event.target)))
page.addEventListener('mouseleave', () => glow(null))
page.addEventListener('focusin', (event) => glow(numberAt(event.target)))
page.addEventListener('focusout', () => glow(null))
page.addEventListener('click', onClick)
addEventListener('hashchange', followAddress)
addEventListener('keydown', onKey)
collect()
followAddress()

function collect(): void {
  for (const item of page.querySelectorAll<HTMLElement>('.statement-list > li')) items.set(item.dataset.n!, item)
  for (const reference of page.querySelectorAll<HTMLElement>('.ref')) references.set(reference.dataset.n!, reference)
  for (const mark of page.querySelectorAll<HTMLElement>('mark[data-m]')) {
    for (const code of mark.dataset.m!.split(' ')) {
      const number = code.slice(0, -1)
      const known = marks.get(number)
      if (known === undefined) marks.set(number, [mark])
      else known.push(mark)
    }
  }
}

/** The statement an element stands for: of several, the one its mark names first. */
function numberAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null
  const found = target.closest<HTMLElement>('[data-m], [data-n]')
  if (found === null) return null
  return found.dataset.n ?? found.dataset.m!.split(' ')[0]!.slice(0, -1)
}

function glow(number: string | null): void {
  if (number === glowing) return
  if (glowing !== null) mark(glowing, 'glow', false)
  glowing = number
  if (glowing !== null) mark(glowing, 'glow', true)
}

/** Sets or takes `data-glow` or `data-lit` on all parts of a statement; the value is the part's role. */
function mark(number: string, name: 'glow' | 'lit', on: boolean): void {
  for (const element of marks.get(number) ?? []) {
    if (!on) delete element.dataset[name]
    else element.dataset[name] = roles(element, number)
  }
  for (const element of [items.get(number), references.get(number)]) element?.toggleAttribute(`data-${name}`, on)
}

function roles(element: HTMLElement, number: string): string {
  const own = element.dataset.m!.split(' ').filter((code) => code.slice(0, -1) === number)
  return own.map((code) => code.at(-1)).join(' ')
}

function onClick(event: MouseEvent): void {
  const target = event.target as Element
  // A click that ends a selection of text, or on a link, means that and nothing else.
  if (target.closest('a, button, summary') !== null || getSelection()?.isCollapsed === false) return
  const number = target.closest('mark[data-m]') === null ? null : numberAt(target)
  if (number !== null) select(number, { scroll: false })
}

function onKey(event: KeyboardEvent): void {
  const target = event.target as Element
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select') !== null) return
  const inList = target.closest('.statements') !== null
  if (event.key === 'Escape') clear()
  else if (event.key === 'j' || (inList && event.key === 'ArrowDown')) step(1, event)
  else if (event.key === 'k' || (inList && event.key === 'ArrowUp')) step(-1, event)
}

function step(by: 1 | -1, event: KeyboardEvent): void {
  const last = items.size
  if (last === 0) return
  event.preventDefault()
  const from = Number(selected ?? glowing ?? (by === 1 ? 0 : last + 1))
  const number = String(Math.min(last, Math.max(1, from + by)))
  select(number, { scroll: true })
  const inList = (event.target as Element).closest('.statements') !== null
  const next = inList ? items.get(number)?.querySelector('a') : references.get(number)
  next?.focus({ preventScroll: true })
}

/** Selects and writes the address without adding to the history: stepping through fifty is one visit. */
function select(number: string, { scroll }: { scroll: boolean }): void {
  history.replaceState(null, '', `#s=${encodeURIComponent(items.get(number)!.dataset.id!)}`)
  show(number)
  if (scroll) scrollTo(number)
}

function followAddress(): void {
  const id = idIn(location.hash)
  const found = id === null ? undefined : [...items].find(([, item]) => item.dataset.id === id)
  if (found === undefined && id !== null && goesElsewhere(id)) return
  if (found === undefined) {
    if (selected !== null) show(null)
    return
  }
  show(found[0])
  scrollTo(found[0])
}

/** A long document comes in parts: an id tells where its statement begins, and the server which part that is. */
function goesElsewhere(id: string): boolean {
  const at = /\.(\d+)-/.exec(id)?.[1]
  if (page.dataset.parts === undefined || at === undefined) return false
  if (new URLSearchParams(location.search).get('at') === at) return false
  location.replace(`${location.pathname}?at=${at}${location.hash}`)
  return true
}

function idIn(hash: string): string | null {
  if (!hash.startsWith('#s=')) return null
  try {
    return decodeURIComponent(hash.slice(3))
  } catch {
    return null
  }
}

function clear(): void {
  if (selected === null) return
  history.replaceState(null, '', location.pathname + location.search)
  show(null)
}

function show(number: string | null): void {
  if (selected !== null) mark(selected, 'lit', false)
  selected = number
  page.toggleAttribute('data-selecting', number !== null)
  if (number === null) {
    panel.replaceChildren(...hint)
    return
  }
  mark(number, 'lit', true)
  panel.replaceChildren(card(number))
}

function scrollTo(number: string): void {
  const reference = references.get(number)
  const fold = reference?.closest('details')
  if (fold) fold.open = true
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
  reference?.scrollIntoView({ block: 'center', behavior })
  const list = items.get(number)?.parentElement
  const item = items.get(number)
  // Only the list's own scroll box is moved; on a phone the list stands below the text and has none.
  if (list && item && list.scrollHeight > list.clientHeight + 1) {
    list.scrollTop = item.offsetTop - list.offsetTop - (list.clientHeight - item.offsetHeight) / 2
  }
}

/** What is known about the selected statement, taken from its list item. */
function card(number: string): DocumentFragment {
  const item = items.get(number)!
  const part = (selector: string): Node[] =>
    [...item.querySelectorAll(selector)].map((element) => element.cloneNode(true))
  const out = document.createDocumentFragment()
  out.append(
    element('p', 'card-head', [`Statement ${number}`, button('Close', 'close', clear)]),
    element(
      'p',
      'card-who',
      part('.who, .standing, .cue-word').flatMap((node) =>
        // The standing begins with a comma of its own.
        (node as Element).matches('.cue-word') ? [' ', node] : [node],
      ),
    ),
    ...part('.circumstances'),
    element(
      'p',
      'labels',
      part('.labels > *').flatMap((node) => [node, ' ']),
    ),
    element('p', 'card-id', [element('code', '', [item.dataset.id!])]),
    element('p', 'card-tools', [
      button('Copy id', '', (self) => copy(item.dataset.id!, self)),
      button('Copy link', '', (self) => copy(linkTo(item), self)),
      button('Copy citation', '', (self) => copy(citation(item), self)),
    ]),
  )
  return out
}

function element(name: string, className: string, children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

function button(words: string, className: string, press: (self: HTMLElement) => void): HTMLElement {
  const made = element('button', className, [words]) as HTMLButtonElement
  made.type = 'button'
  made.addEventListener('click', () => press(made))
  return made
}

function linkTo(item: HTMLElement): string {
  return new URL(`/statements/${encodeURIComponent(item.dataset.id!)}`, location.href).href
}

/** `Name: words. “Title”, Publisher, date. Address. Id.`: what is not known is left out. */
function citation(item: HTMLElement): string {
  const { title, publisher, published, url } = page.dataset
  const speaker = item.querySelector('.who')?.textContent ?? ''
  const content = item.querySelector('.what')?.textContent ?? ''
  const where = [title && `“${title}”`, publisher, published].filter(Boolean).join(', ')
  return [`${speaker}: ${content}`, where, url, item.dataset.id].filter(Boolean).join('. ')
}
