/** Captions → text and blocks: one paragraph for each turn where speakers are told, times left out. */
import type { Block } from '../core/doc.ts'
import { labelAt } from '../core/turns/label.ts'
import { type Cue, captionsOf } from './caption-cues.ts'

export interface CaptionPage {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly title: string | null
  readonly declaredLanguage: string | null
}

/** Without speakers a pause of so many seconds begins a paragraph, and so does a sentence's end after so many characters. */
const PAUSE = 3
const LONG = 500

/** Reads WebVTT or SRT; a text without a single cue gives an empty page. */
export function readCaptions(source: string): CaptionPage {
  const { title, language, cues } = captionsOf(source)
  const paragraphs = paragraphsOf(cues)
  const blocks: Block[] = []
  let text = ''
  const add = (kind: Block['kind'], words: string): void => {
    if (text !== '') text += '\n\n'
    blocks.push({ start: text.length, end: text.length + words.length, kind })
    text += words
  }
  if (title !== null && paragraphs.length > 0) add('headline', title)
  for (const paragraph of paragraphs) add('paragraph', paragraph)
  return { text, blocks, title, declaredLanguage: language }
}

interface Spoken {
  /** Null where the line goes on with whoever spoke before; '' for somebody else who is not named. */
  readonly speaker: string | null
  readonly words: string
}

function paragraphsOf(cues: readonly Cue[]): string[] {
  const paragraphs: string[] = []
  let voice: string | null = null
  let ended = 0
  let last = ''
  for (const { from, to, lines } of cues) {
    const pause = from - ended > PAUSE
    ended = to
    lines.forEach((line, i) => {
      for (const { speaker, words } of spokenIn(line)) {
        // Captions that roll show each line twice.
        if (words === '' || (speaker === null && words === last)) continue
        last = words
        const current = paragraphs.at(-1)
        const isNew = current === undefined || (speaker !== null && (speaker !== voice || speaker === ''))
        const isPaused =
          voice === null &&
          current !== undefined &&
          ((i === 0 && pause) || (current.length > LONG && /[.!?]["”’)]?$/.test(current)))
        if (isNew) paragraphs.push(speaker === null ? words : speaker === '' ? `>> ${words}` : `${speaker} ${words}`)
        else if (isPaused) paragraphs.push(words)
        else paragraphs[paragraphs.length - 1] = `${current} ${words}`
        if (speaker !== null) voice = speaker
      }
    })
  }
  return paragraphs
}

/** A line by its speakers: `<v Ana Pohl>`, ">> ANA POHL:", "ANA POHL:", ">>", "- ". */
function spokenIn(line: string): Spoken[] {
  if (!line.includes('<v')) return [labelled(plainText(line))]
  const found: Spoken[] = []
  let speaker: string | null = null
  let from = 0
  for (let at = line.indexOf('<v'); at !== -1; at = line.indexOf('<v', from)) {
    const close = line.indexOf('>', at)
    const tag = close === -1 ? null : /^<v(?:\.[^\s>]{0,60})?\s([^>]{1,200})$/.exec(line.slice(at, close))
    if (tag === null) break
    const before = plainText(line.slice(from, at))
    if (before !== '') found.push({ speaker, words: before })
    speaker = `${plainText(tag[1]!)}:`
    from = close + 1
  }
  found.push(speaker === null ? labelled(plainText(line)) : { speaker, words: plainText(line.slice(from)) })
  return found
}

function labelled(line: string): Spoken {
  const mark = /^(?:>>>?|[-–—](?=\s|\p{Lu}))\s{0,4}/u.exec(line)
  const from = mark === null ? 0 : mark[0].length
  const label = labelAt(line, from, line.length)
  const isLabel = label !== null && (label.style === 'caps' || label.style === 'name') && line[label.end - 1] === ':'
  if (isLabel && label.end < line.length)
    return { speaker: line.slice(label.words.start, label.end), words: line.slice(label.end).trim() }
  return mark === null ? { speaker: null, words: line } : { speaker: '', words: line.slice(from) }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
}

/** Without tags and with its characters in place of their names; white space as single spaces. */
const plainText = (line: string): string =>
  line
    .replace(/<\/?(?:[a-z]{1,6}(?:[.\s][^<>]{0,200})?|\d[\d:.]{0,20})>/gi, '')
    .replace(/\{\\[^{}]{0,60}\}/g, '')
    .replace(/&(?:#(\d{1,6})|([a-z]{2,4}));/gi, (whole, code, name) =>
      name === undefined ? character(Number(code)) : (ENTITIES[String(name).toLowerCase()] ?? whole),
    )
    .replace(/\s+/g, ' ')
    .trim()

const character = (code: number): string => (code > 31 && code < 0xd800 ? String.fromCodePoint(code) : ' ')
