/** What the arguments of a command stand for → pages, one after the other: the table of all kinds of intake. */

import type { Fetcher } from '../app/fetch-ports.ts'
import { asOnrecordError, OnrecordError } from '../core/errors.ts'
import { areArticles, isMail } from '../read/intake/heads.ts'
import type { Intake, IntakeContext, PageFacts, PageSource } from '../read/intake/page.ts'
import type { Network } from './fetched-pages.ts'
import { type Opened, openInput, type Stdin, unpackedInput } from './read-bytes.ts'

export type { Intake, IntakeContext, Page, PageFacts, PageSource } from '../read/intake/page.ts'

export interface SourceContext extends IntakeContext {
  readonly stdin: Stdin
  /** Whether the user told the address or the date of a page: then each argument has to be a single one. */
  readonly isOnePage: boolean
  /** How addresses are fetched; without it they are not. */
  readonly network?: Network
  /** Told when an argument holds more pages than one, nobody knows how many. */
  manyPages(): void
}

/** An argument that is no path, like an address. */
interface ArgumentKind {
  readonly takes: (argument: string) => boolean
  readonly pages: (argument: string, context: SourceContext) => PageSource | Promise<PageSource>
}

const argumentKinds: readonly ArgumentKind[] = [
  {
    takes: (argument) => /^https?:\/\//i.test(argument),
    async *pages(argument, context) {
      const { pagesOfAddress } = await import('./fetched-pages.ts')
      yield* pagesOfAddress(await fetcherFor(context), argument, context)
    },
  },
]

const fetchers = new WeakMap<SourceContext, Fetcher>()

/** One for all arguments of a command: hosts are spared across them. @throws OnrecordError `usage` where nothing may be fetched */
async function fetcherFor(context: SourceContext): Promise<Fetcher> {
  const known = fetchers.get(context)
  if (known !== undefined) return known
  if (context.network === undefined)
    throw new OnrecordError('invalid-input', { operation: 'fetch', problem: 'nothing is fetched here' })
  const { fetcherOf } = await import('./fetched-pages.ts')
  const fetcher = fetcherOf({ maxBytes: context.maxBytes, ...context.network })
  fetchers.set(context, fetcher)
  return fetcher
}

/** A file of a format that holds pages; told by its first bytes, the name being a hint at most. */
interface FileKind {
  readonly takes: (opened: Opened) => boolean
  readonly pages: (opened: Opened, context: SourceContext) => PageSource | Promise<PageSource>
  /** One page at most, like mail. */
  readonly isOnePage?: boolean
}

/** The first that takes a file has it; what none takes is a page. Parsers are loaded when they are needed. */
const fileKinds: readonly FileKind[] = [
  {
    // By its name alone where its beginning is damaged: the rest may do.
    takes: ({ head, file, packed }) =>
      /^WARC\/\d\.\d/.test(startOf(head)) ||
      (/\.warc(?:\.gz)?$/i.test(file ?? '') && (packed ?? { head }).head.length > 0),
    async pages(opened, context) {
      const { pagesOfWarc } = await import('../read/intake/warc.ts')
      // As it is stored: each record is packed by itself, and is told of by its place in the file.
      return pagesOfWarc((opened.packed ?? opened).stream(), opened, context)
    },
  },
  {
    takes: ({ head, file }) => isZip(head) && (/\.wacz$/i.test(file ?? '') || hasArchives(head)),
    async pages({ file, name, packed }, context) {
      if (file === null || packed !== undefined) {
        throw new OnrecordError('file-unreadable', {
          file: name,
          reason: 'a ZIP archive is read from a file of its own',
        })
      }
      const { pagesOfWacz } = await import('../read/intake/wacz.ts')
      return pagesOfWacz(file, context)
    },
  },
  {
    takes: ({ head, file }) => isMail(head, file),
    isOnePage: true,
    async *pages(opened, context) {
      const { pageOfMail } = await import('../read/intake/mail.ts')
      yield { page: await pageOfMail(await opened.whole(context.maxBytes), opened, context) }
    },
  },
  {
    takes: ({ head }) => FEED.test(Buffer.from(head.subarray(0, 2000)).toString('latin1')),
    async *pages(opened, context) {
      const [{ pagesOfFeed }, { readFeed }] = await Promise.all([
        import('./fetched-pages.ts'),
        import('../read/read-feed.ts'),
      ])
      const feed = readFeed(await opened.whole(context.maxBytes), 'https://nowhere.invalid/')
      if (feed === null) throw new OnrecordError('no-feed', { url: opened.name, more: '' })
      yield* pagesOfFeed(await fetcherFor(context), feed, opened.name, context)
    },
  },
  {
    takes: ({ head, file }) => areArticles(head, file),
    async pages(opened, context) {
      const { pagesOfArticles } = await import('../read/intake/articles.ts')
      return pagesOfArticles(opened, context)
    },
  },
]

const startOf = (head: Uint8Array): string => Buffer.from(head.subarray(0, 16)).toString('latin1')

/** Behind a declaration and comments, as feeds begin. */
const FEED =
  /^(?:\xEF\xBB\xBF)?\s{0,50}(?:<\?xml[^>]{0,200}\?>\s{0,50})?(?:<!--[^>]{0,500}-->\s{0,50}){0,3}<(?:rss|feed|rdf:RDF|opml|urlset|sitemapindex)[\s>]/i

const isZip = (head: Uint8Array): boolean => startOf(head).startsWith('PK\u0003\u0004')

/** What the list of a ZIP begins with where it is a WACZ. */
const hasArchives = (head: Uint8Array): boolean =>
  /archive\/[^\0]{1,200}\.warc|datapackage\.json/.test(Buffer.from(head).toString('latin1'))

/** Whether an argument is something else than a path: the file system is not asked then. */
export const isElsewhere = (argument: string): boolean => argumentKinds.some(({ takes }) => takes(argument))

/** The pages of all arguments, in their order; what cannot be read is told of in its place, and the rest goes on. */
export async function* pageSource(args: Iterable<string>, given: SourceContext): AsyncGenerator<Intake> {
  const context: SourceContext =
    given.network?.lists !== true ? given : { ...given, fetched: (url, facts) => fetchedPage(url, facts, context) }
  for (const argument of args) {
    try {
      const kind = argumentKinds.find(({ takes }) => takes(argument))
      if (kind === undefined) yield* pagesOfFile(argument, context)
      else {
        context.manyPages()
        yield* await kind.pages(argument, context)
      }
    } catch (thrown) {
      yield { name: argument, failed: asOnrecordError(thrown) }
    }
  }
}

/** The page behind an address that a list has without a text. */
async function* fetchedPage(url: string, facts: PageFacts, context: SourceContext): AsyncGenerator<Intake> {
  const { pagesOfAddress } = await import('./fetched-pages.ts')
  yield* pagesOfAddress(await fetcherFor(context), url, context, facts)
}

async function* pagesOfFile(path: string, context: SourceContext): AsyncGenerator<Intake> {
  const stored = await openInput(path, context.stdin)
  try {
    const opened = unpackedInput(stored)
    const kind = fileKinds.find(({ takes }) => takes(opened))
    if (kind === undefined) {
      const { file, name } = opened
      yield { page: { bytes: await opened.whole(context.maxBytes), name, file, facts: {} } }
      return
    }
    if (kind.isOnePage !== true) {
      if (context.isOnePage) throw manyForOne(opened.name)
      context.manyPages()
    }
    yield* await kind.pages(opened, context)
  } finally {
    await stored.close()
  }
}

const manyForOne = (file: string) => new OnrecordError('many-pages', { file })
