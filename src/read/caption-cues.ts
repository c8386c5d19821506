/** WebVTT and SRT → the lines that are shown, in order: what stands around them is skipped, and what is broken is read as far as it goes. */

export interface Cue {
  /** Seconds from the beginning. */
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

export interface Captions {
  /** What stands behind "WEBVTT" in the first line. */
  readonly title: string | null
  /** BCP 47, from a header "Language: en". */
  readonly language: string | null
  readonly cues: readonly Cue[]
}

const TIMING =
  /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})[ \t]{1,8}-->[ \t]{1,8}(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})(?=\s|$)/
const HEADER = /^WEBVTT(?:[ \t]|$)/
const SKIPPED = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/

/** Whether a text is one: by its first line, or by a number and a timing before anything else. */
export function areCaptions(text: string): boolean {
  const head = text
    .slice(0, 2_000)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
  const first = head.findIndex((line) => line !== '')
  if (first === -1) return false
  if (HEADER.test(head[first]!)) return true
  return TIMING.test(head[first]!) || (/^\d{1,6}$/.test(head[first]!) && TIMING.test(head[first + 1] ?? ''))
}

/** Reads cues line by line, so that a blank line too few or too many loses nothing. Takes time in proportion to the text. */
export function captionsOf(text: string): Captions {
  const cues: { from: number; to: number; lines: string[] }[] = []
  let title: string | null = null
  let language: string | null = null
  let state: 'between' | 'cue' | 'header' | 'skipped' = 'between'
  let isFirst = true
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.trim()
    const wasFirst = isFirst
    if (line !== '') isFirst = false
    const timing = state !== 'skipped' && line.includes('-->') ? TIMING.exec(line) : null
    const open = state === 'cue' ? cues.at(-1)! : null
    if (timing !== null) {
      // The number of this cue, where no blank line stands before it.
      if (open !== null && open.lines.length > 0 && /^\d{1,6}$/.test(open.lines.at(-1)!)) open.lines.pop()
      cues.push({ from: seconds(timing, 1), to: seconds(timing, 5), lines: [] })
      state = 'cue'
    } else if (line === '') {
      // A blank line inside of a cue does not end it before its words.
      if (open === null || open.lines.length > 0) state = 'between'
    } else if (wasFirst && HEADER.test(line)) {
      title = line.slice(6).replace(/^[\s–—-]+/, '') || null
      state = 'header'
    } else if (state === 'header') {
      language ??= /^Language:\s{0,4}([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})$/.exec(line)?.[1] ?? null
    } else if (open !== null) open.lines.push(line)
    else if (state === 'between' && SKIPPED.test(line)) state = 'skipped'
  }
  return { title, language, cues: cues.filter(({ lines }) => lines.length > 0) }
}

const seconds = (match: RegExpExecArray, at: number): number =>
  Number(match[at] ?? 0) * 3_600 + Number(match[at + 1]) * 60 + Number(match[at + 2]) + Number(`0.${match[at + 3]}`)
