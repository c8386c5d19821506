/** What a transcript says of the room and not of the words: "(Laughter.)", "[applause]", "(The bill is signed.)". */
import { firstFrom, isSpace, type Span } from '../span.ts'

export interface DirectionRow {
  /** First words inside of the brackets, lower case. */
  readonly opens: readonly string[]
  readonly example: string
  /** Looks like it and is said. */
  readonly not: string
}

const list = (phrases: string): string[] => phrases.split('|')

export const DIRECTION_ROWS: readonly DirectionRow[] = [
  {
    opens: list(
      'laughter|laughs|laughing|chuckles|applause|cheers|cheering|boos|booing|coughs|sneezes|sighs|clears throat',
    ),
    example: '(Laughter and applause.)',
    not: '(laughable as that is)',
  },
  {
    opens: list(
      'inaudible|unintelligible|indiscernible|cross-talk|crosstalk|cross talk|overlapping|off mic|off-mic|off microphone',
    ),
    example: '[inaudible]',
    not: '(inaudibility is a fault)',
  },
  {
    opens: list(
      'as interpreted|as translated|via interpreter|through interpreter|through an interpreter|in english|speaks|speaking|in french|in spanish|in russian|in ukrainian|in german|in arabic|in hebrew|no translation',
    ),
    example: '(As interpreted.)',
    not: '(as it stands)',
  },
  {
    opens: list(
      'pause|pauses|break|recess|silence|interruption|interruptions|interjections|interjecting|time expired|in progress|a moment of silence|music|video plays|video begins|end of video|begin video|begin audio|end video|end audio',
    ),
    example: '(Pause.)',
    not: '(in progress reports we have come to trust)',
  },
  {
    opens: list(
      'gestures|nods|points|holds up|sings|singing|reads|whispers|shouts|shouting|toast|a toast|turns to|to an aide',
    ),
    example: '(Holds up a pen.)',
    not: '(points well taken by all, I hope)',
  },
]

/** Sorted by their first letter's bracket contents: whole, or with more words behind. */
const OPENINGS = DIRECTION_ROWS.flatMap(({ opens }) => opens)

const LONGEST = 100

/**
 * The bracketed directions inside of `span`, in text order.
 * @param spoken a transcript of what was said: there a bracketed sentence is a direction too, in a written text it is not.
 */
export function directionsIn(text: string, span: Span, spoken: boolean): Span[] {
  const found: Span[] = []
  for (let at = span.start; at < span.end; at++) {
    const open = text[at]!
    if (open !== '(' && open !== '[') continue
    const close = closing(text, at, Math.min(span.end, at + LONGEST))
    if (close === -1) continue
    let end = close + 1
    if (isDirection(text.slice(at + 1, close), spoken && open === '(')) {
      let start = at
      // "\[inaudible\]", "*(Laughter.)*": Markdown's own characters belong to neither side.
      if (text[start - 1] === '\\') start--
      if (text[start - 1] === '*' && text[end] === '*') {
        start--
        end++
      }
      found.push({ start, end })
    }
    at = close
  }
  return found
}

function closing(text: string, open: number, limit: number): number {
  const close = text[open] === '(' ? ')' : ']'
  for (let at = open + 1; at < limit; at++) {
    if (text[at] === close) return at
    if (text[at] === text[open]) return -1
  }
  return -1
}

function isDirection(inside: string, spoken: boolean): boolean {
  const words = inside.replace(/\\$/, '').trim()
  const lower = words
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<![.!…])[.!…]+$/, '')
  if (OPENINGS.some((opening) => lower === opening)) return true
  const opens = OPENINGS.some((opening) => lower.startsWith(opening) && /^[\s,;.]/.test(lower.slice(opening.length)))
  // Longer ones are told by how they are set: a sentence in brackets, or no more than a few words.
  if (opens && (/[.!]$/.test(words) || lower.split(' ').length <= 5)) return true
  return (
    spoken && /^(?:\p{Lu})/u.test(words) && /[^.]\.$/.test(words) && lower.split(' ').length >= 2 && !SAID.test(lower)
  )
}

/** Who speaks for himself in brackets is no direction. */
const SAID = /(?:^|\s)(?:i|we|you|my|our|your)(?=[\s’'])/

/** `span` without its directions: what is left between them and holds a letter or a digit, white space trimmed. */
export function withoutDirections(text: string, span: Span, directions: readonly Span[]): Span[] {
  const left: Span[] = []
  let from = span.start
  const add = (end: number): void => {
    const stretch = spoken(text, { start: from, end })
    if (stretch !== null) left.push(stretch)
  }
  for (let i = firstFrom(directions, span.start); i < directions.length && directions[i]!.start < span.end; i++) {
    add(directions[i]!.start)
    from = directions[i]!.end
  }
  add(span.end)
  return left
}

/** Trimmed of white space; null without a letter or digit. */
function spoken(text: string, { start, end }: Span): Span | null {
  let first = start
  let last = end
  while (first < last && isSpace(text.charCodeAt(first))) first++
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--
  for (let at = first; at < last; at++) if (/[\p{L}\p{N}]/u.test(text[at]!)) return { start: first, end: last }
  return null
}
