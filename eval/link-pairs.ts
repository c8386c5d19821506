/** The pairs of `eval/gold/link-pairs.*.jsonl`, and the one-sentence page that a side of one stands for. */
import { readFileSync } from 'node:fs'
import type { ConflictType, Relation } from '../src/core/links/link.ts'
import type { Span } from '../src/core/span.ts'
import { parseGold } from './gold.ts'

interface Printed {
  /** ISO date. */
  readonly published: string
  readonly publisher: string
}

/** "{source} {cue} {said} {content}.", where the words stand in another order a text marked as the gold set is. */
export type PairSide = Printed &
  (
    | { readonly source: string; readonly cue: string; readonly content: string; readonly said?: string }
    | { readonly text: string }
  )

export type Half = 'dev' | 'test'

/** A half, or `more`: pairs written later, to write the scorer by beside the development half. */
export type PairSet = Half | 'more'

export interface LinkPair {
  readonly id: string
  readonly relation: Exclude<Relation, 'renders'> | 'none'
  readonly type: ConflictType | null
  /** What is hard about it; for conflicts their type. */
  readonly category: string
  readonly topic: string
  /** Of conflicts: the words of each side that clash. */
  readonly clash: readonly [readonly string[], readonly string[]] | null
  readonly a: PairSide
  readonly b: PairSide
}

export interface MarkedText {
  readonly text: string
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

export const HALVES: readonly Half[] = ['dev', 'test']

export const readPairs = (set: PairSet): LinkPair[] =>
  readFileSync(new URL(`./gold/link-pairs.${set}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LinkPair)

/** The text of a side with its one attribution marked. */
export function markedText(side: PairSide): MarkedText {
  if ('text' in side) {
    const [passage] = parseGold(side.text)
    return { text: passage!.text, ...passage!.relations[0]! }
  }
  const { source, cue, content, said } = side
  let text = ''
  const add = (part: string, before: string): Span => {
    text += before + part
    return { start: text.length - part.length, end: text.length }
  }
  const spans = {
    source: [add(source.charAt(0).toUpperCase() + source.slice(1), '')],
    cue: [add(cue, ' ')],
  }
  if (said !== undefined) add(said, ' ')
  const isQuoted = content.startsWith('“')
  const contentSpan = add(content, isQuoted ? ': ' : ' ')
  if (!/[.!?]”?$/.test(content)) text += '.'
  return { text, ...spans, content: [contentSpan] }
}
