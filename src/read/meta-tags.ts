/** What `<meta>` and `<link>` say of a page: the vocabularies of OpenGraph, Dublin Core, analytics and citation tools. */
import type { MetaTag, ParsedPage } from './parse-page.ts'

export interface MetaData {
  readonly title: string | null
  readonly description: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  /** As written, most trustworthy first. */
  readonly published: readonly string[]
  /** From a bare "date": as often that of the last change or of today. */
  readonly vague: readonly string[]
  readonly modified: readonly string[]
  readonly language: string | null
  readonly canonical: string | null
  readonly original: string | null
}

const keys = {
  title: 'og:title twitter:title parsely-title sailthru.title dc.title dcterms.title citation_title headline',
  description: 'og:description description twitter:description dc.description sailthru.description',
  authors:
    'author article:author parsely-author sailthru.author dc.creator dcterms.creator citation_author byl authors dc.contributor og:article:author article:author_name cxenseparse:author',
  publisher: 'og:site_name dc.publisher dcterms.publisher citation_journal_title application-name publisher copyright',
  published:
    'article:published_time og:article:published_time article:published datepublished parsely-pub-date sailthru.date citation_publication_date dc.date.issued dcterms.issued dcterms.created dc.date.created cxenseparse:recs:publishtime article.published rnews:datepublished publication_date publish-date publishdate publish_date published_time pubdate publish_time published_at article_date_original originalpublicationdate og:published_time og:pubdate bt:pubdate ptime datecreated article.created article:create_at dateposted shareaholic:article_published_time firstpublished displaydate citation_online_date dcterms.date dc.date citation_date',
  vague: 'date',
  modified:
    'article:modified_time og:updated_time og:article:modified_time datemodified dcterms.modified dc.date.modified lastmod article.updated article:updated updated_time last-modified revised modified',
  language: 'og:locale content-language dc.language dcterms.language language inlanguage',
  original: 'original-source syndication-source dcterms.source dc.source',
} as const

/** Reads the head of a page. */
export function readMetaTags(page: Pick<ParsedPage, 'metas' | 'links'>): MetaData {
  const byKey = valuesByKey(page.metas)
  const values = (names: string): string[] => names.split(' ').flatMap((name) => byKey.get(name) ?? [])
  const canonical = page.links.find(({ rel }) => rel.split(/\s+/).includes('canonical'))?.href
  return {
    title: values(keys.title)[0] ?? null,
    description: values(keys.description)[0] ?? null,
    authors: firstKeyValues(byKey, keys.authors).filter((author) => !/^https?:|^@|\.(?:com|org|net|de)\b/.test(author)),
    publisher: values(keys.publisher)[0] ?? null,
    published: values(keys.published),
    vague: values(keys.vague),
    modified: values(keys.modified),
    language: values(keys.language)[0]?.replace('_', '-') ?? null,
    canonical: absolute(canonical) ?? absolute(values('og:url')[0]) ?? null,
    original: values(keys.original)[0] ?? null,
  }
}

/** An absolute http(s) address, or null. */
export function absolute(address: string | null | undefined): string | null {
  if (!address || !/^https?:\/\//i.test(address.trim())) return null
  return URL.canParse(address.trim()) ? address.trim() : null
}

/** Non-empty values of each key, in the order of the page. */
function valuesByKey(metas: readonly MetaTag[]): Map<string, string[]> {
  const byKey = new Map<string, string[]>()
  for (const { key, content } of metas) {
    const value = content.trim()
    if (value === '') continue
    const name = normalKey(key)
    const values = byKey.get(name)
    if (values === undefined) byKey.set(name, [value])
    else values.push(value)
  }
  return byKey
}

/** All values of the first key that has any: several authors are several tags. */
function firstKeyValues(byKey: ReadonlyMap<string, readonly string[]>, names: string): string[] {
  for (const name of names.split(' ')) {
    const found = (byKey.get(name) ?? []).filter((value) => !/^https?:/.test(value))
    if (found.length > 0) return [...new Set(found)]
  }
  return []
}

/** `DC:date`, `dc_date` and `DC.date` are one key. */
const normalKey = (key: string): string =>
  key.replace(
    /^(dc|dcterms|sailthru|article)[:_](?=(?:date|creator|title|language|publisher|description|source|issued|created|modified|contributor)$)/,
    '$1.',
  )
