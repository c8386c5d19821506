/** What acts are measured on: our own statements, and the PLOVER sentences that have a counterpart among our acts. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ActType, Attribution, Manner } from '../src/core/doc.ts'
import { cueForms } from '../src/core/english/cue-lexicon.ts'
import { type Span, sliceOf } from '../src/core/span.ts'
import { parseGold } from './gold.ts'

export interface ActItem {
  readonly text: string
  readonly dct: string | null
  /** As given to the reader; its id is `gold`. */
  readonly attribution: Attribution
  readonly type: ActType
  readonly polarity: 'positive' | 'negative'
  readonly condition: string | null
  readonly deadline: string | null
  /** 0 to 4; 4 is held out. */
  readonly fold: number
}

interface GoldRow {
  readonly passage: string
  readonly dct: string
  readonly expected: {
    readonly type: ActType
    readonly polarity: 'positive' | 'negative'
    readonly condition: string | null
    readonly deadline: string | null
  }
  readonly fold: number
}

/** The rows of `eval/gold/acts.jsonl`. */
export const ownItems = (): ActItem[] =>
  readFileSync(new URL('./gold/acts.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line, index) => {
      const { passage, dct, expected, fold } = JSON.parse(line) as GoldRow
      return { ...givenOf(passage, `acts.jsonl:${index + 1}`), dct, ...expected, fold }
    })

/** Text and attribution of a marked passage. */
export function givenOf(passage: string, file: string): { text: string; attribution: Attribution } {
  const [parsed] = parseGold(passage, file)
  const { source, cue, content } = parsed!.relations[0]!
  return { text: parsed!.text, attribution: attributionOf(parsed!.text, source, cue, content) }
}

function attributionOf(
  text: string,
  source: readonly Span[],
  cue: readonly Span[],
  content: readonly Span[],
): Attribution {
  const whole = content.every((span) => /^["“].*["”]$/s.test(sliceOf(text, span)))
  return {
    id: 'gold',
    form: whole ? 'direct' : 'indirect',
    manner: mannerOf(cue.map((span) => sliceOf(text, span)).join(' ')),
    source,
    cue,
    content,
    by: 'gold',
    confidence: 1,
  }
}

/** The manner that the lexicon of cues gives the cue's verb. */
function mannerOf(cue: string): Manner {
  for (const word of cue.toLowerCase().split(/\s+/)) {
    const form = cueForms.get(word)
    if (form !== undefined) return form.verb.manner
  }
  return 'speech'
}

/** PLOVER's event types that say what our acts say; docs/acts.md has the reasons, and those of the ones left out. */
export const PLOVER_ACTS: Readonly<Record<string, ActType>> = {
  AGREE: 'commitment',
  DEMAND: 'demand',
  DISAPPROVE: 'criticism',
  REJECT: 'refusal',
  SUPPORT: 'support',
  THREATEN: 'threat',
}

export interface PloverItem {
  readonly id: string
  readonly event: string
  readonly text: string
  readonly attribution: Attribution
  readonly type: ActType
  /** Items of even numbers were looked at, those of odd ones were not. */
  readonly isOdd: boolean
}

export const PLOVER_FILE = 'acts/plover-gold.json'

/** Null where the data is not there. */
export function ploverItems(data: string): PloverItem[] | null {
  const file = join(data, PLOVER_FILE)
  if (!existsSync(file)) return null
  const records = JSON.parse(readFileSync(file, 'utf8')) as {
    id: string
    event: string
    textInfo?: { markup?: string } | string | null
  }[]
  return records.flatMap((record): PloverItem[] => {
    const type = PLOVER_ACTS[record.event]
    const markup = typeof record.textInfo === 'object' ? record.textInfo?.markup : undefined
    if (type === undefined || markup === undefined) return []
    const { text, events, sources } = unmarked(markup)
    if (events.length === 0) return []
    const number = Number(record.id.split('-').at(-1))
    const cue = [events[0]!]
    return [
      {
        id: record.id,
        event: record.event,
        text,
        attribution: attributionOf(text, sources.slice(0, 1), cue, contentOf(text, cue[0]!, sources[0])),
        type,
        isOdd: number % 2 === 1,
      },
    ]
  })
}

/** The sentence after the event's first words; the sentence before them where nothing follows. */
function contentOf(text: string, cue: Span, source: Span | undefined): Span[] {
  const end = text.replace(/[\s.]+$/, '').length
  let start = cue.end
  while (start < end && /[\s,]/.test(text[start]!)) start++
  if (end - start > 3 && !(source !== undefined && source.start >= cue.end && end - source.end < 12))
    return [{ start, end }]
  return [{ start: 0, end: text.slice(0, source?.start ?? cue.start).replace(/[\s,]+$/, '').length || cue.start }]
}

/** Takes "(SRC: Syria)" out of its brackets; they may stand in each other. */
function unmarked(markup: string): { text: string; events: Span[]; sources: Span[] } {
  const events: Span[] = []
  const sources: Span[] = []
  const open: { label: string; start: number }[] = []
  let text = ''
  for (let at = 0; at < markup.length; at++) {
    const label = /^\((SRC\/TAR|SRC|TAR|EVT|LOC):\s*/.exec(markup.slice(at, at + 12))
    if (label !== null) {
      open.push({ label: label[1]!, start: text.length })
      at += label[0].length - 1
    } else if (markup[at] === '(') {
      open.push({ label: '', start: text.length })
      text += '('
    } else if (markup[at] === ')' && open.length > 0) {
      const { label: kind, start } = open.pop()!
      if (kind === '') text += ')'
      if (kind === 'EVT') events.push({ start, end: text.length })
      if (kind.startsWith('SRC')) sources.push({ start, end: text.length })
    } else if (markup[at] !== '{' && markup[at] !== '}') {
      text += markup[at]
    }
  }
  const byStart = (a: Span, b: Span): number => a.start - b.start
  return { text, events: events.sort(byStart), sources: sources.sort(byStart) }
}
