/** Pairs quotation marks: nested, over several paragraphs, and unbalanced ones, one block at a time. */
import type { Block, Quotation, QuotationStyle } from './doc.ts'
import { type Direction, type QuoteMark, quoteMarksIn } from './quotation-marks.ts'
import { inTextOrder, isSpace, type Span, trimmed } from './span.ts'
import type { Stage } from './stage.ts'

export const quotationFinder = (): Stage<'blocks' | 'sentences', 'quotations'> => ({
  name: 'quotation-finder',
  version: 1,
  needs: ['blocks', 'sentences'],
  gives: 'quotations',
  run: (doc) => findQuotations(doc.text, doc.layers.blocks, doc.layers.sentences),
})

/** A quoted block is one quotation, unless marks inside it tell its speech from the rest ("“…,” said one expert"). */
function isAllQuoted(text: string, block: Block): boolean {
  const marks = quoteMarksIn(text, block.start, block.end).filter((mark) => mark.style !== 'single')
  const first = marks[0]
  if (first === undefined || !isFirstVisible(text, block, first)) return true
  const close = marks.slice(1).find((mark) => mark.direction !== 'open')
  return close === undefined || close.at + close.length >= trimmed(text, block).end - 1
}

interface Found {
  spans: Span[]
  readonly style: QuotationStyle
  balanced: boolean
}

interface Open {
  readonly mark: QuoteMark
  /** The opening mark's index among the block's marks, to look again from there when it turns out unpaired. */
  readonly index: number
}

function findQuotations(text: string, blocks: readonly Block[], sentences: readonly Span[]): Quotation[] {
  const found: Found[] = []
  let carried: Found | null = null
  let nextSentence = 0
  for (const block of blocks) {
    if (block.kind === 'boilerplate') continue
    while (nextSentence < sentences.length && sentences[nextSentence]!.end <= block.start) nextSentence++
    if (block.kind === 'quote' && isAllQuoted(text, block)) {
      const span = trimmed(text, block)
      if (span.end > span.start) found.push({ spans: [span], style: 'block', balanced: true })
      carried = null
      continue
    }
    const stillOpen = inBlock(text, block, carried, found, sentences, nextSentence)
    // A picture between two paragraphs does not end what was being said.
    if (block.kind !== 'caption') carried = stillOpen
  }
  const ordered = found.filter(({ spans }) => spans.length > 0).sort((a, b) => inTextOrder(a.spans[0]!, b.spans[0]!))
  return ordered.map((quotation, index) => ({ id: `q${index + 1}`, ...quotation }))
}

/**
 * Finds the quotations of one block.
 * @returns the quotation that is still open at the end, for the next paragraph to go on with.
 */
function inBlock(
  text: string,
  block: Block,
  carried: Found | null,
  found: Found[],
  sentences: readonly Span[],
  firstSentence: number,
): Found | null {
  const marks = quoteMarksIn(text, block.start, block.end)
  const { pairs, openers, closers } = pairUp(text, marks)

  // A paragraph that begins with an opening mark goes on with a quotation the one before left open.
  const goesOn =
    carried !== null &&
    block.kind !== 'caption' &&
    marks.length > 0 &&
    marks[0]!.style === carried.style &&
    isFirstVisible(text, block, marks[0]!)
  let stillOpen: Found | null = null
  for (const [open, close] of pairs) {
    const span = { start: open.at, end: close.at + close.length }
    if (goesOn && open === marks[0]) {
      carried!.spans.push(span)
      carried!.balanced = true
    } else {
      found.push({ spans: [span], style: styleOf(open), balanced: true })
    }
  }
  for (const open of openers) {
    if (open.style === 'single' && !isFirstVisible(text, block, open)) continue
    const span = trimmed(text, { start: open.at, end: block.end })
    if (span.end - span.start < 2) continue
    if (goesOn && open === marks[0]) {
      carried!.spans.push(span)
      stillOpen = carried
    } else {
      stillOpen = { spans: [span], style: styleOf(open), balanced: false }
      found.push(stillOpen)
    }
    break
  }
  for (const close of closers) {
    if (close.style === 'single') continue
    const before = firstClearSentence(sentences, firstSentence, block, close, pairs)
    const end = close.at + close.length
    if (before < close.at) found.push({ spans: [{ start: before, end }], style: styleOf(close), balanced: false })
    break
  }
  return stillOpen
}

/** Where a quotation begins whose opening mark is missing: its sentence, or what follows the quotation before it. */
function firstClearSentence(
  sentences: readonly Span[],
  from: number,
  block: Block,
  close: QuoteMark,
  pairs: readonly (readonly [QuoteMark, QuoteMark])[],
): number {
  let start = block.start
  for (let index = from; index < sentences.length && sentences[index]!.start < close.at; index++) {
    start = Math.max(start, sentences[index]!.start)
  }
  const crossed = pairs.some(([open, end]) => open.at < close.at && end.at >= start)
  return crossed ? close.at : start
}

const styleOf = (mark: QuoteMark): QuotationStyle => mark.style

function isFirstVisible(text: string, block: Block, mark: QuoteMark): boolean {
  for (let at = block.start; at < mark.at; at++) if (!isSpace(text.charCodeAt(at))) return false
  return mark.direction !== 'close'
}

interface Pairing {
  readonly pairs: (readonly [QuoteMark, QuoteMark])[]
  /** Marks that opened and never closed, outermost first. */
  readonly openers: QuoteMark[]
  readonly closers: QuoteMark[]
}

/** One pass with a stack; a closing mark closes the nearest opening mark it fits. */
function pairUp(text: string, marks: readonly QuoteMark[]): Pairing {
  const pairs: (readonly [QuoteMark, QuoteMark])[] = []
  const closers: QuoteMark[] = []
  const stack: Open[] = []
  const reversed = isReversed(marks)
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index]!
    const direction = directionOf(text, mark, stack, reversed)
    if (direction === 'open') {
      stack.push({ mark, index })
      continue
    }
    const partner = nearestPartner(stack, mark)
    if (partner === -1) {
      if (mark.style !== 'single' && !isMeasure(text, mark)) closers.push(mark)
      continue
    }
    if (mark.style === 'single' && isPossessive(text, marks, index)) continue
    pairs.push([stack[partner]!.mark, mark])
    stack.length = partner
  }
  pairs.sort(([a], [b]) => a.at - b.at)
  return { pairs, openers: stack.map(({ mark }) => mark), closers }
}

/** A 12" pipe: inches, where no quotation is open. */
const isMeasure = (text: string, mark: QuoteMark): boolean =>
  text[mark.at] === '"' && /^\d$/.test(text[mark.at - 1] ?? '')

/** »…« : German and Danish books open with the mark that closes elsewhere. */
function isReversed(marks: readonly QuoteMark[]): boolean {
  const first = marks.find((mark) => mark.style === 'guillemet')
  return first !== undefined && first.direction === 'close'
}

function directionOf(text: string, mark: QuoteMark, stack: readonly Open[], reversed: boolean): Direction {
  const top = stack.at(-1)?.mark
  if (mark.style === 'guillemet' && reversed) return mark.direction === 'open' ? 'close' : 'open'
  // ‚…‘: the mark that opens in English closes after a low one.
  if (mark.style === 'single' && text[mark.at] === '‘' && top !== undefined && text[top.at] === '‚') return 'close'
  if (mark.style === 'double' && top?.style === 'low-high') {
    // „…“ and „…" and „…”: whatever follows a low mark closes it, unless it clearly opens another.
    const glyph = text[mark.at]
    if (glyph === '“' || glyph === '”') return 'close'
    if (mark.direction !== 'open') return 'close'
  }
  if (mark.direction !== 'either') return mark.direction
  return nearestPartner(stack, mark) === -1 ? 'open' : 'close'
}

/** Depth at which a closing mark finds its opening one; -1 for none. Quotations nest three deep at most. */
function nearestPartner(stack: readonly Open[], close: QuoteMark): number {
  const lowest = Math.max(0, stack.length - 4)
  for (let depth = stack.length - 1; depth >= lowest; depth--) {
    const open = stack[depth]!.mark
    if (open.style === close.style) return depth
    if (open.style === 'low-high' && close.style === 'double') return depth
    if (open.style === 'low-high' && close.style === 'single') return depth
  }
  return -1
}

/** "the workers' demands' end": an s before, no punctuation, and another closing mark to come before any opening one. */
function isPossessive(text: string, marks: readonly QuoteMark[], index: number): boolean {
  const mark = marks[index]!
  if (text[mark.at - 1]?.toLowerCase() !== 's' || text[mark.at + 1] !== ' ') return false
  const later = marks[index + 1]
  return later !== undefined && later.style === 'single' && later.direction === 'close'
}
