/** What the times of sayings are read from: sentences, contents and cues as columns over the timexes and tokens, made once. */
import type { Attribution, Doc, Timex } from '../doc.ts'
import { firstFrom, type Span, sliceOf } from '../span.ts'

export type SayingDoc = Doc<'tokens' | 'sentences' | 'attributions' | 'timexes'>

/** One span of a cue. */
export interface Cue extends Span {
  readonly attribution: Attribution
}

export interface SayingView {
  readonly doc: SayingDoc
  /** Innermost attribution whose content holds the character at which something starts; -1 for none. */
  readonly levelAt: (offset: number) => number
  /** Cues by start, each with its attribution. */
  readonly cues: readonly Cue[]
  readonly lowerOf: (token: number) => string
}

export function sayingView(doc: SayingDoc): SayingView {
  const { attributions, tokens } = doc.layers
  const cues = attributions.flatMap((attribution) =>
    attribution.cue.map(({ start, end }): Cue => ({ start, end, attribution })),
  )
  cues.sort((a, b) => a.start - b.start)
  const levels = levelsOf(doc)
  return {
    doc,
    cues,
    levelAt: (offset) => levels[Math.min(firstFrom(tokens, offset), tokens.length - 1)] ?? -1,
    lowerOf: (token) => {
      const span = tokens[token]
      return span === undefined ? '' : sliceOf(doc.text, span).toLowerCase().replaceAll('’', "'")
    },
  }
}

/** Most tokens that one content is spread over: nested contents of a made-up document could cover it many times. */
const WIDEST = 4000

function levelsOf({ layers: { tokens, attributions } }: SayingDoc): Int32Array {
  const levels = new Int32Array(tokens.length).fill(-1)
  const widths = new Float64Array(tokens.length).fill(Number.POSITIVE_INFINITY)
  attributions.forEach(({ content }, index) => {
    for (const { start, end } of content) {
      const first = firstFrom(tokens, start)
      for (let at = first; at < tokens.length && at - first < WIDEST && tokens[at]!.start < end; at++) {
        if (widths[at]! <= end - start) continue
        widths[at] = end - start
        levels[at] = index
      }
    }
  })
  return levels
}

/** Farthest that a time may stand from its cue, in characters: no sentence of news is longer. */
const REACH = 600

/** The sentence that holds an offset, cut to what is near it. */
export function sentenceAt({ doc: { layers } }: SayingView, offset: number): Span {
  const sentence = layers.sentences[Math.max(0, firstFrom(layers.sentences, offset + 1) - 1)]
  const whole = sentence ?? { start: offset, end: offset }
  return { start: Math.max(whole.start, offset - REACH), end: Math.min(whole.end, offset + REACH) }
}

/** Timexes that begin in a span. */
export function timexesIn({ doc: { layers } }: SayingView, { start, end }: Span): Timex[] {
  const found: Timex[] = []
  for (let at = firstFrom(layers.timexes, start); at < layers.timexes.length; at++) {
    const timex = layers.timexes[at]!
    if (timex.start >= end) break
    found.push(timex)
  }
  return found
}
