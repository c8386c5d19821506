/** A statement in one line of plain words, as headings and titles have it. */
import type { Statement } from '../statement.ts'

/** "Ana Pohl said: the dam is safe"; white space inside becomes single spaces. */
export function wordedSaying({ speaker, cue, content }: Statement): string {
  const who = speaker?.name ?? 'Speaker not named'
  return `${who}${cue.text === '' ? '' : ` ${cue.text}`}: ${content.text}`.replace(/\s+/g, ' ')
}
