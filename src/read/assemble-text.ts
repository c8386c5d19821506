/** Blocks of text → one text with spans: the only place where the text of an HTML page is put together. */
import type { Block, BlockKind } from '../core/doc.ts'

export interface TextBlock {
  readonly kind: BlockKind
  /** Trimmed and not empty. */
  readonly text: string
}

/** Joins blocks by an empty line, items of one list by a line break. */
export function assembleText(parts: readonly TextBlock[]): { text: string; blocks: Block[] } {
  const pieces: string[] = []
  const blocks: Block[] = []
  let length = 0
  parts.forEach(({ kind, text }, i) => {
    const gap = i === 0 ? '' : kind === 'list-item' && parts[i - 1]!.kind === 'list-item' ? '\n' : '\n\n'
    pieces.push(gap, text)
    const start = length + gap.length
    length = start + text.length
    blocks.push({ start, end: length, kind })
  })
  return { text: pieces.join(''), blocks }
}
