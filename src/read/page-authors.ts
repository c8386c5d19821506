/** Who wrote the page: JSON-LD, meta tags, and what is marked up as its author. */

import { authorsInByline, isName } from './line-roles.ts'
import { elementsOf, type PageElement, textOf } from './page-tree.ts'

const authorNames =
  /(?:^|[\s_-])(?:byline|author|authors|article-author|post-author|entry-author|vcard|autor|writer|by-author|author-name)(?=$|[\s_-])/
const foreignNames = /comment|related|sidebar|footer|widget|recommend|reply/

/** Names in the order of the page, each once. */
export function pageAuthors(root: PageElement, linked: readonly string[], meta: readonly string[]): string[] {
  for (const claims of [linked, meta]) {
    const names = unique(claims.flatMap(cleaned))
    if (names.length > 0) return names
  }
  return unique(shownAuthors(root))
}

function shownAuthors(root: PageElement): string[] {
  const strong: string[] = []
  const weak: string[] = []
  for (const element of elementsOf(root)) {
    const { attributes } = element
    const names = `${attributes.class ?? ''} ${attributes.id ?? ''}`.slice(0, 300).toLowerCase()
    const marked = /(?:^|\s)author(?:\s|$)/.test(`${attributes.itemprop ?? ''} ${attributes.rel ?? ''}`.toLowerCase())
    if (!marked && !authorNames.test(names)) continue
    if (isForeign(element)) continue
    const text = textOf(element, 200)
    const found = authorsInByline(text)
    if (found.length > 0) strong.push(...found)
    else if (isName(text)) (marked ? strong : weak).push(text)
    if (strong.length + weak.length > 8) break
  }
  return strong.length > 0 ? strong : weak.slice(0, 1)
}

function isForeign(element: PageElement): boolean {
  let steps = 0
  for (let at: PageElement | null = element; at !== null && steps < 8; at = at.parent, steps++) {
    if (foreignNames.test(`${at.attributes.class ?? ''} ${at.attributes.id ?? ''}`.slice(0, 300).toLowerCase()))
      return true
    if (at.name === 'footer' || at.name === 'aside') return true
  }
  return false
}

/** "By Jane Doe and John Roe" → both names; what names nobody is dropped. */
function cleaned(claim: string): string[] {
  const text = claim
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[,;:]$/, '')
  if (text === '' || text.length > 200 || /^https?:|@/.test(text)) return []
  const byline = authorsInByline(text)
  if (byline.length > 0) return byline
  const parts = text.split(/\s?[,;]\s|\s(?:and|und|et|y|&)\s/)
  if (parts.length > 1 && parts.every(isName)) return parts
  const nobody = /^(?:admin|administrator|root|webmaster|user|undefined|null|none|no author|unknown|author|guest|\d+)$/i
  const name = text.replace(/^(?:by|von|par|por)\s/i, '')
  return nobody.test(name) ? [] : [name]
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]
