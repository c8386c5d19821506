/** Parts of a page that are by their names no part of the article: shares, promotions, related links, comments, galleries. */
import { simplified } from './json-ld.ts'
import { elementsOf, type PageElement, textOf } from './page-tree.ts'

/** Names (of class, id, data-component …) after camelCase was split; each must be a whole word of the name. */
const foreignNames =
  /(?:^|[\s_-])(?:related|recommend(?:ed|ations?|s)?|promos?|promotions?|promoted|newsletters?|subscri(?:be|ption|bers?)|sign-?up|share|sharing|sharedaddy|shareaholic|share-?(?:bar|buttons?|tools?|links?)|social(?:-?(?:media|share|links?|bar|icons?))?|addtoany|addthis|comments?(?:-?(?:area|list|section|form))?|commentlist|disqus|respond|reply|replies|pingbacks?|trackbacks?|breadcrumbs?|pagination|pager|post-?nav(?:igation)?|nav-?links|most-?(?:read|popular|viewed)|popular|trending|outbrain|taboola|zergnet|sponsor(?:ed|s)?|advert(?:s|isement|isements|ising)?|ads?|adsense|adslot|ad-?(?:slot|unit|container|wrapper|label|placeholder)|banner|cookies?|gdpr|consent|modal|popup|lightbox|overlay|paywall|toolbar|author-?(?:bio|box|info|card|profile|description|about)|about-?(?:the-)?author|bio|biography|more-?(?:news|stories|articles|posts|from|on|in|links)|read-?(?:more|next|also)|see-?also|also-?(?:read|see|on)|up-?next|next-?(?:post|article|story)|prev(?:ious)?-?(?:post|article|story)|similar(?:-?(?:posts|articles|news))?|yarpp(?:-\w{1,12})?|jp-relatedposts|crp-related|tag-?(?:list|cloud|links)|tags|tagcloud|post-?tags|article-?tags|entry-?tags|keywords|gallery|galleries|slideshow|carousel|slick|swiper|flickity|sidebar|side-?bar|widget-area|footer|site-?footer|masthead|menu|navbar|navigation|print-?(?:only|link)|rating|ratings|votes?|poll|quiz|donate|donation|download-?app|app-?(?:promo|banner)|video-?(?:player|promo|playlist|js)|player|playlist|jwplayer|toc|table-of-contents|skip-?link|tooltips?|popovers?|rollover(?:-\w{1,12}){0,3}|feedback|copyright|legal|disclaimer|affiliate|infobox-?promo|inline-?(?:related|promo|newsletter)|nocontent|no-?print|noprint|dont-?print|hidden-?(?:print)|meta-?(?:nav|links)|byline-?(?:bio)|whatsapp|telegram|follow-?us|follow-?(?:buttons?|links?)|correction-?form|report-?(?:error|typo))(?=$|[\s_-])/

/** Components whose names say what they hold, though a site may use the word for the article itself. */
const containers = new Set([
  'div',
  'section',
  'aside',
  'ul',
  'ol',
  'nav',
  'footer',
  'header',
  'form',
  'figure',
  'p',
  'span',
  'table',
  'dl',
  'li',
  'center',
  'article',
  'a',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])

/** A part with more than this share of the page's prose is not furniture, whatever it is called. */
const largestShare = 0.25

/** A run of text shorter than this, or in a link, is no prose. */
const shortestProse = 40

/** Elements to leave out; those inside one of them are marked too. `title` tells the article from others on the page. */
export function prunable(root: PageElement, title: string | null): Set<PageElement> {
  const order = [...elementsOf(root)]
  const prose = proseLengths(order)
  const whole = prose.get(root) ?? 0
  const found = otherArticles(order, prose, title)
  for (const element of order) {
    if (element === root || found.has(element) || !containers.has(element.name)) continue
    if (found.has(element.parent!)) {
      found.add(element)
      continue
    }
    if ((prose.get(element) ?? 0) > whole * largestShare || holdsHeadline(element)) continue
    if (element.name === 'nav' || (element.name === 'footer' && !insideQuote(element)) || isForeign(element)) {
      found.add(element)
    }
  }
  return found
}

/**
 * Where the headline stands inside an `<article>` (or a post, as weblogs mark them) that holds text, the page's other
 * articles are other articles. One that holds more than twice as much is spared: the first may be no more than a header.
 */
function otherArticles(
  order: readonly PageElement[],
  prose: ReadonlyMap<PageElement, number>,
  title: string | null,
): Set<PageElement> {
  const outermost: PageElement[] = []
  const within = new Map<PageElement, PageElement>()
  let own: PageElement | null = null
  for (const element of order) {
    const around = element.parent === null ? undefined : within.get(element.parent)
    const article = around ?? (isArticle(element) ? element : undefined)
    if (article === undefined) continue
    within.set(element, article)
    if (article === element) outermost.push(element)
    if (
      own === null &&
      title !== null &&
      /^h[1-3]$/.test(element.name) &&
      simplified(textOf(element, 500)) === simplified(title)
    ) {
      own = article
    }
  }
  if (own === null) return new Set()
  const length = prose.get(own) ?? 0
  const largest = outermost.reduce((most, article) => Math.max(most, prose.get(article) ?? 0), 0)
  if (length < 200 || length * 2 < largest) return new Set()
  return new Set(outermost.filter((article) => article !== own))
}

const isArticle = ({ name, attributes }: PageElement): boolean =>
  name === 'article' || /(?:^|\s)(?:hentry|h-entry)(?:\s|$)/.test((attributes.class ?? '').slice(0, 500))

/** Posts of others shown in an article are quotations, though their boxes are called "social". */
export const embedNames = /embed|tweet|blockquote|pull-?quote|instagram-media/

function isForeign(element: PageElement): boolean {
  const names = namesOf(element)
  return foreignNames.test(names) && !embedNames.test(names)
}

/** Characters of prose below each element; in `order` parents come before their children. */
function proseLengths(order: readonly PageElement[]): Map<PageElement, number> {
  const lengths = new Map<PageElement, number>()
  for (let i = order.length - 1; i >= 0; i--) {
    const element = order[i]!
    let length = lengths.get(element) ?? 0
    for (const child of element.children) {
      if (typeof child === 'string' && child.length >= shortestProse && element.name !== 'a')
        length += child.trim().length
    }
    lengths.set(element, length)
    if (element.parent !== null) lengths.set(element.parent, (lengths.get(element.parent) ?? 0) + length)
  }
  return lengths
}

/** An element around the page's h1 is no furniture. */
function holdsHeadline(element: PageElement): boolean {
  let steps = 0
  for (const inner of elementsOf(element)) {
    if (inner.name === 'h1') return true
    if (++steps > 60) return false
  }
  return false
}

const insideQuote = (element: PageElement): boolean => element.parent?.name === 'blockquote'

/** Class and id as separate small words: `relatedLinks` → `related-links`. */
function namesOf({ attributes }: PageElement): string {
  const raw = `${(attributes.class ?? '').slice(0, 300)} ${(attributes.id ?? '').slice(0, 100)} ${(attributes['data-component'] ?? '').slice(0, 60)}`
  return raw.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
}
