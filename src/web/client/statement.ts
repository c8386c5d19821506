/** Makes the buttons work that put a citation, the link or the id on the clipboard. */
import { copy } from './copy.ts'

for (const place of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const button = place.nextElementSibling
  if (!(button instanceof HTMLButtonElement)) continue
  button.hidden = false
  button.addEventListener('click', () => void copy(place.textContent, button))
}
