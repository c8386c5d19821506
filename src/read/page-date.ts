/** The publication date a page shows its readers: `<time>`, marked-up and plain dates near the headline. */
import { simplified } from './json-ld.ts'
import { metadataDate } from './metadata-date.ts'
import { type PageElement, textOf } from './page-tree.ts'
import { datesIn } from './plain-date.ts'

export interface ShownDates {
  readonly published: string | null
  readonly modified: string | null
}

/** Parts of a page whose dates belong to something else. */
const foreignNames =
  /(?:^|[\s_-])(?:comments?|commentlist|comment-?\w{0,12}|disqus|respond|replies|related\w{0,12}|recommend\w{0,12}|sidebar\w{0,8}|footer\w{0,8}|nav\w{0,12}|menu\w{0,8}|popular|latest|trending|most-?(?:read|viewed|popular)|newsletter|ticker|archives?|calendar|events?|similar|more-?(?:news|stories|articles|posts|from)|read-?more|teasers?|promo|carousel|slider|prev|next|pagination|breadcrumbs?|copyright|colophon|author-?(?:bio|box|info)|crp_related|yarpp\w{0,12}|jp-relatedposts|mega\w{0,8})(?=$|[\s_-])/
const dateNames =
  /(?:^|[\s_-])(?:(?:post|entry|article|story|news|publish(?:ed|ing)?|pub|content|creation|meta|single|blog|item|page)?[-_]?(?:date|datum|fecha|time|data)|date[-_]?(?:published|time|posted|line|created|header|stamp)|published(?:[-_]?(?:on|at|date|time))?|pubdate|timestamp|posted(?:[-_]?on)?|dateline|publication[-_]?date|date-?time|datetime|updated-?date|time-?stamp|creado|veroeffentlicht\w{0,6})(?=$|[\s_-])/
const modifiedNames = /modif|updat|aktualis|changed|edited/
const modifiedWords =
  /(?<![\p{L}])(?:last edited|updated|modified|edited|changed|aktualisiert|geändert|bearbeitet|mis à jour|modifié|actualizado|aggiornato|modificato|atualizado|bijgewerkt|aktualizacja|обновлено|изменено|оновлено|güncelle)/iu

/** How far before and after the end of the headline, in characters of text, a date may stand to be near it. */
const before = 500
const after = 900

interface Candidate {
  readonly iso: string
  /** Characters of text before it. */
  readonly at: number
  /** 3 marked up as the publication date, 2 marked up as some date, 1 plain text. */
  readonly weight: number
  readonly modified: boolean
  readonly foreign: PageElement | null
}

/** Looks a page over; `title` finds the headline, `dayFirst` decides dates like 03/04/2024. */
export function shownDates(root: PageElement, title: string | null, dayFirst: boolean | null): ShownDates {
  const { candidates, headline } = collect(root, title === null ? null : simplified(title), dayFirst)
  const around = new Set(headline === null ? [] : pathOf(headline.element))
  const own = candidates.filter(
    ({ foreign, weight, at }) =>
      foreign === null || around.has(foreign) || (weight === 3 && headline !== null && isRightAfter(at, headline.end)),
  )
  const published = own.filter(({ modified }) => !modified)
  const modified = own.filter((candidate) => candidate.modified)
  return { published: best(published, headline?.end ?? null), modified: best(modified, headline?.end ?? null) }
}

/** What is marked up as the publication date right below the headline is so, whatever the box around it is called. */
const isRightAfter = (at: number, headlineEnd: number): boolean => at >= headlineEnd && at < headlineEnd + 150

function best(candidates: readonly Candidate[], anchor: number | null): string | null {
  const near = anchor === null ? [] : candidates.filter(({ at }) => at > anchor - before && at < anchor + after)
  for (const weight of [3, 2, 1]) {
    const close = near.filter((candidate) => candidate.weight === weight)
    // The first after the headline; what stands before it is as often the date of today or of another story.
    const chosen = close.find(({ at }) => at >= anchor!) ?? close.at(-1)
    if (chosen !== undefined) return chosen.iso
  }
  for (const weight of [3, 2, 1]) {
    const dates = new Set(candidates.filter((candidate) => candidate.weight === weight).map(({ iso }) => iso))
    if (dates.size === 1) return [...dates][0]!
    if (dates.size > 1) return null
  }
  return null
}

interface Headline {
  readonly element: PageElement
  /** Characters of text up to its end. */
  readonly end: number
}

function collect(root: PageElement, title: string | null, dayFirst: boolean | null) {
  const candidates: Candidate[] = []
  let headline: Headline | null = null
  let at = 0
  const stack: { node: PageElement | string; foreign: PageElement | null }[] = [{ node: root, foreign: null }]
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node } = step
    if (typeof node === 'string') {
      at += node.trim().length
      continue
    }
    const names = namesOf(node)
    const foreign =
      step.foreign ??
      (node.name === 'footer' || node.name === 'nav' || node.name === 'aside' || foreignNames.test(names) ? node : null)
    if (headline === null && title !== null && /^h[123]$/.test(node.name)) {
      const text = textOf(node, 500)
      if (simplified(text) === title) headline = { element: node, end: at + text.length }
    }
    for (const { iso, weight, modified } of datesOf(node, names, dayFirst)) {
      candidates.push({ iso, weight, modified, at, foreign })
    }
    for (let i = node.children.length - 1; i >= 0; i--) stack.push({ node: node.children[i]!, foreign })
  }
  return { candidates, headline: headline as Headline | null }
}

interface Found {
  readonly iso: string
  readonly weight: number
  readonly modified: boolean
}

function datesOf(element: PageElement, names: string, dayFirst: boolean | null): Found[] {
  const { attributes, name } = element
  const property = (attributes.itemprop ?? attributes.property ?? '').toLowerCase()
  if (/datepublished|datecreated|pubdate|dc:date/.test(property) || attributes.pubdate !== undefined) {
    return dateOf(element, dayFirst).map((iso) => ({ iso, weight: 3, modified: false }))
  }
  if (/datemodified/.test(property)) return dateOf(element, dayFirst).map((iso) => ({ iso, weight: 3, modified: true }))
  if (name === 'time') {
    const modified = modifiedNames.test(names) || modifiedWords.test(`${textBefore(element)} ${textOf(element, 40)}`)
    const weight = /(?:^|[\s_-])(?:published|entry-date|pubdate)/.test(names) ? 3 : 2
    // WordPress marks a post that was never changed "published updated" at once.
    const both = modified && /(?:^|\s)published(?:\s|$)/.test(names)
    return dateOf(element, dayFirst).map((iso) => ({ iso, weight, modified: modified && !both }))
  }
  if (dateNames.test(names) || (name === 'abbr' && attributes.title !== undefined)) {
    const shown = textOf(element, 200)
    if (shown.length >= 150) return []
    const [date] = datesIn(shown, dayFirst)
    if (date === undefined) return []
    // "Published June 20, updated June 21": what stands before the first date says what it is.
    const label = `${textBefore(element)} ${shown.slice(0, date.start)}`
    return [{ iso: date.iso, weight: 2, modified: modifiedNames.test(names) || modifiedWords.test(label) }]
  }
  return plainDates(element, dayFirst)
}

/** Dates in the element's own short text. */
function plainDates(element: PageElement, dayFirst: boolean | null): Found[] {
  const own = element.children
    .filter((child) => typeof child === 'string')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (own.length < 8 || own.length > 120 || !/[0-9]{4}/.test(own) || /©|copyright/i.test(own)) return []
  const [date] = datesIn(own, dayFirst)
  // A short line that is mostly the date, not a sentence with a date in it.
  if (date === undefined || own.length - (date.end - date.start) > 45) return []
  return [{ iso: date.iso, weight: 1, modified: modifiedWords.test(own.slice(0, date.start)) }]
}

/** The end of what stands right before an element in the same parent: its label. */
function textBefore(element: PageElement): string {
  const siblings = element.parent?.children ?? []
  const before = siblings[siblings.indexOf(element) - 1]
  if (before === undefined) return ''
  return (typeof before === 'string' ? before : textOf(before, 60)).replace(/\s+/g, ' ').slice(-30)
}

function dateOf(element: PageElement, dayFirst: boolean | null): string[] {
  const { attributes } = element
  for (const value of [attributes.datetime, attributes.content, attributes.title]) {
    const iso = value === undefined ? null : metadataDate(value).iso
    if (iso !== null) return [iso]
  }
  return datesIn(textOf(element, 200), dayFirst)
    .slice(0, 1)
    .map(({ iso }) => iso)
}

const namesOf = ({ attributes }: PageElement): string =>
  `${(attributes.class ?? '').slice(0, 300)} ${(attributes.id ?? '').slice(0, 100)}`.toLowerCase()

function* pathOf(element: PageElement): Generator<PageElement> {
  for (let at: PageElement | null = element; at !== null; at = at.parent) yield at
}
