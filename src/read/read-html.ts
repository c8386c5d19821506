/** An HTML page → its article as blocks, and what the page says of itself. */
import type { Block } from '../core/doc.ts'
import type { Notice } from '../core/document.ts'
import { articleBlocks } from './article-blocks.ts'
import { assembleText } from './assemble-text.ts'
import { copiedFrom } from './copied-from.ts'
import { type FoundArticle, findArticle } from './find-article.ts'
import { layoutBlocks } from './layout-blocks.ts'
import { type PageMetadata, readPageMetadata } from './page-metadata.ts'
import { textOf } from './page-tree.ts'
import { deepest, parsePage } from './parse-page.ts'

export interface HtmlPage {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly metadata: PageMetadata
  readonly original: string | null
  readonly notices: readonly Notice[]
}

/** An article shorter than this makes one look for more. */
const fewCharacters = 500

/** Reads a page; `url` is the address the user gave, or null. The text may come out empty. */
export function readHtml(html: string, url: string | null): HtmlPage {
  let page = parsePage(html)
  const metadata = readPageMetadata(page, url)
  let article = findArticle(page, metadata.title)
  if (/<noscript/i.test(html) && textOf(article.root, fewCharacters).length < fewCharacters) {
    // Some pages keep their text for readers without scripts.
    page = parsePage(html, false)
    article = findArticle(page, metadata.title)
  }
  article = fromLinkedData(article, metadata.body)
  const {
    blocks: chosen,
    original,
    authors,
  } = articleBlocks(layoutBlocks(article.root), layoutBlocks(page.root), metadata)
  const { text, blocks } = assembleText(chosen)
  const notices: Notice[] = [...metadata.notices]
  if (page.flattened) {
    const message = `The page nests more than ${deepest} elements; what lies deeper was read as if side by side.`
    notices.push({ code: 'nesting-flattened', message, span: null, statement: null })
  }
  if (!article.sure) {
    notices.push({
      code: 'no-article',
      message: 'No article was recognised; what the page shows was read instead.',
      span: null,
      statement: null,
    })
  }
  return {
    text,
    blocks,
    metadata: metadata.authors.length > 0 ? metadata : { ...metadata, authors },
    original: original ?? metadata.original ?? copiedFrom(article.root, hostOf(url ?? metadata.canonical)),
    notices,
  }
}

const hostOf = (address: string | null): string | null =>
  address !== null && URL.canParse(address) ? new URL(address).hostname : null

/** A page built by scripts may hold its text only in JSON-LD, as text or as HTML. */
function fromLinkedData(article: FoundArticle, body: string | null): FoundArticle {
  if (article.sure || body === null || body.length < fewCharacters) return article
  if (textOf(article.root, body.length).length * 2 > body.length) return article
  return { root: parsePage(body.replace(/\n+/g, '<br><br>')).root, sure: true }
}
