/** Which part of a page is the article: Mozilla's Readability on a cleaned copy of the page, or everything where that is no use. */
import { readability, readabilityDom } from './html-packages.ts'
import { collapse, type PageElement, textOf } from './page-tree.ts'
import type { ParsedPage } from './parse-page.ts'
import { embedNames, prunable } from './prune-page.ts'

export interface FoundArticle {
  readonly root: PageElement
  /** False when no article was recognised: a few words were found, or the whole page stands in for it. */
  readonly sure: boolean
}

/**
 * Readability compares elements with all of their ancestors, so its time grows faster than the page. Pages beyond
 * these are not news; they are read whole.
 */
const mostElements = 30_000
const mostCharacters = 3_000_000
/** Characters of text, each counted once for every element around it: some 0.5 million in a news page. */
const mostWeight = 6_000_000

/** Attributes Readability or the layout looks at. */
const keptAttributes = ['class', 'id', 'href', 'role', 'rel', 'itemprop', 'alt']

/** Finds the article in a parsed page; `title` is its headline, where one is known. */
export function findArticle(page: ParsedPage, title: string | null): FoundArticle {
  const { html, elements, weight } = serialized(page.root, prunable(page.root, title))
  if (elements <= mostElements && html.length <= mostCharacters && weight <= mostWeight) {
    const content = readabilityContent(html)
    if (content !== null) {
      const root = treeOf(content)
      if (textOf(root, 400).length >= 140) return { root, sure: true }
      const whole = textOf(page.root, 4_000)
      if (textOf(root, 4_000).length * 3 >= whole.length) return { root, sure: false }
    }
  }
  return { root: page.root, sure: false }
}

function readabilityContent(html: string): DomNode | null {
  const Parser = readabilityDom()
  const { Readability } = readability()
  const parser = new Parser()
  parser.error = () => {}
  const document = parser.parse(`<html><head></head><body>${html}</body></html>`)
  const reader = new Readability<DomNode>(document, {
    disableJSONLD: true,
    keepClasses: true,
    serializer: (content) => content as unknown as DomNode,
  })
  return reader.parse()?.content ?? null
}

/** The little of the DOM that is needed to copy its tree. */
interface DomNode {
  readonly nodeType: number
  readonly localName: string
  readonly textContent: string
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  getAttribute(name: string): string | null
}

function treeOf(content: DomNode): PageElement {
  const root: PageElement = { name: 'div', attributes: {}, parent: null, children: [] }
  const stack: { from: DomNode; to: PageElement }[] = [{ from: content, to: root }]
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    for (let child = step.from.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) step.to.children.push(child.textContent)
      if (child.nodeType !== 1) continue
      const attributes: Record<string, string> = {}
      for (const name of keptAttributes) {
        const value = child.getAttribute(name)
        if (value !== null) attributes[name] = value
      }
      const copy: PageElement = { name: child.localName, attributes, parent: step.to, children: [] }
      step.to.children.push(copy)
      stack.push({ from: child, to: copy })
    }
  }
  return root
}

/** Elements that hold nothing. */
const closings = new Set(['br', 'hr', 'img', 'meta'])

interface Serialized {
  readonly html: string
  readonly elements: number
  readonly weight: number
}

/** The tree without some of it as well-formed XML, which Readability's own parser asks for, and how many elements it has. */
function serialized(root: PageElement, without: ReadonlySet<PageElement>): Serialized {
  const out: string[] = []
  let elements = 0
  let depth = 0
  let weight = 0
  const stack: (PageElement | string | { readonly end: string })[] = [...root.children].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') {
      // Runs of spaces cost Readability's patterns time that grows with their square.
      const text = collapse(node)
      weight += text.length * depth
      out.push(escaped(text))
    } else if ('end' in node) {
      depth--
      out.push(`</${node.end}>`)
    } else if (!without.has(node)) {
      elements++
      const name = nameFor(node)
      const isVoid = closings.has(name)
      out.push(`<${name}${attributesOf(node)}${isVoid ? '/' : ''}>`)
      if (isVoid) continue
      depth++
      stack.push({ end: name })
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
    }
  }
  return { html: out.join(''), elements, weight }
}

/** What an article embeds must survive: Readability throws out boxes named "social", and short `div`s with links. */
const isEmbed = ({ attributes }: PageElement): boolean =>
  attributes.class !== undefined && embedNames.test(attributes.class.slice(0, 300).toLowerCase())

function nameFor(element: PageElement): string {
  if (element.name === 'div' && isEmbed(element)) return 'section'
  return /^[a-z][a-z0-9]*$/.test(element.name) ? element.name : 'span'
}

function attributesOf(element: PageElement): string {
  let text = ''
  const nameless = isEmbed(element)
  for (const name of keptAttributes) {
    if (nameless && (name === 'class' || name === 'id')) continue
    const value = element.attributes[name]
    if (value !== undefined) text += ` ${name}="${escaped(value.slice(0, 500))}"`
  }
  return text
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
