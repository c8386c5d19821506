/** What a page's JSON-LD says of its article: schema.org NewsArticle and its kin, wherever they hide in it. */

export interface LinkedData {
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  /** As written, not yet checked. */
  readonly published: string | null
  readonly modified: string | null
  readonly language: string | null
  readonly url: string | null
  readonly basedOn: string | null
  readonly body: string | null
}

type Json = Readonly<Record<string, unknown>>

const articleType =
  /(?:article|posting|report|liveblog|pressrelease|interview|reportage|scholarly|review|howto|recipe)$/i
const pageType = /(?:webpage|itempage|videoobject|newsmedia|creativework|qapage|medicalwebpage)$/i

/** Lists of other pages, remarks of readers, parts of something larger: their dates and titles are not the article's. */
const foreignKeys = new Set(
  'itemListElement comment comments hasPart isPartOf citation mentions relatedLink review aggregateRating breadcrumb potentialAction image logo video sponsor about interactionStatistic suggestedAnswer'.split(
    ' ',
  ),
)

const mostObjects = 5_000

/** Reads all scripts. `titles` are what the page calls itself elsewhere: of several articles the one with that name counts. */
export function readLinkedData(scripts: readonly string[], titles: readonly string[]): LinkedData | null {
  const objects: Json[] = []
  for (const script of scripts) collectObjects(parsed(script), objects)
  const articles = objects.filter((object) => typesOf(object).some((type) => articleType.test(type)))
  const known = new Set(titles.map(simplified))
  const article =
    articles.find((object) => known.has(simplified(textIn(object.headline) ?? textIn(object.name) ?? ''))) ??
    articles.find((object) => object.datePublished !== undefined || object.headline !== undefined) ??
    articles[0]
  const page = objects.find((object) => typesOf(object).some((type) => pageType.test(type)))
  const from = article ?? page
  if (from === undefined) return null
  const lists = articles.length > 3 && article !== undefined && !known.has(simplified(textIn(article.headline) ?? ''))
  if (lists) return null
  return {
    headline: article === undefined ? null : (textIn(article.headline) ?? textIn(article.name)),
    authors: namesIn(from.author ?? from.creator, objects),
    publisher: namesIn(from.publisher, objects)[0] ?? null,
    published: textIn(from.datePublished) ?? textIn(page?.datePublished) ?? (article ? textIn(from.dateCreated) : null),
    modified: textIn(from.dateModified) ?? null,
    language: textIn(from.inLanguage),
    url: textIn(from.url) ?? addressIn(from.mainEntityOfPage),
    basedOn: addressIn(from.isBasedOn),
    body: article === undefined ? null : textIn(article.articleBody),
  }
}

/** A script's value; broken JSON is mended where only line breaks, trailing commas or wrappers are wrong. */
function parsed(script: string): unknown {
  const start = script.search(/[[{]/)
  const end = Math.max(script.lastIndexOf('}'), script.lastIndexOf(']'))
  if (start === -1 || end < start) return null
  const json = script.slice(start, end + 1)
  for (const candidate of [json, mended(json)]) {
    try {
      return JSON.parse(candidate)
    } catch {
      // The next candidate may do.
    }
  }
  return salvaged(json)
}

/** Raw control characters become spaces, a comma before a closing bracket goes, as do comments of CMS templates. */
function mended(json: string): string {
  return json.replace(/[\u0000-\u001f]+/g, ' ').replace(/, ?(?=[}\]])/g, '')
}

/** From hopeless JSON only the plain string properties that stand alone in it. */
function salvaged(json: string): unknown {
  const object: Record<string, unknown> = {}
  for (const key of ['@type', 'headline', 'datePublished', 'dateModified', 'inLanguage']) {
    const all = [...json.matchAll(new RegExp(`"${key}"\\s{0,5}:\\s{0,5}"([^"\\\\\n]{1,300})"`, 'g'))].map(
      (match) => match[1]!,
    )
    if (key === '@type') object[key] = all.find((type) => articleType.test(type))
    else if (new Set(all).size === 1) object[key] = all[0]
  }
  return object['@type'] === undefined ? null : object
}

function collectObjects(value: unknown, into: Json[]): void {
  const queue: unknown[] = [value]
  for (let i = 0; i < queue.length && into.length < mostObjects; i++) {
    const item = queue[i]
    if (Array.isArray(item)) queue.push(...item.slice(0, 1_000))
    if (typeof item !== 'object' || item === null || Array.isArray(item)) continue
    into.push(item as Json)
    for (const [key, inner] of Object.entries(item)) {
      if (typeof inner === 'object' && inner !== null && !foreignKeys.has(key)) queue.push(inner)
    }
  }
}

function typesOf(object: Json): string[] {
  const type = object['@type'] ?? object.type
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
}

function textIn(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first === 'number') return String(first)
  if (typeof first === 'object' && first !== null) return textIn((first as Json)['@value'])
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null
}

function addressIn(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first === 'string') return first
  if (typeof first !== 'object' || first === null) return null
  return textIn((first as Json)['@id']) ?? textIn((first as Json).url)
}

/** Names of people or organisations, written out, as objects, or as references to objects elsewhere in the scripts. */
function namesIn(value: unknown, objects: readonly Json[]): string[] {
  const names: string[] = []
  for (const item of Array.isArray(value) ? value.slice(0, 20) : [value]) {
    if (typeof item === 'string') names.push(item)
    if (typeof item !== 'object' || item === null) continue
    const object = item as Json
    const named =
      object.name ?? objects.find((other) => other['@id'] === object['@id'] && other.name !== undefined)?.name
    for (const name of Array.isArray(named) ? named : [named]) if (typeof name === 'string') names.push(name)
  }
  return names.map((name) => name.trim()).filter((name) => name !== '')
}

/** Letters and digits only, small: for comparing titles. */
export const simplified = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
