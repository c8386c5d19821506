/** A statement as a citation in three styles, and as a link that opens the page at its words. */
import type { StatementRow } from '../app/ports.ts'
import type { DocumentRecord } from '../core/document.ts'
import { dateInWords, webAddress } from './wording.ts'

export interface Citation {
  readonly style: 'APA' | 'MLA' | 'Chicago'
  readonly text: string
}

/** Words of a quotation that a citation has at most; the address of the statement leads to the rest. */
const LONGEST = 400

/**
 * After the seventh edition of the APA's manual, the ninth of the MLA's handbook and the seventeenth of the Chicago manual, as far as
 * the record knows what they ask for; what it does not know is left out.
 * @param permalink address of the statement in this ledger.
 */
export function citationsOf({ statement, document }: StatementRow, permalink: string): readonly Citation[] {
  const who = statement.speaker?.name ?? 'Speaker not named'
  const words = quoted(statement.content.text, statement.form === 'direct')
  const title = (document.title ?? document.file ?? document.id).replace(/(?<![.\s])[.\s]+$/, '')
  const address = webAddress(document.url) ?? permalink
  const { authors, publisher, published } = document
  const day = published === null ? null : dateInWords(published)
  const by = authors.length > 0 ? listed(authors) : publisher
  return [
    {
      style: 'APA',
      text: `${who}: ${words} ${sentence(by)}(${published === null ? 'n.d.' : day}). ${sentence(title)}${authors.length > 0 ? sentence(publisher) : ''}${address}`,
    },
    {
      style: 'MLA',
      text: `${who}: ${words} ${authors.length > 0 ? sentence(listed(authors)) : ''}${quotedTitle(title, '.')} ${[publisher, day].filter(Boolean).join(', ')}${publisher !== null || day !== null ? ', ' : ''}${address}.`,
    },
    {
      style: 'Chicago',
      text: `${who}: ${words} In ${authors.length > 0 ? `${listed(authors)}, ` : ''}${quotedTitle(title, ',')} ${[publisher, day].filter(Boolean).join(', ')}${publisher !== null || day !== null ? ', ' : ''}${address}.`,
    },
  ]
}

/** A title that ends in a mark of its own keeps it. */
const quotedTitle = (title: string, mark: string): string => `“${title}${/[?!]$/.test(title) ? '' : mark}”`

/** Indirect speech is a report's wording, not the speaker's: it never stands in quotation marks. */
function quoted(text: string, isAllQuoted: boolean): string {
  const flat = text.replace(/\s+/g, ' ')
  const short =
    flat.length <= LONGEST
      ? flat
      : `${flat
          .slice(0, LONGEST)
          .toWellFormed()
          .replace(/\s\S*$/, '')} …`
  return /^["“„«]/.test(short) || !isAllQuoted ? `${short}.`.replace(/([.!?…]["”»]?)\.$/, '$1') : `“${short}”`
}

const sentence = (words: string | null): string => (words === null ? '' : `${words.replace(/(?<![.\s])[.\s]+$/, '')}. `)

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** Words at each end by which a browser finds a long passage. */
const ENDS = 5

/**
 * The live page, scrolled to the words: a URL text fragment (WICG scroll-to-text-fragment).
 * @returns null where the document has no address on the web.
 */
export function liveAddress(document: Pick<DocumentRecord, 'url'>, text: string): string | null {
  const address = webAddress(document.url)
  if (address === null) return null
  const words = text.split(/\s+/).filter((word) => word !== '')
  const encode = (part: readonly string[]): string => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D')
  const directive =
    words.length <= 2 * ENDS ? encode(words) : `${encode(words.slice(0, ENDS))},${encode(words.slice(-ENDS))}`
  const [page, fragment] = address.split('#', 2) as [string, string | undefined]
  return `${page}#${fragment ?? ''}:~:text=${directive}`
}
