/** What the title of a primary text tells: what kind of text it is, where its words were said, and by whom if by one alone. */
import type { Block, MediumKind } from '../doc.ts'
import { type Span, sliceOf } from '../span.ts'

export interface MediumRow {
  readonly kind: MediumKind
  /** Lower case; "*" stands for one word. Longer ones are tried first. */
  readonly phrases: readonly string[]
  /** Only where the title begins with it. */
  readonly leading?: true
  readonly example: string
  readonly not: string
}

const list = (phrases: string): string[] => phrases.split('|')

/** The first row that fits wins. */
export const MEDIUM_ROWS: readonly MediumRow[] = [
  {
    kind: 'press-conference',
    phrases: list(
      'background press call|on-the-record press call|regional press call|on-the-record press gaggle|on-the-record roundtable|joint press conference|joint press statements|joint press availability|press conference|press briefing|press gaggle|press call|press availability|press statement|press statements|press stakeout|news conference|media briefing|media availability|daily briefing|department briefing|regular briefing|background briefing|doorstep',
    ),
    example: 'Press Briefing by the Harbour Master',
    not: 'Press freedom in Aldermere',
  },
  {
    kind: 'interview',
    phrases: list(
      'exclusive interview|full interview|interview|in conversation with|conversation with|q&a with|questions and answers with',
    ),
    example: 'Interview with Ana Pohl',
    not: 'Interviewers wanted',
  },
  {
    kind: 'speech',
    phrases: list(
      'opening remarks|closing remarks|welcoming remarks|keynote remarks|remarks|opening statement|closing statement|keynote address|weekly address|inaugural address|farewell address|commencement address|state of the union address|address|keynote|acceptance speech|inaugural speech|speech|toast|eulogy|lecture|sermon|testimony|oral statement',
    ),
    leading: true,
    example: 'Remarks by the Mayor of Aldermere',
    not: 'What the remarks of the mayor mean',
  },
  {
    kind: 'speech',
    phrases: list('house of commons|house of lords|oral questions|oral answers|hansard|debate'),
    example: 'Oral Answers to Questions',
    not: 'Oral history of the harbour',
  },
  {
    kind: 'document',
    phrases: list(
      'joint statement|written statement|statement|declaration|open letter|letter|message|proclamation|press release|communique|communiqué',
    ),
    leading: true,
    example: 'Statement from the Mayor of Aldermere',
    not: 'State of the harbour',
  },
]

export interface Title extends Span {
  readonly medium: { readonly span: Span; readonly kind: MediumKind } | null
  /** Where the title begins to tell about what they speak: "… on the Release of …"; its end where it does not. */
  readonly topic: number
  /** Announces words that are said: a transcript needs less proof under it. */
  readonly announces: boolean
}

const LONGEST = 400

/** The headline, or the first short block of a text without one. */
export function titleOf(text: string, blocks: readonly Block[]): Title | null {
  const block = blocks.find(({ kind }) => kind === 'headline') ?? blocks[0]
  if (block === undefined || block.end - block.start > LONGEST) return null
  const medium = mediumIn(text, block)
  const announces = medium !== null && (block.kind === 'headline' || medium.span.start - block.start < 40)
  return {
    start: block.start,
    end: block.end,
    topic: topicOf(text, block),
    medium,
    announces: announces || /\btranscript\b/i.test(sliceOf(text, block)),
  }
}

function topicOf(text: string, title: Span): number {
  const found = /\s(?:on|about|regarding|concerning|honou?ring)\s/i.exec(sliceOf(text, title))
  return found === null ? title.end : title.start + found.index
}

/** The words of the title that tell where it was said. */
export function mediumIn(text: string, title: Span): Title['medium'] {
  const lower = plain(sliceOf(text, title))
  for (const { kind, phrases, leading } of MEDIUM_ROWS) {
    let best: Span | null = null
    for (const phrase of phrases) {
      const at = indexOfPhrase(lower, phrase)
      if (at === -1 || (leading && !isLeading(lower, at))) continue
      if (best === null || phrase.length > best.end - best.start) best = { start: at, end: at + phrase.length }
    }
    if (best !== null) return { span: { start: title.start + best.start, end: title.start + best.end }, kind }
  }
  return null
}

/** Lower case, one code unit for one, white space as spaces. */
const plain = (surface: string): string =>
  surface.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/[\s\u00a0]/g, ' ')

function indexOfPhrase(lower: string, phrase: string): number {
  for (let at = lower.indexOf(phrase); at !== -1; at = lower.indexOf(phrase, at + 1)) {
    const after = lower[at + phrase.length] ?? ' '
    if (!/[a-z]/.test(lower[at - 1] ?? ' ') && !/[a-z]/.test(after)) return at
  }
  return -1
}

/** At the beginning, or behind words that only say which: "Full text:", "Transcript of", "PRESIDENT BIDEN'S". */
const isLeading = (lower: string, at: number): boolean =>
  at === 0 || /^(?:full |complete |official |the |transcript|text|of|:| |-|–|—|as prepared)*$/.test(lower.slice(0, at))
