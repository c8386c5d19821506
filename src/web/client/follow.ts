/** The list in the margin follows the reading: it shows the statements of the paragraphs in view, unless one is selected. */

const list = document.querySelector<HTMLElement>('.statement-list')
const page = document.querySelector<HTMLElement>('.document')

if (list !== null && page !== null) follow(list, page)

function follow(list: HTMLElement, page: HTMLElement): void {
  const items = new Map([...list.children].map((item) => [(item as HTMLElement).dataset.n!, item as HTMLElement]))
  const inView = new Set<string>()
  let shown: string | null = null
  let touched = 0
  // Whoever scrolls the list itself looks for something there.
  list.addEventListener('pointerenter', () => {
    touched = Number.POSITIVE_INFINITY
  })
  list.addEventListener('pointerleave', () => {
    touched = 0
  })
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const number = (target as HTMLElement).dataset.n!
      if (isIntersecting) inView.add(number)
      else inView.delete(number)
      items.get(number)?.toggleAttribute('data-near', isIntersecting)
    }
    const first = [...inView].sort((a, b) => Number(a) - Number(b))[0]
    if (first === undefined || first === shown || touched > 0 || page.hasAttribute('data-selecting')) return
    shown = first
    const item = items.get(first)
    if (item && list.scrollHeight > list.clientHeight + 1) list.scrollTop = item.offsetTop - list.offsetTop - 8
  })
  for (const reference of document.querySelectorAll('.text .ref')) observer.observe(reference)
}

export {}
