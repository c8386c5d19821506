/** How dates, languages, counts and labels are worded on a page; never changes a text, only what is said about it. */
import type { Form, Manner } from '../core/doc.ts'
import type { PublishedFrom } from '../core/document.ts'
import { type Html, html } from './html.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2024-06-21` → `21 June 2024`; a month or a year alone stay that vague; anything else is shown as it is. */
export function dateInWords(iso: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso)
  const [, year, month, day] = parts ?? []
  if (year === undefined) return iso
  const name = month === undefined ? undefined : months[Number(month) - 1]
  if (name === undefined) return year
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** A date as an element; "undated" where none is known. */
export const dateElement = (iso: string | null): Html =>
  iso === null ? html`<span class="unknown">undated</span>` : html`<time datetime="${iso}">${dateInWords(iso)}</time>`

export const publishedFromWords: Readonly<Record<PublishedFrom, string>> = {
  'json-ld': 'from the page’s JSON-LD',
  meta: 'from the page’s metadata',
  text: 'from the text',
  url: 'from the address',
  given: 'given when it was added',
}

export const formWords: Readonly<Record<Form, string>> = {
  direct: 'direct',
  indirect: 'indirect',
  mixed: 'mixed',
}

export const mannerWords: Readonly<Record<Manner, string>> = {
  speech: 'speech',
  writing: 'writing',
  thought: 'thought',
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

/** `de` → `German`; a tag nobody knows is shown as it is. */
export function languageName(tag: string): string {
  if (tag === 'und') return 'not known'
  try {
    return languageNames.of(tag) ?? tag
  } catch {
    return tag
  }
}

const grouped = new Intl.NumberFormat('en')

export const number = (value: number): string => grouped.format(value)

/** `counted(1, 'statement')` → `1 statement`. */
export const counted = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? '' : 's'}`

/** 0.978 → `97 %`: never rounded up to a certainty that was not measured. (0.58 times 100 is a little below 58.) */
export const percent = (share: number): string => `${Math.floor(share * 100 + 1e-9)} %`

/** The address where it is one a browser may follow, else null: a page can claim any address, `javascript:` included. */
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const { protocol, href } = new URL(address)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

/** The tag for a `lang` attribute; empty where the language is not known, which HTML takes as "unknown". */
export const langTag = (language: string): string => (language === 'und' ? '' : language)
