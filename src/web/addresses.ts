/** Addresses of the pages for verifying and of sources. */

/** @param publisher the name under which documents have it. */
export const sourceAddress = (publisher: string): string => `/sources/${encodeURIComponent(publisher)}`

/** A quotation that an address can hold is asked by one, so that the answer can be sent to somebody. */
const LONGEST_ADDRESS = 2000

/** The page that answers for a quotation; null where it is too long for an address. */
export function verifyAddress(quote: string, speaker: string | null, path = '/verify'): string | null {
  const params = new URLSearchParams({ quote, ...(speaker === null ? {} : { speaker }) })
  const address = `${path}?${params}`
  return address.length > LONGEST_ADDRESS ? null : address
}
