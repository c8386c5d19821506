/** The address an article links to as what it copies or retells: "first published at …", "according to a … report". */
import { elementsOf, type PageElement, textOf } from './page-tree.ts'

/** What stands before a link to the text this one was copied from. Held against at most 100 characters. */
const copies =
  /(?:(?:originally|first|previously) (?:published|appeared|posted)(?: (?:in|on|at|by|with))?(?: the)?|original(?: (?:article|story|source|post|report))?:?|source:|(?:translated|republished|reprinted|reposted|syndicated) (?:from|with permission of|with permission from)(?: the)?) ?$/i

/** What stands before a link to the report this one retells. */
const retells =
  /(?:according to|as reported by|reported by|based on)(?: an?| the)?(?: [\p{L}\p{N}'’.-]{1,30}){0,4} ?$/iu
const reportWords = /\b(?:report|reports|reporting|story|article|investigation|dispatch)\b/i

/** Text of a link beyond this is no name of a source. */
const longestLink = 120

/**
 * @param own host of the page itself, or null when it is not known; links to it are not originals.
 * @returns an absolute http(s) address, or null. A copy wins over a report that is only retold.
 */
export function copiedFrom(article: PageElement, own: string | null): string | null {
  let retold: string | null = null
  for (const element of elementsOf(article)) {
    const address = element.name === 'a' ? element.attributes.href : undefined
    if (address === undefined || !isElsewhere(address, own)) continue
    const { before, after } = surroundings(element)
    if (copies.test(before)) return address
    const name = textOf(element, longestLink)
    if (retold === null && retells.test(before) && reportWords.test(`${name} ${after}`)) retold = address
  }
  return retold
}

function isElsewhere(address: string, own: string | null): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  const plain = (host: string): string => host.replace(/^(?:www|m|amp|mobile)\./, '')
  return (protocol === 'https:' || protocol === 'http:') && (own === null || plain(hostname) !== plain(own))
}

/** Up to 100 characters of text before an element in its parent, and 20 after it. */
function surroundings(element: PageElement): { before: string; after: string } {
  const siblings = element.parent?.children ?? []
  const at = siblings.indexOf(element)
  let before = ''
  for (let i = at - 1; i >= 0 && before.length < 100; i--) before = `${shown(siblings[i]!)}${before}`
  const next = siblings[at + 1]
  return { before: before.slice(-100), after: next === undefined ? '' : shown(next).slice(0, 20) }
}

const shown = (node: PageElement | string): string =>
  typeof node === 'string' ? node.replace(/\s+/g, ' ').slice(-100) : textOf(node, 100)
