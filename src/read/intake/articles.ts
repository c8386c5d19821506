/** Articles as JSON, one a line or all in one value, in our columns or those of news-please and GDELT → their pages. */
import { OnrecordError } from '../../core/errors.ts'
import { type Article, articleIn } from './article-columns.ts'
import { linesOf } from './lines.ts'
import type { IntakeContext, PageSource } from './page.ts'

export interface ArticleList {
  readonly file: string | null
  readonly name: string
  /** Its first bytes. */
  readonly head: Uint8Array
  stream(): AsyncIterable<Uint8Array>
  whole(maxBytes: number): Promise<Uint8Array>
}

/** JSON may take so many times the bytes of the text in it. */
const JSON_TIMES = 3

/** Gives one article after the other; what is none is told of by its place, and the rest goes on. */
export async function* pagesOfArticles(
  list: ArticleList,
  context: Pick<IntakeContext, 'maxBytes' | 'passedOver' | 'note' | 'fetched'>,
): PageSource {
  const { file, name } = list
  let addresses = 0
  for await (const { place, article } of articlesOf(list, context.maxBytes * JSON_TIMES)) {
    if ('problem' in article) {
      yield { name, failed: new OnrecordError('bad-article', { file: name, place, problem: article.problem }) }
      if (article.isAll) return
    } else if ('address' in article) {
      if (context.fetched !== undefined) yield* context.fetched(article.address, article.facts)
      else {
        addresses++
        context.passedOver('addresses without a text')
      }
    } else yield { page: { ...article, name: `${name}, ${place}`, file } }
  }
  if (addresses > 0)
    context.note(`${name}: ${addresses} of its articles have an address and no text, and were not read`)
}

interface Placed {
  /** "line 12", or "line 12, article 3" where a line has several. */
  readonly place: string
  readonly article: Article
}

async function* articlesOf(list: ArticleList, longest: number): AsyncGenerator<Placed> {
  if (isOneValue(list.head)) {
    yield* articlesIn(await list.whole(longest), '')
    return
  }
  for await (const { number, bytes } of linesOf(list.stream(), longest)) {
    const place = `line ${number}`
    if (bytes === null) yield { place, article: { problem: `longer than ${longest / 1e6} MB` } }
    else if (bytes.some((byte) => byte > 0x20)) yield* articlesIn(bytes, place)
  }
}

/** A value that goes over several lines, as programs write it for people: its first line is no JSON and promises more. */
function isOneValue(head: Uint8Array): boolean {
  const text = Buffer.from(head)
    .toString()
    .replace(/^\uFEFF/, '')
    .trimStart()
  const end = text.indexOf('\n')
  if (end === -1) return false
  const first = text.slice(0, end).trimEnd()
  return /[[{,]$/.test(first) && !isJson(first)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** One article, or those of an array, or of a list like that of GDELT: {"articles": […]}. */
function* articlesIn(json: Uint8Array, place: string): Generator<Placed> {
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(json))
  } catch (error) {
    const problem = error instanceof SyntaxError ? 'this is not JSON' : 'this is not in UTF-8'
    yield { place: place || 'all of it', article: { problem } }
    return
  }
  const many = Array.isArray(value) ? value : (value as { articles?: unknown } | null)?.articles
  if (!Array.isArray(many)) yield { place: place || 'all of it', article: articleIn(value) }
  else {
    for (const [index, each] of many.entries()) {
      yield { place: `${place}${place && ', '}article ${index + 1}`, article: articleIn(each) }
    }
  }
}
