/** The list of statements by keyboard, what is selected for export, and searches kept in this browser. */

const list = document.querySelector<HTMLElement>('.digest')
if (list !== null) {
  walk(list)
  count(list)
}
saved()

/** j and k go through the entries; Enter opens the one that is marked, x selects it. */
function walk(root: HTMLElement): void {
  const entries = [...root.querySelectorAll<HTMLElement>('.entry')]
  let at = -1
  addEventListener('keydown', (event) => {
    const target = event.target as Element
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, dialog, summary')) {
      if (!(target instanceof HTMLInputElement && target.type === 'checkbox')) return
    }
    if (event.key === 'j' || event.key === 'k') {
      event.preventDefault()
      const next = Math.min(entries.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))
      entries[at]?.removeAttribute('data-lit')
      at = next
      const entry = entries[at]
      if (entry === undefined) return
      entry.setAttribute('data-lit', '')
      entry.querySelector<HTMLElement>('a.open')?.focus({ preventScroll: true })
      entry.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'x' && at >= 0) {
      const box = entries[at]?.querySelector<HTMLInputElement>('input[type="checkbox"]')
      if (!box) return
      box.checked = !box.checked
      box.dispatchEvent(new Event('change', { bubbles: true }))
    } else if (event.key === 'Escape' && at >= 0) {
      entries[at]?.removeAttribute('data-lit')
      at = -1
    }
  })
}

/** Says how many are selected, so that the button tells what it exports. */
function count(root: HTMLElement): void {
  const words = document.querySelector<HTMLElement>('#selected-count')
  if (words === null) return
  const unselected = words.textContent
  const tell = (): void => {
    const selected = root.querySelectorAll('input[name="statement"]:checked').length
    words.textContent = selected === 0 ? unselected : `${selected} selected`
  }
  root.addEventListener('change', tell)
  tell()
}

interface Saved {
  readonly name: string
  readonly address: string
}

/** Kept in this browser alone: the server does not know them. */
function saved(): void {
  const place = document.querySelector<HTMLElement>('#saved')
  if (place === null) return
  const kept = read()
  const here = location.pathname + location.search
  const isKept = kept.some(({ address }) => address === here)
  const items = kept.map(({ name, address }) => {
    const link = document.createElement('a')
    link.href = address
    link.textContent = name
    const remove = document.createElement('button')
    remove.type = 'button'
    remove.className = 'quiet-button'
    remove.setAttribute('aria-label', `Forget ${name}`)
    remove.textContent = '×'
    remove.addEventListener('click', () => write(kept.filter((each) => each.address !== address)))
    const item = document.createElement('li')
    item.append(link, remove)
    return item
  })
  const list = document.createElement('ul')
  list.append(...items)
  place.replaceChildren(...(items.length > 0 ? [heading('Saved searches'), list] : []))
  const keep = document.querySelector<HTMLButtonElement>('#save-search')
  if (keep === null) return
  keep.hidden = isKept || location.search === ''
  keep.onclick = () => write([...kept, { name: keep.dataset.name ?? here, address: here }])
}

function heading(words: string): HTMLElement {
  const made = document.createElement('h2')
  made.textContent = words
  return made
}

function read(): Saved[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem('onrecord.searches') ?? '[]')
    if (!Array.isArray(kept)) return []
    // Only addresses of this list: what stands in the store may have been put there by anything.
    return kept.filter(
      (each): each is Saved => typeof each?.name === 'string' && /^\/\?[^#]*$/.test(String(each?.address)),
    )
  } catch {
    return []
  }
}

function write(kept: readonly Saved[]): void {
  try {
    localStorage.setItem('onrecord.searches', JSON.stringify(kept.slice(-50)))
  } catch {
    // A browser that keeps nothing keeps no searches.
  }
  saved()
}

export {}
