/** One attribution as the readers of acts see it: its words, its cue, the sentences of its content. */
import type { Attribution, Doc, Utterance } from '../doc.ts'
import { contains, firstFrom, hullOf, type Span } from '../span.ts'

export type ActDoc = Doc<'tokens' | 'sentences' | 'attributions' | 'timexes'>

export interface Word extends Span {
  /** In lower case, with straight apostrophes. */
  readonly word: string
}

export interface ActView {
  readonly attribution: Attribution
  /** Those before and behind it in the text, itself left out. */
  readonly near: readonly Attribution[]
  readonly utterance: Utterance | null
  readonly isDirect: boolean
  /** The cue, and what follows it in its sentence; `§` before the first word of the content. */
  readonly cueWords: readonly string[]
  /** How many of `cueWords` stand in the cue. */
  readonly cueLength: number
  /** Up to three words before the cue, no farther than the source: "does not". */
  readonly beforeCue: readonly string[]
  /** The words of the content, sentence by sentence; quotation marks left out. */
  readonly sentences: readonly (readonly Word[])[]
  /** A question mark ends the sentence of the same index. */
  readonly asks: readonly boolean[]
  readonly content: Span
  /** All tokens of each span of the content, marks too. */
  readonly parts: readonly (readonly Word[])[]
  /** The content comes before whoever says it: "Open the border, truckers say". */
  readonly isBeforeCue: boolean
}

/** Words of one content that are looked at; what somebody does with it stands at its beginning. */
const MOST_WORDS = 400
const AFTER_CUE = 24
const MARKS = new Set(['"', '“', '”', '«', '»', '„', '‘', '``', "''", '‹', '›', '「', '」'])

export const wordOf = (text: string): string => {
  const lower = text.toLowerCase()
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower
}

/** What is looked up for each attribution, made once for a document. */
export interface Surroundings {
  readonly near: (attribution: Attribution) => readonly Attribution[]
  readonly utterance: (attribution: Attribution) => Utterance | null
}

/** Attributions on either side that may share a sentence with one. */
const NEAR = 16

export function surroundingsOf({ layers }: ActDoc): Surroundings {
  const ordered = [...layers.attributions].sort((a, b) => a.content[0]!.start - b.content[0]!.start)
  const places = new Map(ordered.map(({ id }, index) => [id, index]))
  const utterances = new Map(layers.utterances?.map((utterance) => [utterance.attribution, utterance]))
  return {
    near(attribution) {
      const at = places.get(attribution.id)
      if (at === undefined) return []
      return ordered.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter(({ id }) => id !== attribution.id)
    },
    utterance: ({ id }) => utterances.get(id) ?? null,
  }
}

export function actView(doc: ActDoc, attribution: Attribution, around: Surroundings): ActView {
  const { text, layers } = doc
  const { tokens } = layers
  const content = hullOf(attribution.content)!
  const near = around.near(attribution)
  const held = reportsWithin(near, attribution)
  const isBeforeCue = attribution.cue.length > 0 && content.end <= attribution.cue[0]!.start
  const sentences: Word[][] = []
  const asks: boolean[] = []
  const parts: Word[][] = []
  let sentence = -1
  let count = 0
  for (const span of attribution.content) {
    const ofSpan: Word[] = []
    parts.push(ofSpan)
    for (let at = firstFrom(tokens, span.start); at < tokens.length && count < MOST_WORDS; at++) {
      const token = tokens[at]!
      if (token.start >= span.end) break
      count++
      const word = wordOf(text.slice(token.start, token.end))
      const part = { start: token.start, end: token.end, word }
      ofSpan.push(part)
      const index = firstFrom(layers.sentences, token.start + 1)
      if (index !== sentence) {
        sentences.push([])
        asks.push(false)
        sentence = index
      }
      // What somebody else is said to have said is that one's act, not this one's.
      if (held.some(({ start, end }) => start <= token.start && token.end <= end)) continue
      if (word === '?') asks[asks.length - 1] = true
      if (!isMark(word)) sentences.at(-1)!.push(part)
    }
  }
  return {
    attribution,
    near,
    utterance: around.utterance(attribution),
    isDirect: isDirect(doc, attribution),
    ...cueOf(doc, attribution),
    sentences,
    asks,
    content,
    parts,
    isBeforeCue,
  }
}

/** Contents of attributions that lie within `outer`'s content with their cue, and do not fill it. */
function reportsWithin(near: readonly Attribution[], outer: Attribution): Span[] {
  const whole = hullOf(outer.content)!
  const inside = (spans: readonly Span[]): boolean => spans.every((span) => contains(whole, span))
  return near
    .filter(({ cue, content }) => cue.length > 0 && inside(cue) && inside(content))
    .flatMap(({ content }) => content)
}

const isMark = (word: string): boolean => MARKS.has(word) || (word === "'" && word.length === 1)

/** Direct by its form; and where that says nothing, by the mark that it begins with. */
function isDirect({ text }: ActDoc, { form, content }: Attribution): boolean {
  return form === 'direct' || MARKS.has(text[content[0]!.start] ?? '')
}

function cueOf(
  { text, layers }: ActDoc,
  { cue, content, source }: Attribution,
): Pick<ActView, 'cueWords' | 'cueLength' | 'beforeCue'> {
  const { tokens } = layers
  const hull = hullOf(cue)
  // Without a cue the content may hold one: "PM rules out early election".
  if (hull === null) return { cueWords: [], cueLength: 0, beforeCue: [] }
  const cueWords: string[] = []
  let cueLength = 0
  const sentenceEnd = layers.sentences[firstFrom(layers.sentences, hull.start + 1) - 1]?.end ?? hull.end
  const first = firstFrom(tokens, hull.start)
  for (let at = first; at < tokens.length && at < first + AFTER_CUE + 12; at++) {
    const token = tokens[at]!
    if (token.start >= Math.max(sentenceEnd, hull.end)) break
    if (content.some(({ start }) => start === token.start)) cueWords.push('§')
    const word = wordOf(text.slice(token.start, token.end))
    if (!isMark(word)) cueWords.push(word)
    if (token.start < hull.end) cueLength = cueWords.length
  }
  const beforeCue: string[] = []
  for (let at = first - 1; at >= 0 && at >= first - 3; at--) {
    const token = tokens[at]!
    if (source.some(({ start, end }) => token.start < end && start < token.end)) break
    if (content.some(({ start, end }) => token.start < end && start < token.end)) break
    beforeCue.unshift(wordOf(text.slice(token.start, token.end)))
  }
  return { cueWords, cueLength, beforeCue }
}
