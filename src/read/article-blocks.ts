/** From the blocks of a found article to those kept: furniture out, headline, standfirst, byline and date line in. */
import type { BlockKind } from '../core/doc.ts'
import type { TextBlock } from './assemble-text.ts'
import { type FurnitureRow, furnitureOf, isProse, originalNamedIn } from './furniture.ts'
import { simplified } from './json-ld.ts'
import type { LaidBlock } from './layout-blocks.ts'
import {
  authorsInByline,
  dateLine,
  isAgencyByline,
  isAuthorNote,
  isBareCredit,
  isPhotoCredit,
  isSignOff,
} from './line-roles.ts'
import type { PageMetadata } from './page-metadata.ts'

export interface ArticleBlocks {
  readonly blocks: readonly TextBlock[]
  readonly original: string | null
  /** Names on the byline, for pages whose markup names nobody. */
  readonly authors: readonly string[]
}

/** `found` are the blocks of the article, `all` those of the whole page, where headline and byline may stand outside it. */
export function articleBlocks(
  found: readonly LaidBlock[],
  all: readonly LaidBlock[],
  metadata: Pick<PageMetadata, 'title' | 'description' | 'authors'>,
): ArticleBlocks {
  const title = metadata.title
  const body = withoutAuthorNotes(bodyOf(found, title), metadata.authors)
  const head = headOf(all, body, metadata)
  const blocks: TextBlock[] = title === null ? [] : [{ kind: 'headline', text: title }]
  blocks.push(...head, ...body)
  const originals = found.map((block) => originalNamedIn(block.text)).filter((named) => named !== null)
  return {
    blocks,
    original: originals[0] ?? null,
    authors: blocks.filter(({ kind }) => kind === 'byline').flatMap(({ text }) => authorsInByline(text)),
  }
}

function bodyOf(found: readonly LaidBlock[], title: string | null): TextBlock[] {
  const kept: TextBlock[] = []
  const own = title === null ? '' : simplified(title)
  const seen = new Set<string>()
  let inList = false
  let prose = 0
  for (const block of found) {
    const row = furnitureOf(block.text) ?? listHeading(block)
    if (row !== null) {
      inList = row.scope === 'list' || inList
      continue
    }
    if (isProse(block.text) && !isMostlyLink(block)) {
      inList = false
      prose++
    }
    if (inList || isLinkLine(block)) continue
    // The headline comes first, from the metadata; here it is a repetition. Galleries repeat their captions.
    if (simplified(block.text) === own && own !== '') continue
    if (block.text.length >= shortestRepeat && seen.has(block.text)) continue
    seen.add(block.text)
    const kind = kindOf(block, prose)
    if (kind === 'caption' && isBareCredit(block.text)) continue
    kept.push({ kind, text: block.text })
  }
  return kept
}

/** What the site says of the author stands in the last few blocks. */
function withoutAuthorNotes(body: readonly TextBlock[], authors: readonly string[]): TextBlock[] {
  return body.filter((block, i) => i < body.length - 4 || i === 0 || !isAuthorNote(block.text, authors))
}

/** A shorter line may well come twice in an article ("Yes." – "No."). */
const shortestRepeat = 40

/** A heading of related links that shares its block with them. */
function listHeading(block: LaidBlock): FurnitureRow | null {
  const end = block.text.indexOf('\n')
  if (end === -1) return null
  const row = furnitureOf(block.text.slice(0, end))
  return row?.scope === 'list' && block.linked * 2 >= block.text.length - end ? row : null
}

const isMostlyLink = ({ text, linked }: LaidBlock): boolean => linked >= text.length * 0.8

/** A line that is nothing but a link: a way to another page, unless it is an entry of a table. */
function isLinkLine(block: LaidBlock): boolean {
  const { text, tag } = block
  if (!isMostlyLink(block) || tag === 'tr' || tag === 'blockquote') return false
  return text.includes('\n') || (text.length < 200 && !/[.!?…]["”’»)]?$/u.test(text))
}

function kindOf(block: LaidBlock, prose: number): BlockKind {
  const { text, tag } = block
  if (
    tag === 'figcaption' ||
    tag === 'caption' ||
    isPhotoCredit(text) ||
    isBareCredit(text) ||
    /caption/.test(block.names)
  )
    return 'caption'
  if (tag === 'blockquote') return 'quote'
  if (isSignOff(text)) return 'byline'
  if (dateLine(text) !== null) return 'dateline'
  if (prose <= 1 && (authorsInByline(text).length > 0 || isAgencyByline(text))) return 'byline'
  return tag === 'li' ? 'list-item' : 'paragraph'
}

/** Standfirst, byline and date line that stand between the headline and the article, and not in it. */
function headOf(
  all: readonly LaidBlock[],
  body: readonly TextBlock[],
  { title, description }: Pick<PageMetadata, 'title' | 'description'>,
): TextBlock[] {
  const first = body[0]
  if (title === null || first === undefined) return []
  const own = simplified(title)
  const at = all.findIndex((block) => /^h[12]$/.test(block.tag) && simplified(block.text) === own)
  const start = all.findIndex((block, i) => i > at && block.text === first.text)
  if (at === -1 || start === -1 || start - at > 25) return []
  const held = new Set(body.map(({ text }) => text))
  const has = (kind: BlockKind): boolean => body.some((block) => block.kind === kind)
  const head: TextBlock[] = []
  for (const block of all.slice(at + 1, start)) {
    const kind = held.has(block.text) || furnitureOf(block.text) !== null ? null : headKind(block, description)
    if (kind === null || has(kind) || head.some((other) => other.kind === kind)) continue
    head.push({ kind, text: block.text })
  }
  return head
}

const standfirstNames =
  /standfirst|sub-?(?:title|head|headline)|(?:^|[\s_-])(?:dek|deck|lead|lede|intro|summary|excerpt|chapo|entradilla|bajada|copete|sottotitolo|ondertitel|vorspann|teaser-?text)(?=$|[\s_-])/

function headKind(block: LaidBlock, description: string | null): BlockKind | null {
  if (dateLine(block.text) !== null) return 'dateline'
  if (authorsInByline(block.text).length > 0 || isAgencyByline(block.text)) return 'byline'
  if (block.text.length < 40 || block.text.length > 500 || block.linked * 2 > block.text.length) return null
  const described = description !== null && simplified(description).startsWith(simplified(block.text).slice(0, 60))
  return described || standfirstNames.test(block.names) ? 'standfirst' : null
}
