/** Dates as metadata writes them: ISO 8601 with any precision of time, compact, RFC 2822, or plain words. */
import { datesIn, isoDate } from './plain-date.ts'

export interface DateReading {
  /** YYYY-MM-DD as written, or null. */
  readonly iso: string | null
  /** True for what is written as a date but cannot be one: year 9999, 31 June, 1853. */
  readonly implausible: boolean
}

/** Reads one value; no conversion between time zones. */
export function metadataDate(value: string): DateReading {
  const text = value.trim().slice(0, 100)
  const full =
    /^([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?=$|[^0-9]|[0-9]{4,6}$)/.exec(text) ??
    /^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])/.exec(text)
  if (full !== null) {
    const iso = isoDate(Number(full[1]), Number(full[2]), Number(full[3]))
    return { iso, implausible: iso === null }
  }
  const seconds = /^(1[0-9]{9})(?:[0-9]{3})?$/.exec(text)
  // Seconds since 1970 have no zone but UTC.
  if (seconds !== null)
    return { iso: new Date(Number(seconds[1]) * 1_000).toISOString().slice(0, 10), implausible: false }
  const iso = datesIn(text)[0]?.iso ?? null
  return {
    iso,
    implausible: iso === null && /(?<![0-9])[0-9]{4}(?![0-9])/.test(text) && /[0-9][-/. ][0-9]/.test(text),
  }
}

/** The date in an address: /2024/06/21/, /2024-06-21-, /20240621/; null for none or a partial one. */
export function dateInAddress(address: string | null): string | null {
  if (address === null || address.length > 2_000) return null
  const match =
    /[/_-]((?:19|20)[0-9]{2})[/_-]([01]?[0-9])[/_-]([0-3]?[0-9])(?=[/_.?-]|$)/.exec(address) ??
    /\/((?:19|20)[0-9]{2})-?([01][0-9])-?([0-3][0-9])(?=[/_.?-]|$)/.exec(address) ??
    /\/((?:19|20)[0-9]{2})\/((?:0[1-9]|1[0-2]))([0-3][0-9])\//.exec(address)
  if (match !== null) return isoDate(Number(match[1]), Number(match[2]), Number(match[3]))
  const named = /\/((?:19|20)[0-9]{2})\/([a-z]{3})\/([0-3]?[0-9])\//i.exec(address)
  return named === null ? null : (datesIn(`${named[3]} ${named[2]} ${named[1]}`)[0]?.iso ?? null)
}
