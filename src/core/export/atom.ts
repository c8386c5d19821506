/** An Atom feed (RFC 4287) of statements: what a saved search sends to a feed reader. */

import { type Exported, urnOf } from './exported.ts'
import { wordedSaying } from './worded.ts'
import { xmlText } from './xml.ts'

export interface FeedOptions {
  readonly title: string
  /** Address of the search; also the feed's id. */
  readonly self: string
  /** Where statements are shown: their id is put behind it. */
  readonly statements: string
  /** ISO instant at which the feed was made. */
  readonly updated: string
}

/** @param rows each with the ISO instant at which its document was added. */
export function atomFeed(rows: readonly (Exported & { readonly added: string })[], options: FeedOptions): string {
  const entries = rows.flatMap(({ document, statements, added }) =>
    statements.map((statement) => {
      const who = statement.speaker?.name ?? 'Speaker not named'
      const published =
        document.published === null ? '' : `\n    <published>${instantOf(document.published)}</published>`
      const link = options.statements + encodeURIComponent(statement.id)
      return `  <entry>
    <id>${xmlText(urnOf(statement.id))}</id>
    <title>${xmlText(clipped(wordedSaying(statement)))}</title>
    <updated>${xmlText(added)}</updated>${published}
    <author><name>${xmlText(who)}</name></author>
    <link rel="alternate" href="${xmlText(link)}"/>${document.url === null ? '' : `\n    <link rel="via" href="${xmlText(document.url)}"/>`}
    <content type="text">${xmlText(statement.content.text)}</content>
  </entry>\n`
    }),
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${xmlText(options.self)}</id>
  <title>${xmlText(options.title)}</title>
  <updated>${xmlText(options.updated)}</updated>
  <link rel="self" href="${xmlText(options.self)}"/>
  <generator>onrecord</generator>
${entries.join('')}</feed>
`
}

/** RFC 3339 wants a time of day; a date has none that is known, so midnight UTC stands for it. */
const instantOf = (date: string): string => (date.length === 10 ? `${date}T00:00:00Z` : xmlText(date))

const MOST = 120

const clipped = (text: string): string => {
  const points = [...text]
  return points.length <= MOST ? text : `${points.slice(0, MOST - 1).join('')}…`
}
