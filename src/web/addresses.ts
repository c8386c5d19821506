/** Addresses of the pages for verifying, of sources and of changes. */

/** @param publisher the name under which documents have it. */
export const sourceAddress = (publisher: string): string => `/sources/${encodeURIComponent(publisher)}`

/** What changed on a page up to this version of it. @param against another version than the one before */
export const changesAddress = (document: string, against?: string): string =>
  `/documents/${encodeURIComponent(document)}/changes${against === undefined ? '' : `?against=${encodeURIComponent(against)}`}`

/** A quotation that an address can hold is asked by one, so that the answer can be sent to somebody. */
const LONGEST_ADDRESS = 2000

/** A quotation and what is said of it: by whom, in which document, of which publisher. */
export interface AskedQuote {
  readonly quote: string
  readonly speaker?: string | null | undefined
  readonly document?: string | undefined
  readonly publisher?: string | undefined
}

/** The page that answers for a quotation; null where it is too long for an address. */
export function verifyAddress({ quote, speaker, document, publisher }: AskedQuote, path = '/verify'): string | null {
  const params = new URLSearchParams({ quote })
  for (const [name, value] of Object.entries({ speaker, document, publisher })) if (value) params.set(name, value)
  const address = `${path}?${params}`
  return address.length > LONGEST_ADDRESS ? null : address
}
