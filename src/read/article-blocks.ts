/** From the blocks of a found article to those kept: furniture out, headline, standfirst, byline and date line in. */
import type { BlockKind } from '../core/doc.ts'
import type { TextBlock } from './assemble-text.ts'
import { furnitureOf, isProse, originalNamedIn } from './furniture.ts'
import { simplified } from './json-ld.ts'
import type { LaidBlock } from './layout-blocks.ts'
import { authorsInByline, dateLine } from './line-roles.ts'
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
  metadata: Pick<PageMetadata, 'title' | 'description'>,
): ArticleBlocks {
  const title = metadata.title
  const body = bodyOf(found, title)
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
  let inList = false
  let prose = 0
  for (const block of found) {
    const row = furnitureOf(block.text)
    if (row !== null) {
      inList = row.scope === 'list' || inList
      continue
    }
    if (isProse(block.text)) {
      inList = false
      prose++
    }
    if (inList || isLinkLine(block)) continue
    // The headline comes first, from the metadata; here it is a repetition.
    if (simplified(block.text) === own && own !== '') continue
    kept.push({ kind: kindOf(block, prose), text: block.text })
  }
  return kept
}

/** A line that is nothing but a link: a way to another page, unless it is an entry of the article's own list. */
function isLinkLine({ text, linked, tag }: LaidBlock): boolean {
  return linked >= text.length * 0.9 && text.length < 200 && tag !== 'tr' && !/[.!?…]["”’»)]?$/u.test(text)
}

function kindOf(block: LaidBlock, prose: number): BlockKind {
  if (block.tag === 'figcaption' || block.tag === 'caption') return 'caption'
  if (block.tag === 'blockquote') return 'quote'
  if (block.tag === 'li') return 'list-item'
  if (prose <= 1 && block.text.length <= 200) {
    if (dateLine(block.text) !== null) return 'dateline'
    if (authorsInByline(block.text).length > 0) return 'byline'
  }
  return 'paragraph'
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
  if (authorsInByline(block.text).length > 0) return 'byline'
  if (block.text.length < 40 || block.text.length > 500 || block.linked * 2 > block.text.length) return null
  const described = description !== null && simplified(description).startsWith(simplified(block.text).slice(0, 60))
  return described || standfirstNames.test(block.names) ? 'standfirst' : null
}
