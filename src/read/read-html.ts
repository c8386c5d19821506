/** An HTML page → its article as blocks, and what the page says of itself. */
import type { Block } from '../core/doc.ts'
import type { Notice } from '../core/document.ts'
import { articleBlocks } from './article-blocks.ts'
import { assembleText } from './assemble-text.ts'
import { findArticle } from './find-article.ts'
import { layoutBlocks } from './layout-blocks.ts'
import { type PageMetadata, readPageMetadata } from './page-metadata.ts'
import { deepest, parsePage } from './parse-page.ts'

export interface HtmlPage {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly metadata: PageMetadata
  readonly original: string | null
  readonly notices: readonly Notice[]
}

/** Reads a page; `url` is the address the user gave, or null. The text may come out empty. */
export function readHtml(html: string, url: string | null): HtmlPage {
  const page = parsePage(html)
  const metadata = readPageMetadata(page, url)
  const article = findArticle(page)
  const {
    blocks: chosen,
    original,
    authors,
  } = articleBlocks(layoutBlocks(article.root), layoutBlocks(page.root), metadata)
  const { text, blocks } = assembleText(chosen)
  const notices: Notice[] = [...metadata.notices]
  if (page.flattened) {
    const message = `The page nests more than ${deepest} elements; what lies deeper was read as if side by side.`
    notices.push({ code: 'nesting-flattened', message, span: null })
  }
  if (!article.sure) {
    notices.push({ code: 'no-article', message: 'No article was recognised; the whole page was read.', span: null })
  }
  return {
    text,
    blocks,
    metadata: metadata.authors.length > 0 ? metadata : { ...metadata, authors },
    original: original ?? metadata.original,
    notices,
  }
}
