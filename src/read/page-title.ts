/** The headline of a page among all that claims to be it: h1, OpenGraph, JSON-LD and `<title>` with its site's name. */
import { simplified } from './json-ld.ts'
import { elementsOf, type PageElement, textOf } from './page-tree.ts'

/** What the page's head says its title is; any may be missing. */
export interface TitleClaims {
  readonly linked: string | null
  readonly meta: string | null
  readonly title: string
  readonly publisher: string | null
}

/**
 * The headline as a reader sees it: the h1 that the head bears out; where none does, what the head says, without the
 * site's name.
 */
export function pageTitle(root: PageElement, claims: TitleClaims): string | null {
  const said = [claims.linked, claims.meta, claims.title].filter(
    (text) => text !== null && text.trim() !== '',
  ) as string[]
  const headings = headingsOf(root, 'h1')
  const fitting = headings.filter((heading) => said.some((claim) => agree(heading, claim)))
  const longest = fitting.sort((a, b) => b.length - a.length)[0]
  if (longest !== undefined) return longest
  const second = headingsOf(root, 'h2').find((heading) =>
    said.some((claim) => simplified(claim).startsWith(simplified(heading))),
  )
  if (second !== undefined && second.length > 15) return second
  const claim = claims.meta ?? claims.linked ?? claims.title
  const bare = withoutSite(claim.replace(/\s+/g, ' ').trim(), claims.publisher)
  if (bare !== '') return bare
  return headings[0] ?? null
}

/** Whether one is the other with a little more around it. */
function agree(heading: string, claim: string): boolean {
  const a = simplified(heading)
  const b = simplified(claim)
  if (a.length < 3) return false
  if (b.startsWith(a) || b.endsWith(a)) return a.length > 12 || a.length * 2 >= b.length
  if (a.includes(b)) return b.length * 2 >= a.length
  const words = new Set(b.split(' '))
  const own = a.split(' ')
  return own.length >= 3 && own.filter((word) => words.has(word)).length >= own.length * 0.6
}

function headingsOf(root: PageElement, name: string): string[] {
  const found: string[] = []
  for (const element of elementsOf(root)) {
    if (element.name !== name || found.length >= 20) continue
    const text = textOf(element, 500)
    if (text !== '' && text.length < 400) found.push(text)
  }
  return found
}

/** Cuts "… | Site" and "Site: …" off. */
function withoutSite(title: string, publisher: string | null): string {
  const site = simplified(publisher ?? '')
  const parts = title.split(/\s[|•·»—–-]\s|\s\|\s?/)
  if (parts.length < 2) return title
  const last = parts.at(-1)!
  const own = simplified(last)
  const cut = title.slice(0, title.lastIndexOf(last)).replace(/(?<![\s|•·»—–-])[\s|•·»—–-]+$/, '')
  if (site !== '' && (own.includes(site) || site.includes(own))) return cut
  return last.split(' ').length <= 4 && cut.length > last.length * 1.5 && cut.length > 15 ? cut : title
}
