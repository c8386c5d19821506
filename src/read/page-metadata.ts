/** Everything a page says of itself, weighed: JSON-LD before meta tags before what is shown before the address. */
import type { Notice, PublishedFrom } from '../core/document.ts'
import { type LinkedData, readLinkedData } from './json-ld.ts'
import { absolute, type MetaData, readMetaTags } from './meta-tags.ts'
import { dateInAddress, metadataDate } from './metadata-date.ts'
import { pageAuthors } from './page-authors.ts'
import { shownDates } from './page-date.ts'
import { pageTitle } from './page-title.ts'
import type { ParsedPage } from './parse-page.ts'

export interface PageMetadata {
  readonly title: string | null
  readonly description: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly publishedFrom: PublishedFrom | null
  readonly modified: string | null
  /** What the page says its language is, a well-formed tag; often wrong. */
  readonly language: string | null
  readonly canonical: string | null
  readonly original: string | null
  /** The article as JSON-LD has it: a last resort. */
  readonly body: string | null
  readonly notices: readonly Notice[]
}

/** Weighs all sources. `url` is the address the user gave, or null. */
export function readPageMetadata(page: ParsedPage, url: string | null): PageMetadata {
  const meta = readMetaTags(page)
  const linked = readLinkedData(
    page.jsonLd,
    [meta.title ?? '', page.title].filter((text) => text !== ''),
  )
  const title = pageTitle(page.root, {
    linked: linked?.headline ?? null,
    meta: meta.title,
    title: page.title,
    publisher: meta.publisher,
  })
  const canonical = meta.canonical ?? absolute(linked?.url)
  const language = languageTag(page.lang) ?? languageTag(meta.language) ?? languageTag(linked?.language ?? null)
  const publisher = linked?.publisher ?? meta.publisher
  const dates = weighDates(page, linked, meta, title, url ?? canonical, language)
  return {
    title,
    description: meta.description,
    publisher: publisher === null ? null : publisher.replace(/\s+/g, ' ').trim(),
    authors: pageAuthors(page.root, linked?.authors ?? [], meta.authors),
    ...dates,
    language,
    canonical,
    original: absolute(linked?.basedOn) ?? meta.original ?? otherHost(url, canonical),
    body: linked?.body ?? null,
  }
}

function weighDates(
  page: ParsedPage,
  linked: LinkedData | null,
  meta: MetaData,
  title: string | null,
  address: string | null,
  language: string | null,
): Pick<PageMetadata, 'published' | 'publishedFrom' | 'modified' | 'notices'> {
  const notices: Notice[] = []
  const usable = (values: readonly (string | null | undefined)[]): string | null => {
    for (const value of values) {
      if (!value) continue
      const { iso, implausible } = metadataDate(value)
      if (iso !== null) return iso
      if (implausible && notices.length === 0) {
        const message = `The page is dated ${value.trim().slice(0, 40)}, which cannot be; that date was not used.`
        notices.push({ code: 'date-implausible', message, span: null, statement: null })
      }
    }
    return null
  }
  const shown = shownDates(page.root, title, dayFirst(language))
  const sources: readonly (readonly [PublishedFrom, string | null])[] = [
    ['json-ld', usable([linked?.published])],
    ['meta', usable(meta.published)],
    ['text', shown.published],
    ['meta', usable(meta.vague)],
    ['url', dateInAddress(address)],
  ]
  const modified = usable([linked?.modified, ...meta.modified]) ?? shown.modified
  const found = sources.find(([, iso]) => iso !== null && !isPlaceholder(iso, modified))
  return {
    published: found?.[1] ?? null,
    publishedFrom: found?.[0] ?? null,
    modified,
    notices,
  }
}

/** The first of January of a year long before the last change is what a content system writes when it knows no date. */
const isPlaceholder = (iso: string, modified: string | null): boolean =>
  iso.endsWith('-01-01') && modified !== null && Number(modified.slice(0, 4)) - Number(iso.slice(0, 4)) >= 2

/** 03/04/2024 is the 3rd of April wherever English is not spoken, and undecided where it is, but for en-US and en-GB. */
function dayFirst(language: string | null): boolean | null {
  if (language === null) return null
  const tag = language.toLowerCase()
  if (tag === 'en-us') return false
  return tag === 'en' ? null : true
}

/** A tag that could be BCP 47, region in capitals; null for "english" and other fancies. */
function languageTag(tag: string | null): string | null {
  const match = tag === null ? null : /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|[0-9]{3}))?$/i.exec(tag.trim())
  if (!match) return null
  const [, language, script, region] = match
  return [
    language!.toLowerCase(),
    script && script[0]!.toUpperCase() + script.slice(1).toLowerCase(),
    region?.toUpperCase(),
  ]
    .filter((part) => part !== undefined)
    .join('-')
}

/** A canonical address at another site says that the page is a copy. */
function otherHost(url: string | null, canonical: string | null): string | null {
  if (url === null || canonical === null || !URL.canParse(url)) return null
  const host = (address: string): string => new URL(address).hostname.replace(/^(?:www|m|amp|mobile)\./, '')
  return host(url) === host(canonical) ? null : canonical
}
