/** Offers completions of the last word in the search box, as the combobox pattern of ARIA has it. */

interface Suggestion {
  readonly insert: string
  readonly words: string
  readonly field: string
  readonly statements: number | null
}

const box = document.querySelector<HTMLInputElement>('.search input[name="text"]')
if (box !== null) offerIn(box)

function offerIn(input: HTMLInputElement): void {
  const list = document.createElement('ul')
  list.id = 'completions'
  list.className = 'completions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Completions')
  list.hidden = true
  input.after(list)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value)

  let from = 0
  let suggestions: readonly Suggestion[] = []
  let chosen = -1
  let asked = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, 120)
  })
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      choose(chosen + (event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      show([])
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0) {
      event.preventDefault()
      take(chosen)
    }
  })
  input.addEventListener('blur', () => setTimeout(() => show([]), 150))

  async function ask(): Promise<void> {
    const at = input.selectionStart ?? input.value.length
    const mine = ++asked
    const response = await fetch(`/api/v1/complete?${new URLSearchParams({ text: input.value.slice(0, at) })}`)
    if (!response.ok || mine !== asked || document.activeElement !== input) return
    const answer = (await response.json()) as { from: number; suggestions: Suggestion[] }
    from = answer.from
    show(answer.suggestions)
  }

  function show(found: readonly Suggestion[]): void {
    suggestions = found
    chosen = -1
    list.hidden = found.length === 0
    input.setAttribute('aria-expanded', String(found.length > 0))
    input.removeAttribute('aria-activedescendant')
    list.replaceChildren(...found.map(item))
  }

  function item({ words, field, statements }: Suggestion, index: number): HTMLElement {
    const made = document.createElement('li')
    made.id = `completion-${index}`
    made.setAttribute('role', 'option')
    made.setAttribute('aria-selected', 'false')
    const name = document.createElement('bdi')
    name.textContent = words
    const kind = document.createElement('span')
    kind.textContent = statements === null ? field : `${field} · ${statements}`
    made.append(name, ' ', kind)
    // Before the field loses the focus.
    made.addEventListener('mousedown', (event) => {
      event.preventDefault()
      take(index)
    })
    return made
  }

  function choose(index: number): void {
    const last = suggestions.length - 1
    chosen = index < 0 ? last : index > last ? 0 : index
    for (const [at, element] of [...list.children].entries())
      element.setAttribute('aria-selected', String(at === chosen))
    input.setAttribute('aria-activedescendant', `completion-${chosen}`)
  }

  function take(index: number): void {
    const at = input.selectionStart ?? input.value.length
    const { insert, statements } = suggestions[index]!
    input.setRangeText(insert, from, at, 'end')
    show([])
    // A field alone wants a value.
    if (statements === null && insert.endsWith(':')) void ask()
  }
}

export {}
