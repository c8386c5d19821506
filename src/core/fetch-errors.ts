/** What can go wrong with addresses of the network: rows of the table of errors. */
import type { ErrorRow } from './error-row.ts'

export const fetchErrors = {
  'address-refused': {
    kind: 'invalid',
    message: '{url}: not fetched, because {reason}',
    hint: 'If it is a machine of your own, name it with --allow-host HOST:PORT.',
  },
  'fetch-failed': {
    kind: 'unavailable',
    message: '{url}: cannot be fetched ({reason})',
    hint: 'Open it in a browser; try again later, or save the page and add the file.',
  },
  'robots-disallow': {
    kind: 'invalid',
    message: '{url}: its site asks robots to leave it alone (robots.txt)',
    hint: 'Save the page yourself and add the file.',
  },
  'no-feed': {
    kind: 'invalid',
    message: '{url}: neither a feed nor a sitemap{more}',
    hint: 'Name the address of a feed; pages often tell it as "RSS".',
  },
  'sources-malformed': {
    kind: 'misconfigured',
    message: '{file}, line {line}: {problem}',
    hint: 'See docs/watch.md for what the file holds.',
  },
} as const satisfies Record<string, ErrorRow>
