/** HTML → a tree of bounded depth and the page's head, in one pass that neither recurses nor takes more than linear time. */
import { htmlparser2 } from './html-packages.ts'
import { isBlockName, type PageElement } from './page-tree.ts'

export interface MetaTag {
  /** `name`, `property`, `itemprop` or `http-equiv`, lower case. */
  readonly key: string
  readonly content: string
}

export interface ParsedPage {
  readonly root: PageElement
  readonly metas: readonly MetaTag[]
  /** `rel` (lower case) and address of each `<link>`. */
  readonly links: readonly { readonly rel: string; readonly href: string }[]
  /** Raw text of each JSON-LD script. */
  readonly jsonLd: readonly string[]
  /** Text of the first `<title>`. */
  readonly title: string
  /** `lang` of `<html>` or `<body>`. */
  readonly lang: string | null
  /** True when tags nested deeper than `deepest` were taken as if they stood side by side. */
  readonly flattened: boolean
}

/** Browsers stop nesting at 512 as well. */
export const deepest = 512

const voidNames = new Set(
  'area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '),
)

/** What they hold is never shown as text of the page. */
const droppedNames = new Set(
  'script style template noscript svg math iframe object applet canvas audio video map select datalist textarea button input noembed noframes frameset dialog progress meter rt rp'.split(
    ' ',
  ),
)

/** A start tag that ends an open element, looked for no further up than `until`. */
const impliedEnds: Readonly<Record<string, { readonly ends: readonly string[]; readonly until: readonly string[] }>> = {
  li: { ends: ['li'], until: ['ul', 'ol', 'menu', 'td', 'th', 'table'] },
  dt: { ends: ['dt', 'dd'], until: ['dl', 'td', 'th', 'table'] },
  dd: { ends: ['dt', 'dd'], until: ['dl', 'td', 'th', 'table'] },
  tr: { ends: ['tr'], until: ['table'] },
  td: { ends: ['td', 'th'], until: ['tr', 'table'] },
  th: { ends: ['td', 'th'], until: ['tr', 'table'] },
  thead: { ends: ['thead', 'tbody', 'tfoot', 'caption'], until: ['table'] },
  tbody: { ends: ['thead', 'tbody', 'tfoot', 'caption'], until: ['table'] },
  tfoot: { ends: ['thead', 'tbody', 'tfoot', 'caption'], until: ['table'] },
  option: { ends: ['option'], until: ['select'] },
}

/** Headings do not nest: a forgotten end tag must not make a page one headline. */
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const tableParts = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption'])

/** Parses a page. Never throws; any text is some page. `scripting`: false to take what stands in `<noscript>` as shown. */
export function parsePage(html: string, scripting = true): ParsedPage {
  const builder = new TreeBuilder(html, scripting)
  const { Tokenizer } = htmlparser2()
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder)
  tokenizer.write(html)
  tokenizer.end()
  return builder.page()
}

/** Takes the tokenizer's events; offsets in them point into the page. */
class TreeBuilder {
  readonly #html: string
  readonly #root: PageElement = element('html', {}, null)
  /** Open elements, outermost first; never longer than `deepest`. */
  readonly #open: PageElement[] = [this.#root]
  /** How many elements of each name are open: an end tag without a start is then dismissed at once. */
  readonly #openCount = new Map<string, number>()
  /** The same for those too deep to be kept. */
  readonly #tooDeep = new Map<string, number>()
  readonly #metas: MetaTag[] = []
  readonly #links: { rel: string; href: string }[] = []
  readonly #jsonLd: string[] = []
  #title: string | null = null
  #lang: string | null = null
  #flattened = false
  #tag = ''
  #attributes: Record<string, string> = {}
  #attribute = ''
  #value = ''

  readonly #scripting: boolean

  constructor(html: string, scripting: boolean) {
    this.#html = html
    this.#scripting = scripting
  }

  page(): ParsedPage {
    return {
      root: this.#root,
      metas: this.#metas,
      links: this.#links,
      jsonLd: this.#jsonLd,
      title: this.#title ?? '',
      lang: this.#lang,
      flattened: this.#flattened,
    }
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, end).toLowerCase()
    this.#attributes = {}
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, Math.min(end, start + 100)).toLowerCase()
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end)
  }

  onattribentity(codepoint: number): void {
    this.#value += String.fromCodePoint(codepoint)
  }

  onattribend(): void {
    if (!Object.hasOwn(this.#attributes, this.#attribute)) this.#attributes[this.#attribute] = this.#value
  }

  onselfclosingtag(): void {
    this.onopentagend()
    // In HTML only foreign elements can close themselves; `<div/>` is a start tag.
    if (this.#tag === 'svg' || this.#tag === 'math') this.#close(this.#tag)
  }

  onopentagend(): void {
    const name = this.#tag
    const attributes = this.#attributes
    if (name === 'html' || name === 'body') {
      this.#lang ??= attributes.lang ?? attributes['xml:lang'] ?? null
      return
    }
    if (name === 'head') return
    if (name === 'meta') this.#addMeta(attributes)
    if (name === 'link' && attributes.href) {
      this.#links.push({ rel: (attributes.rel ?? '').toLowerCase(), href: attributes.href })
    }
    this.#closeImplied(name)
    if (voidNames.has(name)) {
      if (name === 'br' || name === 'hr' || name === 'img' || name === 'meta') {
        const parent = this.#open.at(-1)!
        parent.children.push(element(name, attributes, parent))
      }
      return
    }
    this.#openElement(name, attributes)
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html
      .slice(start, Math.min(end, start + 100))
      .toLowerCase()
      .trim()
    if (name === 'br') this.#open.at(-1)!.children.push(element('br', {}, this.#open.at(-1)!))
    else this.#close(name)
  }

  ontext(start: number, end: number): void {
    this.#addText(this.#html.slice(start, end))
  }

  ontextentity(codepoint: number): void {
    this.#addText(String.fromCodePoint(codepoint))
  }

  onend(): void {
    while (this.#open.length > 1) this.#pop()
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  isInForeignContext(): boolean {
    return false
  }

  #addText(text: string): void {
    const children = this.#open.at(-1)!.children
    const last = children.length - 1
    if (typeof children[last] === 'string') children[last] += text
    else children.push(text)
  }

  #addMeta(attributes: Readonly<Record<string, string>>): void {
    const { content } = attributes
    if (content === undefined) return
    for (const key of [attributes.property, attributes.name, attributes.itemprop, attributes['http-equiv']]) {
      if (key) this.#metas.push({ key: key.toLowerCase().trim(), content })
    }
  }

  #openElement(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#open.length >= deepest) {
      this.#flattened = true
      this.#tooDeep.set(name, (this.#tooDeep.get(name) ?? 0) + 1)
      this.#breakText(name)
      return
    }
    const parent = this.#open.at(-1)!
    const opened = element(name, attributes, parent)
    // A hidden element is built, so that its end tag is found, but hangs on nothing.
    if (!isHidden(opened) || (name === 'noscript' && !this.#scripting)) parent.children.push(opened)
    this.#open.push(opened)
    this.#openCount.set(name, (this.#openCount.get(name) ?? 0) + 1)
  }

  /** What stood in a block of its own, too deep to be kept, must not run together with its neighbours. */
  #breakText(name: string): void {
    const parent = this.#open.at(-1)!
    const last = parent.children.at(-1)
    if (isBlockName(name) && (typeof last === 'string' || last?.name !== 'hr'))
      parent.children.push(element('hr', {}, parent))
  }

  /** Ends the elements that a start tag of this name ends without saying so. */
  #closeImplied(name: string): void {
    if (isBlockName(name) && name !== 'br') this.#closeUpTo(['p'], isInline)
    if (headings.has(name)) this.#closeUpTo([...headings], isInline)
    if (name === 'a') this.#closeUpTo(['a'], isInline)
    const rule = impliedEnds[name]
    if (rule !== undefined) this.#closeUpTo(rule.ends, (open) => !rule.until.includes(open))
  }

  /** Closes the innermost open element with one of `names`, searching outward as long as `passes` lets it. */
  #closeUpTo(names: readonly string[], passes: (name: string) => boolean): void {
    if (!names.some((name) => this.#openCount.get(name))) return
    for (let i = this.#open.length - 1; i > 0; i--) {
      const { name } = this.#open[i]!
      if (names.includes(name)) {
        while (this.#open.length > i) this.#pop()
        return
      }
      if (!passes(name)) return
    }
  }

  #close(name: string): void {
    const deep = this.#tooDeep.get(name) ?? 0
    if (deep > 0) {
      this.#tooDeep.set(name, deep - 1)
      this.#breakText(name)
      return
    }
    // An inline end tag closes no block around it, and nothing but a table's own tag closes a cell.
    this.#closeUpTo(
      [name],
      isInline(name)
        ? isInline
        : (open) => tableParts.has(name) || (open !== 'td' && open !== 'th' && open !== 'table'),
    )
  }

  #pop(): void {
    const closed = this.#open.pop()!
    this.#openCount.set(closed.name, this.#openCount.get(closed.name)! - 1)
    if (closed.name === 'title' && !this.#openCount.get('svg')) this.#title ??= closed.children.join('')
    if (closed.name === 'script' && /ld\+json/i.test(closed.attributes.type ?? '')) {
      this.#jsonLd.push(closed.children.join(''))
    }
  }
}

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  parent: PageElement | null,
): PageElement => ({
  name,
  attributes,
  parent,
  children: [],
})

const isInline = (name: string): boolean => !isBlockName(name)

const invisibleClass =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|screenreader|element-invisible|u-hidden|is-hidden|noprint-only|print-only)(?:\s|$)/i
const invisibleStyle = /(?:^|[;\s])(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i

function isHidden({ name, attributes }: PageElement): boolean {
  if (droppedNames.has(name) || name === 'title') return true
  if (attributes.hidden !== undefined && attributes.hidden !== 'until-found') return true
  if (attributes['aria-hidden'] === 'true') return true
  const style = attributes.style
  if (style !== undefined && invisibleStyle.test(style.slice(0, 2_000))) return true
  return attributes.class !== undefined && invisibleClass.test(attributes.class.slice(0, 2_000))
}
