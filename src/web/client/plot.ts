/** A timeline under the pointer and the keys: a card with the words of a mark, one stop for Tab, arrows from mark to mark. */

for (const figure of document.querySelectorAll<HTMLElement>('[data-plot]')) liven(figure)

function liven(figure: HTMLElement): void {
  const drawing = figure.querySelector<SVGSVGElement>('svg.plot-drawing')!
  const marks = [...drawing.querySelectorAll<SVGAElement>('a')]
  if (marks.length === 0) return
  const card = document.createElement('div')
  card.className = 'plot-card'
  card.hidden = true
  drawing.after(card)
  const lanes = [...drawing.querySelectorAll('.plot-lane')]
  const help = figure.parentElement?.querySelector<HTMLElement>('.plot-keys')
  if (help) help.hidden = false
  /** The mark whose card is open. */
  let shown: SVGAElement | null = null
  let closing = 0
  for (const [index, mark] of marks.entries()) {
    // The card says it all; a tooltip beside it would say it again.
    const title = mark.querySelector('title')!
    mark.setAttribute('aria-label', title.textContent ?? '')
    title.remove()
    mark.setAttribute('tabindex', index === 0 ? '0' : '-1')
  }

  drawing.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch') return
    const mark = nearest(event.clientX, event.clientY, 14)
    drawing.toggleAttribute('data-over', mark !== null)
    if (mark === null) closeSoon()
    else show(mark)
  })
  drawing.addEventListener('pointerleave', closeSoon)
  drawing.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch'
    const mark = nearest(event.clientX, event.clientY, isTouch ? 24 : 14)
    if (event.detail === 0 || mark === null) return
    // A finger first sees what it has hit: the card has the link.
    if (isTouch) {
      event.preventDefault()
      if (mark === shown) location.assign(addressOf(mark))
      else show(mark)
    } else if ((event.target as Element).closest('a') === null) location.assign(addressOf(mark))
  })
  // On the figure: an SVG element that listens for the focus can be given it, and would be a stop of its own.
  figure.addEventListener('focusin', (event) => {
    const mark = (event.target as Element).closest('.plot-drawing a')
    // What a pointer has pressed has its card already.
    if (mark?.matches(':focus-visible')) show(mark as unknown as SVGAElement)
  })
  figure.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && figure.contains(event.relatedTarget)) return
    if (event.relatedTarget !== null) close()
  })
  drawing.addEventListener('keydown', onKey)
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  card.addEventListener('pointerenter', () => clearTimeout(closing))
  card.addEventListener('pointerleave', closeSoon)

  function onKey(event: KeyboardEvent): void {
    const mark = (event.target as Element).closest('a') as unknown as SVGAElement | null
    if (mark === null || event.ctrlKey || event.metaKey || event.altKey) return
    const next = target(event.key, mark)
    if (next === undefined) return
    event.preventDefault()
    for (const each of marks) each.setAttribute('tabindex', each === next ? '0' : '-1')
    next.focus({ preventScroll: true })
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  /** In time along a lane, or to the nearest mark of the lane above or below. */
  function target(key: string, from: SVGAElement): SVGAElement | undefined {
    const lane = lanes.indexOf(from.closest('.plot-lane')!)
    if (key === 'Home') return marks[0]
    if (key === 'End') return marks.at(-1)
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      const own = marksOf(lane)
      return own[own.indexOf(from) + (key === 'ArrowRight' ? 1 : -1)]
    }
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
    const middle = middleOf(from)[0]
    return marksOf(lane + (key === 'ArrowDown' ? 1 : -1)).sort(
      (a, b) => Math.abs(middleOf(a)[0] - middle) - Math.abs(middleOf(b)[0] - middle),
    )[0]
  }

  function marksOf(lane: number): SVGAElement[] {
    return [...(lanes[lane]?.querySelectorAll<SVGAElement>('a') ?? [])].sort((a, b) => middleOf(a)[0] - middleOf(b)[0])
  }

  /** The mark at a point, or the nearest one no further away than `reach`. */
  function nearest(x: number, y: number, reach: number): SVGAElement | null {
    let found: SVGAElement | null = null
    let least = reach
    for (const mark of marks) {
      const box = mark.getBoundingClientRect()
      const away = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
      // Of those that overlap, the one whose middle is nearer.
      const distance = away + Math.hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y) / 1000
      if (distance < least) [found, least] = [mark, distance]
    }
    return found
  }

  function show(mark: SVGAElement): void {
    clearTimeout(closing)
    if (mark === shown) return
    shown?.removeAttribute('data-lit')
    shown = mark
    mark.setAttribute('data-lit', '')
    card.replaceChildren(...contents(mark))
    card.hidden = false
    place(mark)
  }

  /** Below the mark, and inside the figure. */
  function place(mark: SVGAElement): void {
    const [frame, box] = [figure.getBoundingClientRect(), mark.getBoundingClientRect()]
    const [x] = middleOf(mark)
    const left = Math.min(Math.max(0, x - frame.left - card.offsetWidth / 2), frame.width - card.offsetWidth)
    card.style.left = `${Math.max(0, left)}px`
    card.style.top = `${box.bottom - frame.top + 10}px`
  }

  function closeSoon(): void {
    clearTimeout(closing)
    closing = setTimeout(() => {
      if (!card.matches(':hover, :focus-within') && !drawing.contains(document.activeElement)) close()
    }, 250)
  }

  function close(): void {
    clearTimeout(closing)
    shown?.removeAttribute('data-lit')
    shown = null
    card.hidden = true
  }
}

const addressOf = (mark: SVGAElement): string => mark.getAttribute('href')!

/** Middle of a mark on the screen, across and down. */
function middleOf(mark: SVGAElement): [number, number] {
  const box = mark.getBoundingClientRect()
  return [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
}

/** The cells of the mark's row in the table; a bar has no row, and says what it counts. */
function contents(mark: SVGAElement): Node[] {
  const row = document.getElementById(`m${mark.dataset.n ?? ''}`)
  const link = element('p', 'card-link', [])
  const anchor = document.createElement('a')
  anchor.href = addressOf(mark)
  anchor.textContent = row === null ? 'Show these statements' : 'Open the statement'
  link.append(anchor)
  if (row === null) return [element('p', 'card-words', [mark.getAttribute('aria-label') ?? '']), link]
  const cells = [...row.children]
  const head = cells.slice(0, -1).map((cell) => cell.textContent?.trim() ?? '')
  const words = cells.at(-1)!
  return [
    element('p', 'card-when', [head.join(' · ')]),
    ...[...words.children].map((child) => {
      const copy = child.cloneNode(true) as HTMLElement
      for (const inner of copy.querySelectorAll('a')) inner.replaceWith(...inner.childNodes)
      return copy
    }),
    link,
  ]
}

function element(name: string, className: string, children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  made.append(...children)
  return made
}
