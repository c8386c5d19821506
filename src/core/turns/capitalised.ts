/** The capitalised words of a text by what they say, so that the fuller name behind a label is looked up and not searched for. */
import { fold } from '../fold.ts'
import { isSpace, type Span } from '../span.ts'

export interface CapitalisedWord extends Span {
  /** Folded, without a possessive. */
  readonly word: string
  /** Whether nothing but white space, or the point of a shortened word, stands before it and the capitalised word before. */
  readonly joined: boolean
}

export interface Capitalised {
  /** In text order. */
  readonly words: readonly CapitalisedWord[]
  /** Indexes into `words`, in text order; no more than 200 a word. */
  at(word: string): readonly number[]
}

const MOST = 200
const WORD = /\p{Lu}[\p{L}\p{M}]*(?:[’'‑\u2060-]+[\p{L}\p{M}]+)*/gu
const LONGEST = 60

/** One pass over the text. */
export function capitalisedWords(text: string): Capitalised {
  const words: CapitalisedWord[] = []
  const index = new Map<string, number[]>()
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    // A word inside of another one, and what is no word at all.
    if (match[0].length > LONGEST || (start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1]!))) continue
    const own = match[0].replace(/[’']s$/, '')
    const word = fold(own)
    const before = words.at(-1)
    const joined = before !== undefined && isGap(text, before.end, start)
    const places = index.get(word)
    if (places === undefined) index.set(word, [words.length])
    else if (places.length < MOST) places.push(words.length)
    words.push({ start, end: start + own.length, word, joined })
  }
  return { words, at: (word) => index.get(word) ?? [] }
}

/** "John Kirby", "R. Kirby", "Dr. Kirby", a line break between them; a sentence's end is told from a shortened word by its length. */
function isGap(text: string, from: number, to: number): boolean {
  let at = from
  if (text[at] === '.') {
    if (!isShort(text, at)) return false
    at++
  }
  if (to - at > 4 || at === to) return false
  let breaks = 0
  for (; at < to; at++) {
    if (!isSpace(text.charCodeAt(at))) return false
    if (text[at] === '\n') breaks++
  }
  return breaks < 2
}

/** The word before a full stop is an initial or a title: "J.", "Mr.", "Gen.". */
const isShort = (text: string, stop: number): boolean => {
  let start = stop
  while (start > 0 && stop - start < 5 && /\p{L}/u.test(text[start - 1]!)) start--
  return (
    stop - start === 1 || /^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gen|Gov|Lt|Col|Adm|Prof|Rev|St|Hon)$/.test(text.slice(start, stop))
  )
}
