/** HTML, captions or plain text: decided by what stands in the page, with the file's name as a hint. */

import { areCaptions } from './caption-cues.ts'

export type PageFormat = 'html' | 'captions' | 'plain'

const tagNames =
  'html|head|body|meta|title|link|script|style|div|p|span|a|br|h[1-6]|ul|ol|li|table|tr|td|article|section|main|header|img|em|strong|b|i|blockquote|figure|nav|form|font|center'
const anyTag = new RegExp(`</?(?:${tagNames})(?=[\\s/>])`, 'gi')
const firstTag = new RegExp(`^<(?:!doctype\\s+html|!doctype\\s+xhtml|(?:${tagNames})(?=[\\s/>]))`, 'i')

/** How many tags the beginning must hold before a page that starts with words is taken for HTML. */
const enoughTags = 6

/** Decides the format from the first 8,000 characters. */
export function detectFormat(text: string, file: string | null): PageFormat {
  if (areCaptions(text)) return 'captions'
  const head = text.slice(0, 8_000)
  if (firstTag.test(head.slice(startOfContent(head)))) return 'html'
  const tags = head.match(anyTag)?.length ?? 0
  if (file !== null && /\.(?:html?|xhtml?|shtml|mht|php|aspx?|jsp)$/i.test(file)) return tags > 0 ? 'html' : 'plain'
  if (file !== null && /\.(?:txt|text|md|markdown|log)$/i.test(file)) return 'plain'
  return tags >= enoughTags ? 'html' : 'plain'
}

/** Skips white space, XML declarations and comments. */
function startOfContent(text: string): number {
  let at = 0
  for (;;) {
    while (at < text.length && text.charCodeAt(at) <= 0x20) at++
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '>' : null
    if (end === null) return at
    const close = text.indexOf(end, at + 2)
    if (close === -1) return at
    at = close + end.length
  }
}
