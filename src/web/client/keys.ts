/** Keys that work on every page: / goes to the search, ? shows all keys, g and a letter goes to a page. */

const PAGES: Readonly<Record<string, string>> = {
  s: '/',
  d: '/documents',
  p: '/speakers',
  u: '/subjects',
  c: '/conflicts',
  v: '/verify',
  a: '/add',
}

let afterG = 0

addEventListener('keydown', (event) => {
  const target = event.target as Element
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (target.closest('input, textarea, select, [contenteditable], dialog') !== null) return
  if (event.key === '/') {
    const search = document.querySelector<HTMLInputElement>('input[type="search"], textarea')
    event.preventDefault()
    if (search === null) location.href = '/#f-text'
    else search.focus()
  } else if (event.key === '?') {
    event.preventDefault()
    help().showModal()
  } else if (event.key === 'g') afterG = event.timeStamp
  else if (event.timeStamp - afterG < 1500 && PAGES[event.key] !== undefined) location.href = PAGES[event.key]!
})

if (location.hash === '#f-text') document.querySelector<HTMLInputElement>('#f-text')?.focus()
document.querySelector('#show-keys')?.removeAttribute('hidden')
document.querySelector('#show-keys')?.addEventListener('click', () => help().showModal())

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'search'],
  ['j and k', 'next and previous statement'],
  ['Enter', 'open the statement that is marked'],
  ['x', 'select it for export'],
  ['Esc', 'nothing selected, nothing open'],
  ['g s', 'statements'],
  ['g d', 'documents'],
  ['g p', 'speakers'],
  ['g u', 'subjects'],
  ['g c', 'conflicts'],
  ['g v', 'verify'],
  ['g a', 'add a page'],
  ['?', 'these keys'],
]

function help(): HTMLDialogElement {
  const known = document.querySelector<HTMLDialogElement>('#keys')
  if (known !== null) return known
  const dialog = document.createElement('dialog')
  dialog.id = 'keys'
  dialog.setAttribute('aria-labelledby', 'keys-title')
  const title = document.createElement('h2')
  title.id = 'keys-title'
  title.textContent = 'Keys'
  const list = document.createElement('dl')
  for (const [key, words] of KEYS) {
    const term = document.createElement('dt')
    for (const [index, part] of key.split(' ').entries()) {
      if (index > 0) term.append(' ')
      const shown = document.createElement(part === 'and' ? 'span' : 'kbd')
      shown.textContent = part
      term.append(shown)
    }
    const meaning = document.createElement('dd')
    meaning.textContent = words
    const row = document.createElement('div')
    row.append(term, meaning)
    list.append(row)
  }
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = 'Close'
  close.addEventListener('click', () => dialog.close())
  dialog.append(title, list, close)
  document.body.append(dialog)
  return dialog
}

export {}
