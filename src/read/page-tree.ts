/** The tree of an HTML page as this reader keeps it: elements and text, without what a browser would not show. */

export interface PageElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: PageElement | null
  /** Text stands as it is in the page, entities decoded, white space not yet collapsed. */
  readonly children: (PageElement | string)[]
}

/** Elements a browser begins on a new line. */
const blockNames = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
)

export const isBlockName = (name: string): boolean => blockNames.has(name)

/** All elements below `root` in document order, `root` first; without recursion, pages nest deeply. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  const stack: PageElement[] = [root]
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    yield element
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!
      if (typeof child !== 'string') stack.push(child)
    }
  }
}

/** The text below an element, white space collapsed, at most about `limit` characters. */
export function textOf(root: PageElement, limit = 10_000): string {
  let text = ''
  const stack: (PageElement | string)[] = [root]
  for (let node = stack.pop(); node !== undefined && text.length < limit; node = stack.pop()) {
    if (typeof node === 'string') {
      text += node
      continue
    }
    if (isBlockName(node.name) && !text.endsWith(' ')) text += ' '
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
  }
  return collapse(text.slice(0, limit)).trim()
}

/** White space as a browser shows it: runs of space, tab and line break become one space; no-break space stays one. */
export const collapse = (text: string): string => text.replace(/[ \t\n\r\f\u00a0]+/g, ' ')
