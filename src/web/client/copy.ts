/** Puts a text on the clipboard and says so in the button that was pressed. */

export async function copy(text: string, button: HTMLElement): Promise<void> {
  const done = await written(text)
  const words = button.textContent
  button.textContent = done ? 'Copied' : 'Not allowed'
  button.dataset.busy = ''
  setTimeout(() => {
    button.textContent = words
    delete button.dataset.busy
  }, 1500)
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
