/** Small invented pages, written to the scratch folder of the test process. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { scratchFolder } from '../support/ledger-path.ts'

/** Writes a file into the scratch folder and gives its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(scratchFolder(), name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

/** An English page as plain text; the title and the words tell one page from another. */
export const storyText = (title: string, words = 'The ferry will sail on Monday'): string =>
  `${title}

The harbour town waited for news all day. “${words},” said Ada Wren, the harbour master. “Nobody has to stay at home.”

The mayor said that the quay would be closed until Friday. He was asked by the council why nobody had been told.

According to the newspaper, the crane had been broken since the spring. “We knew nothing of it,” Bo Lind told reporters.
`

export const storyHtml = (title: string, head = '', words?: string): string => {
  const [first, ...paragraphs] = storyText(title, words).trim().split('\n\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${first}</title>${head}</head>
<body><nav><a href="/">Home</a></nav><article><h1>${first}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}</article></body></html>`
}
