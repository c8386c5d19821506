/** A tree of elements → its text in blocks, laid out as a browser would show it. */
import { collapse, isBlockName, type PageElement } from './page-tree.ts'

export interface LaidBlock {
  /** White space collapsed, `\n` for a line break, not empty. */
  readonly text: string
  /** Innermost element that says what the block is: p, li, h1 … h6, blockquote, figcaption, tr, pre, or div for none. */
  readonly tag: string
  /** Characters that stand in links. */
  readonly linked: number
  /** Class names and ids of the element and those around it, innermost first, separated by spaces. */
  readonly names: string
}

const tellingTags = new Set(
  'p li h1 h2 h3 h4 h5 h6 blockquote figcaption caption tr pre dt dd address time summary'.split(' '),
)

/** Class names further out than this say little about a block. */
const nearestElements = 4

/** The blocks below `root` in order. */
export function layoutBlocks(root: PageElement): LaidBlock[] {
  const blocks: LaidBlock[] = []
  const around: PageElement[] = []
  let text = ''
  let linked = 0
  let links = 0
  const flush = (): void => {
    const share = text === '' ? 0 : linked / collapse(text).length
    for (const shown of paragraphs(text)) {
      const inLinks = Math.min(shown.length, Math.round(share * shown.length))
      blocks.push({ text: shown, tag: tagOf(around), linked: inLinks, names: namesOf(around) })
    }
    text = ''
    linked = 0
  }
  const stack: (PageElement | string | null)[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()!
    if (node === null) {
      const left = around.pop()!
      if (left.name === 'a') links--
      if (endsBlock(left)) {
        // The block's own element must still be known when its last words are written out.
        around.push(left)
        flush()
        around.pop()
      } else if (left.name === 'td' || left.name === 'th') text += '\t'
    } else if (typeof node === 'string') {
      text += shownText(node)
      if (links > 0) linked += collapse(node).length
    } else if (node.name === 'br') {
      text += '\n'
    } else {
      if (endsBlock(node)) flush()
      if (node.name === 'a') links++
      around.push(node)
      stack.push(null)
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
    }
  }
  flush()
  return blocks
}

/** Cells of a row stand on one line, unless they hold blocks of their own. */
const endsBlock = ({ name }: PageElement): boolean => isBlockName(name) && name !== 'td' && name !== 'th'

/** Line breaks of the source are spaces; soft hyphens and zero-width marks show nothing. */
const shownText = (text: string): string => text.replace(/[\t\n]/g, ' ').replace(/[\u00ad\u200b\u2060\ufeff]/g, '')

/** Collapses white space around and between line breaks; two line breaks in a row part two paragraphs. */
function paragraphs(text: string): string[] {
  const found: string[] = []
  let lines: string[] = []
  for (const raw of `${text}\n\n`.split('\n')) {
    const line = raw
      .replace(/[ \r\f\u00a0]+/g, ' ')
      .replace(/\t[ \t]*/g, '\t')
      .trim()
    if (line !== '') lines.push(line)
    else if (lines.length > 0) {
      found.push(lines.join('\n'))
      lines = []
    }
  }
  return found
}

function tagOf(around: readonly PageElement[]): string {
  let inner = 'div'
  for (let i = around.length - 1; i >= 0; i--) {
    const { name } = around[i]!
    if (name === 'blockquote' || name === 'figcaption') return name
    if (name === 'li' && inner === 'p') inner = 'li'
    if (inner === 'div' && tellingTags.has(name)) inner = name
    if (inner === 'div' && name === 'figure') return 'figcaption'
  }
  return inner
}

function namesOf(around: readonly PageElement[]): string {
  const names: string[] = []
  for (let i = around.length - 1; i >= 0 && i >= around.length - nearestElements; i--) {
    const { class: className, id, itemprop, rel, role } = around[i]!.attributes
    for (const name of [className, id, itemprop, rel, role]) if (name) names.push(name.slice(0, 300).toLowerCase())
  }
  return names.join(' ')
}
