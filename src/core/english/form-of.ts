/** The form of an attribution: how much of its content stands between quotation marks that are its speaker's. */
import { classOf, DIGIT, LETTER } from '../characters.ts'
import type { Doc, Form, Quotation } from '../doc.ts'
import type { Span } from '../span.ts'

/** Letters and digits before each offset, in all and by how many quotations they stand in; counted once, as contents may nest many deep. */
export interface LetterCount {
  readonly all: Uint32Array
  /** In one quotation or more. */
  readonly quoted: Uint32Array
  /** In two or more: in a quotation inside a quotation. */
  readonly nested: Uint32Array
  /** Quotations that each offset stands in. */
  readonly depth: Int32Array
}

const counted = new WeakMap<readonly Quotation[], LetterCount>()

/** Counted once for a document's quotations, whoever asks. */
export function countLetters(doc: Doc<'quotations'>): LetterCount {
  const { quotations } = doc.layers
  let letters = counted.get(quotations)
  if (letters === undefined) {
    letters = lettersOf(doc)
    counted.set(quotations, letters)
  }
  return letters
}

function lettersOf({ text, layers }: Doc<'quotations'>): LetterCount {
  const depth = new Int32Array(text.length + 1)
  for (const { spans } of layers.quotations) {
    for (const { start, end } of spans) {
      depth[start]!++
      depth[end]!--
    }
  }
  const [all, quoted, nested] = [0, 1, 2].map(() => new Uint32Array(text.length + 1)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]
  for (let at = 0; at < text.length; at++) {
    if (at > 0) depth[at]! += depth[at - 1]!
    const counts = (classOf(text.codePointAt(at)!) & (LETTER | DIGIT)) !== 0 ? 1 : 0
    all[at + 1] = all[at]! + counts
    quoted[at + 1] = quoted[at]! + (depth[at]! > 0 ? counts : 0)
    nested[at + 1] = nested[at]! + (depth[at]! > 1 ? counts : 0)
  }
  return { all, quoted, nested, depth }
}

/** Letters and digits in `spans`. */
export const lettersIn = (letters: LetterCount, spans: readonly Span[]): number => countIn(letters.all, spans)

/**
 * `direct` when quotations cover the content, `indirect` when none touches it, else `mixed`. Marks that hold the cue too
 * are another speaker's: in “He told me that it leaks,” she said, what he told is indirect.
 */
export function formOf(letters: LetterCount, cue: readonly Span[], content: readonly Span[]): Form {
  const around = cue.length === 0 ? 0 : letters.depth[cue[0]!.start]!
  const inside = around === 0 ? letters.quoted : letters.nested
  const quoted = around > 1 ? 0 : countIn(inside, content)
  if (quoted === 0) return 'indirect'
  return quoted === lettersIn(letters, content) ? 'direct' : 'mixed'
}

function countIn(before: Uint32Array, spans: readonly Span[]): number {
  let count = 0
  for (const { start, end } of spans) count += before[end]! - before[start]!
  return count
}
